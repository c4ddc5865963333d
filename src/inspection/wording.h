/* wording.h - figures and days as an Indonesian sentence has them.
 *
 *   5789 -> "5.789"     82.79 -> "82,79"     2021-05-17 -> "Senin, 17 Mei 2021"
 *
 * Memory    Texts live in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/arena.h"
#include "base/day.h"

struct text wording_count(struct arena *mem, int64_t count);

/* Of a whole, with two decimals, rounded from the integers: "82,79"; empty when
 * the whole is 0. */
struct text wording_percent(struct arena *mem, int32_t part, int32_t whole);

/* Up to 9.999: "dua ribu dua puluh satu". */
struct text wording_number(struct arena *mem, int number);

struct text wording_day(struct arena *mem, struct day day);     /* "17 Mei 2021" */
struct text wording_weekday(struct arena *mem, struct day day); /* "Senin, 17 Mei 2021" */

/* "Senin tanggal tujuh belas bulan Mei tahun dua ribu dua puluh satu (17-05-2021)" */
struct text wording_day_in_words(struct arena *mem, struct day day);

struct text wording_clock(struct arena *mem, int64_t at_ms, int offset_minutes); /* "08.33" */
struct text wording_duration(struct arena *mem, int64_t seconds); /* "54 menit", "1 jam 2 menit" */
