/* demo_day.h - the recorded day of a demo government.
 *
 * A demo government is a folder of tables in the program, data/demo/NAME (its
 * README says what they hold).  Here the tables that no import takes are read:
 * terminals with their clock errors and silences, and what they recorded on
 * the day, each punch with the instant at which it would have been received.
 *
 *   shown by the terminal - clock error = true time
 *   received = true time, or the end of the silence it lies in
 *
 * Memory    A day and its texts live in the arena it was read into.
 * Threads   A read day never changes, but for the `stored` of its punches.
 * Errors    RC_NOT_FOUND for a government that is not there; RC_INVALID, with
 *           file and line in *why, for a table that is not as it should be. */
#pragma once

#include "attendance/punch_book.h"
#include "attendance/terminal.h"
#include "base/arena.h"
#include "base/day.h"
#include "base/embedded.h"
#include "people/enrolment.h"

struct demo_terminal {
    struct terminal row;
    int64_t clock_error_ms; /* shown minus true */
    int64_t silent_from_ms; /* both 0: heard all day */
    int64_t silent_to_ms;
};

/* A row that could not be read, and when it came. */
struct demo_refusal {
    struct punch_refusal refusal;
    int64_t received_at_ms;
};

struct demo_day {
    struct text name;       /* "Pemerintah Kota Jambi" */
    struct text short_name; /* "Kota Jambi" */
    struct text zone;       /* "WIB" */
    int offset_minutes;
    struct day day;

    const struct demo_terminal *terminals; /* by serial number */
    size_t terminal_count;
    struct punch *punches; /* by when they are received */
    size_t punch_count;
    const struct demo_refusal *refusals;
    size_t refusal_count;
    const struct enrolment *late; /* PINs that are mapped after the fact */
    size_t late_count;
};

enum rc demo_day_read(struct arena *mem,
                      struct text name,
                      struct demo_day *out_day,
                      struct problem *why) NODISCARD;

/* A table of a demo government, or NULL. */
const struct embedded *demo_table(struct text name, const char *table);
