/* enrolment.h - which person a PIN means.
 *
 * A terminal knows people by a PIN, which is text and is compared byte for
 * byte.  An enrolment says whose it is: on every terminal (the usual case) or
 * on one of them, where another person may have the same PIN; from a day, to a
 * day.  On its terminal it comes before one for all terminals.
 *
 *   pin 17, all terminals   |---- Ana ----|        |------ Budi ---- ...
 *   pin 17, terminal OGX1         |------------- Cici --------------- ...
 *
 * At any day one PIN of one scope means at most one person.
 *
 * Memory    A row owns nothing.
 * Threads   Commands run on the ledger's thread; the rest is pure.
 * Errors    RC_CONFLICT when the PIN already means somebody else in these
 *           days, RC_INVALID for a person the register does not know; *why
 *           names the field. */
#pragma once

#include "people/fact_record.h"

struct enrolment {
    struct text pin;
    struct text terminal;  /* serial; none: every terminal */
    struct day valid_from; /* none: always */
    struct text number;    /* the person */
    struct day valid_to;   /* none: still valid */
    struct text author;
    bool withdrawn;
};

extern const struct record enrolment_record;
extern const struct fact_table enrolment_fact;

/* Map a PIN.  Without a first day it is valid from the day after the last
 * earlier owner's, or always when there was none, so that punches that waited
 * find their owner.  Mapping what is mapped so already changes nothing. */
struct enrolment_request {
    struct enrolment enrolment;
    bool from_is_given;
    int64_t position; /* out: the log entry; 0 when nothing changed */
};
extern const struct ledger_command enrolment_map_command;

/* End the enrolment of a PIN that is valid on `last_day`; it is its last. */
struct enrolment_end {
    struct text pin;
    struct text terminal;
    struct day last_day;
    struct text author;
    int64_t position; /* out */
};
extern const struct ledger_command enrolment_end_command;

/* The decision behind enrolment_map_command.  `existing` are the latest
 * versions for the PIN and scope, by first day. */
enum enrolment_outcome {
    ENROLMENT_NEW,     /* *wanted has its first day set */
    ENROLMENT_SAME,    /* says nothing new */
    ENROLMENT_CLASHES, /* with *out_other */
};
enum enrolment_outcome enrolment_decide(const struct enrolment *existing,
                                        size_t count,
                                        bool from_is_given,
                                        struct enrolment *wanted,
                                        const struct enrolment **out_other);
