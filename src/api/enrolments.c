#include "api/bodies.h"
#include "api/reply.h"
#include "attendance/unmapped.h"
#include "people/enrolment.h"

/* How far back PINs without an owner are looked for. */
enum { UNMAPPED_DAYS = 31 };

/* ---- what is said ---- */

static const struct record_choice reasons[] = {
#define UNMAPPED(name, word) {word, UNMAPPED_##name},
#include "attendance/unmapped.def"
#undef UNMAPPED
    {NULL, 0},
};

struct likely_owner {
    struct text number;
    struct text name;
    enum unmapped_reason because;
};

static const struct record_field owner_fields[] = {
    SAY_TEXT(struct likely_owner, number, "Number of the person."),
    SAY_TEXT(struct likely_owner, name, "Full name."),
    SAY_WORD(struct likely_owner, because, reasons, "Why they are likely."),
};
static const struct record owner_record =
    RECORD_TOLD("LikelyOwner", struct likely_owner, owner_fields);

struct pin_reply {
    struct text pin;
    struct text terminal;
    struct text terminal_name;
    struct text agency;
    int64_t first_at_ms;
    int64_t last_at_ms;
    int offset_minutes;
    int64_t punches;
    struct record_list owners;
};

static const struct record_field pin_fields[] = {
    SAY_TEXT(struct pin_reply, pin, "The PIN."),
    SAY_TEXT(struct pin_reply, terminal, "Serial number."),
    SAY_TEXT(struct pin_reply, terminal_name, "Where it stands."),
    SAY_TEXT(struct pin_reply, agency, "Code of the agency, or empty."),
    SAY_INSTANT(struct pin_reply, first_at, "First seen"),
    SAY_INSTANT(struct pin_reply, last_at, "... and last."),
    SAY_INT(struct pin_reply, punches, "How many punches wait for an owner."),
    SAY_LIST(struct pin_reply, owners, &owner_record, "The likeliest first."),
};
static const struct record pin_record =
    RECORD_ZONED("UnmappedPin", struct pin_reply, pin_fields, offset_minutes);

struct unmapped_list {
    struct record_list pins;
    int64_t people_unknown;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct unmapped_list, pins, &pin_record, "PINs that mean nobody."),
    SAY_INT(struct unmapped_list, people_unknown, "People of those places, unknown today."),
};
const struct record unmapped_list_record =
    RECORD_TOLD("UnmappedPinList", struct unmapped_list, list_fields);

struct enrolment_reply {
    struct text pin;
    struct text terminal;
    struct text number;
    bool changed;
};

static const struct record_field enrolment_fields[] = {
    SAY_TEXT(struct enrolment_reply, pin, "The PIN."),
    SAY_TEXT(struct enrolment_reply, terminal, "Serial number; empty: every terminal."),
    SAY_TEXT(struct enrolment_reply, number, "Number of the person."),
    SAY_BOOL(struct enrolment_reply, changed, "False: it was so already."),
};
const struct record enrolment_reply_record =
    RECORD_TOLD("Enrolment", struct enrolment_reply, enrolment_fields);

/* ---- filling ---- */

static struct record_list owners_of(const struct directory *directory,
                                    const struct unmapped_pin *pin,
                                    struct arena *mem)
{
    struct likely_owner *owners = arena_array(mem, struct likely_owner, pin->owner_count);

    for (size_t i = 0; i < pin->owner_count; i++) {
        const struct directory_person *person = &directory->people[pin->owners[i].person];

        owners[i] = (struct likely_owner){person->number, person->name, pin->owners[i].reason};
    }
    return (struct record_list){owners, pin->owner_count};
}

static struct pin_reply pin_of(const struct picture *picture,
                               const struct unmapped_pin *pin,
                               struct arena *mem)
{
    const struct directory *directory = picture->directory;
    int32_t terminal = picture_find_terminal(picture, pin->terminal);
    struct text agency_name =
        pin->agency == NONE ? TEXT("") : directory->agencies[pin->agency].name;
    struct text name = terminal == NONE ? TEXT("") : picture->terminals[terminal].name;
    int offset = reply_offset(directory, pin->agency);

    return (struct pin_reply){
        .pin = pin->pin,
        .terminal = pin->terminal,
        .terminal_name = name.bytes ? name : agency_name,
        .agency = pin->agency == NONE ? TEXT("") : directory->agencies[pin->agency].code,
        .first_at_ms = instant_of_moment(pin->first_moment, offset),
        .last_at_ms = instant_of_moment(pin->last_moment, offset),
        .offset_minutes = offset,
        .punches = pin->punches,
        .owners = owners_of(directory, pin, mem),
    };
}

/* People of places with such PINs who are unknown today. */
static int64_t count_unknown(const struct board_snapshot *snapshot)
{
    const struct place_era *era = places_on(&snapshot->picture->places, snapshot->day);
    int64_t unknown = 0;

    for (size_t i = 0; i < snapshot->agency_count; i++) {
        int32_t place = era->place_of[i];

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
    struct unmapped_list reply = {0};
    struct unmapped_pin *pins = NULL;
    struct pin_reply *told;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    TRY(api_wait_for_board(api, 1, 0));
    TRY(api_borrow(api, &reader));
    TRY(unmapped_list(reader->derived, snapshot->picture, snapshot->day - UNMAPPED_DAYS,
                      snapshot->day + 1, request->mem, &pins, &count));
    told = arena_array(request->mem, struct pin_reply, count);
    reply.pins.items = told;
    for (size_t i = 0; i < count; i++) {
        if (identity_may_on(api_identity(request), PERMISSION_ENROLMENT_READ,
                            snapshot->picture->directory, pins[i].agency)) {
            told[reply.pins.count++] = pin_of(snapshot->picture, &pins[i], request->mem);
        }
    }
    reply.people_unknown = count_unknown(snapshot);
    api_reply(request, &unmapped_list_record, &reply, 0);
    return RC_OK;
}

static enum rc finish_mapping(struct http_request *request)
{
    const struct enrolment_request *mapped = request->work;
    struct enrolment_reply reply = {.pin = mapped->enrolment.pin,
                                    .terminal = mapped->enrolment.terminal,
                                    .number = mapped->enrolment.number,
                                    .changed = mapped->position > 0};

    TRY(api_wait_for_board(api_of(request), 1, 0));
    api_reply(request, &enrolment_reply_record, &reply, 0);
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

    TRY(api_body(request, &enrolment_body_record, &body));
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
