/* chapter.h - the roll call as the chapters of its recording.
 *
 * The roll call knows of each agency how its last call ended (roll_call.h); who
 * plays a recording wants every call, where it lay in the session:
 *
 *   called ─▶ answered ─▶ stated ─▶ ended      ┐ a chapter, from called to ended
 *   called ─▶ ended (silent)                   ┘ a chapter
 *
 * A call ends as the roll call ends it: by saying so, by calling the next, or by
 * closing the session.
 *
 * Memory    Chapters live in the caller's arena and point into the acts.
 * Threads   Pure. */
#pragma once

#include "inspection/roll_call.h"

struct chapter {
    struct text agency;
    struct text by; /* who answered, and as what */
    struct text post;
    int64_t called_at_ms;
    int64_t answered_at_ms; /* 0: nobody answered */
    int64_t stated_at_ms;   /* 0: nothing was stated in this call */
    int64_t ended_at_ms;    /* 0: it goes on */
    enum roll_state state;
};

/* In the order of the calls. */
void chapters_of(const struct act_row *acts,
                 size_t act_count,
                 struct arena *mem,
                 const struct chapter **out_chapters,
                 size_t *out_count);
