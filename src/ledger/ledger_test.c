#include "ledger/ledger.h"

#include "base/arena.h"
#include "ledger/ledger_fixture_test.h"

#include <pthread.h>
#include <string.h>

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
        char keep[sizeof(struct test_folder) + 32];

        snprintf(keep, sizeof keep, "VACUUM INTO '%s/keep.db'", f->folder.path);
        spoil(f, keep);
        spoil(f, harms[i]);
        assert_spoiled(f);
        snprintf(keep, sizeof keep, "%s/keep.db", f->folder.path);
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

/* A minute apart; at the fifth somebody sets the clock back for good. */
static void nothing_recorded_since_is_before_the_position_whatever_the_clock_said(void **state)
{
    enum { MINUTE_MS = 60 * 1000 };
    struct fixture *f = *state;
    CLEANUP(db_close) struct db *db = reader(f);
    int64_t begin_ms = 1700000000000;

    for (int i = 0; i < 8; i++) {
        struct request request = {.count = 3};
        int64_t back_ms = i < 5 ? 0 : 1000LL * MINUTE_MS;

        clock_init_standing(&f->clock, begin_ms + i * (int64_t)MINUTE_MS - back_ms);
        assert_rc(RC_OK, ledger_perform(f->ledger, &command, &request, NULL));
    }
    for (int i = 0; i < 8; i++) {
        struct ledger_since since = {1, 1, begin_ms + i * (int64_t)MINUTE_MS};
        int64_t position = -1;

        assert_rc(RC_OK, ledger_position_before(db, &since, &position));
        assert_int_equal(position, i < 5 ? 3 * i : 15); /* the last whose clock was right */
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(what_is_settled_is_stored_in_order),
        TEST(a_refusal_undoes_itself_alone_and_leaves_no_gap),
        TEST(neighbours_of_a_refusal_in_one_batch_are_kept),
        TEST(the_chain_goes_on_after_a_restart),
        TEST(nothing_recorded_since_is_before_the_position_whatever_the_clock_said),
        TEST(a_second_writer_fences_the_first),
        TEST(whatever_is_altered_is_found),
        TEST(content_can_be_erased_and_the_chain_still_holds),
        TEST(a_follower_sees_every_fact_once_from_where_it_was),
        TEST(many_senders_share_batches_and_each_has_its_own_answer),
    };

    return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
