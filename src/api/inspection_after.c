/* The routes of what follows a session: follow-ups, amendments, and the text for the
 * press. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/press.h"

struct press_told {
    struct text text;
};

static const struct record_field press_fields[] = {
    RECORD_PROSE(struct press_told,
                 text,
                 RECORD_REQUIRED,
                 0,
                 RECORD_ANY,
                 .about = "In Indonesian; empty before the opening."),
};
const struct record inspection_press_record =
    RECORD_TOLD("InspectionPress", struct press_told, press_fields);

enum rc show_inspection_press(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct directory *directory;
    struct press_place place;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    directory = seat.snapshot->picture->directory;
    place = (struct press_place){.government = directory->government_short,
                                 .zone = directory->government_zone,
                                 .offset_minutes = directory->offset_minutes};
    api_reply(request, &inspection_press_record,
              &(struct press_told){press_text(&seat.room, &place, request->mem)}, 0);
    return RC_OK;
}

/* ---- follow-ups and amendments ---- */

/* The official chooses the path with a reason; nothing is imposed by it. */
enum rc follow_up(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct follow_up_body body;
    struct room_acting *acting;
    struct act *act;

    TRY(api_body(request, &follow_up_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    act = seat_one_act(request, &seat, ACT_FOLLOW_UP, body.agency, &acting);
    act->person = body.number;
    act->word = text_of(record_choice_word(follow_up_path_choices, body.path));
    act->said = body.reason;
    act->name = body.official;
    return seat_act(request, &seat, acting);
}

enum rc amend_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct note_body body;

    TRY(api_body(request, &note_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    seat_one_act(request, &seat, ACT_AMENDED, body.agency, &acting)->said = body.text;
    return seat_act(request, &seat, acting);
}
