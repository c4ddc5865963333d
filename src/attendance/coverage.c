#include "attendance/coverage.h"

#include "base/mem.h"

struct place {
    bool silent;
    int64_t delivered_to_ms;
};

struct coverage_map {
    const struct picture *picture;
    struct place *places; /* of each agency that has terminals of its own */
};

static const struct place nobody = {.delivered_to_ms = INT64_MAX};

struct coverage_map *coverage_new(const struct picture *picture)
{
    struct coverage_map *map = mem_alloc(1, sizeof *map);

    map->picture = picture;
    map->places = mem_alloc(picture->directory->agency_count, sizeof *map->places);
    for (size_t i = 0; i < picture->directory->agency_count; i++) {
        map->places[i] = nobody;
    }
    return map;
}

void coverage_free(struct coverage_map **map)
{
    if (!*map) return;
    mem_free((*map)->places);
    mem_free(*map);
    *map = NULL;
}

static void add_terminal(struct place *place, int64_t last_ms, int64_t now_ms, int64_t gap_ms)
{
    if (last_ms == 0 || now_ms - last_ms > gap_ms) place->silent = true;
    if (last_ms < place->delivered_to_ms) place->delivered_to_ms = last_ms;
}

bool coverage_refresh(struct coverage_map *map,
                      coverage_contact *contact,
                      const void *owner,
                      int64_t now_ms)
{
    const struct picture *picture = map->picture;
    size_t agencies = picture->directory->agency_count;
    struct place *before = map->places;
    bool changed = false;

    map->places = mem_alloc(agencies, sizeof *map->places);
    for (size_t i = 0; i < agencies; i++) {
        map->places[i] = nobody;
    }
    for (size_t i = 0; i < picture->terminal_count; i++) {
        const struct terminal *terminal = &picture->terminals[i];
        int64_t live_ms = contact ? contact(owner, terminal->serial) : 0;
        int64_t last_ms = live_ms > terminal->contact_to_ms ? live_ms : terminal->contact_to_ms;

        if (picture->terminal_agency[i] == NONE || terminal->state != TERMINAL_APPROVED) continue;
        add_terminal(&map->places[picture->terminal_agency[i]], last_ms, now_ms,
                     picture->contact_gap_ms);
    }
    for (size_t i = 0; i < agencies && !changed; i++) {
        changed = before[i].silent != map->places[i].silent ||
                  before[i].delivered_to_ms != map->places[i].delivered_to_ms;
    }
    mem_free(before);
    return changed;
}

struct place_report coverage_of(const struct coverage_map *map, int32_t agency)
{
    int32_t at = agency == NONE ? NONE : map->picture->place_of[agency];
    const struct place *place = at == NONE ? &nobody : &map->places[at];

    return (struct place_report){.silent = place->silent,
                                 .delivered_to_ms = place->delivered_to_ms};
}
