/* identifier.h - are these the numbers of one real person?
 *
 * NIP (PNS, CPNS), 18 digits, no check digit:
 *
 *   1986 09 26  2015 05  1  001
 *   birth       CPNS     G  serial; G is 1 for a man, 2 for a woman
 *
 * NI PPPK, 18 digits: birth, year of appointment, two digits of the agreement
 * (commonly 21, above 12 where a NIP has a month), G, serial.
 * NIK, 16 digits: province, regency, district, DDMMYY (women day + 40), serial.
 *
 * Only what cannot be a number of its kind is refused.  Registers contain old
 * mistakes that nobody at a desk can repair (a NIK never changes), so a
 * contradiction between numbers, an unusual year or an unknown district is a
 * warning.
 *
 * Sources   Perka BKN 22/2007 and 43/2007; domain.md 5.
 * Threads   All functions are pure. */
#pragma once

#include "base/day.h"
#include "base/text.h"

enum { IDENTIFIER_FINDINGS_MAX = 12 };

enum identifier_kind {
    IDENTIFIER_PNS,   /* and CPNS */
    IDENTIFIER_PPPK,  /* and PPPK paruh waktu */
    IDENTIFIER_OTHER, /* kontrak: any text */
};

enum identifier_severity {
    IDENTIFIER_WARNED,
    IDENTIFIER_REFUSED,
};

enum identifier_problem {
#define IDENTIFIER(name, severity, word, indonesian, english) IDENTIFIER_##name,
#include "rules/identifier.def"
#undef IDENTIFIER
};

enum identifier_field {
    IDENTIFIER_FIELD_NUMBER,
    IDENTIFIER_FIELD_NIK,
};

struct identifier_finding {
    enum identifier_field field;
    enum identifier_problem problem;
};

struct identifier_report {
    size_t count;
    size_t refused_count;
    struct identifier_finding findings[IDENTIFIER_FINDINGS_MAX];
};

/* Check the number of a person and the NIK beside it (empty: none). */
void identifier_check(enum identifier_kind kind,
                      struct text number,
                      struct text nik,
                      struct identifier_report *out_report);

enum identifier_severity identifier_severity_of(enum identifier_problem problem);
const char *identifier_word(enum identifier_problem problem);
const char *identifier_indonesian(enum identifier_problem problem);
const char *identifier_english(enum identifier_problem problem);
