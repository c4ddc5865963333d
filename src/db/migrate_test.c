#include "db/migrate.h"

#include "base/test.h"

#include <string.h>

static const struct migration first[] = {{"0001_a.sql", "CREATE TABLE a (x INTEGER) STRICT;"}};
static const struct migration both[] = {
    {"0001_a.sql", "CREATE TABLE a (x INTEGER) STRICT;"},
    {"0002_b.sql", "CREATE TABLE b (y INTEGER) STRICT; INSERT INTO b VALUES (5);"},
};
static const struct migration changed[] = {{"0001_a.sql", "CREATE TABLE a (z INTEGER) STRICT;"}};

static void each_migration_runs_once_and_in_order(void **state)
{
    CLEANUP(db_close) struct db *db = NULL;
    struct problem why = {0};
    int64_t y = 0;

    (void)state;
    assert_rc(RC_OK, db_open_memory(&db));
    assert_rc(RC_OK, migrate(db, first, 1, 1, &why));
    assert_rc(RC_OK, migrate(db, both, 2, 2, &why));
    assert_rc(RC_OK, migrate(db, both, 2, 3, &why));
    assert_rc(RC_OK, db_get_int(db, &y, "SELECT sum(y) FROM b"));
    assert_int_equal(y, 5);
}

static void data_of_a_newer_program_is_left_alone(void **state)
{
    CLEANUP(db_close) struct db *db = NULL;
    struct problem why = {0};

    (void)state;
    assert_rc(RC_OK, db_open_memory(&db));
    assert_rc(RC_OK, migrate(db, both, 2, 1, &why));
    assert_rc(RC_CONFLICT, migrate(db, first, 1, 2, &why));
    assert_non_null(strstr(why.text, "newer"));
}

static void a_migration_that_ran_may_not_change(void **state)
{
    CLEANUP(db_close) struct db *db = NULL;
    struct problem why = {0};

    (void)state;
    assert_rc(RC_OK, db_open_memory(&db));
    assert_rc(RC_OK, migrate(db, first, 1, 1, &why));
    assert_rc(RC_CONFLICT, migrate(db, changed, 1, 2, &why));
}

static void a_failed_migration_leaves_nothing_behind(void **state)
{
    CLEANUP(db_close) struct db *db = NULL;
    struct problem why = {0};
    enum rc rc = RC_UNAVAILABLE;

    (void)state;
    assert_rc(RC_OK, db_open_memory(&db));
    for (int calls = 0; rc != RC_OK; calls++) {
        int64_t tables = -1;

        assert_true(calls < 40);
        db_fail_after(db, calls);
        rc = migrate(db, both, 2, 1, &why);
        db_fail_after(db, -1);
        assert_rc(RC_OK,
                  db_get_int(db, &tables, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'"));
        assert_int_equal(tables, rc == RC_OK ? 1 : 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_migration_runs_once_and_in_order),
        cmocka_unit_test(data_of_a_newer_program_is_left_alone),
        cmocka_unit_test(a_migration_that_ran_may_not_change),
        cmocka_unit_test(a_failed_migration_leaves_nothing_behind),
    };

    return cmocka_run_group_tests_name("migrate", tests, NULL, NULL);
}
