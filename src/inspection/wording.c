#include "inspection/wording.h"

#include "base/buf.h"
#include "rules/balance.h"

#include <stdio.h>

enum { NUMBER_MAX = 9999, NUMBER_BYTES_MAX = 96 };

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

/* ---- numbers in words ---- */

static const char *const units[] = {"nol",  "satu",  "dua",     "tiga",     "empat",   "lima",
                                    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};

/* "se-" stands for one before ratus and ribu, and before belas. */
static void add_times(struct buf *words, int times, const char *of)
{
    if (times == 0) return;
    if (words->bytes > 0) buf_add_char(words, ' ');
    if (times == 1) {
        buf_format(words, "se%s", of);
    } else {
        buf_format(words, "%s %s", units[times], of);
    }
}

static void add_below_hundred(struct buf *words, int number)
{
    const char *between = words->bytes > 0 ? " " : "";

    if (number == 0) return;
    if (number < (int)COUNT_OF(units)) {
        buf_format(words, "%s%s", between, units[number]);
    } else if (number < 20) {
        buf_format(words, "%s%s belas", between, units[number - 10]);
    } else {
        buf_format(words, "%s%s puluh", between, units[number / 10]);
        if (number % 10 > 0) buf_format(words, " %s", units[number % 10]);
    }
}

struct text wording_number(struct arena *mem, int number)
{
    CLEANUP(buf_done) struct buf words = {0};

    assert(number >= 0 && number <= NUMBER_MAX);
    if (number == 0) return text_of(units[0]);
    buf_init(&words, NUMBER_BYTES_MAX);
    add_times(&words, number / 1000, "ribu");
    add_times(&words, number / 100 % 10, "ratus");
    add_below_hundred(&words, number % 100);
    return arena_text(mem, buf_text(&words));
}

struct text wording_day_in_words(struct arena *mem, struct day day)
{
    assert(day_is_valid(day));
    return arena_format(
        mem, "%s tanggal " TEXT_FORMAT " bulan %s tahun " TEXT_FORMAT " (%02d-%02d-%04d)",
        weekdays[day_weekday(day)], TEXT_ARGUMENT(wording_number(mem, day.day_of_month)),
        months[day.month - 1], TEXT_ARGUMENT(wording_number(mem, day.year)), day.day_of_month,
        day.month, day.year);
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
