/* derived.h - derived.db: everything that can be made again from the facts.
 *
 * Written by the board alone, beside the log position it has reached.  When
 * the file is missing, cannot be read, was made by another version, or is ahead
 * of the log (a restored backup), it is thrown away and made again.
 *
 *   punch  found by day and PIN: for judging, and to recognise a repeated one
 *   refusal, report  what of terminals a person should see
 *   line   how a person's day stands
 *   tally  how many people of an agency are in which state on a day
 *   day, watch  which days are written, and until when that holds
 *
 * Memory    Rows go to a visitor; their text is valid during the visit.
 * Threads   A derived store belongs to one thread; others open a reader.
 * Errors    RC_UNAVAILABLE when the store fails. */
#pragma once

#include "attendance/punch.h"
#include "attendance/terminal_report.h"
#include "db/db.h"
#include "people/person_kind.h"
#include "rules/balance.h"
#include "rules/verdict.h"

struct derived;

/* Open or make; *out_position is the log position it has reached, 0 for a
 * fresh one. */
enum rc derived_open(const char *path,
                     int government,
                     int64_t log_position,
                     struct derived **out_derived,
                     int64_t *out_position) NODISCARD;
void derived_close(struct derived **derived);

/* A connection for reading, for another thread. */
enum rc derived_open_reader(const char *path,
                            int government,
                            struct derived **out_derived) NODISCARD;

/* Everything between begin and commit appears at once, with the position. */
enum rc derived_begin(struct derived *derived) NODISCARD;
enum rc derived_commit(struct derived *derived, int64_t position) NODISCARD;
void derived_undo(struct derived *derived);
enum rc derived_position(struct derived *derived, int64_t *out_position) NODISCARD;

/* For failure loops in tests: as db_fail_after. */
void derived_fail_after(struct derived *derived, int calls);

/* ---- punches ---- */

struct derived_punch {
    struct punch punch;
    int64_t position; /* in the log */
};

/* *out_new is false when exactly this punch was there: nothing changed. */
enum rc derived_add_punch(struct derived *derived,
                          const struct punch *punch,
                          int64_t position,
                          bool *out_new) NODISCARD;

/* Exactly this punch is filed under the day of its own moment.  It may still
 * be filed under another one, as doubtful: see derived_doubtful_punches. */
enum rc derived_has_punch(struct derived *derived,
                          const struct punch *punch,
                          bool *out_found) NODISCARD;

typedef void derived_punch_visitor(void *visitor, const struct derived_punch *punch);

/* All punches whose time is doubtful (PUNCH_TIME); there are few. */
enum rc derived_doubtful_punches(struct derived *derived,
                                 derived_punch_visitor *visit,
                                 void *visitor) NODISCARD;

/* Punches of a PIN filed under the days [from, to], by day and moment. */
enum rc derived_punches_of(struct derived *derived,
                           struct text pin,
                           int32_t from_day,
                           int32_t to_day,
                           derived_punch_visitor *visit,
                           void *visitor) NODISCARD;

/* All punches filed under the days [from, to]. */
enum rc derived_punches_between(struct derived *derived,
                                int32_t from_day,
                                int32_t to_day,
                                derived_punch_visitor *visit,
                                void *visitor) NODISCARD;

/* How many punches one terminal delivered of the moments [from, to]. */
enum rc derived_count_punches(struct derived *derived,
                              struct text terminal,
                              int64_t from_moment,
                              int64_t to_moment,
                              int64_t *out_count) NODISCARD;

/* Since which day each terminal has been recording: the day it was first heard,
 * or that of its oldest punch.  Before that day nobody can be said to have
 * stayed away.  True in *out_earlier when this day is earlier than the one
 * known. */
enum rc derived_note_reader(struct derived *derived,
                            struct text terminal,
                            int32_t day,
                            bool *out_earlier) NODISCARD;
typedef void derived_reader_visitor(void *visitor, struct text terminal, int32_t first_day);
enum rc derived_readers(struct derived *derived,
                        derived_reader_visitor *visit,
                        void *visitor) NODISCARD;

/* ---- rows that could not be read ---- */

struct derived_refusal {
    int64_t position;     /* in the log; its bytes lie beside that fact */
    struct text terminal; /* serial number */
    struct text reason;   /* stable word */
    int64_t received_at_ms;
    int64_t mark_from; /* the bytes at fault */
    int64_t mark_to;
    struct set128_key key; /* by which it is recognised when it comes again */
};

enum rc derived_add_refusal(struct derived *derived,
                            const struct derived_refusal *refusal) NODISCARD;

/* The newest first, before `before` (INT64_MAX: from the end), at most `limit`. */
typedef void derived_refusal_visitor(void *visitor, const struct derived_refusal *refusal);
enum rc derived_refusals(struct derived *derived,
                         int64_t before,
                         int64_t limit,
                         derived_refusal_visitor *visit,
                         void *visitor) NODISCARD;
enum rc derived_refusal_count(struct derived *derived, int64_t *out_count) NODISCARD;

/* ---- reports of terminals that somebody should see ---- */

enum rc derived_add_report(struct derived *derived, const struct terminal_report *report) NODISCARD;

