/* punch.h - one recorded presence, as a fact.
 *
 * A punch says: on this terminal, this PIN was recognised at this moment of
 * the terminal's wall clock.  It never names a person: whom a PIN means is an
 * enrolment, resolved when a day is judged.  A punch is the same as another
 * when (terminal, PIN, moment, status, verify) are the same, however often
 * and however late it is sent.
 *
 *   body = version 1 | source | flags | offset | moment | received | status |
 *          verify | serial | PIN | extra          (integers little endian,
 *          texts with their length; extra is what the row held beyond)
 *
 * Memory    A decoded punch points into the body.
 * Threads   All functions are pure. */
#pragma once

#include "base/buf.h"
#include "base/limits.h"
#include "base/set128.h"
#include "base/text.h"

enum punch_source {
    PUNCH_FROM_TERMINAL, /* a terminal pushed it */
    PUNCH_FROM_FILE,     /* imported; the PIN may be a person's number */
};

enum {
    PUNCH_TIME = 1,     /* the clock that wrote it cannot be right: a person must look */
    PUNCH_BACKLOG = 2,  /* came together with others: recorded while offline */
    PUNCH_REVIEWED = 4, /* at its true time, as a person decided (review.h); never in a fact */
};

enum { PUNCH_STATUS_UNDEFINED = 255, PUNCH_EXTRA_BYTES_MAX = 1024 };

/* A year before 2015, or more than a day ahead of its receipt, is no time. */
enum {
    PUNCH_YEAR_FIRST = 2015,
    PUNCH_MOMENT_FIRST = 1420070400, /* when it began */
    PUNCH_AHEAD_SECONDS_MAX = 24 * 3600
};

struct punch {
    struct text terminal; /* serial number */
    struct text pin;      /* text, compared byte for byte */
    struct text extra;    /* columns that are kept and not interpreted */
    int64_t moment;       /* the terminal's wall clock */
    int64_t received_at_ms;
    int offset_minutes; /* of the terminal's place, east of UTC */
    int status;         /* direction key: 0 in, 1 out, 255 undefined */
    int verify;         /* how it was recognised, by the model's table */
    enum punch_source source;
    unsigned flags;
    bool stored; /* outcome of recording it: it was new (not part of the fact) */
};

void punch_encode(const struct punch *punch, struct buf *body);

/* False for a body that punch_encode cannot have made; then *out_punch is as it was. */
bool punch_decode(struct text body, struct punch *out_punch);

/* What makes it the same as another. */
struct set128_key punch_key(const struct punch *punch);

/* PUNCH_TIME when the moment cannot be right, seen from when it was received. */
unsigned punch_time_flags(int64_t moment, int64_t received_at_ms, int offset_minutes);

/* The civil day it is filed under: its own, or that of its receipt when its
 * time is doubtful.  So a doubtful punch that is sent again would be filed under
 * another day: it is the same all the same, and is recognised by punch_key. */
int32_t punch_day(const struct punch *punch);
