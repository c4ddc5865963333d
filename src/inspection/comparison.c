#include "inspection/comparison.h"

const char comparison_none[] = "tidak ada";

/* ---- as JSON ---- */

static const struct record_field machine_fields[] = {
    RECORD_INSTANT(struct comparison_machine,
                   at,
                   RECORD_NULLABLE,
                   .about = "The second of the statement; without one, of the opening."),
    RECORD_RECORD(struct comparison_machine,
                  said,
                  RECORD_REQUIRED,
                  &headcount_record,
                  .about = "Its figures."),
};
static const struct record machine_record =
    RECORD_TOLD("InspectionComparedMachine", struct comparison_machine, machine_fields);

static const struct record_field statement_fields[] = {
    RECORD_INSTANT(struct comparison_statement, at, RECORD_REQUIRED, .about = "When it was given."),
    RECORD_TEXT(struct comparison_statement,
                by,
                RECORD_REQUIRED,
                0,
                RECORD_ANY,
                .about = "Who gave it."),
    RECORD_CHOICE(struct comparison_statement,
                  source,
                  RECORD_REQUIRED,
                  statement_source_choices,
                  .about = "How it was given."),
    RECORD_BOOL(struct comparison_statement,
                confirmed,
                RECORD_REQUIRED,
                .about = "By the head, when somebody else entered it."),
    RECORD_RECORD(struct comparison_statement,
                  said,
                  RECORD_REQUIRED,
                  &headcount_record,
                  .about = "What was said."),
};
static const struct record statement_record =
    RECORD_TOLD("InspectionComparedStatement", struct comparison_statement, statement_fields);

static const struct record_field paper_fields[] = {
    RECORD_INT(struct comparison_paper,
               paper,
               RECORD_REQUIRED,
               0,
               0,
               .about = "1: the recap; then corrections."),
    RECORD_INSTANT(struct comparison_paper,
                   at,
                   RECORD_REQUIRED,
                   .about = "When its figures were entered; they are locked since."),
    RECORD_TEXT(struct comparison_paper,
                signed_by,
                RECORD_REQUIRED,
                0,
                RECORD_ANY,
                .about = "Whose signature it bears."),
    RECORD_DAY(struct comparison_paper, signed_on, RECORD_NULLABLE, .about = "On which day."),
    RECORD_CHOICE(struct comparison_paper,
                  source,
                  RECORD_REQUIRED,
                  recap_source_choices,
                  .about = "Who entered its figures."),
    RECORD_BOOL(struct comparison_paper,
                confirmed,
                RECORD_REQUIRED,
                .about = "By the head, when the team entered them."),
    RECORD_BOOL(struct comparison_paper,
                after_closing,
                RECORD_REQUIRED,
                .about = "They came when the session was closed."),
    RECORD_TEXT(struct comparison_paper,
                reason,
                RECORD_REQUIRED,
                0,
                RECORD_ANY,
                .about = "Why it corrects the one before; empty for the recap."),
    RECORD_RECORD(struct comparison_paper,
                  said,
                  RECORD_REQUIRED,
                  &headcount_record,
                  .about = "What it says."),
};
static const struct record paper_record =
    RECORD_TOLD("InspectionComparedRecap", struct comparison_paper, paper_fields);

static const struct record_field fields[] = {
    RECORD_TEXT(struct comparison,
                agency,
                RECORD_REQUIRED,
                0,
                RECORD_ANY,
                .about = "Code of the agency."),
    RECORD_TEXT(struct comparison, name, RECORD_REQUIRED, 0, RECORD_ANY, .about = "Its name."),
    RECORD_CHOICE(struct comparison,
                  group,
                  RECORD_REQUIRED,
                  people_group_choices,
                  .about = "Of whom; everybody stands first."),
    RECORD_RECORD(struct comparison,
                  machine,
                  RECORD_REQUIRED,
                  &machine_record,
                  .about = "The terminals."),
    RECORD_RECORD(struct comparison,
                  statement,
                  RECORD_NULLABLE,
                  &statement_record,
                  .about = "The head in the session; null: there is none."),
    RECORD_RECORD(struct comparison,
                  recap,
                  RECORD_NULLABLE,
                  &paper_record,
                  .about = "The signed recap on paper; null: there is none."),
    RECORD_LIST(struct comparison,
                corrections,
                RECORD_REQUIRED,
                &paper_record,
                RECORD_ANY,
                .about = "Papers that correct it; they stand beside it."),
};
const struct record comparison_record =
    RECORD_TOLD("InspectionComparison", struct comparison, fields);

/* ---- comparing ---- */

static struct comparison_machine machine_of(const struct roll_call *call,
                                            const struct roll_agency *agency,
                                            int group)
{
    const struct roll_statement *statement = &agency->statement;

    if (statement->at_ms > 0) {
        return (struct comparison_machine){statement->at_ms, statement->machine[group]};
    }
    return (struct comparison_machine){call->frozen_at_ms, headcount_of(&agency->opening[group])};
}

