#include "devices/terminal_order.h"

#include "attendance/terminal.h"
#include "devices/order_book.h"
#include "people/fixture_test.h"

static const struct text serial = TEXT_INIT("SN1");

enum { MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS };

/* A government with an agency and an approved terminal. */
static int make(void **state)
{
    static const struct agency agencies[] = {AGENCY("D1", "", .kind = WORD("dinas"))};
    struct terminal_put put = {.row = {.serial = TEXT("SN1"), .agency = TEXT("D1")}};
    struct problem why = {0};

    if (fixture_make(state) != 0) return -1;
    fixture_record(*state, &agency_fact, agencies, 1);
    put.row.state = TERMINAL_APPROVED;
    return ledger_perform(((struct fixture *)*state)->ledger, &terminal_put_command, &put, &why) ==
                   RC_OK
               ? 0
               : -1;
}

static enum rc give(struct fixture *f,
                    struct order_book *book,
                    enum order_kind kind,
                    const char *from,
                    const char *to)
{
    struct order_giving giving = {.book = book,
                                  .order = {.serial = serial,
                                            .kind = kind,
                                            .from = text_of(from),
                                            .to = text_of(to),
                                            .author = TEXT("admin")}};
    struct problem why = {0};

    return ledger_perform(f->ledger, &order_give_command, &giving, &why);
}

static enum rc send(struct fixture *f, struct order_book *book, int64_t id, int64_t at_ms)
{
    struct order_sending sending = {
        .book = book, .serial = serial, .ids = &id, .count = 1, .at_ms = at_ms};

    return ledger_perform(f->ledger, &order_send_command, &sending, NULL);
}

static enum rc answer(struct fixture *f,
                      struct order_book *book,
                      int64_t id,
                      int64_t code,
                      bool *out_recorded)
{
    struct order_answer one = {
        .terminal = serial, .id = id, .code = code, .details = TEXT("AttlogSum=12")};
    struct order_answers answers = {.book = book, .answers = &one, .count = 1};
    enum rc rc = ledger_perform(f->ledger, &order_answer_command, &answers, NULL);

    *out_recorded = one.recorded;
    return rc;
}

static int64_t facts(struct fixture *f, int64_t kind)
{
    int64_t count = -1;

    assert_rc(RC_OK, db_get_int(f->reader, &count, "SELECT count(*) FROM log WHERE kind = $1",
                                DB_INT(kind)));
    return count;
}

static struct order latest(struct fixture *f, struct arena *mem)
{
    struct order *orders = NULL;
    size_t count = 0;

    assert_rc(RC_OK, order_list(f->reader, 1, serial, mem, &orders, &count));
    assert_true(count > 0);
    return orders[0];
}

/* ---- the decision ---- */

