/* terminal_book.h - the terminals as they are this second.
 *
 * Answers, for every request of a terminal and without touching the store:
 * is this serial number approved, and in which zone does it stand?  Notes each
 * contact, keeps the list of unknown terminals that wait for approval, and
 * measures what only the living know: address, clock error, backlog, firmware.
 * What must survive a restart is written from here as facts: contacts at the
 * beginning of an interval, then every few minutes, and at the end.
 *
 * Memory    The book owns its entries; lists are copied into the caller's arena.
 * Threads   Any: one lock, held briefly, never across a call outside.
 * Errors    None, but the book is bounded: beyond TERMINAL_PENDING_MAX unknown
 *           terminals the one that was quiet longest is forgotten. */
#pragma once

#include "attendance/picture.h"
#include "attendance/terminal_contact.h"
#include "base/arena.h"

enum { TERMINAL_PENDING_MAX = 1000, TERMINAL_NOTE_BYTES_MAX = 64 };

struct terminal_book;

struct terminal_book *terminal_book_new(void) RETURNS_NONNULL NODISCARD;
void terminal_book_free(struct terminal_book **book);

/* Take over what the picture says of a day: approvals, moves, names, zones,
 * recorded contacts.  What was noted live stays. */
void terminal_book_follow(struct terminal_book *book, const struct picture *picture, int32_t today);

enum terminal_standing {
    TERMINAL_STANDS_UNKNOWN, /* waits for approval; nothing may be stored */
    TERMINAL_STANDS_APPROVED,
    TERMINAL_STANDS_REFUSED, /* refused or retired */
};

/* What a request of a terminal needs to know. */
struct terminal_meeting {
    enum terminal_standing standing;
    int offset_minutes; /* of its place */
    int64_t gap_ms;     /* of silence before this contact; 0 when it was in contact */
    int64_t from_ms;    /* since when it has been in contact without a gap */
};

/* A terminal made a request; `address` is where it came from. */
void terminal_book_meet(struct terminal_book *book,
                        struct text serial,
                        struct text address,
                        int64_t now_ms,
                        struct terminal_meeting *out_meeting);

/* What a terminal told or showed about itself; empty and INT64_MIN: nothing new. */
struct terminal_note {
    struct text model;
    struct text firmware;
    struct text protocol;
    int64_t held;     /* records it says it still holds back */
    int64_t drift_ms; /* its clock against ours */
    int64_t punches;  /* that it just delivered */
};
#define TERMINAL_NOTHING INT64_MIN
void terminal_book_note(struct terminal_book *book,
                        struct text serial,
                        const struct terminal_note *note,
                        int64_t now_ms);

/* The latest contact, or 0: a coverage_contact. */
int64_t terminal_book_contact(const void *book, struct text serial);

/* Ten-minute counts of a day, from 06:00, as the terminals page draws them. */
enum { TERMINAL_ACTIVITY_SLOTS = 84, TERMINAL_ACTIVITY_FROM_MINUTE = 360 };

struct terminal_view {
    struct text serial;
    struct text agency; /* code; empty while it waits */
    int32_t since;      /* the day from which it stands there, or TERMINAL_SINCE_EVER */
    struct text name;
    struct text model;
    struct text firmware;
    struct text protocol;
    struct text address;
    enum terminal_standing standing;
    bool silent;
    int64_t first_seen_ms; /* since the program started */
    int64_t contact_from_ms;
    int64_t contact_to_ms; /* 0: never */
    int64_t held;          /* TERMINAL_NOTHING: not known */
    int64_t drift_ms;      /* TERMINAL_NOTHING: not known */
    int64_t punches_today;
    uint16_t activity[TERMINAL_ACTIVITY_SLOTS];
};

/* All terminals of one standing, by serial number. */
void terminal_book_list(struct terminal_book *book,
                        enum terminal_standing standing,
                        int64_t now_ms,
                        struct arena *mem,
                        struct terminal_view **out_views,
                        size_t *out_count);

struct terminal_totals {
    size_t approved, connected, silent, never, pending;
    int64_t held;
};
void terminal_book_totals(struct terminal_book *book,
                          int64_t now_ms,
                          struct terminal_totals *out_totals);

/* Contacts that are due to become facts; they count as written.  With `all`
 * every contact that is newer than its fact. */
void terminal_book_due(struct terminal_book *book,
                       int64_t now_ms,
                       bool all,
                       struct arena *mem,
                       struct terminal_contact **out_contacts,
                       size_t *out_count);
