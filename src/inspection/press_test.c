#include "inspection/press.h"

#include "base/test.h"
#include "inspection/wording.h"

#include <string.h>

static void figures_are_written_as_indonesian_has_them(void **state)
{
    static const struct {
        int64_t count;
        const char *text;
    } counts[] = {
        {0, "0"}, {999, "999"}, {5789, "5.789"}, {5588245, "5.588.245"}, {-1200, "-1.200"}};
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        assert_string_equal(wording_count(mem, counts[i].count).at, counts[i].text);
    }
    assert_string_equal(wording_percent(mem, 4793, 5789).at, "82,79");
    assert_string_equal(wording_percent(mem, 0, 0).at, "");
    assert_string_equal(wording_weekday(mem, (struct day){2020, 5, 26}).at, "Selasa, 26 Mei 2020");
    assert_string_equal(wording_clock(mem, 1621215180000, 420).at, "08.33");
    assert_string_equal(wording_duration(mem, 54 * 60).at, "54 menit");
    assert_string_equal(wording_duration(mem, 62 * 60).at, "1 jam 2 menit");
}

/* 17 May 2021: 4,793 + 800 + 57 + 139 = 5,789. */
static struct room jambi(void)
{
    static struct roll_programme programme = {.title = TEXT_INIT("Penyaluran BLT"),
                                              .unit = TEXT_INIT("desa"),
                                              .done = 202,
                                              .total = 237,
                                              .target = {2020, 5, 29},
                                              .blocker = TEXT_INIT("ketersediaan dana")};
    struct room room = {.plan = {.title = TEXT("Sidak virtual"),
                                 .day = {2021, 5, 17},
                                 .leader = TEXT("Wakil Wali Kota Jambi")},
                        .call = {.state = SESSION_CLOSED,
                                 .opened_at_ms = 1621215180000,
                                 .frozen_at_ms = 1621215180000,
                                 .agency_count = 60,
                                 .programmes = &programme,
                                 .programme_count = 1}};
    struct balance *all = &room.call.opening[GROUP_ALL];

    all->counts[STATE_ON_TIME] = 4793;
    all->counts[STATE_LATE] = 800;
    all->counts[STATE_PERMIT] = 57;
    all->counts[STATE_WAITING] = 139;
    room.call.opening[GROUP_ASN] = *all;
    room.call.standing[ROLL_ANSWERED] = 59;
    return room;
}

static void assert_says(struct text text, const char *sentence)
{
    if (strstr(text.at, sentence)) return;
    print_message("\"%s\" is not in:\n%s\n", sentence, text.at);
    fail();
}

static void the_press_is_told_the_machines_figures_each_from_its_own_integers(void **state)
{
    static const struct press_place place = {TEXT_INIT("Kota Jambi"), TEXT_INIT("WIB"), 420};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = jambi();
    struct text text = press_text(&room, &place, mem);

    (void)state;
    assert_says(text,
                "Kehadiran pegawai Kota Jambi pada Senin, 17 Mei 2021 mencapai 96,61 persen.");
    assert_says(text, "Menurut rekaman mesin pukul 08.33 WIB, dari 5.789 pegawai");
    assert_says(text,
                "5.593 orang (96,61 persen) hadir: 4.793 orang (82,79 persen) tepat waktu dan "
                "800 orang (13,82 persen) terlambat");
    assert_says(text,
                "57 orang (0,98 persen) izin, dan 139 orang (2,40 persen) belum tercatat hadir");
    assert_says(text, "202 dari 237 desa selesai, sisa 35, ditargetkan tuntas Jumat, 29 Mei 2020, "
                      "tergantung ketersediaan dana.");
    assert_null(strstr(text.at, "tanpa keterangan"));
    assert_null(strstr(text.at, "96,79")); /* the sum of rounded shares */
    assert_null(strstr(text.at, "tenaga kontrak"));
}

static void groups_are_told_apart_where_both_are_there(void **state)
{
    static const struct press_place place = {TEXT_INIT("Sergai"), TEXT_INIT("WIB"), 420};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct room room = jambi();
    struct text text;

    (void)state;
    room.call.opening[GROUP_CONTRACT].counts[STATE_ON_TIME] = 61;
    room.call.opening[GROUP_CONTRACT].counts[STATE_WAITING] = 1;
    text = press_text(&room, &place, mem);
    assert_says(text, "Dari 62 tenaga kontrak, 61 orang (98,39 persen) hadir");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_written_as_indonesian_has_them),
        cmocka_unit_test(the_press_is_told_the_machines_figures_each_from_its_own_integers),
        cmocka_unit_test(groups_are_told_apart_where_both_are_there),
    };

    return cmocka_run_group_tests_name("press", tests, NULL, NULL);
}
