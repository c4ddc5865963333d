#include "api/api_private.h"
#include "api/bodies.h"
#include "attendance/unmapped.h"
#include "base/json_read.h"
#include "people/enrolment.h"

/* How far back PINs without an owner are looked for. */
enum { UNMAPPED_DAYS = 31 };

static void write_owner(struct json_write *json,
                        const struct directory *directory,
                        const struct unmapped_owner *owner)
{
    const struct directory_person *person = &directory->people[owner->person];

    json_write_object(json, NULL);
    json_write_text(json, "number", person->number);
    json_write_text(json, "name", person->name);
    json_write_cstr(json, "because", unmapped_reason_word(owner->reason));
    json_write_end(json);
}

static void write_pin(struct json_write *json,
                      const struct picture *picture,
                      const struct unmapped_pin *pin)
{
    const struct directory *directory = picture->directory;
    int32_t terminal = picture_find_terminal(picture, pin->terminal);
    struct text agency_name =
        pin->agency == NONE ? TEXT("") : directory->agencies[pin->agency].name;
    struct text name = terminal == NONE ? TEXT("") : picture->terminals[terminal].name;
    int offset = pin->agency == NONE ? directory->offset_minutes
                                     : directory->agencies[pin->agency].offset_minutes;

    json_write_object(json, NULL);
    json_write_text(json, "pin", pin->pin);
    json_write_text(json, "terminal", pin->terminal);
    json_write_text(json, "terminal_name", name.bytes ? name : agency_name);
    json_write_text(json, "agency",
                    pin->agency == NONE ? TEXT("") : directory->agencies[pin->agency].code);
    json_write_instant(json, "first_at", instant_of_moment(pin->first_moment, offset), offset);
    json_write_instant(json, "last_at", instant_of_moment(pin->last_moment, offset), offset);
    json_write_int(json, "punches", pin->punches);
    json_write_array(json, "owners");
    for (size_t i = 0; i < pin->owner_count; i++) {
        write_owner(json, directory, &pin->owners[i]);
    }
    json_write_end(json);
    json_write_end(json);
}

/* People of places with such PINs who are unknown today. */
static int64_t count_unknown(const struct board_snapshot *snapshot)
{
    int64_t unknown = 0;

    for (size_t i = 0; i < snapshot->agency_count; i++) {
        int32_t place = snapshot->picture->place_of[i];

        if (place != NONE && snapshot->places[place].unmapped_pins > 0) {
            unknown += snapshot->own[i].counts[STATE_UNKNOWN];
        }
    }
    return unknown;
}

enum rc list_unmapped(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct unmapped_pin *pins = NULL;
    struct json_write *json;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    TRY(unmapped_list(reader->derived, snapshot->picture, snapshot->day - UNMAPPED_DAYS,
                      snapshot->day + 1, request->mem, &pins, &count));
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_array(json, "pins");
    for (size_t i = 0; i < count; i++) {
        if (identity_may_on(api_identity(request), PERMISSION_ENROLMENT_READ,
                            snapshot->picture->directory, pins[i].agency)) {
            write_pin(json, snapshot->picture, &pins[i]);
        }
    }
    json_write_end(json);
    json_write_int(json, "people_unknown", count_unknown(snapshot));
    json_write_end(json);
    return RC_OK;
}

static enum rc finish_mapping(struct http_request *request)
{
    const struct enrolment_request *mapped = request->work;
    struct json_write *json;

    TRY(api_wait_for_board(api_of(request), 1, 0));
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_text(json, "pin", mapped->enrolment.pin);
    json_write_text(json, "terminal", mapped->enrolment.terminal);
    json_write_text(json, "number", mapped->enrolment.number);
    json_write_bool(json, "changed", mapped->position > 0);
    json_write_end(json);
    request->reply.status = 201;
    return RC_OK;
}

/* Whom it is about must be within the caller's scope. */
static enum rc check_scope(struct http_request *request, struct text number)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    int32_t person, agency;

    TRY(api_snapshot(api_of(request), &snapshot));
    directory = snapshot->picture->directory;
    person = directory_find_person(directory, number);
    if (person == NONE) {
        return problem_at(&request->why, RC_NOT_FOUND, "number", "nobody has this number");
    }
    agency = directory_agency_of(directory, person, snapshot->day);
    if (identity_may_on(api_identity(request), PERMISSION_ENROLMENT_WRITE, directory, agency)) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_FORBIDDEN, "number",
                      "this person is outside of what you may change");
}

enum rc map_pin(struct http_request *request)
{
    struct enrolment_request *mapping = arena_one(request->mem, struct enrolment_request);
    struct enrolment_body body;

    TRY(json_read(&enrolment_body_record, request->body, request->mem, &body, &request->why));
    TRY(check_scope(request, body.number));
    *mapping = (struct enrolment_request){
        .enrolment = {.pin = body.pin,
                      .terminal = body.terminal,
                      .number = body.number,
                      .valid_from = body.valid_from,
                      .author = arena_text(request->mem, text_of(api_identity(request)->name))},
        .from_is_given = !day_is_none(body.valid_from),
    };
    return api_perform(request, &enrolment_map_command, mapping, finish_mapping);
}
