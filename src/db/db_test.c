#include "db/db.h"

#include "base/test.h"

#include <stdio.h>

static int open_db(void **state)
{
    struct db *db = NULL;

    if (db_open_memory(&db) != RC_OK) return -1;
    *state = db;
    return db_script(
               db,
               "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB) STRICT") ==
                   RC_OK
               ? 0
               : -1;
}

static int close_db(void **state)
{
    db_close((struct db **)state);
    return 0;
}

static const char sql_insert[] = "INSERT INTO t (id, name, bytes) VALUES ($1, $2, $3)";
static const char sql_all[] = "SELECT id, name, bytes FROM t ORDER BY id";
static const char sql_count[] = "SELECT count(*) FROM t";
static const char sql_swapped[] =
    "SELECT $2, $1, $10 FROM (SELECT $3 + $4 + $5 + $6 + $7 + $8 + $9) AS x";

static int64_t count(struct db *db)
{
    int64_t rows = -1;

    assert_rc(RC_OK, db_get_int(db, &rows, sql_count));
    return rows;
}

static void values_come_back_as_they_went_in(void **state)
{
    struct db *db = *state;
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    int64_t changed = 0;

    assert_rc(RC_OK, db_exec(db, &changed, sql_insert, DB_INT(7), DB_CSTR("Rts. Nurhasanah"),
                             DB_BLOB(((struct text){"\0\xff", 2}))));
    assert_int_equal(changed, 1);
    assert_rc(RC_OK, db_query(db, &rows, sql_all));
    assert_true(db_next(&rows));
    assert_int_equal(db_int(&rows, 0), 7);
    assert_text("Rts. Nurhasanah", db_text(&rows, 1));
    assert_text("\0\xff", db_text(&rows, 2));
    assert_false(db_next(&rows));
    assert_rc(RC_OK, db_done(&rows));
}

static void placeholders_mean_their_number_not_their_order(void **state)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    assert_rc(RC_OK,
              db_query(*state, &rows, sql_swapped, DB_INT(1), DB_INT(2), DB_INT(3), DB_INT(4),
                       DB_INT(5), DB_INT(6), DB_INT(7), DB_INT(8), DB_INT(9), DB_INT(10)));
    assert_true(db_next(&rows));
    assert_int_equal(db_int(&rows, 0), 2);
    assert_int_equal(db_int(&rows, 1), 1);
    assert_int_equal(db_int(&rows, 2), 10);
}

static void a_row_that_contradicts_another_is_a_conflict(void **state)
{
    assert_rc(RC_OK, db_exec(*state, NULL, sql_insert, DB_INT(1), DB_CSTR("a"), DB_NULL()));
    assert_rc(RC_CONFLICT, db_exec(*state, NULL, sql_insert, DB_INT(2), DB_CSTR("a"), DB_NULL()));
}

static void what_is_not_committed_is_undone(void **state)
{
    struct db *db = *state;

    {
        CLEANUP(db_rollback) struct db_tx tx = {0};

        assert_rc(RC_OK, db_begin(db, &tx));
        assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(1), DB_CSTR("a"), DB_NULL()));
    }
    assert_int_equal(count(db), 0);
}

static void a_savepoint_undoes_one_command_and_keeps_its_neighbours(void **state)
{
    struct db *db = *state;
    CLEANUP(db_rollback) struct db_tx tx = {0};

    assert_rc(RC_OK, db_begin(db, &tx));
    assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(1), DB_CSTR("a"), DB_NULL()));
    assert_rc(RC_OK, db_savepoint(db));
    assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(2), DB_CSTR("b"), DB_NULL()));
    assert_rc(RC_OK, db_savepoint_undo(db));
    assert_rc(RC_OK, db_savepoint(db));
    assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(3), DB_CSTR("c"), DB_NULL()));
    assert_rc(RC_OK, db_savepoint_keep(db));
    assert_rc(RC_OK, db_commit(&tx));
    assert_int_equal(count(db), 2);
}

/* Eight and five rows, so both ways of the driver. */
static void many_rows_are_inserted_as_if_one_by_one(void **state)
{
    enum { COUNT = 13 };
    struct db *db = *state;
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    CLEANUP(db_rollback) struct db_tx tx = {0};
    struct db_value values[COUNT][3];
    const struct db_value *all[COUNT];
    char names[COUNT][8];

    for (int i = 0; i < COUNT; i++) {
        snprintf(names[i], sizeof names[i], "n%d", i);
        values[i][0] = DB_INT(i);
        values[i][1] = DB_CSTR(names[i]);
        values[i][2] = DB_NULL();
        all[i] = values[i];
    }
    assert_rc(RC_OK, db_begin(db, &tx));
    assert_rc(RC_OK, db_insert(db, sql_insert, all, COUNT, 3));
    assert_rc(RC_OK, db_query(db, &rows, sql_all));
    for (int i = 0; i < COUNT; i++) {
        assert_true(db_next(&rows));
        assert_int_equal(db_int(&rows, 0), i);
        assert_true(text_equal(text_of(names[i]), db_text(&rows, 1)));
    }
    assert_false(db_next(&rows));
    assert_rc(RC_OK, db_done(&rows));
    assert_rc(RC_CONFLICT, db_insert(db, sql_insert, all, 8, 3));
    assert_int_equal(count(db), COUNT);
}

static void two_readers_of_one_statement_do_not_disturb_each_other(void **state)
{
    struct db *db = *state;
    CLEANUP(db_rows_end) struct db_rows outer = {0};
    CLEANUP(db_rows_end) struct db_rows inner = {0};

    assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(1), DB_CSTR("a"), DB_NULL()));
    assert_rc(RC_OK, db_exec(db, NULL, sql_insert, DB_INT(2), DB_CSTR("b"), DB_NULL()));
    assert_rc(RC_OK, db_query(db, &outer, sql_all));
    assert_true(db_next(&outer));
    assert_rc(RC_OK, db_query(db, &inner, sql_all));
    assert_true(db_next(&inner));
    assert_true(db_next(&inner));
    assert_true(db_next(&outer));
    assert_int_equal(db_int(&outer, 0), 2);
    assert_false(db_next(&outer));
}

static void a_view_within_a_view_joins_it(void **state)
{
    struct db *db = *state;
    CLEANUP(db_rollback) struct db_tx outer = {0};
    CLEANUP(db_rollback) struct db_tx inner = {0};
    CLEANUP(db_rollback) struct db_tx again = {0};

    assert_rc(RC_OK, db_begin_read(db, &outer));
    assert_rc(RC_OK, db_begin_read(db, &inner));
    db_rollback(&inner);
    assert_int_equal(count(db), 0);
    db_rollback(&outer);
    assert_rc(RC_OK, db_begin(db, &again));
    assert_rc(RC_OK, db_commit(&again));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, open_db, close_db)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(values_come_back_as_they_went_in),
        TEST(placeholders_mean_their_number_not_their_order),
        TEST(a_row_that_contradicts_another_is_a_conflict),
        TEST(what_is_not_committed_is_undone),
        TEST(a_savepoint_undoes_one_command_and_keeps_its_neighbours),
        TEST(a_view_within_a_view_joins_it),
        TEST(many_rows_are_inserted_as_if_one_by_one),
        TEST(two_readers_of_one_statement_do_not_disturb_each_other),
    };

    return cmocka_run_group_tests_name("db", tests, NULL, NULL);
}
