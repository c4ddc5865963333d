#include "inspection/comparison.h"
#include "inspection/minutes_private.h"
#include "inspection/minutes_table.h"

static const struct paper_column agency_columns[] = {
    {TEXT_INIT("No"), PAPER_RIGHT, 8},
    {TEXT_INIT("OPD"), PAPER_LEFT, 0},
    {TEXT_INIT("Pegawai"), PAPER_RIGHT, 18},
    {TEXT_INIT("Hadir mesin"), PAPER_RIGHT, 14},
    {TEXT_INIT("Hadir laporan"), PAPER_RIGHT, 16},
    {TEXT_INIT("Selisih"), PAPER_RIGHT, 17},
    {TEXT_INIT("Belum hadir"), PAPER_RIGHT, 14},
    {TEXT_INIT("Keterangan"), PAPER_LEFT, 26},
};

/* How the call went, and how the statement came when it was not by form. */
static struct text remark_of(const struct minutes_writing *writing,
                             const struct roll_agency *agency)
{
    const struct roll_statement *statement = &agency->statement;
    const char *state = roll_state_label(agency->state);

    if (statement->at_ms == 0) return text_of(state);
    if (statement->source == SOURCE_FORM) return text_of(state);
    return arena_format(writing->mem, "%s, %s%s", state, statement_source_label(statement->source),
                        statement->confirmed ? ", dibenarkan kepala" : ", belum dibenarkan");
}

struct agency_sums {
    int64_t strength, machine, said, difference, missing;
};

static void add_said(const struct minutes_writing *writing,
                     const struct comparison *row,
                     struct text *cells,
                     struct agency_sums *sums)
{
    int difference = row->statement.said.present - row->machine.said.present;

    cells[4] = text_of(comparison_none);
    if (row->statement.at_ms == 0) return;
    cells[4] = minutes_count(writing, row->statement.said.present);
    cells[5] = minutes_difference(writing, difference);
    sums->said += row->statement.said.present;
    sums->difference += difference;
}

static void add_agency(const struct minutes_writing *writing,
                       struct minutes_table *table,
                       const struct comparison *row,
                       struct agency_sums *sums)
{
    size_t place = (size_t)roll_find(writing->call, row->agency);
    const struct roll_agency *agency = &writing->call->agencies[place];
    int32_t strength = balance_strength(&agency->opening[GROUP_ALL]);
    struct text *cells = minutes_table_row(table, PAPER_ROW);

    cells[0] = minutes_count(writing, (int64_t)place + 1);
    cells[1] = row->name;
    cells[2] = minutes_count(writing, strength);
    cells[3] = minutes_count(writing, row->machine.said.present);
    add_said(writing, row, cells, sums);
    cells[6] = minutes_count(writing, row->machine.said.missing);
    cells[7] = remark_of(writing, agency);
    sums->strength += strength;
    sums->machine += row->machine.said.present;
    sums->missing += row->machine.said.missing;
}

static void add_agency_sums(const struct minutes_writing *writing,
                            struct minutes_table *table,
                            const struct agency_sums *sums)
{
    struct text *cells = minutes_table_row(table, PAPER_ROW_SUM);

    cells[1] = TEXT("jumlah");
    cells[2] = minutes_count(writing, sums->strength);
    cells[3] = minutes_count(writing, sums->machine);
    cells[4] = minutes_count(writing, sums->said);
    cells[5] = minutes_difference(writing, sums->difference);
    cells[6] = minutes_count(writing, sums->missing);
}

/* "2 OPD tidak memberi laporan." */
static struct text silent_agencies(const struct minutes_writing *writing)
{
    size_t silent = writing->call->agency_count - writing->call->stated;

    if (silent == 0) return TEXT("Seluruh OPD memberi laporan.");
    return arena_format(writing->mem, "%zu OPD tidak memberi laporan.", silent);
}

static void write_statements(const struct minutes_writing *writing, struct record_list rows)
{
    const struct comparison *row = rows.items;
    struct agency_sums sums = {0};
    struct minutes_table table;

    minutes_table_begin(&table, writing->mem, agency_columns, COUNT_OF(agency_columns));
    for (size_t i = 0; i < rows.count; i++) {
        if (row[i].group == GROUP_ALL) add_agency(writing, &table, &row[i], &sums);
    }
    add_agency_sums(writing, &table, &sums);
    minutes_table_end(&table, writing->paper);
    paper_add_note(writing->paper,
                   arena_format(writing->mem,
                                "Angka mesin adalah angka pada detik laporan diterima; tanpa "
                                "laporan, angka saat sidak dibuka. " TEXT_FORMAT,
                                TEXT_ARGUMENT(silent_agencies(writing))));
}

/* ---- the signed recaps, class by class ---- */

/* "; diterima 18 Mei 2021, setelah sidak ditutup; dimasukkan tim, belum dibenarkan kepala" */
static struct text paper_marks(const struct minutes_writing *writing,
                               const struct comparison_paper *paper)
{
    int64_t moment = moment_at(paper->at_ms, writing->minutes->place.offset_minutes);
    struct text late = TEXT(""), entered = TEXT("");

    if (paper->after_closing) {
        late = arena_format(writing->mem, "; diterima " TEXT_FORMAT ", setelah sidak ditutup",
                            TEXT_ARGUMENT(minutes_day(writing, moment_day(moment))));
    }
    if (paper->source != RECAP_OF_AGENCY) {
        entered = arena_format(writing->mem, "; %s, %sdibenarkan kepala",
                               recap_source_label((enum recap_source)paper->source),
                               paper->confirmed ? "" : "belum ");
    }
    return arena_format(writing->mem, TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENT(late),
                        TEXT_ARGUMENT(entered));
}

