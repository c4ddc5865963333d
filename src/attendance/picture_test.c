#include "attendance/picture.h"

#include "attendance/fixture_test.h"

static int32_t agency(const struct picture *picture, const char *code)
{
    return directory_find_agency(picture->directory, text_of(code));
}

static void an_agency_without_a_pattern_has_the_governments(void **state)
{
    static const struct agency agencies[] = {
        AGENCY("PU", ""), AGENCY("RS", "", .pattern = WORD("shift")), AGENCY("UGD", "RS")};
    struct setting setting = {.key = TEXT("pattern"), .value = TEXT("6-hari")};
    struct setting_request request = {&setting, 1};
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *before = NULL;
    CLEANUP(picture_drop) struct picture *after = NULL;

    fixture_record(o->people, &agency_fact, agencies, COUNT_OF(agencies));
    before = office_picture(o);
    assert_text("5-hari", before->agency_pattern[agency(before, "PU")]);
    assert_text("shift", before->agency_pattern[agency(before, "UGD")]);
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &setting_command, &request, NULL));
    after = office_picture(o);
    assert_text("6-hari", after->agency_pattern[agency(after, "PU")]);
    assert_text("shift", after->agency_pattern[agency(after, "UGD")]);
    assert_text("5-hari", before->agency_pattern[agency(before, "PU")]);
}

static void a_pin_means_whoever_was_enrolled_on_the_day_it_is_filed_under(void **state)
{
    static const struct enrolment enrolments[] = {
        ENROLMENT("9", "ani", .valid_to = {2021, 5, 16}),
        ENROLMENT("9", "budi", .valid_from = {2021, 5, 17}),
        ENROLMENT("9", "cici", .terminal = WORD("DK1"))};
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    struct punch punch = office_punch_of("PU1", "9", "2021-05-16 23:59:59");

    office_small(o);
    fixture_record(o->people, &enrolment_fact, enrolments, COUNT_OF(enrolments));
    picture = office_picture(o);
    assert_int_equal(picture_resolve(picture, &punch),
                     directory_find_person(picture->directory, TEXT("ani")));
    punch.moment++;
    assert_int_equal(picture_resolve(picture, &punch),
                     directory_find_person(picture->directory, TEXT("budi")));
    punch.terminal = TEXT("DK1");
    assert_int_equal(picture_resolve(picture, &punch),
                     directory_find_person(picture->directory, TEXT("cici")));
}

static void only_a_file_may_name_a_person_by_number(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    struct punch punch = office_punch_of("PU1", "budi", "2021-05-17 07:00:00");

    office_small(o);
    picture = office_picture(o);
    assert_int_equal(picture_resolve(picture, &punch), NONE);
    punch.source = PUNCH_FROM_FILE;
    assert_int_equal(picture_resolve(picture, &punch),
                     directory_find_person(picture->directory, TEXT("budi")));
}

static void terminals_are_found_whatever_their_state(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;

    office_small(o);
    assert_rc(RC_OK, office_try_terminal(
                         o, (struct terminal){.serial = TEXT("AA"), .state = TERMINAL_REFUSED}));
    picture = office_picture(o);
    assert_int_equal(picture_find_terminal(picture, TEXT("AA")), 0);
    assert_int_equal(picture_agency_of_terminal(picture, TEXT("AA"), 0), NONE);
    assert_int_equal(picture_find_terminal(picture, TEXT("PU1")), 2);
    assert_int_equal(picture_find_terminal(picture, TEXT("PU")), NONE);
    assert_int_equal(picture_find_terminal(picture, TEXT("")), NONE);
}

/* 17-05-2021 was joint leave until SKB 281/2021, decided on 22-02-2021. */
static void an_earlier_picture_knows_no_later_decree(void **state)
{
    static const struct day day = {2021, 5, 17};
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *now = office_picture(o);
    CLEANUP(picture_drop) struct picture *then = NULL;

    assert_rc(RC_OK, picture_load(o->people->reader, 1, wib_ms("2021-02-21 12:00:00"), &then));
    assert_int_equal(calendar_kind_of(now->calendar, day, now->as_of).kind, CALENDAR_WORKDAY);
    assert_int_equal(calendar_kind_of(then->calendar, day, then->as_of).kind, CALENDAR_JOINT_LEAVE);
}

static void a_picture_that_cannot_be_read_is_none(void **state)
{
    struct office *o = *state;
    enum rc rc = RC_UNAVAILABLE;

    office_small(o);
    for (int calls = 0; rc != RC_OK; calls++) {
        CLEANUP(picture_drop) struct picture *picture = NULL;

        assert_true(calls < 30);
        db_fail_after(o->people->reader, calls);
        rc = picture_load(o->people->reader, 1, AS_OF_NOW, &picture);
        db_fail_after(o->people->reader, -1);
        assert_int_equal(rc == RC_OK, picture != NULL);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_agency_without_a_pattern_has_the_governments),
        TEST(a_pin_means_whoever_was_enrolled_on_the_day_it_is_filed_under),
        TEST(only_a_file_may_name_a_person_by_number),
        TEST(terminals_are_found_whatever_their_state),
        TEST(an_earlier_picture_knows_no_later_decree),
        TEST(a_picture_that_cannot_be_read_is_none),
    };

    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
