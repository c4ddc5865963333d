#include "people/directory.h"

#include "base/clock.h"
#include "people/decree.h"
#include "people/fixture_test.h"
#include "people/leave_period.h"
#include "people/roster.h"
#include "people/setting.h"

static const struct day friday = {2021, 5, 14};

static int32_t day_of(struct day day)
{
    return day_number(day);
}

static void agencies_come_in_the_order_of_the_tree(void **state)
{
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    static const char *const expected[] = {"DINKES", "PKM-1", "POLINDES", "PKM-2", "PU"};
    static const int depths[] = {0, 1, 2, 1, 0};
    int32_t health;

    fixture_small_government(f);
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory->agency_count, COUNT_OF(expected));
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_true(text_equal(directory->agencies[i].code, text_of(expected[i])));
        assert_int_equal(directory->agencies[i].depth, depths[i]);
    }
    health = directory_find_agency(directory, TEXT("DINKES"));
    assert_int_equal(directory->agencies[health].end, 4);
    assert_true(
        directory_is_below(directory, directory_find_agency(directory, TEXT("POLINDES")), health));
    assert_false(
        directory_is_below(directory, directory_find_agency(directory, TEXT("PU")), health));
    assert_true(directory_is_below(directory, 0, NONE));
    assert_int_equal(directory_find_agency(directory, TEXT("nowhere")), NONE);
}

static void zone_and_pattern_come_from_the_nearest_above(void **state)
{
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    const struct directory_agency *agency;

    fixture_small_government(f);
    directory = fixture_load(f, AS_OF_NOW);
    agency = &directory->agencies[directory_find_agency(directory, TEXT("POLINDES"))];
    assert_text("WITA", agency->zone);
    assert_int_equal(agency->offset_minutes, 480);
    assert_text("6-hari", agency->pattern);
    assert_int_equal(agency->own_pattern.bytes, 0);
    agency = &directory->agencies[directory_find_agency(directory, TEXT("PKM-2"))];
    assert_int_equal(agency->offset_minutes, 540);
    agency = &directory->agencies[directory_find_agency(directory, TEXT("PU"))];
    assert_text("WIB", agency->zone);
    assert_int_equal(agency->pattern.bytes, 0);
}

static void an_agency_without_its_parent_hangs_below_the_government(void **state)
{
    static const struct agency gone = AGENCY("DINKES", "", .withdrawn = true);
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;

    fixture_small_government(f);
    fixture_record(f, &agency_fact, &gone, 1);
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory->agency_count, 4);
    assert_int_equal(directory->agencies[directory_find_agency(directory, TEXT("PKM-1"))].parent,
                     NONE);
}

static void a_person_stays_where_he_was_on_earlier_days(void **state)
{
    static const struct posting moved = POSTING("ani", "PU", .valid_from = {2021, 5, 17});
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t ani, centre, roads;

    fixture_small_government(f);
    fixture_record(f, &posting_fact, &moved, 1);
    directory = fixture_load(f, AS_OF_NOW);
    ani = directory_find_person(directory, TEXT("ani"));
    centre = directory_find_agency(directory, TEXT("PKM-1"));
    roads = directory_find_agency(directory, TEXT("PU"));
    assert_int_equal(directory_agency_of(directory, ani, day_of(friday)), centre);
    assert_int_equal(directory_agency_of(directory, ani, day_of(monday)), roads);
}

static void a_withdrawn_posting_never_was(void **state)
{
    static const struct posting moved = POSTING("ani", "PU", .valid_from = {2021, 5, 17});
    static const struct posting never =
        POSTING("ani", "PU", .valid_from = {2021, 5, 17}, .withdrawn = true);
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;

    fixture_small_government(f);
    fixture_record(f, &posting_fact, &moved, 1);
    fixture_record(f, &posting_fact, &never, 1);
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory_agency_of(directory, directory_find_person(directory, TEXT("ani")),
                                         day_of(monday)),
                     directory_find_agency(directory, TEXT("PKM-1")));
}

static void indexes_of_people_never_move(void **state)
{
    static const struct person early = PERSON("aan");
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *before = NULL;
    CLEANUP(directory_free) struct directory *after = NULL;

    fixture_small_government(f);
    before = fixture_load(f, AS_OF_NOW);
    fixture_record(f, &person_fact, &early, 1);
    after = fixture_load(f, AS_OF_NOW);
    assert_int_equal(after->person_count, 4);
    for (size_t i = 0; i < before->person_count; i++) {
        assert_true(text_equal(before->people[i].number, after->people[i].number));
    }
    assert_text("aan", after->people[3].number);
    assert_true(after->edition > before->edition);
}

