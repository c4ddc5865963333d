#include "api/inspection_seat.h"
#include "api/reply.h"
#include "people/account.h"

/* Whoever mistypes a name learns it now, not on the day. */
static enum rc check_account(struct http_request *request, struct text name, enum permission needed)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct account account;
    enum rc rc;

    TRY(api_borrow(api, &reader));
    rc = account_find(reader->facts, api->options.government, name, request->mem, &account);
    if (rc == RC_NOT_FOUND) {
        return problem_at(&request->why, RC_INVALID, "account",
                          "there is no account \"" TEXT_FORMAT
                          "\": an administrator makes it first",
                          TEXT_ARGUMENT(name));
    }
    TRY(rc);
    if (role_has((enum role)account.role, needed)) return RC_OK;
    return problem_at(&request->why, RC_INVALID, "account",
                      "the role of \"" TEXT_FORMAT "\" does not allow this part",
                      TEXT_ARGUMENT(name));
}

/* ---- members ---- */

enum rc name_inspection_member(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct inspection_member *member = arena_one(request->mem, struct inspection_member);

    TRY(api_body(request, &inspection_member_body_record, member));
    TRY(api_snapshot(api_of(request), &snapshot));
    if (!identity_may_on(api_identity(request), PERMISSION_INSPECTION_PLAN,
                         snapshot->picture->directory, NONE)) {
        return problem_set(&request->why, RC_FORBIDDEN, "only for the whole government");
    }
    if (member->account.bytes > 0 && !member->withdrawn && member->part != MEMBER_OFFICIAL) {
        TRY(check_account(request, member->account, PERMISSION_INSPECTION_WORK));
    }
    member->inspection = request->parameters[0];
    member->author = arena_text(request->mem, text_of(api_identity(request)->name));
    return api_perform_and_show(request, &inspection_member_command, member, show_inspection);
}

/* ---- delegations ---- */

static enum rc finish_delegation(struct http_request *request)
{
    http_reply_empty(request, 204);
    return RC_OK;
}

/* A head names who answers in its own place; BKPSDM for all.  Whoever could name
 * himself would see the names that his part in the session does not show him. */
static bool may_delegate(const struct identity *who)
{
    return who->role == ROLE_HEAD || who->role == ROLE_BKPSDM || who->role == ROLE_ADMIN;
}

static const struct record_field delegation_fields[] = {
    SAY_TEXT(struct delegation, agency, "Code of the agency."),
    SAY_TEXT(struct delegation, account, "By which the deputy signs in."),
    SAY_DAY(struct delegation, from, "First day."),
    SAY_DAY(struct delegation, to, "Last day."),
    SAY_TEXT(struct delegation, name, "Who."),
    SAY_TEXT(struct delegation, title, "As what; empty when it was not said."),
    SAY_TEXT(struct delegation, authority, "The letter by which."),
    SAY_TEXT(struct delegation, author, "The account that entered it."),
};
static const struct record delegation_record =
    RECORD_TOLD("Delegation", struct delegation, delegation_fields);

struct delegation_list {
    struct record_list delegations;
};

static const struct record_field delegation_list_fields[] = {
    SAY_LIST(struct delegation_list,
             delegations,
             &delegation_record,
             "In force or still to come, by agency."),
};
const struct record delegation_list_record =
    RECORD_TOLD("DelegationList", struct delegation_list, delegation_list_fields);

/* His own, and those of the agencies for which he may name somebody. */
static bool is_shown(const struct identity *who,
                     const struct directory *directory,
                     const struct delegation *delegation)
{
    if (text_equal(delegation->account, text_of(who->name))) return true;
    return may_delegate(who) &&
           identity_may_on(who, PERMISSION_INSPECTION_ANSWER, directory,
                           directory_find_agency(directory, delegation->agency));
}

enum rc list_delegations(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct delegation)};
    const struct delegation *all = NULL;
    const struct directory *directory;
    struct day today;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    directory = snapshot->picture->directory;
    today = day_from_number(picture_day_at(snapshot->picture, api_now_ms(api)));
    TRY(delegation_list(reader->facts, api->options.government, today, request->mem, &all, &count));
    for (size_t i = 0; i < count; i++) {
        if (!is_shown(api_identity(request), directory, &all[i])) continue;
        *(struct delegation *)reply_list_add(&list) = all[i];
    }
    api_reply(request, &delegation_list_record, &(struct delegation_list){reply_list_done(&list)},
              directory->offset_minutes);
    return RC_OK;
}

enum rc delegate_agency(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct delegation *delegation = arena_one(request->mem, struct delegation);
    const struct identity *who = api_identity(request);
    const struct directory *directory;
    int32_t agency;

    TRY(api_body(request, &delegation_body_record, delegation));
    TRY(api_snapshot(api_of(request), &snapshot));
    directory = snapshot->picture->directory;
    agency = directory_find_agency(directory, delegation->agency);
    if (agency == NONE) {
        return problem_at(&request->why, RC_NOT_FOUND, "agency",
                          "there is no agency with the code \"" TEXT_FORMAT "\"",
                          TEXT_ARGUMENT(delegation->agency));
    }
    if (!may_delegate(who) ||
        !identity_may_on(who, PERMISSION_INSPECTION_ANSWER, directory, agency)) {
        return problem_at(&request->why, RC_FORBIDDEN, "agency",
                          "you do not answer for this agency here");
    }
    if (!delegation->withdrawn) {
        TRY(check_account(request, delegation->account, PERMISSION_INSPECTION_ANSWER));
    }
    delegation->author = arena_text(request->mem, text_of(who->name));
    return api_perform(request, &delegation_command, delegation, finish_delegation);
}
