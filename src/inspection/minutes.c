#include "inspection/minutes.h"

#include "inspection/minutes_form.h"
#include "inspection/minutes_summary.h"
#include "inspection/minutes_table.h"
#include "inspection/wording.h"

#include <string.h>

enum { FACTS_MAX = 32, CHANGES_PRINTED_MAX = 400 };

struct writing {
    const struct minutes *minutes;
    const struct room *room;
    const struct roll_call *call;
    struct arena *mem;
    struct paper *paper;
};

static struct text count(const struct writing *writing, int64_t value)
{
    return wording_count(writing->mem, value);
}

/* A difference has its sign: "+3", "−2", "0". */
static struct text difference(const struct writing *writing, int64_t value)
{
    if (value == 0) return TEXT("0");
    return arena_format(writing->mem, "%s" TEXT_FORMAT, value > 0 ? "+" : "\u2212",
                        TEXT_ARGUMENT(count(writing, value > 0 ? value : -value)));
}

static struct text clock_of(const struct writing *writing, int64_t at_ms)
{
    return wording_clock(writing->mem, at_ms, writing->minutes->place.offset_minutes);
}

static struct text day_or_nothing(const struct writing *writing, struct day day)
{
    return day_is_none(day) ? TEXT("") : wording_day(writing->mem, day);
}

/* ---- I. the session ---- */

struct facts {
    struct paper_fact *at;
    size_t count;
};

static void add_fact(struct facts *facts, const char *key, struct text value)
{
    if (value.bytes == 0) return;
    assert(facts->count < FACTS_MAX);
    facts->at[facts->count++] = (struct paper_fact){text_of(key), value};
}

static struct text titled(const struct writing *writing, struct text name, struct text title)
{
    if (title.bytes == 0 || text_equal(name, title)) return name;
    return arena_format(writing->mem, TEXT_FORMAT ", " TEXT_FORMAT, TEXT_ARGUMENT(name),
                        TEXT_ARGUMENT(title));
}

/* Members of some parts, one after the other. */
static struct text members(const struct writing *writing, bool officials)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, PAPER_CELL_BYTES_MAX - 8);
    for (size_t i = 0; i < writing->room->member_count; i++) {
        const struct inspection_member *member = &writing->room->members[i];
        struct text who = titled(writing, member->name, member->title);

        if ((member->part == MEMBER_OFFICIAL) != officials) continue;
        if (text.bytes + who.bytes + 2 > PAPER_CELL_BYTES_MAX - 8) break;
        if (text.bytes > 0) buf_add(&text, TEXT("; "));
        buf_add(&text, who);
    }
    return arena_text(writing->mem, buf_text(&text));
}

static void add_times(const struct writing *writing, struct facts *facts)
{
    const struct roll_call *call = writing->call;
    struct roll_metrics metrics = roll_metrics_of(call, call->closed_at_ms);

    add_fact(facts, "Hari, tanggal", wording_weekday(writing->mem, writing->room->plan.day));
    add_fact(facts, "Waktu",
             arena_format(writing->mem,
                          "pukul " TEXT_FORMAT " sampai " TEXT_FORMAT " " TEXT_FORMAT
                          " (" TEXT_FORMAT ")",
                          TEXT_ARGUMENT(clock_of(writing, call->opened_at_ms)),
                          TEXT_ARGUMENT(clock_of(writing, call->closed_at_ms)),
                          TEXT_ARGUMENT(writing->minutes->place.zone),
                          TEXT_ARGUMENT(wording_duration(writing->mem, metrics.seconds))));
    add_fact(facts, "OPD dipanggil",
             arena_format(writing->mem, "%zu, yang menjawab %zu, rata-rata %lld detik",
                          call->agency_count, metrics.covered,
                          (long long)metrics.seconds_a_agency));
}

/* "pukul 08.33 sampai 10.20; ...", or that nothing was. */
static struct text recorded(const struct writing *writing)
{
    const struct roll_call *call = writing->call;
    CLEANUP(buf_done) struct buf text = {0};

