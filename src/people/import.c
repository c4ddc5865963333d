#include "people/import.h"

#include "base/mem.h"
#include "people/import_private.h"

#include <stdlib.h>
#include <string.h>

enum { ATTEMPTS_MAX = 5, ROWS_A_PROGRESS = 2000 };

static const struct import_table *const tables[] = {
    [IMPORT_KIND_AGENCIES] = &import_agencies, [IMPORT_KIND_PEOPLE] = &import_people,
    [IMPORT_KIND_LEAVE] = &import_leave,       [IMPORT_KIND_CALENDAR] = &import_calendar,
    [IMPORT_KIND_ROSTER] = &import_roster,
};

/* ---- findings ---- */

enum severity { WARNED, REFUSED };

static const struct {
    enum severity severity;
    const char *word;
    const char *indonesian;
    const char *english;
} problems[] = {
#define FINDING(name, severity, word, indonesian, english) \
    [IMPORT_##name] = {severity, word, indonesian, english},
#include "people/import_finding.def"
#undef FINDING
};

/* The sentence with {} replaced. */
static struct text filled(struct arena *mem, const char *sentence, struct text detail)
{
    struct text after = text_of(sentence);
    struct text before = text_cut(&after, '{');

    if (!after.at) return before;
    return arena_format(mem, TEXT_FORMAT TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENT(before),
                        TEXT_ARGUMENT(detail),
                        TEXT_ARGUMENT(((struct text){after.at + 1, after.bytes - 1})));
}

static void find(struct import *import,
                 struct import_row *row,
                 const char *column,
                 enum import_problem problem,
                 struct text indonesian,
                 struct text english)
{
    struct import_finding *finding;

    if (problems[problem].severity == REFUSED) {
        row->refused = true;
    } else {
        import->warnings++;
    }
    if (import->found.count == IMPORT_FINDINGS_MAX) {
        import->found_left++;
        return;
    }
    finding = rows_add(&import->found, sizeof *finding);
    *finding = (struct import_finding){
        .row = row->line,
        .column = column,
        .refused = problems[problem].severity == REFUSED,
        .word = problems[problem].word,
        .indonesian = filled(import->findings, problems[problem].indonesian, indonesian),
        .english = filled(import->findings, problems[problem].english, english),
    };
}

void import_find(struct import *import,
                 struct import_row *row,
                 const char *column,
                 enum import_problem problem,
                 struct text detail)
{
    find(import, row, column, problem, detail, detail);
}

void import_find_words(struct import *import,
                       struct import_row *row,
                       const char *column,
                       enum import_problem problem,
                       const char *indonesian,
                       const char *english)
{
    find(import, row, column, problem, text_of(indonesian), text_of(english));
}

/* ---- rows ---- */

bool import_has(const struct import *import, const char *column)
{
    for (size_t i = 0; i < import->columns.count; i++) {
        int16_t field = import->columns.field_of[i];

        if (field < 0) continue;
        if (strcmp(import->table->record->fields[field].name, column) == 0) return true;
    }
    return false;
}

size_t import_count(const struct import *import)
{
    return import->rows.count;
}

void *import_row_at(const struct import *import, size_t index)
{
    assert(index < import->rows.count);
    return (char *)import->rows.at + index * import->table->record->bytes;
}

bool import_is_out(const struct import_row *row)
{
    return row->bad || row->refused;
}

int import_order_lines(const struct import_row *a, const struct import_row *b)
{
    return a->line < b->line ? -1 : a->line > b->line;
}

void import_mark_changed(struct import_row *row)
{
    if (row->outcome == IMPORT_UNCHANGED) row->outcome = IMPORT_CHANGED;
}

struct day import_day(int32_t number)
{
    if (number == DAY_NUMBER_FIRST || number == DAY_NUMBER_LAST) return (struct day){0};
    return day_from_number(number);
}

/* Read every cell, so that one look at the report shows all that is wrong. */
static void read_row(struct import *import, const struct csv_row *cells)
{
    const struct record *record = import->table->record;
    void *object = rows_add(&import->rows, record->bytes);
    struct import_row *row = object;

    record_clear(record, object);
    row->line = (int64_t)cells->line;
    if (cells->count > import->columns.count) {
        import_find(import, row, "", IMPORT_CELLS, TEXT(""));
    }
    for (size_t i = 0; i < import->columns.count; i++) {
        const struct record_field *field = &record->fields[import->columns.field_of[i]];
        struct text cell = i < cells->count ? cells->cells[i] : (struct text){NULL, 0};
        struct problem why = {0};

        if (record_read_text(field, cell, import->mem, object, &why) != RC_OK) {
            import_find(import, row, field->name, IMPORT_VALUE, text_of(why.text));
        }
    }
    if (!row->refused && import->table->check) import->table->check(import, object);
    row->bad = row->refused;
}

static void tell_progress(const struct import *import, const struct csv *csv)
{
    if (!import->options->progress) return;
    import->options->progress(import->options->progress_owner, csv_bytes_read(csv),
                              csv_bytes_total(csv));
}

static enum rc read_file(struct import *import, struct csv *csv, struct problem *why)
{
    struct csv_row cells;

    if (!csv_next(csv, &cells)) {
        TRY(csv_end(csv, why));
        return problem_set(why, RC_INVALID, "the file is empty: the first line names the columns");
    }
    TRY(record_columns_match(import->table->record, &cells, RECORD_REFUSE_UNKNOWN, &import->columns,
                             why));
    while (csv_next(csv, &cells)) {
        if (import->rows.count % ROWS_A_PROGRESS == 0) tell_progress(import, csv);
        read_row(import, &cells);
    }
    tell_progress(import, csv);
    return csv_end(csv, why);
}

/* ---- writing ---- */

static enum rc record_rows(struct ledger_tx *tx,
                           const struct fact_table *table,
                           const struct rows *rows)
{
    return fact_record(tx, table, rows->at, rows->count, NULL);
}

static enum rc write_batch(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct import_batch *batch = argument;
    const struct person_nik *niks = batch->niks.at;
    int64_t edition = 0;

    TRY(directory_edition(ledger_db(tx), ledger_government(tx), &edition));
    batch->stale = edition != batch->edition;
    if (batch->stale) return problem_set(why, RC_CONFLICT, "the register changed meanwhile");
    batch->recorded_at_ms = ledger_now_ms(tx);
    TRY(record_rows(tx, &agency_fact, &batch->agencies));
    TRY(record_rows(tx, &person_fact, &batch->people));
    TRY(record_rows(tx, &posting_fact, &batch->postings));
    TRY(record_rows(tx, &enrolment_fact, &batch->enrolments));
    TRY(record_rows(tx, &leave_period_fact, &batch->leaves));
    TRY(record_rows(tx, &roster_fact, &batch->lines));
    TRY(record_rows(tx, &decree_fact, &batch->decrees));
    for (size_t i = 0; i < batch->niks.count; i++) {
        TRY(person_record_nik(tx, niks[i].number, niks[i].nik));
    }
    return RC_OK;
}

static const struct ledger_command write_command = {.name = "import", .apply = write_batch};

static void batch_done(struct import_batch *batch)
{
    rows_done(&batch->agencies);
    rows_done(&batch->people);
    rows_done(&batch->postings);
    rows_done(&batch->enrolments);
    rows_done(&batch->leaves);
    rows_done(&batch->lines);
    rows_done(&batch->decrees);
    rows_done(&batch->niks);
    *batch = (struct import_batch){0};
}

/* ---- the whole ---- */

static void import_done(struct import *import)
{
    arena_free(&import->mem);
    rows_done(&import->rows);
    rows_done(&import->found);
    batch_done(&import->batch);
    directory_free(&import->directory);
}

/* How much had been found when the rows had been read. */
struct mark {
    size_t found;
    int64_t found_left;
    int64_t warnings;
};

/* Compare with the register as it is now; what was found before is forgotten
 * but for what the rows said alone. */
static enum rc compare(struct import *import, const struct mark *alone)
{
    struct directory_options now = {.government = import->options->government,
                                    .as_of_ms = AS_OF_NOW};

    directory_free(&import->directory);
    batch_done(&import->batch);
    TRY(directory_load(import->options->reader, &now, &import->directory));
    import->batch.edition = import->directory->edition;
    import->found.count = alone->found;
    import->found_left = alone->found_left;
    import->warnings = alone->warnings;
    for (size_t i = 0; i < import->rows.count; i++) {
        struct import_row *row = import_row_at(import, i);

        row->refused = false;
        row->outcome = IMPORT_UNCHANGED;
    }
    return import->table->compare(import);
}

static int by_row(const void *left, const void *right)
{
    const struct import_finding *a = left;
    const struct import_finding *b = right;

    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    return strcmp(a->column, b->column);
}

static void report(struct import *import, struct arena *mem, struct import_report *out_report)
{
    struct import_finding *findings =
        arena_array(mem, struct import_finding, import->found.count + 1);

    if (import->found.count > 0) {
        memcpy(findings, import->found.at, import->found.count * sizeof *findings);
        qsort(findings, import->found.count, sizeof *findings, by_row);
    }
    *out_report = (struct import_report){
        .read = (int64_t)import->rows.count,
        .warnings = import->warnings,
        .findings = findings,
        .finding_count = import->found.count,
        .findings_left = import->found_left,
    };
    for (size_t i = 0; i < import->rows.count; i++) {
        const struct import_row *row = import_row_at(import, i);

        if (import_is_out(row)) {
            out_report->refused++;
        } else if (row->outcome == IMPORT_FRESH) {
            out_report->fresh++;
        } else if (row->outcome == IMPORT_CHANGED) {
            out_report->changed++;
        } else {
            out_report->unchanged++;
        }
    }
}

/* One try: compare, and write unless nobody wants it.  RC_CONFLICT with
 * batch.stale: the register changed in between. */
static enum rc try_once(struct import *import,
                        const struct mark *alone,
                        struct arena *mem,
                        struct import_report *out_report,
                        struct problem *why)
{
    TRY(compare(import, alone));
    report(import, mem, out_report);
    if (out_report->refused > 0 && import->options->choice == IMPORT_ALL_OR_NOTHING) {
        return problem_set(why, RC_INVALID, "%lld of %lld rows were refused; nothing was written",
                           (long long)out_report->refused, (long long)out_report->read);
    }
    if (import->options->dry_run) return RC_OK;
    if (out_report->fresh + out_report->changed > 0) {
        TRY(ledger_perform(import->options->ledger, &write_command, &import->batch, why));
        out_report->recorded_at_ms = import->batch.recorded_at_ms;
    }
    out_report->written = true;
    return RC_OK;
}

static enum rc compare_and_write(struct import *import,
                                 struct arena *mem,
                                 struct import_report *out_report,
                                 struct problem *why)
{
    const struct mark alone = {import->found.count, import->found_left, import->warnings};
    enum rc rc = RC_CONFLICT;

    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
        rc = try_once(import, &alone, mem, out_report, why);
        if (rc != RC_CONFLICT || !import->batch.stale) break;
    }
    return rc;
}

enum rc import_file(const struct import_options *options,
                    struct csv *csv,
                    struct arena *mem,
                    struct import_report *out_report,
                    struct problem *why)
{
    CLEANUP(import_done)
    struct import import = {
        .table = tables[options->kind],
        .options = options,
        .mem = arena_new(),
        .findings = mem,
    };

    assert(options->ledger || options->dry_run);
    *out_report = (struct import_report){0};
    TRY(read_file(&import, csv, why));
    if (import.rows.count > 0) {
        qsort(import.rows.at, import.rows.count, import.table->record->bytes, import.table->order);
    }
    return compare_and_write(&import, mem, out_report, why);
}

const char *import_kind_word(enum import_kind kind)
{
    assert((size_t)kind < COUNT_OF(tables));
    return tables[kind]->word;
}

bool import_kind_parse(struct text word, enum import_kind *out_kind)
{
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        if (text_equal(word, text_of(tables[i]->word))) {
            *out_kind = (enum import_kind)i;
            return true;
        }
    }
    return false;
}
