/* recorded.h - was a session recorded, and for how long is that kept?
 *
 * That the room of video was recorded is a fact of the session (act.h): when it
 * began and ended, and by whose order.  The program tells everybody who is in the
 * room, and who enters, before the first picture is stored; so the account that
 * ordered a period is the one that had it announced.
 *
 *   from ──────────── to            by: the account that ordered it
 *   └ kept from here on for keep_days, until kept_to (of the first period)
 *
 * The days are the government's setting of now, or, as long as it has decided
 * nothing, the program's own proposal; no regulation names a number.  Films are
 * removed after them, the facts stay.
 *
 * Memory    It points into the roll call.
 * Threads   Pure. */
#pragma once

#include "inspection/roll_call.h"

struct directory;

/* For how long recordings are kept. */
struct recording_keeping {
    int days;
    bool is_usual; /* the program's proposal: nobody decided it */
};
struct recording_keeping recording_keeping_of(const struct directory *directory);

struct recorded {
    struct record_list periods; /* struct roll_recording */
    int keep_days;
    bool was;
    bool keep_is_usual;
    struct day kept_to; /* the last day on which all of it is kept; none: not recorded */
};
extern const struct record recorded_record;        /* "InspectionRecorded" */
extern const struct record recorded_period_record; /* "RecordingPeriod", of roll_recording */

struct recorded recorded_of(const struct roll_call *call,
                            struct recording_keeping keeping,
                            int offset_minutes);
