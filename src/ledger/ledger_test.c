#include "ledger/ledger.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/test.h"
#include "db/db_test_vfs.h"
#include "ledger/chain.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KIND = 7 };

struct fixture {
    char folder[64];
    char path[96];
    struct clock clock;
    struct ledger *ledger;
};

static void start(struct fixture *f)
{
    struct ledger_options options = {
        .path = f->path, .clock = &f->clock, .government = 1, .lane = 1};
    struct problem why = {0};

    assert_rc(RC_OK, ledger_start(&options, &f->ledger, &why));
}

static int make(void **state)
{
    struct fixture *f = mem_alloc(1, sizeof *f);

    snprintf(f->folder, sizeof f->folder, "ledger-test-XXXXXX");
    if (!mkdtemp(f->folder)) return -1;
    snprintf(f->path, sizeof f->path, "%s/facts.db", f->folder);
    clock_init_simulated(&f->clock, 1621209600000, 1);
    start(f);
    *state = f;
    return 0;
}

static int clear(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"", "-wal", "-shm"};

    ledger_stop(&f->ledger);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        char path[128];

        snprintf(path, sizeof path, "%s%s", f->path, names[i]);
        unlink(path);
    }
    rmdir(f->folder);
    mem_free(f);
    return 0;
}

/* A command that appends `count` facts and then ends with `rc`. */
struct request {
    int count;
    enum rc rc;
    struct text content;
    int64_t position;
    enum rc settled;
};

static enum rc apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct request *request = argument;

    for (int i = 0; i < request->count; i++) {
        if (request->content.at) {
            TRY(ledger_append_with(tx, KIND, TEXT("with"), request->content, &request->position));
        } else {
            TRY(ledger_append(tx, KIND, TEXT("fact"), &request->position));
        }
    }
    if (request->rc != RC_OK) return problem_set(why, request->rc, "refused for a reason");
    return RC_OK;
}

static void settle(void *argument, enum rc rc, const struct problem *why)
{
    (void)why;
    ((struct request *)argument)->settled = rc;
}

static const struct ledger_command command = {.name = "test", .apply = apply, .settle = settle};

static struct db *reader(const struct fixture *f)
{
    struct db *db = NULL;

    assert_rc(RC_OK, db_open(&(struct db_options){.path = f->path, .mode = DB_READ_ONLY}, &db));
    return db;
}

static struct chain_report verified(const struct fixture *f)
{
    CLEANUP(db_close) struct db *db = reader(f);
    struct chain_report report = {0};
    struct problem why = {0};

    assert_rc(RC_OK, chain_verify(db, 1, NULL, NULL, &report, &why));
    return report;
}

static void what_is_settled_is_stored_in_order(void **state)
{
    struct fixture *f = *state;
    struct request first = {.count = 2}, second = {.count = 1};

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &first, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &second, NULL));
    assert_int_equal(first.position, 2);
    assert_int_equal(second.position, 3);
    assert_int_equal(ledger_position(f->ledger), 3);
    assert_int_equal(verified(f).facts, 3);
}

static void a_refusal_undoes_itself_alone_and_leaves_no_gap(void **state)
{
    struct fixture *f = *state;
    struct request good = {.count = 1}, bad = {.count = 3, .rc = RC_CONFLICT}, after = {.count = 1};
    struct problem why = {0};

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &good, NULL));
    assert_rc(RC_CONFLICT, ledger_perform(f->ledger, &command, &bad, &why));
    assert_string_equal(why.text, "refused for a reason");
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &after, NULL));
    assert_int_equal(after.position, 2);
    assert_int_equal(verified(f).facts, 2);
}

static void neighbours_of_a_refusal_in_one_batch_are_kept(void **state)
{
    struct fixture *f = *state;
    static struct request requests[300];
    struct ledger_command whole = command;

    whole.whole = true;
    for (size_t i = 0; i < COUNT_OF(requests); i++) {
        requests[i] = (struct request){.count = 1, .rc = i % 3 == 1 ? RC_INVALID : RC_OK};
        if (i == 151) requests[i].count = 600; /* more than go to the store together */
        assert_rc(RC_OK, ledger_submit(f->ledger, i % 3 == 0 ? &whole : &command, &requests[i]));
    }
    ledger_stop(&f->ledger);
    for (size_t i = 0; i < COUNT_OF(requests); i++) {
        assert_int_equal(requests[i].settled, requests[i].rc);
    }
    assert_int_equal(verified(f).facts, 200);
}

static void the_chain_goes_on_after_a_restart(void **state)
{
    struct fixture *f = *state;
    struct request request = {.count = 5};

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &request, NULL));
    ledger_stop(&f->ledger);
    start(f);
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &request, NULL));
    assert_int_equal(request.position, 10);
    assert_int_equal(verified(f).batches, 2);
}

static void a_second_writer_fences_the_first(void **state)
{
    struct fixture *f = *state;
    struct ledger *first = f->ledger;
    struct request request = {.count = 1};

    start(f);
    assert_rc(RC_UNAVAILABLE, ledger_perform(first, &command, &request, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &request, NULL));
    ledger_stop(&first);
    assert_int_equal(verified(f).facts, 1);
}

