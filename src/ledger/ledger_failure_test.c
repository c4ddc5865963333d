/* The ledger when its store fails, a sync is refused or the power goes. */
#include "db/db_test_vfs.h"
#include "ledger/ledger_fixture_test.h"

#include <pthread.h>

/* A command that lets the store fail after so many more calls, and ends that
 * when it is settled. */
struct trouble {
    int count;      /* facts */
    int fail_after; /* calls from the first fact on; negative: never */
    bool lose_commit;
    struct db *db;
    enum rc settled;
};

static enum rc apply_trouble(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct trouble *trouble = argument;

    (void)why;
    trouble->db = ledger_db(tx);
    db_fail_after(trouble->db, trouble->fail_after);
    if (trouble->lose_commit) db_lose_commit(trouble->db);
    for (int i = 0; i < trouble->count; i++) {
        TRY(ledger_append_with(tx, KIND, TEXT("fact"), TEXT("content"), NULL));
    }
    return RC_OK;
}

static void settle_trouble(void *argument, enum rc rc, const struct problem *why)
{
    struct trouble *trouble = argument;

    (void)why;
    if (trouble->db) db_fail_after(trouble->db, -1);
    trouble->settled = rc;
}

static const struct ledger_command trouble_command = {.name = "trouble",
                                                      .apply = apply_trouble,
                                                      .settle = settle_trouble};

static void a_batch_is_stored_whole_or_not_at_all_wherever_the_store_fails(void **state)
{
    struct fixture *f = *state;
    enum rc rc = RC_UNAVAILABLE;
    int64_t facts = 0;

    for (int calls = 0; rc != RC_OK; calls++) {
        struct trouble trouble = {.count = 3, .fail_after = calls};

        assert_true(calls < 30);
        rc = ledger_perform(f->ledger, &trouble_command, &trouble, NULL);
        facts += rc == RC_OK ? 3 : 0;
        assert_int_equal(verified(f).facts, facts);
        assert_int_equal(ledger_position(f->ledger), facts);
    }
}

static void a_commit_that_happened_is_settled_so_although_its_answer_was_lost(void **state)
{
    struct fixture *f = *state;
    struct trouble trouble = {.count = 2, .fail_after = -1, .lose_commit = true};
    struct request after = {.count = 1};

    assert_rc(RC_OK, ledger_perform(f->ledger, &trouble_command, &trouble, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &after, NULL));
    assert_int_equal(after.position, 3);
    assert_int_equal(verified(f).facts, 3);
}

/* Four calls store two facts with content, then come the savepoint, the link of
 * the chain and the commit; asking for the chain's end fails as well. */
static void a_commit_nobody_knows_about_is_uncertain_and_the_chain_goes_on(void **state)
{
    struct fixture *f = *state;
    struct trouble trouble = {.count = 2, .fail_after = 7, .lose_commit = true};
    struct request after = {.count = 1};

    assert_rc(RC_UNCERTAIN, ledger_perform(f->ledger, &trouble_command, &trouble, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &after, NULL));
    assert_int_equal(after.position, 3);
    assert_int_equal(verified(f).facts, 3);
}

struct morning {
    struct request requests[400];
    size_t sent;
};

static void *send_all(void *argument)
{
    struct fixture *f = ((void **)argument)[0];
    struct morning *morning = ((void **)argument)[1];

    for (size_t i = 0; i < COUNT_OF(morning->requests); i++) {
        morning->requests[i] = (struct request){.count = 1 + (int)(i % 3), .settled = RC_CONFLICT};
        if (ledger_submit(f->ledger, &command, &morning->requests[i]) != RC_OK) break;
        morning->sent++;
        if (i % 7 == 0) usleep(50);
    }
    return NULL;
}

static int64_t settled_last(const struct morning *morning)
{
    int64_t last = 0;

    for (size_t i = 0; i < morning->sent; i++) {
        const struct request *request = &morning->requests[i];

        if (request->settled == RC_OK && request->position > last) last = request->position;
    }
    return last;
}

