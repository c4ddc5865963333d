/* day.h - civil days and wall-clock moments.
 *
 * A `struct day` is a date of the calendar, without a zone.  A *moment* is a
 * wall-clock reading without a zone, as seconds since 1970-01-01 00:00:00 on
 * that wall: what a terminal's screen showed.  An *instant* is a point in time,
 * as milliseconds since the epoch, UTC; names of instants end in `_at_ms`.
 * Moment and instant meet only through a zone's offset, in minutes east.
 *
 * Days run from 1900-01-01 to 2199-12-31 (proleptic Gregorian calendar).
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum { MINUTES_PER_DAY = 1440, SECONDS_PER_DAY = 86400 };
enum { DAY_TEXT_BYTES = 10, MOMENT_TEXT_BYTES = 19, INSTANT_TEXT_BYTES = 29 };

/* A date; {0} means "no day". */
struct day {
    int16_t year;
    int8_t month;        /* 1..12 */
    int8_t day_of_month; /* 1..31 */
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct day_text {
    char s[DAY_TEXT_BYTES + 2];
};
struct moment_text {
    char s[MOMENT_TEXT_BYTES + 5];
};
struct instant_text {
    char s[INSTANT_TEXT_BYTES + 3];
};

bool day_is_valid(struct day day);
bool day_is_none(struct day day);
bool day_equal(struct day a, struct day b);
int day_compare(struct day a, struct day b);

/* Days since 1970-01-01, and back; the number is dense, so ranges are loops. */
int32_t day_number(struct day day);
struct day day_from_number(int32_t number);
struct day day_add(struct day day, int days);
enum weekday day_weekday(struct day day);
struct day day_month_first(struct day day);
struct day day_month_last(struct day day);

/* "2021-05-17" */
bool day_parse(struct text text, struct day *out_day);
struct day_text day_text(struct day day);

/* "2021-05-17 07:44:08"; a 'T' may stand for the blank.  24:10 is refused. */
bool moment_parse(struct text text, int64_t *out_moment);
struct moment_text moment_text(int64_t moment);
int64_t moment_of(struct day day, int second_of_day); /* seconds may be < 0 or > 86400 */
struct day moment_day(int64_t moment);
int32_t moment_day_number(int64_t moment); /* day_number of its day, without the calendar */
int moment_second_of_day(int64_t moment);

/* "2021-05-17T07:44:08+07:00", with milliseconds when there are any, "Z" for UTC. */
bool instant_parse(struct text text, int64_t *out_at_ms);
struct instant_text instant_text(int64_t at_ms, int offset_minutes);

/* The wall clock of a place at an instant, and back. */
int64_t moment_at(int64_t at_ms, int offset_minutes);
int64_t instant_of_moment(int64_t moment, int offset_minutes);

/* "07:30" and "07:30:59" as seconds since midnight; 24:00 is accepted as an end. */
bool time_of_day_parse(struct text text, int *out_second);
