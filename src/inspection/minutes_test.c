#include "inspection/minutes.h"

#include "base/limits.h"
#include "base/test.h"

#include <string.h>

enum {
    WIB_MINUTES = 420,
    LARGE_AGENCIES = 200,
    LARGE_CHANGES = 400, /* as many as are printed */
    SEAL_BYTES = 64 * 1024,
};

/* 17 May 2021, 08.33 WIB. */
static const int64_t opened_at_ms = 1621215180000;

static const struct inspection_member members[] = {
    {.name = TEXT_INIT("Kabid Disiplin"), .part = MEMBER_RECORDER},
    {.name = TEXT_INIT("Kepala Diskominfo"), .part = MEMBER_OFFICIAL},
};

/* Two agencies, of which one stated by telephone. */
static struct room held(struct arena *mem, bool confirmed)
{
    struct roll_agency *agencies = arena_array(mem, struct roll_agency, 2);
    struct room room = {
        .plan = {.title = TEXT("Sidak virtual"),
                 .leader = TEXT("Wakil Wali Kota Uji"),
                 .leader_title = TEXT("Wakil Wali Kota Uji"),
                 .place = TEXT("Balai kota"),
                 .day = {2021, 5, 17}},
        .members = members,
        .member_count = COUNT_OF(members),
        .call = {.state = SESSION_CLOSED,
                 .called = ROLL_NOBODY,
                 .opened_at_ms = opened_at_ms,
                 .closed_at_ms = opened_at_ms + 3600 * 1000,
                 .frozen_at_ms = opened_at_ms,
                 .agencies = agencies,
                 .agency_count = 2,
                 .stated = 1},
    };

    for (int i = 0; i < 2; i++) {
        agencies[i].code = i ? TEXT("D2") : TEXT("D1");
        agencies[i].name = i ? TEXT("Dinas Kedua") : TEXT("Dinas Pertama");
        agencies[i].opening[GROUP_ALL].counts[STATE_ON_TIME] = 4;
        agencies[i].opening[GROUP_ALL].counts[STATE_WAITING] = 1;
    }
    agencies[0].statement = (struct roll_statement){
        .at_ms = opened_at_ms + 1000, .source = SOURCE_TELEPHONE, .confirmed = confirmed};
    agencies[0].statement.said[GROUP_ALL].present = 5;
    agencies[0].statement.machine[GROUP_ALL].present = 4;
    agencies[0].statement.machine[GROUP_ALL].missing = 1;
    room.call.opening[GROUP_ALL].counts[STATE_ON_TIME] = 8;
    room.call.opening[GROUP_ALL].counts[STATE_WAITING] = 2;
    return room;
}

static struct paper compose(const struct room *room, struct arena *mem)
{
    struct minutes minutes = {.room = room,
                              .government = TEXT("Pemerintah Kota Uji"),
                              .keeping = {.days = 30, .is_usual = true},
                              .place = {.government = TEXT("Kota Uji"),
                                        .zone = TEXT("WIB"),
                                        .offset_minutes = WIB_MINUTES}};
    struct document_summary summary;
    struct problem why = {0};
    struct paper paper;

    assert_rc(RC_OK, minutes_compose(&minutes, mem, &paper, &summary, &why));
    return paper;
}

/* The n-th block of a kind, from 0. */
static const struct paper_block *block_of(const struct paper *paper,
                                          enum paper_block_kind kind,
                                          size_t wanted)
{
    for (size_t i = 0; i < paper->block_count; i++) {
        if (paper->blocks[i].kind == kind && wanted-- == 0) return &paper->blocks[i];
    }
    return NULL;
}

static bool says(struct text text, const char *part)
{
    return memmem(text.at, text.bytes, part, strlen(part)) != NULL;
}

static void it_begins_and_ends_as_a_berita_acara(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = held(mem, true);
    struct paper paper = compose(&room, mem);

    (void)state;
    assert_true(says(paper.blocks[0].text, "Pada hari ini, Senin tanggal tujuh belas bulan Mei"));
    assert_true(says(paper.blocks[0].text, "pukul 08.33 WIB, bertempat di Balai kota"));
    assert_true(says(paper.blocks[paper.block_count - 1].text, "Demikian berita acara ini"));
    assert_true(text_equal(paper.government, TEXT("Pemerintah Kota Uji")));
    assert_true(text_equal(paper.place_and_date, TEXT("Uji, 17 Mei 2021")));
}