static void an_order_stands_as_its_sendings_and_answer_say(void **state)
{
    static const struct {
        struct order order;
        int64_t now_ms;
        enum order_state state;
        bool is_due;
    } cases[] = {
        {{.given_at_ms = 0}, MINUTE_MS, ORDER_WAITING, true},
        {{.given_at_ms = 0}, INT64_C(169) * HOUR_MS, ORDER_EXPIRED, false},
        {{.kind = ORDER_REBOOT}, 2 * HOUR_MS, ORDER_EXPIRED, false},
        {{.sent_count = 1, .sent_at_ms = MINUTE_MS}, 5 * MINUTE_MS, ORDER_SENT, false},
        {{.sent_count = 1, .sent_at_ms = MINUTE_MS}, 6 * MINUTE_MS, ORDER_SENT, true},
        {{.sent_count = 3, .sent_at_ms = MINUTE_MS}, 6 * MINUTE_MS, ORDER_UNANSWERED, false},
        {{.kind = ORDER_REBOOT, .sent_count = 1, .sent_at_ms = MINUTE_MS},
         6 * MINUTE_MS,
         ORDER_UNANSWERED,
         false},
        {{.sent_count = 1, .answered_at_ms = 1, .code = 0}, MINUTE_MS, ORDER_DONE, false},
        {{.sent_count = 1, .answered_at_ms = 1, .code = -1004}, MINUTE_MS, ORDER_FAILED, false},
        {{.sent_count = 3, .answered_at_ms = 1, .code = 0}, HOUR_MS, ORDER_DONE, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(order_state_at(&cases[i].order, cases[i].now_ms), cases[i].state);
        assert_int_equal(order_is_due(&cases[i].order, cases[i].now_ms), cases[i].is_due);
    }
}

static void an_order_has_the_words_of_the_protocol(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order order = {
        .kind = ORDER_SUM, .from = TEXT("2021-05-17 00:00:00"), .to = TEXT("2021-05-17 23:59:59")};

    (void)state;
    assert_text("VERIFY SUM ATTLOG StartTime=2021-05-17 00:00:00\tEndTime=2021-05-17 23:59:59",
                order_command(mem, &order));
    order.kind = ORDER_PUNCHES;
    assert_text("DATA QUERY ATTLOG StartTime=2021-05-17 00:00:00\tEndTime=2021-05-17 23:59:59",
                order_command(mem, &order));
    order.kind = ORDER_REBOOT;
    assert_text("REBOOT", order_command(mem, &order));
}

static void what_looks_like_a_secret_is_not_kept(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text("UserCount=3\nFWVersion=8.0.7",
                order_details(mem, TEXT("UserCount=3\nComPwd=1234\r\nFWVersion=8.0.7\n"
                                        "PushCommKey=ab12\nA=1&PASSWORD=x\n")));
}

/* ---- the store ---- */

static void a_days_period_is_the_whole_day(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order order;

    assert_rc(RC_OK, give(*state, NULL, ORDER_PUNCHES, "2021-05-14", "2021-05-17T12:00:00"));
    order = latest(*state, mem);
    assert_text("2021-05-14 00:00:00", order.from);
    assert_text("2021-05-17 12:00:00", order.to);
    assert_text("admin", order.author);
}

static void what_cannot_be_ordered_is_refused(void **state)
{
    assert_rc(RC_INVALID, give(*state, NULL, ORDER_SUM, "", ""));
    assert_rc(RC_INVALID, give(*state, NULL, ORDER_SUM, "2021-05-17", "yesterday"));
    assert_rc(RC_INVALID, give(*state, NULL, ORDER_SUM, "2021-05-17", "2021-05-16"));
    assert_rc(RC_INVALID, give(*state, NULL, ORDER_SUM, "2021-01-01", "2021-05-16"));
    assert_int_equal(facts(*state, FACT_TERMINAL_ORDER), 0);
}

static void only_a_terminal_that_is_let_in_gets_orders(void **state)
{
    struct fixture *f = *state;
    struct terminal_put put = {.row = {.serial = serial, .state = TERMINAL_RETIRED}};
    struct order_giving stranger = {.order = {.serial = TEXT("SN2"), .kind = ORDER_INFO}};
    struct problem why = {0};

    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &order_give_command, &stranger, &why));
    assert_string_equal(why.field, "serial");
    assert_rc(RC_OK, ledger_perform(f->ledger, &terminal_put_command, &put, &why));
    assert_rc(RC_NOT_FOUND, give(f, NULL, ORDER_INFO, "", ""));
}

static void orders_do_not_pile_up_without_end(void **state)
{
    for (int i = 0; i < ORDERS_WAITING_MAX; i++) {
        assert_rc(RC_OK, give(*state, NULL, ORDER_INFO, "", ""));
    }
    assert_rc(RC_CONFLICT, give(*state, NULL, ORDER_INFO, "", ""));
}

/* ---- the book ---- */

static void a_poll_gets_what_waits_once_and_restarts_last(void **state)
{
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order *orders = NULL;
    const int64_t now = monday_morning_ms;

    assert_rc(RC_OK, give(*state, book, ORDER_REBOOT, "", ""));
    assert_rc(RC_OK, give(*state, book, ORDER_INFO, "", ""));
    assert_rc(RC_OK, give(*state, book, ORDER_CHECK, "", ""));
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 3);
    assert_int_equal(orders[0].kind, ORDER_INFO);
    assert_int_equal(orders[1].kind, ORDER_CHECK);
    assert_int_equal(orders[2].kind, ORDER_REBOOT);
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 0);
    order_book_keep(book, serial, (const int64_t[]){2}, 1);
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 1);
    assert_int_equal(orders[0].id, 2);
    assert_int_equal(order_book_take(book, TEXT("SN2"), now, mem, &orders), 0);
}

static void an_unanswered_order_is_sent_again_but_a_restart_never(void **state)
{
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order *orders = NULL;
    int64_t now = monday_morning_ms;

    assert_rc(RC_OK, give(*state, book, ORDER_REBOOT, "", ""));
    assert_rc(RC_OK, give(*state, book, ORDER_INFO, "", ""));
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 2);
    assert_rc(RC_OK, send(*state, book, 1, now));
    assert_rc(RC_OK, send(*state, book, 2, now));
    now += ORDER_RETRY_MS - 1;
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 0);
    now += 1;
    assert_int_equal(order_book_take(book, serial, now, mem, &orders), 1);
    assert_int_equal(orders[0].kind, ORDER_INFO);
    assert_int_equal(order_book_count(book), 1);
}