/* Whatever was settled before the power went is there afterwards. */
static void cut_power_once(struct fixture *f, struct db_test_vfs *disk, unsigned seed)
{
    struct morning *morning = mem_alloc(1, sizeof *morning);
    void *arguments[] = {f, morning};
    pthread_t sender;
    int64_t last;

    db_test_vfs_power_off_after(disk, (int)(seed * 37 % 900));
    assert_int_equal(pthread_create(&sender, NULL, send_all, arguments), 0);
    pthread_join(sender, NULL);
    ledger_stop(&f->ledger);
    last = settled_last(morning);
    db_test_vfs_power_on(disk, seed % 3 == 0 ? 0 : seed);
    start(f);
    assert_true(ledger_position(f->ledger) >= last);
    assert_int_equal(verified(f).facts, ledger_position(f->ledger));
    mem_free(morning);
}

static void what_was_settled_outlives_a_power_cut(void **state)
{
    struct fixture *f = *state;
    struct db_test_vfs *disk;

    ledger_stop(&f->ledger);
    disk = db_test_vfs_new();
    start(f);
    for (unsigned seed = 1; seed <= 40; seed++) {
        cut_power_once(f, disk, seed);
    }
    ledger_stop(&f->ledger);
    db_test_vfs_free(&disk);
}

static void a_sync_that_fails_stores_nothing_and_the_next_batch_goes_on(void **state)
{
    struct fixture *f = *state;
    struct request good = {.count = 1}, bad = {.count = 1}, after = {.count = 1};
    struct db_test_vfs *disk;

    ledger_stop(&f->ledger);
    disk = db_test_vfs_new();
    start(f);
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &good, NULL));
    db_test_vfs_fail_sync_after(disk, 0);
    assert_rc(RC_UNAVAILABLE, ledger_perform(f->ledger, &command, &bad, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &after, NULL));
    assert_int_equal(after.position, 2);
    assert_int_equal(verified(f).facts, 2);
    ledger_stop(&f->ledger);
    db_test_vfs_free(&disk);
}

/* Everything after the last sync is forgotten; how many facts are left. */
static int64_t facts_after_a_cut(struct fixture *f, bool closed_before)
{
    struct ledger_options options = {
        .path = f->path, .clock = &f->clock, .government = 1, .lane = 1, .making = true};
    struct db_test_vfs *disk;
    struct ledger *made = NULL;
    int64_t facts;

    ledger_stop(&f->ledger);
    disk = db_test_vfs_new();
    assert_rc(RC_OK, ledger_start(&options, &made, NULL));
    for (int i = 0; i < 50; i++) {
        struct request request = {.count = 1};

        assert_rc(RC_OK, ledger_perform(made, &command, &request, NULL));
    }
    if (closed_before) ledger_stop(&made);
    db_test_vfs_power_off(disk);
    ledger_stop(&made);
    db_test_vfs_power_on(disk, 0);
    facts = verified(f).facts;
    db_test_vfs_free(&disk);
    return facts;
}

static void a_store_that_was_made_is_on_the_disk_once_it_is_closed(void **state)
{
    assert_int_equal(facts_after_a_cut(*state, true), 50);
}

/* Its chain is whole all the same: verified() would say. */
static void a_store_that_is_being_made_may_end_earlier_after_a_cut(void **state)
{
    assert_int_equal(facts_after_a_cut(*state, false), 0);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_batch_is_stored_whole_or_not_at_all_wherever_the_store_fails),
        TEST(a_commit_that_happened_is_settled_so_although_its_answer_was_lost),
        TEST(a_commit_nobody_knows_about_is_uncertain_and_the_chain_goes_on),
        TEST(what_was_settled_outlives_a_power_cut),
        TEST(a_store_that_was_made_is_on_the_disk_once_it_is_closed),
        TEST(a_store_that_is_being_made_may_end_earlier_after_a_cut),
        TEST(a_sync_that_fails_stores_nothing_and_the_next_batch_goes_on),
    };

    return cmocka_run_group_tests_name("ledger_failure", tests, NULL, NULL);
}