static void who_took_notes_signs_left_of_who_led(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = held(mem, true);
    struct paper paper = compose(&room, mem);

    (void)state;
    assert_int_equal(paper.signer_count, 2);
    assert_true(text_equal(paper.signers[0].position, TEXT("Notulis,")));
    assert_true(text_equal(paper.signers[0].name, TEXT("Kabid Disiplin")));
    assert_true(text_equal(paper.signers[1].position, TEXT("Wakil Wali Kota Uji,")));
    assert_true(says(paper.signers[1].name, "....")); /* only the office is known */
}

static void statements_stand_beside_the_machine_and_their_sums_close(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = held(mem, true);
    struct paper paper = compose(&room, mem);
    const struct paper_table *table = &block_of(&paper, PAPER_TABLE, 1)->table;
    const struct text *sum = table->rows[2].cells;

    (void)state;
    assert_int_equal(table->row_count, 3);
    assert_int_equal(table->rows[2].kind, PAPER_ROW_SUM);
    assert_true(text_equal(table->rows[0].cells[5], TEXT("+1")));
    assert_true(text_equal(sum[2], TEXT("10")));
    assert_true(text_equal(sum[3], TEXT("8")));
    assert_true(text_equal(sum[4], TEXT("5")));
    assert_true(text_equal(sum[5], TEXT("+1")));
    assert_true(text_equal(sum[6], TEXT("2")));
}

/* Only D1 signed: three, then four when one had been overlooked. */
static void give_recaps(struct room *room, struct roll_recap recaps[2])
{
    recaps[0] = (struct roll_recap){.agency = TEXT("D1"),
                                    .at_ms = opened_at_ms,
                                    .paper = 1,
                                    .signed_on = {2021, 5, 17},
                                    .given = {[GROUP_ASN] = true}};
    recaps[0].said[GROUP_ALL].present = recaps[0].said[GROUP_ASN].present = 3;
    recaps[1] = recaps[0];
    recaps[1].paper = 2;
    recaps[1].reason = TEXT("Budi terlewat");
    recaps[1].signed_on = (struct day){2021, 5, 18};
    recaps[1].said[GROUP_ALL].present = recaps[1].said[GROUP_ASN].present = 4;
    room->call.recaps = recaps;
    room->call.recap_count = 2;
    room->call.agencies[0].papers = 2;
}

static void what_nobody_said_or_signed_is_called_none(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct roll_recap recaps[2];
    struct room room = held(mem, true);
    struct paper paper = compose(&room, mem);

    (void)state;
    assert_true(
        text_equal(block_of(&paper, PAPER_TABLE, 1)->table.rows[1].cells[4], TEXT("tidak ada")));
    assert_true(says(block_of(&paper, PAPER_NOTE, 2)->text, "ditandatangani: tidak ada"));
    give_recaps(&room, recaps);
    paper = compose(&room, mem);
    assert_true(says(block_of(&paper, PAPER_NOTE, 2)->text, "dari 1 OPD"));
    assert_true(says(block_of(&paper, PAPER_NOTE, 2)->text, "Dari 1 OPD tidak ada"));
}

static void machine_statement_recap_and_corrections_stand_side_by_side_without_names(void **state)
{
    static const char *const labels[] = {
        "Dinas Pertama",        "mesin, pukul 08.33",        "laporan kepala",
        "rekap manual, 17 Mei", "ralat ke-1, 18 Mei",        "ASN: mesin",
        "ASN: laporan kepala",  "ASN: rekap manual, 17 Mei", "ASN: ralat ke-1, 18 Mei",
    };
    static const char *const present[] = {"", "4", "5", "3", "4", "0", "", "3", "4"};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct roll_recap recaps[2];
    struct room room = held(mem, true);
    struct paper paper;
    const struct paper_table *table;

    (void)state;
    give_recaps(&room, recaps);
    paper = compose(&room, mem);
    table = &block_of(&paper, PAPER_TABLE, 2)->table;
    assert_int_equal(table->row_count, COUNT_OF(labels));
    for (size_t i = 0; i < COUNT_OF(labels); i++) {
        assert_true(says(table->rows[i].cells[0], labels[i]));
        assert_true(text_equal(table->rows[i].cells[1], text_of(present[i])));
        assert_false(says(table->rows[i].cells[0], "Budi"));
    }
}

static void a_statement_by_telephone_says_whether_its_head_confirmed_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    static const char *const told[] = {"belum dibenarkan", "dibenarkan kepala"};

    (void)state;
    for (int confirmed = 0; confirmed < 2; confirmed++) {
        struct room room = held(mem, confirmed == 1);
        struct paper paper = compose(&room, mem);
        const struct paper_table *table = &block_of(&paper, PAPER_TABLE, 1)->table;

        assert_true(says(table->rows[0].cells[7], "telepon"));
        assert_true(says(table->rows[0].cells[7], told[confirmed]));
    }
}

