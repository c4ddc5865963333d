/* agencies.csv */
#include "base/limits.h"
#include "people/import_private.h"
#include "rules/zone.h"

#include <math.h>

/* Indonesia, generously: from Rote to Miangas, from Sabang to Merauke. */
static const double latitude_min = -11.5, latitude_max = 6.5;
static const double longitude_min = 94.5, longitude_max = 141.5;

struct agency_row {
    struct import_row head;
    struct agency agency;
};

static const struct record_field fields[] = {
    IMPORT_NAMED(struct agency_row, "code", "kode", agency.code, CODE_BYTES_MAX),
    IMPORT_TEXT(struct agency_row, "parent", "induk", agency.parent, CODE_BYTES_MAX),
    IMPORT_NAMED(struct agency_row, "name", "nama", agency.name, NAME_BYTES_MAX),
    IMPORT_TEXT(struct agency_row, "kind", "jenis", agency.kind, CODE_BYTES_MAX),
    IMPORT_TEXT(struct agency_row, "zone", "zona", agency.zone, 32),
    RECORD_NAMED("latitude",
                 struct agency_row,
                 agency.latitude,
                 RECORD_IS_REAL,
                 .minimum = -90,
                 .maximum = 90,
                 .label = "lintang"),
    RECORD_NAMED("longitude",
                 struct agency_row,
                 agency.longitude,
                 RECORD_IS_REAL,
                 .minimum = -180,
                 .maximum = 180,
                 .label = "bujur"),
    IMPORT_TEXT(struct agency_row, "pattern", "pola", agency.pattern, CODE_BYTES_MAX),
    IMPORT_TEXT(struct agency_row, "short", "singkatan", agency.short_name, CODE_BYTES_MAX),
};

static const struct record record = RECORD("AgencyRow", struct agency_row, fields);

/* ---- alone ---- */

static void check_place(struct import *import, struct agency_row *row)
{
    const struct agency *agency = &row->agency;
    bool has_latitude = !isnan(agency->latitude);

    if (has_latitude == isnan(agency->longitude)) {
        import_find(import, &row->head, has_latitude ? "longitude" : "latitude",
                    IMPORT_HALF_A_PLACE, TEXT(""));
    } else if (has_latitude &&
               (agency->latitude < latitude_min || agency->latitude > latitude_max ||
                agency->longitude < longitude_min || agency->longitude > longitude_max)) {
        import_find(import, &row->head, "latitude", IMPORT_FAR_AWAY, TEXT(""));
    }
}

static void check(struct import *import, void *object)
{
    struct agency_row *row = object;
    struct agency *agency = &row->agency;
    const struct import_options *options = import->options;
    enum zone zone;

    if (agency->zone.bytes > 0) {
        if (zone_parse(agency->zone, &zone)) {
            agency->zone = text_of(zone_word(zone));
        } else {
            import_find(import, &row->head, "zone", IMPORT_ZONE, agency->zone);
        }
    }
    if (agency->pattern.bytes > 0 && options->pattern_known &&
        !options->pattern_known(options->pattern_owner, agency->pattern)) {
        import_find(import, &row->head, "pattern", IMPORT_PATTERN_UNKNOWN, agency->pattern);
    }
    if (agency->kind.bytes > 0 && !agency_kind_is_usual(agency->kind)) {
        import_find(import, &row->head, "kind", IMPORT_UNUSUAL_KIND, agency->kind);
    }
    if (text_equal(agency->short_name, agency->name)) agency->short_name = (struct text){NULL, 0};
    check_place(import, row);
}

static int order(const void *left, const void *right)
{
    const struct agency_row *a = left;
    const struct agency_row *b = right;
    int codes = text_compare(a->agency.code, b->agency.code);

    return codes != 0 ? codes : import_order_lines(&a->head, &b->head);
}

/* ---- together ---- */

static struct text code_of(const void *owner, uint32_t index)
{
    const struct agency_row *rows = owner;

    return rows[index].agency.code;
}

static void refuse_twins(struct import *import, struct map *by_code)
{
    struct agency_row *rows = import->rows.at;

    for (size_t i = 0; i < import_count(import); i++) {
        if (import_is_out(&rows[i].head)) continue;
        if (map_find(by_code, rows[i].agency.code, &(uint32_t){0})) {
            import_find(import, &rows[i].head, "code", IMPORT_TWICE, rows[i].agency.code);
        } else {
            map_put(by_code, rows[i].agency.code, (uint32_t)i);
        }
    }
}

/* The row of a code in the file, or NULL. */
static struct agency_row *row_of(struct import *import, const struct map *by_code, struct text code)
{
    struct agency_row *rows = import->rows.at;
    uint32_t index = 0;

    return map_find(by_code, code, &index) ? &rows[index] : NULL;
}

/* The parent a code will have: by the file, else by the register. */
static struct text parent_of(struct import *import, const struct map *by_code, struct text code)
{
    const struct agency_row *row = row_of(import, by_code, code);
    const struct directory *directory = import->directory;
    int32_t known = directory_find_agency(directory, code);

