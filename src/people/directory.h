/* directory.h - who belongs where, as one moment knew it.
 *
 * A directory is the register of the government (agencies, people, postings,
 * enrolments, leave, rosters, decrees, settings) read into compact arrays, so
 * that days can be judged without asking the database again.  It is a picture:
 * `as_of_ms` says what had been recorded by then, so a recap can be made with
 * what was known at any time, and the picture never changes afterwards.  When
 * facts of the register pass (fact_changes_directory), load another.
 *
 *   agencies   in the order of the tree, so what lies below agency i is
 *              the range [i, agencies[i].end)
 *   people     in the order they were first recorded: an index stays the same
 *              in every later picture (agency indexes do not)
 *   postings, leave, shifts    one slice a person, ordered by day
 *
 * People, agencies and the rest refer to each other by index; NONE (-1) is
 * "nobody".  Days are numbers of day.h, both ends included; an open end is
 * DAY_NUMBER_FIRST or DAY_NUMBER_LAST.
 *
 * Measured: see directory_test.
 *
 * Memory    A directory owns all its text; about 250 bytes a person.
 * Threads   Loading: any thread, on its own connection.  A loaded directory
 *           never changes; any thread may read it.
 * Errors    RC_UNAVAILABLE when the database fails. */
#pragma once

#include "base/day.h"
#include "db/db.h"
#include "people/fact.h"
#include "people/person_kind.h"
#include "rules/calendar.h"
#include "rules/state.h"

#define AS_OF_NOW INT64_MAX

enum { NONE = -1 };

struct directory_agency {
    struct text code;
    struct text name;
    struct text short_name; /* the name when it has no short one */
    struct text kind;
    struct text pattern;     /* its own, or the nearest above; empty: the government's default */
    struct text own_pattern; /* empty when inherited */
    struct text zone;        /* "WIB": its own, or the nearest above, or the government's */
    struct text own_zone;    /* empty when inherited */
    double latitude;
    double longitude;
    bool has_place;
    int offset_minutes; /* of the zone, east of UTC */
    int32_t parent;     /* NONE: directly below the government */
    int32_t end;        /* one past the last agency below */
    int depth;          /* 0 directly below the government */
};

struct directory_person {
    struct text number;
    struct text name;
    struct text position;
    struct text echelon;
    struct text roles; /* separated by ';' */
    enum person_kind kind;
    int32_t active_from; /* days */
    int32_t active_to;
    uint32_t posting_first; /* slices of the arrays below */
    uint32_t posting_count;
    uint32_t leave_first;
    uint32_t leave_count;
    uint32_t shift_first;
    uint32_t shift_count;
    uint32_t pin_first; /* a slice of person_enrolments */
    uint32_t pin_count; /* enrolments that name the person, whenever valid */
};

struct directory_posting {
    int32_t agency;
    int32_t from;
    int32_t to;
};

struct directory_enrolment {
    struct text pin;
    struct text terminal; /* empty: every terminal */
    int32_t person;
    int32_t from;
    int32_t to;
};

struct directory_leave {
    struct text reference;
    enum leave kind;
    int32_t from;
    int32_t to;
    int64_t recorded_at_ms; /* later than `to`: entered afterwards */
};

/* Days that a period excused until it was taken back or made shorter. */
struct directory_withdrawal {
    int32_t person;
    enum leave kind;
    int32_t began; /* first day of the period */
    int32_t from;  /* the days taken back */
    int32_t to;
    struct text reference; /* of the period as it was */
    struct text author;    /* who took it back; empty: the command line */
    int64_t at_ms;
};

struct directory_shift {
    struct text shift; /* a shift of the pattern; empty: off */
    int32_t day;
};

/* What one decree says about one date; rules/calendar weighs them. */
struct directory_decree {
    enum calendar_kind kind;
    struct text decree;
    struct day day;
    struct day decided_on;
    int64_t recorded_at_ms;
};

struct directory_setting {
    struct text key;
    struct text value;
    struct text regulation;
    struct text note;
    bool unverified; /* shown as "perlu verifikasi" */
};

