#include "base/mem.h"
#include "people/directory_private.h"
#include "people/setting.h"
#include "rules/zone.h"

static const char sql_edition[] =
    "SELECT coalesce(sum(log_position), 0) FROM register_edition WHERE government = $1";

/* ---- what all readers share ---- */

struct text loader_text(struct loader *loader, struct text text)
{
    if (text.bytes == 0) return (struct text){NULL, 0};
    loader->directory->own->text_bytes += text.bytes + 1;
    return arena_text(loader->directory->own->mem, text);
}

struct text loader_shared(struct loader *loader, struct text text)
{
    const struct text *words;
    struct text *added;
    uint32_t index = 0;

    if (text.bytes == 0) return (struct text){NULL, 0};
    if (map_find(loader->words, text, &index)) {
        words = loader->word_texts.at;
        return words[index];
    }
    index = (uint32_t)loader->word_texts.count;
    added = rows_add(&loader->word_texts, sizeof *added);
    *added = loader_text(loader, text);
    map_put(loader->words, *added, index);
    return *added;
}

int32_t loader_day(struct text text, int32_t otherwise)
{
    struct day day = {0};

    return day_parse(text, &day) ? day_number(day) : otherwise;
}

struct directory_person *loader_person(struct loader *loader, int32_t index)
{
    union {
        const struct directory_person *constant;
        struct directory_person *own;
    } people = {.constant = loader->directory->people};

    assert(index >= 0 && (size_t)index < loader->directory->person_count);
    return &people.own[index];
}

enum rc loader_read(struct loader *loader,
                    const char *sql_table,
                    enum loader_values values,
                    loader_reader *read)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    const struct db_value all[] = {
        DB_INT(loader->options->government),
        DB_INT(loader->options->as_of_ms),
        DB_CSTR(loader->to_text.s),
        DB_CSTR(loader->from_text.s),
    };

    assert(loader->rows.count == 0);
    assert((size_t)values <= COUNT_OF(all));
    TRY(db_query_values(loader->db, &rows, sql_table, all, values));
    while (db_next(&rows)) {
        read(loader, &rows);
    }
    return db_done(&rows);
}

/* ---- a whole picture ---- */

static struct text setting_or_default(const struct directory *directory, enum setting_key key)
{
    const struct setting *known = setting_default(key);

    for (size_t i = 0; i < directory->setting_count; i++) {
        if (text_equal(directory->settings[i].key, known->key)) return directory->settings[i].value;
    }
    return known->value;
}

static void describe_government(struct directory *directory)
{
    enum zone zone = ZONE_WIB;

    directory->government_name = setting_or_default(directory, SETTING_GOVERNMENT_NAME);
    directory->government_short = setting_or_default(directory, SETTING_GOVERNMENT_SHORT);
    directory->public_address = setting_or_default(directory, SETTING_PUBLIC_ADDRESS);
    IGNORE(zone_parse(setting_or_default(directory, SETTING_GOVERNMENT_ZONE), &zone),
           "a government without a readable zone is in that of the capital");
    directory->government_zone = text_of(zone_word(zone));
    directory->offset_minutes = zone_offset_minutes(zone);
}

static enum rc load_all(struct loader *loader)
{
    TRY(directory_edition(loader->db, loader->options->government, &loader->directory->edition));
    TRY(loader_settings(loader));
    describe_government(loader->directory);
    TRY(loader_agencies(loader));
    TRY(loader_people(loader));
    TRY(loader_postings(loader));
    TRY(loader_enrolments(loader));
    TRY(loader_leaves(loader));
    TRY(loader_shifts(loader));
    return loader_decrees(loader);
}

static void loader_done(struct loader *loader)
{
    map_free(&loader->words);
    rows_done(&loader->word_texts);
    rows_done(&loader->rows);
    rows_done(&loader->also);
    rows_done(&loader->withdrawals);
    directory_free(&loader->directory);
}

static struct text agency_code(const void *owner, uint32_t index)
{
    return ((const struct directory *)owner)->agencies[index].code;
}

static struct text person_number(const void *owner, uint32_t index)
{
    return ((const struct directory *)owner)->people[index].number;
}

static struct text enrolment_pin(const void *owner, uint32_t index)
{
    return ((const struct directory *)owner)->enrolments[index].pin;
}

static struct directory *directory_new(void)
{
    struct directory *directory = mem_alloc(1, sizeof *directory);

    directory->own = mem_alloc(1, sizeof *directory->own);
    directory->own->mem = arena_new();
    directory->own->agencies = map_new_over(agency_code, directory);
    directory->own->people = map_new_over(person_number, directory);
    directory->own->pins = map_new_over(enrolment_pin, directory);
    return directory;
}

enum rc directory_load(struct db *db,
                       const struct directory_options *options,
                       struct directory **out_directory)
{
    CLEANUP(db_rollback) struct db_tx view = {0};
    bool has_from = !day_is_none(options->from);
    bool has_to = !day_is_none(options->to);
    CLEANUP(loader_done)
    struct loader loader = {
        .db = db,
        .options = options,
        .directory = directory_new(),
        .words = map_new(),
        .from = has_from ? day_number(options->from) : DAY_NUMBER_FIRST,
        .to = has_to ? day_number(options->to) : DAY_NUMBER_LAST,
        .from_text = has_from ? day_text(options->from) : (struct day_text){"0000"},
        .to_text = has_to ? day_text(options->to) : (struct day_text){"9999"},
    };

    TRY(db_begin_read(db, &view));
    TRY(load_all(&loader));
    *out_directory = TAKE(loader.directory);
    return RC_OK;
}

enum rc directory_edition(struct db *db, int government, int64_t *out_edition)
{
    return db_get_int(db, out_edition, sql_edition, DB_INT(government));
}