    if (row && !import_is_out(&row->head) && import_has(import, "parent")) {
        return row->agency.parent;
    }
    if (known == NONE || directory->agencies[known].parent == NONE) return (struct text){NULL, 0};
    return directory->agencies[directory->agencies[known].parent].code;
}

/* Walk up from the row; false when it may not hang there. */
static bool hangs_well(struct import *import, const struct map *by_code, struct agency_row *row)
{
    struct text parent = parent_of(import, by_code, row->agency.code);
    const struct agency_row *above = row_of(import, by_code, parent);

    if (parent.bytes == 0) return true;
    if (directory_find_agency(import->directory, parent) == NONE) {
        if (!above || import_is_out(&above->head)) {
            import_find(import, &row->head, "parent",
                        above ? IMPORT_PARENT_REFUSED : IMPORT_PARENT_UNKNOWN, parent);
            return false;
        }
    }
    for (int depth = 1; parent.bytes > 0; depth++) {
        if (text_equal(parent, row->agency.code)) {
            import_find(import, &row->head, "parent", IMPORT_CYCLE, TEXT(""));
            return false;
        }
        if (depth >= AGENCY_DEPTH_MAX) {
            import_find(import, &row->head, "parent", IMPORT_TOO_DEEP, TEXT(""));
            return false;
        }
        parent = parent_of(import, by_code, parent);
    }
    return true;
}

/* A refused parent takes its children with it, until nothing changes. */
static void check_tree(struct import *import, const struct map *by_code)
{
    struct agency_row *rows = import->rows.at;
    bool changed = true;

    while (changed) {
        changed = false;
        for (size_t i = 0; i < import_count(import); i++) {
            if (import_is_out(&rows[i].head)) continue;
            if (!hangs_well(import, by_code, &rows[i])) changed = true;
        }
    }
}

static struct text short_of(const struct directory_agency *known)
{
    bool has_own = !text_equal(known->short_name, known->name);

    return has_own ? known->short_name : (struct text){NULL, 0};
}

/* What the file does not speak about stays as it was. */
static void keep_unsaid(const struct import *import,
                        const struct directory_agency *known,
                        struct agency *agency)
{
    if (!import_has(import, "parent") && known->parent != NONE) {
        agency->parent = import->directory->agencies[known->parent].code;
    }
    if (!import_has(import, "kind")) agency->kind = known->kind;
    if (!import_has(import, "zone")) agency->zone = known->own_zone;
    if (!import_has(import, "pattern")) agency->pattern = known->own_pattern;
    if (!import_has(import, "short")) agency->short_name = short_of(known);
    if (!import_has(import, "latitude") && known->has_place) agency->latitude = known->latitude;
    if (!import_has(import, "longitude") && known->has_place) agency->longitude = known->longitude;
}

static bool is_same_place(const struct directory_agency *known, const struct agency *agency)
{
    if (isnan(agency->latitude)) return !known->has_place;
    return known->has_place && !(known->latitude < agency->latitude) &&
           !(known->latitude > agency->latitude) && !(known->longitude < agency->longitude) &&
           !(known->longitude > agency->longitude);
}

static bool is_same(const struct directory *directory,
                    const struct directory_agency *known,
                    const struct agency *agency)
{
    struct text parent =
        known->parent == NONE ? (struct text){NULL, 0} : directory->agencies[known->parent].code;

    return text_equal(parent, agency->parent) && text_equal(known->name, agency->name) &&
           text_equal(short_of(known), agency->short_name) &&
           text_equal(known->kind, agency->kind) && text_equal(known->own_zone, agency->zone) &&
           text_equal(known->own_pattern, agency->pattern) && is_same_place(known, agency);
}

static void plan(struct import *import, struct agency_row *row)
{
    struct agency agency = row->agency;
    int32_t index = directory_find_agency(import->directory, agency.code);
    struct agency *planned;

    row->head.outcome = IMPORT_FRESH;
    if (index != NONE) {
        const struct directory_agency *known = &import->directory->agencies[index];

        keep_unsaid(import, known, &agency);
        row->head.outcome =
            is_same(import->directory, known, &agency) ? IMPORT_UNCHANGED : IMPORT_CHANGED;
    }
    if (row->head.outcome == IMPORT_UNCHANGED) return;
    planned = rows_add(&import->batch.agencies, sizeof *planned);
    *planned = agency;
    planned->author = import->options->author;
}

static enum rc compare(struct import *import)
{
    CLEANUP(map_free) struct map *by_code = map_new_over(code_of, import->rows.at);
    struct agency_row *rows = import->rows.at;

    refuse_twins(import, by_code);
    check_tree(import, by_code);
    for (size_t i = 0; i < import_count(import); i++) {
        if (!import_is_out(&rows[i].head)) plan(import, &rows[i]);
    }
    return RC_OK;
}

const struct import_table import_agencies = {"agencies", &record, check, order, compare};
