#include "attendance/judge.h"

#include "base/mem.h"

enum { SLOTS = 512, OFFLINE_SECONDS = 15 * 60 };

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

static enum leave leave_of(const struct directory_leave *entry)
{
    return entry ? entry->kind : LEAVE_NONE;
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

static void clip_to_neighbours(const struct judge *judge,
                               int32_t person,
                               int32_t day,
                               int32_t agency,
                               struct duty *duty)
{
    struct duty previous, next;

    find_duty(judge, person, agency, day - 1, &previous);
    find_duty(judge, person, agency, day + 1, &next);
    duty_clip(&previous, duty, &next);
}

static const struct duty *common_duty(struct judge *judge, int32_t agency, int32_t day)
{
    struct slot *slot = &judge->slots[((uint32_t)agency * 31u + (uint32_t)day) % SLOTS];

    if (!slot->used || slot->agency != agency || slot->day != day) {
        find_duty(judge, NONE, agency, day, &slot->duty);
        clip_to_neighbours(judge, NONE, day, agency, &slot->duty);
        slot->agency = agency;
        slot->day = day;
        slot->used = true;
    }
    return &slot->duty;
}

void judge_duty(struct judge *judge, int32_t person, int32_t day, struct duty *out_duty)
{
    const struct directory *directory = judge->picture->directory;
    int32_t agency = directory_agency_of(directory, person, day);
    const struct directory_leave *leave = directory_leave_on(directory, person, day);

    if (directory->people[person].shift_count == 0) {
        *out_duty = *common_duty(judge, agency, day);
    } else {
        find_duty(judge, person, agency, day, out_duty);
        clip_to_neighbours(judge, person, day, agency, out_duty);
    }
    out_duty->leave = leave_of(leave);
    if (leave) out_duty->leave_reference = leave->reference;
}

bool judge_day_of(struct judge *judge, int32_t person, int64_t moment, int32_t *out_day)
{
    int32_t day = day_number(moment_day(moment));

    for (int32_t candidate = day - 1; candidate <= day + 1; candidate++) {
        struct duty duty;

        if (!directory_is_active(judge->picture->directory, person, candidate)) continue;
        judge_duty(judge, person, candidate, &duty);
        if (!duty_owns(&duty, moment)) continue;
        *out_day = candidate;
        return true;
    }
    return false;
}

bool judge_needs_moments(struct judge *judge, int32_t person, int32_t day)
{
    struct duty duty;

    judge_duty(judge, person, day, &duty);
    return duty.pairing == PAIRING_PAIRS;
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

void judge_line(struct judge *judge,
                int32_t person,
                int32_t day,
                const struct place_report *place,
                const int64_t *moments,
                int64_t now_ms,
                struct line *line)
{
    const struct directory *directory = judge->picture->directory;
    int32_t agency = directory_agency_of(directory, person, day);
    int offset =
        agency == NONE ? directory->offset_minutes : directory->agencies[agency].offset_minutes;
    int64_t midnight = moment_of(day_from_number(day), 0);
    struct presence presence = {.count = line->punch_count,
                                .flags = line->punch_flags,
                                .earliest = moment_or_none(line->earliest, midnight),
                                .latest = moment_or_none(line->latest, midnight),
                                .moments = moments};
    struct coverage coverage = {.silent = place->silent, .unmapped = place->unmapped};
    int64_t now = moment_at(now_ms, offset);
    struct duty duty;
    struct verdict verdict;

    judge_duty(judge, person, day, &duty);
    if (!moments) duty.pairing = PAIRING_FIRST_LAST;
    coverage.delivered = place->delivered_to_ms >= instant_of_moment(duty.closing, offset);
    verdict_of(&duty, &presence, &coverage, now, &verdict);
    line->state = (uint8_t)verdict.state;
    line->mode = (uint8_t)verdict.mode;
    line->because = (uint8_t)verdict.because;
    line->flags = (uint16_t)verdict.flags;
    line->first_in = second_or_none(verdict.first_in, midnight);
    line->last_out = second_or_none(verdict.last_out, midnight);
    line->late_minutes = small(verdict.late_minutes);
    line->early_minutes = small(verdict.early_minutes);
    line->set = (uint8_t)(line->set & ~LINE_SETTLED);
    if (coverage.delivered && now >= duty.closing && now >= duty.window_to)
        line->set |= LINE_SETTLED;
}

unsigned judge_punch_flags(const struct punch *punch)
{
    int64_t received = moment_at(punch->received_at_ms, punch->offset_minutes);
    unsigned flags = 0;

    if (punch->flags & PUNCH_TIME) flags |= FLAG_TIME | FLAG_UNDER_REVIEW;
    if (punch->source == PUNCH_FROM_TERMINAL && received - punch->moment > OFFLINE_SECONDS) {
        flags |= FLAG_OFFLINE;
    }
    return flags;
}
