/* recap.h - counts over the sheets of a day or of several.
 *
 * Counts first: percentages are derived from them when they are printed, and
 * never added.  Over several days a count is of person-days.  A recap of now
 * sums the tallies that the board wrote; a recap as of an earlier instant
 * judges everybody again by what was known then.
 *
 * JSON, for other programs (states of design 7, adding up to the strength):
 *
 *   {"date","agency","strength","expected","not_due",...,"unexplained","present",
 *    "wfh","present_percent","present_percent_max","agencies":[...]}
 *
 * with "to" after "date" when it is more than one day.  `agencies` is flat,
 * each agency with its own people only, so that they add up to the total.
 *
 * Memory    A recap lives in the caller's arena and points into the picture.
 * Threads   Any, on its own connections.
 * Errors    RC_NOT_FOUND for an agency that does not exist; RC_INVALID for a
 *           range that ends before it begins or is longer than RECAP_DAYS_MAX. */
#pragma once

#include "attendance/derived.h"
#include "attendance/picture.h"
#include "base/problem.h"
#include "base/record.h"

enum { RECAP_DAYS_MAX = 400 };

struct recap_request {
    int32_t from; /* days */
    int32_t to;
    struct text agency; /* code; empty: the whole government */
};

struct recap_row {
    struct text agency; /* code; empty for the total */
    struct text name;
    struct balance balance;
};

struct recap {
    int32_t from, to;
    struct recap_row total;
    const struct recap_row *rows; /* in the order of the tree */
    size_t row_count;
};

/* Sum what the board wrote; the days must be open (board_wait, board_catch_up). */
enum rc recap_load(struct derived *derived,
                   const struct picture *picture,
                   const struct recap_request *request,
                   struct arena *mem,
                   struct recap *out_recap,
                   struct problem *why) NODISCARD;

/* Judge again by what was known at the picture's instant. */
enum rc recap_as_of(struct derived *derived,
                    const struct picture *picture,
                    const struct recap_request *request,
                    struct arena *mem,
                    struct recap *out_recap,
                    struct problem *why) NODISCARD;

/* What recap_write_json writes, for the OpenAPI document. */
extern const struct record recap_record;
void recap_write_json(const struct recap *recap, struct json_write *json);
void recap_write_csv(const struct recap *recap, struct buf *csv);

/* For people at a terminal: Indonesian figures, the total first. */
void recap_write_table(const struct recap *recap, struct buf *table);
