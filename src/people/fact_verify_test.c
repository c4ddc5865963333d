#include "people/fact_verify.h"

#include "people/account.h"
#include "people/fixture_test.h"
#include "people/leave_period.h"

#include <string.h>

static const struct fact_table *const tables[] = {
    &agency_fact, &person_fact, &posting_fact, &enrolment_fact, &leave_period_fact, &account_fact,
};

/* The government in miniature, with leave and an account. */
static int make_government(void **state)
{
    static const struct leave_period leave = {.number = WORD("ani"),
                                              .kind = LEAVE_SICK,
                                              .from = {2021, 5, 17},
                                              .to = {2021, 5, 18},
                                              .reference = WORD("")};
    static const struct account account = {.name = WORD("kepala"), .role = ROLE_HEAD};

    if (fixture_make(state) != 0) return -1;
    fixture_small_government(*state);
    fixture_record(*state, &leave_period_fact, &leave, 1);
    fixture_record(*state, &account_fact, &account, 1);
    return 0;
}

static void verify(struct fixture *f, struct arena *mem, struct fact_verification *out_found)
{
    assert_rc(RC_OK, fact_verify(f->reader, 1, 1, tables, COUNT_OF(tables), mem, out_found));
}

/* Somebody who has the file and knows SQL. */
static void tamper(const struct fixture *f, const char *sql)
{
    struct db *db = NULL;

    assert_rc(RC_OK, db_open(&(struct db_options){.path = f->path, .mode = DB_FACTS}, &db));
    assert_rc(RC_OK, db_script(db, sql));
    db_close(&db);
}

static void tables_that_nobody_touched_are_as_the_log_says(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fact_verification found;

    verify(*state, mem, &found);
    assert_int_equal(found.differences, 0);
    assert_int_equal(found.rows, 5 + 3 + 3 + 2 + 1 + 1);
}

static void a_row_altered_by_hand_is_named(void **state)
{
    static const struct {
        const char *sql;
        const char *told;
    } table[] = {
        {"UPDATE posting SET agency = 'PU' WHERE number = 'ani'",
         "posting ani, fact 3: agency is \"PU\" but the log says \"PKM-1\""},
        {"UPDATE posting SET agency = 'PKM-1' WHERE number = 'ani';"
         "DELETE FROM enrolment WHERE pin = '2'",
         "enrolment 2, fact 4: the log has it but the table does not"},
        {"INSERT INTO enrolment SELECT government, '2', terminal, valid_from, recorded_at_ms, lane,"
         " log_position, 'budi', valid_to, author, withdrawn, tick FROM enrolment;"
         "INSERT INTO leave_period SELECT government, 'budi', kind, first_day, recorded_at_ms, lane,"
         " log_position, last_day, reference, author, withdrawn, tick FROM leave_period",
         "leave budi, fact 5: the table has it but the log does not"},
        {"DELETE FROM leave_period WHERE number = 'budi';"
         "UPDATE account SET role = 'admin'",
         "account kepala, fact 6: role is \"admin\" but the log says \"head\""},
        {"UPDATE account SET role = 'head', recorded_at_ms = recorded_at_ms + 1",
         "account kepala, fact 6: it was recorded at another time than the table says"},
        {"UPDATE account SET recorded_at_ms = recorded_at_ms - 1;"
         "UPDATE agency SET latitude = -1.5 WHERE code = 'PU'",
         "agency PU, fact 1: latitude is \"-1.5\" but the log says \"\""},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(table); i++) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct fact_verification found;

        tamper(f, table[i].sql);
        verify(f, mem, &found);
        assert_int_equal(found.differences, 1);
        assert_int_equal(found.told_count, 1);
        assert_string_equal(found.told[0].at, table[i].told);
    }
}

/* Two rows that change places keep every text, but not every row. */
static void rows_that_were_swapped_are_found(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct fact_verification found;

    tamper(f, "UPDATE enrolment SET number = CASE number WHEN 'ani' THEN 'budi' ELSE 'ani' END");
    verify(f, mem, &found);
    assert_int_equal(found.differences, 2);
}

static void only_the_first_differences_are_told(void **state)
{
    enum { COUNT = 50 };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct person people[COUNT] = {0};
    struct fixture *f = *state;
    struct fact_verification found;

    for (int i = 0; i < COUNT; i++) {
        people[i].number = arena_format(mem, "%d", i);
        people[i].name = TEXT("Pegawai");
    }
    fixture_record(f, &person_fact, people, COUNT);
    tamper(f, "UPDATE person SET name = 'Siluman' WHERE name = 'Pegawai'");
    verify(f, mem, &found);
    assert_int_equal(found.differences, COUNT);
    assert_int_equal(found.told_count, FACT_DIFFERENCES_MAX);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_government, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(tables_that_nobody_touched_are_as_the_log_says),
        TEST(a_row_altered_by_hand_is_named),
        TEST(rows_that_were_swapped_are_found),
        TEST(only_the_first_differences_are_told),
    };

    return cmocka_run_group_tests_name("fact_verify", tests, NULL, NULL);
}
