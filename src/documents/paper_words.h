/* paper_words.h - figures, days and times as an Indonesian letter writes them.
 *
 * 5.789 · 96,61 % · −25 · Senin, 17 Mei 2021 · pukul 08.33.00 WIB.  A share is
 * made from the counts, so that no rounded share is ever added to another.
 *
 * Memory    Texts live in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"

struct text paper_count(struct arena *mem, int64_t count);               /* "5.789" */
struct text paper_difference(struct arena *mem, int64_t count);          /* "+18", "−25", "0" */
struct text paper_share(struct arena *mem, int32_t part, int32_t whole); /* "96,61 %", "" of none */
struct text paper_date(struct arena *mem, struct day day);               /* "17 Mei 2021" */
struct text paper_day(struct arena *mem, struct day day);                /* "Senin, 17 Mei 2021" */

/* "08.33.00 WIB", and with its day "17 Mei 2021, 08.33.00 WIB". */
struct text paper_time(struct arena *mem, int64_t at_ms, int offset_minutes);
struct text paper_instant(struct arena *mem, int64_t at_ms, int offset_minutes);
