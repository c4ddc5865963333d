#include "api/board_attention.h"

#include "api/reply.h"

#include <stdlib.h>

enum { ATTENTION_ROWS = 6 };

/* ---- finding ---- */

enum cause { CAUSE_SILENT, CAUSE_UNMAPPED, CAUSE_UNEXPLAINED, CAUSE_WAITING };

static const struct record_choice causes[] = {
    {"terminal_silent", CAUSE_SILENT},
    {"pin_unmapped", CAUSE_UNMAPPED},
    {"unexplained", CAUSE_UNEXPLAINED},
    {"waiting", CAUSE_WAITING},
    {NULL, 0},
};

struct attention {
    int32_t agency;
    enum cause cause;
    int32_t people;
    int32_t of;
    int64_t since_ms;
    uint32_t pins;
};

/* By cause, then by number of people; never by percentage. */
static int compare_attention(const void *a, const void *b)
{
    const struct attention *first = a, *second = b;

    if (first->cause != second->cause) return first->cause < second->cause ? -1 : 1;
    if (first->people != second->people) return first->people > second->people ? -1 : 1;
    return (first->agency > second->agency) - (first->agency < second->agency);
}

static bool look_at_place(const struct board_snapshot *snapshot,
                          int32_t agency,
                          struct attention *out)
{
    const struct board_place *place = &snapshot->places[agency];
    int32_t unknown = snapshot->below[agency].counts[STATE_UNKNOWN];

    if (unknown == 0 || (place->silent_since_ms == 0 && place->unmapped_pins == 0)) return false;
    *out = (struct attention){.agency = agency,
                              .cause = place->silent_since_ms ? CAUSE_SILENT : CAUSE_UNMAPPED,
                              .people = unknown,
                              .of = balance_strength(&snapshot->below[agency]),
                              .since_ms = place->silent_since_ms,
                              .pins = place->unmapped_pins};
    return true;
}

/* Agencies directly below the government whose people are not there. */
static bool look_at_waiting(const struct board_snapshot *snapshot,
                            int32_t agency,
                            struct attention *out)
{
    const struct balance *balance = &snapshot->below[agency];
    int32_t waiting = balance->counts[STATE_WAITING];
    int32_t unexplained = balance->counts[STATE_UNEXPLAINED];

    if (snapshot->picture->directory->agencies[agency].parent != NONE ||
        waiting + unexplained == 0) {
        return false;
    }
    *out = (struct attention){.agency = agency,
                              .cause = waiting ? CAUSE_WAITING : CAUSE_UNEXPLAINED,
                              .people = waiting ? waiting : unexplained,
                              .of = balance_strength(balance)};
    return true;
}

static struct attention *find_attention(const struct board_snapshot *snapshot,
                                        struct arena *mem,
                                        size_t *out_count)
{
    struct attention *rows = arena_array(mem, struct attention, snapshot->agency_count * 2 + 1);
    size_t count = 0;

    for (size_t i = 0; i < snapshot->agency_count; i++) {
        count += look_at_place(snapshot, (int32_t)i, &rows[count]);
        count += look_at_waiting(snapshot, (int32_t)i, &rows[count]);
    }
    qsort(rows, count, sizeof *rows, compare_attention);
    *out_count = count;
    return rows;
}

/* ---- the tables ---- */

struct attention_row {
    struct text agency;
    struct text name;
    enum cause cause;
    int since_second;
    int64_t pins;
    int people;
    int of;
};

#define WHERE SAY_TEXT(struct attention_row, agency, "Code.")
#define NAME  SAY_TEXT(struct attention_row, name, "Short name of the agency.")
#define WHY                                                                                        \
    SAY_WORD(struct attention_row, cause, causes, "Why somebody should look."),                    \
        SAY_TIME_IF(struct attention_row, since, "Of a silent terminal: when it was last heard."), \
        SAY_INT_IF(struct attention_row, pins, -1, "PINs of today that mean nobody."),             \
        SAY_INT(struct attention_row, people, "How many people it concerns."),                     \
        SAY_INT(struct attention_row, of, "... of how many.")