    if (call->recording_count == 0) return TEXT("tidak direkam oleh Hadir");
    buf_init(&text, PAPER_CELL_BYTES_MAX - 8);
    for (size_t i = 0; i < call->recording_count; i++) {
        const struct roll_recording *recording = &call->recordings[i];
        int64_t to_ms = recording->to_ms > 0 ? recording->to_ms : call->closed_at_ms;

        if (text.bytes > PAPER_CELL_BYTES_MAX / 2) break;
        buf_format(&text, "%spukul " TEXT_FORMAT " sampai " TEXT_FORMAT, i > 0 ? "; " : "",
                   TEXT_ARGUMENT(clock_of(writing, recording->from_ms)),
                   TEXT_ARGUMENT(clock_of(writing, to_ms)));
    }
    buf_add(&text, TEXT(", diketahui semua peserta"));
    return arena_text(writing->mem, buf_text(&text));
}

static void write_session(const struct writing *writing)
{
    const struct inspection *plan = &writing->room->plan;
    struct facts facts = {.at = arena_array(writing->mem, struct paper_fact, FACTS_MAX)};

    paper_add_section(writing->paper, TEXT("Pelaksanaan"));
    add_times(writing, &facts);
    add_fact(&facts, "Jenis", text_of(inspection_kind_label((enum inspection_kind)plan->kind)));
    add_fact(&facts, "Dasar", plan->basis);
    add_fact(&facts, "Tempat", plan->place);
    add_fact(&facts, "Media", plan->medium);
    add_fact(&facts, "Perekaman", recorded(writing));
    add_fact(&facts, "Pimpinan", titled(writing, plan->leader, plan->leader_title));
    add_fact(&facts, "Melalui", titled(writing, plan->delegate, plan->delegate_title));
    add_fact(&facts, "Kewenangan", plan->authority);
    add_fact(&facts, "Tim", members(writing, false));
    add_fact(&facts, "Pejabat hadir", members(writing, true));
    add_fact(&facts, "Sasaran", text_of(people_group_label((enum people_group)plan->groups)));
    paper_add_facts(writing->paper, facts.at, facts.count);
}

/* ---- II. the figures ---- */

static const struct paper_column figure_columns[] = {
    {TEXT_INIT("Keadaan"), PAPER_LEFT, 60},        {TEXT_INIT("Seluruh pegawai"), PAPER_RIGHT, 0},
    {TEXT_INIT("Persen"), PAPER_RIGHT, 20},        {TEXT_INIT("ASN"), PAPER_RIGHT, 0},
    {TEXT_INIT("Tenaga kontrak"), PAPER_RIGHT, 0},
};

static void add_figures(const struct writing *writing,
                        struct minutes_table *table,
                        enum paper_row_kind kind,
                        const char *label,
                        const int32_t counts[GROUP_COUNT])
{
    struct text *cells = minutes_table_row(table, kind);
    int32_t expected = balance_expected(&writing->call->opening[GROUP_ALL]);

    cells[0] = text_of(label);
    cells[1] = count(writing, counts[GROUP_ALL]);
    cells[2] = wording_percent(writing->mem, counts[GROUP_ALL], expected);
    cells[3] = count(writing, counts[GROUP_ASN]);
    cells[4] = count(writing, counts[GROUP_CONTRACT]);
}

/* As a reader asks: who came, who is away with a letter, who is not accounted for. */
static const enum state told[] = {
    STATE_ON_TIME, STATE_LATE,        STATE_MISSING_IN,  STATE_LEAVE, STATE_SICK,
    STATE_PERMIT,  STATE_DUTY_TRAVEL, STATE_STUDY,       STATE_OFF,   STATE_NOT_DUE,
    STATE_WAITING, STATE_UNKNOWN,     STATE_UNEXPLAINED,
};
static_assert(COUNT_OF(told) == STATE_COUNT, "every state once");

static void write_figures(const struct writing *writing)
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
                                TEXT_ARGUMENT(clock_of(writing, writing->call->frozen_at_ms)),
                                TEXT_ARGUMENT(writing->minutes->place.zone),
                                (long long)writing->call->frozen_position,
                                opening[GROUP_ALL].counts[STATE_UNKNOWN]));
}

/* ---- III. what the heads said ---- */

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
static struct text remark_of(const struct writing *writing, const struct roll_agency *agency)
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

static void add_agency(const struct writing *writing,
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

    cells[0] = count(writing, (int64_t)place + 1);
    cells[1] = agency->name;
    cells[2] = count(writing, opening.strength);
    cells[3] = count(writing, machine);
    if (statement->at_ms > 0) {
        cells[4] = count(writing, statement->said[GROUP_ALL].present);
        cells[5] = difference(writing, statement->said[GROUP_ALL].present - machine);
        sums->said += statement->said[GROUP_ALL].present;
        sums->difference += statement->said[GROUP_ALL].present - machine;
    }
    sums->strength += opening.strength;
    sums->machine += machine;
    sums->missing += missing;
    cells[6] = count(writing, missing);
    cells[7] = remark_of(writing, agency);
}

