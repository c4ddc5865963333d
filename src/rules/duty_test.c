#include "rules/duty.h"

#include "base/test.h"

static const struct pattern office = {
    .before_minutes = 90,
    .after_minutes = 240,
    .closing_minute = PATTERN_CLOSING_WINDOW,
    .in_until_minute = PATTERN_IN_UNTIL_MIDDLE,
    .week = {[MONDAY] = {.works = true, .start_minute = 450, .end_minute = 960},
             [FRIDAY] = {.works = true, .start_minute = 450, .end_minute = 990}},
};

/* Hospital shifts, a guard of 24 hours, and a short one for overlaps. */
static const struct pattern hospital = {
    .duty = PATTERN_ROSTER,
    .before_minutes = 90,
    .after_minutes = 240,
    .closing_minute = PATTERN_CLOSING_WINDOW,
    .in_until_minute = PATTERN_IN_UNTIL_MIDDLE,
    .shifts = {{.code = {"pagi", 4}, .works = true, .start_minute = 420, .end_minute = 840},
               {.code = {"malam", 5}, .works = true, .start_minute = 1260, .end_minute = 1860},
               {.code = {"jaga", 4}, .works = true, .start_minute = 480, .end_minute = 1920}},
    .shift_count = 3,
};

static const struct day sunday = {2021, 5, 16};
static const struct day monday = {2021, 5, 17};
static const struct day tuesday = {2021, 5, 18};
static const struct day friday = {2021, 5, 21};

static int64_t at(struct day day, int hour, int minute)
{
    return moment_of(day, (hour * 60 + minute) * 60);
}

static struct duty duty_from(struct duty_request request)
{
    struct duty duty;

    duty_of(&request, &duty);
    return duty;
}

static struct duty office_duty(struct day day, enum calendar_kind kind)
{
    return duty_from((struct duty_request){
        .day = day, .active = true, .pattern = &office, .calendar = {.kind = kind}});
}

/* `shift` NULL: the roster says off. */
static struct duty shift_duty(struct day day, const char *shift)
{
    struct roster_shift roster = {.shift = text_of(shift), .reference = TEXT("Jadwal Mei")};

    return duty_from((struct duty_request){.day = day,
                                           .active = true,
                                           .pattern = &hospital,
                                           .roster = &roster,
                                           .calendar = {.kind = CALENDAR_HOLIDAY}});
}

static void the_reason_says_why_somebody_is_expected_or_not(void **state)
{
    struct roster_shift malam = {.shift = TEXT("malam")};
    struct roster_shift off = {.shift = TEXT("")};
    struct roster_shift sore = {.shift = TEXT("sore")};
    const struct calendar_answer work = {.kind = CALENDAR_WORKDAY};
    const struct calendar_answer holiday = {.kind = CALENDAR_HOLIDAY};
    const struct calendar_answer joint = {.kind = CALENDAR_JOINT_LEAVE};
    const struct calendar_answer unknown = {.kind = CALENDAR_UNKNOWN};
    const struct {
        struct duty_request request;
        const char *word;
        enum duty_expects expects;
    } expected[] = {
        {{monday, true, 0, 0, {0}, &office, NULL, work}, "pattern", DUTY_EXPECTS_WORK},
        {{sunday, true, 0, 0, {0}, &office, NULL, work}, "weekend", DUTY_EXPECTS_OFF},
        {{monday, true, 0, 0, {0}, &office, NULL, holiday}, "holiday", DUTY_EXPECTS_OFF},
        {{monday, true, 0, 0, {0}, &office, NULL, joint}, "joint_leave", DUTY_EXPECTS_OFF},
        {{monday, true, 0, 0, {0}, &office, NULL, unknown}, "no_calendar", DUTY_EXPECTS_UNKNOWN},
        {{sunday, true, 0, 0, {0}, &office, NULL, unknown}, "weekend", DUTY_EXPECTS_OFF},
        {{monday, false, 0, 0, {0}, &office, NULL, work}, "not_active", DUTY_EXPECTS_OFF},
        {{monday, false, 0, 0, {0}, NULL, NULL, unknown}, "not_active", DUTY_EXPECTS_OFF},
        {{monday, true, 0, 0, {0}, NULL, NULL, work}, "no_pattern", DUTY_EXPECTS_UNKNOWN},
        {{monday, true, 0, 0, {0}, &hospital, NULL, work}, "no_roster", DUTY_EXPECTS_UNKNOWN},
        {{sunday, true, 0, 0, {0}, &hospital, &malam, holiday}, "roster", DUTY_EXPECTS_WORK},
        {{monday, true, 0, 0, {0}, &hospital, &malam, unknown}, "roster", DUTY_EXPECTS_WORK},
        {{monday, true, 0, 0, {0}, &hospital, &off, work}, "off_shift", DUTY_EXPECTS_OFF},
        {{monday, true, 0, 0, {0}, &hospital, &sore, work}, "no_shift", DUTY_EXPECTS_UNKNOWN},
        {{monday, true, 0, 0, {0}, NULL, &malam, work}, "no_pattern", DUTY_EXPECTS_UNKNOWN},
        {{monday, true, 0, 0, {0}, &office, &off, work}, "off_shift", DUTY_EXPECTS_OFF},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        struct duty duty = duty_from(expected[i].request);

        assert_string_equal(duty_reason_word(duty.reason), expected[i].word);
        assert_int_equal(duty.expects, expected[i].expects);
        assert_true(duty_reason_indonesian(duty.reason)[0] != '\0');
        assert_true(duty_reason_english(duty.reason)[0] != '\0');
    }
}