static void people_are_active_between_their_days(void **state)
{
    static const struct person retired =
        PERSON("budi", .active_from = {2021, 5, 14}, .active_to = {2021, 5, 16});
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t budi;

    fixture_small_government(f);
    fixture_record(f, &person_fact, &retired, 1);
    directory = fixture_load(f, AS_OF_NOW);
    budi = directory_find_person(directory, TEXT("budi"));
    assert_false(directory_is_active(directory, budi, day_of(friday) - 1));
    assert_true(directory_is_active(directory, budi, day_of(friday)));
    assert_true(directory_is_active(directory, budi, day_of(monday) - 1));
    assert_false(directory_is_active(directory, budi, day_of(monday)));
    assert_true(directory_is_active(directory, directory_find_person(directory, TEXT("ani")), 0));
}

static void a_pin_on_its_terminal_comes_before_one_for_all(void **state)
{
    static const struct enrolment own[] = {
        ENROLMENT("1", "cici", .terminal = WORD("OGX1")),
        ENROLMENT("9", "cici", .terminal = WORD("OGX1"), .valid_from = {2021, 5, 17}),
    };
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t ani, cici, today = day_of(monday);

    fixture_small_government(f);
    fixture_record(f, &enrolment_fact, own, COUNT_OF(own));
    directory = fixture_load(f, AS_OF_NOW);
    ani = directory_find_person(directory, TEXT("ani"));
    cici = directory_find_person(directory, TEXT("cici"));
    assert_int_equal(directory_resolve(directory, TEXT("1"), TEXT("OGX1"), today), cici);
    assert_int_equal(directory_resolve(directory, TEXT("1"), TEXT("OGX2"), today), ani);
    assert_int_equal(directory_resolve(directory, TEXT("9"), TEXT("OGX1"), today), cici);
    assert_int_equal(directory_resolve(directory, TEXT("9"), TEXT("OGX1"), today - 1), NONE);
    assert_int_equal(directory_resolve(directory, TEXT("9"), TEXT("OGX2"), today), NONE);
    assert_int_equal(directory_resolve(directory, TEXT("01"), TEXT("OGX1"), today), NONE);
    assert_int_equal(directory->people[cici].pin_count, 2);
}

static void a_picture_knows_what_was_known_then(void **state)
{
    static const struct enrolment later = ENROLMENT("3", "cici");
    static const struct agency renamed = {
        .code = WORD("PU"), .name = WORD("Dinas PUPR"), .latitude = NAN, .longitude = NAN};
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *then = NULL;
    CLEANUP(directory_free) struct directory *now = NULL;
    int64_t noon = monday_morning_ms + 12 * 3600 * 1000;

    fixture_small_government(f);
    fixture_at(f, noon);
    fixture_record(f, &enrolment_fact, &later, 1);
    fixture_record(f, &agency_fact, &renamed, 1);
    then = fixture_load(f, noon - 1);
    now = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory_resolve(then, TEXT("3"), TEXT("X"), 0), NONE);
    assert_int_not_equal(directory_resolve(now, TEXT("3"), TEXT("X"), 0), NONE);
    assert_text("Nama PU", then->agencies[directory_find_agency(then, TEXT("PU"))].name);
    assert_text("Dinas PUPR", now->agencies[directory_find_agency(now, TEXT("PU"))].short_name);
}

static void the_leave_that_began_last_holds(void **state)
{
    static const struct leave_period leaves[] = {
        {.number = WORD("ani"), .kind = LEAVE_STUDY, .from = {2021, 1, 1}, .to = {2021, 12, 31}},
        {.number = WORD("ani"),
         .kind = LEAVE_SICK,
         .from = {2021, 5, 17},
         .to = {2021, 5, 18},
         .reference = WORD("440/12")},
        {.number = WORD("budi"), .kind = LEAVE_PERMIT, .from = {2021, 5, 17}, .to = {2021, 5, 17}},
    };
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t ani;

    fixture_small_government(f);
    fixture_record(f, &leave_period_fact, leaves, COUNT_OF(leaves));
    directory = fixture_load(f, AS_OF_NOW);
    ani = directory_find_person(directory, TEXT("ani"));
    assert_int_equal(directory_leave_on(directory, ani, day_of(friday))->kind, LEAVE_STUDY);
    assert_int_equal(directory_leave_on(directory, ani, day_of(monday))->kind, LEAVE_SICK);
    assert_text("440/12", directory_leave_on(directory, ani, day_of(monday))->reference);
    assert_null(directory_leave_on(directory, directory_find_person(directory, TEXT("cici")),
                                   day_of(monday)));
}

