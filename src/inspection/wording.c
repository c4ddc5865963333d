#include "inspection/wording.h"

#include "rules/balance.h"

#include <stdio.h>

static const char *const months[] = {"Januari",   "Februari", "Maret",    "April",
                                     "Mei",       "Juni",     "Juli",     "Agustus",
                                     "September", "Oktober",  "November", "Desember"};
static const char *const weekdays[] = {
    [MONDAY] = "Senin", [TUESDAY] = "Selasa", [WEDNESDAY] = "Rabu", [THURSDAY] = "Kamis",
    [FRIDAY] = "Jumat", [SATURDAY] = "Sabtu", [SUNDAY] = "Minggu",
};

struct text wording_count(struct arena *mem, int64_t count)
{
    char digits[24];
    char grouped[36];
    int bytes = snprintf(digits, sizeof digits, "%lld", (long long)count);
    size_t out = 0;

    for (int i = 0; i < bytes; i++) {
        if (i > 0 && (bytes - i) % 3 == 0 && digits[i - 1] != '-') grouped[out++] = '.';
        grouped[out++] = digits[i];
    }
    return arena_text(mem, (struct text){grouped, out});
}

struct text wording_percent(struct arena *mem, int32_t part, int32_t whole)
{
    struct percent_text percent = percent_text(part, whole);

    for (char *at = percent.s; *at; at++) {
        if (*at == '.') *at = ',';
    }
    return arena_text(mem, text_of(percent.s));
}

struct text wording_day(struct arena *mem, struct day day)
{
    assert(day_is_valid(day));
    return arena_format(mem, "%d %s %d", day.day_of_month, months[day.month - 1], day.year);
}

struct text wording_weekday(struct arena *mem, struct day day)
{
    return arena_format(mem, "%s, " TEXT_FORMAT, weekdays[day_weekday(day)],
                        TEXT_ARGUMENT(wording_day(mem, day)));
}

struct text wording_clock(struct arena *mem, int64_t at_ms, int offset_minutes)
{
    int second = moment_second_of_day(moment_at(at_ms, offset_minutes));

    return arena_format(mem, "%02d.%02d", second / 3600, second / 60 % 60);
}

struct text wording_duration(struct arena *mem, int64_t seconds)
{
    int64_t minutes = (seconds + 30) / 60;

    if (minutes < 60) return arena_format(mem, "%lld menit", (long long)minutes);
    return arena_format(mem, "%lld jam %lld menit", (long long)(minutes / 60),
                        (long long)(minutes % 60));
}
