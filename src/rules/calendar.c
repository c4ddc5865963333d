#include "rules/calendar.h"

#include <stdlib.h>

enum { NEVER = INT32_MAX, WORDS_PER_YEAR = 6, BITS_PER_WORD = 64, SOURCES = 3 };

static_assert(WORDS_PER_YEAR * BITS_PER_WORD >= 366, "a bit for every day of a year");

/* Most days are named by no decree: one bit answers for them. */
struct calendar_year {
    int32_t known_from; /* day number of the decision that made it known, or NEVER */
    int32_t first_day;  /* day number of 1 January */
    uint64_t named[WORDS_PER_YEAR];
};

/* Invariant: entries are ordered by day and then by precedence, so that the
 * last of a day that may be seen is the one that holds. */
struct calendar {
    const struct calendar_entry *entries;
    size_t count;
    int year_first;
    int year_count;
    struct calendar_year *years;
};

static const char *const kind_words[] = {
    [CALENDAR_WORKDAY] = "workday",
    [CALENDAR_HOLIDAY] = "holiday",
    [CALENDAR_JOINT_LEAVE] = "joint_leave",
    [CALENDAR_UNKNOWN] = "unknown",
};

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_day_and_precedence(const void *left, const void *right)
{
    const struct calendar_entry *a = left;
    const struct calendar_entry *b = right;
    int order = day_compare(a->day, b->day);

    if (order == 0) order = day_compare(a->decided_on, b->decided_on);
    if (order == 0) order = compare(a->recorded_at_ms, b->recorded_at_ms);
    if (order == 0) order = compare(a->source, b->source);
    return order;
}

static struct calendar_year *year_of(const struct calendar *calendar, struct day day)
{
    int index = day.year - calendar->year_first;

    return index >= 0 && index < calendar->year_count ? &calendar->years[index] : NULL;
}

static void make_years(struct arena *mem, struct calendar *calendar)
{
    if (calendar->count == 0) return;

    calendar->year_first = calendar->entries[0].day.year;
    calendar->year_count =
        calendar->entries[calendar->count - 1].day.year - calendar->year_first + 1;
    calendar->years = arena_array(mem, struct calendar_year, (size_t)calendar->year_count);
    for (int i = 0; i < calendar->year_count; i++) {
        struct day first = {(int16_t)(calendar->year_first + i), 1, 1};

        calendar->years[i] = (struct calendar_year){NEVER, day_number(first), {0}};
    }
}

static void note_entry(struct calendar *calendar, const struct calendar_entry *entry)
{
    struct calendar_year *year = year_of(calendar, entry->day);
    int32_t bit = day_number(entry->day) - year->first_day;
    int32_t decided = day_number(entry->decided_on);

    year->named[bit / BITS_PER_WORD] |= UINT64_C(1) << (bit % BITS_PER_WORD);
    if (entry->source == CALENDAR_SKB && entry->kind == CALENDAR_HOLIDAY &&
        decided < year->known_from) {
        year->known_from = decided;
    }
}

struct calendar *calendar_build(struct arena *mem,
                                const struct calendar_entry *entries,
                                size_t count)
{
    struct calendar *calendar = arena_one(mem, struct calendar);
    struct calendar_entry *own = arena_array(mem, struct calendar_entry, count);

    for (size_t i = 0; i < count; i++) {
        assert(day_is_valid(entries[i].day));
        assert(day_is_valid(entries[i].decided_on));
        assert(entries[i].kind != CALENDAR_UNKNOWN);
        own[i] = entries[i];
        own[i].decree = arena_text(mem, entries[i].decree);
    }
    if (count > 0) qsort(own, count, sizeof own[0], by_day_and_precedence);

    calendar->entries = own;
    calendar->count = count;
    make_years(mem, calendar);
    for (size_t i = 0; i < count; i++) {
        note_entry(calendar, &own[i]);
    }
    return calendar;
}

/* The first entry that is not before `day`. */
static size_t lower_bound(const struct calendar *calendar, struct day day)
{
    size_t from = 0;
    size_t to = calendar->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;

        if (day_compare(calendar->entries[middle].day, day) < 0) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from;
}

size_t calendar_history(const struct calendar *calendar,
                        struct day day,
                        const struct calendar_entry **out_first)
{
    size_t first = lower_bound(calendar, day);
    size_t count = 0;

    while (first + count < calendar->count &&
           day_equal(calendar->entries[first + count].day, day)) {
        count++;
    }
    *out_first = count ? &calendar->entries[first] : NULL;
    return count;
}

/* The last word as of a day, and the last word of another source against it. */
static void weigh(const struct calendar *calendar,
                  struct day day,
                  struct day as_of,
                  struct calendar_answer *answer)
{
    const struct calendar_entry *last_of[SOURCES] = {NULL};
    const struct calendar_entry *entry = NULL;
    size_t count = calendar_history(calendar, day, &entry);

    for (size_t i = 0; i < count; i++, entry++) {
        if (!day_is_none(as_of) && day_compare(entry->decided_on, as_of) > 0) break;
        last_of[entry->source] = entry;
        answer->entry = entry;
    }
    if (!answer->entry) return;

    answer->kind = answer->entry->kind;
    for (size_t source = 0; source < SOURCES; source++) {
        const struct calendar_entry *other = last_of[source];

        if (!other || other->kind == answer->kind) continue;
        if (!answer->against || other > answer->against) answer->against = other;
    }
}

struct calendar_answer calendar_kind_of(const struct calendar *calendar,
                                        struct day day,
                                        struct day as_of)
{
    struct calendar_answer answer = {.kind = CALENDAR_UNKNOWN};
    const struct calendar_year *year = year_of(calendar, day);
    int32_t bit;

    assert(day_is_valid(day));
    if (!year) return answer;

    if (year->known_from != NEVER &&
        (day_is_none(as_of) || year->known_from <= day_number(as_of))) {
        answer.kind = CALENDAR_WORKDAY;
    }
    bit = day_number(day) - year->first_day;
    if (year->named[bit / BITS_PER_WORD] >> (bit % BITS_PER_WORD) & 1) {
        weigh(calendar, day, as_of, &answer);
    }
    return answer;
}

const char *calendar_kind_word(enum calendar_kind kind)
{
    assert((size_t)kind < COUNT_OF(kind_words));
    return kind_words[kind];
}

bool calendar_kind_parse(struct text word, enum calendar_kind *out_kind)
{
    for (size_t i = 0; i < CALENDAR_UNKNOWN; i++) {
        if (text_equal(word, text_of(kind_words[i]))) {
            *out_kind = (enum calendar_kind)i;
            return true;
        }
    }
    return false;
}

enum calendar_source calendar_source_of(struct text decree)
{
    static const struct {
        const char *beginning;
        enum calendar_source source;
    } beginnings[] = {
        {"SKB", CALENDAR_SKB},
        {"Keputusan Bersama", CALENDAR_SKB},
        {"Keppres", CALENDAR_KEPPRES},
        {"Keputusan Presiden", CALENDAR_KEPPRES},
    };

    for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
        struct text beginning = text_of(beginnings[i].beginning);

        if (decree.bytes < beginning.bytes) continue;
        if (text_equal_ignoring_case((struct text){decree.at, beginning.bytes}, beginning)) {
            return beginnings[i].source;
        }
    }
    return CALENDAR_REGIONAL;
}
