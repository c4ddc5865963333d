#include "rules/verdict.h"

#include "base/test.h"
#include "rules/balance.h"

#include <stdlib.h>

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

/* "07:44" or "07:44:08", counted from the midnight of monday; "31:00" is 7 on tuesday. */
static int64_t moment_read(struct text clock)
{
    struct text rest = clock;
    int64_t hour = 0, minute = 0, second = 0;

    assert_true(text_int(text_cut(&rest, ':'), &hour));
    assert_true(text_int(text_cut(&rest, ':'), &minute));
    if (rest.at) assert_true(text_int(rest, &second));
    return moment_of(monday, (int)(hour * 3600 + minute * 60 + second));
}

static int64_t at(const char *clock)
{
    return moment_read(text_of(clock));
}

/* The usual Monday at an office. */
static struct duty office_duty(void)
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

/* "07:25 16:02", also as a list of moments. */
static struct presence presence_listed(const char *clocks, int64_t moments[PUNCHES_MAX])
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

static struct presence presence_of(const char *clocks)
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

static void assert_moment(int64_t moment, const char *clock)
{
    assert_int_equal(moment, clock[0] ? at(clock) : MOMENT_NONE);
}

static void assert_verdict(const struct duty *duty,
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

static void assert_verdicts(const struct duty *duty,
                            const struct coverage *coverage,
                            const struct expectation *expected,
                            size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_verdict(duty, coverage, &expected[i]);
    }
}

