#include "inspection/minutes_private.h"
#include "inspection/minutes_table.h"
#include "inspection/wording.h"

enum { CHANGES_PRINTED_MAX = 400 };

static const struct paper_column change_columns[] = {
    {TEXT_INIT("Waktu"), PAPER_LEFT, 38},      {TEXT_INIT("Pelaku"), PAPER_LEFT, 31},
    {TEXT_INIT("Data"), PAPER_LEFT, 0},        {TEXT_INIT("Baris"), PAPER_RIGHT, 14},
    {TEXT_INIT("Keterangan"), PAPER_LEFT, 42},
};

/* "berlaku 17 Mei 2021, bertanggal mundur"; of several, how many are backdated. */
static struct text about_change(const struct minutes_writing *writing, const struct change *change)
{
    const char *backdated = change->backdated > 0 ? ", bertanggal mundur" : "";

    if (change->misdated) return TEXT("waktu tercatat salah: jam peladen mundur");
    if (!day_is_none(change->from)) {
        return arena_format(writing->mem, "berlaku " TEXT_FORMAT "%s",
                            TEXT_ARGUMENT(wording_day(writing->mem, change->from)), backdated);
    }
    if (change->backdated == 0) return TEXT("");
    return arena_format(writing->mem, "%d bertanggal mundur", change->backdated);
}

static void add_change(const struct minutes_writing *writing,
                       struct minutes_table *table,
                       const struct change *change)
{
    struct text *cells = minutes_table_row(table, PAPER_ROW);
    int64_t moment = moment_at(change->at_ms, writing->minutes->place.offset_minutes);

    cells[0] = arena_format(writing->mem, TEXT_FORMAT ", " TEXT_FORMAT,
                            TEXT_ARGUMENT(wording_day(writing->mem, moment_day(moment))),
                            TEXT_ARGUMENT(minutes_clock(writing, change->at_ms)));
    cells[1] = change->author.bytes > 0 ? change->author : TEXT("baris perintah");
    cells[2] = text_of(change_label(change->kind));
    cells[3] = minutes_count(writing, change->rows);
    cells[4] = about_change(writing, change);
}

void minutes_write_changes(const struct minutes_writing *writing)
{
    const struct minutes *minutes = writing->minutes;
    size_t printed = 0;
    struct minutes_table table;

    paper_add_section(writing->paper,
                      TEXT("Perubahan data sejak tujuh hari sebelum sidak sampai ditutup"));
    minutes_table_begin(&table, writing->mem, change_columns, COUNT_OF(change_columns));
    while (printed < minutes->change_count && printed < CHANGES_PRINTED_MAX) {
        add_change(writing, &table, &minutes->changes[printed++]);
    }
    if (printed == 0) paper_add_paragraph(writing->paper, TEXT("Tidak ada."));
    minutes_table_end(&table, writing->paper);
    if (minutes->change_count + minutes->change_more > printed) {
        paper_add_note(writing->paper,
                       arena_format(writing->mem,
                                    "Dan %zu lagi; seluruhnya ada dalam catatan fakta.",
                                    minutes->change_count + minutes->change_more - printed));
    }
}
