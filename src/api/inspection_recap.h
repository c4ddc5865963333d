/* inspection_recap.h - the signed recap on paper: its figures, its pages, its corrections.
 *
 * The head, or the team in its place, photographs the paper that was signed, page by page, and enters its
 * figures; with the figures it is locked.  What is sent after that belongs to a
 * correction, which says why and stands beside what it corrects.  A page is
 * checked and stripped before it is stored (documents/scan.h), lies beside its
 * act as erasable content, and is shown to those who may answer for the agency in
 * this session and to nobody else.  A page that is sent again because its answer
 * was lost on the way is recognised by its hash.
 *
 * What the team read off a page in the agency's place is marked so, and confirmed
 * by the head; one that comes after the closing is marked as late.
 *
 *   POST manual-recaps                                  enter_manual_recap
 *   POST manual-recaps/confirmations                    confirm_manual_recap
 *   POST agencies/{agency}/recap-pages                  take_recap_page
 *   GET  agencies/{agency}/recap-pages/{paper}/{page}   show_recap_page
 *
 * Memory    What is told lives in the arena that is given. */
#pragma once

#include "base/record.h"
#include "inspection/roll_call.h"

extern const struct record inspection_recap_record;        /* "InspectionRecap", of the room */
extern const struct record inspection_manual_recap_record; /* "InspectionManualRecap" */

/* What everybody may know of it: figures, never names or pages. */
struct recap_told {
    int papers;
    int pages;
    int64_t at_ms;
    int64_t corrected_at_ms;
    struct headcount said;
    struct headcount corrected;
    bool after_closing;
    bool unconfirmed; /* the last of them */
};
struct recap_told recap_tell(const struct roll_call *call, const struct roll_agency *agency);

/* All papers of an agency; the last may have no signature yet. */
struct record_list recap_tell_papers(const struct roll_call *call,
                                     const struct roll_agency *agency,
                                     struct arena *mem);
