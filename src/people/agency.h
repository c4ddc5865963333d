/* agency.h - an agency (OPD, unit kerja) as it is recorded.
 *
 * Agencies form a tree of any depth below the government.  An agency without
 * a zone or a pattern has its parent's.  Coordinates are those of the place
 * where its people work, both or none.
 *
 * Memory    A row owns nothing. */
#pragma once

#include "people/fact_record.h"

struct agency {
    struct text code;
    struct text parent; /* none: the government */
    struct text name;
    struct text short_name;
    struct text kind;
    struct text zone; /* none: the parent's */
    double latitude;  /* NaN: none */
    double longitude;
    struct text pattern; /* none: the parent's */
    struct text author;
    bool withdrawn;
};

extern const struct record agency_record;
extern const struct fact_table agency_fact;

/* The usual kinds of units (PP 18/2016); another one is allowed. */
bool agency_kind_is_usual(struct text kind);

/* RC_NOT_FOUND when no such agency is in the register. */
enum rc agency_require(struct db *db, int government, struct text code) NODISCARD;
