#include "base/day.h"

#include <stdio.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };
enum { MS_PER_SECOND = 1000, SECONDS_PER_MINUTE = 60, SECONDS_PER_HOUR = 3600 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

bool day_is_valid(struct day day)
{
    return day.year >= YEAR_FIRST && day.year <= YEAR_LAST && day.month >= 1 && day.month <= 12 &&
           day.day_of_month >= 1 && day.day_of_month <= days_in_month(day.year, day.month);
}

bool day_is_none(struct day day)
{
    return day.year == 0;
}

int day_compare(struct day a, struct day b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day_of_month > b.day_of_month) - (a.day_of_month < b.day_of_month);
}

bool day_equal(struct day a, struct day b)
{
    return day_compare(a, b) == 0;
}

/* Years are counted from March, so that the leap day is the last of its year. */
int32_t day_number(struct day day)
{
    int32_t year = day.year - (day.month <= 2);
    int32_t month = (day.month + 9) % 12;
    int32_t in_year = (153 * month + 2) / 5 + day.day_of_month - 1;

    assert(day_is_valid(day));
    return year * 365 + year / 4 - year / 100 + year / 400 + in_year - 719468;
}

struct day day_from_number(int32_t number)
{
    int32_t shifted = number + 719468;
    int32_t era = shifted / 146097;
    int32_t in_era = shifted - era * 146097;
    int32_t year_of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int32_t in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t month = (5 * in_year + 2) / 153;
    int32_t civil_month = month < 10 ? month + 3 : month - 9;

    return (struct day){
        .year = (int16_t)(year_of_era + era * 400 + (civil_month <= 2)),
        .month = (int8_t)civil_month,
        .day_of_month = (int8_t)(in_year - (153 * month + 2) / 5 + 1),
    };
}

struct day day_add(struct day day, int days)
{
    return day_from_number(day_number(day) + days);
}

enum weekday day_weekday(struct day day)
{
    int32_t since_monday = (day_number(day) + 3) % 7; /* 1970-01-01 was a Thursday */

    return (enum weekday)(since_monday < 0 ? since_monday + 7 : since_monday);
}

struct day day_month_first(struct day day)
{
    day.day_of_month = 1;
    return day;
}

struct day day_month_last(struct day day)
{
    day.day_of_month = (int8_t)days_in_month(day.year, day.month);
    return day;
}

/* `count` digits at `at`, without looking further. */
static bool parse_digits(const char *at, size_t count, int *out_value)
{
    int64_t value = 0;

    if (!text_digits((struct text){at, count})) return false;
    if (!text_int((struct text){at, count}, &value)) return false;
    *out_value = (int)value;
    return true;
}

bool day_parse(struct text text, struct day *out_day)
{
    int year = 0, month = 0, day_of_month = 0;
    struct day day;

    if (text.bytes != DAY_TEXT_BYTES || text.at[4] != '-' || text.at[7] != '-') return false;
    if (!parse_digits(text.at, 4, &year) || !parse_digits(text.at + 5, 2, &month) ||
        !parse_digits(text.at + 8, 2, &day_of_month)) {
        return false;
    }
    day = (struct day){(int16_t)year, (int8_t)month, (int8_t)day_of_month};
    if (!day_is_valid(day)) return false;
    *out_day = day;
    return true;
}

/* `count` digits of a number that has no more; written out because an import
 * writes days by the hundred thousand. */
static void put_digits(char *at, size_t count, unsigned value)
{
    for (size_t i = count; i > 0; i--) {
        at[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
}

struct day_text day_text(struct day day)
{
    struct day_text text = {""};

    if (day_is_none(day)) return text;
    text = (struct day_text){"0000-00-00"};
    put_digits(text.s, 4, (unsigned)(uint16_t)day.year);
    put_digits(text.s + 5, 2, (unsigned)(uint8_t)day.month);
    put_digits(text.s + 8, 2, (unsigned)(uint8_t)day.day_of_month);
    return text;
}

/* "HH:MM:SS" below 24 hours. */
static bool parse_clock(const char *at, int *out_second)
{
    int hour = 0, minute = 0, second = 0;

    if (at[2] != ':' || at[5] != ':') return false;
    if (!parse_digits(at, 2, &hour) || !parse_digits(at + 3, 2, &minute) ||
        !parse_digits(at + 6, 2, &second)) {
        return false;
    }
    if (hour > 23 || minute > 59 || second > 59) return false;
    *out_second = hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second;
    return true;
}

bool moment_parse(struct text text, int64_t *out_moment)
{
    struct day day;
    int second = 0;

    if (text.bytes != MOMENT_TEXT_BYTES) return false;
    if (text.at[DAY_TEXT_BYTES] != ' ' && text.at[DAY_TEXT_BYTES] != 'T') return false;
    if (!day_parse((struct text){text.at, DAY_TEXT_BYTES}, &day)) return false;
    if (!parse_clock(text.at + DAY_TEXT_BYTES + 1, &second)) return false;
    *out_moment = moment_of(day, second);
    return true;
}

struct moment_text moment_text(int64_t moment)
{
    struct moment_text text = {""};
    unsigned second = (unsigned)moment_second_of_day(moment);

    IGNORE(snprintf(text.s, sizeof text.s, "%.10s %02u:%02u:%02u", day_text(moment_day(moment)).s,
                    second / SECONDS_PER_HOUR % 24, second / SECONDS_PER_MINUTE % 60,
                    second % SECONDS_PER_MINUTE),
           "a moment of a valid day fits");
    return text;
}

int64_t moment_of(struct day day, int second_of_day)
{
    return (int64_t)day_number(day) * SECONDS_PER_DAY + second_of_day;
}

static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0);
}

