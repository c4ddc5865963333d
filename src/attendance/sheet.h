/* sheet.h - the attendance sheet of everybody for one day, in memory.
 *
 * A line a person, and the balance of each agency.  A sheet is derived: built
 * from the punches of the derived index, or loaded as it was last written, and
 * corrected by each punch, contact and change of the register that touches it.
 * The order in which they arrive cannot matter, because a line keeps only the
 * outermost punches of its window and the verdict is made new each time.
 *
 * Letting time pass costs almost nothing: each agency knows at which instant,
 * or at which delivery of its terminals, somebody's verdict may change next
 * (judge.h), and its people are judged again only then.
 *
 * Invariants (sheet_check):
 *   1. the balance of an agency counts exactly its lines on the roster, and the
 *      balances of its kinds add up to it;
 *   2. a line off the roster is counted nowhere;
 *   3. open_count is the number of lines on the roster that are not settled;
 *   4. arrivals are the lines on time and late that came within the civil day;
 *   5. a changed line is in the list of what is to be written.
 *
 * Measured  10,000 people on one core: 2 ms to judge all of them, less than a
 *           microsecond for a second in which nothing happens (sheet_test).
 * Memory    A sheet owns its lines; 32 bytes a person of the directory.
 * Threads   One at a time.
 * Errors    RC_UNAVAILABLE when the derived store fails; the sheet is then to
 *           be thrown away. */
#pragma once

#include "attendance/coverage.h"
#include "attendance/derived.h"
#include "attendance/judge.h"

/* What an agency of a sheet has to remember. */
struct sheet_agency {
    struct judge_watch watch; /* until when the verdicts of its people hold ... */
    bool silent;              /* ... if its place was and stays so */
    int32_t from_day;         /* ... and has been recording since this day */
    bool unmapped;            /* its own terminals hold punches of the day that map to nobody */
    bool changed;             /* its tally was not yet written */
};

struct sheet {
    const struct picture *picture; /* by which it is judged; outlives the sheet */
    const struct place_era *era;   /* where terminals stood on the day */
    int32_t day;
    struct line *lines; /* by index of the directory */
    size_t line_count;
    struct balance *balances; /* of each agency, its own people */
    struct balance *kinds;    /* the same by kind: [agency * PERSON_KINDS + kind] */
    struct sheet_agency *agencies;
    size_t agency_count;
    size_t open_count;
    int64_t judged_at_ms; /* the latest instant as of which somebody was judged */
    bool queues_asked;    /* punches came since sheet_find_queues */
    /* Arrivals by the minute of the day: those in time, and the late. */
    int32_t arrivals[MINUTES_PER_DAY][2];

    /* what was not yet written */
    bool changed;       /* anything */
    bool all_changed;   /* all lines: what is stored of the day is dropped */
    bool tallies_stale; /* all tallies */
    bool watches_stale; /* all watches */
    int32_t *changed_people;
    size_t changed_count, changed_capacity;
};

/* What a sheet is judged with; everything outlives the call. */
struct sheet_context {
    struct judge *judge;
    const struct picture *picture;
    const struct coverage_map *coverage;
    struct derived *derived;
    int64_t now_ms;
    int64_t received_until_ms; /* punches received later are not seen; AS_OF_NOW */
};

void sheet_free(struct sheet **sheet);

/* Judge everybody from the index. */
enum rc sheet_build(const struct sheet_context *context,
                    int32_t day,
                    struct sheet **out_sheet) NODISCARD;

/* Read what was written and judge again what does not hold any more as of now.
 * People who came onto the roster since then are judged from the index. */
enum rc sheet_load(const struct sheet_context *context,
                   int32_t day,
                   struct sheet **out_sheet) NODISCARD;

/* A punch of a known person whose window is on this day. */
enum rc sheet_add_punch(struct sheet *sheet,
                        const struct sheet_context *context,
                        int32_t person,
                        const struct punch *punch) NODISCARD;

/* The person is on the roster of the day. */
bool sheet_has(const struct sheet *sheet, int32_t person);

/* The same in two steps, for several punches of one person: let each in that
 * belongs to the day (judge_day_of; doubtful ones to the day they are filed
 * under), then judge.  `before` is the person's line before the first of them. */
void sheet_note_punch(struct sheet *sheet, int32_t person, const struct punch *punch);
enum rc sheet_judge_noted(struct sheet *sheet,
                          const struct sheet_context *context,
                          int32_t person,
                          const struct line *before) NODISCARD;

/* A punch at a terminal of this agency that maps to nobody. */
enum rc sheet_add_unmapped(struct sheet *sheet,
                           const struct sheet_context *context,
                           int32_t agency) NODISCARD;

/* Judge one person again, from the index. */
enum rc sheet_judge_again(struct sheet *sheet,
                          const struct sheet_context *context,
                          int32_t person) NODISCARD;

/* One person's line, judged from the index without a sheet; also says what was
 * known of the person's place.  A person off the roster gets an empty line. */
enum rc sheet_one_line(const struct sheet_context *context,
                       int32_t day,
                       int32_t person,
                       struct line *out_line,
                       struct place_report *out_place) NODISCARD;

/* What is written of a day is what a sheet judged as of now would say.  Says
 * so without reading lines; false for a day that is not written. */
enum rc sheet_holds(const struct sheet_context *context, int32_t day, bool *out_holds) NODISCARD;

/* Let time pass: judge those again whose state may change by itself. */
enum rc sheet_refresh(struct sheet *sheet, const struct sheet_context *context) NODISCARD;

/* A punch was filed under this day, whoever it belongs to: readers may have
 * had a queue.  sheet_find_queues then looks over all of the day's punches and
 * flags those who were late because of one (rules/saturation.h). */
void sheet_ask_queues(struct sheet *sheet);
enum rc sheet_find_queues(struct sheet *sheet, const struct sheet_context *context) NODISCARD;

/* Write what changed into the derived store. */
enum rc sheet_write(struct sheet *sheet, const struct sheet_context *context) NODISCARD;

/* Assert the invariants. */
void sheet_check(const struct sheet *sheet);
