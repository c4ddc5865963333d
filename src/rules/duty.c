#include "rules/duty.h"

static const int64_t seconds_per_minute = 60;

struct reason_row {
    const char *word;
    const char *indonesian;
    const char *english;
    enum duty_expects expects;
};

static const struct reason_row reasons[] = {
#define DUTY_REASON(name, word, indonesian, english, expects) \
    [DUTY_REASON_##name] = {word, indonesian, english, DUTY_EXPECTS_##expects},
#include "rules/duty_reason.def"
#undef DUTY_REASON
};

static const enum duty_reason reason_of_calendar[] = {
    [CALENDAR_WORKDAY] = DUTY_REASON_PATTERN,
    [CALENDAR_HOLIDAY] = DUTY_REASON_HOLIDAY,
    [CALENDAR_JOINT_LEAVE] = DUTY_REASON_JOINT_LEAVE,
    [CALENDAR_UNKNOWN] = DUTY_REASON_NO_CALENDAR,
};

/* A published roster decides alone: hospitals work on holidays. */
static enum duty_reason ask_roster(const struct duty_request *request,
                                   const struct pattern_slot **out_slot)
{
    if (request->roster->shift.bytes == 0) return DUTY_REASON_OFF_SHIFT;
    if (!request->pattern) return DUTY_REASON_NO_PATTERN;

    *out_slot = pattern_shift(request->pattern, request->roster->shift);
    return *out_slot ? DUTY_REASON_ROSTER : DUTY_REASON_NO_SHIFT;
}

/* A day that is not worked anyway is off, whatever the calendar knows of it. */
static enum duty_reason ask_pattern(const struct duty_request *request,
                                    const struct pattern_slot **out_slot)
{
    const struct pattern_slot *slot;

    if (!request->pattern) return DUTY_REASON_NO_PATTERN;
    if (request->pattern->duty == PATTERN_ROSTER) return DUTY_REASON_NO_ROSTER;

    slot = &request->pattern->week[day_weekday(request->day)];
    if (!slot->works) return DUTY_REASON_WEEKEND;
    *out_slot = slot;
    return reason_of_calendar[request->calendar.kind];
}

static int64_t minute_of(struct day day, int minute)
{
    return moment_of(day, (int)(minute * seconds_per_minute));
}

/* A fixed closing that does not lie after the start is meant for the next day,
 * as for a night shift. */
static int64_t closing_of(const struct pattern *pattern, const struct duty *duty)
{
    int64_t closing;

    if (pattern->closing_minute == PATTERN_CLOSING_WINDOW) return duty->window_to;
    closing = minute_of(duty->day, pattern->closing_minute);
    return closing > duty->start ? closing : closing + SECONDS_PER_DAY;
}

static int64_t in_until_of(const struct pattern *pattern, const struct duty *duty)
{
    int64_t until;

    if (pattern->in_until_minute == PATTERN_IN_UNTIL_MIDDLE) {
        return duty->start + (duty->end - duty->start) / 2;
    }
    until = minute_of(duty->day, pattern->in_until_minute);
    if (until < duty->start) return duty->start;
    return until < duty->end ? until : duty->end;
}

static void set_hours(struct duty *duty,
                      const struct pattern *pattern,
                      const struct pattern_slot *slot)
{
    assert(slot);

    duty->start = minute_of(duty->day, slot->start_minute);
    duty->end = minute_of(duty->day, slot->end_minute);
    duty->window_from = duty->start - pattern->before_minutes * seconds_per_minute;
    duty->window_to = duty->end + pattern->after_minutes * seconds_per_minute;
    duty->in_until = in_until_of(pattern, duty);
    duty->closing = closing_of(pattern, duty);
    duty->pairing = pattern->pairing;
    duty->tolerance_minutes = pattern->tolerance_minutes;
}

static void set_civil_day(struct duty *duty)
{
    int64_t midnight = moment_of(duty->day, 0);

    duty->window_from = duty->start = midnight;
    duty->in_until = duty->end = duty->window_to = duty->closing = midnight + SECONDS_PER_DAY;
}

void duty_of(const struct duty_request *request, struct duty *out_duty)
{
    const struct pattern_slot *slot = NULL;
    enum duty_reason reason = DUTY_REASON_NOT_ACTIVE;

    assert(day_is_valid(request->day));
    assert((size_t)request->calendar.kind < COUNT_OF(reason_of_calendar));

    if (request->active) {
        reason = request->roster ? ask_roster(request, &slot) : ask_pattern(request, &slot);
    }
    *out_duty = (struct duty){
        .day = request->day,
        .reason = reason,
        .expects = reasons[reason].expects,
        .mode = request->mode,
        .leave = request->leave,
        .calendar = request->calendar,
        .pattern = request->pattern,
        .slot = slot,
        .leave_reference = request->leave_reference,
    };
    if (request->roster) out_duty->roster_reference = request->roster->reference;

    if (out_duty->expects == DUTY_EXPECTS_WORK) {
        set_hours(out_duty, request->pattern, slot);
    } else {
        set_civil_day(out_duty);
    }
}

/* Where the windows of two neighbouring days part. */
static int64_t border_between(const struct duty *earlier, const struct duty *later)
{
    bool earlier_works = earlier->expects == DUTY_EXPECTS_WORK;
    bool later_works = later->expects == DUTY_EXPECTS_WORK;

    if (earlier_works && later_works) return earlier->end + (later->start - earlier->end) / 2;
    return earlier_works ? earlier->window_to : later->window_from;
}

void duty_clip(const struct duty *previous, struct duty *duty, const struct duty *next)
{
    int64_t from = duty->window_from;
    int64_t to = duty->window_to;

    if (previous && previous->window_to > from) from = border_between(previous, duty);
    if (next && to > next->window_from) to = border_between(duty, next);

    if (to < duty->window_to && duty->closing > to) duty->closing = to;
    duty->window_from = from;
    duty->window_to = to;
}

bool duty_owns(const struct duty *duty, int64_t moment)
{
    return moment >= duty->window_from && moment < duty->window_to;
}

const char *duty_reason_word(enum duty_reason reason)
{
    assert((size_t)reason < COUNT_OF(reasons));
    return reasons[reason].word;
}

const char *duty_reason_indonesian(enum duty_reason reason)
{
    assert((size_t)reason < COUNT_OF(reasons));
    return reasons[reason].indonesian;
}

const char *duty_reason_english(enum duty_reason reason)
{
    assert((size_t)reason < COUNT_OF(reasons));
    return reasons[reason].english;
}
