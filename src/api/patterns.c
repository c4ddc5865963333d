#include "api/bodies.h"
#include "api/reply.h"
#include "people/own_pattern.h"

/* ---- what is said ---- */

struct hours_reply {
    struct text slot;
    struct text start;
    struct text end;
    struct text rest_from;
    struct text rest_to;
};

static const struct record_field hours_fields[] = {
    SAY_TEXT(struct hours_reply, slot, "mon to sun, or the name of a shift."),
    SAY_TEXT(struct hours_reply, start, "07:30"),
    SAY_TEXT(struct hours_reply, end, "16:00, or 07:00+1 on the next day."),
    SAY_TEXT(struct hours_reply, rest_from, "Empty without a rest."),
    SAY_TEXT(struct hours_reply, rest_to, "Empty without a rest."),
};
static const struct record hours_record =
    RECORD_TOLD("PatternSlot", struct hours_reply, hours_fields);

static const struct record_choice duty_choices[] = {{"calendar", PATTERN_CALENDAR},
                                                    {"roster", PATTERN_ROSTER},
                                                    {NULL, 0}};

struct pattern_reply {
    struct text code;
    struct text layer;
    struct day valid_from;
    struct day valid_to;
    enum pattern_duty duty;
    int tolerance_minutes;
    int week_minutes;
    struct text name;
    struct text decree;
    struct text note;
    bool own;
    struct record_list hours;
};

static const struct record_field pattern_fields[] = {
    SAY_TEXT(struct pattern_reply, code, "What agencies name."),
    SAY_TEXT(struct pattern_reply, layer, "base, or what lies over it for some days."),
    SAY_DAY(struct pattern_reply, valid_from, "First day."),
    RECORD_DAY(struct pattern_reply, valid_to, RECORD_NULLABLE, .about = "Last day."),
    SAY_WORD(struct pattern_reply, duty, duty_choices, "Weekdays, or as a roster says."),
    SAY_INT(struct pattern_reply, tolerance_minutes, "So long after the start is still on time."),
    SAY_INT(struct pattern_reply, week_minutes, "Worked in a week; 0 where a roster says."),
    SAY_TEXT(struct pattern_reply, name, "For people."),
    SAY_TEXT(struct pattern_reply, decree, "The decree it rests on."),
    SAY_TEXT(struct pattern_reply, note, "What has to be known before relying on it."),
    SAY_BOOL(struct pattern_reply, own, "The government's own, not the program's."),
    SAY_LIST(struct pattern_reply, hours, &hours_record, "Of weekdays, or of shifts."),
};
static const struct record pattern_record =
    RECORD_TOLD("Pattern", struct pattern_reply, pattern_fields);

struct pattern_reply_list {
    struct record_list patterns;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct pattern_reply_list, patterns, &pattern_record, "The program's come first."),
};
const struct record pattern_list_record =
    RECORD_TOLD("PatternList", struct pattern_reply_list, list_fields);

static struct text clock_text(struct arena *mem, int minute)
{
    return arena_format(mem, "%02d:%02d%s", minute / 60 % 24, minute % 60,
                        minute >= MINUTES_PER_DAY ? "+1" : "");
}

static void tell_slot(struct reply_list *hours, const struct pattern_slot *slot)
{
    struct hours_reply *reply;
    bool rests = slot->rest_to_minute > 0;

    if (!slot->works) return;
    reply = reply_list_add(hours);
    *reply = (struct hours_reply){
        .slot = slot->code,
        .start = clock_text(hours->mem, slot->start_minute),
        .end = clock_text(hours->mem, slot->end_minute),
        .rest_from = rests ? clock_text(hours->mem, slot->rest_from_minute) : TEXT(""),
        .rest_to = rests ? clock_text(hours->mem, slot->rest_to_minute) : TEXT(""),
    };
}

static void tell_pattern(struct arena *mem,
                         const struct pattern *pattern,
                         struct pattern_reply *reply)
{
    struct reply_list hours = {.mem = mem, .item_bytes = sizeof(struct hours_reply)};

    for (size_t i = 0; i < PATTERN_DAYS; i++) {
        tell_slot(&hours, &pattern->week[i]);
    }
    for (size_t i = 0; i < pattern->shift_count; i++) {
        tell_slot(&hours, &pattern->shifts[i]);
    }
    *reply = (struct pattern_reply){
        .code = pattern->code,
        .layer = pattern->layer,
        .valid_from = pattern->valid_from,
        .valid_to = pattern->valid_to,
        .duty = pattern->duty,
        .tolerance_minutes = pattern->tolerance_minutes,
        .week_minutes = pattern_week_minutes(pattern),
        .name = pattern->name,
        .decree = pattern->decree,
        .note = pattern->note,
        .own = pattern->own,
        .hours = reply_list_done(&hours),
    };
}

enum rc list_patterns(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct pattern_set *set;
    struct pattern_reply *replies;

    TRY(api_snapshot(api_of(request), &snapshot));
    set = &snapshot->picture->patterns;
    replies = arena_array(request->mem, struct pattern_reply, set->count);
    for (size_t i = 0; i < set->count; i++) {
        tell_pattern(request->mem, &set->patterns[i], &replies[i]);
    }
    api_reply(request, &pattern_list_record, &(struct pattern_reply_list){{replies, set->count}},
              0);
    return RC_OK;
}

/* ---- recording ---- */

/* What the ledger's thread looks at, after this picture is gone. */
static struct pattern_set keys_of(struct arena *mem, const struct pattern_set *set)
{
    struct pattern *keys = arena_array(mem, struct pattern, set->count);

    for (size_t i = 0; i < set->count; i++) {
        const struct pattern *pattern = &set->patterns[i];

        keys[i] = (struct pattern){.code = arena_text(mem, pattern->code),
                                   .layer = arena_text(mem, pattern->layer),
                                   .valid_from = pattern->valid_from,
                                   .own = pattern->own};
    }
    return (struct pattern_set){keys, set->count};
}

static enum rc finish_pattern(struct http_request *request)
{
    TRY(api_wait_for_board(api_of(request), 1, 0));
    TRY(list_patterns(request));
    request->reply.status = 201;
    return RC_OK;
}

/* A pattern is everybody's who names its code: for the whole government alone. */
static enum rc check_scope(struct http_request *request, const struct board_snapshot *snapshot)
{
    if (identity_may_on(api_identity(request), PERMISSION_CALENDAR_WRITE,
                        snapshot->picture->directory, NONE)) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_FORBIDDEN, "code",
                      "patterns belong to the whole government, and you to one agency");
}

enum rc add_pattern(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct own_pattern_change *change = arena_one(request->mem, struct own_pattern_change);
    struct pattern_set *known = arena_one(request->mem, struct pattern_set);
    struct own_pattern *pattern = &change->pattern;

    TRY(api_body(request, &own_pattern_record, pattern));
    TRY(own_pattern_complete(pattern, request->mem, &request->why));
    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(check_scope(request, snapshot));
    pattern->author = arena_text(request->mem, text_of(api_identity(request)->name));
    *known = keys_of(request->mem, &snapshot->picture->patterns);
    change->known = known;
    return api_perform(request, &own_pattern_command, change, finish_pattern);
}
