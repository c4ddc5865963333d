/* export_register.c - agencies and people, as their imports read them. */
#include "cmd/export_private.h"

#include <math.h>

static const struct listing_column agency_columns[] = {
    {"code", LISTING_PLAIN},       {"parent", LISTING_PLAIN},  {"name", LISTING_FREE},
    {"kind", LISTING_FREE},        {"zone", LISTING_PLAIN},    {"latitude", LISTING_NUMBER},
    {"longitude", LISTING_NUMBER}, {"pattern", LISTING_PLAIN}, {"short", LISTING_FREE},
};

static const struct listing_column person_columns[] = {
    {"number", LISTING_PLAIN},    {"name", LISTING_FREE},     {"kind", LISTING_PLAIN},
    {"agency", LISTING_PLAIN},    {"position", LISTING_FREE}, {"echelon", LISTING_FREE},
    {"roles", LISTING_FREE},      {"pin", LISTING_PLAIN},     {"active_from", LISTING_PLAIN},
    {"active_to", LISTING_PLAIN},
};

static enum rc write_agencies(struct export *export)
{
    const struct directory *directory = export->view.picture->directory;
    struct listing *to = export->listing;

    for (size_t i = 0; i < directory->agency_count; i++) {
        const struct directory_agency *agency = &directory->agencies[i];
        bool own_short = !text_equal(agency->short_name, agency->name);

        listing_text(to, agency->code);
        listing_text(to,
                     agency->parent == NONE ? TEXT("") : directory->agencies[agency->parent].code);
        listing_text(to, agency->name);
        listing_text(to, agency->kind);
        listing_text(to, agency->own_zone);
        listing_real(to, agency->has_place ? agency->latitude : NAN);
        listing_real(to, agency->has_place ? agency->longitude : NAN);
        listing_text(to, agency->own_pattern);
        listing_text(to, own_short ? agency->short_name : TEXT(""));
    }
    return RC_OK;
}

/* The PIN of each person on all terminals today; of several the first by text. */
static const struct text *find_pins(struct export *export, int32_t today)
{
    const struct directory *directory = export->view.picture->directory;
    struct text *pins = arena_array(export->context->mem, struct text, directory->person_count + 1);

    for (size_t i = 0; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (enrolment->terminal.bytes || enrolment->person == NONE) continue;
        if (today < enrolment->from || today > enrolment->to) continue;
        if (pins[enrolment->person].bytes == 0) pins[enrolment->person] = enrolment->pin;
    }
    return pins;
}

static void write_day(struct listing *to, int32_t day)
{
    bool open = day == DAY_NUMBER_FIRST || day == DAY_NUMBER_LAST;

    listing_cstr(to, open ? "" : day_text(day_from_number(day)).s);
}

/* Somebody who left or has not begun keeps the agency of the last or first day. */
static int32_t agency_of(const struct directory *directory, int32_t person, int32_t today)
{
    const struct directory_person *who = &directory->people[person];

    if (today > who->active_to) today = who->active_to;
    if (today < who->active_from) today = who->active_from;
    return directory_agency_of(directory, person, today);
}

static enum rc write_people(struct export *export)
{
    const struct directory *directory = export->view.picture->directory;
    int32_t today = export_today(export);
    const struct text *pins = find_pins(export, today);
    struct listing *to = export->listing;

    for (size_t i = 0; i < directory->person_count; i++) {
        const struct directory_person *person = &directory->people[i];
        int32_t agency = agency_of(directory, (int32_t)i, today);

        listing_text(to, person->number);
        listing_text(to, person->name);
        listing_cstr(to, person_kind_word(person->kind));
        listing_text(to, agency == NONE ? TEXT("") : directory->agencies[agency].code);
        listing_text(to, person->position);
        listing_text(to, person->echelon);
        listing_text(to, person->roles);
        listing_text(to, pins[i]);
        write_day(to, person->active_from);
        write_day(to, person->active_to);
    }
    return RC_OK;
}

const struct export_table export_agencies = {"agencies", agency_columns, COUNT_OF(agency_columns),
                                             write_agencies};
const struct export_table export_people = {"people", person_columns, COUNT_OF(person_columns),
                                           write_people};
