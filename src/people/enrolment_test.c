#include "people/enrolment.h"

#include "people/fixture_test.h"

#include <string.h>

static enum rc map_pin(struct fixture *f, struct enrolment_request *request, struct problem *why)
{
    return ledger_perform(f->ledger, &enrolment_map_command, request, why);
}

static int32_t owner(const struct fixture *f, const char *pin, const char *terminal, struct day day)
{
    CLEANUP(directory_free) struct directory *directory = fixture_load(f, AS_OF_NOW);

    return directory_resolve(directory, text_of(pin), text_of(terminal), day_number(day));
}

static int32_t person(const struct fixture *f, const char *number)
{
    CLEANUP(directory_free) struct directory *directory = fixture_load(f, AS_OF_NOW);

    return directory_find_person(directory, text_of(number));
}

static void a_pin_that_waited_finds_its_owner_on_past_days(void **state)
{
    struct fixture *f = *state;
    struct enrolment_request request = {.enrolment = ENROLMENT("77", "cici")};
    struct problem why = {0};

    fixture_small_government(f);
    assert_rc(RC_OK, map_pin(f, &request, &why));
    assert_true(request.position > 0);
    assert_int_equal(owner(f, "77", "OGX1", (struct day){2019, 1, 1}), person(f, "cici"));
}

static void mapping_again_changes_nothing(void **state)
{
    struct fixture *f = *state;
    struct enrolment_request request = {.enrolment = ENROLMENT("77", "cici")};
    struct problem why = {0};

    fixture_small_government(f);
    assert_rc(RC_OK, map_pin(f, &request, &why));
    assert_rc(RC_OK, map_pin(f, &request, &why));
    assert_int_equal(request.position, 0);
}

static void a_pin_of_somebody_else_is_refused(void **state)
{
    struct fixture *f = *state;
    struct enrolment_request request = {.enrolment = ENROLMENT("1", "cici")};
    struct enrolment_request unknown = {.enrolment = ENROLMENT("78", "nobody")};
    struct problem why = {0};

    fixture_small_government(f);
    assert_rc(RC_CONFLICT, map_pin(f, &request, &why));
    assert_string_equal(why.field, "pin");
    assert_rc(RC_INVALID, map_pin(f, &unknown, &why));
    assert_string_equal(why.field, "number");
}

static void the_same_pin_on_one_terminal_is_another_scope(void **state)
{
    struct fixture *f = *state;
    struct enrolment_request request = {.enrolment = ENROLMENT("1", "cici", .terminal = WORD("X"))};

    fixture_small_government(f);
    assert_rc(RC_OK, map_pin(f, &request, NULL));
    assert_int_equal(owner(f, "1", "X", monday), person(f, "cici"));
    assert_int_equal(owner(f, "1", "Y", monday), person(f, "ani"));
}

static void a_pin_goes_on_to_the_next_owner(void **state)
{
    struct fixture *f = *state;
    struct enrolment_end end = {.pin = TEXT("1"), .last_day = {2021, 5, 16}};
    struct enrolment_end again = {.pin = TEXT("1"), .last_day = {2021, 5, 20}};
    struct enrolment_request request = {.enrolment = ENROLMENT("1", "cici")};
    struct problem why = {0};

    fixture_small_government(f);
    assert_rc(RC_OK, ledger_perform(f->ledger, &enrolment_end_command, &end, &why));
    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &enrolment_end_command, &again, &why));
    assert_rc(RC_OK, map_pin(f, &request, &why));
    assert_int_equal(owner(f, "1", "", (struct day){2021, 5, 16}), person(f, "ani"));
    assert_int_equal(owner(f, "1", "", monday), person(f, "cici"));
}

static void days_that_overlap_are_found(void **state)
{
    static const struct enrolment existing[] = {
        ENROLMENT("1", "ani", .valid_from = {2021, 1, 1}, .valid_to = {2021, 3, 31}),
        ENROLMENT("1", "budi", .valid_from = {2021, 6, 1}),
    };
    static const struct {
        const char *number;
        struct day from;
        struct day to;
        enum enrolment_outcome outcome;
    } table[] = {
        {"cici", {2021, 4, 1}, {2021, 5, 31}, ENROLMENT_NEW},
        {"cici", {2021, 3, 31}, {2021, 4, 1}, ENROLMENT_CLASHES},
        {"cici", {2021, 5, 1}, {2021, 6, 1}, ENROLMENT_CLASHES},
        {"cici", {2021, 4, 1}, {0}, ENROLMENT_CLASHES},
        {"cici", {0}, {2020, 12, 31}, ENROLMENT_NEW},
        {"ani", {2021, 2, 1}, {2021, 2, 2}, ENROLMENT_SAME},
        {"ani", {2021, 2, 1}, {2021, 4, 2}, ENROLMENT_NEW},
        {"budi", {2021, 6, 1}, {0}, ENROLMENT_SAME},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        const struct enrolment *other = NULL;
        struct enrolment wanted = {.pin = TEXT("1"),
                                   .number = text_of(table[i].number),
                                   .valid_from = table[i].from,
                                   .valid_to = table[i].to};

        assert_int_equal(enrolment_decide(existing, COUNT_OF(existing), true, &wanted, &other),
                         table[i].outcome);
    }
}

static void a_pin_is_mapped_whole_or_not(void **state)
{
    struct fixture *f = *state;
    struct enrolment_request request = {.enrolment = ENROLMENT("77", "cici")};
    enum rc rc = RC_UNAVAILABLE;

    fixture_small_government(f);
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &enrolment_map_command, &request, calls);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM enrolment WHERE pin = '77'"),
                         rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_pin_that_waited_finds_its_owner_on_past_days),
        TEST(mapping_again_changes_nothing),
        TEST(a_pin_of_somebody_else_is_refused),
        TEST(the_same_pin_on_one_terminal_is_another_scope),
        TEST(a_pin_goes_on_to_the_next_owner),
        TEST(days_that_overlap_are_found),
        TEST(a_pin_is_mapped_whole_or_not),
    };

    return cmocka_run_group_tests_name("enrolment", tests, NULL, NULL);
}
