#include "api/inspection_recap.h"

#include "api/inspection_bodies.h"
#include "api/inspection_readings.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "api/scan_reply.h"
#include "base/hash.h"

/* ---- what everybody sees ---- */

static const struct record_field recap_fields[] = {
    SAY_INT(struct recap_told, papers, "Signed: 1, and one more for each correction."),
    SAY_INT(struct recap_told, pages, "Photographed, of all of them."),
    SAY_INSTANT_OR_NULL(struct recap_told, at, "When its figures were entered."),
    RECORD_RECORD(struct recap_told,
                  said,
                  RECORD_NULLABLE,
                  &headcount_record,
                  .about = "What it says; it is locked."),
    SAY_BOOL(struct recap_told, after_closing, "It came when the session was closed."),
    SAY_BOOL(struct recap_told,
             unconfirmed,
             "The team entered the last figures; the head has not confirmed them."),
    SAY_INSTANT_OR_NULL(struct recap_told, corrected_at, "When it was corrected last."),
    RECORD_RECORD(struct recap_told,
                  corrected,
                  RECORD_NULLABLE,
                  &headcount_record,
                  .about = "What the last correction says."),
};
const struct record inspection_recap_record =
    RECORD_TOLD("InspectionRecap", struct recap_told, recap_fields);

struct recap_told recap_tell(const struct roll_call *call, const struct roll_agency *agency)
{
    const struct roll_recap *first = roll_recap_of(call, agency->code, 1);
    struct recap_told told = {.papers = agency->papers, .pages = agency->pages};

    if (first) {
        told.at_ms = first->at_ms;
        told.said = first->said[GROUP_ALL];
        told.after_closing = first->after_closing;
        told.unconfirmed = !roll_recap_of(call, agency->code, agency->papers)->confirmed;
    }
    if (agency->papers > 1) {
        const struct roll_recap *last = roll_recap_of(call, agency->code, agency->papers);

        told.corrected_at_ms = last->at_ms;
        told.corrected = last->said[GROUP_ALL];
    }
    return told;
}

/* ---- what those see who may answer for the agency ---- */

struct page_told {
    int page;
    int type;
    int bytes;
    int64_t at_ms;
};

static const struct record_field page_fields[] = {
    SAY_INT(struct page_told, page, "Its number, from 1."),
    SAY_WORD(struct page_told, type, scan_kind_choices, "What kind of file."),
    SAY_INT(struct page_told, bytes, "Its size."),
    SAY_INSTANT(struct page_told, at, "When it came."),
};
static const struct record page_record =
    RECORD_TOLD("InspectionRecapPage", struct page_told, page_fields);

struct said_told {
    int group;
    struct headcount said;
};

static const struct record_field said_fields[] = {
    SAY_WORD(struct said_told, group, people_group_choices, "Of whom."),
    SAY_RECORD(struct said_told, said, &headcount_record, "What it says of them."),
};
static const struct record said_record =
    RECORD_TOLD("InspectionRecapGroup", struct said_told, said_fields);

struct paper_told {
    struct text signed_by;
    struct text reason;
    int64_t at_ms;
    struct headcount said;
    struct record_list groups;
    struct record_list pages;
    int paper;
    int source;
    struct day signed_on;
    bool confirmed;
    bool after_closing;
};

static const struct record_field paper_fields[] = {
    SAY_INT(struct paper_told, paper, "1, then corrections."),
    SAY_INSTANT_OR_NULL(struct paper_told, at, "When it was entered; it is locked since."),
    SAY_TEXT(struct paper_told, signed_by, "Whose signature it bears."),
    SAY_DAY_OR_NULL(struct paper_told, signed_on, "On which day."),
    SAY_WORD(struct paper_told, source, recap_source_choices, "Who entered its figures."),
    SAY_BOOL(struct paper_told, confirmed, "By the head, when the team entered them."),
    SAY_BOOL(struct paper_told, after_closing, "They came when the session was closed."),
    SAY_TEXT(struct paper_told, reason, "Why it corrects the one before."),
    RECORD_RECORD(struct paper_told,
                  said,
                  RECORD_NULLABLE,
                  &headcount_record,
                  .about = "What it says; null before it is signed."),
    SAY_LIST(struct paper_told, groups, &said_record, "The same by groups, as far as it says so."),
    SAY_LIST(struct paper_told, pages, &page_record, "Its pages, photographed."),
};
const struct record inspection_manual_recap_record =
    RECORD_TOLD("InspectionManualRecap", struct paper_told, paper_fields);

static struct record_list groups_of(const struct roll_recap *recap, struct arena *mem)
{
    struct said_told *told = arena_array(mem, struct said_told, GROUP_COUNT);
    size_t count = 0;

    for (int group = GROUP_ALL + 1; group < GROUP_COUNT; group++) {
        if (recap->given[group]) told[count++] = (struct said_told){group, recap->said[group]};
    }
    return (struct record_list){told, count};
}

static struct record_list pages_of(const struct roll_call *call,
                                   struct text agency,
                                   int paper,
                                   struct arena *mem)
{
    struct page_told *told = arena_array(mem, struct page_told, RECAP_PAGES_MAX);
    size_t count = 0;

    for (size_t i = 0; i < call->scan_count; i++) {
        const struct roll_scan *scan = &call->scans[i];

        if (scan->paper != paper || !text_equal(scan->agency, agency)) continue;
        assert(count < RECAP_PAGES_MAX);
        told[count++] = (struct page_told){
            .page = scan->page, .type = scan->kind, .bytes = scan->bytes, .at_ms = scan->at_ms};
    }
    return (struct record_list){told, count};
}