static void leave_outside_of_the_days_asked_for_is_left_out(void **state)
{
    static const struct leave_period leaves[] = {
        {.number = WORD("cici"), .kind = LEAVE_ON_LEAVE, .from = {2020, 1, 1}, .to = {2020, 1, 9}},
        {.number = WORD("budi"), .kind = LEAVE_SICK, .from = {2021, 5, 10}, .to = {2021, 5, 20}},
        {.number = WORD("ani"), .kind = LEAVE_SICK, .from = {2021, 5, 18}, .to = {2021, 5, 20}},
    };
    struct fixture *f = *state;
    struct directory_options options = {
        .government = 1, .as_of_ms = AS_OF_NOW, .from = monday, .to = monday};
    CLEANUP(directory_free) struct directory *directory = NULL;

    fixture_small_government(f);
    fixture_record(f, &leave_period_fact, leaves, COUNT_OF(leaves));
    assert_rc(RC_OK, directory_load(f->reader, &options, &directory));
    assert_int_equal(directory->leave_count, 1);
    assert_non_null(directory_leave_on(directory, directory_find_person(directory, TEXT("budi")),
                                       day_of(monday)));
}

static void a_roster_says_shift_or_off_or_nothing(void **state)
{
    static const struct roster_line lines[] = {
        {.number = WORD("ani"), .date = {2021, 5, 17}, .shift = WORD("pagi")},
        {.number = WORD("ani"), .date = {2021, 5, 18}},
        {.number = WORD("cici"), .date = {2021, 5, 17}, .shift = WORD("malam")},
    };
    static const struct roster_line swapped = {
        .number = WORD("ani"), .date = {2021, 5, 17}, .shift = WORD("malam")};
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t ani;

    fixture_small_government(f);
    fixture_record(f, &roster_fact, lines, COUNT_OF(lines));
    fixture_record(f, &roster_fact, &swapped, 1);
    directory = fixture_load(f, AS_OF_NOW);
    ani = directory_find_person(directory, TEXT("ani"));
    assert_text("malam", directory_shift_on(directory, ani, day_of(monday))->shift);
    assert_int_equal(directory_shift_on(directory, ani, day_of(monday) + 1)->shift.bytes, 0);
    assert_null(directory_shift_on(directory, ani, day_of(monday) + 2));
    assert_null(directory_shift_on(directory, directory_find_person(directory, TEXT("budi")),
                                   day_of(monday)));
}

static void decrees_and_settings_are_in_the_picture(void **state)
{
    static const struct decree decrees[] = {
        {.date = {2021, 5, 17},
         .kind = CALENDAR_JOINT_LEAVE,
         .decree = WORD("SKB 642/2020"),
         .decided_on = {2020, 9, 10}},
        {.date = {2021, 5, 17},
         .kind = CALENDAR_WORKDAY,
         .decree = WORD("SKB 281/2021"),
         .decided_on = {2021, 2, 22}},
    };
    static const struct setting settings[] = {
        {.key = WORD("zone"), .value = WORD("WIT")},
        {.key = WORD("name"), .value = WORD("Pemerintah Kota Jambi")},
        {.key = WORD("contact_gap_seconds"), .value = WORD("300"), .unverified = true},
    };
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;

    fixture_record(f, &decree_fact, decrees, COUNT_OF(decrees));
    fixture_record(f, &setting_fact, settings, COUNT_OF(settings));
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory->decree_count, 2);
    assert_int_equal(directory->decrees[0].kind, CALENDAR_WORKDAY);
    assert_text("Pemerintah Kota Jambi", directory->government_name);
    assert_text("WIT", directory->government_zone);
    assert_int_equal(directory->offset_minutes, 540);
    assert_int_equal(directory_setting_int(directory, "contact_gap_seconds", 180), 300);
    assert_int_equal(directory_setting_int(directory, "nothing", 7), 7);
}

static void an_empty_register_is_a_picture_too(void **state)
{
    CLEANUP(directory_free) struct directory *directory = fixture_load(*state, AS_OF_NOW);

    assert_int_equal(directory->agency_count, 0);
    assert_int_equal(directory->person_count, 0);
    assert_int_equal(directory->edition, 0);
    assert_int_equal(directory_resolve(directory, TEXT("1"), TEXT("X"), 0), NONE);
    assert_text("WIB", directory->government_zone);
}