int32_t moment_day_number(int64_t moment)
{
    return (int32_t)floor_divide(moment, SECONDS_PER_DAY);
}

struct day moment_day(int64_t moment)
{
    return day_from_number(moment_day_number(moment));
}

int moment_second_of_day(int64_t moment)
{
    return (int)(moment - floor_divide(moment, SECONDS_PER_DAY) * SECONDS_PER_DAY);
}

/* "Z", "+07:00", "-03:30" */
static bool parse_offset(struct text text, int *out_minutes)
{
    int hour = 0, minute = 0;

    if (text_equal(text, TEXT("Z"))) {
        *out_minutes = 0;
        return true;
    }
    if (text.bytes != 6 || (text.at[0] != '+' && text.at[0] != '-') || text.at[3] != ':') {
        return false;
    }
    if (!parse_digits(text.at + 1, 2, &hour) || !parse_digits(text.at + 4, 2, &minute)) {
        return false;
    }
    if (hour > 14 || minute > 59) return false;
    *out_minutes = (hour * 60 + minute) * (text.at[0] == '-' ? -1 : 1);
    return true;
}

bool instant_parse(struct text text, int64_t *out_at_ms)
{
    int64_t moment = 0;
    int offset = 0, ms = 0;
    struct text rest;

    if (text.bytes <= MOMENT_TEXT_BYTES) return false;
    if (!moment_parse((struct text){text.at, MOMENT_TEXT_BYTES}, &moment)) return false;
    rest = (struct text){text.at + MOMENT_TEXT_BYTES, text.bytes - MOMENT_TEXT_BYTES};
    if (rest.bytes > 4 && rest.at[0] == '.') {
        if (!parse_digits(rest.at + 1, 3, &ms)) return false;
        rest = (struct text){rest.at + 4, rest.bytes - 4};
    }
    if (!parse_offset(rest, &offset)) return false;
    *out_at_ms = instant_of_moment(moment, offset) + ms;
    return true;
}

struct instant_text instant_text(int64_t at_ms, int offset_minutes)
{
    struct instant_text text = {""};
    struct moment_text moment = moment_text(moment_at(at_ms, offset_minutes));
    int ms = (int)(at_ms - floor_divide(at_ms, MS_PER_SECOND) * MS_PER_SECOND);
    unsigned minutes = (unsigned)(offset_minutes < 0 ? -offset_minutes : offset_minutes);
    char fraction[8] = "";

    moment.s[DAY_TEXT_BYTES] = 'T';
    if (ms) IGNORE(snprintf(fraction, sizeof fraction, ".%03u", (unsigned)ms % 1000u), "fits");
    IGNORE(snprintf(text.s, sizeof text.s, "%.19s%.4s%c%02u:%02u", moment.s, fraction,
                    offset_minutes < 0 ? '-' : '+', minutes / 60 % 100, minutes % 60),
           "an instant of a valid day fits");
    return text;
}

int64_t moment_at(int64_t at_ms, int offset_minutes)
{
    return floor_divide(at_ms, MS_PER_SECOND) + (int64_t)offset_minutes * SECONDS_PER_MINUTE;
}

int64_t instant_of_moment(int64_t moment, int offset_minutes)
{
    return (moment - (int64_t)offset_minutes * SECONDS_PER_MINUTE) * MS_PER_SECOND;
}

bool time_of_day_parse(struct text text, int *out_second)
{
    int hour = 0, minute = 0, second = 0;

    if (text.bytes != 5 && text.bytes != 8) return false;
    if (text.at[2] != ':' || !parse_digits(text.at, 2, &hour) ||
        !parse_digits(text.at + 3, 2, &minute)) {
        return false;
    }
    if (text.bytes == 8 && (text.at[5] != ':' || !parse_digits(text.at + 6, 2, &second))) {
        return false;
    }
    if (minute > 59 || second > 59) return false;
    if (hour > 24 || (hour == 24 && (minute || second))) return false;
    *out_second = hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second;
    return true;
}
