#include "http/event_ring.h"

#include "base/test.h"

enum { SLOTS = 4 };

/* Events of the numbers 10, 20, 30 ... */
static void publish(struct event_ring *ring, int count)
{
    for (int i = 0; i < count; i++) {
        uint64_t number = 10 * (ring->newest + 1);
        struct event *leaving = event_ring_add(ring, event_of(TEXT("x"), number));

        event_drop(&leaving);
    }
}

static void an_event_says_its_run_its_number_its_name_and_its_data(void **state)
{
    struct http_event told = {
        .name = "board",
        .number = 17,
        .data = TEXT("{\"present\":3}"),
        .audience = {.group = 2},
        .is_last = true,
    };
    CLEANUP(event_drop) struct event *event = event_format(0xab, &told);

    (void)state;
    assert_text("id: 000000ab.17\nevent: board\ndata: {\"present\":3}\n\n",
                ((struct text){event->at, event->bytes}));
    assert_int_equal(event->number, 17);
    assert_int_equal(event->audience.group, 2);
    assert_true(event->is_last);
}

static void a_ring_keeps_the_newest_and_gives_back_what_leaves(void **state)
{
    CLEANUP(event_ring_done) struct event_ring ring = {0};
    struct event *leaving;

    (void)state;
    event_ring_init(&ring, SLOTS);
    publish(&ring, SLOTS);
    assert_int_equal(event_ring_oldest(&ring), 1);
    leaving = event_ring_add(&ring, event_of(TEXT("x"), 50));
    assert_non_null(leaving);
    assert_int_equal(leaving->number, 10);
    event_drop(&leaving);
    assert_int_equal(event_ring_oldest(&ring), 2);
    assert_int_equal(event_ring_at(&ring, 2)->number, 20);
    assert_int_equal(event_ring_at(&ring, 5)->number, 50);
}

static void who_missed_some_events_goes_on_after_the_last_he_saw(void **state)
{
    CLEANUP(event_ring_done) struct event_ring ring = {0};

    (void)state;
    event_ring_init(&ring, SLOTS);
    assert_int_equal(event_ring_after(&ring, 0), 1); /* the first one to come */
    publish(&ring, 3);
    assert_int_equal(event_ring_after(&ring, 0), 1);
    assert_int_equal(event_ring_after(&ring, 10), 2);
    assert_int_equal(event_ring_after(&ring, 15), 2);
    assert_int_equal(event_ring_after(&ring, 30), 4); /* nothing is missing */
}

static void who_missed_more_than_the_ring_holds_is_told_so(void **state)
{
    CLEANUP(event_ring_done) struct event_ring ring = {0};

    (void)state;
    event_ring_init(&ring, SLOTS);
    publish(&ring, SLOTS + 2); /* 10 and 20 have left */
    assert_int_equal(event_ring_after(&ring, 10), 0);
    assert_int_equal(event_ring_after(&ring, 20), 3);
}

static void an_event_lives_until_its_last_user_drops_it(void **state)
{
    CLEANUP(event_ring_done) struct event_ring ring = {0};
    struct event *sent;

    (void)state;
    event_ring_init(&ring, SLOTS);
    publish(&ring, 1);
    sent = event_keep(event_ring_at(&ring, 1));
    publish(&ring, SLOTS);
    assert_int_equal(sent->number, 10); /* it has left the ring */
    event_drop(&sent);
    assert_null(sent);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_says_its_run_its_number_its_name_and_its_data),
        cmocka_unit_test(a_ring_keeps_the_newest_and_gives_back_what_leaves),
        cmocka_unit_test(who_missed_some_events_goes_on_after_the_last_he_saw),
        cmocka_unit_test(who_missed_more_than_the_ring_holds_is_told_so),
        cmocka_unit_test(an_event_lives_until_its_last_user_drops_it),
    };

    return cmocka_run_group_tests_name("event_ring", tests, NULL, NULL);
}
