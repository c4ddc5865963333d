#include "inspection/minutes_issue.h"

enum { MS_PER_DAY = 24 * 3600 * 1000, ISSUE_TRIES = 3 };

static const char kind_word[] = "minutes";

const struct record_choice minutes_standing_choices[] = {
    {"none", MINUTES_NONE},
    {"current", MINUTES_CURRENT},
    {"outdated", MINUTES_OUTDATED},
    {NULL, 0},
};

/* ---- reading ---- */

/* The newest that is closed. */
static enum rc find_latest(const struct minutes_request *request,
                           struct arena *mem,
                           struct text *out_code,
                           struct problem *why)
{
    const struct inspection *plans = NULL;
    size_t count = 0;

    TRY(inspection_list(request->facts, request->government, mem, &plans, &count));
    for (size_t i = 0; i < count; i++) {
        bool closed = false;

        TRY(act_was_done(request->facts, request->government, plans[i].inspection, ACT_CLOSED,
                         &closed));
        if (!closed) continue;
        *out_code = plans[i].inspection;
        return RC_OK;
    }
    return problem_set(why, RC_NOT_FOUND, "no inspection has been closed yet");
}

static enum rc load_room(const struct minutes_request *request,
                         struct arena *mem,
                         struct room *room,
                         struct problem *why)
{
    struct text code = request->inspection;
    enum rc rc;

    if (code.bytes == 0) TRY(find_latest(request, mem, &code, why));
    rc = room_load(request->facts, request->government, code, NULL, 0, mem, room);
    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, rc, "inspection", "there is no inspection \"" TEXT_FORMAT "\"",
                      TEXT_ARGUMENT(code));
}

/* The position of the closing in the log. */
static int64_t closed_at(const struct room *room)
{
    for (size_t i = room->act_count; i-- > 0;) {
        if (room->acts[i].act.act == ACT_CLOSED) return room->acts[i].position;
    }
    return 0;
}

static enum rc find_changes(const struct minutes_request *request,
                            const struct room *room,
                            struct arena *mem,
                            struct minutes *minutes)
{
    int64_t day_ms =
        instant_of_moment(moment_of(room->plan.day, 0), request->directory->offset_minutes);
    struct change_request wanted = {
        .government = request->government,
        .lane = request->lane,
        .from_ms = day_ms - (int64_t)CHANGE_DAYS_BEFORE * MS_PER_DAY,
        .to_position = closed_at(room),
        .offset_minutes = request->directory->offset_minutes,
    };

    return change_list(request->facts, &wanted, mem, &minutes->changes, &minutes->change_count,
                       &minutes->change_more);
}

enum rc minutes_read(const struct minutes_request *request,
                     struct arena *mem,
                     struct minutes *out_minutes,
                     struct problem *why)
{
    const struct directory *directory = request->directory;
    struct room *room = arena_one(mem, struct room);
    struct minutes minutes = {.room = room,
                              .government = directory->government_name,
                              .keeping = recording_keeping_of(directory),
                              .place = {.government = directory->government_short,
                                        .zone = directory->government_zone,
                                        .offset_minutes = directory->offset_minutes}};

    TRY(load_room(request, mem, room, why));
    if (room->call.state == SESSION_CLOSED) TRY(find_changes(request, room, mem, &minutes));
    *out_minutes = minutes;
    return RC_OK;
}

/* ---- what is on record ---- */

struct text minutes_subject(struct text inspection, struct arena *mem)
{
    return arena_format(mem, "inspection/" TEXT_FORMAT, TEXT_ARGUMENT(inspection));
}

enum rc minutes_list(struct db *facts,
                     int government,
                     struct text inspection,
                     struct arena *mem,
                     struct record_list *out_rows)
{
    return document_list(facts, government, minutes_subject(inspection, mem), mem, out_rows);
}

const struct document_row *minutes_in_force(struct record_list rows)
{
    const struct document_row *row = rows.items;

    for (size_t i = 0; i < rows.count; i++) {
        if (row[i].status == DOCUMENT_VALID && text_equal(row[i].kind, text_of(kind_word))) {
            return &row[i];
        }
    }
    return NULL;
}

/* What may be done after the closing and stands on the paper. */
static bool is_shown(int act)
{
    static const enum act_kind shown[] = {
        ACT_CONFIRMED, ACT_RECAP,        ACT_RECAP_CONFIRMED, ACT_INSTRUCTED, ACT_PROGRAMME,
        ACT_CLOSED,    ACT_REPORT_ASKED, ACT_REPORT_RECEIVED, ACT_FOLLOW_UP,  ACT_AMENDED,
    };

    for (size_t i = 0; i < COUNT_OF(shown); i++) {
        if ((int)shown[i] == act) return true;
    }
    return false;
}

