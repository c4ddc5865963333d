#include "api/inspection_reply_private.h"

#include <string.h>

struct scratch {
    struct buf written[2];
};

static void scratch_done(struct scratch *scratch)
{
    buf_done(&scratch->written[0]);
    buf_done(&scratch->written[1]);
}

/* Two values are the same when they are written the same. */
static bool same(const struct record *record,
                 struct record_list before,
                 struct record_list now,
                 struct scratch *scratch)
{
    static const struct record_view view = {.sight = RECORD_STAFF};
    const struct record_list lists[] = {before, now};

    for (int i = 0; i < 2; i++) {
        struct json_write json;

        buf_clear(&scratch->written[i]);
        json_write_init(&json, &scratch->written[i]);
        record_write_items(record, lists[i], view, &json, NULL);
    }
    return text_equal(buf_text(&scratch->written[0]), buf_text(&scratch->written[1]));
}

static struct record_list one(const void *object)
{
    return (struct record_list){object, 1};
}

/* Rows of the first by code, as they were. */
static const struct inspection_agency_told *row_before(const struct inspection_told *before,
                                                       struct text code,
                                                       size_t likely)
{
    const struct inspection_agency_told *rows = before->agencies.items;

    if (likely < before->agencies.count && text_equal(rows[likely].code, code)) {
        return &rows[likely];
    }
    for (size_t i = 0; i < before->agencies.count; i++) {
        if (text_equal(rows[i].code, code)) return &rows[i];
    }
    return NULL;
}

static bool change_agencies(const struct inspection_told *before,
                            const struct inspection_told *now,
                            struct arena *mem,
                            struct scratch *scratch,
                            struct inspection_told *change)
{
    const struct inspection_agency_told *rows = now->agencies.items;
    struct inspection_agency_told *changed =
        arena_array(mem, struct inspection_agency_told, now->agencies.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < now->agencies.count; i++) {
        const struct inspection_agency_told *was = row_before(before, rows[i].code, i);

        if (was && same(&inspection_agency_record, one(was), one(&rows[i]), scratch)) continue;
        changed[count++] = rows[i];
    }
    if (count > 0) change->agencies = (struct record_list){changed, count};
    return count > 0;
}

static bool change_lists(const struct inspection_told *before,
                         const struct inspection_told *now,
                         struct scratch *scratch,
                         struct inspection_told *change)
{
    bool members = !same(&inspection_member_told_record, before->members, now->members, scratch);
    bool instructions =
        !same(&inspection_instruction_record, before->instructions, now->instructions, scratch);
    bool programmes =
        !same(&inspection_programme_record, before->programmes, now->programmes, scratch);

    if (members) change->members = now->members;
    if (instructions) change->instructions = now->instructions;
    if (programmes) change->programmes = now->programmes;
    return members || instructions || programmes;
}

static bool same_texts(struct record_list before, struct record_list now)
{
    const struct text *a = before.items, *b = now.items;

    if (before.count != now.count) return false;
    for (size_t i = 0; i < now.count; i++) {
        if (!text_equal(a[i], b[i])) return false;
    }
    return true;
}

/* The figures' own instant is no change. */
static bool same_live(const struct inspection_live *before, struct inspection_live now)
{
    now.at_ms = before->at_ms;
    return before->total.strength == now.total.strength &&
           memcmp(before->total.states, now.total.states, sizeof now.total.states) == 0;
}

static bool change_parts(const struct inspection_told *before,
                         const struct inspection_told *now,
                         struct scratch *scratch,
                         struct inspection_told *change)
{
    bool head = !same(&inspection_head_record, one(&before->head), one(&now->head), scratch);
    bool progress =
        !same(&inspection_progress_record, one(&before->progress), one(&now->progress), scratch);
    bool live = !same_live(&before->live, now->live);
    bool called = !text_equal(before->called, now->called);
    bool next = !same_texts(before->next, now->next);
    bool order = before->order != now->order || before->by_hand != now->by_hand;

    if (head) change->head = now->head;
    if (head) change->opening = now->opening;
    if (head) change->closing = now->closing;
    if (progress) change->progress = now->progress;
    if (live) change->live = now->live;
    if (called) change->called = now->called;
    if (next) change->next = now->next;
    if (order) change->order = now->order;
    if (order) change->by_hand = now->by_hand;
    return head || progress || live || called || next || order;
}

bool inspection_tell_change(const struct inspection_told *before,
                            const struct inspection_told *now,
                            struct arena *mem,
                            struct inspection_told *out_change)
{
    CLEANUP(scratch_done) struct scratch scratch = {0};
    bool changed;

    record_clear(&inspection_change_record, out_change);
    out_change->number = now->number;
    out_change->at_ms = now->at_ms;
    out_change->inspection = now->inspection;
    buf_init(&scratch.written[0], REPLY_BYTES_MAX);
    buf_init(&scratch.written[1], REPLY_BYTES_MAX);
    changed = change_parts(before, now, &scratch, out_change);
    changed |= change_lists(before, now, &scratch, out_change);
    changed |= change_agencies(before, now, mem, &scratch, out_change);
    return changed;
}
