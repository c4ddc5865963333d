/* Which rows of a table are not what the log says, in words. */
#include "base/limits.h"
#include "people/fact_verify_private.h"
#include "people/rows.h"

#include <stdlib.h>
#include <string.h>

struct line {
    struct fact_version version;
    struct text text; /* all of it */
    struct text key;  /* its first field, which is part of every key; of a row
                         that grows all but the last */
    bool matched;
};

struct comparison {
    const struct fact_table *table;
    struct arena *mem; /* of the lines */
    struct rows log;   /* struct line */
    struct rows rows;
    struct rows *filling; /* one of both */
    struct buf text;
};

static void comparison_done(struct comparison *comparison)
{
    arena_free(&comparison->mem);
    rows_done(&comparison->log);
    rows_done(&comparison->rows);
    buf_done(&comparison->text);
}

static const struct fact_table *only_this(void *owner, int kind)
{
    const struct comparison *comparison = owner;

    return (int)comparison->table->kind == kind ? comparison->table : NULL;
}

/* A field as text, in the comparison's memory. */
static struct text field_text(struct comparison *comparison,
                              const struct record_field *field,
                              const void *object)
{
    static const struct record_view all = {.sight = RECORD_PRIVATE};

    buf_clear(&comparison->text);
    record_write_text(field, object, all, &comparison->text);
    return arena_text(comparison->mem, buf_text(&comparison->text));
}

static struct text key_of(struct comparison *comparison, const void *object)
{
    static const struct record_view all = {.sight = RECORD_PRIVATE};
    const struct record *record = comparison->table->record;
    size_t count = fact_table_grows(comparison->table) ? record->field_count - 1 : 1;

    buf_clear(&comparison->text);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_add(&comparison->text, TEXT(" "));
        record_write_text(&record->fields[i], object, all, &comparison->text);
    }
    return arena_text(comparison->mem, buf_text(&comparison->text));
}

/* The texts of the object go with the visit: keep them. */
static void *copied(struct comparison *comparison, const void *object)
{
    const struct record *record = comparison->table->record;
    void *copy = arena_alloc(comparison->mem, record->bytes);

    memcpy(copy, object, record->bytes);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];
        struct text *text = record_place(field, copy);

        if (field->kind != RECORD_IS_TEXT && field->kind != RECORD_IS_PROSE) continue;
        if (text->at) *text = arena_text(comparison->mem, *text);
    }
    return copy;
}

static void keep(void *owner, const struct fact_table *table, const struct fact_version *version)
{
    struct comparison *comparison = owner;
    struct line *line = rows_add(comparison->filling, sizeof *line);

    line->version = *version;
    line->version.object = copied(comparison, version->object);
    line->key = key_of(comparison, version->object);
    buf_clear(&comparison->text);
    fact_write_version(table->record, version, &comparison->text);
    line->text = arena_text(comparison->mem, buf_text(&comparison->text));
}

static int by_place(const struct line *a, const struct line *b)
{
    if (a->version.lane != b->version.lane) return a->version.lane < b->version.lane ? -1 : 1;
    if (a->version.position != b->version.position) {
        return a->version.position < b->version.position ? -1 : 1;
    }
    return text_compare(a->key, b->key);
}

static int by_text(const void *left, const void *right)
{
    const struct line *a = left;
    const struct line *b = right;
    int place = by_place(a, b);

    return place != 0 ? place : text_compare(a->text, b->text);
}

/* ---- telling ---- */

static void tell(struct fact_verification *verification, struct text text)
{
    verification->differences++;
    if (verification->told_count == FACT_DIFFERENCES_MAX) return;
    verification->told[verification->told_count++] = text;
}

static void tell_one(struct comparison *comparison,
                     const struct line *line,
                     const char *what,
                     struct arena *mem,
                     struct fact_verification *verification)
{
    const char *word = fact_word((int)comparison->table->kind);

    if (fact_table_grows(comparison->table)) {
        tell(verification,
             arena_format(mem, "%s " TEXT_FORMAT ": %s", word, TEXT_ARGUMENT(line->key), what));
        return;
    }
    tell(verification,
         arena_format(mem, "%s " TEXT_FORMAT ", fact %lld: %s", word, TEXT_ARGUMENT(line->key),
                      (long long)line->version.position, what));
}

/* The first field that is another; none when it was recorded at another time. */
static const struct record_field *differing(struct comparison *comparison,
                                            const struct line *a,
                                            const struct line *b)
{
    const struct record *record = comparison->table->record;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (!text_equal(field_text(comparison, field, a->version.object),
                        field_text(comparison, field, b->version.object))) {
            return field;
        }
    }
    return NULL;
}