static void a_restarted_server_remembers_what_was_sent(void **state)
{
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(order_book_free) struct order_book *later = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order *orders = NULL;
    struct fixture *f = *state;
    const int64_t now = monday_morning_ms;
    bool recorded = false;

    assert_rc(RC_OK, give(f, book, ORDER_REBOOT, "", ""));
    assert_rc(RC_OK, give(f, book, ORDER_INFO, "", ""));
    assert_rc(RC_OK, give(f, book, ORDER_CHECK, "", ""));
    assert_rc(RC_OK, send(f, book, 1, now));
    assert_rc(RC_OK, answer(f, book, 2, 0, &recorded));
    assert_rc(RC_OK, order_book_load(later, f->reader, 1, now));
    assert_int_equal(order_book_count(later), 2);
    assert_int_equal(order_book_take(later, serial, now, mem, &orders), 1);
    assert_int_equal(orders[0].kind, ORDER_CHECK);
}

static void an_answer_counts_once(void **state)
{
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    bool recorded = false;
    struct order order;
    int64_t sum = 0;

    assert_rc(RC_OK, give(*state, book, ORDER_SUM, "2021-05-17", "2021-05-17"));
    assert_rc(RC_OK, answer(*state, book, 1, 0, &recorded));
    assert_true(recorded);
    assert_int_equal(order_book_count(book), 0);
    assert_rc(RC_OK, answer(*state, book, 1, -1, &recorded));
    assert_false(recorded);
    assert_rc(RC_OK, answer(*state, book, 77, 0, &recorded));
    assert_false(recorded);
    assert_int_equal(facts(*state, FACT_COMMAND_RESULT), 1);
    order = latest(*state, mem);
    assert_int_equal(order.code, 0);
    assert_true(order_sum(&order, &sum));
    assert_int_equal(sum, 12);
}

/* ---- failures: fail the first call of the store, then the second, and so on ---- */

static void an_order_is_given_whole_or_not_at_all(void **state)
{
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        struct order_giving giving = {.order = {.serial = serial, .kind = ORDER_INFO}};

        assert_true(calls < 20);
        rc = fixture_perform_failing(*state, &order_give_command, &giving, calls);
        assert_int_equal(facts(*state, FACT_TERMINAL_ORDER), rc == RC_OK ? 1 : 0);
    }
}

static void an_answer_is_kept_whole_or_not_at_all(void **state)
{
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order_answer one = {.terminal = serial, .id = 1, .details = TEXT("")};
    struct order_answers answers = {.book = book, .answers = &one, .count = 1};
    enum rc rc = RC_UNAVAILABLE;

    assert_rc(RC_OK, give(*state, book, ORDER_INFO, "", ""));
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(*state, &order_answer_command, &answers, calls);
        assert_int_equal(facts(*state, FACT_COMMAND_RESULT), rc == RC_OK ? 1 : 0);
        assert_int_equal(latest(*state, mem).answered_at_ms > 0, rc == RC_OK);
    }
}

static void that_orders_were_sent_is_stored_whole_or_not_at_all(void **state)
{
    static const int64_t ids[] = {1, 2};
    CLEANUP(order_book_free) struct order_book *book = order_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct order_sending sending = {
        .book = book, .serial = serial, .ids = ids, .count = 2, .at_ms = monday_morning_ms};
    enum rc rc = RC_UNAVAILABLE;

    assert_rc(RC_OK, give(*state, book, ORDER_INFO, "", ""));
    assert_rc(RC_OK, give(*state, book, ORDER_LOG, "", ""));
    for (int calls = 0; rc != RC_OK; calls++) {
        struct order *orders = NULL;
        size_t count = 0;

        assert_true(calls < 20);
        rc = fixture_perform_failing(*state, &order_send_command, &sending, calls);
        assert_rc(RC_OK,
                  order_list(((struct fixture *)*state)->reader, 1, serial, mem, &orders, &count));
        assert_int_equal(count, 2);
        assert_int_equal(orders[0].sent_count, rc == RC_OK ? 1 : 0);
        assert_int_equal(orders[1].sent_count, rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_stands_as_its_sendings_and_answer_say),
        cmocka_unit_test(an_order_has_the_words_of_the_protocol),
        cmocka_unit_test(what_looks_like_a_secret_is_not_kept),
        TEST(a_days_period_is_the_whole_day),
        TEST(what_cannot_be_ordered_is_refused),
        TEST(only_a_terminal_that_is_let_in_gets_orders),
        TEST(orders_do_not_pile_up_without_end),
        TEST(a_poll_gets_what_waits_once_and_restarts_last),
        TEST(an_unanswered_order_is_sent_again_but_a_restart_never),
        TEST(a_restarted_server_remembers_what_was_sent),
        TEST(an_answer_counts_once),
        TEST(an_order_is_given_whole_or_not_at_all),
        TEST(an_answer_is_kept_whole_or_not_at_all),
        TEST(that_orders_were_sent_is_stored_whole_or_not_at_all),
    };

    return cmocka_run_group_tests_name("terminal_order", tests, NULL, NULL);
}
