/* zone.h - the three time zones of Indonesia.
 *
 * Keppres 41/1987: WIB for Sumatra, Java and western and central Kalimantan,
 * WITA for the rest of Kalimantan, Bali, Nusa Tenggara and Sulawesi, WIT for
 * Maluku and Papua.  There is no summer time, so a zone is one offset and the
 * table zone.def is the whole of it.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/text.h"

enum zone {
#define ZONE(name, word, iana, offset) ZONE_##name,
#include "rules/zone.def"
#undef ZONE
};

/* "WIB", in any case, or an IANA name; also Asia/Pontianak and the old
 * Asia/Ujung_Pandang. */
bool zone_parse(struct text text, enum zone *out_zone);

/* 420, 480 and 540; any other offset is no zone of Indonesia. */
bool zone_of_offset(int offset_minutes, enum zone *out_zone);

const char *zone_word(enum zone zone);
const char *zone_iana(enum zone zone);
int zone_offset_minutes(enum zone zone);