static void somebody_is_late_from_the_first_full_minute(void **state)
{
    static const struct expectation expected[] = {
        {"06:00", "08:00", "on_time", "punch_in_time", "06:00", "", 0, 0, 0},
        {"07:30:00", "08:00", "on_time", "punch_in_time", "07:30", "", 0, 0, 0},
        {"07:30:59", "08:00", "on_time", "punch_in_time", "07:30:59", "", 0, 0, 0},
        {"07:31:00", "08:00", "late", "punch_late", "07:31", "", 1, 0, 0},
        {"07:44:08", "08:00", "late", "punch_late", "07:44:08", "", 14, 0, 0},
        {"11:44:59", "12:00", "late", "punch_late", "11:44:59", "", 254, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void a_tolerance_is_counted_in_full_minutes(void **state)
{
    static const struct expectation expected[] = {
        {"07:45:59", "08:00", "on_time", "punch_in_time", "07:45:59", "", 0, 0, 0},
        {"07:46:00", "08:00", "late", "punch_late", "07:46", "", 16, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.tolerance_minutes = 15;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void nobody_is_called_unexplained_before_the_day_has_closed(void **state)
{
    static const struct expectation expected[] = {
        {"", "05:59:59", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "06:00:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "12:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "19:59:59", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "20:00:00", "unexplained", "closed", "", "", 0, 0, 0},
        {"", "48:00", "unexplained", "closed", "", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void while_a_terminal_is_silent_nobody_there_is_known_to_be_missing(void **state)
{
    static const struct coverage silent = {.silent = true};
    static const struct coverage unmapped = {.delivered = true, .unmapped = true};
    static const struct coverage late_delivery = {0};
    static const struct expectation in_silence[] = {
        {"", "05:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "07:12", "unknown", "terminal_silent", "", "", 0, 0, 0},
        {"", "20:00", "unknown", "terminal_silent", "", "", 0, 0, 0},
        {"07:29", "08:00", "on_time", "punch_in_time", "07:29", "", 0, 0, 0},
    };
    static const struct expectation with_unmapped[] = {
        {"", "05:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "08:00", "unknown", "pin_unmapped", "", "", 0, 0, 0},
        {"", "21:00", "unknown", "pin_unmapped", "", "", 0, 0, 0},
        {"07:40", "21:00", "late", "punch_late", "07:40", "", 10, 0, FLAG_MISSING_OUT},
    };
    static const struct expectation undelivered[] = {
        {"", "08:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "20:00", "unknown", "not_delivered", "", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &silent, in_silence, COUNT_OF(in_silence));
    assert_verdicts(&duty, &unmapped, with_unmapped, COUNT_OF(with_unmapped));
    assert_verdicts(&duty, &late_delivery, undelivered, COUNT_OF(undelivered));
}

/* A terminal that went dark after it delivered cannot undo a past day. */
static void silence_after_delivery_does_not_reopen_a_closed_day(void **state)
{
    static const struct coverage dark_now = {.silent = true, .delivered = true};
    static const struct expectation expected = {"", "72:00", "unexplained", "closed", "", "", 0,
                                                0,  0};
    struct duty duty = office_duty();

    (void)state;
    assert_verdict(&duty, &dark_now, &expected);
}

static void the_last_punch_after_the_middle_of_the_day_is_the_departure(void **state)
{
    static const struct expectation expected[] = {
        {"07:25 16:02", "16:10", "on_time", "punch_in_time", "07:25", "16:02", 0, 0, 0},
        {"07:25 12:05 13:01 16:02", "21:00", "on_time", "punch_in_time", "07:25", "16:02", 0, 0, 0},
        {"07:25 07:26 07:27", "21:00", "on_time", "punch_in_time", "07:25", "", 0, 0,
         FLAG_MISSING_OUT},
        {"07:25 11:44", "21:00", "on_time", "punch_in_time", "07:25", "", 0, 0, FLAG_MISSING_OUT},
        {"07:25 11:45", "21:00", "on_time", "punch_in_time", "07:25", "11:45", 0, 255,
         FLAG_EARLY_LEAVE},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void leaving_early_is_said_only_when_the_window_has_closed(void **state)
{
    static const struct coverage undelivered = {0};
    static const struct expectation expected[] = {
        {"07:25 15:00", "15:30", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25 15:00", "16:30", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25 15:00", "20:00", "on_time", "punch_in_time", "07:25", "15:00", 0, 60,
         FLAG_EARLY_LEAVE},
        {"07:25 15:59:00", "20:00", "on_time", "punch_in_time", "07:25", "15:59", 0, 1,
         FLAG_EARLY_LEAVE},
        {"07:25 15:59:01", "20:00", "on_time", "punch_in_time", "07:25", "15:59:01", 0, 0, 0},
        {"07:25", "19:59:59", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
        {"07:25", "20:00", "on_time", "punch_in_time", "07:25", "", 0, 0, FLAG_MISSING_OUT},
    };
    static const struct expectation held_back[] = {
        {"07:25 15:00", "20:00", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25", "20:00", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
    assert_verdicts(&duty, &undelivered, held_back, COUNT_OF(held_back));
}

/* An inspection closes the day at 15:00; nobody has left early by then. */
static void an_early_closing_does_not_make_leaving_early(void **state)
{
    static const struct expectation expected[] = {
        {"", "15:00", "unexplained", "closed", "", "", 0, 0, 0},
        {"07:25", "15:00", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
        {"15:20", "15:30", "missing_in", "punch_leaving", "", "15:20", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.closing = at("15:00");
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void punches_only_at_the_end_of_the_day_mean_a_missing_arrival(void **state)
{
    static const struct expectation expected[] = {
        {"16:01", "16:10", "missing_in", "punch_leaving", "", "16:01", 0, 0, 0},
        {"16:01 16:02 17:00:59", "17:10", "missing_in", "punch_leaving", "", "17:00:59", 0, 0, 0},
        {"11:45", "12:00", "missing_in", "punch_leaving", "", "11:45", 0, 0, 0},
        {"15:01", "20:00", "missing_in", "punch_leaving", "", "15:01", 0, 59, FLAG_EARLY_LEAVE},
        {"12:00 13:00", "16:10", "late", "punch_late", "12:00", "13:00", 270, 0, 0},
        {"12:00 12:59:59", "16:10", "missing_in", "punch_leaving", "", "12:59:59", 0, 0, 0},
        {"12:30 16:02", "20:00", "late", "punch_late", "12:30", "16:02", 300, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

/* Two presses around the middle of the day are one visit, no early departure. */
static void two_presses_of_one_visit_are_no_departure(void **state)
{
    static const struct expectation expected[] = {
        {"11:44:58 11:45:03", "21:00", "late", "punch_late", "11:44:58", "", 254, 0,
         FLAG_MISSING_OUT},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void every_kind_of_leave_has_its_state(void **state)
{
    static const struct {
        const char *leave;
        const char *state;
    } expected[] = {{"leave", "leave"},
                    {"sick", "sick"},
                    {"permit", "permit"},
                    {"duty_travel", "duty_travel"},
                    {"study", "study"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        struct expectation early = {"", "05:00", expected[i].state, "leave", "", "", 0, 0, 0};
        struct expectation late = {"", "21:00", expected[i].state, "leave", "", "", 0, 0, 0};
        static const struct coverage silent = {.silent = true};
        struct duty duty = office_duty();

        assert_true(leave_parse(text_of(expected[i].leave), &duty.leave));
        assert_verdict(&duty, &delivered, &early);
        assert_verdict(&duty, &silent, &late);
    }
    assert_false(leave_parse(TEXT(""), &(enum leave){LEAVE_NONE}));
    assert_false(leave_parse(TEXT("holiday"), &(enum leave){LEAVE_NONE}));
}

/* Whoever came in was there; but somebody on leave owes no hours. */
static void a_punch_wins_over_leave(void **state)
{
    static const struct expectation expected[] = {
        {"07:20", "21:00", "on_time", "punch_in_time", "07:20", "", 0, 0, 0},
        {"09:00 11:50", "21:00", "late", "punch_late", "09:00", "11:50", 90, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.leave = LEAVE_PERMIT;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void on_a_free_day_a_punch_is_noted_and_counts_for_nothing(void **state)
{
    static const struct expectation expected[] = {
        {"", "12:00", "off", "duty", "", "", 0, 0, 0},
        {"08:00", "12:00", "off", "duty", "08:00", "", 0, 0, 0},
        {"08:00 15:00", "48:00", "off", "duty", "08:00", "15:00", 0, 0, 0},
    };
    struct duty duty;

    (void)state;
    duty_of(&(struct duty_request){.day = monday,
                                   .active = true,
                                   .leave = LEAVE_STUDY,
                                   .pattern = &office,
                                   .calendar = {.kind = CALENDAR_HOLIDAY}},
            &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void where_a_rule_is_missing_the_day_is_unknown_whatever_the_punches(void **state)
{
    static const struct expectation expected[] = {
        {"", "05:00", "unknown", "duty_unknown", "", "", 0, 0, 0},
        {"", "48:00", "unknown", "duty_unknown", "", "", 0, 0, 0},
        {"07:20 16:05", "48:00", "unknown", "duty_unknown", "07:20", "16:05", 0, 0, 0},
        {"09:20", "48:00", "unknown", "duty_unknown", "09:20", "", 0, 0, 0},
    };
    static const struct expectation on_leave = {"", "48:00", "sick", "leave", "", "", 0, 0, 0};
    struct duty_request request = {
        .day = monday, .active = true, .pattern = &office, .calendar = {.kind = CALENDAR_UNKNOWN}};
    struct duty duty;

    (void)state;
    duty_of(&request, &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
    request.leave = LEAVE_SICK;
    duty_of(&request, &duty);
    assert_verdict(&duty, &delivered, &on_leave);
}

static void a_punch_under_review_keeps_the_person_unknown(void **state)
{
    struct duty duty = office_duty();
    struct presence presence = {.flags = FLAG_TIME};
    struct verdict verdict;

    (void)state;
    verdict_of(&duty, &presence, &delivered, at("21:00"), &verdict);
    assert_int_equal(verdict.state, STATE_UNKNOWN);
    assert_string_equal(because_word(verdict.because), "punch_under_review");
    verdict_of(&duty, &presence, &delivered, at("05:00"), &verdict);
    assert_int_equal(verdict.state, STATE_NOT_DUE);

    presence_add(&presence, at("07:20"), FLAG_OFFLINE);
    verdict_of(&duty, &presence, &delivered, at("12:00"), &verdict);
    assert_int_equal(verdict.state, STATE_ON_TIME);
    assert_int_equal(verdict.flags, FLAG_TIME | FLAG_OFFLINE);
}

static void a_night_shift_is_judged_across_midnight(void **state)
{
    static const struct expectation expected[] = {
        {"", "19:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "26:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"20:50 31:10", "36:00", "on_time", "punch_in_time", "20:50", "31:10", 0, 0, 0},
        {"21:20 31:10", "36:00", "late", "punch_late", "21:20", "31:10", 20, 0, 0},
        {"24:30 30:00", "36:00", "late", "punch_late", "24:30", "30:00", 210, 60, FLAG_EARLY_LEAVE},
        {"31:10", "36:00", "missing_in", "punch_leaving", "", "31:10", 0, 0, 0},
        {"", "35:00", "unexplained", "closed", "", "", 0, 0, 0},
    };
    struct roster_shift malam = {.shift = TEXT("malam")};
    struct duty duty;

    (void)state;
    duty_of(
        &(struct duty_request){.day = monday, .active = true, .pattern = &office, .roster = &malam},
        &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

/* Pairs: the sum of the stays counts, and an open one has no departure. */
static void paired_punches_add_up_the_time_inside(void **state)
{
    static const struct {
        const char *punches;
        const char *last_out;
        int inside_minutes;
        uint32_t flags;
    } expected[] = {
        {"07:25 12:00 13:00 16:05", "16:05", 275 + 185, 0},
        {"07:25 12:00 13:00", "", 275, FLAG_MISSING_OUT},
        {"07:25 07:25:30 12:00 12:00:59", "12:00", 275, FLAG_EARLY_LEAVE},
        {"07:25 10:00", "10:00", 155, FLAG_EARLY_LEAVE},
        {"07:25", "", 0, FLAG_MISSING_OUT},
        {"16:05", "16:05", 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.pairing = PAIRING_PAIRS;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        int64_t moments[PUNCHES_MAX];
        struct presence presence = presence_listed(expected[i].punches, moments);
        struct verdict verdict;

        verdict_of(&duty, &presence, &delivered, at("21:00"), &verdict);
        assert_moment(verdict.last_out, expected[i].last_out);
        assert_int_equal(verdict.inside_minutes, expected[i].inside_minutes);
        assert_int_equal(verdict.flags, expected[i].flags);
    }
}

static void the_mode_goes_across_the_states(void **state)
{
    struct duty duty = office_duty();
    struct presence none = {0};
    struct verdict verdict;

    (void)state;
    duty.mode = MODE_WFH;
    verdict_of(&duty, &none, &delivered, at("08:00"), &verdict);
    assert_int_equal(verdict.state, STATE_WAITING);
    assert_string_equal(mode_word(verdict.mode), "WFH");
}

/* --- properties --------------------------------------------------------- */

static void assert_same(const struct verdict *a, const struct verdict *b)
{
    assert_int_equal(a->state, b->state);
    assert_int_equal(a->because, b->because);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->first_in, b->first_in);
    assert_int_equal(a->last_out, b->last_out);
    assert_int_equal(a->late_minutes, b->late_minutes);
    assert_int_equal(a->early_minutes, b->early_minutes);
}

static void the_order_in_which_punches_arrive_does_not_matter(void **state)
{
    enum { ROUNDS = 2000 };
    struct duty duty = office_duty();
    unsigned short seed[3] = {2021, 5, 17};

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        size_t count = (size_t)(nrand48(seed) % PUNCHES_MAX) + 1;
        int64_t moments[PUNCHES_MAX];
        uint32_t flags[PUNCHES_MAX];
        struct presence forward = {0}, shuffled = {0};
        struct verdict a, b;
        int64_t now = duty.window_from + nrand48(seed) % (16 * hour_seconds);

        for (size_t i = 0; i < count; i++) {
            moments[i] = duty.window_from + nrand48(seed) % (14 * hour_seconds);
            flags[i] = nrand48(seed) % 4 == 0 ? FLAG_OFFLINE : 0;
            presence_add(&forward, moments[i], flags[i]);
        }
        for (size_t left = count; left > 0; left--) {
            size_t pick = (size_t)nrand48(seed) % left;

            presence_add(&shuffled, moments[pick], flags[pick]);
            moments[pick] = moments[left - 1];
            flags[pick] = flags[left - 1];
        }
        verdict_of(&duty, &forward, &delivered, now, &a);
        verdict_of(&duty, &shuffled, &delivered, now, &b);
        assert_same(&a, &b);
    }
}

/* A person of the simulated government. */
struct citizen {
    struct duty duty;
    struct presence presence;
    struct coverage coverage;
    int64_t punches[3];
    int64_t learned_at[3]; /* when the server learns of them */
    size_t punch_count;
    struct verdict verdict;
};

static void invent(struct citizen *person, unsigned short seed[3])
{
    struct roster_shift malam = {.shift = TEXT("malam")};
    struct duty_request request = {
        .day = monday,
        .active = nrand48(seed) % 20 != 0,
        .mode = nrand48(seed) % 3 == 0 ? MODE_WFH : MODE_WFO,
        .leave = nrand48(seed) % 8 == 0 ? (enum leave)(nrand48(seed) % LEAVE_COUNT) : LEAVE_NONE,
        .pattern = &office,
        .roster = nrand48(seed) % 6 == 0 ? &malam : NULL,
        .calendar = {.kind = nrand48(seed) % 12 == 0 ? CALENDAR_UNKNOWN : CALENDAR_WORKDAY},
    };

    *person = (struct citizen){0};
    duty_of(&request, &person->duty);
    person->coverage.unmapped = nrand48(seed) % 15 == 0;
    person->punch_count = (size_t)(nrand48(seed) % 4);
    for (size_t i = 0; i < person->punch_count; i++) {
        int64_t width = person->duty.window_to - person->duty.window_from;

        person->punches[i] = person->duty.window_from + nrand48(seed) % width;
        person->learned_at[i] = person->punches[i] + nrand48(seed) % 7200;
    }
}

/* One second passes for one person: contact changes, punches arrive. */
static void live(struct citizen *person, int64_t now, bool silent)
{
    person->coverage.silent = silent;
    if (!silent && now >= person->duty.closing) person->coverage.delivered = true;
    for (size_t i = 0; i < person->punch_count; i++) {
        if (person->learned_at[i] == now) presence_add(&person->presence, person->punches[i], 0);
    }
}

/* Where time alone cannot lead: nobody falls back from a known presence, and
 * "unexplained" is never said before closing or without delivery. */
static void assert_sound(const struct citizen *person, const struct verdict *next, int64_t now)
{
    if (next->state == STATE_UNEXPLAINED) {
        assert_true(now >= person->duty.closing);
        assert_true(person->coverage.delivered);
        assert_false(person->coverage.unmapped);
        assert_int_equal(person->presence.count, 0);
    }
    if (state_class_of(person->verdict.state) == STATE_CLASS_PRESENT) {
        assert_int_equal(state_class_of(next->state), STATE_CLASS_PRESENT);
    }
}

static void the_balance_closes_at_every_second_of_a_day(void **state)
{
    enum { PEOPLE = 60, HOURS = 36 };
    static struct citizen people[PEOPLE];
    struct balance balance = {0};
    unsigned short seed[3] = {57, 89, 17};
    int64_t midnight = moment_of(monday, 0);
    bool silent = false;

    (void)state;
    for (size_t i = 0; i < PEOPLE; i++) {
        invent(&people[i], seed);
        verdict_of(&people[i].duty, &people[i].presence, &people[i].coverage, midnight,
                   &people[i].verdict);
        balance_enter(&balance, people[i].verdict.state, people[i].verdict.mode);
    }
    for (int64_t now = midnight; now < midnight + HOURS * hour_seconds; now++) {
        struct balance counted = {0};

        if (nrand48(seed) % 3600 == 0) silent = !silent;
        for (size_t i = 0; i < PEOPLE; i++) {
            struct citizen *person = &people[i];
            struct verdict next;

            live(person, now, silent);
            verdict_of(&person->duty, &person->presence, &person->coverage, now, &next);
            assert_sound(person, &next, now);
            balance_leave(&balance, person->verdict.state, person->verdict.mode);
            balance_enter(&balance, next.state, next.mode);
            balance_enter(&counted, next.state, next.mode);
            person->verdict = next;
        }
        if (balance_strength(&balance) != PEOPLE || !balance_equal(&balance, &counted)) {
            fail_msg("the balance is open at second %d", (int)(now - midnight));
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_is_late_from_the_first_full_minute),
        cmocka_unit_test(a_tolerance_is_counted_in_full_minutes),
        cmocka_unit_test(nobody_is_called_unexplained_before_the_day_has_closed),
        cmocka_unit_test(while_a_terminal_is_silent_nobody_there_is_known_to_be_missing),
        cmocka_unit_test(silence_after_delivery_does_not_reopen_a_closed_day),
        cmocka_unit_test(the_last_punch_after_the_middle_of_the_day_is_the_departure),
        cmocka_unit_test(leaving_early_is_said_only_when_the_window_has_closed),
        cmocka_unit_test(an_early_closing_does_not_make_leaving_early),
        cmocka_unit_test(punches_only_at_the_end_of_the_day_mean_a_missing_arrival),
        cmocka_unit_test(two_presses_of_one_visit_are_no_departure),
        cmocka_unit_test(every_kind_of_leave_has_its_state),
        cmocka_unit_test(a_punch_wins_over_leave),
        cmocka_unit_test(on_a_free_day_a_punch_is_noted_and_counts_for_nothing),
        cmocka_unit_test(where_a_rule_is_missing_the_day_is_unknown_whatever_the_punches),
        cmocka_unit_test(a_punch_under_review_keeps_the_person_unknown),
        cmocka_unit_test(a_night_shift_is_judged_across_midnight),
        cmocka_unit_test(paired_punches_add_up_the_time_inside),
        cmocka_unit_test(the_mode_goes_across_the_states),
        cmocka_unit_test(the_order_in_which_punches_arrive_does_not_matter),
        cmocka_unit_test(the_balance_closes_at_every_second_of_a_day),
    };

    return cmocka_run_group_tests_name("verdict", tests, NULL, NULL);
}