enum minutes_standing minutes_standing_of(const struct room *room,
                                          const struct document_row *in_force)
{
    if (!in_force) return MINUTES_NONE;
    for (size_t i = room->act_count; i-- > 0;) {
        if (room->acts[i].at_ms <= in_force->issued_at_ms) break;
        if (is_shown(room->acts[i].act.act)) return MINUTES_OUTDATED;
    }
    return MINUTES_CURRENT;
}

/* ---- issuing ---- */

/* Who closed the session, when nobody asks by name. */
static struct text closer_of(const struct room *room)
{
    for (size_t i = room->act_count; i-- > 0;) {
        if (room->acts[i].act.act == ACT_CLOSED) return room->acts[i].act.author;
    }
    return TEXT("");
}

/* One try to issue, and the document on its way into the register. */
struct attempt {
    const struct minutes_issue *issue;
    const struct document_row *in_force; /* that they follow, or NULL */
    struct minutes minutes;
    struct document document;
    bool came_late; /* others were issued meanwhile */
};

static enum rc attempt_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct attempt *attempt = argument;
    const struct document_row *in_force;
    struct record_list rows = {0};

    TRY(document_list(ledger_db(tx), ledger_government(tx), attempt->document.row.subject, mem,
                      &rows));
    in_force = minutes_in_force(rows);
    attempt->came_late =
        !text_equal(in_force ? in_force->code : TEXT(""), attempt->document.supersedes);
    if (attempt->came_late) {
        return problem_set(why, RC_CONFLICT, "somebody else is issuing these minutes: try again");
    }
    return document_record(tx, &attempt->document, why);
}

static const struct ledger_command attempt_command = {.name = "minutes", .apply = attempt_apply};

static enum rc prepare(struct attempt *attempt,
                       const struct signing_key *key,
                       struct arena *mem,
                       struct problem *why)
{
    const struct minutes_issue *issue = attempt->issue;
    const struct document_row *in_force = attempt->in_force;
    const struct room *room = attempt->minutes.room;
    struct document_summary summary;
    struct paper paper;
    struct document_issue wanted = {
        .kind = text_of(kind_word),
        .subject = minutes_subject(room->plan.inspection, mem),
        .paper = &paper,
        .summary = &summary,
        .signer_name = room->plan.leader,
        .signer_position =
            room->plan.leader_title.bytes ? room->plan.leader_title : room->plan.leader,
        .signer_account = issue->account.bytes ? issue->account : closer_of(room),
        .supersedes = in_force ? in_force->code : TEXT(""),
        .address = directory_setting(issue->request.directory, "address", TEXT("")),
        .now_ms = issue->now_ms,
    };

    attempt->minutes.number = issue->number;
    if (issue->number.bytes == 0 && in_force) attempt->minutes.number = in_force->number;
    TRY(minutes_compose(&attempt->minutes, mem, &paper, &summary, why));
    return document_prepare(&wanted, key, mem, &attempt->document, why);
}

static enum rc issue_new(struct attempt *attempt,
                         struct arena *mem,
                         struct minutes_issued *out_issued,
                         struct problem *why)
{
    CLEANUP(signing_key_done) struct signing_key key = {0};

    TRY(signing_key_open(attempt->issue->key_path, &key, why));
    TRY(prepare(attempt, &key, mem, why));
    TRY(ledger_perform(attempt->issue->ledger, &attempt_command, attempt, why));
    *out_issued = (struct minutes_issued){attempt->document.row, attempt->document.file, true};
    return RC_OK;
}

/* The minutes in force may stay as they are. */
static bool is_kept(const struct attempt *attempt)
{
    struct text number = attempt->issue->number;

    if (minutes_standing_of(attempt->minutes.room, attempt->in_force) != MINUTES_CURRENT) {
        return false;
    }
    return number.bytes == 0 || text_equal(number, attempt->in_force->number);
}

static enum rc try_to_issue(struct attempt *attempt,
                            struct arena *mem,
                            struct minutes_issued *out_issued,
                            struct problem *why)
{
    const struct minutes_request *request = &attempt->issue->request;
    struct record_list rows = {0};

    TRY(minutes_read(request, mem, &attempt->minutes, why));
    TRY(minutes_list(request->facts, request->government, attempt->minutes.room->plan.inspection,
                     mem, &rows));
    attempt->in_force = minutes_in_force(rows);
    if (!is_kept(attempt)) return issue_new(attempt, mem, out_issued, why);
    *out_issued = (struct minutes_issued){.row = *attempt->in_force};
    return document_file(request->facts, request->government, attempt->in_force->code, mem,
                         &out_issued->file);
}

enum rc minutes_issue(const struct minutes_issue *issue,
                      struct arena *mem,
                      struct minutes_issued *out_issued,
                      struct problem *why)
{
    enum rc rc = RC_CONFLICT;

    for (int tries = 0; tries < ISSUE_TRIES; tries++) {
        struct attempt attempt = {.issue = issue};

        rc = try_to_issue(&attempt, mem, out_issued, why);
        if (!attempt.came_late) break;
    }
    return rc;
}
