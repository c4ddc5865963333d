#include "attendance/places.h"

#include "people/fact.h"

#include <stdlib.h>

static int compare_days(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

    return (a > b) - (a < b);
}

/* The days on which some placement begins, each once, the first of all included. */
static size_t find_days(const struct terminal *terminals,
                        size_t terminal_count,
                        struct arena *mem,
                        int32_t **out_days)
{
    size_t capacity = 1, count = 1, kept = 1;
    int32_t *days;

    for (size_t i = 0; i < terminal_count; i++) {
        capacity += terminals[i].placement_count;
    }
    days = arena_array(mem, int32_t, capacity);
    days[0] = DAY_NUMBER_FIRST;
    for (size_t i = 0; i < terminal_count; i++) {
        for (size_t k = 0; k < terminals[i].placement_count; k++) {
            days[count++] = terminals[i].placements[k].from;
        }
    }
    qsort(days, count, sizeof *days, compare_days);
    for (size_t i = 1; i < count; i++) {
        if (days[i] != days[kept - 1]) days[kept++] = days[i];
    }
    *out_days = days;
    return kept;
}

struct making {
    const struct directory *directory;
    const struct terminal *terminals;
    size_t terminal_count;
    struct arena *mem;
};

/* Agencies come in the order of the tree: a parent is placed before its children. */
static void find_places(const struct making *making, const int32_t *stands_at, int32_t *place_of)
{
    const struct directory *directory = making->directory;

    for (size_t i = 0; i < directory->agency_count; i++) {
        place_of[i] = NONE;
    }
    for (size_t i = 0; i < making->terminal_count; i++) {
        if (stands_at[i] != NONE) place_of[stands_at[i]] = stands_at[i];
    }
    for (size_t i = 0; i < directory->agency_count; i++) {
        int32_t parent = directory->agencies[i].parent;

        if (place_of[i] == NONE && parent != NONE) place_of[i] = place_of[parent];
    }
}

static struct place_era make_era(const struct making *making, int32_t from_day)
{
    int32_t *agency_of = arena_array(making->mem, int32_t, making->terminal_count + 1);
    int32_t *stands_at = arena_array(making->mem, int32_t, making->terminal_count + 1);
    int32_t *place_of = arena_array(making->mem, int32_t, making->directory->agency_count + 1);

    for (size_t i = 0; i < making->terminal_count; i++) {
        const struct terminal *terminal = &making->terminals[i];
        const struct terminal_placement *held = terminal_placed_on(terminal, from_day);
        const struct terminal_placement *shown = held ? held : &terminal->placements[0];

        agency_of[i] = directory_find_agency(making->directory, shown->agency);
        stands_at[i] = held && held->state == TERMINAL_APPROVED ? agency_of[i] : NONE;
    }
    find_places(making, stands_at, place_of);
    return (struct place_era){from_day, agency_of, stands_at, place_of, NULL};
}

/* From the last era backwards. */
static void look_ahead(const struct making *making, struct place_era *eras, size_t count)
{
    size_t agencies = making->directory->agency_count;

    for (size_t era = count; era-- > 0;) {
        int32_t *place_in = arena_array(making->mem, int32_t, agencies + 1);

        for (size_t i = 0; i < agencies; i++) {
            place_in[i] = NONE;
            if (era + 1 == count) continue;
            place_in[i] =
                eras[era + 1].place_of[i] != NONE ? (int32_t)era + 1 : eras[era + 1].place_in[i];
        }
        eras[era].place_in = place_in;
    }
}

void places_make(struct places *places,
                 const struct directory *directory,
                 const struct terminal *terminals,
                 size_t terminal_count,
                 struct arena *mem)
{
    struct making making = {directory, terminals, terminal_count, mem};
    int32_t *days = NULL;
    size_t count = find_days(terminals, terminal_count, mem, &days);
    struct place_era *eras = arena_array(mem, struct place_era, count);

    for (size_t i = 0; i < count; i++) {
        eras[i] = make_era(&making, days[i]);
    }
    look_ahead(&making, eras, count);
    *places = (struct places){eras, count};
}

const struct place_era *places_on(const struct places *places, int32_t day)
{
    size_t low = 0, high = places->count;

    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;

        if (places->eras[middle].from_day <= day) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &places->eras[low];
}
