#include "api/board_reply.h"

#include "api/reply.h"
#include "people/person_kind.h"

#include <string.h>

enum { ARRIVALS_FROM_SECOND = 6 * 3600 };

/* ---- the tables ---- */

static const struct record_field frame_fields[] = {
    SAY_TEXT(struct board_frame, zone, "WIB, WITA or WIT."),
    SAY_CLOCK_OR_NULL(struct board_frame, limit, "When most people have to be there."),
    SAY_CLOCK_OR_NULL(struct board_frame, closing, "When most people's day closes."),
};
static const struct record frame_record =
    RECORD_TOLD("BoardFrame", struct board_frame, frame_fields);

static const struct record_field totals_fields[] = {
    SAY_RECORD(struct board_totals, counts, &counts_record, "Everybody."),
    SAY_INT(struct board_totals, wfo, "Expected at the office."),
    SAY_INT(struct board_totals, wfh, "Expected at home."),
};
static const struct record totals_record =
    RECORD_TOLD("BoardTotals", struct board_totals, totals_fields);

static const struct record_field totals_change_fields[] = {
    SAY_RECORD(struct board_totals, counts, &counts_change_record, "Everybody."),
    SAY_INT_IF(struct board_totals, wfo, COUNT_UNCHANGED, "Expected at the office."),
    SAY_INT_IF(struct board_totals, wfh, COUNT_UNCHANGED, "Expected at home."),
};
static const struct record totals_change_record =
    RECORD_TOLD("BoardTotalsChange", struct board_totals, totals_change_fields);

