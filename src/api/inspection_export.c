/* An inspection to be taken out of the program: its minutes as tables, and its
 * whole log. */
#include "api/inspection_readings.h"
#include "api/inspection_reply.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/act_log.h"
#include "inspection/comparison.h"
#include "inspection/minutes_issue.h"

/* ---- as JSON or as a table ---- */

struct export_query {
    int format;
};

static const struct record_field query_fields[] = {
    RECORD_CHOICE(struct export_query,
                  format,
                  RECORD_OPTIONAL,
                  reply_format_choices,
                  .about = "Also by the Accept header."),
};
const struct record export_query_record = RECORD("ExportQuery", struct export_query, query_fields);

/* ---- the tables of the minutes ---- */

struct people_told {
    int word;
    int64_t people;
};

static const struct record_field claim_fields[] = {
    SAY_WORD(struct people_told, word, claim_choices, "The class of reason that was given."),
    SAY_INT(struct people_told, people, "For how many."),
};
static const struct record claim_record =
    RECORD_TOLD("InspectionClaimCount", struct people_told, claim_fields);

static const struct record_field path_fields[] = {
    SAY_WORD(struct people_told, word, follow_up_path_choices, "The path that was chosen."),
    SAY_INT(struct people_told, people, "For how many."),
};
static const struct record path_record =
    RECORD_TOLD("InspectionFollowUpCount", struct people_told, path_fields);

struct change_told {
    struct text author;
    struct text what;
    struct text kind;
    struct text label;
    int64_t at_ms;
    int rows;
    int backdated;
    struct day from;
    struct day to;
    bool misdated;
};

static const struct record_field change_fields[] = {
    SAY_INSTANT(struct change_told, at, "When it was entered."),
    SAY_TEXT(struct change_told, author, "The account; empty: the command line."),
    SAY_TEXT(struct change_told, kind, "Of which kind the entry is."),
    SAY_TEXT(struct change_told, label, "The same as the paper says it."),
    SAY_BOOL(struct change_told, misdated, "The server's clock had been set back: it came later."),
    SAY_INT(struct change_told, rows, "How many entries at that moment."),
    SAY_INT(struct change_told, backdated, "Of them, entered when their day had begun."),
    SAY_TEXT_IF(struct change_told, what, "The kind of leave, or the decision, of a single one."),
    SAY_DAY_OR_NULL(struct change_told, from, "The first day that a single one speaks of."),
    SAY_DAY_OR_NULL(struct change_told, to, "The last."),
};
static const struct record change_record =
    RECORD_TOLD("InspectionRegisterChange", struct change_told, change_fields);

static const struct record_field words_fields[] = {
    SAY_INSTANT(struct roll_words, at, "When."),
    SAY_TEXT(struct roll_words, author, "By which account."),
    RECORD_PROSE(struct roll_words,
                 said,
                 RECORD_REQUIRED,
                 0,
                 RECORD_ANY,
                 .about = "What is corrected."),
};
static const struct record words_record =
    RECORD_TOLD("InspectionAmendmentRow", struct roll_words, words_fields);

struct minutes_told {
    struct inspection_told session;
    struct text document;
    struct record_list comparisons;
    struct recorded recording;
    struct record_list claims;
    struct record_list follow_ups;
    struct record_list changes;
    struct record_list amendments;
    int64_t more_changes;
    int64_t seconds;
    int64_t seconds_a_agency;
    int64_t covered;
    int64_t without_statement;
    int standing;
};

static const struct record_field minutes_fields[] = {
    SAY_WORD(struct minutes_told,
             standing,
             minutes_standing_choices,
             "How the issued minutes stand to this."),
    SAY_TEXT_IF(struct minutes_told, document, "Code of the minutes that are in force."),
    SAY_RECORD(struct minutes_told,
               session,
               &inspection_room_record,
               "Plan, frozen figures, agencies with their statements, instructions, programmes."),
    SAY_RECORD(struct minutes_told,
               recording,
               &recorded_record,
               "Whether the session was recorded, and until when that is kept."),
    SAY_LIST(struct minutes_told,
             comparisons,
             &comparison_record,
             "Machine, statement and signed recap of each agency, side by side; the table that "
             "comes as CSV."),
    SAY_INT(struct minutes_told, seconds, "From the opening to the closing."),
    SAY_INT(struct minutes_told, covered, "Agencies that answered."),
    SAY_INT(struct minutes_told, seconds_a_agency, "Of those, on average."),
    SAY_INT(struct minutes_told, without_statement, "Agencies that stated nothing."),
    SAY_LIST(struct minutes_told, claims, &claim_record, "Reasons by class."),
    SAY_LIST(struct minutes_told, follow_ups, &path_record, "Follow-ups by path."),
    SAY_LIST(struct minutes_told,
             changes,
             &change_record,
             "Entries of the register from seven days before to the closing."),
    SAY_INT(struct minutes_told, more_changes, "Entries beyond those listed."),
    SAY_LIST(struct minutes_told, amendments, &words_record, "Dated corrections."),
};
const struct record inspection_minutes_record =
    RECORD_TOLD("InspectionMinutes", struct minutes_told, minutes_fields);

static struct record_list count_claims(const struct roll_call *call, struct arena *mem)
{
    struct reply_list list = {.mem = mem, .item_bytes = sizeof(struct people_told)};

    for (int claim = 0; claim_choices[claim].word; claim++) {
        struct people_told told = {.word = claim};

        for (size_t i = 0; i < call->claim_count; i++) {
            told.people += (int)call->claims[i].claim == claim;
        }
        if (told.people > 0) *(struct people_told *)reply_list_add(&list) = told;
    }
    return reply_list_done(&list);
}