struct directory {
    const struct directory_agency *agencies;
    const struct directory_person *people;
    const struct directory_posting *postings;
    const struct directory_enrolment *enrolments; /* by pin, terminal, day */
    const uint32_t *person_enrolments;            /* the same, person by person */
    const struct directory_leave *leaves;
    const struct directory_withdrawal *withdrawals;
    const struct directory_shift *shifts;
    const struct directory_decree *decrees;   /* by day and decree */
    const struct directory_setting *settings; /* by key */
    size_t agency_count;
    size_t person_count;
    size_t posting_count;
    size_t enrolment_count;
    size_t leave_count;
    size_t withdrawal_count;
    size_t shift_count;
    size_t decree_count;
    size_t setting_count;
    struct text government_name;
    struct text government_short;
    struct text public_address;  /* where the public reaches this program, or empty */
    struct text government_zone; /* "WIB" */
    int offset_minutes;          /* of the government's zone */
    int64_t edition;             /* grows with every change of the register */
    struct directory_private *own;
};

struct directory_options {
    int government;
    int64_t as_of_ms; /* AS_OF_NOW, or an instant */
    struct day from;  /* leave and shifts outside of [from, to] are not loaded; */
    struct day to;    /* {0}: no limit */
};

enum rc directory_load(struct db *db,
                       const struct directory_options *options,
                       struct directory **out_directory) NODISCARD;
void directory_free(struct directory **directory);

/* The edition that a load would have now: a cheap way to see that a picture is old. */
enum rc directory_edition(struct db *db, int government, int64_t *out_edition) NODISCARD;

/* Bytes held, for /metrics. */
size_t directory_bytes(const struct directory *directory);

/* Index, or NONE. */
int32_t directory_find_agency(const struct directory *directory, struct text code);
int32_t directory_find_person(const struct directory *directory, struct text number);

/* Whom a PIN means on a terminal on a day: an enrolment on that terminal comes
 * before one for all terminals.  NONE: nobody. */
int32_t directory_resolve(const struct directory *directory,
                          struct text pin,
                          struct text terminal,
                          int32_t day);

/* The first of the enrolments of a PIN; the others of the same PIN follow it. */
bool directory_find_pin(const struct directory *directory, struct text pin, size_t *out_first);

/* Visit every text under which punches of a person can come, each once: the
 * PINs of all enrolments, whenever valid, and the number, which files may use. */
typedef void directory_pin_visitor(void *visitor, struct text pin);
void directory_pins_of(const struct directory *directory,
                       int32_t person,
                       directory_pin_visitor *visit,
                       void *visitor);

/* The agency of a person on a day, or NONE. */
int32_t directory_agency_of(const struct directory *directory, int32_t person, int32_t day);

/* On the roster that day: within the active days and posted to an agency. */
bool directory_is_active(const struct directory *directory, int32_t person, int32_t day);

/* The leave of a day; of two the one that began later, then the one recorded later.  Or NULL. */
const struct directory_leave *directory_leave_on(const struct directory *directory,
                                                 int32_t person,
                                                 int32_t day);

/* The last withdrawal of leave that would cover a day, or NULL.  It looks
 * through all of them: for one person's one day. */
const struct directory_withdrawal *directory_withdrawal_on(const struct directory *directory,
                                                           int32_t person,
                                                           int32_t day);

/* What the published roster says; NULL: no roster covers that day. */
const struct directory_shift *directory_shift_on(const struct directory *directory,
                                                 int32_t person,
                                                 int32_t day);

/* A setting, or the default when it was never set or cannot be read. */
struct text directory_setting(const struct directory *directory,
                              const char *key,
                              struct text otherwise);
int64_t directory_setting_int(const struct directory *directory,
                              const char *key,
                              int64_t otherwise);

/* True when `agency` is `ancestor` or lies below it; NONE as ancestor is the
 * government. */
bool directory_is_below(const struct directory *directory, int32_t agency, int32_t ancestor);
