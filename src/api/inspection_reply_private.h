/* inspection_reply_private.h - rows of the room as they are told; shared by inspection_reply*.c.
 *
 *   inspection_reply_tables.c   what each member is called, and what it means
 *   inspection_reply.c          the room as everybody may see it
 *   inspection_reply_change.c   what differs between two of them */
#pragma once

#include "api/inspection_recap.h"
#include "api/inspection_reply.h"

struct inspection_statement_told {
    int64_t at_ms;
    struct text by;
    struct text post;
    struct headcount said;
    struct headcount machine;
    int source;
    bool confirmed;
};

struct inspection_agency_told {
    struct text code;
    struct text name;
    struct text kind;
    struct text by;
    struct text post;
    int64_t called_at_ms;
    int64_t answered_at_ms;
    int64_t ended_at_ms;
    int64_t report_received_at_ms;
    struct headcount opening;
    struct headcount live;
    struct inspection_statement_told statement;
    int place;
    int state;
    int calls;
    struct day report_due;
    struct recap_told recap;
};

struct inspection_programme_told {
    struct text agency;
    struct text title;
    struct text unit;
    struct text blocker;
    int64_t at_ms;
    struct day target;
    int item;
    int done;
    int total;
    int remaining;
};

/* Parts that are compared by themselves. */
extern const struct record inspection_member_told_record;
extern const struct record inspection_progress_record;
extern const struct record inspection_instruction_record;
extern const struct record inspection_programme_record;
