#include "cmd/recap_paper.h"

#include "documents/paper_words.h"
#include "rules/state.h"

#include <ctype.h>

enum { TOTAL_ROWS_MAX = STATE_COUNT + 2, TOTAL_CELLS = 2, AGENCY_CELLS = 7 };

/* A row of the totals, for the paper and for the page. */
struct total {
    struct text label;
    struct text label_en;
    struct text state;
    int32_t count;
    enum summary_row_kind kind;
};

struct totals {
    struct total rows[TOTAL_ROWS_MAX];
    size_t count;
};

/* "tepat waktu" to "Tepat waktu". */
static struct text with_capital(struct arena *mem, const char *label)
{
    return arena_format(mem, "%c%s", toupper((unsigned char)label[0]), label + 1);
}

static void add_state(struct totals *totals,
                      const struct balance *balance,
                      int state,
                      struct arena *mem)
{
    bool present = state_class_of((enum state)state) == STATE_CLASS_PRESENT;

    if (balance->counts[state] == 0) return;
    totals->rows[totals->count++] = (struct total){
        .label = with_capital(mem, state_indonesian((enum state)state)),
        .label_en = with_capital(mem, state_english((enum state)state)),
        .state = text_of(state_word((enum state)state)),
        .count = balance->counts[state],
        .kind = present ? SUMMARY_PART : SUMMARY_ROW,
    };
}

/* Present with its parts, the others, their sum. */
static struct totals totals_of(const struct balance *balance, struct arena *mem)
{
    struct totals totals = {.count = 1};

    totals.rows[0] = (struct total){
        .label = TEXT("Hadir"),
        .label_en = TEXT("Present"),
        .count = balance_present(balance),
        .kind = SUMMARY_ROW,
    };
    for (int pass = 0; pass < 2; pass++) {
        for (int state = 0; state < STATE_COUNT; state++) {
            bool present = state_class_of((enum state)state) == STATE_CLASS_PRESENT;

            if (present == (pass == 0)) add_state(&totals, balance, state, mem);
        }
    }
    totals.rows[totals.count++] = (struct total){
        .label = TEXT("Jumlah"),
        .label_en = TEXT("Total"),
        .count = balance_strength(balance),
        .kind = SUMMARY_SUM,
    };
    return totals;
}

static struct text share_of(const struct total *total,
                            const struct balance *balance,
                            struct arena *mem)
{
    if (total->kind == SUMMARY_SUM || text_equal(total->state, TEXT("off"))) return TEXT("");
    return paper_share(mem, total->count, balance_expected(balance));
}

/* ---- the paper ---- */

static void add_totals(struct paper *paper,
                       const struct totals *totals,
                       const struct balance *balance,
                       struct arena *mem)
{
    static const struct paper_column columns[] = {
        {TEXT_INIT("Keadaan"), PAPER_LEFT, 0},
        {TEXT_INIT("Jumlah"), PAPER_RIGHT, 30},
        {TEXT_INIT("Bagian"), PAPER_RIGHT, 30},
    };
    static const enum paper_row_kind kinds[] = {
        [SUMMARY_ROW] = PAPER_ROW, [SUMMARY_PART] = PAPER_ROW_PART, [SUMMARY_SUM] = PAPER_ROW_SUM};
    struct paper_row *rows = arena_array(mem, struct paper_row, totals->count);

    for (size_t i = 0; i < totals->count; i++) {
        struct text *cells = arena_array(mem, struct text, COUNT_OF(columns));

        cells[0] = totals->rows[i].label;
        cells[1] = paper_count(mem, totals->rows[i].count);
        cells[2] = share_of(&totals->rows[i], balance, mem);
        rows[i] = (struct paper_row){kinds[totals->rows[i].kind], cells};
    }
    paper_add_table(paper, &(struct paper_table){columns, COUNT_OF(columns), rows, totals->count});
}

static const struct text *agency_cells(const struct recap_row *row,
                                       struct text first,
                                       struct arena *mem)
{
    const struct balance *balance = &row->balance;
    struct text *cells = arena_array(mem, struct text, AGENCY_CELLS);
    int32_t present = balance_present(balance);
    int32_t open = balance_present_max(balance) - present;
    int32_t unexplained = balance->counts[STATE_UNEXPLAINED];

    cells[0] = first;
    cells[1] = paper_count(mem, balance_strength(balance));
    cells[2] = paper_count(mem, present);
    cells[3] = paper_count(mem, balance->counts[STATE_LATE]);
    cells[4] = paper_count(mem, balance_strength(balance) - present - open - unexplained);
    cells[5] = paper_count(mem, open);
    cells[6] = paper_count(mem, unexplained);
    return cells;
}

