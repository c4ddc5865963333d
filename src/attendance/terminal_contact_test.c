#include "attendance/terminal_contact.h"

#include "attendance/fixture_test.h"
#include "people/fact_verify.h"

static const struct fact_table *const tables[] = {&terminal_contact_fact};

/* Two terminals in turns; PU1 was away over noon. */
static void hear(struct office *o)
{
    office_contact(o, "PU1", "2021-05-17 07:00:00", "2021-05-17 07:00:00");
    office_contact(o, "DK1", "2021-05-17 07:05:00", "2021-05-17 07:05:00");
    office_contact(o, "PU1", "2021-05-17 07:00:00", "2021-05-17 11:58:00");
    office_contact(o, "PU1", "2021-05-17 13:00:00", "2021-05-17 13:00:00");
    office_contact(o, "DK1", "2021-05-17 07:05:00", "2021-05-17 16:00:00");
    office_contact(o, "PU1", "2021-05-17 13:00:00", "2021-05-17 16:10:00");
}

static void verify(const struct office *o, struct arena *mem, struct fact_verification *out_found)
{
    assert_rc(RC_OK, fact_verify(o->people->reader, 1, 1, tables, 1, mem, out_found));
}

/* Somebody who has the file and knows SQL. */
static void tamper(const struct office *o, const char *sql)
{
    struct db *db = NULL;

    assert_rc(RC_OK, db_open(&(struct db_options){.path = o->people->path, .mode = DB_FACTS}, &db));
    assert_rc(RC_OK, db_script(db, sql));
    db_close(&db);
}

static void contacts_are_what_all_their_entries_make_of_them(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fact_verification found;

    hear(*state);
    verify(*state, mem, &found);
    assert_int_equal(found.differences, 0);
    assert_int_equal(found.rows, 3);
}

/* As it never is: the exact reading finds nothing after all. */
static void a_contact_that_was_left_and_grew_again_is_no_difference(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fact_verification found;

    hear(*state);
    office_contact(*state, "PU1", "2021-05-17 07:00:00", "2021-05-17 12:00:00");
    verify(*state, mem, &found);
    assert_int_equal(found.differences, 0);
}

static void a_contact_altered_by_hand_is_named(void **state)
{
    static const struct {
        const char *sql;
        const char *told;
    } table[] = {
        {"UPDATE terminal_contact SET to_ms = to_ms + 60000 WHERE from_ms = 1621209600000",
         "contact PU1 1621209600000: to_ms is \"1621227540000\""
         " but the log says \"1621227480000\""},
        {"UPDATE terminal_contact SET to_ms = to_ms - 60000 WHERE from_ms = 1621209600000;"
         "DELETE FROM terminal_contact WHERE serial = 'DK1'",
         "contact DK1 1621209900000: the log has it but the table does not"},
        {"INSERT INTO terminal_contact VALUES (1, 'DK1', 1621209900000, 1621242000000),"
         " (1, 'PU1', 1621227540000, 1621231200000)",
         "contact PU1 1621227540000: the table has it but the log does not"},
    };
    struct office *o = *state;

    hear(o);
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct fact_verification found;

        tamper(o, table[i].sql);
        verify(o, mem, &found);
        assert_int_equal(found.differences, 1);
        assert_string_equal(found.told[0].at, table[i].told);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(contacts_are_what_all_their_entries_make_of_them),
        TEST(a_contact_that_was_left_and_grew_again_is_no_difference),
        TEST(a_contact_altered_by_hand_is_named),
    };

    return cmocka_run_group_tests_name("terminal_contact", tests, NULL, NULL);
}
