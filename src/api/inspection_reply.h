/* inspection_reply.h - an inspection as everybody may see it, and what changed of it.
 *
 * The room: plan, members, agencies in calling order with counts, instructions
 * and programmes.  There is no member for a person: names, reasons and notes are
 * in inspection_evidence.h, behind another permission.  Whoever comes is told
 * everything, whoever watches what changed: rows of agencies that differ, whole,
 * and of the rest the parts that differ.
 *
 * Memory    What is told lives in the caller's arena and points into the room
 *           and the snapshot.
 * Threads   Any. */
#pragma once

#include "api/reply.h"
#include "attendance/counts.h"
#include "inspection/room.h"

struct inspection_head {
    struct text inspection;
    struct text title;
    struct text leader;
    struct text leader_title;
    struct text delegate;
    struct text delegate_title;
    struct text authority;
    struct text place;
    struct text medium;
    struct text basis;
    struct text scope;
    struct text conclusion;
    int64_t opened_at_ms;
    int64_t closed_at_ms;
    int kind;
    int groups;
    int state;
    int planned_second;
    struct day day;
};
extern const struct record inspection_head_record; /* "Inspection" */

struct inspection_progress {
    int64_t agencies;
    int64_t done;
    int64_t called;
    int64_t waiting;
    int64_t silent;
    int64_t absent;
    int64_t skipped;
    int64_t stated;
};

struct inspection_frozen {
    int64_t at_ms;
    int64_t position;
    struct counts total;
    struct counts asn;
    struct counts contract;
};

struct inspection_live {
    int64_t at_ms;
    struct counts total;
};

struct inspection_told {
    int64_t number; /* of the last act in the log */
    int64_t at_ms;
    struct text inspection;
    struct text called; /* a code; empty: nobody; at NULL in a change: as before */
    struct inspection_head head;
    struct inspection_progress progress;
    struct inspection_frozen opening;
    struct inspection_frozen closing;
    struct inspection_live live;
    struct record_list members;
    struct record_list next;
    struct record_list agencies;
    struct record_list instructions;
    struct record_list programmes;
    int order; /* enum order_rule */
    int by_hand;
};
extern const struct record inspection_room_record;   /* "InspectionRoom" */
extern const struct record inspection_change_record; /* "InspectionChange" */
extern const struct record inspection_agency_record; /* "InspectionAgency" */

struct inspection_head inspection_head_of(const struct inspection *plan,
                                          const struct roll_call *call);

/* Everything; the snapshot may be NULL, or of another day: nothing is live then. */
void inspection_tell(const struct room *room,
                     const struct board_snapshot *snapshot,
                     int64_t now_ms,
                     struct arena *mem,
                     struct inspection_told *out_told);

/* The row of one agency as in the room, for the evidence; written as a record. */
const void *inspection_tell_agency(const struct room *room,
                                   const struct board_snapshot *snapshot,
                                   int place,
                                   struct arena *mem) RETURNS_NONNULL;

/* What differs between two; false when nothing does. */
bool inspection_tell_change(const struct inspection_told *before,
                            const struct inspection_told *now,
                            struct arena *mem,
                            struct inspection_told *out_change);
