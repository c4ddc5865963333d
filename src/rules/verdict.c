#include "rules/verdict.h"

enum { SECONDS_PER_MINUTE = 60 };

struct because_row {
    const char *word;
    const char *indonesian;
    const char *english;
};

static const struct because_row rows[] = {
#define BECAUSE(name, word, indonesian, english) [BECAUSE_##name] = {word, indonesian, english},
#include "rules/because.def"
#undef BECAUSE
};

void presence_add(struct presence *presence, int64_t moment, uint32_t flags)
{
    if (presence->count == 0 || moment < presence->earliest) presence->earliest = moment;
    if (presence->count == 0 || moment > presence->latest) presence->latest = moment;
    presence->count++;
    presence->flags |= flags;
}

static void settle(struct verdict *verdict, enum state state, enum because because)
{
    verdict->state = state;
    verdict->because = because;
}

/* Which punch is the arrival and which the departure.  Punches closer than a
 * visit are one: they say that somebody was there, never that he left. */
static void read_punches(const struct duty *duty,
                         const struct presence *presence,
                         struct verdict *verdict)
{
    bool apart = presence->latest - presence->earliest >= VERDICT_VISIT_SECONDS;
    bool has_hours = duty->expects == DUTY_EXPECTS_WORK;
    bool only_late = has_hours && presence->earliest >= duty->in_until;

    assert(presence->count > 0);
    assert(presence->earliest <= presence->latest);

    if (apart || !only_late) verdict->first_in = presence->earliest;
    if (!apart && !only_late) return;
    if (!has_hours || presence->latest >= duty->in_until) verdict->last_out = presence->latest;
}

/* In, out, in, out: the pairs add up to the time inside, and an odd number
 * means that the last departure is missing. */
static void read_pairs(const struct presence *presence, struct verdict *verdict)
{
    int64_t inside = 0;
    int64_t came = MOMENT_NONE;
    int64_t left = MOMENT_NONE;
    int64_t pressed = MOMENT_NONE;

    for (size_t i = 0; i < presence->count; i++) {
        int64_t moment = presence->moments[i];

        assert(pressed == MOMENT_NONE || moment >= pressed);
        if (pressed != MOMENT_NONE && moment - pressed < VERDICT_PRESS_SECONDS) continue;
        pressed = moment;
        if (came == MOMENT_NONE) {
            came = moment;
            left = MOMENT_NONE;
        } else {
            inside += moment - came;
            left = moment;
            came = MOMENT_NONE;
        }
    }
    verdict->inside_minutes = (int)(inside / SECONDS_PER_MINUTE);
    verdict->last_out = left;
}

/* Said only when nothing can come any more: the window has closed and the
 * terminals have delivered.  Somebody on leave owes no hours. */
static void judge_leaving(const struct duty *duty,
                          const struct coverage *coverage,
                          int64_t now,
                          struct verdict *verdict)
{
    if (duty->leave != LEAVE_NONE || !coverage->delivered) return;
    if (now < duty->closing || now < duty->window_to) return;

    if (verdict->last_out == MOMENT_NONE) {
        verdict->flags |= FLAG_MISSING_OUT;
    } else if (verdict->last_out <= duty->end - SECONDS_PER_MINUTE) {
        verdict->flags |= FLAG_EARLY_LEAVE;
        verdict->early_minutes = (int)((duty->end - verdict->last_out) / SECONDS_PER_MINUTE);
    }
}

static void judge_arrival(const struct duty *duty, struct verdict *verdict)
{
    int64_t late;

    if (verdict->first_in == MOMENT_NONE) {
        settle(verdict, STATE_MISSING_IN, BECAUSE_PUNCH_LEAVING);
        return;
    }
    late = verdict->first_in - duty->start;
    if (late / SECONDS_PER_MINUTE > duty->tolerance_minutes) {
        settle(verdict, STATE_LATE, BECAUSE_PUNCH_LATE);
        verdict->late_minutes = (int)(late / SECONDS_PER_MINUTE);
    } else {
        settle(verdict, STATE_ON_TIME, BECAUSE_PUNCH_IN_TIME);
    }
}

static void judge_absence(const struct duty *duty,
                          const struct coverage *coverage,
                          int64_t now,
                          struct verdict *verdict)
{
    bool closed = now >= duty->closing;

    if (duty->leave != LEAVE_NONE) {
        settle(verdict, leave_state(duty->leave), BECAUSE_LEAVE);
    } else if (now < duty->window_from) {
        settle(verdict, STATE_NOT_DUE, BECAUSE_NOT_OPEN);
    } else if (verdict->flags & (FLAG_UNDER_REVIEW | FLAG_TIME)) {
        settle(verdict, STATE_UNKNOWN, BECAUSE_PUNCH_UNDER_REVIEW);
    } else if (closed && coverage->unrecorded) {
        settle(verdict, STATE_UNKNOWN, BECAUSE_NOT_RECORDED);
    } else if (closed ? !coverage->delivered : coverage->silent) {
        settle(verdict, STATE_UNKNOWN,
               coverage->silent ? BECAUSE_TERMINAL_SILENT : BECAUSE_NOT_DELIVERED);
    } else if (coverage->unmapped) {
        settle(verdict, STATE_UNKNOWN, BECAUSE_PIN_UNMAPPED);
    } else if (!closed) {
        settle(verdict, STATE_WAITING, BECAUSE_BEFORE_CLOSING);
    } else {
        settle(verdict, STATE_UNEXPLAINED, BECAUSE_CLOSED);
    }
}

/* A day without hours: its punches are noted and decide nothing. */
static void judge_without_hours(const struct duty *duty,
                                const struct presence *presence,
                                struct verdict *verdict)
{
    if (duty->expects == DUTY_EXPECTS_OFF) {
        settle(verdict, STATE_OFF, BECAUSE_DUTY);
    } else if (presence->count == 0 && duty->leave != LEAVE_NONE) {
        settle(verdict, leave_state(duty->leave), BECAUSE_LEAVE);
    } else {
        settle(verdict, STATE_UNKNOWN, BECAUSE_DUTY_UNKNOWN);
    }
}

void verdict_of(const struct duty *duty,
                const struct presence *presence,
                const struct coverage *coverage,
                int64_t now,
                struct verdict *out_verdict)
{
    struct verdict verdict = {
        .mode = duty->mode,
        .flags = presence->flags,
        .first_in = MOMENT_NONE,
        .last_out = MOMENT_NONE,
    };

    if (presence->count > 0) read_punches(duty, presence, &verdict);

    if (duty->expects != DUTY_EXPECTS_WORK) {
        judge_without_hours(duty, presence, &verdict);
    } else if (presence->count == 0) {
        judge_absence(duty, coverage, now, &verdict);
    } else {
        if (duty->pairing == PAIRING_PAIRS && presence->moments &&
            verdict.first_in != MOMENT_NONE) {
            read_pairs(presence, &verdict);
        }
        judge_arrival(duty, &verdict);
        judge_leaving(duty, coverage, now, &verdict);
    }
    *out_verdict = verdict;
}

const char *because_word(enum because because)
{
    assert((size_t)because < COUNT_OF(rows));
    return rows[because].word;
}

const char *because_indonesian(enum because because)
{
    assert((size_t)because < COUNT_OF(rows));
    return rows[because].indonesian;
}

const char *because_english(enum because because)
{
    assert((size_t)because < COUNT_OF(rows));
    return rows[because].english;
}
