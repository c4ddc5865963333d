/* government_test.h - a random government, for tests that hold over any.
 *
 * Offices, a hospital with shifts, an office in the east and one that guards
 * all day; people who come at any hour, PINs that are nobody's, clocks that are
 * wrong.  A bench is what a sheet is judged with, at any instant and with
 * terminals heard at any other. */
#pragma once

#include "attendance/fixture_test.h"
#include "attendance/sheet.h"

enum { PEOPLE = 120, AGENCIES = 6, TERMINALS = 4 };

/* A small generator, so that a seed tells all. */
struct dice {
    uint64_t state;
};

static inline uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->state = dice->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(dice->state >> 33) % sides;
}

/* ---- a random government ---- */

struct names {
    char numbers[PEOPLE][8];
    char pins[PEOPLE][8];
};

static const char *const agency_codes[AGENCIES] = {"PU", "RS", "PKM", "UGD", "TIMUR", "JAGA"};
static const char *const serials[TERMINALS] = {"T0", "T1", "T2", "T3"};

/* Offices, a hospital with shifts, one in the east, one that guards all day. */
static inline void make_agencies(struct office *o)
{
    static const struct agency agencies[AGENCIES] = {
        AGENCY("PU", ""),
        AGENCY("RS", "", .pattern = WORD("shift")),
        AGENCY("PKM", "", .pattern = WORD("6-hari")),
        AGENCY("UGD", "RS"),
        AGENCY("TIMUR", "PU", .zone = WORD("WIT")),
        AGENCY("JAGA", "", .pattern = WORD("24-jam")),
    };

    fixture_record(o->people, &agency_fact, agencies, AGENCIES);
    for (int i = 0; i < TERMINALS; i++) {
        office_approve(o, serials[i], agency_codes[i]);
    }
}

static inline struct person person_of(const struct names *names, int i)
{
    return (struct person){.number = text_of(names->numbers[i]),
                           .name = TEXT("Pegawai"),
                           .kind = i % (int)PERSON_KINDS,
                           .active_to = i % 17 == 0 ? (struct day){2021, 5, 17} : (struct day){0}};
}

static inline struct posting posting_of(const struct names *names, int i)
{
    return (struct posting){.number = text_of(names->numbers[i]),
                            .agency = text_of(agency_codes[i % AGENCIES])};
}

static inline struct enrolment enrolment_of(const struct names *names, int i)
{
    return (struct enrolment){.pin = text_of(names->pins[i]), .number = text_of(names->numbers[i])};
}

static inline struct roster_line shift_of(const struct names *names, int i, int day)
{
    static const char *const shifts[] = {"pagi", "siang", "malam", ""};
    bool guards = i % AGENCIES == 5;

    return (struct roster_line){.number = text_of(names->numbers[i]),
                                .date = {2021, 5, (int8_t)(16 + day)},
                                .shift = guards ? text_of((i + day) % 3 ? "" : "jaga")
                                                : text_of(shifts[(i + day) % 4])};
}

static inline bool has_shifts(int i)
{
    return (i % AGENCIES == 1 || i % AGENCIES == 3 || i % AGENCIES == 5) && i % 4 != 0;
}

static inline void name_people(struct names *names)
{
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(names->numbers[i], sizeof names->numbers[i], "N%03d", i);
        snprintf(names->pins[i], sizeof names->pins[i], "%d", 100 + i);
    }
}

static inline void make_people(struct office *o, struct names *names)
{
    struct person people[PEOPLE];
    struct posting postings[PEOPLE];
    struct enrolment enrolments[PEOPLE];

    name_people(names);
    for (int i = 0; i < PEOPLE; i++) {
        people[i] = person_of(names, i);
        postings[i] = posting_of(names, i);
        enrolments[i] = enrolment_of(names, i);
    }
    fixture_record(o->people, &person_fact, people, PEOPLE);
    fixture_record(o->people, &posting_fact, postings, PEOPLE);
    fixture_record(o->people, &enrolment_fact, enrolments, PEOPLE - 10); /* ten PINs are nobody's */
    for (int day = 0; day < 4; day++) {
        for (int i = 0; i < PEOPLE; i++) {
            struct roster_line line = shift_of(names, i, day);

            if (has_shifts(i)) fixture_record(o->people, &roster_fact, &line, 1);
        }
    }
}

