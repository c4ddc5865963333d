/* minutes.h - the berita acara: what an inspection was, as a paper.
 *
 * Composed from the room (room.h) and the changes around it (change.h), never
 * typed: the session and whether it was recorded, the figures frozen at the opening
 * beside what the heads said and signed (comparison.h) and how many the machine did
 * not know, the programmes, instructions,
 * written reports and follow-ups, every entry that touched the register from
 * seven days before, amendments, the conclusion.  Counts and classes only: names
 * of staff stay on the screens of those who may see them.
 *
 * The sections follow the source documents (domain.md 11); how it begins and ends
 * is in minutes_form.h.  The same facts give the same paper.
 *
 * Memory    Everything lives in the caller's arena.
 * Threads   All functions are pure.
 * Errors    RC_CONFLICT for an inspection that is not closed. */
#pragma once

#include "documents/document_summary.h"
#include "documents/paper.h"
#include "inspection/change.h"
#include "inspection/press.h"
#include "inspection/recorded.h"

struct minutes {
    const struct room *room;
    const struct change *changes;
    size_t change_count;
    size_t change_more;
    struct press_place place;
    struct text government; /* whose paper it is: "Pemerintah Kota Jambi" */
    struct text number;     /* of the paper, or empty */
    struct recording_keeping keeping;
};

/* The whole paper but code and seal (documents/document.h), and what the public
 * page shows of it. */
enum rc minutes_compose(const struct minutes *minutes,
                        struct arena *mem,
                        struct paper *out_paper,
                        struct document_summary *out_summary,
                        struct problem *why) NODISCARD;
