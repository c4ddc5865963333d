#include "attendance/picture.h"

#include "attendance/punch.h"
#include "base/embedded.h"
#include "base/mem.h"
#include "people/own_pattern.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { CONTACT_GAP_SECONDS = 180 };

static const char default_pattern[] = "5-hari"; /* at the root, where nothing else is said */

struct picture_private {
    struct arena *mem;
    _Atomic int holders;
};

struct picture *picture_keep(struct picture *picture)
{
    atomic_fetch_add(&picture->own->holders, 1);
    return picture;
}

void picture_drop(struct picture **picture)
{
    struct picture *dropped = *picture;

    *picture = NULL;
    if (!dropped || atomic_fetch_sub(&dropped->own->holders, 1) > 1) return;
    directory_free(&dropped->directory);
    arena_free(&dropped->own->mem);
    mem_free(dropped->own);
    mem_free(dropped);
}

/* The tables that ship with the program, then what was imported. */
static enum rc read_calendar(struct picture *picture)
{
    const struct directory *directory = picture->directory;
    struct arena *mem = picture->own->mem;
    const struct embedded *files = NULL;
    size_t file_count = embedded_list(TEXT("data/calendars/"), &files);
    struct calendar_entry *entries;
    size_t count = 0, capacity = directory->decree_count;
    const struct calendar_entry **parts =
        arena_array(mem, const struct calendar_entry *, file_count + 1);
    size_t *counts = arena_array(mem, size_t, file_count + 1);

    for (size_t i = 0; i < file_count; i++) {
        if (!text_ends(text_of(files[i].path), TEXT(".csv"))) continue;
        TRY(calendar_read(mem, files[i].bytes, &parts[i], &counts[i], NULL));
        capacity += counts[i];
    }
    entries = arena_array(mem, struct calendar_entry, capacity + 1);
    for (size_t i = 0; i < file_count; i++) {
        for (size_t k = 0; k < counts[i]; k++) {
            entries[count++] = parts[i][k];
        }
    }
    for (size_t i = 0; i < directory->decree_count; i++) {
        const struct directory_decree *decree = &directory->decrees[i];

        entries[count++] = (struct calendar_entry){
            .day = decree->day,
            .decided_on = decree->decided_on,
            .recorded_at_ms = decree->recorded_at_ms,
            .decree = decree->decree,
            .kind = decree->kind,
            .source = calendar_source_of(decree->decree),
        };
    }
    picture->calendar = calendar_build(mem, entries, count);
    return RC_OK;
}

static enum rc read_patterns(struct picture *picture, struct db *facts, int government)
{
    const struct embedded *patterns = embedded_find(TEXT("data/patterns/patterns.csv"));
    const struct embedded *hours = embedded_find(TEXT("data/patterns/hours.csv"));

    if (!patterns || !hours) return RC_INVALID;
    return own_pattern_load(facts, government, picture->as_of_ms, patterns->bytes, hours->bytes,
                            picture->own->mem, &picture->patterns);
}

static void name_patterns(struct picture *picture)
{
    const struct directory *directory = picture->directory;
    struct text *codes = arena_array(picture->own->mem, struct text, directory->agency_count + 1);

    for (size_t i = 0; i < directory->agency_count; i++) {
        codes[i] = directory->agencies[i].pattern;
        if (codes[i].bytes == 0) {
            codes[i] = directory_setting(directory, "pattern", text_of(default_pattern));
        }
    }
    picture->agency_pattern = codes;
}

static enum rc fill(struct picture *picture, struct db *facts, int government)
{
    CLEANUP(db_rollback) struct db_tx view = {0};
    struct directory_options options = {.government = government, .as_of_ms = picture->as_of_ms};

    TRY(db_begin_read(facts, &view));
    TRY(directory_load(facts, &options, &picture->directory));
    TRY(terminal_load(facts, government, picture->as_of_ms, picture->own->mem, &picture->terminals,
                      &picture->terminal_count));
    TRY(review_load(facts, government, picture->as_of_ms, picture->own->mem, &picture->reviews));
    TRY(read_calendar(picture));
    TRY(read_patterns(picture, facts, government));
    name_patterns(picture);
    places_make(&picture->places, picture->directory, picture->terminals, picture->terminal_count,
                picture->own->mem);
    picture->contact_gap_ms =
        directory_setting_int(picture->directory, "contact_gap_seconds", CONTACT_GAP_SECONDS) *
        1000;
    if (picture->as_of_ms != AS_OF_NOW) {
        picture->as_of =
            moment_day(moment_at(picture->as_of_ms, picture->directory->offset_minutes));
    }
    return RC_OK;
}

enum rc picture_load(struct db *facts,
                     int government,
                     int64_t as_of_ms,
                     struct picture **out_picture)
{
    CLEANUP(picture_drop) struct picture *picture = mem_alloc(1, sizeof *picture);

    picture->own = mem_alloc(1, sizeof *picture->own);
    picture->own->mem = arena_new();
    atomic_store(&picture->own->holders, 1);
    picture->as_of_ms = as_of_ms;
    TRY(fill(picture, facts, government));
    *out_picture = TAKE(picture);
    return RC_OK;
}

static int compare_serial(const void *key, const void *element)
{
    return text_compare(*(const struct text *)key, ((const struct terminal *)element)->serial);
}

int32_t picture_find_terminal(const struct picture *picture, struct text serial)
{
    const struct terminal *found = NULL;

    if (picture->terminal_count > 0) {
        found = bsearch(&serial, picture->terminals, picture->terminal_count,
                        sizeof *picture->terminals, compare_serial);
    }
    return found ? (int32_t)(found - picture->terminals) : NONE;
}

int32_t picture_agency_of_terminal(const struct picture *picture, struct text serial, int32_t day)
{
    int32_t terminal = picture_find_terminal(picture, serial);

    return terminal == NONE ? NONE : places_on(&picture->places, day)->agency_of[terminal];
}

int32_t picture_stand_of_terminal(const struct picture *picture, struct text serial, int32_t day)
{
    int32_t terminal = picture_find_terminal(picture, serial);

    return terminal == NONE ? NONE : places_on(&picture->places, day)->stands_at[terminal];
}

int32_t picture_day_at(const struct picture *picture, int64_t at_ms)
{
    return moment_day_number(moment_at(at_ms, picture->directory->offset_minutes));
}

int32_t picture_resolve(const struct picture *picture, const struct punch *punch)
{
    int32_t person =
        directory_resolve(picture->directory, punch->pin, punch->terminal, punch_day(punch));

    if (person == NONE && punch->source == PUNCH_FROM_FILE) {
        person = directory_find_person(picture->directory, punch->pin);
    }
    return person;
}
