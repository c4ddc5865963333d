/* What holds for every verdict, whatever the punches: tried with people who are
 * made up. */
#include "rules/balance.h"
#include "rules/verdict_fixture_test.h"

#include <stdlib.h>

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
        cmocka_unit_test(the_order_in_which_punches_arrive_does_not_matter),
        cmocka_unit_test(the_balance_closes_at_every_second_of_a_day),
    };

    return cmocka_run_group_tests_name("verdict_property", tests, NULL, NULL);
}
