#include "inspection/minutes_issue.h"

enum { MS_PER_DAY = 24 * 3600 * 1000 };

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
        .to_ms = room->call.closed_at_ms,
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
                              .place = {.government = directory->government_short,
                                        .zone = directory->government_zone,
                                        .offset_minutes = directory->offset_minutes}};

    TRY(load_room(request, mem, room, why));
    if (room->call.state == SESSION_CLOSED) TRY(find_changes(request, room, mem, &minutes));
    *out_minutes = minutes;
    return RC_OK;
}

/* ---- issuing ---- */

static int64_t last_amended_ms(const struct roll_call *call)
{
    return call->amendment_count ? call->amendments[call->amendment_count - 1].at_ms : 0;
}

/* Who closed the session signs. */
static struct text closer_of(const struct room *room)
{
    for (size_t i = room->act_count; i-- > 0;) {
        if (room->acts[i].act.act == ACT_CLOSED) return room->acts[i].act.author;
    }
    return TEXT("");
}

/* The valid ones of this inspection, or none. */
static enum rc find_issued(const struct minutes_request *request,
                           struct text subject,
                           struct arena *mem,
                           const struct document_row **out_row)
{
    struct record_list list = {0};
    const struct document_row *rows;

    *out_row = NULL;
    TRY(document_list(request->facts, request->government, subject, mem, &list));
    rows = list.items;
    for (size_t i = 0; i < list.count && !*out_row; i++) {
        if (rows[i].status == DOCUMENT_VALID) *out_row = &rows[i];
    }
    return RC_OK;
}

struct issuing {
    const struct minutes_request *request;
    const struct minutes *minutes;
    struct text subject;
    struct text supersedes;
    struct ledger *ledger;
    const char *key_path;
    int64_t now_ms;
};

static enum rc issue(const struct issuing *issuing,
                     struct arena *mem,
                     struct document *out_document,
                     struct problem *why)
{
    CLEANUP(signing_key_done) struct signing_key key = {0};
    const struct room *room = issuing->minutes->room;
    struct document_summary summary;
    struct paper paper;
    struct document_issue wanted = {
        .kind = TEXT("minutes"),
        .subject = issuing->subject,
        .paper = &paper,
        .summary = &summary,
        .signer_name = room->plan.leader,
        .signer_position =
            room->plan.leader_title.bytes ? room->plan.leader_title : room->plan.leader,
        .signer_account = closer_of(room),
        .supersedes = issuing->supersedes,
        .address = directory_setting(issuing->request->directory, "address", TEXT("")),
        .now_ms = issuing->now_ms,
    };

    TRY(minutes_compose(issuing->minutes, mem, &paper, &summary, why));
    TRY(signing_key_open(issuing->key_path, &key, why));
    TRY(document_prepare(&wanted, &key, mem, out_document, why));
    TRY(ledger_perform(issuing->ledger, &document_command, out_document, why));
    out_document->key = NULL; /* it goes with this function */
    return RC_OK;
}

enum rc minutes_issue(const struct minutes_request *request,
                      struct ledger *ledger,
                      const char *key_path,
                      int64_t now_ms,
                      struct arena *mem,
                      struct document_row *out_row,
                      struct text *out_file,
                      struct problem *why)
{
    const struct document_row *issued = NULL;
    struct document document;
    struct minutes minutes;
    struct issuing issuing = {.request = request,
                              .minutes = &minutes,
                              .ledger = ledger,
                              .key_path = key_path,
                              .now_ms = now_ms};

    TRY(minutes_read(request, mem, &minutes, why));
    issuing.subject =
        arena_format(mem, "inspection/" TEXT_FORMAT, TEXT_ARGUMENT(minutes.room->plan.inspection));
    TRY(find_issued(request, issuing.subject, mem, &issued));
    if (issued && issued->issued_at_ms >= last_amended_ms(&minutes.room->call)) {
        *out_row = *issued;
        return document_file(request->facts, request->government, issued->code, mem, out_file);
    }
    if (issued) issuing.supersedes = issued->code;
    TRY(issue(&issuing, mem, &document, why));
    *out_row = document.row;
    *out_file = document.file;
    return RC_OK;
}
