/* terminal_placement.h - where terminals stand, from which day.
 *
 * A placement holds from its day until the day of the terminal's next one.  Of
 * two for the same day the one recorded later holds.  So what stood where on a
 * day does not depend on the order in which placements of different days were
 * entered.
 *
 * Memory    Rows and their texts live in the arena they were loaded into.
 * Threads   Any, on its own connection.
 * Errors    RC_UNAVAILABLE when the store fails. */
#pragma once

#include "base/arena.h"
#include "base/day.h"
#include "people/fact_record.h"

enum terminal_state {
#define TERMINAL_STATE(name, word) TERMINAL_##name,
#include "attendance/terminal_state.def"
#undef TERMINAL_STATE
};

const char *terminal_state_word(enum terminal_state state);
extern const struct record_choice terminal_state_choices[];

/* Since ever, as the first day of a placement. */
#define TERMINAL_SINCE_EVER INT32_MIN

struct terminal_placement {
    int32_t from;       /* a day's number, or TERMINAL_SINCE_EVER */
    struct text agency; /* code; where it stands, or stood last; empty for a refused one */
    enum terminal_state state;
    struct text author; /* account; empty is the command line */
    int64_t recorded_at_ms;
};

/* Of rows by their first day, the last that begins on `day` or before, or NULL. */
const struct terminal_placement *terminal_placement_on(const struct terminal_placement *rows,
                                                       size_t count,
                                                       int32_t day);

/* What is recorded; no day is since ever. */
struct terminal_placing {
    struct text serial;
    struct day valid_from;
    struct text agency;
    enum terminal_state state;
    struct text author;
};
extern const struct fact_table terminal_placement_fact;

int32_t terminal_placing_from(const struct terminal_placing *placing);

/* The first day that the body of such a fact touches; of one that cannot be
 * read, the first of all. */
int32_t terminal_placement_first_day(struct text body);

/* It stands somewhere today, or will: it may be told something. */
enum rc terminal_placement_is_open(struct db *db,
                                   int government,
                                   struct text serial,
                                   int32_t today,
                                   bool *out_open) NODISCARD;

struct terminal_placements_request {
    int government;
    int64_t as_of_ms;   /* INT64_MAX: now */
    struct text serial; /* empty: of all terminals */
};
struct terminal_placements {
    struct terminal_placement *rows; /* by serial number and first day, one a day */
    struct text *serials;            /* of each row */
    size_t count;
};
enum rc terminal_placements_load(struct db *db,
                                 const struct terminal_placements_request *request,
                                 struct arena *mem,
                                 struct terminal_placements *out_placements) NODISCARD;
