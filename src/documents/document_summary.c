#include "documents/document_summary.h"

#include "base/json_read.h"
#include "base/limits.h"

#define WORDS(type, member, needed, what) \
    RECORD_TEXT(type, member, needed, 0, REFERENCE_BYTES_MAX, .about = (what))

static const struct record_field fact_fields[] = {
    WORDS(struct summary_fact, label, RECORD_REQUIRED, "What it is."),
    WORDS(struct summary_fact, label_en, RECORD_OPTIONAL, "The same in English."),
    RECORD_TEXT(struct summary_fact,
                value,
                RECORD_REQUIRED,
                0,
                2 * REFERENCE_BYTES_MAX,
                .about = "As the paper has it."),
};
static const struct record fact_record = RECORD("SummaryFact", struct summary_fact, fact_fields);

static const struct record_choice kinds[] = {{"row", SUMMARY_ROW},
                                             {"part", SUMMARY_PART},
                                             {"sum", SUMMARY_SUM},
                                             {NULL, 0}};

static const struct record_field row_fields[] = {
    WORDS(struct summary_row, label, RECORD_REQUIRED, "What is counted."),
    WORDS(struct summary_row, label_en, RECORD_OPTIONAL, "The same in English."),
    RECORD_CHOICE(struct summary_row,
                  kind,
                  RECORD_REQUIRED,
                  kinds,
                  .about = "A row, a part of the row above, or their sum."),
    WORDS(struct summary_row, state, RECORD_OPTIONAL, "The state it counts."),
    RECORD_TEXTS(struct summary_row,
                 cells,
                 RECORD_REQUIRED,
                 SUMMARY_CELLS_MAX,
                 .about = "One a column, as the paper has them."),
};
static const struct record row_record = RECORD("SummaryRow", struct summary_row, row_fields);

static const struct record_field table_fields[] = {
    WORDS(struct summary_table, title, RECORD_REQUIRED, "Its heading."),
    WORDS(struct summary_table, title_en, RECORD_OPTIONAL, "The same in English."),
    RECORD_TEXTS(struct summary_table,
                 columns,
                 RECORD_REQUIRED,
                 SUMMARY_CELLS_MAX,
                 .about = "Heads of the columns of figures."),
    RECORD_TEXTS(struct summary_table,
                 columns_en,
                 RECORD_OPTIONAL,
                 SUMMARY_CELLS_MAX,
                 .about = "The same in English."),
    RECORD_LIST(struct summary_table,
                rows,
                RECORD_REQUIRED,
                &row_record,
                SUMMARY_ROWS_MAX,
                .about = "In the order of the paper."),
};
static const struct record table_record =
    RECORD("SummaryTable", struct summary_table, table_fields);

static const struct record_field note_fields[] = {
    RECORD_TEXT(struct summary_note,
                text,
                RECORD_REQUIRED,
                1,
                4 * REFERENCE_BYTES_MAX,
                .about = "A sentence under the figures."),
    RECORD_TEXT(struct summary_note,
                text_en,
                RECORD_OPTIONAL,
                0,
                4 * REFERENCE_BYTES_MAX,
                .about = "The same in English."),
};
static const struct record note_record = RECORD("SummaryNote", struct summary_note, note_fields);

static const struct record_field fields[] = {
    RECORD_LIST(struct document_summary,
                facts,
                RECORD_REQUIRED,
                &fact_record,
                SUMMARY_FACTS_MAX,
                .about = "What the document is about."),
    RECORD_LIST(struct document_summary,
                tables,
                RECORD_REQUIRED,
                &table_record,
                SUMMARY_TABLES_MAX,
                .about = "Its figures."),
    RECORD_LIST(struct document_summary,
                notes,
                RECORD_REQUIRED,
                &note_record,
                SUMMARY_NOTES_MAX,
                .about = "What must be known to read them."),
};
const struct record document_summary_record =
    RECORD("DocumentSummary", struct document_summary, fields);

/* An empty list is a list. */
static struct record_list list_of(struct record_list list)
{
    return list.items ? list : (struct record_list){"", 0};
}

enum rc document_summary_write(const struct document_summary *summary,
                               struct arena *mem,
                               struct text *out_json,
                               struct problem *why)
{
    static const struct record_view view = {.sight = RECORD_STAFF};
    struct document_summary given = {list_of(summary->facts), list_of(summary->tables),
                                     list_of(summary->notes)};
    CLEANUP(buf_done) struct buf text = {0};
    struct document_summary again;
    struct json_write json;

    buf_init(&text, SUMMARY_BYTES_MAX);
    json_write_init(&json, &text);
    record_write_json(&document_summary_record, &given, view, &json, NULL);
    if (!json_write_ok(&json)) {
        return problem_set(why, RC_TOO_LARGE, "the summary of a document has %d bytes at most",
                           SUMMARY_BYTES_MAX);
    }
    /* What cannot be read again must not be published. */
    TRY(json_read(&document_summary_record, buf_text(&text), mem, &again, why));
    *out_json = arena_text(mem, buf_text(&text));
    return RC_OK;
}

enum rc document_summary_read(struct text json,
                              struct arena *mem,
                              struct document_summary *out_summary)
{
    return json_read(&document_summary_record, json, mem, out_summary, NULL);
}
