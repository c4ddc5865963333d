#include "attendance/doubtful.h"

#include "attendance/fixture_test.h"

static void send(struct office *o,
                 const char *pin,
                 const char *shown,
                 const char *received,
                 unsigned flags)
{
    struct punch punch = office_punch_of("PU1", pin, received);

    punch.received_at_ms = wib_ms(received);
    punch.moment = at(shown);
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB) | flags;
    office_send(o, &punch, 1);
}

static void what_the_clock_was_off_by_gives_the_true_time(void **state)
{
    static const struct {
        const char *pin, *shown, *received, *proposed;
        unsigned flags;
        enum doubtful_basis basis;
    } cases[] = {
        /* A backlog of three, whose clock is known by a live punch half an hour later. */
        {"1", "1970-01-01 00:10:00", "2021-05-17 07:30:00", "2021-05-17 07:10:00", PUNCH_BACKLOG,
         DOUBTFUL_DRIFT},
        {"2", "1970-01-01 00:20:00", "2021-05-17 07:30:00", "2021-05-17 07:20:00", PUNCH_BACKLOG,
         DOUBTFUL_DRIFT},
        {"1", "1970-01-01 01:00:00", "2021-05-17 08:00:00", "2021-05-17 08:00:00", 0,
         DOUBTFUL_LIVE},
        /* Its clock was lost again: this live punch knows nothing of the earlier ones. */
        {"2", "1970-01-01 00:00:30", "2021-05-17 16:00:00", "2021-05-17 16:00:00", 0,
         DOUBTFUL_LIVE},
        /* On another day a backlog alone: its last is taken as just made. */
        {"1", "1970-01-01 05:00:00", "2021-05-18 16:00:00", "2021-05-18 07:00:00", PUNCH_BACKLOG,
         DOUBTFUL_UPLOAD},
        {"2", "1970-01-01 14:00:00", "2021-05-18 16:00:00", "2021-05-18 16:00:00", PUNCH_BACKLOG,
         DOUBTFUL_UPLOAD},
        /* A clock that runs years ahead. */
        {"3", "2031-05-17 07:00:00", "2021-05-17 07:40:00", "2021-05-17 07:40:00", 0,
         DOUBTFUL_LIVE},
    };
    struct office *o = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(derived_close) struct derived *derived = NULL;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    struct doubtful_punch *punches = NULL;
    size_t count = 0;

    office_small(o);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        send(o, cases[i].pin, cases[i].shown, cases[i].received, cases[i].flags);
    }
    office_follow(o, "2021-05-18 17:00:00");
    derived = office_derived(o);
    picture = office_picture(o);
    assert_rc(RC_OK, doubtful_list(derived, picture, mem, &punches, &count));
    assert_int_equal(count, COUNT_OF(cases));
    for (size_t i = 0; i < count; i++) {
        size_t k = 0;

        while (at(cases[k].shown) != punches[i].punch.moment) {
            k++;
        }
        assert_string_equal(moment_text(punches[i].proposed_moment).s, cases[k].proposed);
        assert_int_equal(punches[i].basis, cases[k].basis);
        assert_true(text_equal(text_of(cases[k].pin), punches[i].punch.pin));
        assert_true(punches[i].person != NONE);
        assert_ptr_equal(doubtful_find(punches, count, punches[i].position), &punches[i]);
    }
    assert_null(doubtful_find(punches, count, 1));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(what_the_clock_was_off_by_gives_the_true_time),
    };

    return cmocka_run_group_tests_name("doubtful", tests, NULL, NULL);
}