static void spoil(const struct fixture *f, const char *sql)
{
    CLEANUP(db_close) struct db *db = NULL;

    assert_rc(RC_OK, db_open(&(struct db_options){.path = f->path, .mode = DB_FACTS}, &db));
    assert_rc(RC_OK, db_script(db, sql));
}

static void assert_spoiled(const struct fixture *f)
{
    CLEANUP(db_close) struct db *db = reader(f);
    struct chain_report report = {0};
    struct problem why = {0};

    assert_rc(RC_CONFLICT, chain_verify(db, 1, NULL, NULL, &report, &why));
    assert_true(strlen(why.text) > 0);
}

static void whatever_is_altered_is_found(void **state)
{
    static const char *const harms[] = {
        "UPDATE log SET body = CAST('fake' AS BLOB) WHERE position = 3",
        "UPDATE log SET kind = 8 WHERE position = 3",
        "DELETE FROM log WHERE position = 5",
        "DELETE FROM log WHERE position = 2",
        "UPDATE batch SET recorded_at_ms = recorded_at_ms + 1 WHERE first_position = 1",
        "DELETE FROM batch WHERE first_position = 1",
        "UPDATE content SET bytes = CAST('other face' AS BLOB) WHERE position = 5",
    };
    struct fixture *f = *state;
    struct request plain = {.count = 4}, photo = {.count = 1, .content = TEXT("a face")};

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &plain, NULL));
    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &photo, NULL));
    ledger_stop(&f->ledger);
    for (size_t i = 0; i < COUNT_OF(harms); i++) {
        char keep[128];

        snprintf(keep, sizeof keep, "VACUUM INTO '%s/keep.db'", f->folder);
        spoil(f, keep);
        spoil(f, harms[i]);
        assert_spoiled(f);
        snprintf(keep, sizeof keep, "%s/keep.db", f->folder);
        assert_int_equal(rename(keep, f->path), 0);
        assert_int_equal(verified(f).facts, 5);
    }
}

static void content_can_be_erased_and_the_chain_still_holds(void **state)
{
    struct fixture *f = *state;
    struct request photo = {.count = 1, .content = TEXT("a face")};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(db_close) struct db *db = NULL;
    struct text content = {0};

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &photo, NULL));
    db = reader(f);
    assert_rc(RC_OK, ledger_content(db, mem, 1, 1, photo.position, &content));
    assert_text("a face", content);
    spoil(f, "UPDATE content SET bytes = NULL, salt = NULL, erased_at_ms = 1");
    assert_rc(RC_NOT_FOUND, ledger_content(db, mem, 1, 1, photo.position, &content));
    assert_int_equal(verified(f).erased, 1);
}

static bool count_entry(void *visitor, const struct ledger_entry *entry)
{
    int64_t *last = visitor;

    assert_int_equal(entry->position, *last + 1);
    *last = entry->position;
    return entry->position < 6;
}

static void a_follower_sees_every_fact_once_from_where_it_was(void **state)
{
    struct fixture *f = *state;
    struct request request = {.count = 8};
    CLEANUP(db_close) struct db *db = NULL;
    int64_t last = 3;

    assert_rc(RC_OK, ledger_perform(f->ledger, &command, &request, NULL));
    db = reader(f);
    assert_rc(RC_OK, ledger_follow(db, 1, 1, 3, count_entry, &last));
    assert_int_equal(last, 6);
}

/* ---- when the store fails ---- */

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

/* ---- when the power goes ---- */

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

/* ---- many senders ---- */

static void *perform_many(void *argument)
{
    struct fixture *f = argument;

    for (int i = 0; i < 50; i++) {
        struct request request = {.count = 1, .rc = i % 5 == 0 ? RC_INVALID : RC_OK};

        if (ledger_perform(f->ledger, &command, &request, NULL) != request.rc) return f;
    }
    return NULL;
}

static void many_senders_share_batches_and_each_has_its_own_answer(void **state)
{
    struct fixture *f = *state;
    pthread_t senders[8];
    void *failed = NULL;

    for (size_t i = 0; i < COUNT_OF(senders); i++) {
        assert_int_equal(pthread_create(&senders[i], NULL, perform_many, f), 0);
    }
    for (size_t i = 0; i < COUNT_OF(senders); i++) {
        void *result = NULL;

        pthread_join(senders[i], &result);
        if (result) failed = result;
    }
    assert_null(failed);
    assert_int_equal(verified(f).facts, 8 * 40);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(what_is_settled_is_stored_in_order),
        TEST(a_refusal_undoes_itself_alone_and_leaves_no_gap),
        TEST(neighbours_of_a_refusal_in_one_batch_are_kept),
        TEST(the_chain_goes_on_after_a_restart),
        TEST(a_second_writer_fences_the_first),
        TEST(whatever_is_altered_is_found),
        TEST(content_can_be_erased_and_the_chain_still_holds),
        TEST(a_follower_sees_every_fact_once_from_where_it_was),
        TEST(a_batch_is_stored_whole_or_not_at_all_wherever_the_store_fails),
        TEST(a_commit_that_happened_is_settled_so_although_its_answer_was_lost),
        TEST(a_commit_nobody_knows_about_is_uncertain_and_the_chain_goes_on),
        TEST(what_was_settled_outlives_a_power_cut),
        TEST(a_sync_that_fails_stores_nothing_and_the_next_batch_goes_on),
        TEST(many_senders_share_batches_and_each_has_its_own_answer),
    };

    return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
