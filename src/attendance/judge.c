#include "attendance/judge.h"

#include "base/mem.h"

enum {
    SLOTS = 2048,              /* agencies and days at once, by their hash */
    OFFLINE_SECONDS = 15 * 60, /* a punch that comes later was recorded offline */
};

/* The duty of everybody of an agency who has no roster and no leave. */
struct slot {
    int32_t agency;
    int32_t day;
    bool used;
    struct duty duty;
};

struct judge {
    const struct picture *picture;
    struct slot slots[SLOTS];
};

struct judge *judge_new(const struct picture *picture)
{
    struct judge *judge = mem_alloc(1, sizeof *judge);

    judge->picture = picture;
    return judge;
}

void judge_free(struct judge **judge)
{
    mem_free(*judge);
    *judge = NULL;
}

/* The duty without its neighbours.  `person` may be NONE: anybody of the agency. */
static void find_duty(const struct judge *judge,
                      int32_t person,
                      int32_t agency,
                      int32_t day,
                      struct duty *out_duty)
{
    const struct picture *picture = judge->picture;
    const struct directory *directory = picture->directory;
    const struct directory_shift *shift =
        person == NONE ? NULL : directory_shift_on(directory, person, day);
    struct roster_shift roster = {.shift = shift ? shift->shift : (struct text){NULL, 0}};
    struct duty_request request = {
        .day = day_from_number(day),
        .active = agency != NONE,
        .mode = MODE_WFO,
        .roster = shift ? &roster : NULL,
        .calendar = calendar_kind_of(picture->calendar, day_from_number(day), picture->as_of),
    };

    if (agency != NONE) {
        request.pattern =
            pattern_in_force(&picture->patterns, picture->agency_pattern[agency], request.day);
    }
    duty_of(&request, out_duty);
}

static const struct duty *common_duty(struct judge *judge, int32_t agency, int32_t day)
{
    struct slot *slot = &judge->slots[((uint32_t)agency * 31u + (uint32_t)day) % SLOTS];
    struct duty previous, next;

    if (!slot->used || slot->agency != agency || slot->day != day) {
        find_duty(judge, NONE, agency, day - 1, &previous);
        find_duty(judge, NONE, agency, day, &slot->duty);
        find_duty(judge, NONE, agency, day + 1, &next);
        duty_clip(&previous, &slot->duty, &next);
        slot->agency = agency;
        slot->day = day;
        slot->used = true;
    }
    return &slot->duty;
}

static void find_duty_of_day(const struct judge *judge,
                             int32_t person,
                             int32_t day,
                             struct duty *out_duty)
{
    const struct directory *directory = judge->picture->directory;
    int32_t agency = NONE;

    if (directory_is_active(directory, person, day)) {
        agency = directory_agency_of(directory, person, day);
    }
    find_duty(judge, person, agency, day, out_duty);
}

/* Somebody with a roster has shifts of his own around the day. */
static void find_own_duty(const struct judge *judge,
                          int32_t person,
                          int32_t day,
                          struct duty *out_duty)
{
    struct duty previous, next;

    find_duty_of_day(judge, person, day - 1, &previous);
    find_duty_of_day(judge, person, day, out_duty);
    find_duty_of_day(judge, person, day + 1, &next);
    duty_clip(&previous, out_duty, &next);
}

/* The duty where it is kept, or in *space. */
static const struct duty *duty_in(struct judge *judge,
                                  int32_t person,
                                  int32_t agency,
                                  int32_t day,
                                  struct duty *space)
{
    const struct directory *directory = judge->picture->directory;
    const struct directory_leave *leave = directory_leave_on(directory, person, day);
    bool has_roster = directory->people[person].shift_count > 0;

    if (!has_roster && !leave) return common_duty(judge, agency, day);
    if (has_roster) {
        find_own_duty(judge, person, day, space);
    } else {
        *space = *common_duty(judge, agency, day);
    }
    if (leave) {
        space->leave = leave->kind;
        space->leave_reference = leave->reference;
    }
    return space;
}

void judge_duty(struct judge *judge, int32_t person, int32_t day, struct duty *out_duty)
{
    const struct directory *directory = judge->picture->directory;
    int32_t agency = NONE;
    const struct duty *duty;

    if (directory_is_active(directory, person, day)) {
        agency = directory_agency_of(directory, person, day);
    }
    duty = duty_in(judge, person, agency, day, out_duty);
    if (duty != out_duty) *out_duty = *duty;
}

void judge_agency_duty(struct judge *judge, int32_t agency, int32_t day, struct duty *out_duty)
{
    *out_duty = *common_duty(judge, agency, day);
}