/* Ten thousand people, their postings and PINs, in less than 100 ms. */
static void a_big_government_is_read_quickly(void **state)
{
    enum { COUNT = 10000 };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct person *people = arena_array(mem, struct person, COUNT);
    struct posting *postings = arena_array(mem, struct posting, COUNT);
    struct enrolment *enrolments = arena_array(mem, struct enrolment, COUNT);
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct fixture *f = *state;
    int64_t begun, spent;

    fixture_small_government(f);
    for (int i = 0; i < COUNT; i++) {
        struct text number = arena_format(mem, "19860926201505%04d", i);

        people[i] = (struct person){.number = number,
                                    .name = arena_format(mem, "Pegawai Nomor %d", i),
                                    .position = TEXT("Pengelola Kepegawaian")};
        postings[i] = (struct posting){.number = number, .agency = TEXT("PU")};
        enrolments[i] =
            (struct enrolment){.pin = arena_format(mem, "%d", 100 + i), .number = number};
    }
    fixture_record(f, &person_fact, people, COUNT);
    fixture_record(f, &posting_fact, postings, COUNT);
    fixture_record(f, &enrolment_fact, enrolments, COUNT);
    begun = clock_mono_ms();
    directory = fixture_load(f, AS_OF_NOW);
    spent = clock_mono_ms() - begun;
    print_message("loaded %d people in %d ms, %d bytes each\n", COUNT, (int)spent,
                  (int)(directory_bytes(directory) / COUNT));
    assert_int_equal(directory->person_count, COUNT + 3);
    assert_int_not_equal(directory_resolve(directory, TEXT("10099"), TEXT("X"), 0), NONE);
    assert_true(directory_bytes(directory) < (size_t)COUNT * 400);
}

/* Fail the first call, then the second ...: a picture is whole or not there. */
static void a_picture_is_whole_or_not_there(void **state)
{
    struct fixture *f = *state;
    struct directory_options options = {.government = 1, .as_of_ms = AS_OF_NOW};
    struct directory *directory = NULL;
    enum rc rc = RC_UNAVAILABLE;

    fixture_small_government(f);
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 40);
        assert_null(directory);
        db_fail_after(f->reader, calls);
        rc = directory_load(f->reader, &options, &directory);
        db_fail_after(f->reader, -1);
    }
    directory_free(&directory);
}

struct pins {
    struct text at[8];
    size_t count;
};

static void note_pin(void *visitor, struct text pin)
{
    struct pins *pins = visitor;

    assert_true(pins->count < COUNT_OF(pins->at));
    pins->at[pins->count++] = pin;
}

static void a_person_is_found_under_each_of_his_pins_and_his_number_once(void **state)
{
    static const struct enrolment enrolments[] = {
        ENROLMENT("ani", "ani"), ENROLMENT("7", "budi"),
        ENROLMENT("9", "ani"),   ENROLMENT("9", "ani", .terminal = WORD("OGX1")),
        ENROLMENT("zz", "ani"),
    };
    struct fixture *f = *state;
    struct directory *directory;
    struct pins pins = {.count = 0};

    fixture_small_government(f);
    fixture_record(f, &enrolment_fact, enrolments, COUNT_OF(enrolments));
    directory = fixture_load(f, AS_OF_NOW);
    directory_pins_of(directory, directory_find_person(directory, TEXT("ani")), note_pin, &pins);
    assert_int_equal(pins.count, 4);
    assert_text("1", pins.at[0]);
    assert_text("9", pins.at[1]);
    assert_text("ani", pins.at[2]);
    assert_text("zz", pins.at[3]);
    pins.count = 0;
    directory_pins_of(directory, directory_find_person(directory, TEXT("cici")), note_pin, &pins);
    assert_int_equal(pins.count, 1);
    assert_text("cici", pins.at[0]);
    directory_free(&directory);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(agencies_come_in_the_order_of_the_tree),
        TEST(zone_and_pattern_come_from_the_nearest_above),
        TEST(an_agency_without_its_parent_hangs_below_the_government),
        TEST(a_person_stays_where_he_was_on_earlier_days),
        TEST(a_withdrawn_posting_never_was),
        TEST(indexes_of_people_never_move),
        TEST(people_are_active_between_their_days),
        TEST(a_pin_on_its_terminal_comes_before_one_for_all),
        TEST(a_picture_knows_what_was_known_then),
        TEST(the_leave_that_began_last_holds),
        TEST(leave_outside_of_the_days_asked_for_is_left_out),
        TEST(a_roster_says_shift_or_off_or_nothing),
        TEST(decrees_and_settings_are_in_the_picture),
        TEST(an_empty_register_is_a_picture_too),
        TEST(a_big_government_is_read_quickly),
        TEST(a_picture_is_whole_or_not_there),
        TEST(a_person_is_found_under_each_of_his_pins_and_his_number_once),
    };

    return cmocka_run_group_tests_name("directory", tests, NULL, NULL);
}
