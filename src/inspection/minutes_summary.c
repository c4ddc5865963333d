#include "inspection/minutes_summary.h"

#include "inspection/wording.h"

static struct summary_row summary_row(struct arena *mem,
                                      const char *label,
                                      const char *english,
                                      enum summary_row_kind kind,
                                      int32_t people,
                                      int32_t whole)
{
    struct text *cells = arena_array(mem, struct text, 2);

    cells[0] = wording_count(mem, people);
    cells[1] = wording_percent(mem, people, whole);
    return (struct summary_row){.label = text_of(label),
                                .label_en = text_of(english),
                                .kind = (int)kind,
                                .cells = {cells, 2}};
}

static struct record_list summary_rows(const struct balance *opening, struct arena *mem)
{
    struct summary_row *rows = arena_array(mem, struct summary_row, STATE_COUNT + 2);
    int32_t expected = balance_expected(opening);
    size_t row_count = 0;

    for (int state = 0; state < STATE_COUNT; state++) {
        if (opening->counts[state] == 0) continue;
        rows[row_count] =
            summary_row(mem, state_indonesian((enum state)state), state_english((enum state)state),
                        SUMMARY_ROW, opening->counts[state], expected);
        rows[row_count++].state = text_of(state_word((enum state)state));
    }
    rows[row_count++] = summary_row(mem, "jumlah pegawai", "everybody", SUMMARY_SUM,
                                    balance_strength(opening), expected);
    rows[row_count++] = summary_row(mem, "di antaranya hadir", "of them present", SUMMARY_ROW,
                                    balance_present(opening), expected);
    return (struct record_list){rows, row_count};
}

void minutes_summarise(const struct minutes *minutes,
                       struct arena *mem,
                       struct document_summary *out_summary)
{
    static const struct text columns[] = {TEXT_INIT("orang"), TEXT_INIT("persen")};
    static const struct text columns_en[] = {TEXT_INIT("people"), TEXT_INIT("percent")};
    const struct room *room = minutes->room;
    const struct roll_call *call = &room->call;
    struct summary_fact *facts = arena_array(mem, struct summary_fact, 3);
    struct summary_table *table = arena_one(mem, struct summary_table);

    facts[0] =
        (struct summary_fact){TEXT("Hari"), TEXT("Day"), wording_weekday(mem, room->plan.day)};
    facts[1] = (struct summary_fact){TEXT("Pimpinan"), TEXT("Led by"), room->plan.leader};
    facts[2] = (struct summary_fact){
        TEXT("OPD menjawab"), TEXT("Agencies that answered"),
        arena_format(mem, "%zu dari %zu", call->standing[ROLL_ANSWERED], call->agency_count)};
    *table = (struct summary_table){.title = TEXT("Rekaman mesin saat sidak dibuka"),
                                    .title_en = TEXT("The machine at the opening"),
                                    .columns = {columns, COUNT_OF(columns)},
                                    .columns_en = {columns_en, COUNT_OF(columns_en)},
                                    .rows = summary_rows(&call->opening[GROUP_ALL], mem)};
    *out_summary =
        (struct document_summary){.facts = {facts, 3}, .tables = {table, 1}, .notes = {"", 0}};
}
