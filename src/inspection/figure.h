/* figure.h - the machine's figures, frozen at a moment of an inspection.
 *
 * At the opening and the closing the figures of every agency in scope are
 * frozen, at a statement those of the agency that states.  Each row is an
 * agency with all below it and one kind of people, so that civil servants and
 * contract staff can be told separately and together.  Beside the counts stand
 * the instant they are of and the position of the log they include:
 *
 *   hadir recap --date DAY --agency CODE --as-of INSTANT
 *
 * gives the same ones at any later time.  The name and kind of the agency are
 * frozen too, because minutes are read when it may be called otherwise.
 *
 * Memory    What is loaded or counted lives in the caller's arena.
 * Threads   Any, on its own connections.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "attendance/derived.h"
#include "attendance/picture.h"
#include "inspection/headcount.h"
#include "people/fact_record.h"

enum figure_moment {
#define FIGURE_MOMENT(name, word) FIGURE_##name,
#include "inspection/figure_moment.def"
#undef FIGURE_MOMENT
};

struct figure {
    struct text inspection;
    struct text agency;
    struct text name;
    struct text agency_kind;
    int64_t position;
    int64_t judged_at_ms;
    int place;  /* of the agency, in the order of the tree */
    int moment; /* enum figure_moment */
    int kind;   /* enum person_kind */
    struct balance balance;
};
extern const struct fact_table figure_fact;

/* What is to be counted: the agencies that are called, each with all below it. */
struct figure_request {
    struct text inspection;
    enum figure_moment moment;
    int32_t day;
    const int32_t *agencies; /* in the order of the tree */
    size_t agency_count;
    enum people_group groups; /* who is asked about */
    int64_t position;
    int64_t judged_at_ms;
};

/* Count them from what the board wrote (board_wait before).  Agencies without
 * people of the groups have no rows. */
enum rc figure_count(struct derived *derived,
                     const struct picture *picture,
                     const struct figure_request *request,
                     struct arena *mem,
                     const struct figure **out_figures,
                     size_t *out_count) NODISCARD;

/* All of an inspection, in the order in which they were recorded; of one
 * recording in that of the tree. */
enum rc figure_list(struct db *db,
                    int government,
                    struct text inspection,
                    struct arena *mem,
                    const struct figure **out_figures,
                    size_t *out_count) NODISCARD;

/* ---- which agencies are called ---- */

/* Those of a scope (inspection.h): the codes it names, or all directly below
 * the government; RC_NOT_FOUND for a code that is none, RC_INVALID when one
 * lies below another or there are none. */
enum rc figure_scope(const struct directory *directory,
                     struct text scope,
                     struct arena *mem,
                     const int32_t **out_agencies,
                     size_t *out_count,
                     struct problem *why) NODISCARD;

/* The agency of a scope that an agency belongs to, or NONE. */
int32_t figure_agency_above(const struct directory *directory,
                            const int32_t *agencies,
                            size_t count,
                            int32_t agency);