static const struct record_field kinds_fields[] = {
#define PERSON_KIND(name, word, also)                                                 \
    RECORD_NAMED(word, struct board_kinds, people[PERSON_KIND_##name], RECORD_IS_INT, \
                 .need = RECORD_REQUIRED),
#include "people/person_kind.def"
#undef PERSON_KIND
};
static const struct record kinds_record =
    RECORD_TOLD("BoardKinds", struct board_kinds, kinds_fields);

struct arrival_minute {
    int at_second;
    int on_time;
    int late;
};

static const struct record_field minute_fields[] = {
    SAY_CLOCK(struct arrival_minute, at, "The minute."),
    SAY_INT(struct arrival_minute, on_time, "People who came on time."),
    SAY_INT(struct arrival_minute, late, "People who came late."),
};
static const struct record minute_record = {.name = "ArrivalMinute",
                                            .bytes = sizeof(struct arrival_minute),
                                            .fields = minute_fields,
                                            .field_count = COUNT_OF(minute_fields),
                                            .told = true,
                                            .tuple = true};

static const struct record_field arrivals_fields[] = {
    SAY_CLOCK(struct board_arrivals, from, "Where a chart begins."),
    SAY_LIST(struct board_arrivals, minutes, &minute_record, "Minutes in which somebody came."),
};
static const struct record arrivals_record =
    RECORD_TOLD("Arrivals", struct board_arrivals, arrivals_fields);

static const struct record_field terminals_fields[] = {
    SAY_INT(struct board_terminals, total, "Approved terminals."),
    SAY_INT(struct board_terminals, connected, "Those in contact."),
    SAY_INT(struct board_terminals, silent, "Those out of contact."),
    SAY_INT(struct board_terminals, held, "Punches that they say they still hold."),
};
static const struct record terminals_record =
    RECORD_TOLD("BoardTerminals", struct board_terminals, terminals_fields);

struct board_agency {
    struct text code;
    struct text name;
    struct text short_name;
    struct counts counts;
    struct counts own_counts;
};

static const struct record_field agency_fields[] = {
    SAY_TEXT(struct board_agency, code, "Code."),
    SAY_TEXT(struct board_agency, name, "Full name."),
    SAY_TEXT_AS("short", struct board_agency, short_name, "Name on walls and buttons."),
    SAY_RECORD(struct board_agency, counts, &counts_record, "With everything below it."),
    RECORD_RECORD(struct board_agency,
                  own_counts,
                  RECORD_OPTIONAL,
                  &counts_record,
                  .about = "Its own people only; left out where nothing is below it."),
};
static const struct record agency_record =
    RECORD_TOLD("BoardAgency", struct board_agency, agency_fields);

static const struct record_field agency_change_fields[] = {
    SAY_TEXT(struct board_agency, code, "Code."),
    RECORD_RECORD(struct board_agency,
                  counts,
                  RECORD_OPTIONAL,
                  &counts_change_record,
                  .about = "What changed, with everything below it."),
    RECORD_RECORD(struct board_agency,
                  own_counts,
                  RECORD_OPTIONAL,
                  &counts_change_record,
                  .about = "What changed of its own people."),
};
static const struct record agency_change_record =
    RECORD_TOLD("BoardAgencyChange", struct board_agency, agency_change_fields);

#define ALWAYS                                                               \
    SAY_INT(struct board_told, event, "Number of the event; grows by one."), \
        SAY_INSTANT(struct board_told, at, "When the figures were so."),     \
        SAY_DAY(struct board_told, day, "The day they are of.")
#define SOMETIMES(need, totals_of, attention_of, agency_of, which)           \
    RECORD_PART(struct board_told, frame, need, &frame_record),              \
        RECORD_PART(struct board_told, totals, need, &(totals_of)),          \
        RECORD_RECORD(struct board_told, arrivals, need, &arrivals_record,   \
                      .about = "Who came when."),                            \
        RECORD_RECORD(struct board_told, terminals, need, &terminals_record, \
                      .about = "How the terminals are."),                    \
        RECORD_PART(struct board_told, attention, need, &(attention_of)),    \
        RECORD_LIST(struct board_told, agencies, need, &(agency_of), RECORD_ANY, .about = (which))

static const struct record_field board_fields[] = {
    ALWAYS,
    SAY_RECORD(struct board_told, kinds, &kinds_record, "Strength by kind of contract."),
    SOMETIMES(RECORD_REQUIRED,
              totals_record,
              board_attention_record,
              agency_record,
              "In the order of the tree."),
};
const struct record board_reply_record = RECORD_TOLD("Board", struct board_told, board_fields);

static const struct record_field change_fields[] = {
    ALWAYS,
    SOMETIMES(RECORD_OPTIONAL,
              totals_change_record,
              board_attention_change_record,
              agency_change_record,
              "Those whose counts changed."),
};
const struct record board_change_record =
    RECORD_TOLD("BoardChange", struct board_told, change_fields);

/* ---- filling ---- */

static void tell_head(const struct board_snapshot *snapshot, struct board_told *told)
{
    *told = (struct board_told){
        .event = snapshot->event, .at_ms = snapshot->at_ms, .day = day_from_number(snapshot->day)};
}

static void tell_frame(const struct board_snapshot *snapshot, struct board_told *told)
{
    told->frame = (struct board_frame){
        .zone = snapshot->picture->directory->government_zone,
        .limit_second = reply_second(snapshot->first_limit_second),
        .closing_second = reply_second(snapshot->closing_second),
    };
}

static void tell_totals(const struct board_snapshot *snapshot,
                        struct arena *mem,
                        struct board_told *told)
{
    told->totals = (struct board_totals){
        .counts = counts_of(&snapshot->total, mem),
        .wfo = balance_expected(&snapshot->total) - snapshot->total.wfh,
        .wfh = snapshot->total.wfh,
    };
}

static void tell_terminals(const struct board_snapshot *snapshot, struct board_told *told)
{
    told->terminals = (struct board_terminals){
        .total = (int64_t)snapshot->terminals.approved,
        .connected = (int64_t)snapshot->terminals.connected,
        .silent = (int64_t)snapshot->terminals.silent,
        .held = snapshot->terminals.held,
        .is_told = true,
    };
}

static bool minute_differs(const struct board_snapshot *before,
                           const struct board_snapshot *now,
                           int minute)
{
    if (!before) return now->arrivals[minute][0] || now->arrivals[minute][1];
    return memcmp(before->arrivals[minute], now->arrivals[minute], sizeof now->arrivals[minute]) !=
           0;
}

static void tell_arrivals(const struct board_snapshot *before,
                          const struct board_snapshot *now,
                          struct arena *mem,
                          struct board_told *told)
{
    struct reply_list minutes = {.mem = mem, .item_bytes = sizeof(struct arrival_minute)};

    for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
        if (!minute_differs(before, now, minute)) continue;
        *(struct arrival_minute *)reply_list_add(&minutes) = (struct arrival_minute){
            minute * 60, now->arrivals[minute][0], now->arrivals[minute][1]};
    }
    told->arrivals = (struct board_arrivals){ARRIVALS_FROM_SECOND, reply_list_done(&minutes)};
}

