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
 *                   the agency that the delegation names: today's, whichever
 *                   day was inspected, so that who was a deputy once is none now
 *   listener, wall  see counts
 *
 * Everybody else sees counts, when the role may read inspections at all.
 *
 * Health.  That somebody was reported sick is a class, which whoever sees names
 * sees; a note about it is refused (roll_check.c).  What the person answers may say
 * more, so of somebody who was ever reported sick it is read by the person, the head
 * or deputy of the agency, BKPSDM and the team, not by the leader, an administrator
 * or an operator: specific personal data (UU 27/2022 article 4) is for the person and
 * those whose office it is, a superior sees the consequence alone (domain.md 9).
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
    bool may_answer;      /* for `agency`; with may_work or may_lead for all */
    bool may_know_health; /* of those it may answer for */
};

struct room_asking {
    const struct identity *who;
    const struct directory *directory;
    const struct inspection_member *members;
    size_t member_count;
    const struct delegation *delegation; /* of this account today, or NULL */
    const int32_t *agencies;             /* that are called */
    size_t agency_count;
};

struct room_rights room_rights_of(const struct room_asking *asking);

/* A planned surprise is told of, before its day, to those who plan, lead or work in
 * it; heads, the press and everybody else learn of it when its day has come, and
 * never of one that was withdrawn. */
bool room_is_told_to(const struct room_rights *rights,
                     const struct identity *who,
                     const struct room *room,
                     struct day today);

/* May he read what a person of whom this was said (NULL: nothing) answered? */
bool room_may_read_answer(const struct room_rights *rights, const struct roll_claim *claim);

/* He sits here for an agency that is called, not for the team. */
bool room_is_own(const struct room_rights *rights);

/* May the people of this agency, one that is called, be seen and answered for? */
bool room_may_answer_for(const struct room_rights *rights, int32_t agency);
