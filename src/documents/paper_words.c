#include "documents/paper_words.h"

#include "rules/balance.h"
#include "rules/zone.h"

#include <inttypes.h>

static const char *const months[] = {"Januari",   "Februari", "Maret",    "April",
                                     "Mei",       "Juni",     "Juli",     "Agustus",
                                     "September", "Oktober",  "November", "Desember"};

static const char *const weekdays[] = {"Senin", "Selasa", "Rabu",  "Kamis",
                                       "Jumat", "Sabtu",  "Minggu"};

/* A point before each three digits from the right. */
struct text paper_count(struct arena *mem, int64_t count)
{
    CLEANUP(buf_done) struct buf grouped = {0};
    struct text digits = arena_format(mem, "%" PRId64, count < 0 ? -count : count);

    buf_init(&grouped, 64);
    if (count < 0) buf_add(&grouped, TEXT("−"));
    for (size_t i = 0; i < digits.bytes; i++) {
        if (i > 0 && (digits.bytes - i) % 3 == 0) buf_add_char(&grouped, '.');
        buf_add_char(&grouped, digits.at[i]);
    }
    return arena_text(mem, buf_text(&grouped));
}

struct text paper_difference(struct arena *mem, int64_t count)
{
    struct text plain = paper_count(mem, count);

    return count > 0 ? arena_format(mem, "+" TEXT_FORMAT, TEXT_ARGUMENT(plain)) : plain;
}

struct text paper_share(struct arena *mem, int32_t part, int32_t whole)
{
    struct percent_text percent = percent_text(part, whole);
    struct text fraction = text_of(percent.s);
    struct text units = text_cut(&fraction, '.');

    if (units.bytes == 0) return TEXT("");
    /* The blank before the sign does not break. */
    return arena_format(mem, TEXT_FORMAT "," TEXT_FORMAT "\xc2\xa0%%", TEXT_ARGUMENT(units),
                        TEXT_ARGUMENT(fraction));
}

struct text paper_date(struct arena *mem, struct day day)
{
    return arena_format(mem, "%d %s %d", day.day_of_month, months[day.month - 1], day.year);
}

struct text paper_day(struct arena *mem, struct day day)
{
    struct text date = paper_date(mem, day);

    return arena_format(mem, "%s, " TEXT_FORMAT, weekdays[day_weekday(day)], TEXT_ARGUMENT(date));
}

struct text paper_time(struct arena *mem, int64_t at_ms, int offset_minutes)
{
    int second = moment_second_of_day(moment_at(at_ms, offset_minutes));
    enum zone zone = ZONE_WIB;
    bool known = zone_of_offset(offset_minutes, &zone);

    return arena_format(mem, "%02d.%02d.%02d%s%s", second / 3600, second / 60 % 60, second % 60,
                        known ? " " : "", known ? zone_word(zone) : "");
}

struct text paper_instant(struct arena *mem, int64_t at_ms, int offset_minutes)
{
    struct text date = paper_date(mem, moment_day(moment_at(at_ms, offset_minutes)));
    struct text time = paper_time(mem, at_ms, offset_minutes);

    return arena_format(mem, TEXT_FORMAT ", " TEXT_FORMAT, TEXT_ARGUMENT(date),
                        TEXT_ARGUMENT(time));
}
