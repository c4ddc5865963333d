#include "inspection/minutes_private.h"
#include "inspection/minutes_table.h"

/* ---- reasons, by class ---- */

static const struct paper_column reason_columns[] = {
    {TEXT_INIT("Alasan yang disampaikan"), PAPER_LEFT, 0},
    {TEXT_INIT("Orang"), PAPER_RIGHT, 25},
};

void minutes_write_reasons(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;
    struct minutes_table table;

    minutes_table_begin(&table, writing->mem, reason_columns, COUNT_OF(reason_columns));
    for (int claim = 0; claim_choices[claim].word; claim++) {
        int64_t people = 0;
        struct text *cells;

        for (size_t i = 0; i < call->claim_count; i++) {
            people += (int)call->claims[i].claim == claim;
        }
        if (people == 0) continue;
        cells = minutes_table_row(&table, PAPER_ROW);
        cells[0] = text_of(claim_label((enum claim)claim));
        cells[1] = minutes_count(writing, people);
    }
    if (table.row_count == 0) return;
    paper_add_section(writing->paper, TEXT("Alasan bagi yang belum tercatat"));
    minutes_table_end(&table, writing->paper);
    paper_add_note(writing->paper,
                   TEXT("Alasan adalah penyampaian, bukan keputusan. Nama dan jawaban pegawai "
                        "dilihat pimpinan, tim, dan kepala perangkat daerahnya saja."));
}

/* ---- V. programmes and instructions ---- */

static const struct paper_column programme_columns[] = {
    {TEXT_INIT("Program"), PAPER_LEFT, 0}, {TEXT_INIT("Selesai"), PAPER_RIGHT, 17},
    {TEXT_INIT("Dari"), PAPER_RIGHT, 30},  {TEXT_INIT("Sisa"), PAPER_RIGHT, 14},
    {TEXT_INIT("Target"), PAPER_LEFT, 25}, {TEXT_INIT("Kendala"), PAPER_LEFT, 30},
};

void minutes_write_programmes(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;
    struct minutes_table table;

    if (call->programme_count == 0) return;
    paper_add_section(writing->paper, TEXT("Perkembangan program"));
    minutes_table_begin(&table, writing->mem, programme_columns, COUNT_OF(programme_columns));
    for (size_t i = 0; i < call->programme_count; i++) {
        const struct roll_programme *programme = &call->programmes[i];
        struct text *cells = minutes_table_row(&table, PAPER_ROW);

        cells[0] = programme->title;
        cells[1] = minutes_count(writing, programme->done);
        cells[2] = arena_format(writing->mem, TEXT_FORMAT " " TEXT_FORMAT,
                                TEXT_ARGUMENT(minutes_count(writing, programme->total)),
                                TEXT_ARGUMENT(programme->unit));
        cells[3] = minutes_count(writing, programme->total - programme->done);
        cells[4] = minutes_day(writing, programme->target);
        cells[5] = programme->blocker.bytes > 0 ? programme->blocker : TEXT("tidak disebut");
    }
    minutes_table_end(&table, writing->paper);
}

static const struct paper_column instruction_columns[] = {
    {TEXT_INIT("No"), PAPER_RIGHT, 9},
    {TEXT_INIT("Instruksi"), PAPER_LEFT, 0},
    {TEXT_INIT("Penanggung jawab"), PAPER_LEFT, 45},
    {TEXT_INIT("Tenggat"), PAPER_LEFT, 30},
    {TEXT_INIT("Status"), PAPER_LEFT, 28},
};

void minutes_write_instructions(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;
    struct minutes_table table;

    if (call->instruction_count == 0) return;
    paper_add_section(writing->paper, TEXT("Instruksi"));
    minutes_table_begin(&table, writing->mem, instruction_columns, COUNT_OF(instruction_columns));
    for (size_t i = 0; i < call->instruction_count; i++) {
        const struct roll_instruction *instruction = &call->instructions[i];
        struct text *cells = minutes_table_row(&table, PAPER_ROW);

        cells[0] = minutes_count(writing, instruction->item);
        cells[1] = instruction->said;
        cells[2] = instruction->owner;
        cells[3] = minutes_day(writing, instruction->deadline);
        cells[4] = text_of(instruction_state_label(instruction->state));
    }
    minutes_table_end(&table, writing->paper);
}
