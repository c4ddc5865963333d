/* verdict_fixture_test.h - an office, its usual Monday, and what is expected of a
 * verdict, for the tests of verdicts. */
#pragma once

#include "base/test.h"
#include "rules/verdict.h"

static const struct day monday = {2021, 5, 17};

static const struct pattern office = {
    .before_minutes = 90,
    .after_minutes = 240,
    .closing_minute = PATTERN_CLOSING_WINDOW,
    .in_until_minute = PATTERN_IN_UNTIL_MIDDLE,
    .week = {[MONDAY] = {.works = true, .start_minute = 450, .end_minute = 960}},
    .shifts = {{.code = {"malam", 5}, .works = true, .start_minute = 1260, .end_minute = 1860}},
    .shift_count = 1,
};

enum { PUNCHES_MAX = 8 };

static const int64_t hour_seconds = 3600;

/* The usual Monday at an office. */
static inline struct duty office_duty(void)
{
    struct duty duty;

    duty_of(&(struct duty_request){.day = monday,
                                   .active = true,
                                   .pattern = &office,
                                   .calendar = {.kind = CALENDAR_WORKDAY}},
            &duty);
    return duty;
}

static const struct coverage delivered = {.delivered = true};

/* "07:44" or "07:44:08", counted from the midnight of monday; "31:00" is 7 on tuesday. */
static inline int64_t moment_read(struct text clock)
{
    struct text rest = clock;
    int64_t hour = 0, minute = 0, second = 0;

    assert_true(text_int(text_cut(&rest, ':'), &hour));
    assert_true(text_int(text_cut(&rest, ':'), &minute));
    if (rest.at) assert_true(text_int(rest, &second));
    return moment_of(monday, (int)(hour * 3600 + minute * 60 + second));
}

static inline int64_t at(const char *clock)
{
    return moment_read(text_of(clock));
}

/* "07:25 16:02", also as a list of moments. */
static inline struct presence presence_listed(const char *clocks, int64_t moments[PUNCHES_MAX])
{
    struct presence presence = {.moments = moments};
    struct text rest = text_of(clocks);

    while (rest.at && rest.bytes > 0) {
        assert_true(presence.count < PUNCHES_MAX);
        moments[presence.count] = moment_read(text_cut(&rest, ' '));
        presence_add(&presence, moments[presence.count], 0);
    }
    return presence;
}

static inline struct presence presence_of(const char *clocks)
{
    int64_t moments[PUNCHES_MAX];
    struct presence presence = presence_listed(clocks, moments);

    presence.moments = NULL;
    return presence;
}

struct expectation {
    const char *punches;
    const char *now;
    const char *state;
    const char *because;
    const char *first_in; /* "": none */
    const char *last_out;
    int late_minutes;
    int early_minutes;
    uint32_t flags;
};

static inline void assert_moment(int64_t moment, const char *clock)
{
    assert_int_equal(moment, clock[0] ? at(clock) : MOMENT_NONE);
}

static inline void assert_verdict(const struct duty *duty,
                                  const struct coverage *coverage,
                                  const struct expectation *expected)
{
    struct presence presence = presence_of(expected->punches);
    struct verdict verdict;

    verdict_of(duty, &presence, coverage, at(expected->now), &verdict);
    assert_string_equal(state_word(verdict.state), expected->state);
    assert_string_equal(because_word(verdict.because), expected->because);
    assert_moment(verdict.first_in, expected->first_in);
    assert_moment(verdict.last_out, expected->last_out);
    assert_int_equal(verdict.late_minutes, expected->late_minutes);
    assert_int_equal(verdict.early_minutes, expected->early_minutes);
    assert_int_equal(verdict.flags, expected->flags);
}

static inline void assert_verdicts(const struct duty *duty,
                                   const struct coverage *coverage,
                                   const struct expectation *expected,
                                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_verdict(duty, coverage, &expected[i]);
    }
}