/* Its own people are not all whom it counts. */
static bool has_others_below(const struct board_snapshot *snapshot, size_t agency)
{
    return snapshot->picture->directory->agencies[agency].end > (int32_t)agency + 1;
}

static void tell_agencies(const struct board_snapshot *now,
                          struct arena *mem,
                          struct board_told *told)
{
    struct reply_list agencies = {.mem = mem, .item_bytes = sizeof(struct board_agency)};

    for (size_t i = 0; i < now->agency_count; i++) {
        const struct directory_agency *agency = &now->picture->directory->agencies[i];
        struct board_agency *row = reply_list_add(&agencies);

        *row = (struct board_agency){
            .code = agency->code,
            .name = agency->name,
            .short_name = agency->short_name,
            .counts = counts_of(&now->below[i], mem),
        };
        if (has_others_below(now, i)) row->own_counts = counts_of(&now->own[i], mem);
    }
    told->agencies = reply_list_done(&agencies);
}

void board_tell(const struct board_snapshot *snapshot, struct arena *mem, struct board_told *told)
{
    tell_head(snapshot, told);
    tell_frame(snapshot, told);
    tell_totals(snapshot, mem, told);
    static_assert(sizeof told->kinds.people == sizeof snapshot->kinds, "one figure a kind");
    memcpy(told->kinds.people, snapshot->kinds, sizeof told->kinds.people);
    tell_arrivals(NULL, snapshot, mem, told);
    tell_terminals(snapshot, told);
    board_tell_attention(snapshot, mem, &told->attention);
    tell_agencies(snapshot, mem, told);
}

/* ---- changes ---- */

static bool arrivals_differ(const struct board_snapshot *before, const struct board_snapshot *now)
{
    return memcmp(before->arrivals, now->arrivals, MINUTES_PER_DAY * sizeof *now->arrivals) != 0;
}

static void tell_totals_change(const struct board_snapshot *before,
                               const struct board_snapshot *now,
                               struct arena *mem,
                               struct board_told *told)
{
    struct board_totals earlier;

    tell_totals(before, mem, told);
    earlier = told->totals;
    tell_totals(now, mem, told);
    told->totals.counts = counts_change(&before->total, &now->total, mem);
    if (told->totals.wfo == earlier.wfo) told->totals.wfo = COUNT_UNCHANGED;
    if (told->totals.wfh == earlier.wfh) told->totals.wfh = COUNT_UNCHANGED;
}

/* Those whose counts differ, and of these what differs. */
static void tell_changed_agencies(const struct board_snapshot *before,
                                  const struct board_snapshot *now,
                                  struct arena *mem,
                                  struct board_told *told)
{
    struct reply_list agencies = {.mem = mem, .item_bytes = sizeof(struct board_agency)};

    for (size_t i = 0; i < now->agency_count; i++) {
        bool below = !balance_equal(&before->below[i], &now->below[i]);
        bool own = has_others_below(now, i) && !balance_equal(&before->own[i], &now->own[i]);
        struct board_agency *row;

        if (!below && !own) continue;
        row = reply_list_add(&agencies);
        *row = (struct board_agency){.code = now->picture->directory->agencies[i].code};
        if (below) row->counts = counts_change(&before->below[i], &now->below[i], mem);
        if (own) row->own_counts = counts_change(&before->own[i], &now->own[i], mem);
    }
    if (agencies.count > 0) told->agencies = reply_list_done(&agencies);
}

void board_tell_change(const struct board_snapshot *before,
                       const struct board_snapshot *now,
                       struct arena *mem,
                       struct board_told *told)
{
    bool places = memcmp(before->places, now->places, now->agency_count * sizeof *now->places) != 0;

    tell_head(now, told);
    if (before->first_limit_second != now->first_limit_second ||
        before->closing_second != now->closing_second) {
        tell_frame(now, told);
    }
    if (!balance_equal(&before->total, &now->total)) tell_totals_change(before, now, mem, told);
    if (arrivals_differ(before, now)) tell_arrivals(before, now, mem, told);
    if (memcmp(&before->terminals, &now->terminals, sizeof now->terminals) != 0) {
        tell_terminals(now, told);
    }
    tell_changed_agencies(before, now, mem, told);
    if (told->agencies.count > 0 || places) {
        board_tell_attention_change(before, now, mem, &told->attention);
    }
}