/* The newest first, before `before` (INT64_MAX: from the end), at most `limit`. */
enum derived_reports { DERIVED_REPORTS_ALL, DERIVED_REPORTS_AUDIT };
typedef void derived_report_visitor(void *visitor, const struct terminal_report *report);
enum rc derived_reports(struct derived *derived,
                        enum derived_reports which,
                        int64_t before,
                        int64_t limit,
                        derived_report_visitor *visit,
                        void *visitor) NODISCARD;

/* ---- sheets ---- */

/* How a person's day stands, small enough for millions: seconds count from
 * the midnight that began the day. */
struct line {
    int32_t earliest; /* of the punches in the window; LINE_NONE without */
    int32_t latest;
    int32_t first_in; /* as judged; LINE_NONE without */
    int32_t last_out;
    uint16_t punch_count;
    uint16_t punch_flags; /* of the punches (FLAG_...) */
    uint16_t flags;       /* of the verdict */
    uint16_t late_minutes;
    uint16_t early_minutes;
    uint16_t agency; /* index in the directory of the sheet */
    uint8_t state;
    uint8_t mode;
    uint8_t because;
    uint8_t set; /* bits of LINE_... */
};

#define LINE_NONE INT32_MIN

enum {
    LINE_ON_ROSTER = 1, /* the person belongs to the sheet of this day */
    LINE_CHANGED = 2,   /* not yet written */
    LINE_SETTLED = 4,   /* closed and delivered: time alone changes it no more */
};

static_assert(sizeof(struct line) == 32, "half of what a person may cost on the board");

enum rc derived_put_line(struct derived *derived,
                         int32_t day,
                         int32_t person,
                         const struct line *line) NODISCARD;

/* Forget all lines of a day. */
enum rc derived_clear_lines(struct derived *derived, int32_t day) NODISCARD;

typedef void derived_line_visitor(void *visitor, int32_t person, const struct line *line);
enum rc derived_lines(struct derived *derived,
                      int32_t day,
                      derived_line_visitor *visit,
                      void *visitor) NODISCARD;

/* How many people of one kind in one agency are in which state. */
struct tally {
    struct text agency; /* code */
    enum person_kind kind;
    struct balance balance;
};

enum rc derived_put_tally(struct derived *derived,
                          int32_t day,
                          const struct tally *tally) NODISCARD;

/* Forget what one agency, or all, had on a day, before it is put again. */
enum rc derived_clear_tally(struct derived *derived, int32_t day, struct text agency) NODISCARD;
enum rc derived_clear_tallies(struct derived *derived, int32_t day) NODISCARD;

/* Sums over [from, to] by agency and kind. */
typedef void derived_tally_visitor(void *visitor, const struct tally *tally);
enum rc derived_tallies(struct derived *derived,
                        int32_t from_day,
                        int32_t to_day,
                        derived_tally_visitor *visit,
                        void *visitor) NODISCARD;

/* ---- which days have a sheet ---- */

enum derived_day {
    DERIVED_DAY_SETTLED, /* what is written holds until a fact touches it */
    DERIVED_DAY_OPEN,    /* ... or until one of its watches ends */
    DERIVED_DAY_TOUCHED, /* to be judged again from what is written */
    DERIVED_DAY_STALE,   /* the register changed below it: to be built again */
    DERIVED_DAY_NONE,    /* nobody asked for it yet: not written */
};

struct derived_standing {
    enum derived_day as;
    int64_t judged_at_ms; /* the instant as of which it was judged last */
};

enum rc derived_put_day(struct derived *derived,
                        int32_t day,
                        const struct derived_standing *standing) NODISCARD;
enum rc derived_find_day(struct derived *derived,
                         int32_t day,
                         struct derived_standing *out_standing) NODISCARD;

/* Of the days [from, to] that are written: all have to be judged again; all
 * have to be built again. */
enum rc derived_touch_days(struct derived *derived, int32_t from, int32_t to) NODISCARD;
enum rc derived_spoil_days(struct derived *derived, int32_t from, int32_t to) NODISCARD;

typedef void derived_day_visitor(void *visitor, int32_t day, enum derived_day as);
enum rc derived_days(struct derived *derived, derived_day_visitor *visit, void *visitor) NODISCARD;

/* Until when what is written of an agency's people on a day holds although no
 * fact comes (judge.h says why).  All agencies with people have one. */
struct derived_watch {
    struct text agency;      /* code */
    int64_t time_at_ms;      /* until this instant; INT64_MAX for never */
    int64_t delivery_at_ms;  /* until its place has delivered up to there; INT64_MAX */
    int64_t delivered_by_ms; /* as long as its place has delivered up to there; INT64_MIN */
    bool silent;             /* a terminal of its place was silent */
    int32_t from_day;        /* on which its place began to record */
};

enum rc derived_put_watch(struct derived *derived,
                          int32_t day,
                          const struct derived_watch *watch) NODISCARD;
enum rc derived_clear_watches(struct derived *derived, int32_t day) NODISCARD;

typedef void derived_watch_visitor(void *visitor, const struct derived_watch *watch);
enum rc derived_watches(struct derived *derived,
                        int32_t day,
                        derived_watch_visitor *visit,
                        void *visitor) NODISCARD;
