#include "api/inspection_seat.h"

#include "api/inspection_reply.h"
#include "api/rooms.h"

enum { FREEZE_TRIES = 5 };

/* ---- taking it ---- */

/* A scope that the register does not have any more is empty; opening says why. */
static void find_scope(const struct board_snapshot *snapshot,
                       struct text scope,
                       struct arena *mem,
                       struct roll_unit **out_units,
                       size_t *out_count)
{
    const struct directory *directory = snapshot->picture->directory;
    const int32_t *agencies = NULL;
    struct roll_unit *units;
    size_t count = 0;

    *out_units = NULL;
    *out_count = 0;
    if (figure_scope(directory, scope, mem, &agencies, &count, NULL) != RC_OK) return;
    units = room_units(directory, agencies, count, mem);
    for (size_t i = 0; i < count; i++) {
        units[i].opening[GROUP_ALL] = snapshot->below[agencies[i]];
    }
    *out_units = units;
    *out_count = count;
}

enum rc seat_load_room(struct api *api,
                       struct db *facts,
                       const struct board_snapshot *snapshot,
                       struct text code,
                       struct arena *mem,
                       struct room *out_room)
{
    int government = api->options.government;
    struct inspection plan;
    struct roll_unit *units;
    size_t count;

    TRY(inspection_find(facts, government, code, mem, &plan));
    find_scope(snapshot, plan.scope, mem, &units, &count);
    return room_load(facts, government, code, units, count, mem, out_room);
}

/* Those of the roll call, where the register has them now. */
static void find_agencies(struct http_request *request, struct seat *seat)
{
    const struct directory *directory = seat->snapshot->picture->directory;
    const struct roll_call *call = &seat->room.call;

    seat->agencies = arena_array(request->mem, int32_t, call->agency_count + 1);
    seat->agency_count = call->agency_count;
    for (size_t i = 0; i < call->agency_count; i++) {
        seat->agencies[i] = directory_find_agency(directory, call->agencies[i].code);
    }
}

static enum rc find_rights(struct http_request *request, struct seat *seat)
{
    const struct api *api = api_of(request);
    const struct identity *who = api_identity(request);
    struct day today = seat_today(request, seat);
    struct delegation delegation;
    struct room_asking asking = {
        .who = who,
        .directory = seat->snapshot->picture->directory,
        .members = seat->room.members,
        .member_count = seat->room.member_count,
        .agencies = seat->agencies,
        .agency_count = seat->agency_count,
    };
    bool found = false;

    TRY(delegation_of(seat->reader->facts, api->options.government, text_of(who->name), today,
                      request->mem, &delegation, &found));
    if (found) asking.delegation = &delegation;
    seat->rights = room_rights_of(&asking);
    return RC_OK;
}

static enum rc say_not_found(struct http_request *request, struct text code)
{
    return problem_at(&request->why, RC_NOT_FOUND, "inspection",
                      "there is no inspection \"" TEXT_FORMAT "\"", TEXT_ARGUMENT(code));
}

static enum rc find_room(struct http_request *request, struct seat *seat, struct text code)
{
    enum rc rc = seat_load_room(api_of(request), seat->reader->facts, seat->snapshot, code,
                                request->mem, &seat->room);

    return rc == RC_NOT_FOUND ? say_not_found(request, code) : rc;
}

struct day seat_today(struct http_request *request, const struct seat *seat)
{
    return day_from_number(picture_day_at(seat->snapshot->picture, api_now_ms(api_of(request))));
}

enum rc seat_take(struct http_request *request, struct seat *out_seat)
{
    struct api *api = api_of(request);
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(api_snapshot(api, &seat.snapshot));
    TRY(api_borrow(api, &seat.reader));
    TRY(find_room(request, &seat, request->parameters[0]));
    find_agencies(request, &seat);
    TRY(find_rights(request, &seat));
    if (!room_is_told_to(&seat.rights, api_identity(request), &seat.room,
                         seat_today(request, &seat))) {
        return say_not_found(request, request->parameters[0]);
    }
    *out_seat = seat;
    seat = (struct seat){.snapshot = NULL};
    return RC_OK;
}

void seat_leave(struct seat *seat)
{
    board_drop(&seat->snapshot);
    api_return(&seat->reader);
}

/* ---- may he? ---- */

enum rc seat_may_lead(struct http_request *request, const struct seat *seat)
{
    if (seat->rights.may_lead) return RC_OK;
    return problem_set(&request->why, RC_FORBIDDEN, "you do not lead this inspection");
}

enum rc seat_may_work(struct http_request *request, const struct seat *seat)
{
    if (seat->rights.may_work || seat->rights.may_lead) return RC_OK;
    return problem_set(&request->why, RC_FORBIDDEN, "you are not of the team of this inspection");
}

