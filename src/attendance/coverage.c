#include "attendance/coverage.h"

#include "base/mem.h"

struct place {
    bool silent;
    int64_t delivered_to_ms;
    int32_t from_day;
};

struct coverage_map {
    const struct picture *picture;
    struct place *places;  /* of each agency that has terminals of its own */
    bool learned;          /* the two below are known */
    int32_t *reaches;      /* of each terminal: the first day it was recording */
    int32_t anywhere_from; /* the first day of any */
};

/* An agency without terminals of its own. */
static struct place nobody(const struct coverage_map *map)
{
    return (struct place){.delivered_to_ms = INT64_MAX,
                          .from_day = map->learned ? map->anywhere_from : INT32_MIN};
}

struct coverage_map *coverage_new(const struct picture *picture)
{
    struct coverage_map *map = mem_alloc(1, sizeof *map);

    map->picture = picture;
    map->places = mem_alloc(picture->directory->agency_count, sizeof *map->places);
    map->reaches = mem_alloc(picture->terminal_count, sizeof *map->reaches);
    for (size_t i = 0; i < picture->directory->agency_count; i++) {
        map->places[i] = nobody(map);
    }
    return map;
}

void coverage_free(struct coverage_map **map)
{
    if (!*map) return;
    mem_free((*map)->places);
    mem_free((*map)->reaches);
    mem_free(*map);
    *map = NULL;
}

static void note_reader(void *visitor, struct text terminal, int32_t first_day)
{
    struct coverage_map *map = visitor;
    int32_t index = picture_find_terminal(map->picture, terminal);

    if (first_day < map->anywhere_from) map->anywhere_from = first_day;
    if (index != NONE) map->reaches[index] = first_day;
}

enum rc coverage_learn(struct coverage_map *map, struct derived *derived)
{
    map->anywhere_from = INT32_MAX;
    for (size_t i = 0; i < map->picture->terminal_count; i++) {
        map->reaches[i] = INT32_MAX;
    }
    TRY(derived_readers(derived, note_reader, map));
    map->learned = true;
    return RC_OK;
}

bool coverage_reaches(const struct coverage_map *map, struct text terminal, int32_t day)
{
    int32_t index = picture_find_terminal(map->picture, terminal);

    return map->learned && index != NONE && map->reaches[index] <= day;
}

/* The first day it was recording; a contact that is no fact yet counts. */
static int32_t reach_of(const struct coverage_map *map, size_t index, int64_t live_ms)
{
    int32_t today;

    if (!map->learned) return INT32_MIN;
    if (live_ms == 0) return map->reaches[index];
    today = day_number(moment_day(moment_at(live_ms, map->picture->directory->offset_minutes)));
    return today < map->reaches[index] ? today : map->reaches[index];
}

struct sighting {
    int64_t last_ms; /* when it was heard last */
    int64_t now_ms;
    int32_t reach;
};

static void add_terminal(struct place *place, const struct sighting *seen, int64_t gap_ms)
{
    bool first = place->delivered_to_ms == INT64_MAX;

    if (seen->last_ms == 0 || seen->now_ms - seen->last_ms > gap_ms) place->silent = true;
    if (seen->last_ms < place->delivered_to_ms) place->delivered_to_ms = seen->last_ms;
    if (first || seen->reach < place->from_day) place->from_day = seen->reach;
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
        map->places[i] = nobody(map);
    }
    for (size_t i = 0; i < picture->terminal_count; i++) {
        const struct terminal *terminal = &picture->terminals[i];
        int64_t live_ms = contact ? contact(owner, terminal->serial) : 0;
        int64_t last_ms = live_ms > terminal->contact_to_ms ? live_ms : terminal->contact_to_ms;

        if (picture->terminal_agency[i] == NONE || terminal->state != TERMINAL_APPROVED) continue;
        add_terminal(&map->places[picture->terminal_agency[i]],
                     &(struct sighting){last_ms, now_ms, reach_of(map, i, live_ms)},
                     picture->contact_gap_ms);
    }
    for (size_t i = 0; i < agencies && !changed; i++) {
        changed = before[i].silent != map->places[i].silent ||
                  before[i].delivered_to_ms != map->places[i].delivered_to_ms ||
                  before[i].from_day != map->places[i].from_day;
    }
    mem_free(before);
    return changed;
}

struct place_report coverage_of(const struct coverage_map *map, int32_t agency)
{
    int32_t at = agency == NONE ? NONE : map->picture->place_of[agency];
    struct place place = at == NONE ? nobody(map) : map->places[at];

    return (struct place_report){.silent = place.silent,
                                 .delivered_to_ms = place.delivered_to_ms,
                                 .from_day = place.from_day};
}
