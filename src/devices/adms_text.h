/* adms_text.h - names that terminals send in the encodings of their country.
 *
 * Fields are UTF-8, or GB2312/GB18030 on Chinese-language firmware (adms.md
 * §1).  What is shown to people must be UTF-8; what is kept as evidence stays
 * as it came.
 *
 * Memory    The result lives in the arena or is the input itself.
 * Threads   Any. */
#pragma once

#include "base/arena.h"
#include "base/text.h"

/* Readable UTF-8 without control characters: as it is when it is that already,
 * converted from GB18030 when it is that, else with '?' for each foreign byte. */
struct text adms_text_readable(struct arena *mem, struct text bytes);
