#include "devices/verify_table.h"

#include "people/fixture_test.h"

static enum rc record(struct fixture *f, const char *model, int64_t code, enum method method)
{
    struct verify_request request = {
        .row = {.model = text_of(model), .code = code, .method = method, .author = TEXT("admin")}};
    struct problem why = {0};

    return ledger_perform(f->ledger, &verify_row_command, &request, &why);
}

static struct verify_table load(struct fixture *f, struct arena *mem)
{
    struct verify_table table = {0};

    assert_rc(RC_OK, verify_table_load(f->reader, 1, mem, &table));
    return table;
}

static int64_t facts(struct fixture *f)
{
    int64_t count = -1;

    assert_rc(RC_OK, db_get_int(f->reader, &count, "SELECT count(*) FROM log WHERE kind = 19"));
    return count;
}

static void a_row_of_the_administrator_comes_before_the_vendors_table(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct verify_table table;

    assert_rc(RC_OK, record(*state, "IriShield", 15, METHOD_IRIS));
    table = load(*state, mem);
    assert_int_equal(table.own_count, 1);
    assert_int_equal(verify_table_method(&table, TEXT("irishield"), 15), METHOD_IRIS);
    assert_int_equal(verify_table_method(&table, TEXT("MB460"), 15), METHOD_FACE);
    assert_int_equal(verify_table_method(&table, TEXT("irishield"), 1), METHOD_FINGER);
}

static void the_latest_row_of_a_model_holds_however_the_model_is_spelled(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct verify_table table;

    assert_rc(RC_OK, record(*state, "MB460", 3, METHOD_PIN));
    assert_rc(RC_OK, record(*state, " mb460 ", 3, METHOD_CARD));
    table = load(*state, mem);
    assert_int_equal(table.own_count, 1);
    assert_int_equal(verify_table_method(&table, TEXT("MB460"), 3), METHOD_CARD);
}

static void a_shipped_row_is_unverified_until_somebody_records_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct verify_table table = load(*state, mem);

    assert_int_equal(table.own_count, 0);
    assert_true(table.count > 0);
    assert_int_equal(verify_table_method(&table, TEXT("HADIR-IRIS"), 30), METHOD_IRIS);
    assert_rc(RC_OK, record(*state, "hadir-iris", 30, METHOD_IRIS));
    table = load(*state, mem);
    assert_int_equal(table.own_count, 1);
    assert_int_equal(table.count, 1);
}

static void what_is_recorded_so_already_changes_nothing(void **state)
{
    assert_rc(RC_OK, record(*state, "MB460", 3, METHOD_PIN));
    assert_rc(RC_OK, record(*state, "mb460", 3, METHOD_PIN));
    assert_int_equal(facts(*state), 1);
}

static void a_word_leads_back_to_the_code_the_model_says_it_by(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct verify_table table;
    int code = -1;

    assert_rc(RC_OK, record(*state, "IriShield", 15, METHOD_IRIS));
    table = load(*state, mem);
    assert_true(verify_table_code(&table, TEXT("IriShield"), METHOD_IRIS, &code));
    assert_int_equal(code, 15);
    assert_true(verify_table_code(&table, TEXT("MB460"), METHOD_FACE, &code));
    assert_int_equal(code, 15);
    assert_true(verify_table_code(&table, TEXT("IriShield"), METHOD_FACE, &code));
    assert_int_equal(verify_table_method(&table, TEXT("IriShield"), code), METHOD_FACE);
    assert_false(verify_table_code(&table, TEXT("MB460"), METHOD_MANUAL, &code));
}

static void what_is_no_model_or_code_is_refused(void **state)
{
    assert_rc(RC_INVALID, record(*state, "  ", 3, METHOD_PIN));
    assert_rc(RC_INVALID, record(*state, "MB\n460", 3, METHOD_PIN));
    assert_rc(RC_INVALID, record(*state, "MB460", -1, METHOD_PIN));
    assert_rc(RC_INVALID, record(*state, "MB460", 65536, METHOD_PIN));
    assert_int_equal(facts(*state), 0);
}

/* Fail the first call of the store, then the second, and so on. */
static void a_row_is_recorded_whole_or_not_at_all(void **state)
{
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct verify_request request = {
            .row = {.model = TEXT("MB460"), .code = 3, .method = METHOD_PIN}};

        assert_true(calls < 20);
        rc = fixture_perform_failing(*state, &verify_row_command, &request, calls);
        assert_int_equal(load(*state, mem).own_count, rc == RC_OK ? 1 : 0);
        assert_int_equal(facts(*state), rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_row_of_the_administrator_comes_before_the_vendors_table),
        TEST(the_latest_row_of_a_model_holds_however_the_model_is_spelled),
        TEST(a_shipped_row_is_unverified_until_somebody_records_it),
        TEST(what_is_recorded_so_already_changes_nothing),
        TEST(a_word_leads_back_to_the_code_the_model_says_it_by),
        TEST(what_is_no_model_or_code_is_refused),
        TEST(a_row_is_recorded_whole_or_not_at_all),
    };

    return cmocka_run_group_tests_name("verify_table", tests, NULL, NULL);
}
