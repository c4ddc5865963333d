#include "attendance/coverage.h"

#include "base/mem.h"

#include <string.h>

struct place {
    bool silent;
    int64_t delivered_to_ms;
    int32_t from_day;
};

/* What is known of one terminal. */
struct sighting {
    int64_t last_ms; /* when it was heard last; 0: never */
    int32_t reach;   /* the first day it was recording; a contact that is no fact yet counts */
};

/* The places of one era, of each agency that has terminals of its own. */
struct era_places {
    struct place *places; /* NULL: nobody asked yet */
    int64_t refreshed;    /* the refresh they were worked out after */
};

struct coverage_map {
    const struct picture *picture;
    struct sighting *sightings; /* of each terminal */
    struct era_places *eras;    /* of each era */
    size_t era_count;
    int64_t refreshes;
    int64_t now_ms;        /* of the latest */
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
    map->era_count = picture->places.count;
    map->eras = mem_alloc(picture->places.count, sizeof *map->eras);
    map->sightings = mem_alloc(picture->terminal_count, sizeof *map->sightings);
    map->reaches = mem_alloc(picture->terminal_count, sizeof *map->reaches);
    return map;
}

void coverage_free(struct coverage_map **map)
{
    if (!*map) return;
    for (size_t i = 0; i < (*map)->era_count; i++) {
        mem_free((*map)->eras[i].places);
    }
    mem_free((*map)->eras);
    mem_free((*map)->sightings);
    mem_free((*map)->reaches);
    mem_free(*map);
    *map = NULL;
}

/* ---- since when something is recorded ---- */

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

static int32_t reach_of(const struct coverage_map *map, size_t index, int64_t live_ms)
{
    int32_t today;

    if (!map->learned) return INT32_MIN;
    if (live_ms == 0) return map->reaches[index];
    today = picture_day_at(map->picture, live_ms);
    return today < map->reaches[index] ? today : map->reaches[index];
}

/* ---- the places of an era ---- */

static void add_terminal(struct place *place,
                         const struct sighting *seen,
                         int64_t now_ms,
                         int64_t gap_ms)
{
    bool first = place->delivered_to_ms == INT64_MAX;

    if (seen->last_ms == 0 || now_ms - seen->last_ms > gap_ms) place->silent = true;
    if (seen->last_ms < place->delivered_to_ms) place->delivered_to_ms = seen->last_ms;
    if (first || seen->reach < place->from_day) place->from_day = seen->reach;
}

static void work_out(const struct coverage_map *map, size_t era, struct place *places)
{
    const struct picture *picture = map->picture;
    const int32_t *stands_at = picture->places.eras[era].stands_at;

    for (size_t i = 0; i < picture->directory->agency_count; i++) {
        places[i] = nobody(map);
    }
    if (map->refreshes == 0) return;
    for (size_t i = 0; i < picture->terminal_count; i++) {
        if (stands_at[i] == NONE) continue;
        add_terminal(&places[stands_at[i]], &map->sightings[i], map->now_ms,
                     picture->contact_gap_ms);
    }
}

static const struct place *places_of(const struct coverage_map *map, size_t era)
{
    struct era_places *known = &map->eras[era];
    size_t agencies = map->picture->directory->agency_count;

    if (known->places && known->refreshed == map->refreshes) return known->places;
    if (!known->places) known->places = mem_alloc(agencies, sizeof *known->places);
    work_out(map, era, known->places);
    known->refreshed = map->refreshes;
    return known->places;
}

static bool differs(const struct place *a, const struct place *b)
{
    return a->silent != b->silent || a->delivered_to_ms != b->delivered_to_ms ||
           a->from_day != b->from_day;
}

static void look_at_terminals(struct coverage_map *map,
                              coverage_contact *contact,
                              const void *owner)
{
    for (size_t i = 0; i < map->picture->terminal_count; i++) {
        const struct terminal *terminal = &map->picture->terminals[i];
        int64_t live_ms = contact ? contact(owner, terminal->serial) : 0;

        map->sightings[i] =
            (struct sighting){live_ms > terminal->contact_to_ms ? live_ms : terminal->contact_to_ms,
                              reach_of(map, i, live_ms)};
    }
}

static size_t era_at(const struct coverage_map *map, int32_t day)
{
    return (size_t)(places_on(&map->picture->places, day) - map->picture->places.eras);
}

bool coverage_refresh(struct coverage_map *map,
                      coverage_contact *contact,
                      const void *owner,
                      int64_t now_ms)
{
    size_t agencies = map->picture->directory->agency_count;
    size_t today = era_at(map, picture_day_at(map->picture, now_ms));
    CLEANUP(mem_release) struct place *before = mem_alloc(agencies, sizeof *before);
    const struct place *now;
    bool changed = false;

    memcpy(before, places_of(map, today), agencies * sizeof *before);
    look_at_terminals(map, contact, owner);
    map->now_ms = now_ms;
    map->refreshes++;
    now = places_of(map, today);
    for (size_t i = 0; i < agencies && !changed; i++) {
        changed = differs(&before[i], &now[i]);
    }
    return changed;
}

/* ---- what is known of an agency ---- */

static struct place place_of(const struct coverage_map *map, int32_t agency, size_t era)
{
    const struct place_era *eras = map->picture->places.eras;
    struct place place = nobody(map);
    int32_t later;

    if (agency == NONE) return place;
    if (eras[era].place_of[agency] != NONE) return places_of(map, era)[eras[era].place_of[agency]];
    later = eras[era].place_in[agency];
    if (later == NONE || !map->learned) return place;
    place = places_of(map, (size_t)later)[eras[later].place_of[agency]];
    if (eras[later].from_day < place.from_day) place.from_day = eras[later].from_day;
    return place;
}

struct place_report coverage_of(const struct coverage_map *map, int32_t agency, int32_t day)
{
    struct place place = place_of(map, agency, era_at(map, day));

    return (struct place_report){.silent = place.silent,
                                 .delivered_to_ms = place.delivered_to_ms,
                                 .from_day = place.from_day};
}

void coverage_first_days(const struct coverage_map *map, int32_t day, int32_t *first_days)
{
    size_t era = era_at(map, day);

    for (size_t i = 0; i < map->picture->directory->agency_count; i++) {
        first_days[i] = place_of(map, (int32_t)i, era).from_day;
    }
}