static void add_agency_sums(const struct writing *writing,
                            struct minutes_table *table,
                            const struct agency_sums *sums)
{
    struct text *cells = minutes_table_row(table, PAPER_ROW_SUM);

    cells[1] = TEXT("jumlah");
    cells[2] = count(writing, sums->strength);
    cells[3] = count(writing, sums->machine);
    cells[4] = count(writing, sums->said);
    cells[5] = difference(writing, sums->difference);
    cells[6] = count(writing, sums->missing);
}

/* "2 OPD tidak memberi laporan." */
static struct text silent_agencies(const struct writing *writing)
{
    size_t silent = writing->call->agency_count - writing->call->stated;

    if (silent == 0) return TEXT("Seluruh OPD memberi laporan.");
    return arena_format(writing->mem, "%zu OPD tidak memberi laporan.", silent);
}

static void write_agencies(const struct writing *writing)
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

/* ---- IV. reasons, by class ---- */

static const struct paper_column reason_columns[] = {
    {TEXT_INIT("Alasan yang disampaikan"), PAPER_LEFT, 0},
    {TEXT_INIT("Orang"), PAPER_RIGHT, 25},
};

static void write_reasons(const struct writing *writing)
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
        cells[1] = count(writing, people);
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

static void write_programmes(const struct writing *writing)
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
        cells[1] = count(writing, programme->done);
        cells[2] = arena_format(writing->mem, TEXT_FORMAT " " TEXT_FORMAT,
                                TEXT_ARGUMENT(count(writing, programme->total)),
                                TEXT_ARGUMENT(programme->unit));
        cells[3] = count(writing, programme->total - programme->done);
        cells[4] = day_or_nothing(writing, programme->target);
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

static void write_instructions(const struct writing *writing)
{
    const struct roll_call *call = writing->call;
    struct minutes_table table;

    if (call->instruction_count == 0) return;
    paper_add_section(writing->paper, TEXT("Instruksi"));
    minutes_table_begin(&table, writing->mem, instruction_columns, COUNT_OF(instruction_columns));
    for (size_t i = 0; i < call->instruction_count; i++) {
        const struct roll_instruction *instruction = &call->instructions[i];
        struct text *cells = minutes_table_row(&table, PAPER_ROW);

        cells[0] = count(writing, instruction->item);
        cells[1] = instruction->said;
        cells[2] = instruction->owner;
        cells[3] = day_or_nothing(writing, instruction->deadline);
        cells[4] = text_of(instruction_state_label(instruction->state));
    }
    minutes_table_end(&table, writing->paper);
}

/* ---- VI. what follows ---- */

static void write_reports(const struct writing *writing)
{
    const struct roll_call *call = writing->call;
    size_t asked = 0, received = 0;
    struct day due = {0};

    for (size_t i = 0; i < call->agency_count; i++) {
        const struct written_report *report = &call->agencies[i].report;

        asked += report->asked_at_ms > 0;
        received += report->received_at_ms > 0;
        if (report->asked_at_ms > 0 && day_compare(report->due, due) > 0) due = report->due;
    }
    if (asked == 0) return;
    paper_add_clause(writing->paper,
                     arena_format(writing->mem,
                                  "Laporan tertulis diminta dari %zu kepala perangkat daerah, "
                                  "paling lambat " TEXT_FORMAT "; sudah diterima %zu.",
                                  asked, TEXT_ARGUMENT(wording_weekday(writing->mem, due)),
                                  received));
}

static void write_follow_ups(const struct writing *writing)
{
    const struct roll_call *call = writing->call;

    for (int path = 0; follow_up_path_choices[path].word; path++) {
        size_t people = 0;

        if (path == FOLLOW_UP_WITHDRAWN) continue;
        for (size_t i = 0; i < call->follow_up_count; i++) {
            people += (int)call->follow_ups[i].path == path;
        }
        if (people == 0) continue;
        paper_add_clause(writing->paper,
                         arena_format(writing->mem,
                                      "Tindak lanjut yang dipilih pejabat: %s, %zu orang.",
                                      follow_up_path_label((enum follow_up_path)path), people));
    }
}