static struct text fact_of(const struct paper *paper, const char *key)
{
    const struct paper_block *list = block_of(paper, PAPER_FACTS, 0);

    for (size_t i = 0; i < list->count; i++) {
        if (text_equal(list->facts[i].key, text_of(key))) return list->facts[i].value;
    }
    return TEXT("");
}

static void they_say_whether_the_session_was_recorded(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct roll_recording recording = {
        .from_ms = opened_at_ms, .to_ms = opened_at_ms + 1800000, .by = TEXT("walikota")};
    struct room room = held(mem, true);
    struct paper silent = compose(&room, mem);
    struct paper told;

    (void)state;
    assert_true(text_equal(fact_of(&silent, "Perekaman"), TEXT("tidak direkam oleh Hadir")));
    room.call.recordings = &recording;
    room.call.recording_count = 1;
    told = compose(&room, mem);
    assert_true(
        text_equal(fact_of(&told, "Perekaman"),
                   TEXT("pukul 08.33 sampai 09.03 atas perintah akun walikota, diketahui semua "
                        "peserta; disimpan sampai 16 Juni 2021 (30 hari, usulan program "
                        "yang belum ditetapkan)")));
}

/* A province: everything that is printed, at its most and with long names. */
static void give_most(struct minutes *minutes, struct room *room, struct arena *mem)
{
    struct roll_agency *agencies = arena_array(mem, struct roll_agency, LARGE_AGENCIES);
    struct change *changes = arena_array(mem, struct change, LARGE_CHANGES);

    for (int i = 0; i < LARGE_AGENCIES; i++) {
        agencies[i] = room->call.agencies[0];
        agencies[i].name = arena_format(
            mem, "Dinas Pemberdayaan Masyarakat, Perempuan dan Perlindungan Anak Wilayah %d", i);
    }
    for (int i = 0; i < LARGE_CHANGES; i++) {
        changes[i] = (struct change){.at_ms = opened_at_ms + i * 1000,
                                     .kind = FACT_LEAVE,
                                     .rows = 1,
                                     .backdated = 1,
                                     .author = arena_format(mem, "operator.dinas-%d", i),
                                     .from = {2021, 5, 17},
                                     .to = {2021, 5, 18}};
    }
    room->call.agencies = agencies;
    room->call.agency_count = LARGE_AGENCIES;
    minutes->changes = changes;
    minutes->change_count = LARGE_CHANGES;
}

static void minutes_of_a_province_can_be_shown_to_the_public_page(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = held(mem, true);
    struct minutes minutes = {.room = &room,
                              .government = TEXT("Pemerintah Provinsi Uji"),
                              .place = {.government = TEXT("Provinsi Uji"),
                                        .zone = TEXT("WIB"),
                                        .offset_minutes = WIB_MINUTES}};
    struct document_summary summary;
    struct problem why = {0};
    struct paper paper;
    struct text pdf;

    (void)state;
    give_most(&minutes, &room, mem);
    assert_rc(RC_OK, minutes_compose(&minutes, mem, &paper, &summary, &why));
    paper.code = TEXT("7K4M-92QX-C1TD");
    paper.verify_address = TEXT("https://hadir.example.go.id/verify/7K4M-92QX-C1TD");
    assert_rc(RC_OK, paper_print(&paper, mem, &pdf, &why));
    assert_true(pdf.bytes + SEAL_BYTES <= REQUEST_BODY_BYTES_MAX);
}

static void a_session_that_goes_on_has_no_minutes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = held(mem, true);
    struct minutes minutes = {.room = &room};
    struct document_summary summary;
    struct problem why = {0};
    struct paper paper;

    (void)state;
    room.call.state = SESSION_OPEN;
    assert_rc(RC_CONFLICT, minutes_compose(&minutes, mem, &paper, &summary, &why));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_begins_and_ends_as_a_berita_acara),
        cmocka_unit_test(who_took_notes_signs_left_of_who_led),
        cmocka_unit_test(statements_stand_beside_the_machine_and_their_sums_close),
        cmocka_unit_test(what_nobody_said_or_signed_is_called_none),
        cmocka_unit_test(machine_statement_recap_and_corrections_stand_side_by_side_without_names),
        cmocka_unit_test(a_statement_by_telephone_says_whether_its_head_confirmed_it),
        cmocka_unit_test(they_say_whether_the_session_was_recorded),
        cmocka_unit_test(minutes_of_a_province_can_be_shown_to_the_public_page),
        cmocka_unit_test(a_session_that_goes_on_has_no_minutes),
    };

    return cmocka_run_group_tests_name("minutes", tests, NULL, NULL);
}