enum rc seat_may_look(struct http_request *request, const struct seat *seat)
{
    if (seat->rights.may_lead || seat->rights.may_work || seat->rights.may_answer) return RC_OK;
    return problem_set(&request->why, RC_FORBIDDEN, "you do not answer for an agency here");
}

enum rc seat_may_answer(struct http_request *request,
                        const struct seat *seat,
                        struct text agency,
                        int *out_place)
{
    int place = roll_find(&seat->room.call, agency);

    if (place == ROLL_NOBODY) {
        return problem_at(&request->why, RC_NOT_FOUND, "agency",
                          "\"" TEXT_FORMAT "\" is not called in this inspection",
                          TEXT_ARGUMENT(agency));
    }
    if (!room_may_answer_for(&seat->rights, seat->agencies[place])) {
        return problem_at(&request->why, RC_FORBIDDEN, "agency",
                          "you do not answer for this agency here");
    }
    *out_place = place;
    return RC_OK;
}

enum rc seat_may_confirm(struct http_request *request, const struct seat *seat)
{
    if (seat->rights.part == ROOM_DEPUTY) return RC_OK;
    if (seat->rights.part == ROOM_HEAD && api_identity(request)->role == ROLE_HEAD) return RC_OK;
    return problem_set(&request->why, RC_FORBIDDEN,
                       "only the head of the agency, or the deputy, confirms");
}

/* ---- figures ---- */

static enum rc count(struct http_request *request,
                     const struct seat *seat,
                     struct figure_request *wanted,
                     struct room_acting *acting)
{
    struct api *api = api_of(request);

    wanted->position = ledger_position(api->options.ledger);
    TRY(api_wait_for_board(api, wanted->day, wanted->day));
    wanted->judged_at_ms = api_now_ms(api);
    return figure_count(seat->reader->derived, seat->snapshot->picture, wanted, request->mem,
                        &acting->figures, &acting->figure_count);
}

/* Again when something was recorded meanwhile, so that the figures are exactly
 * those of their position; in a storm of punches the last try has to do. */
enum rc seat_freeze(struct http_request *request,
                    const struct seat *seat,
                    enum figure_moment moment,
                    int place,
                    struct room_acting *acting)
{
    const struct ledger *ledger = api_of(request)->options.ledger;
    struct figure_request wanted = {
        .inspection = seat->room.plan.inspection,
        .moment = moment,
        .day = day_number(seat->room.plan.day),
        .agencies = place < 0 ? seat->agencies : &seat->agencies[place],
        .agency_count = place < 0 ? seat->agency_count : 1,
        .groups = (enum people_group)seat->room.plan.groups,
    };

    for (int tries = 0; tries < FREEZE_TRIES; tries++) {
        TRY(count(request, seat, &wanted, acting));
        if (ledger_position(ledger) == wanted.position) break;
    }
    return RC_OK;
}

/* ---- acting ---- */

enum rc seat_reply(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct inspection_told told;

    TRY(seat_take(request, &seat));
    room_follow(request, &seat);
    inspection_tell(&seat.room, seat.snapshot, api_now_ms(api_of(request)), request->mem, &told);
    api_reply(request, &inspection_room_record, &told,
              seat.snapshot->picture->directory->offset_minutes);
    request->reply.status = 201;
    return RC_OK;
}

/* What is said stands on signed paper, where figures must read as they were written. */
static enum rc check_words(struct http_request *request, const struct room_acting *acting)
{
    for (size_t i = 0; i < acting->act_count; i++) {
        const struct act *act = &acting->acts[i];

        if (!text_reorders(act->said) && !text_reorders(act->name) && !text_reorders(act->post) &&
            !text_reorders(act->reference)) {
            continue;
        }
        return problem_set(&request->why, RC_INVALID,
                           "a text holds characters that turn the order of others");
    }
    return RC_OK;
}

enum rc seat_act_and_show(struct http_request *request,
                          const struct seat *seat,
                          struct room_acting *acting,
                          http_handler *show)
{
    struct text author = arena_text(request->mem, text_of(api_identity(request)->name));

    TRY(check_words(request, acting));
    for (size_t i = 0; i < acting->act_count; i++) {
        acting->acts[i].author = author;
    }
    acting->inspection = seat->room.plan.inspection;
    acting->units = seat->room.units;
    acting->unit_count = seat->room.unit_count;
    return api_perform_and_show(request, &room_act_command, acting, show);
}

enum rc seat_act(struct http_request *request, const struct seat *seat, struct room_acting *acting)
{
    return seat_act_and_show(request, seat, acting, seat_reply);
}

struct act *seat_one_act(struct http_request *request,
                         const struct seat *seat,
                         enum act_kind kind,
                         struct text agency,
                         struct room_acting **out_acting)
{
    struct room_acting *acting = arena_one(request->mem, struct room_acting);

    acting->acts = arena_one(request->mem, struct act);
    acting->act_count = 1;
    *acting->acts = act_of(seat->room.plan.inspection, kind, agency);
    *out_acting = acting;
    return acting->acts;
}
