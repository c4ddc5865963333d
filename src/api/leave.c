#include "api/bodies.h"
#include "api/reply.h"
#include "people/leave_change.h"

/* ---- what is said and asked ---- */

struct leave_reply {
    struct text number;
    enum leave kind;
    struct day from;
    struct day to;
    struct text reference;
    struct text author;
    bool withdrawn;
    int64_t recorded_at_ms;
    int offset_minutes;
};

static const struct record_field leave_fields[] = {
    SAY_TEXT(struct leave_reply, number, "Of the person."),
    SAY_WORD(struct leave_reply, kind, leave_choices, "What excuses the days."),
    SAY_DAY(struct leave_reply, from, "First day."),
    SAY_DAY(struct leave_reply, to, "Last day."),
    SAY_TEXT(struct leave_reply, reference, "Number of the letter, or empty."),
    SAY_TEXT(struct leave_reply, author, "Who recorded or withdrew it; empty: the command line."),
    SAY_BOOL(struct leave_reply, withdrawn, "True when it excuses no day any more."),
    SAY_INSTANT(struct leave_reply, recorded_at, "When; the same for all rows of one file."),
};
static const struct record leave_reply_record =
    RECORD_ZONED("Leave", struct leave_reply, leave_fields, offset_minutes);

struct leave_reply_list {
    struct record_list leave;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct leave_reply_list, leave, &leave_reply_record, "By person, kind and first day."),
};
const struct record leave_list_record =
    RECORD_TOLD("LeaveList", struct leave_reply_list, list_fields);

static const struct record_field query_fields[] = {
    RECORD_TEXT(struct leave_selection,
                number,
                RECORD_OPTIONAL,
                0,
                PERSON_NUMBER_BYTES_MAX,
                .about = "Of this person."),
    RECORD_TEXT(struct leave_selection,
                reference,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "Of this letter."),
    RECORD_DAY(struct leave_selection,
               from,
               RECORD_OPTIONAL,
               .about = "That reaches to this day or later."),
    RECORD_DAY(struct leave_selection,
               to,
               RECORD_OPTIONAL,
               .about = "That begins on this day or earlier."),
    RECORD_INSTANT(struct leave_selection,
                   recorded_at,
                   RECORD_OPTIONAL,
                   .about = "Of the file that was recorded at this instant."),
    RECORD_BOOL(struct leave_selection,
                withdrawn,
                RECORD_OPTIONAL,
                .about = "What was withdrawn, instead of what holds."),
};
const struct record leave_query_record = RECORD("LeaveQuery", struct leave_selection, query_fields);

static struct leave_reply told(const struct directory *directory,
                               const struct leave_version *version)
{
    const struct leave_period *period = &version->period;

    return (struct leave_reply){
        .number = period->number,
        .kind = (enum leave)period->kind,
        .from = period->from,
        .to = period->to,
        .reference = period->reference,
        .author = period->author,
        .withdrawn = period->withdrawn,
        .recorded_at_ms = version->recorded_at_ms,
        .offset_minutes = directory->offset_minutes,
    };
}

/* ---- looking ---- */

/* Whose leave it is lies within the caller's scope. */
static bool is_within(struct http_request *request,
                      const struct board_snapshot *snapshot,
                      enum permission permission,
                      const struct leave_version *version)
{
    const struct directory *directory = snapshot->picture->directory;
    int32_t person = directory_find_person(directory, version->period.number);
    int32_t agency = person == NONE ? NONE : directory_agency_of(directory, person, snapshot->day);

    return identity_may_on(api_identity(request), permission, directory, agency);
}

static enum rc list_selected(struct http_request *request,
                             const struct leave_selection *selection,
                             const struct leave_version **out_versions,
                             size_t *out_count)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;

    TRY(api_borrow(api, &reader));
    return leave_list(reader->facts, api->options.government, selection, request->mem, out_versions,
                      out_count);
}

enum rc list_leave(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct leave_version *versions = NULL;
    struct leave_selection selection;
    struct leave_reply *replies;
    size_t count = 0, shown = 0;

    TRY(api_query(request, &leave_query_record, &selection));
    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(list_selected(request, &selection, &versions, &count));
    replies = arena_array(request->mem, struct leave_reply, count);
    for (size_t i = 0; i < count; i++) {
        if (!is_within(request, snapshot, PERMISSION_SHEET_READ, &versions[i])) continue;
        replies[shown++] = told(snapshot->picture->directory, &versions[i]);
    }
    api_reply(request, &leave_list_record, &(struct leave_reply_list){{replies, shown}}, 0);
    return RC_OK;
}

/* ---- taking back ---- */

static enum rc finish_withdrawal(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct leave_change *change = request->work;
    struct leave_reply *replies = arena_array(request->mem, struct leave_reply, change->count);

    TRY(api_wait_for_board(api, 1, 0));
    TRY(api_snapshot(api, &snapshot));
    for (size_t i = 0; i < change->count; i++) {
        struct leave_version version = change->versions[i];

        version.period = leave_changed(change, &version);
        version.recorded_at_ms = change->recorded_at_ms;
        replies[i] = told(snapshot->picture->directory, &version);
    }
    api_reply(request, &leave_list_record, &(struct leave_reply_list){{replies, change->count}}, 0);
    return RC_OK;
}

/* All that is selected must be the caller's to change: half a file would be
 * taken back otherwise. */
static enum rc check_scope(struct http_request *request, const struct leave_change *change)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;

    TRY(api_snapshot(api_of(request), &snapshot));
    for (size_t i = 0; i < change->count; i++) {
        if (is_within(request, snapshot, PERMISSION_PERSON_WRITE, &change->versions[i])) continue;
        return problem_at(&request->why, RC_FORBIDDEN, "number",
                          "this person is outside of what you may change");
    }
    return RC_OK;
}

enum rc withdraw_leave(struct http_request *request)
{
    struct leave_change *change = arena_one(request->mem, struct leave_change);
    struct leave_selection selection;

    TRY(api_body(request, &leave_withdrawal_record, &selection));
    if (!selection.number.bytes && !selection.reference.bytes && !selection.recorded_at_ms) {
        return problem_at(&request->why, RC_INVALID, "number",
                          "say which leave: number, reference or recorded_at");
    }
    change->kind = selection.recorded_at_ms ? LEAVE_TAKE_BACK : LEAVE_WITHDRAW;
    change->author = arena_text(request->mem, text_of(api_identity(request)->name));
    TRY(list_selected(request, &selection, &change->versions, &change->count));
    if (change->count == 0) {
        return problem_at(&request->why, RC_NOT_FOUND, "number", "there is no such leave");
    }
    TRY(check_scope(request, change));
    return api_perform(request, &leave_change_command, change, finish_withdrawal);
}