static void write_conclusion(const struct writing *writing)
{
    const struct roll_call *call = writing->call;

    paper_add_section(writing->paper, TEXT("Kesimpulan dan tindak lanjut"));
    if (call->conclusion.bytes > 0) paper_add_clause(writing->paper, call->conclusion);
    write_reports(writing);
    write_follow_ups(writing);
    paper_add_clause(writing->paper,
                     TEXT("Tidak ada hukuman yang dijatuhkan oleh berita acara ini; keputusan ada "
                          "pada pejabat yang berwenang setelah pegawai didengar."));
}

/* ---- VII. entries around it ---- */

static const struct paper_column change_columns[] = {
    {TEXT_INIT("Waktu"), PAPER_LEFT, 38},      {TEXT_INIT("Pelaku"), PAPER_LEFT, 31},
    {TEXT_INIT("Data"), PAPER_LEFT, 0},        {TEXT_INIT("Baris"), PAPER_RIGHT, 14},
    {TEXT_INIT("Keterangan"), PAPER_LEFT, 42},
};

/* "berlaku 17 Mei 2021, bertanggal mundur"; of several, how many are backdated. */
static struct text about_change(const struct writing *writing, const struct change *change)
{
    const char *backdated = change->backdated > 0 ? ", bertanggal mundur" : "";

    if (!day_is_none(change->from)) {
        return arena_format(writing->mem, "berlaku " TEXT_FORMAT "%s",
                            TEXT_ARGUMENT(wording_day(writing->mem, change->from)), backdated);
    }
    if (change->backdated == 0) return TEXT("");
    return arena_format(writing->mem, "%d bertanggal mundur", change->backdated);
}

static void add_change(const struct writing *writing,
                       struct minutes_table *table,
                       const struct change *change)
{
    struct text *cells = minutes_table_row(table, PAPER_ROW);
    int64_t moment = moment_at(change->at_ms, writing->minutes->place.offset_minutes);

    cells[0] = arena_format(writing->mem, TEXT_FORMAT ", " TEXT_FORMAT,
                            TEXT_ARGUMENT(wording_day(writing->mem, moment_day(moment))),
                            TEXT_ARGUMENT(clock_of(writing, change->at_ms)));
    cells[1] = change->author.bytes > 0 ? change->author : TEXT("baris perintah");
    cells[2] = text_of(change_label(change->kind));
    cells[3] = count(writing, change->rows);
    cells[4] = about_change(writing, change);
}

static void write_changes(const struct writing *writing)
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

static void write_amendments(const struct writing *writing)
{
    const struct roll_call *call = writing->call;

    if (call->amendment_count == 0) return;
    paper_add_section(writing->paper, TEXT("Perubahan berita acara"));
    for (size_t i = 0; i < call->amendment_count; i++) {
        const struct roll_words *words = &call->amendments[i];
        int64_t moment = moment_at(words->at_ms, writing->minutes->place.offset_minutes);

        paper_add_clause(writing->paper,
                         arena_format(writing->mem,
                                      TEXT_FORMAT ", oleh " TEXT_FORMAT ": " TEXT_FORMAT,
                                      TEXT_ARGUMENT(wording_day(writing->mem, moment_day(moment))),
                                      TEXT_ARGUMENT(words->author), TEXT_ARGUMENT(words->said)));
    }
}

/* ---- the whole ---- */

enum rc minutes_compose(const struct minutes *minutes,
                        struct arena *mem,
                        struct paper *out_paper,
                        struct document_summary *out_summary,
                        struct problem *why)
{
    const struct room *room = minutes->room;
    struct writing writing = {
        .minutes = minutes, .room = room, .call = &room->call, .mem = mem, .paper = out_paper};

    if (room->call.state != SESSION_CLOSED) {
        return problem_set(why, RC_CONFLICT, "minutes are written when the session is closed");
    }
    minutes_begin(minutes, mem, out_paper);
    write_session(&writing);
    write_figures(&writing);
    write_agencies(&writing);
    write_reasons(&writing);
    write_programmes(&writing);
    write_instructions(&writing);
    write_conclusion(&writing);
    write_changes(&writing);
    write_amendments(&writing);
    minutes_end(minutes, mem, out_paper);
    minutes_summarise(minutes, mem, out_summary);
    return RC_OK;
}
