#include "inspection/minutes_private.h"
#include "inspection/minutes_table.h"
#include "inspection/wording.h"

static const struct paper_column figure_columns[] = {
    {TEXT_INIT("Keadaan"), PAPER_LEFT, 60},        {TEXT_INIT("Seluruh pegawai"), PAPER_RIGHT, 0},
    {TEXT_INIT("Persen"), PAPER_RIGHT, 20},        {TEXT_INIT("ASN"), PAPER_RIGHT, 0},
    {TEXT_INIT("Tenaga kontrak"), PAPER_RIGHT, 0},
};

static void add_figures(const struct minutes_writing *writing,
                        struct minutes_table *table,
                        enum paper_row_kind kind,
                        const char *label,
                        const int32_t counts[GROUP_COUNT])
{
    struct text *cells = minutes_table_row(table, kind);
    int32_t expected = balance_expected(&writing->call->opening[GROUP_ALL]);

    cells[0] = text_of(label);
    cells[1] = minutes_count(writing, counts[GROUP_ALL]);
    cells[2] = wording_percent(writing->mem, counts[GROUP_ALL], expected);
    cells[3] = minutes_count(writing, counts[GROUP_ASN]);
    cells[4] = minutes_count(writing, counts[GROUP_CONTRACT]);
}

/* As a reader asks: who came, who is away with a letter, who is not accounted for. */
static const enum state told[] = {
    STATE_ON_TIME, STATE_LATE,        STATE_MISSING_IN,  STATE_LEAVE, STATE_SICK,
    STATE_PERMIT,  STATE_DUTY_TRAVEL, STATE_STUDY,       STATE_OFF,   STATE_NOT_DUE,
    STATE_WAITING, STATE_UNKNOWN,     STATE_UNEXPLAINED,
};
static_assert(COUNT_OF(told) == STATE_COUNT, "every state once");

void minutes_write_figures(const struct minutes_writing *writing)
{
    const struct balance *opening = writing->call->opening;
    int32_t strength[GROUP_COUNT], present[GROUP_COUNT], counts[GROUP_COUNT];
    struct minutes_table table;

    paper_add_section(writing->paper, TEXT("Hasil pencatatan mesin saat sidak dibuka"));
    minutes_table_begin(&table, writing->mem, figure_columns, COUNT_OF(figure_columns));
    for (size_t i = 0; i < COUNT_OF(told); i++) {
        for (int group = 0; group < GROUP_COUNT; group++) {
            counts[group] = opening[group].counts[told[i]];
        }
        if (counts[GROUP_ALL] == 0) continue;
        add_figures(writing, &table, PAPER_ROW, state_indonesian(told[i]), counts);
    }
    for (int group = 0; group < GROUP_COUNT; group++) {
        strength[group] = balance_strength(&opening[group]);
        present[group] = balance_present(&opening[group]);
    }
    add_figures(writing, &table, PAPER_ROW_SUM, "jumlah pegawai", strength);
    add_figures(writing, &table, PAPER_ROW, "di antaranya hadir", present);
    minutes_table_end(&table, writing->paper);
    paper_add_note(writing->paper,
                   arena_format(writing->mem,
                                "Angka mesin pukul " TEXT_FORMAT " " TEXT_FORMAT
                                ", termasuk %lld fakta yang tercatat sampai saat itu. Persentase "
                                "dihitung dari pegawai yang wajib bekerja dan tidak dijumlahkan. "
                                "Belum diketahui: %d orang.",
                                TEXT_ARGUMENT(minutes_clock(writing, writing->call->frozen_at_ms)),
                                TEXT_ARGUMENT(writing->minutes->place.zone),
                                (long long)writing->call->frozen_position,
                                opening[GROUP_ALL].counts[STATE_UNKNOWN]));
}