static const struct record_field attention_row_fields[] = {WHERE, NAME, WHY};
static const struct record attention_row_record =
    RECORD_TOLD("Attention", struct attention_row, attention_row_fields);

static const struct record_field changed_row_fields[] = {WHERE, WHY};
static const struct record changed_row_record =
    RECORD_TOLD("AttentionChange", struct attention_row, changed_row_fields);

static const struct record_field rest_fields[] = {
    SAY_INT(struct board_rest, people, "People of the agencies that are not listed."),
    SAY_INT(struct board_rest, agencies, "How many are not listed."),
};
static const struct record rest_record =
    RECORD_TOLD("AttentionRest", struct board_rest, rest_fields);

#define LIST(of) SAY_LIST(struct board_attention, attention, &(of), "By cause and people.")
#define REST \
    SAY_RECORD(struct board_attention, attention_rest, &rest_record, "What the list leaves out.")

static const struct record_field attention_fields[] = {LIST(attention_row_record), REST};
const struct record board_attention_record =
    RECORD_TOLD("AttentionPart", struct board_attention, attention_fields);

static const struct record_field attention_change_fields[] = {LIST(changed_row_record), REST};
const struct record board_attention_change_record =
    RECORD_TOLD("AttentionChangePart", struct board_attention, attention_change_fields);

/* ---- filling ---- */

static struct attention_row tell_row(const struct board_snapshot *snapshot,
                                     const struct attention *row)
{
    const struct directory_agency *agency = &snapshot->picture->directory->agencies[row->agency];
    struct attention_row told = {
        .agency = agency->code,
        .name = agency->short_name,
        .cause = row->cause,
        .since_second = -1,
        .pins = row->pins ? (int64_t)row->pins : -1,
        .people = row->people,
        .of = row->of,
    };

    if (row->since_ms) {
        told.since_second = moment_second_of_day(moment_at(row->since_ms, agency->offset_minutes));
    }
    return told;
}

void board_tell_attention(const struct board_snapshot *snapshot,
                          struct arena *mem,
                          struct board_attention *out_attention)
{
    size_t count = 0;
    const struct attention *rows = find_attention(snapshot, mem, &count);
    struct attention_row *listed = arena_array(mem, struct attention_row, ATTENTION_ROWS);
    size_t listed_count = count < ATTENTION_ROWS ? count : ATTENTION_ROWS;

    *out_attention = (struct board_attention){0};
    for (size_t i = 0; i < listed_count; i++) {
        listed[i] = tell_row(snapshot, &rows[i]);
    }
    out_attention->attention = (struct record_list){listed, listed_count};
    for (size_t i = listed_count; i < count; i++) {
        out_attention->attention_rest.people += rows[i].people;
        out_attention->attention_rest.agencies++;
    }
}

/* Rows between pictures of one register have no other texts than these. */
static bool row_equal(const struct attention_row *a, const struct attention_row *b)
{
    return text_equal(a->agency, b->agency) && a->cause == b->cause &&
           a->since_second == b->since_second && a->pins == b->pins && a->people == b->people &&
           a->of == b->of;
}

static bool attention_equal(const struct board_attention *a, const struct board_attention *b)
{
    const struct attention_row *rows = a->attention.items, *others = b->attention.items;

    if (a->attention.count != b->attention.count ||
        a->attention_rest.people != b->attention_rest.people ||
        a->attention_rest.agencies != b->attention_rest.agencies) {
        return false;
    }
    for (size_t i = 0; i < a->attention.count; i++) {
        if (!row_equal(&rows[i], &others[i])) return false;
    }
    return true;
}

void board_tell_attention_change(const struct board_snapshot *before,
                                 const struct board_snapshot *now,
                                 struct arena *mem,
                                 struct board_attention *out_attention)
{
    struct board_attention earlier;

    board_tell_attention(before, mem, &earlier);
    board_tell_attention(now, mem, out_attention);
    if (attention_equal(&earlier, out_attention)) *out_attention = (struct board_attention){0};
}