static void tell_altered(struct comparison *comparison,
                         const struct line *logged,
                         const struct line *stored,
                         struct arena *mem,
                         struct fact_verification *verification)
{
    const struct record_field *field = differing(comparison, logged, stored);
    struct text is, was;

    if (!field) {
        tell_one(comparison, stored, "it was recorded at another time than the table says", mem,
                 verification);
        return;
    }
    is = field_text(comparison, field, stored->version.object);
    was = field_text(comparison, field, logged->version.object);
    tell_one(comparison, stored,
             arena_format(mem, "%s is \"" TEXT_FORMAT "\" but the log says \"" TEXT_FORMAT "\"",
                          field->name, TEXT_ARGUMENT(is), TEXT_ARGUMENT(was))
                 .at,
             mem, verification);
}

/* ---- comparing ---- */

/* Both sides are sorted: mark what stands on both. */
static void match_equal(const struct comparison *comparison)
{
    struct line *log = comparison->log.at, *rows = comparison->rows.at;
    size_t i = 0, j = 0;

    while (i < comparison->log.count && j < comparison->rows.count) {
        int order = by_text(&log[i], &rows[j]);

        if (order == 0) log[i].matched = rows[j].matched = true;
        if (order <= 0) i++;
        if (order >= 0) j++;
    }
}

/* What is left with the same place and key on both sides was altered; what is
 * matched already is passed over, on either side. */
static void tell_pairs(struct comparison *comparison,
                       struct arena *mem,
                       struct fact_verification *verification)
{
    struct line *log = comparison->log.at, *rows = comparison->rows.at;
    size_t i = 0, j = 0;

    while (i < comparison->log.count && j < comparison->rows.count) {
        int order = by_place(&log[i], &rows[j]);

        if (rows[j].matched) order = 1;
        if (log[i].matched) order = -1;
        if (order == 0) {
            tell_altered(comparison, &log[i], &rows[j], mem, verification);
            log[i].matched = rows[j].matched = true;
        }
        if (order <= 0) i++;
        if (order >= 0) j++;
    }
}

static void tell_rest(struct comparison *comparison,
                      const struct rows *side,
                      const char *what,
                      struct arena *mem,
                      struct fact_verification *verification)
{
    const struct line *lines = side->at;

    for (size_t i = 0; i < side->count; i++) {
        if (!lines[i].matched) tell_one(comparison, &lines[i], what, mem, verification);
    }
}

static void sort(struct rows *side)
{
    if (side->count > 1) qsort(side->at, side->count, sizeof(struct line), by_text);
}

/* Of a row that the log tells several times, what it has grown to. */
static void keep_grown(const struct comparison *comparison, struct rows *side)
{
    const struct record *record = comparison->table->record;
    const struct record_field *last = &record->fields[record->field_count - 1];
    struct line *lines = side->at;
    size_t count = 0;

    for (size_t i = 0; i < side->count; i++) {
        bool is_told = count > 0 && text_equal(lines[count - 1].key, lines[i].key);

        if (!is_told) {
            lines[count++] = lines[i];
        } else if (record_int(last, lines[i].version.object) >
                   record_int(last, lines[count - 1].version.object)) {
            lines[count - 1] = lines[i];
        }
    }
    side->count = count;
}

enum rc fact_tell_differences(struct db *db,
                              int government,
                              int lane,
                              const struct fact_table *table,
                              struct arena *mem,
                              struct fact_verification *verification)
{
    CLEANUP(arena_free) struct arena *row = arena_new();
    CLEANUP(comparison_done)
    struct comparison comparison = {.table = table, .mem = arena_new()};
    struct fact_reading reading = {
        .mem = row, .table_of = only_this, .visit = keep, .owner = &comparison};

    buf_init(&comparison.text, ENTRY_BYTES_MAX);
    comparison.filling = &comparison.log;
    TRY(fact_read_log(db, government, lane, &reading));
    comparison.filling = &comparison.rows;
    TRY(fact_read_table(db, government, table, &reading));
    sort(&comparison.log);
    sort(&comparison.rows);
    if (fact_table_grows(table)) keep_grown(&comparison, &comparison.log);
    match_equal(&comparison);
    tell_pairs(&comparison, mem, verification);
    tell_rest(&comparison, &comparison.log, "the log has it but the table does not", mem,
              verification);
    tell_rest(&comparison, &comparison.rows, "the table has it but the log does not", mem,
              verification);
    return RC_OK;
}
