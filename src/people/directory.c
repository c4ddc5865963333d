#include "people/directory.h"

#include "base/mem.h"
#include "people/directory_private.h"

int32_t directory_find_agency(const struct directory *directory, struct text code)
{
    uint32_t index = 0;

    return map_find(directory->own->agencies, code, &index) ? (int32_t)index : NONE;
}

int32_t directory_find_person(const struct directory *directory, struct text number)
{
    uint32_t index = 0;

    return map_find(directory->own->people, number, &index) ? (int32_t)index : NONE;
}

bool directory_find_pin(const struct directory *directory, struct text pin, size_t *out_first)
{
    uint32_t first = 0;

    if (!map_find(directory->own->pins, pin, &first)) return false;
    *out_first = first;
    return true;
}

int32_t directory_resolve(const struct directory *directory,
                          struct text pin,
                          struct text terminal,
                          int32_t day)
{
    size_t first = 0;
    int32_t anywhere = NONE;

    if (!directory_find_pin(directory, pin, &first)) return NONE;
    for (size_t i = first; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (!text_equal(enrolment->pin, pin)) break;
        if (day < enrolment->from || day > enrolment->to) continue;
        if (enrolment->terminal.bytes == 0) {
            anywhere = enrolment->person;
        } else if (text_equal(enrolment->terminal, terminal)) {
            return enrolment->person;
        }
    }
    return anywhere;
}

void directory_pins_of(const struct directory *directory,
                       int32_t person,
                       directory_pin_visitor *visit,
                       void *visitor)
{
    const struct directory_person *whose = &directory->people[person];
    struct text last = {NULL, 0};
    bool number_visited = false;

    for (size_t i = 0; i < whose->pin_count; i++) {
        uint32_t at = directory->person_enrolments[whose->pin_first + i];
        struct text pin = directory->enrolments[at].pin;

        if (i > 0 && text_equal(pin, last)) continue;
        visit(visitor, pin);
        last = pin;
        if (text_equal(pin, whose->number)) number_visited = true;
    }
    if (!number_visited) visit(visitor, whose->number);
}

int32_t directory_agency_of(const struct directory *directory, int32_t person, int32_t day)
{
    const struct directory_person *whose = &directory->people[person];
    const struct directory_posting *postings = &directory->postings[whose->posting_first];

    for (size_t i = whose->posting_count; i-- > 0;) {
        if (postings[i].from > day) continue;
        if (postings[i].to < postings[i].from) continue; /* withdrawn */
        return day <= postings[i].to ? postings[i].agency : NONE;
    }
    return NONE;
}

bool directory_is_active(const struct directory *directory, int32_t person, int32_t day)
{
    const struct directory_person *whose = &directory->people[person];

    if (day < whose->active_from || day > whose->active_to) return false;
    return directory_agency_of(directory, person, day) != NONE;
}

const struct directory_leave *directory_leave_on(const struct directory *directory,
                                                 int32_t person,
                                                 int32_t day)
{
    const struct directory_person *whose = &directory->people[person];
    const struct directory_leave *best = NULL;

    for (size_t i = 0; i < whose->leave_count; i++) {
        const struct directory_leave *leave = &directory->leaves[whose->leave_first + i];

        if (day < leave->from || day > leave->to) continue;
        if (best && (leave->from < best->from ||
                     (leave->from == best->from && leave->recorded_at_ms < best->recorded_at_ms))) {
            continue;
        }
        best = leave;
    }
    return best;
}

const struct directory_withdrawal *directory_withdrawal_on(const struct directory *directory,
                                                           int32_t person,
                                                           int32_t day)
{
    const struct directory_withdrawal *last = NULL;

    for (size_t i = 0; i < directory->withdrawal_count; i++) {
        const struct directory_withdrawal *withdrawal = &directory->withdrawals[i];

        if (withdrawal->person != person || day < withdrawal->from || day > withdrawal->to) {
            continue;
        }
        if (!last || withdrawal->at_ms >= last->at_ms) last = withdrawal;
    }
    return last;
}

const struct directory_shift *directory_shift_on(const struct directory *directory,
                                                 int32_t person,
                                                 int32_t day)
{
    const struct directory_person *whose = &directory->people[person];
    const struct directory_shift *shifts = &directory->shifts[whose->shift_first];
    size_t low = 0;
    size_t high = whose->shift_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (shifts[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < whose->shift_count && shifts[low].day == day ? &shifts[low] : NULL;
}

struct text directory_setting(const struct directory *directory,
                              const char *key,
                              struct text otherwise)
{
    struct text wanted = text_of(key);

    for (size_t i = 0; i < directory->setting_count; i++) {
        if (text_equal(directory->settings[i].key, wanted)) return directory->settings[i].value;
    }
    return otherwise;
}

int64_t directory_setting_int(const struct directory *directory, const char *key, int64_t otherwise)
{
    int64_t value = 0;

    return text_int(directory_setting(directory, key, (struct text){NULL, 0}), &value) ? value
                                                                                       : otherwise;
}

bool directory_is_below(const struct directory *directory, int32_t agency, int32_t ancestor)
{
    if (ancestor == NONE) return true;
    return agency >= ancestor && agency < directory->agencies[ancestor].end;
}

size_t directory_bytes(const struct directory *directory)
{
    const struct directory_private *own = directory->own;

    return sizeof *directory + sizeof *own + own->text_bytes + map_bytes(own->agencies) +
           map_bytes(own->people) + map_bytes(own->pins) +
           directory->agency_count * sizeof *directory->agencies +
           directory->person_count * sizeof *directory->people +
           directory->posting_count * sizeof *directory->postings +
           directory->enrolment_count * sizeof *directory->enrolments +
           directory->enrolment_count * sizeof *directory->person_enrolments +
           directory->leave_count * sizeof *directory->leaves +
           directory->withdrawal_count * sizeof *directory->withdrawals +
           directory->shift_count * sizeof *directory->shifts +
           directory->decree_count * sizeof *directory->decrees +
           directory->setting_count * sizeof *directory->settings;
}

/* The arrays are constant to everybody but the one who made them. */
static void release(const void *array)
{
    union {
        const void *constant;
        void *own;
    } at = {.constant = array};

    mem_free(at.own);
}

void directory_free(struct directory **directory)
{
    struct directory *gone = *directory;

    if (!gone) return;
    release(gone->agencies);
    release(gone->people);
    release(gone->postings);
    release(gone->enrolments);
    release(gone->person_enrolments);
    release(gone->leaves);
    release(gone->withdrawals);
    release(gone->shifts);
    release(gone->decrees);
    release(gone->settings);
    map_free(&gone->own->agencies);
    map_free(&gone->own->people);
    map_free(&gone->own->pins);
    arena_free(&gone->own->mem);
    mem_free(gone->own);
    mem_free(gone);
    *directory = NULL;
}
