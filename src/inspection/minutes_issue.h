/* minutes_issue.h - reading an inspection for its minutes, and issuing them.
 *
 * Minutes are issued once: asked for again, the same file comes back.  After
 * something that they show was recorded (an amendment, a report that came, a
 * follow-up) they are issued anew, and supersede the ones before
 * (documents/document.h), so that the code on an old paper says so; the same when
 * they get another number.
 *
 *   none ──issue──▶ current ──something they show──▶ outdated ──issue──▶ current
 *
 * Two who ask at the same time get the same paper: the ledger takes one only
 * while those in force are the ones it was made to follow.
 *
 * Memory    Everything lives in the caller's arena.
 * Threads   Reading: any, on its own connection.  minutes_issue: one that may
 *           wait for the ledger and for setting type; never one of http.
 * Errors    RC_NOT_FOUND without such an inspection; RC_CONFLICT for one that is
 *           not closed; what the document room says. */
#pragma once

#include "documents/document.h"
#include "inspection/minutes.h"

/* What a paper is made from. */
struct minutes_request {
    struct db *facts;
    const struct directory *directory; /* of now */
    int government;
    int lane;
    struct text inspection; /* code; empty: the latest that is closed */
};

enum rc minutes_read(const struct minutes_request *request,
                     struct arena *mem,
                     struct minutes *out_minutes,
                     struct problem *why) NODISCARD;

/* ---- what is on record ---- */

enum minutes_standing { MINUTES_NONE, MINUTES_CURRENT, MINUTES_OUTDATED };

extern const struct record_choice minutes_standing_choices[];

/* What its documents are filed under: "inspection/20210517-1". */
struct text minutes_subject(struct text inspection, struct arena *mem);

/* All papers of an inspection (struct document_row), the latest first. */
enum rc minutes_list(struct db *facts,
                     int government,
                     struct text inspection,
                     struct arena *mem,
                     struct record_list *out_rows) NODISCARD;

/* The minutes among them that are in force, or NULL. */
const struct document_row *minutes_in_force(struct record_list rows);

/* Do these (NULL: none) still say all that was done? */
enum minutes_standing minutes_standing_of(const struct room *room,
                                          const struct document_row *in_force);

/* ---- issuing ---- */

struct minutes_issue {
    struct minutes_request request;
    struct ledger *ledger;
    const char *key_path;
    struct text account; /* who asks for it; empty: the one who closed the session */
    struct text number;  /* of the paper; empty: that of the minutes before */
    int64_t now_ms;      /* taken before anything is read */
};

struct minutes_issued {
    struct document_row row;
    struct text file;
    bool is_new; /* else it was on record */
};

enum rc minutes_issue(const struct minutes_issue *issue,
                      struct arena *mem,
                      struct minutes_issued *out_issued,
                      struct problem *why) NODISCARD;