struct record_list recap_tell_papers(const struct roll_call *call,
                                     const struct roll_agency *agency,
                                     struct arena *mem)
{
    bool is_begun = roll_next_page(call, agency) > 1;
    size_t count = (size_t)agency->papers + is_begun;
    struct paper_told *told = arena_array(mem, struct paper_told, count + 1);

    for (size_t i = 0; i < count; i++) {
        const struct roll_recap *recap = roll_recap_of(call, agency->code, (int)i + 1);

        told[i] = (struct paper_told){.paper = (int)i + 1,
                                      .signed_by = TEXT(""),
                                      .reason = TEXT(""),
                                      .groups = {told, 0},
                                      .pages = pages_of(call, agency->code, (int)i + 1, mem)};
        if (!recap) continue;
        told[i].signed_by = recap->signed_by;
        told[i].reason = recap->reason;
        told[i].at_ms = recap->at_ms;
        told[i].said = recap->said[GROUP_ALL];
        told[i].signed_on = recap->signed_on;
        told[i].source = (int)recap->source;
        told[i].confirmed = recap->confirmed;
        told[i].after_closing = recap->after_closing;
        told[i].groups = groups_of(recap, mem);
    }
    return (struct record_list){told, count};
}

/* ---- its figures ---- */

/* Whoever sits for the agency speaks for it; all others read the page in its place. */
static int source_of(const struct seat *seat)
{
    return room_is_own(&seat->rights) ? RECAP_OF_AGENCY : RECAP_OF_TEAM;
}

enum rc enter_manual_recap(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    struct manual_recap_body body;
    const struct said_body *groups;
    int place = 0;

    TRY(api_body(request, &manual_recap_body_record, &body));
    TRY(said_check(&body.groups, &request->why));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    groups = body.groups.items;
    acting->acts = arena_array(request->mem, struct act, body.groups.count);
    acting->act_count = body.groups.count;
    for (size_t i = 0; i < body.groups.count; i++) {
        struct act *act = &acting->acts[i];

        *act = act_of(seat.room.plan.inspection, ACT_RECAP, body.agency);
        act->item = body.paper;
        act->name = body.signed_by;
        act->day = body.signed_on;
        act->said = body.reason;
        act->word = text_of(record_choice_word(recap_source_choices, source_of(&seat)));
        said_into(&groups[i], act);
    }
    return seat_act(request, &seat, acting);
}

enum rc confirm_manual_recap(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct recap_confirming_body body;
    int place = 0;

    TRY(api_body(request, &recap_confirming_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    TRY(seat_may_confirm(request, &seat));
    seat_one_act(request, &seat, ACT_RECAP_CONFIRMED, body.agency, &acting)->item = body.paper;
    return seat_act(request, &seat, acting);
}

/* ---- its pages ---- */

/* The one of the second parameter, for those who may answer for it. */
static enum rc find_agency(struct http_request *request,
                           const struct seat *seat,
                           const struct roll_agency **out_agency)
{
    int place = 0;

    TRY(seat_may_answer(request, seat, request->parameters[1], &place));
    *out_agency = &seat->room.call.agencies[place];
    return RC_OK;
}

enum rc take_recap_page(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct roll_agency *agency = NULL;
    struct room_acting *acting;
    struct scan scan;
    struct hash digest;
    struct act *act;

    TRY(seat_take(request, &seat));
    TRY(find_agency(request, &seat, &agency));
    TRY(scan_take(request->body, request->mem, &scan, &request->why));
    digest = hash_of(scan.bytes);
    act = seat_one_act(request, &seat, ACT_SCANNED, agency->code, &acting);
    act->word = text_of(record_choice_word(scan_kind_choices, (int)scan.kind));
    act->total = (int)scan.bytes.bytes;
    act->reference = arena_text(request->mem, text_of(hash_text(&digest).s));
    acting->content = scan.bytes;
    if (roll_scan_of(&seat.room.call, agency->code, act->reference)) return seat_reply(request);
    return seat_act(request, &seat, acting);
}

static const struct roll_scan *find_page(const struct http_request *request,
                                         const struct roll_call *call,
                                         struct text agency)
{
    int64_t paper = 0, page = 0;

    if (!text_int(request->parameters[2], &paper)) return NULL;
    if (!text_int(request->parameters[3], &page)) return NULL;
    for (size_t i = 0; i < call->scan_count; i++) {
        const struct roll_scan *scan = &call->scans[i];

        if (scan->paper == paper && scan->page == page && text_equal(scan->agency, agency)) {
            return scan;
        }
    }
    return NULL;
}

static enum rc give_page(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct roll_agency *agency = NULL;
    const struct roll_scan *scan;
    struct text bytes;
    enum rc rc = RC_NOT_FOUND;

    TRY(seat_take(request, &seat));
    TRY(find_agency(request, &seat, &agency));
    scan = find_page(request, &seat.room.call, agency->code);
    if (scan) {
        rc = ledger_content(seat.reader->facts, request->mem, api_of(request)->options.government,
                            scan->lane, scan->position, &bytes);
    }
    if (rc == RC_NOT_FOUND) return problem_set(&request->why, rc, "there is no such page");
    TRY(rc);
    return scan_reply(request, (enum scan_kind)scan->kind, bytes,
                      arena_format(request->mem, "rekap-%d-%d", scan->paper, scan->page));
}

/* A recap on paper is a list of names as often as one of figures. */
enum rc show_recap_page(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct roll_agency *agency = NULL;
    struct name_reading *reading = NULL;

    TRY(seat_take(request, &seat));
    TRY(find_agency(request, &seat, &agency));
    TRY(names_to_note(request, &seat, NAME_READING_PAGES, agency->code, &reading));
    if (reading) return api_perform(request, &name_reading_command, reading, give_page);
    return give_page(request);
}