/* Somebody at some terminal around the 17th, now and then with a wrong clock. */
static inline struct punch random_punch(struct dice *dice, const struct names *names)
{
    struct punch punch = office_punch_of(serials[roll(dice, TERMINALS)],
                                         names->pins[roll(dice, PEOPLE)], "2021-05-16 12:00:00");

    punch.moment += roll(dice, 2 * SECONDS_PER_DAY);
    if (roll(dice, 3) == 0) punch.moment = at("2021-05-17 07:00:00") + roll(dice, 3600);
    punch.received_at_ms = instant_of_moment(punch.moment, WIB) + roll(dice, 2000000);
    if (roll(dice, 40) == 0) punch.moment = at("2000-01-01 00:00:00") + roll(dice, 1000);
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
    return punch;
}

/* ---- comparing ---- */

static inline void assert_lines_equal(const struct sheet *found, const struct sheet *expected)
{
    assert_int_equal(found->line_count, expected->line_count);
    for (size_t i = 0; i < found->line_count; i++) {
        struct line a = found->lines[i], b = expected->lines[i];

        a.set = (uint8_t)(a.set & ~LINE_CHANGED);
        b.set = (uint8_t)(b.set & ~LINE_CHANGED);
        if (memcmp(&a, &b, sizeof a) == 0) continue;
        print_message("person %zu: %s (%s) instead of %s (%s), set %d instead of %d\n", i,
                      state_word((enum state)a.state), because_word((enum because)a.because),
                      state_word((enum state)b.state), because_word((enum because)b.because), a.set,
                      b.set);
        fail();
    }
    assert_int_equal(found->open_count, expected->open_count);
    assert_memory_equal(found->arrivals, expected->arrivals, sizeof found->arrivals);
}

struct bench {
    struct picture *picture;
    struct judge *judge;
    struct coverage_map *coverage;
    struct derived *derived;
    struct sheet_context context;
    int64_t heard_ms; /* when every terminal was heard last */
};

static inline int64_t heard(const void *owner, struct text serial)
{
    (void)serial;
    return ((const struct bench *)owner)->heard_ms;
}

static inline void bench_open(struct bench *bench, const struct office *o)
{
    bench->picture = office_picture(o);
    bench->judge = judge_new(bench->picture);
    bench->coverage = coverage_new(bench->picture);
    bench->derived = office_derived(o);
    bench->context = (struct sheet_context){.judge = bench->judge,
                                            .picture = bench->picture,
                                            .coverage = bench->coverage,
                                            .derived = bench->derived,
                                            .received_until_ms = AS_OF_NOW};
}

static inline void bench_close(struct bench *bench)
{
    derived_close(&bench->derived);
    coverage_free(&bench->coverage);
    judge_free(&bench->judge);
    picture_drop(&bench->picture);
}

static inline void bench_at(struct bench *bench, int64_t now_ms)
{
    bench->context.now_ms = now_ms;
    coverage_refresh(bench->coverage, heard, bench, now_ms);
}

static inline void fill_office(struct office *o, uint64_t seed, size_t punch_count)
{
    struct dice dice = {seed};
    struct names *names = mem_alloc(1, sizeof *names);
    struct punch *punches = mem_alloc(punch_count, sizeof *punches);

    make_agencies(o);
    make_people(o, names);
    for (size_t i = 0; i < punch_count; i++) {
        punches[i] = random_punch(&dice, names);
    }
    office_send(o, punches, punch_count);
    office_follow(o, "2021-05-16 12:00:00");
    mem_free(punches);
    mem_free(names);
}
