#include "attendance/unmapped.h"

static const char *const reason_words[] = {
#define UNMAPPED(name, word) [UNMAPPED_##name] = (word),
#include "attendance/unmapped.def"
#undef UNMAPPED
};

const char *unmapped_reason_word(enum unmapped_reason reason)
{
    assert(reason < COUNT_OF(reason_words));
    return reason_words[reason];
}

struct gathering {
    const struct picture *picture;
    struct arena *mem;
    struct unmapped_pin *pins;
    size_t count;
};

static struct unmapped_pin *find(struct gathering *gathering, struct text pin, struct text terminal)
{
    for (size_t i = gathering->count; i-- > 0;) {
        struct unmapped_pin *known = &gathering->pins[i];

        if (text_equal(known->pin, pin) && text_equal(known->terminal, terminal)) return known;
    }
    return NULL;
}

static void gather(void *visitor, const struct derived_punch *found)
{
    struct gathering *gathering = visitor;
    const struct punch *punch = &found->punch;
    struct unmapped_pin *pin;

    if (picture_resolve(gathering->picture, punch) != NONE) return;
    pin = find(gathering, punch->pin, punch->terminal);
    if (!pin) {
        if (gathering->count == UNMAPPED_PINS_MAX) return;
        pin = &gathering->pins[gathering->count++];
        *pin = (struct unmapped_pin){
            .pin = arena_text(gathering->mem, punch->pin),
            .terminal = arena_text(gathering->mem, punch->terminal),
            .agency =
                picture_agency_of_terminal(gathering->picture, punch->terminal, punch_day(punch)),
            .first_moment = punch->moment,
            .last_moment = punch->moment,
        };
    }
    pin->punches++;
    if (punch->moment < pin->first_moment) pin->first_moment = punch->moment;
    if (punch->moment > pin->last_moment) pin->last_moment = punch->moment;
}

/* Exactly two neighbouring characters changed places. */
static bool is_swapped(struct text a, struct text b)
{
    size_t differ = 0;

    if (a.bytes != b.bytes || a.bytes < 2) return false;
    while (differ < a.bytes && a.at[differ] == b.at[differ]) {
        differ++;
    }
    if (differ + 1 >= a.bytes || a.at[differ] != b.at[differ + 1] ||
        a.at[differ + 1] != b.at[differ]) {
        return false;
    }
    return text_equal((struct text){a.at + differ + 2, a.bytes - differ - 2},
                      (struct text){b.at + differ + 2, b.bytes - differ - 2});
}

static bool has_swapped_pin(const struct directory *directory, int32_t person, struct text pin)
{
    for (size_t i = 0; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (enrolment->person == person && is_swapped(enrolment->pin, pin)) return true;
    }
    return false;
}

static void suggest(struct unmapped_pin *pin, int32_t person, enum unmapped_reason reason)
{
    size_t at = pin->owner_count;

    while (at > 0 && pin->owners[at - 1].reason > reason) {
        at--;
    }
    if (at == UNMAPPED_OWNERS_MAX) return;
    if (pin->owner_count < UNMAPPED_OWNERS_MAX) pin->owner_count++;
    for (size_t i = pin->owner_count - 1; i > at; i--) {
        pin->owners[i] = pin->owners[i - 1];
    }
    pin->owners[at] = (struct unmapped_owner){person, reason};
}

/* People whose place the PIN was seen at. */
static bool is_of_place(const struct picture *picture, int32_t person, int32_t day, int32_t place)
{
    int32_t agency = directory_agency_of(picture->directory, person, day);

    return agency != NONE && places_on(&picture->places, day)->place_of[agency] == place;
}

static void find_owners(const struct picture *picture, struct unmapped_pin *pin)
{
    const struct directory *directory = picture->directory;
    int32_t day = moment_day_number(pin->last_moment);
    size_t without = 0;

    if (pin->agency == NONE) return;
    for (size_t i = 0; i < directory->person_count; i++) {
        const struct directory_person *person = &directory->people[i];

        if (!is_of_place(picture, (int32_t)i, day, pin->agency)) continue;
        without += person->pin_count == 0;
        if (text_equal(person->number, pin->pin)) {
            suggest(pin, (int32_t)i, UNMAPPED_NUMBER_EQUALS);
        } else if (text_starts(person->number, pin->pin)) {
            suggest(pin, (int32_t)i, UNMAPPED_NUMBER_STARTS_WITH);
        } else if (person->pin_count == 0) {
            suggest(pin, (int32_t)i, UNMAPPED_WITHOUT_PIN);
        } else if (has_swapped_pin(directory, (int32_t)i, pin->pin)) {
            suggest(pin, (int32_t)i, UNMAPPED_DIGITS_SWAPPED);
        }
    }
    for (size_t i = 0; i < pin->owner_count && without == 1; i++) {
        if (pin->owners[i].reason == UNMAPPED_WITHOUT_PIN) {
            pin->owners[i].reason = UNMAPPED_ONLY_WITHOUT_PIN;
        }
    }
}

enum rc unmapped_list(struct derived *derived,
                      const struct picture *picture,
                      int32_t from,
                      int32_t to,
                      struct arena *mem,
                      struct unmapped_pin **out_pins,
                      size_t *out_count)
{
    struct gathering gathering = {picture, mem,
                                  arena_array(mem, struct unmapped_pin, UNMAPPED_PINS_MAX), 0};

    TRY(review_punches_between(
        &(struct review_walk){&picture->reviews, derived, from, to, gather, &gathering}));
    for (size_t i = 0; i < gathering.count; i++) {
        find_owners(picture, &gathering.pins[i]);
    }
    *out_pins = gathering.pins;
    *out_count = gathering.count;
    return RC_OK;
}