bool judge_day_of(struct judge *judge, int32_t person, int64_t moment, int32_t *out_day)
{
    const struct directory *directory = judge->picture->directory;
    int32_t day = moment_day_number(moment);

    for (int32_t candidate = day - 1; candidate <= day + 1; candidate++) {
        int32_t agency = directory_agency_of(directory, person, candidate);
        struct duty space;

        if (!directory_is_active(directory, person, candidate)) continue;
        if (!duty_owns(duty_in(judge, person, agency, candidate, &space), moment)) continue;
        *out_day = candidate;
        return true;
    }
    return false;
}

bool judge_needs_moments(struct judge *judge, int32_t person, int32_t day)
{
    int32_t agency = directory_agency_of(judge->picture->directory, person, day);
    struct duty space;

    return duty_in(judge, person, agency, day, &space)->pairing == PAIRING_PAIRS;
}

static int64_t moment_or_none(int32_t second, int64_t midnight)
{
    return second == LINE_NONE ? MOMENT_NONE : midnight + second;
}

static int32_t second_or_none(int64_t moment, int64_t midnight)
{
    return moment == MOMENT_NONE ? LINE_NONE : (int32_t)(moment - midnight);
}

static uint16_t small(int value)
{
    if (value < 0) return 0;
    return value > UINT16_MAX ? UINT16_MAX : (uint16_t)value;
}

static struct presence presence_of(const struct line *line,
                                   const int64_t *moments,
                                   int64_t midnight)
{
    return (struct presence){.count = line->punch_count,
                             .flags = line->punch_flags,
                             .earliest = moment_or_none(line->earliest, midnight),
                             .latest = moment_or_none(line->latest, midnight),
                             .moments = moments};
}

static void fill_line(const struct verdict *verdict, int64_t midnight, struct line *line)
{
    line->state = (uint8_t)verdict->state;
    line->mode = (uint8_t)verdict->mode;
    line->because = (uint8_t)verdict->because;
    line->flags = (uint16_t)verdict->flags;
    line->first_in = second_or_none(verdict->first_in, midnight);
    line->last_out = second_or_none(verdict->last_out, midnight);
    line->late_minutes = small(verdict->late_minutes);
    line->early_minutes = small(verdict->early_minutes);
}

/* The verdict asks the time at the borders of the window and at the closing. */
static struct judge_watch watch_of(const struct duty *duty,
                                   const struct coverage *coverage,
                                   int64_t now,
                                   int offset)
{
    const int64_t borders[] = {duty->window_from, duty->closing, duty->window_to};
    int64_t closing_ms = instant_of_moment(duty->closing, offset);
    struct judge_watch watch = JUDGE_WATCH_NONE;

    for (size_t i = 0; i < COUNT_OF(borders); i++) {
        int64_t at_ms = instant_of_moment(borders[i], offset);

        if (borders[i] > now && at_ms < watch.time_at_ms) watch.time_at_ms = at_ms;
    }
    if (coverage->delivered) watch.delivered_by_ms = closing_ms;
    if (!coverage->delivered && !coverage->unrecorded) watch.delivery_at_ms = closing_ms;
    return watch;
}

void judge_line(struct judge *judge,
                const struct judge_request *request,
                struct line *line,
                struct judge_watch *out_watch)
{
    int offset = judge->picture->directory->agencies[line->agency].offset_minutes;
    int64_t midnight = moment_of(day_from_number(request->day), 0);
    int64_t now = moment_at(request->now_ms, offset);
    struct presence presence = presence_of(line, request->moments, midnight);
    struct coverage coverage = {.silent = request->place.silent,
                                .unmapped = request->place.unmapped,
                                .unrecorded = request->day < request->place.from_day};
    struct duty space;
    const struct duty *duty = duty_in(judge, request->person, line->agency, request->day, &space);
    struct verdict verdict;
    bool is_final;

    assert(line->set & LINE_ON_ROSTER);
    coverage.delivered = !coverage.unrecorded &&
                         request->place.delivered_to_ms >= instant_of_moment(duty->closing, offset);
    verdict_of(duty, &presence, &coverage, now, &verdict);
    fill_line(&verdict, midnight, line);
    line->set = (uint8_t)(line->set & ~LINE_SETTLED);
    is_final = coverage.delivered || (coverage.unrecorded && request->place.from_day != INT32_MAX);
    if (is_final && now >= duty->closing && now >= duty->window_to) {
        line->set |= LINE_SETTLED;
    }
    *out_watch = watch_of(duty, &coverage, now, offset);
}

unsigned judge_punch_flags(const struct punch *punch)
{
    int64_t received = moment_at(punch->received_at_ms, punch->offset_minutes);
    unsigned flags = 0;

    if (punch->flags & PUNCH_REVIEWED) return FLAG_MANUAL;
    if (punch->flags & PUNCH_TIME) flags |= FLAG_TIME | FLAG_UNDER_REVIEW;
    if (punch->source == PUNCH_FROM_TERMINAL && received - punch->moment > OFFLINE_SECONDS) {
        flags |= FLAG_OFFLINE;
    }
    return flags;
}