static void add_agencies(struct paper *paper, const struct recap *recap, struct arena *mem)
{
    static const struct paper_column columns[AGENCY_CELLS] = {
        {TEXT_INIT("Unit kerja"), PAPER_LEFT, 0},
        {TEXT_INIT("Jumlah"), PAPER_RIGHT, 16},
        {TEXT_INIT("Hadir"), PAPER_RIGHT, 14},
        {TEXT_INIT("Terlam\xc2\xad"
                   "bat"),
         PAPER_RIGHT, 18},
        {TEXT_INIT("Ada ketera\xc2\xadngan, libur"), PAPER_RIGHT, 22},
        {TEXT_INIT("Belum hadir, belum tahu"), PAPER_RIGHT, 17},
        {TEXT_INIT("Tanpa ketera\xc2\xadngan"), PAPER_RIGHT, 19},
    };
    struct paper_row *rows = arena_array(mem, struct paper_row, recap->row_count + 1);
    size_t count = 0;

    for (size_t i = 0; i < recap->row_count; i++) {
        if (balance_strength(&recap->rows[i].balance) == 0) continue;
        rows[count++] =
            (struct paper_row){PAPER_ROW, agency_cells(&recap->rows[i], recap->rows[i].name, mem)};
    }
    rows[count++] =
        (struct paper_row){PAPER_ROW_SUM, agency_cells(&recap->total, TEXT("Jumlah"), mem)};
    paper_add_table(paper, &(struct paper_table){columns, AGENCY_CELLS, rows, count});
}

static struct text period_of(const struct recap *recap, struct arena *mem)
{
    struct text from = paper_day(mem, day_from_number(recap->from));
    struct text to = paper_day(mem, day_from_number(recap->to));

    if (recap->from == recap->to) return from;
    return arena_format(mem, TEXT_FORMAT " sampai dengan " TEXT_FORMAT, TEXT_ARGUMENT(from),
                        TEXT_ARGUMENT(to));
}

static struct text scope_of(const struct recap_paper_request *request)
{
    return request->recap->total.agency.bytes > 0 ? request->recap->total.name
                                                  : request->directory->government_name;
}

/* ---- what is published ---- */

static void summarise(const struct totals *totals,
                      const struct balance *balance,
                      const struct paper_fact *facts,
                      struct arena *mem,
                      struct document_summary *out_summary)
{
    static const char *const english[] = {"Period", "Of", "Figures as of"};
    static const struct text columns[] = {TEXT_INIT("Jumlah"), TEXT_INIT("Bagian")};
    static const struct text columns_en[] = {TEXT_INIT("Count"), TEXT_INIT("Share")};
    static const struct summary_note note = {
        .text = TEXT_INIT("Bagian dihitung dari jumlah yang wajib hadir dan dibulatkan "
                          "sendiri-sendiri, sehingga tidak selalu berjumlah tepat 100 %."),
        .text_en = TEXT_INIT("Shares are of those who were expected and are rounded one by one, so "
                             "they do not always add up to exactly 100%."),
    };
    struct summary_fact *published = arena_array(mem, struct summary_fact, COUNT_OF(english));
    struct summary_row *rows = arena_array(mem, struct summary_row, totals->count);
    struct summary_table *table = arena_one(mem, struct summary_table);

    for (size_t i = 0; i < COUNT_OF(english); i++) {
        published[i] = (struct summary_fact){facts[i].key, text_of(english[i]), facts[i].value};
    }
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->rows[i];
        struct text *cells = arena_array(mem, struct text, TOTAL_CELLS);

        cells[0] = paper_count(mem, total->count);
        cells[1] = share_of(total, balance, mem);
        rows[i] = (struct summary_row){
            total->label, total->label_en, (int)total->kind, total->state, {cells, TOTAL_CELLS}};
    }
    *table = (struct summary_table){TEXT("Kehadiran"),
                                    TEXT("Attendance"),
                                    {columns, TOTAL_CELLS},
                                    {columns_en, TOTAL_CELLS},
                                    {rows, totals->count}};
    *out_summary =
        (struct document_summary){{published, COUNT_OF(english)}, {table, 1}, {&note, 1}};
}

void recap_paper_write(const struct recap_paper_request *request,
                       struct arena *mem,
                       struct paper *out_paper,
                       struct document_summary *out_summary)
{
    const struct recap *recap = request->recap;
    const struct directory *directory = request->directory;
    const struct balance *balance = &recap->total.balance;
    struct totals totals = totals_of(balance, mem);
    struct paper_fact *facts = arena_array(mem, struct paper_fact, 3);
    int offset = directory->offset_minutes;

    facts[0] = (struct paper_fact){TEXT("Periode"), period_of(recap, mem)};
    facts[1] = (struct paper_fact){TEXT("Cakupan"), scope_of(request)};
    facts[2] = (struct paper_fact){TEXT("Angka dicatat"),
                                   paper_instant(mem, request->noted_at_ms, offset)};
    *out_paper = (struct paper){
        .government = directory->government_name,
        .title = TEXT("Rekap kehadiran"),
        .number = request->number,
        .offset_minutes = offset,
        .place_and_date = paper_date(mem, moment_day(moment_at(request->now_ms, offset))),
    };
    paper_init(out_paper, mem);
    paper_add_facts(out_paper, facts, 3);
    paper_add_section(out_paper, TEXT("Jumlah"));
    add_totals(out_paper, &totals, balance, mem);
    paper_add_note(out_paper,
                   TEXT("Bagian dihitung dari jumlah yang wajib hadir dan dibulatkan "
                        "sendiri-sendiri, sehingga tidak selalu berjumlah tepat 100 %."));
    if (recap->from != recap->to) {
        paper_add_note(out_paper, TEXT("Angka menghitung orang-hari selama periode itu."));
    }
    paper_add_section(out_paper, TEXT("Menurut unit kerja"));
    add_agencies(out_paper, recap, mem);
    paper_add_signer(out_paper, &(struct paper_signer){.position = request->signer_position,
                                                       .name = request->signer_name});
    summarise(&totals, balance, facts, mem, out_summary);
}