static void an_office_day_counts_punches_from_six_to_eight_in_the_evening(void **state)
{
    struct duty duty = office_duty(monday, CALENDAR_WORKDAY);

    (void)state;
    assert_int_equal(duty.window_from, at(monday, 6, 0));
    assert_int_equal(duty.start, at(monday, 7, 30));
    assert_int_equal(duty.in_until, at(monday, 11, 45));
    assert_int_equal(duty.end, at(monday, 16, 0));
    assert_int_equal(duty.window_to, at(monday, 20, 0));
    assert_int_equal(duty.closing, at(monday, 20, 0));
    assert_int_equal(office_duty(friday, CALENDAR_WORKDAY).window_to, at(friday, 20, 30));
}

static void a_night_shift_belongs_to_the_day_it_began(void **state)
{
    struct duty duty = shift_duty(monday, "malam");

    (void)state;
    assert_int_equal(duty.window_from, at(monday, 19, 30));
    assert_int_equal(duty.start, at(monday, 21, 0));
    assert_int_equal(duty.in_until, at(tuesday, 2, 0));
    assert_int_equal(duty.end, at(tuesday, 7, 0));
    assert_int_equal(duty.window_to, at(tuesday, 11, 0));
    assert_true(duty_owns(&duty, at(tuesday, 7, 10)));
    assert_text("Jadwal Mei", duty.roster_reference);
}

static void a_fixed_closing_and_a_fixed_limit_of_arrival_are_kept(void **state)
{
    struct pattern pattern = office;
    struct duty_request request = {
        .day = monday, .active = true, .pattern = &pattern, .calendar = {.kind = CALENDAR_WORKDAY}};
    struct duty duty;

    (void)state;
    pattern.closing_minute = 15 * 60;
    pattern.in_until_minute = 10 * 60;
    duty_of(&request, &duty);
    assert_int_equal(duty.closing, at(monday, 15, 0));
    assert_int_equal(duty.in_until, at(monday, 10, 0));

    pattern.in_until_minute = 60;
    duty_of(&request, &duty);
    assert_int_equal(duty.in_until, duty.start);
    pattern.in_until_minute = 23 * 60;
    duty_of(&request, &duty);
    assert_int_equal(duty.in_until, duty.end);
}

static void a_closing_before_a_night_shift_is_meant_for_the_next_day(void **state)
{
    struct pattern pattern = hospital;
    struct roster_shift roster = {.shift = TEXT("malam")};
    struct duty duty;

    (void)state;
    pattern.closing_minute = 12 * 60;
    duty = duty_from((struct duty_request){
        .day = monday, .active = true, .pattern = &pattern, .roster = &roster});
    assert_int_equal(duty.closing, at(tuesday, 12, 0));
    pattern.closing_minute = 21 * 60;
    duty = duty_from((struct duty_request){
        .day = monday, .active = true, .pattern = &pattern, .roster = &roster});
    assert_int_equal(duty.closing, at(tuesday, 21, 0));
}

static void a_day_without_hours_is_the_civil_day(void **state)
{
    struct duty duty = office_duty(sunday, CALENDAR_WORKDAY);

    (void)state;
    assert_int_equal(duty.window_from, at(sunday, 0, 0));
    assert_int_equal(duty.window_to, at(monday, 0, 0));
    assert_null(duty.slot);
}

static void guards_of_24_hours_hand_over_in_the_middle(void **state)
{
    struct duty before = shift_duty(sunday, "jaga");
    struct duty duty = shift_duty(monday, "jaga");
    struct duty after = shift_duty(tuesday, "jaga");

    (void)state;
    duty_clip(&before, &duty, &after);
    assert_int_equal(duty.window_from, at(monday, 8, 0));
    assert_int_equal(duty.window_to, at(tuesday, 8, 0));
    assert_int_equal(duty.closing, at(tuesday, 8, 0));
}

static void a_night_before_a_morning_ends_between_the_two(void **state)
{
    struct duty night = shift_duty(monday, "malam");
    struct duty morning = shift_duty(tuesday, "pagi");

    (void)state;
    duty_clip(NULL, &night, &morning);
    assert_int_equal(night.window_to, at(tuesday, 7, 0));

    night = shift_duty(monday, "malam");
    morning = shift_duty(tuesday, "jaga");
    duty_clip(NULL, &night, &morning);
    assert_int_equal(night.window_to, at(tuesday, 7, 30));

    /* A guard that is relieved an hour before its end. */
    night = shift_duty(monday, "jaga");
    morning = shift_duty(tuesday, "pagi");
    duty_clip(&night, &morning, NULL);
    assert_int_equal(morning.window_from, at(tuesday, 7, 30));

    /* With rest between the shifts nothing has to give way. */
    night = shift_duty(monday, "malam");
    morning = shift_duty(tuesday, "malam");
    duty_clip(NULL, &night, &morning);
    assert_int_equal(night.window_to, at(tuesday, 11, 0));
}