/* Of everybody a statement always speaks. */
static bool is_stated(const struct roll_statement *statement, int group)
{
    return statement->at_ms > 0 && (group == GROUP_ALL || statement->given[group]);
}

static struct comparison_statement statement_of(const struct roll_statement *statement, int group)
{
    if (!is_stated(statement, group)) return (struct comparison_statement){.at_ms = 0};
    return (struct comparison_statement){.at_ms = statement->at_ms,
                                         .by = statement->by,
                                         .said = statement->said[group],
                                         .source = (int)statement->source,
                                         .confirmed = statement->confirmed};
}

static struct comparison_paper paper_of(const struct roll_recap *recap, int group)
{
    return (struct comparison_paper){.at_ms = recap->at_ms,
                                     .signed_by = recap->signed_by,
                                     .reason = recap->reason,
                                     .said = recap->said[group],
                                     .paper = recap->paper,
                                     .source = (int)recap->source,
                                     .signed_on = recap->signed_on,
                                     .confirmed = recap->confirmed,
                                     .after_closing = recap->after_closing};
}

/* The papers of an agency that speak of a group. */
static void add_papers(const struct roll_call *call,
                       const struct roll_agency *agency,
                       struct arena *mem,
                       struct comparison *row)
{
    struct comparison_paper *corrections =
        arena_array(mem, struct comparison_paper, (size_t)agency->papers + 1);
    size_t count = 0;

    for (int paper = 1; paper <= agency->papers; paper++) {
        const struct roll_recap *recap = roll_recap_of(call, agency->code, paper);

        if (row->group != GROUP_ALL && !recap->given[row->group]) continue;
        if (paper == 1) {
            row->recap = paper_of(recap, row->group);
        } else {
            corrections[count++] = paper_of(recap, row->group);
        }
    }
    row->corrections = (struct record_list){corrections, count};
}

struct record_list comparison_list(const struct roll_call *call, struct arena *mem)
{
    struct comparison *rows =
        arena_array(mem, struct comparison, call->agency_count * GROUP_COUNT + 1);
    size_t count = 0;

    for (size_t i = 0; i < call->agency_count; i++) {
        const struct roll_agency *agency = &call->agencies[i];

        for (int group = 0; group < GROUP_COUNT; group++) {
            struct comparison row = {.agency = agency->code,
                                     .name = agency->name,
                                     .machine = machine_of(call, agency, group),
                                     .statement = statement_of(&agency->statement, group),
                                     .group = group};

            add_papers(call, agency, mem, &row);
            if (group != GROUP_ALL && row.statement.at_ms == 0 && row.recap.at_ms == 0 &&
                row.corrections.count == 0) {
                continue;
            }
            rows[count++] = row;
        }
    }
    return (struct record_list){rows, count};
}

const struct comparison_paper *comparison_last_correction(const struct comparison *row)
{
    const struct comparison_paper *corrections = row->corrections.items;

    return row->corrections.count > 0 ? &corrections[row->corrections.count - 1] : NULL;
}

/* ---- as CSV ---- */

static void write_count(struct csv_write *csv, const struct headcount *said, int class)
{
    if (said) {
        csv_write_int(csv, headcount_in(said, class));
    } else {
        csv_write_cell(csv, text_of(comparison_none), CSV_PLAIN);
    }
}

static void write_line(struct csv_write *csv, const struct comparison *row, int class)
{
    const struct comparison_paper *correction = comparison_last_correction(row);

    csv_write_cell(csv, row->agency, CSV_PLAIN);
    csv_write_cell(csv, row->name, CSV_FREE);
    csv_write_cell(csv, text_of(record_choice_word(people_group_choices, row->group)), CSV_PLAIN);
    csv_write_cell(csv, text_of(headcount_class_word(class)), CSV_PLAIN);
    write_count(csv, &row->machine.said, class);
    write_count(csv, row->statement.at_ms > 0 ? &row->statement.said : NULL, class);
    write_count(csv, row->recap.at_ms > 0 ? &row->recap.said : NULL, class);
    write_count(csv, correction ? &correction->said : NULL, class);
    csv_write_int(csv, (int64_t)row->corrections.count);
    csv_write_row_end(csv);
}

void comparison_write_csv(struct record_list rows, struct buf *to)
{
    static const char *const heads[] = {"agency",    "name",  "group",      "class",      "machine",
                                        "statement", "recap", "correction", "corrections"};
    const struct comparison *row = rows.items;
    struct csv_write csv;

    csv_write_init(&csv, to);
    for (size_t i = 0; i < COUNT_OF(heads); i++) {
        csv_write_cell(&csv, text_of(heads[i]), CSV_PLAIN);
    }
    csv_write_row_end(&csv);
    for (size_t i = 0; i < rows.count; i++) {
        for (int class = 0; class < HEADCOUNT_CLASSES; class ++) {
            write_line(&csv, &row[i], class);
        }
    }
}
