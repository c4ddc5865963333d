/* room_rights.h - what somebody may see and do in one inspection.
 *
 * The route's permission says what a role may do somewhere; here it is narrowed
 * to one session:
 *
 *   leader, admin   lead; see every agency's people
 *   delegate, sidak_team   only in the sessions whose members name their
 *                   account: as leader, delegate or moderator they lead, as
 *                   recorder or member they work
 *   bkpsdm          works
 *   head, operator  answers for the agency of its scope, sees its people
 *   deputy          the same on the days of its delegation (delegation.h), for
 *                   the agency that the delegation names
 *   listener, wall  see counts
 *
 * Everybody else sees counts, when the role may read inspections at all.
 *
 * Threads   All functions are pure. */
#pragma once

#include "inspection/delegation.h"
#include "inspection/room.h"
#include "people/permission.h"

enum room_part {
#define ROOM_PART(name, word, label) ROOM_##name,
#include "inspection/room_part.def"
#undef ROOM_PART
};
extern const struct record_choice room_part_choices[];

struct room_rights {
    enum room_part part;
    int32_t agency; /* of a head or deputy: the one that is called; else NONE */
    bool may_lead;
    bool may_work;
    bool may_answer; /* for `agency`; with may_work or may_lead for all */
};

struct room_asking {
    const struct identity *who;
    const struct directory *directory;
    const struct inspection_member *members;
    size_t member_count;
    const struct delegation *delegation; /* of this account on the day, or NULL */
    const int32_t *agencies;             /* that are called */
    size_t agency_count;
};

struct room_rights room_rights_of(const struct room_asking *asking);

/* May the people of this agency, one that is called, be seen and answered for? */
bool room_may_answer_for(const struct room_rights *rights, int32_t agency);