static void a_free_day_gives_way_to_the_shifts_around_it(void **state)
{
    struct duty night = shift_duty(sunday, "malam");
    struct duty off = shift_duty(monday, NULL);
    struct duty early = shift_duty(tuesday, "pagi");
    struct pattern dawn_pattern = hospital;
    struct roster_shift pagi = {.shift = TEXT("pagi")};
    struct duty dawn;

    (void)state;
    duty_clip(&night, &off, &early);
    assert_int_equal(off.window_from, at(monday, 11, 0));
    assert_int_equal(off.window_to, at(tuesday, 0, 0));
    duty_clip(NULL, &night, &off);
    assert_int_equal(night.window_to, at(monday, 11, 0));

    dawn_pattern.shifts[0].start_minute = 30;
    dawn = duty_from((struct duty_request){
        .day = tuesday, .active = true, .pattern = &dawn_pattern, .roster = &pagi});
    off = shift_duty(monday, NULL);
    duty_clip(NULL, &off, &dawn);
    assert_int_equal(off.window_to, at(monday, 23, 0));
}

static void a_fixed_closing_before_the_border_is_not_moved(void **state)
{
    struct pattern pattern = hospital;
    struct roster_shift jaga = {.shift = TEXT("jaga")};
    struct duty_request request = {.active = true, .pattern = &pattern, .roster = &jaga};
    struct duty duty, next;

    (void)state;
    pattern.closing_minute = 12 * 60;
    request.day = monday;
    duty_of(&request, &duty);
    request.day = tuesday;
    duty_of(&request, &next);
    duty_clip(NULL, &duty, &next);
    assert_int_equal(duty.window_to, at(tuesday, 8, 0));
    assert_int_equal(duty.closing, at(monday, 12, 0));
}

enum { DAYS = 4 };

/* The duties of four days by a roster, as they are and with their borders drawn. */
static void draw(size_t roster, struct duty raw[DAYS], struct duty clipped[DAYS])
{
    static const char *const shifts[] = {NULL, "pagi", "malam", "jaga"};

    for (size_t i = 0; i < DAYS; i++) {
        raw[i] = shift_duty(day_add(monday, (int)i), shifts[roster >> (2 * i) & 3]);
        clipped[i] = raw[i];
    }
    for (size_t i = 0; i < DAYS; i++) {
        duty_clip(i > 0 ? &raw[i - 1] : NULL, &clipped[i], i + 1 < DAYS ? &raw[i + 1] : NULL);
    }
}

static int owners_of(const struct duty clipped[DAYS], int64_t moment)
{
    int owners = 0;

    for (size_t i = 0; i < DAYS; i++) {
        owners += duty_owns(&clipped[i], moment);
    }
    return owners;
}

static bool is_worked(const struct duty raw[DAYS], int64_t moment)
{
    for (size_t i = 0; i < DAYS; i++) {
        if (raw[i].slot && moment >= raw[i].start && moment < raw[i].end) return true;
    }
    return false;
}

/* Whatever the roster, every minute belongs to at most one day, and a minute
 * within working hours belongs to exactly one. */
static void no_punch_belongs_to_two_days(void **state)
{
    enum { ROSTERS = 256, STEP_SECONDS = 300 };
    struct duty raw[DAYS], clipped[DAYS];

    (void)state;
    for (size_t roster = 0; roster < ROSTERS; roster++) {
        draw(roster, raw, clipped);
        for (int64_t t = at(monday, 0, 0); t < at(monday, 24 * (DAYS + 1), 0); t += STEP_SECONDS) {
            int owners = owners_of(clipped, t);

            assert_true(owners <= 1);
            if (is_worked(raw, t)) assert_int_equal(owners, 1);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reason_says_why_somebody_is_expected_or_not),
        cmocka_unit_test(an_office_day_counts_punches_from_six_to_eight_in_the_evening),
        cmocka_unit_test(a_night_shift_belongs_to_the_day_it_began),
        cmocka_unit_test(a_fixed_closing_and_a_fixed_limit_of_arrival_are_kept),
        cmocka_unit_test(a_closing_before_a_night_shift_is_meant_for_the_next_day),
        cmocka_unit_test(a_day_without_hours_is_the_civil_day),
        cmocka_unit_test(guards_of_24_hours_hand_over_in_the_middle),
        cmocka_unit_test(a_night_before_a_morning_ends_between_the_two),
        cmocka_unit_test(a_free_day_gives_way_to_the_shifts_around_it),
        cmocka_unit_test(a_fixed_closing_before_the_border_is_not_moved),
        cmocka_unit_test(no_punch_belongs_to_two_days),
    };

    return cmocka_run_group_tests_name("duty", tests, NULL, NULL);
}