/* "rekap manual 17 Mei 2021", "ralat ke-1, 18 Mei 2021".  Why it was corrected is free
 * text, which may name somebody: it stays with those who work on the session. */
static struct text paper_label(const struct minutes_writing *writing,
                               const struct comparison_paper *paper)
{
    struct text day = minutes_day(writing, paper->signed_on);
    struct text marks = paper_marks(writing, paper);
    struct text what = paper->paper == 1
                           ? TEXT("rekap manual")
                           : arena_format(writing->mem, "ralat ke-%d", paper->paper - 1);

    return arena_format(writing->mem, TEXT_FORMAT "%s" TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENT(what),
                        day.bytes > 0 ? ", " : "", TEXT_ARGUMENT(day), TEXT_ARGUMENT(marks));
}

/* Without figures there is none, and the label says so. */
static void add_source(const struct minutes_writing *writing,
                       struct minutes_table *table,
                       const struct comparison *row,
                       struct text label,
                       const struct headcount *said)
{
    bool is_part = row->group != GROUP_ALL;
    struct text *cells = minutes_table_row(table, is_part ? PAPER_ROW_PART : PAPER_ROW);
    const char *whom = is_part ? people_group_label((enum people_group)row->group) : "";

    cells[0] = arena_format(writing->mem, "%s%s" TEXT_FORMAT "%s%s", whom, is_part ? ": " : "",
                            TEXT_ARGUMENT(label), said ? "" : " ", said ? "" : comparison_none);
    for (int class = 0; said && class < HEADCOUNT_CLASSES; class ++) {
        cells[class + 1] = minutes_count(writing, headcount_in(said, class));
    }
}

static void add_sources(const struct minutes_writing *writing,
                        struct minutes_table *table,
                        const struct comparison *row)
{
    const struct comparison_paper *corrections = row->corrections.items;
    struct text machine = arena_format(writing->mem, "mesin, pukul " TEXT_FORMAT,
                                       TEXT_ARGUMENT(minutes_clock(writing, row->machine.at_ms)));

    add_source(writing, table, row, machine, &row->machine.said);
    add_source(writing, table, row, TEXT("laporan kepala"),
               row->statement.at_ms > 0 ? &row->statement.said : NULL);
    if (row->recap.at_ms > 0) {
        add_source(writing, table, row, paper_label(writing, &row->recap), &row->recap.said);
    }
    for (size_t i = 0; i < row->corrections.count; i++) {
        add_source(writing, table, row, paper_label(writing, &corrections[i]),
                   &corrections[i].said);
    }
}

static struct paper_column *recap_columns(const struct minutes_writing *writing)
{
    struct paper_column *columns =
        arena_array(writing->mem, struct paper_column, HEADCOUNT_CLASSES + 1);

    columns[0] = (struct paper_column){TEXT("Rekap manual"), PAPER_LEFT, 0};
    for (int class = 0; class < HEADCOUNT_CLASSES; class ++) {
        columns[class + 1] =
            (struct paper_column){text_of(headcount_class_label(class)), PAPER_RIGHT, 15};
    }
    return columns;
}

/* "Rekap manual yang ditandatangani: tidak ada.", or of how many of all. */
static void note_recaps(const struct minutes_writing *writing, size_t signed_by)
{
    if (signed_by == 0) {
        paper_add_note(writing->paper, TEXT("Rekap manual yang ditandatangani: tidak ada."));
        return;
    }
    paper_add_note(writing->paper,
                   arena_format(writing->mem,
                                "Rekap manual yang ditandatangani: dari %zu OPD, terkunci sejak "
                                "angkanya dimasukkan; ralat berdiri di sampingnya. Dari %zu OPD "
                                "tidak ada.",
                                signed_by, writing->call->agency_count - signed_by));
}

/* Of the agencies that signed one: machine, statement and papers under each other. */
static void write_recaps(const struct minutes_writing *writing, struct record_list rows)
{
    const struct comparison *row = rows.items;
    size_t signed_by = 0;
    struct minutes_table table;

    minutes_table_begin(&table, writing->mem, recap_columns(writing), HEADCOUNT_CLASSES + 1);
    for (size_t i = 0; i < rows.count; i++) {
        if (row[i].recap.at_ms == 0 && row[i].corrections.count == 0) continue;
        if (row[i].group == GROUP_ALL) {
            minutes_table_row(&table, PAPER_ROW_GROUP)[0] = row[i].name;
            signed_by++;
        }
        add_sources(writing, &table, &row[i]);
    }
    minutes_table_end(&table, writing->paper);
    note_recaps(writing, signed_by);
}

void minutes_write_agencies(const struct minutes_writing *writing)
{
    struct record_list rows = comparison_list(writing->call, writing->mem);

    paper_add_section(writing->paper, TEXT("Laporan kepala perangkat daerah"));
    write_statements(writing, rows);
    write_recaps(writing, rows);
}