static struct record_list count_follow_ups(const struct roll_call *call, struct arena *mem)
{
    struct reply_list list = {.mem = mem, .item_bytes = sizeof(struct people_told)};

    for (int path = 0; follow_up_path_choices[path].word; path++) {
        struct people_told told = {.word = path};

        for (size_t i = 0; i < call->follow_up_count; i++) {
            told.people += (int)call->follow_ups[i].path == path;
        }
        if (told.people > 0) *(struct people_told *)reply_list_add(&list) = told;
    }
    return reply_list_done(&list);
}

static struct record_list tell_changes(const struct minutes *minutes, struct arena *mem)
{
    struct change_told *told = arena_array(mem, struct change_told, minutes->change_count + 1);

    for (size_t i = 0; i < minutes->change_count; i++) {
        const struct change *change = &minutes->changes[i];

        told[i] = (struct change_told){
            .author = change->author,
            .what = change->what,
            .kind = text_of(fact_word((int)change->kind)),
            .label = text_of(change_label(change->kind)),
            .at_ms = change->at_ms,
            .rows = change->rows,
            .backdated = change->backdated,
            .from = change->from,
            .to = change->to,
            .misdated = change->misdated,
        };
    }
    return (struct record_list){told, minutes->change_count};
}

static void tell_tables(const struct minutes *minutes, struct arena *mem, struct minutes_told *told)
{
    const struct roll_call *call = &minutes->room->call;
    struct roll_metrics metrics = roll_metrics_of(call, call->closed_at_ms);

    told->comparisons = comparison_list(call, mem);
    told->recording = recorded_of(call, minutes->keeping, minutes->place.offset_minutes);
    told->claims = count_claims(call, mem);
    told->follow_ups = count_follow_ups(call, mem);
    told->changes = tell_changes(minutes, mem);
    told->more_changes = (int64_t)minutes->change_more;
    told->amendments = (struct record_list){call->amendments, call->amendment_count};
    told->seconds = metrics.seconds;
    told->covered = (int64_t)metrics.covered;
    told->seconds_a_agency = metrics.seconds_a_agency;
    told->without_statement = (int64_t)metrics.without_statement;
}

static enum rc tell_minutes(struct http_request *request,
                            const struct minutes_request *wanted,
                            const struct minutes *minutes)
{
    const struct document_row *in_force;
    struct minutes_told told = {.standing = MINUTES_NONE};
    struct record_list papers = {0};

    TRY(minutes_list(wanted->facts, wanted->government, wanted->inspection, request->mem, &papers));
    in_force = minutes_in_force(papers);
    if (in_force) told.document = in_force->code;
    told.standing = (int)minutes_standing_of(minutes->room, in_force);
    inspection_tell(minutes->room, NULL, api_now_ms(api_of(request)), request->mem, &told.session);
    tell_tables(minutes, request->mem, &told);
    api_reply(request, &inspection_minutes_record, &told, minutes->place.offset_minutes);
    return RC_OK;
}

enum rc show_inspection_minutes(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct api *api = api_of(request);
    struct export_query query;
    struct minutes minutes;
    struct minutes_request wanted = {.government = api->options.government,
                                     .lane = api->options.lane,
                                     .inspection = request->parameters[0]};

    TRY(api_query(request, &export_query_record, &query));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    wanted.facts = seat.reader->facts;
    wanted.directory = seat.snapshot->picture->directory;
    TRY(minutes_read(&wanted, request->mem, &minutes, &request->why));
    if (minutes.room->call.state != SESSION_CLOSED) {
        return problem_set(&request->why, RC_CONFLICT,
                           "minutes are written when the session is closed");
    }
    if (!reply_wants_csv(request, query.format)) return tell_minutes(request, &wanted, &minutes);
    comparison_write_csv(comparison_list(&minutes.room->call, request->mem),
                         http_reply_buf(request, "text/csv; charset=utf-8"));
    return RC_OK;
}

/* ---- the log of acts ---- */

struct acts_told {
    struct record_list acts;
};

static const struct record_field acts_fields[] = {
    SAY_LIST(struct acts_told, acts, &act_row_record, "In the order in which they were done."),
};
const struct record inspection_acts_record =
    RECORD_TOLD("InspectionActs", struct acts_told, acts_fields);

static enum rc tell_acts(struct http_request *request, const struct seat *seat)
{
    int offset_minutes = seat->snapshot->picture->directory->offset_minutes;
    const struct act_row *rows = act_log_for(&seat->room, &seat->rights, request->mem);
    struct acts_told told = {{rows, seat->room.act_count}};
    struct export_query query;

    TRY(api_query(request, &export_query_record, &query));
    if (reply_wants_csv(request, query.format)) {
        act_log_write_csv(rows, seat->room.act_count, offset_minutes,
                          http_reply_buf(request, "text/csv; charset=utf-8"));
    } else {
        api_reply(request, &inspection_acts_record, &told, offset_minutes);
    }
    return RC_OK;
}

static enum rc give_acts(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    return tell_acts(request, &seat);
}

enum rc list_inspection_acts(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct name_reading *reading = NULL;
    struct export_query query;

    TRY(api_query(request, &export_query_record, &query));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    TRY(names_to_note(request, &seat, NAME_READING_ACTS, TEXT(""), &reading));
    if (reading) return api_perform(request, &name_reading_command, reading, give_acts);
    return tell_acts(request, &seat);
}
