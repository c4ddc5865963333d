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

static void add_agency(const struct minutes_writing *writing,
                       struct minutes_table *table,
                       size_t place,
                       struct agency_sums *sums)
{
    const struct roll_agency *agency = &writing->call->agencies[place];
    const struct roll_statement *statement = &agency->statement;
    struct headcount opening = headcount_of(&agency->opening[GROUP_ALL]);
    struct text *cells = minutes_table_row(table, PAPER_ROW);
    int machine = statement->at_ms ? statement->machine[GROUP_ALL].present : opening.present;
    int missing = statement->at_ms ? statement->machine[GROUP_ALL].missing : opening.missing;

    cells[0] = minutes_count(writing, (int64_t)place + 1);
    cells[1] = agency->name;
    cells[2] = minutes_count(writing, opening.strength);
    cells[3] = minutes_count(writing, machine);
    if (statement->at_ms > 0) {
        cells[4] = minutes_count(writing, statement->said[GROUP_ALL].present);
        cells[5] = minutes_difference(writing, statement->said[GROUP_ALL].present - machine);
        sums->said += statement->said[GROUP_ALL].present;
        sums->difference += statement->said[GROUP_ALL].present - machine;
    }
    sums->strength += opening.strength;
    sums->machine += machine;
    sums->missing += missing;
    cells[6] = minutes_count(writing, missing);
    cells[7] = remark_of(writing, agency);
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

void minutes_write_agencies(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;
    struct agency_sums sums = {0};
    struct minutes_table table;

    paper_add_section(writing->paper, TEXT("Laporan kepala perangkat daerah"));
    minutes_table_begin(&table, writing->mem, agency_columns, COUNT_OF(agency_columns));
    for (size_t i = 0; i < call->agency_count; i++) {
        add_agency(writing, &table, i, &sums);
    }
    add_agency_sums(writing, &table, &sums);
    minutes_table_end(&table, writing->paper);
    paper_add_note(writing->paper,
                   arena_format(writing->mem,
                                "Angka mesin adalah angka pada detik laporan diterima; tanpa "
                                "laporan, angka saat sidak dibuka. " TEXT_FORMAT,
                                TEXT_ARGUMENT(silent_agencies(writing))));
}
