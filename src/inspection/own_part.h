/* own_part.h - what was said about one person in inspections, and by that person.
 *
 * Whoever is missing is given a reason by class; the person is told of it, with the
 * note and who gave it, may answer, and sees which path an official proposes, before
 * any letter.  The last of each kind holds.  All inspections are asked at once,
 * through the acts that name the person, so that nobody needs to know in which one he
 * was spoken of.
 *
 * Source    issue "Sidak virtual", dignity; UU 27/2022 articles 5 to 7 and 10 (who it
 *           is about may know, and object).
 * Memory    What is listed lives in the caller's arena.
 * Threads   Any, on its connection.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "inspection/roll_call.h"

struct own_part {
    struct text inspection;
    struct roll_claim claim; /* at_ms 0: none */
    struct text answer;
    int64_t answered_at_ms;          /* 0: not yet */
    struct roll_follow_up follow_up; /* at_ms 0: none, or taken back */
};

/* By inspection, the newest first. */
enum rc own_part_list(struct db *db,
                      int government,
                      struct text person,
                      struct arena *mem,
                      const struct own_part **out_parts,
                      size_t *out_count) NODISCARD;
