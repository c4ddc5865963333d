#include "attendance/punch.h"

#include "base/day.h"
#include "base/test.h"

static struct punch example(void)
{
    return (struct punch){.terminal = TEXT("OGX1"),
                          .pin = TEXT("0042"),
                          .extra = TEXT("0\t36.6"),
                          .moment = moment_of((struct day){2021, 5, 17}, 7 * 3600 + 44),
                          .received_at_ms = 1621212284123,
                          .offset_minutes = 420,
                          .status = PUNCH_STATUS_UNDEFINED,
                          .verify = 65535,
                          .source = PUNCH_FROM_TERMINAL,
                          .flags = PUNCH_BACKLOG};
}

static void what_is_encoded_is_read_back(void **state)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct punch punch = example(), read;

    (void)state;
    punch.offset_minutes = -210;
    buf_init(&body, 4096);
    punch_encode(&punch, &body);
    assert_true(punch_decode(buf_text(&body), &read));
    assert_text("OGX1", read.terminal);
    assert_text("0042", read.pin);
    assert_text("0\t36.6", read.extra);
    assert_int_equal(read.moment, punch.moment);
    assert_int_equal(read.received_at_ms, punch.received_at_ms);
    assert_int_equal(read.offset_minutes, -210);
    assert_int_equal(read.status, 255);
    assert_int_equal(read.verify, 65535);
    assert_int_equal(read.source, PUNCH_FROM_TERMINAL);
    assert_int_equal(read.flags, PUNCH_BACKLOG);
    assert_false(read.stored);
}

static void a_body_that_was_cut_or_lengthened_is_no_punch(void **state)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct punch punch = example(), read = {.status = 7};

    (void)state;
    buf_init(&body, 4096);
    punch_encode(&punch, &body);
    for (size_t bytes = 0; bytes < body.bytes; bytes++) {
        assert_false(punch_decode((struct text){body.at, bytes}, &read));
    }
    buf_add_char(&body, 'x');
    assert_false(punch_decode(buf_text(&body), &read));
    assert_int_equal(read.status, 7);
}

/* Change one byte of a body at a time: whatever is still taken for a punch has
 * values that everything behind may rely on. */
static void an_altered_body_is_no_punch_or_a_possible_one(void **state)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct punch punch = example(), read;

    (void)state;
    buf_init(&body, 4096);
    punch_encode(&punch, &body);
    for (size_t i = 0; i < body.bytes * 256; i++) {
        char kept = body.at[i / 256];

        body.at[i / 256] = (char)(i % 256);
        if (punch_decode(buf_text(&body), &read)) {
            assert_true(read.terminal.bytes <= SERIAL_BYTES_MAX);
            assert_true(read.pin.bytes <= PIN_BYTES_MAX);
            assert_true(day_is_valid(moment_day(read.moment)));
            assert_true(day_is_valid(day_from_number(punch_day(&read))));
        }
        body.at[i / 256] = kept;
    }
}

static bool same(const struct punch *a, const struct punch *b)
{
    struct set128_key of_a = punch_key(a), of_b = punch_key(b);

    return of_a.high == of_b.high && of_a.low == of_b.low;
}

static void each_of_the_five_parts_makes_it_another_punch(void **state)
{
    struct punch punch = example(), others[5];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        others[i] = punch;
    }
    others[0].terminal = TEXT("OGX2");
    others[1].pin = TEXT("042");
    others[2].moment++;
    others[3].status = 0;
    others[4].verify = 15;
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        assert_false(same(&punch, &others[i]));
    }
}

static void texts_cannot_run_into_each_other(void **state)
{
    struct punch a = example(), b = example();

    (void)state;
    a.terminal = TEXT("OG");
    a.pin = TEXT("X11");
    b.terminal = TEXT("OGX");
    b.pin = TEXT("11");
    assert_false(same(&a, &b));
    a.terminal = b.terminal = (struct text){NULL, 0};
    a.pin = b.pin = (struct text){NULL, 0};
    assert_true(same(&a, &b));
}

static void when_and_how_it_came_does_not_make_it_another(void **state)
{
    struct punch punch = example(), again = example();

    (void)state;
    again.received_at_ms += 86400000;
    again.flags = PUNCH_TIME;
    again.extra = TEXT("");
    again.offset_minutes = 480;
    again.source = PUNCH_FROM_FILE;
    assert_true(same(&punch, &again));
}

static void a_time_is_doubtful_before_2015_and_a_day_ahead(void **state)
{
    static const struct {
        const char *wall;
        unsigned flags;
    } cases[] = {
        {"2014-12-31 23:59:59", PUNCH_TIME}, {"2015-01-01 00:00:00", 0},
        {"2021-05-17 07:00:00", 0},          {"2021-05-18 07:00:00", 0},
        {"2021-05-18 07:00:01", PUNCH_TIME}, {"2000-01-01 00:00:00", PUNCH_TIME},
        {"2199-12-31 23:59:59", PUNCH_TIME},
    };
    int64_t received_at_ms = instant_of_moment(moment_of((struct day){2021, 5, 17}, 25200), 420);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t moment = 0;

        assert_true(moment_parse(text_of(cases[i].wall), &moment));
        assert_int_equal(punch_time_flags(moment, received_at_ms, 420), cases[i].flags);
    }
}

static void a_doubtful_punch_is_filed_under_the_day_it_was_received(void **state)
{
    struct punch punch = example();

    (void)state;
    punch.moment = moment_of((struct day){2000, 1, 1}, 60);
    assert_int_equal(punch_day(&punch), day_number((struct day){2000, 1, 1}));
    punch.flags = PUNCH_TIME;
    punch.received_at_ms = instant_of_moment(moment_of((struct day){2021, 5, 17}, 60), 420);
    assert_int_equal(punch_day(&punch), day_number((struct day){2021, 5, 17}));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_encoded_is_read_back),
        cmocka_unit_test(a_body_that_was_cut_or_lengthened_is_no_punch),
        cmocka_unit_test(an_altered_body_is_no_punch_or_a_possible_one),
        cmocka_unit_test(each_of_the_five_parts_makes_it_another_punch),
        cmocka_unit_test(texts_cannot_run_into_each_other),
        cmocka_unit_test(when_and_how_it_came_does_not_make_it_another),
        cmocka_unit_test(a_time_is_doubtful_before_2015_and_a_day_ahead),
        cmocka_unit_test(a_doubtful_punch_is_filed_under_the_day_it_was_received),
    };

    return cmocka_run_group_tests_name("punch", tests, NULL, NULL);
}
