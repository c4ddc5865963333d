#include "attendance/unmapped.h"

#include "attendance/fixture_test.h"

/* People whose numbers and PINs a stray PIN may come from. */
static void make_suspects(struct office *o)
{
    static const struct person people[] = {PERSON("198701"), PERSON("198702"), PERSON("55"),
                                           PERSON("elsewhere")};
    static const struct posting postings[] = {POSTING("198701", "PU"), POSTING("198702", "PU"),
                                              POSTING("55", "PU"), POSTING("elsewhere", "DINKES")};
    static const struct enrolment enrolments[] = {ENROLMENT("1234", "198701"),
                                                  ENROLMENT("8", "198702"), ENROLMENT("9", "55")};

    office_small(o);
    fixture_record(o->people, &person_fact, people, COUNT_OF(people));
    fixture_record(o->people, &posting_fact, postings, COUNT_OF(postings));
    fixture_record(o->people, &enrolment_fact, enrolments, COUNT_OF(enrolments));
}

struct found {
    struct arena *mem;
    struct picture *picture;
    struct unmapped_pin *pins;
    size_t count;
};

static void found_done(struct found *found)
{
    picture_drop(&found->picture);
    arena_free(&found->mem);
}

static struct found list(struct office *o)
{
    CLEANUP(derived_close) struct derived *derived = NULL;
    struct found found = {.mem = arena_new(), .picture = office_picture(o)};

    office_follow(o, "2021-05-17 21:00:00");
    derived = office_derived(o);
    assert_rc(RC_OK, unmapped_list(derived, found.picture, day_at("2021-05-17"),
                                   day_at("2021-05-17"), found.mem, &found.pins, &found.count));
    return found;
}

static void assert_owner(const struct found *found,
                         const struct unmapped_pin *pin,
                         size_t at,
                         const char *number,
                         enum unmapped_reason reason)
{
    assert_true(at < pin->owner_count);
    assert_true(text_equal(found->picture->directory->people[pin->owners[at].person].number,
                           text_of(number)));
    assert_string_equal(unmapped_reason_word(pin->owners[at].reason), unmapped_reason_word(reason));
}

static void a_stray_pin_is_shown_once_with_its_punches(void **state)
{
    struct office *o = *state;
    CLEANUP(found_done) struct found found = {0};

    make_suspects(o);
    office_punch(o, "PU1", "77", "2021-05-17 16:00:00");
    office_punch(o, "PU1", "77", "2021-05-17 07:00:00");
    office_punch(o, "DK1", "77", "2021-05-17 08:00:00");
    office_punch(o, "PU1", "1", "2021-05-17 07:00:00");
    office_punch(o, "XX9", "77", "2021-05-17 07:00:00");
    found = list(o);
    assert_int_equal(found.count, 3);
    assert_text("PU1", found.pins[0].terminal);
    assert_int_equal(found.pins[0].punches, 2);
    assert_int_equal(found.pins[0].first_moment, at("2021-05-17 07:00:00"));
    assert_int_equal(found.pins[0].last_moment, at("2021-05-17 16:00:00"));
    for (size_t i = 0; i < found.count; i++) {
        if (text_equal(found.pins[i].terminal, TEXT("XX9"))) {
            assert_int_equal(found.pins[i].agency, NONE);
        }
    }
}

static void likely_owners_come_with_the_best_reason_first(void **state)
{
    struct office *o = *state;
    CLEANUP(found_done) struct found found = {0};

    make_suspects(o);
    office_punch(o, "PU1", "1324", "2021-05-17 07:00:00");
    office_punch(o, "PU1", "1987", "2021-05-17 07:00:00");
    office_punch(o, "PU1", "55", "2021-05-17 07:00:00");
    found = list(o);
    assert_int_equal(found.count, 3);
    assert_int_equal(found.pins[0].owner_count, 1);
    assert_owner(&found, &found.pins[0], 0, "198701", UNMAPPED_DIGITS_SWAPPED);
    assert_int_equal(found.pins[1].owner_count, 2);
    assert_owner(&found, &found.pins[1], 0, "198701", UNMAPPED_NUMBER_STARTS_WITH);
    assert_owner(&found, &found.pins[1], 1, "198702", UNMAPPED_NUMBER_STARTS_WITH);
    assert_int_equal(found.pins[2].owner_count, 1);
    assert_owner(&found, &found.pins[2], 0, "55", UNMAPPED_NUMBER_EQUALS);
}

static void the_only_one_without_a_pin_is_the_likeliest(void **state)
{
    struct office *o = *state;
    CLEANUP(found_done) struct found found = {0};

    make_suspects(o);
    office_punch(o, "DK1", "77", "2021-05-17 07:00:00");
    found = list(o);
    assert_int_equal(found.pins[0].owner_count, 1);
    assert_owner(&found, &found.pins[0], 0, "elsewhere", UNMAPPED_ONLY_WITHOUT_PIN);
}

static void many_candidates_are_cut_to_the_best_five(void **state)
{
    struct office *o = *state;
    CLEANUP(found_done) struct found found = {0};

    make_suspects(o);
    for (int i = 0; i < 9; i++) {
        char number[8];
        struct person person = {.name = TEXT("Pegawai")};
        struct posting posting = {.agency = TEXT("PU")};

        snprintf(number, sizeof number, "z%d", i);
        person.number = posting.number = text_of(number);
        fixture_record(o->people, &person_fact, &person, 1);
        fixture_record(o->people, &posting_fact, &posting, 1);
    }
    office_punch(o, "PU1", "z8", "2021-05-17 07:00:00");
    found = list(o);
    assert_int_equal(found.pins[0].owner_count, UNMAPPED_OWNERS_MAX);
    assert_owner(&found, &found.pins[0], 0, "z8", UNMAPPED_NUMBER_EQUALS);
    assert_owner(&found, &found.pins[0], 1, "z0", UNMAPPED_WITHOUT_PIN);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_stray_pin_is_shown_once_with_its_punches),
        TEST(likely_owners_come_with_the_best_reason_first),
        TEST(the_only_one_without_a_pin_is_the_likeliest),
        TEST(many_candidates_are_cut_to_the_best_five),
    };

    return cmocka_run_group_tests_name("unmapped", tests, NULL, NULL);
}
