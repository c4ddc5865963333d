/* document_summary.h - what a document publishes of itself: figures, never names.
 *
 * Whoever holds the paper types its code and sees these beside it; so the values
 * are texts just as the paper has them.  Labels have an English twin for the
 * page's other language; without one the label stands in both.
 *
 * Memory    Slices of the caller's; what is read lives in the arena.
 * Threads   All functions are pure.
 * Errors    RC_TOO_LARGE, RC_INVALID. */
#pragma once

#include "base/record.h"

enum {
    SUMMARY_BYTES_MAX = 12 * 1024,
    SUMMARY_FACTS_MAX = 24,
    SUMMARY_TABLES_MAX = 4,
    SUMMARY_ROWS_MAX = 40,
    SUMMARY_CELLS_MAX = 8,
    SUMMARY_NOTES_MAX = 8,
};

struct summary_fact {
    struct text label;
    struct text label_en;
    struct text value;
};

enum summary_row_kind { SUMMARY_ROW, SUMMARY_PART, SUMMARY_SUM };

struct summary_row {
    struct text label;
    struct text label_en;
    int kind;                 /* enum summary_row_kind */
    struct text state;        /* word of a state whose shape stands before it, or empty */
    struct record_list cells; /* struct text: one a column */
};

struct summary_table {
    struct text title;
    struct text title_en;
    struct record_list columns;    /* struct text */
    struct record_list columns_en; /* struct text, or none */
    struct record_list rows;       /* struct summary_row */
};

struct summary_note {
    struct text text;
    struct text text_en;
};

struct document_summary {
    struct record_list facts;  /* struct summary_fact */
    struct record_list tables; /* struct summary_table */
    struct record_list notes;  /* struct summary_note */
};

extern const struct record document_summary_record;

/* As JSON, to be stored. */
enum rc document_summary_write(const struct document_summary *summary,
                               struct arena *mem,
                               struct text *out_json,
                               struct problem *why) NODISCARD;
enum rc document_summary_read(struct text json,
                              struct arena *mem,
                              struct document_summary *out_summary) NODISCARD;
