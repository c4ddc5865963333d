#include "people/fact.h"

#include "people/fact_record.h"
#include "people/fixture_test.h"
#include "people/leave_period.h"
#include "people/roster.h"

#include <string.h>

struct seen {
    size_t count;
    struct fact_touch last;
    char number[64];
};

static void see(void *visitor, const struct fact_touch *touch)
{
    struct seen *seen = visitor;

    seen->count++;
    seen->last = *touch;
    snprintf(seen->number, sizeof seen->number, TEXT_FORMAT, TEXT_ARGUMENT(touch->number));
}

static void every_kind_has_a_word(void **state)
{
    (void)state;
    assert_string_equal(fact_word(FACT_PUNCH), "punch");
    assert_string_equal(fact_word(FACT_ENROLMENT), "enrolment");
    assert_string_equal(fact_word(9999), "unknown");
    assert_true(fact_changes_directory(FACT_LEAVE));
    assert_false(fact_changes_directory(FACT_PUNCH));
    assert_false(fact_changes_directory(FACT_ACCOUNT));
}

static void a_fact_says_whose_days_it_touches(void **state)
{
    static const struct {
        enum fact_kind kind;
        const char *body;
        const char *number;
        int32_t from;
        int32_t to;
    } table[] = {
        {FACT_PERSON, "[{\"number\":\"7\",\"name\":\"Ani\"}]", "7", INT32_MIN, INT32_MAX},
        {FACT_ENROLMENT,
         "[{\"pin\":\"1\",\"number\":\"7\",\"valid_from\":\"2021-05-17\","
         "\"valid_to\":\"2021-05-20\"}]",
         "7", 18764, INT32_MAX},
        {FACT_LEAVE,
         "[{\"number\":\"7\",\"kind\":\"sick\",\"from\":\"2021-05-17\","
         "\"to\":\"2021-05-18\"}]",
         "7", 18764, INT32_MAX},
        {FACT_ROSTER_SHIFT, "[{\"number\":\"7\",\"date\":\"2021-05-17\"}]", "7", 18764, 18764},
        {FACT_CALENDAR_ENTRY, "[{\"date\":\"2021-05-17\",\"kind\":\"workday\"}]", "", 18764, 18764},
        {FACT_AGENCY, "[{\"code\":\"PU\"}]", "", INT32_MIN, INT32_MAX},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct seen seen = {0};

        assert_true(fact_touches(table[i].kind, text_of(table[i].body), see, &seen));
        assert_int_equal(seen.count, 1);
        assert_string_equal(seen.number, table[i].number);
        assert_int_equal(seen.last.from, table[i].from);
        assert_int_equal(seen.last.to, table[i].to);
    }
}

/* Scanned or parsed, the same comes out; what is no list of rows is refused. */
static void a_body_is_read_whatever_its_letters(void **state)
{
    static const struct {
        const char *body;
        const char *number; /* of the last row; NULL: cannot be read */
    } table[] = {
        {"[{\"number\":\"K\\\"1\",\"valid_from\":\"2021-05-17\"}]", "K\"1"},
        {"[{\"number\":\"A{,}]\",\"name\":\"x\"}]", "A{,}]"},
        {"[{\"latitude\":-1.5,\"withdrawn\":false},{\"number\":\"\u00e9\"}]", "\u00e9"},
        {"[{\"number\":\"1\"},]", NULL},
        {"[{\"number\":\"1\"}", NULL},
        {"[{\"number\":\"1}]", NULL},
        {"[{\"number\":}]", NULL},
        {"[{\"number\":[1]}]", NULL},
        {"{}", NULL},
        {"", NULL},
        {"\\", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct seen seen = {0};
        bool read = fact_touches(FACT_PERSON, text_of(table[i].body), see, &seen);

        assert_int_equal(read, table[i].number != NULL);
        if (table[i].number) assert_string_equal(seen.number, table[i].number);
    }
}

static void a_punch_touches_nothing_of_the_register(void **state)
{
    struct seen seen = {0};

    (void)state;
    assert_true(fact_touches(FACT_PUNCH, TEXT("anything at all"), see, &seen));
    assert_int_equal(seen.count, 0);
    assert_false(fact_touches(FACT_PERSON, TEXT("not json"), see, &seen));
}

static bool keep_body(void *visitor, const struct ledger_entry *entry)
{
    snprintf(visitor, 512, TEXT_FORMAT, TEXT_ARGUMENT(entry->body));
    return true;
}

static void the_log_has_the_text_of_every_row(void **state)
{
    static const struct posting posting = POSTING("ani", "PU", .valid_from = {2021, 5, 17});
    struct fixture *f = *state;
    char body[512];

    fixture_record(f, &posting_fact, &posting, 1);
    assert_rc(RC_OK, ledger_follow(f->reader, 1, 1, 0, keep_body, body));
    assert_string_equal(
        body,
        "[{\"number\":\"ani\",\"valid_from\":\"2021-05-17\",\"agency\":\"PU\",\"withdrawn\":false}]");
    assert_int_equal(fixture_count(f, "SELECT log_position FROM posting"), 1);
    assert_int_equal(fixture_count(f, "SELECT log_position FROM register_edition"), 1);
}

/* Ten thousand rows are packed into few entries, all of them readable. */
static bool count_rows(void *visitor, const struct ledger_entry *entry)
{
    return fact_touches(entry->kind, entry->body, see, visitor);
}

static void many_rows_share_few_entries(void **state)
{
    enum { COUNT = 5000 };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct person *people = arena_array(mem, struct person, COUNT);
    struct fixture *f = *state;
    struct seen seen = {0};

    for (int i = 0; i < COUNT; i++) {
        people[i].number = arena_format(mem, "%d", i);
        people[i].name = TEXT("Pegawai");
    }
    fixture_record(f, &person_fact, people, COUNT);
    assert_rc(RC_OK, ledger_follow(f->reader, 1, 1, 0, count_rows, &seen));
    assert_int_equal(seen.count, COUNT);
    assert_true(ledger_position(f->ledger) < 30);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), COUNT);
    assert_int_equal(fixture_count(f, "SELECT count(DISTINCT log_position) FROM person"),
                     ledger_position(f->ledger));
}

static void rows_are_recorded_all_or_none_wherever_the_store_fails(void **state)
{
    static const struct person people[] = {PERSON("ani"), PERSON("budi"), PERSON("cici")};
    struct fixture *f = *state;
    struct fixture_rows request = {&person_fact, people, COUNT_OF(people), 0};
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        request.fail_after = calls;
        rc = ledger_perform(f->ledger, &fixture_command, &request, NULL);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), rc == RC_OK ? 3 : 0);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM log"), rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(every_kind_has_a_word),
        TEST(a_fact_says_whose_days_it_touches),
        TEST(a_body_is_read_whatever_its_letters),
        TEST(a_punch_touches_nothing_of_the_register),
        TEST(the_log_has_the_text_of_every_row),
        TEST(many_rows_share_few_entries),
        TEST(rows_are_recorded_all_or_none_wherever_the_store_fails),
    };

    return cmocka_run_group_tests_name("fact", tests, NULL, NULL);
}
