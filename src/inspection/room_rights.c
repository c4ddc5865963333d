#include "inspection/room_rights.h"

const struct record_choice room_part_choices[] = {
#define ROOM_PART(name, word, label) {(word), ROOM_##name},
#include "inspection/room_part.def"
#undef ROOM_PART
    {NULL, 0},
};

static const struct inspection_member *member_of(const struct room_asking *asking)
{
    struct text name = text_of(asking->who->name);

    if (asking->who->kind != IDENTITY_ACCOUNT) return NULL;
    for (size_t i = 0; i < asking->member_count; i++) {
        if (text_equal(asking->members[i].account, name)) return &asking->members[i];
    }
    return NULL;
}

/* What the session itself gives; an official has no part in it. */
static struct room_rights rights_of_member(const struct inspection_member *member)
{
    struct room_rights rights = {.part = ROOM_NONE, .agency = NONE};

    if (!member || member->part == MEMBER_OFFICIAL) return rights;
    rights.may_lead = member->part == MEMBER_LEADER || member->part == MEMBER_DELEGATE ||
                      member->part == MEMBER_MODERATOR;
    rights.may_work = rights.may_answer = true;
    rights.part =
        member->part == MEMBER_LEADER || member->part == MEMBER_DELEGATE ? ROOM_LEADER : ROOM_TEAM;
    rights.may_know_health = rights.part == ROOM_TEAM;
    return rights;
}

/* The agency that is called and that this scope is, or lies below. */
static struct room_rights rights_of_head(const struct room_asking *asking,
                                         struct text code,
                                         enum room_part part)
{
    struct room_rights rights = {.part = ROOM_NONE, .agency = NONE};
    int32_t agency = directory_find_agency(asking->directory, code);

    if (agency == NONE) return rights;
    for (size_t i = 0; i < asking->agency_count; i++) {
        if (asking->agencies[i] != agency) continue;
        return (struct room_rights){
            .part = part,
            .agency = agency,
            .may_answer = true,
            .may_know_health = part == ROOM_DEPUTY || asking->who->role == ROLE_HEAD,
        };
    }
    return rights;
}

static struct room_rights whole(enum room_part part, bool may_lead)
{
    return (struct room_rights){
        .part = part,
        .agency = NONE,
        .may_lead = may_lead,
        .may_work = true,
        .may_answer = true,
        .may_know_health = part == ROOM_TEAM,
    };
}

static struct room_rights counts_only(enum room_part part)
{
    return (struct room_rights){.part = part, .agency = NONE};
}

static struct room_rights rights_of_role(const struct room_asking *asking)
{
    const struct identity *who = asking->who;
    bool everywhere = who->agency[0] == '\0';

    if (who->role == ROLE_LISTENER) return counts_only(ROOM_LISTENER);
    if (who->role == ROLE_WALL) return counts_only(ROOM_WALL);
    if (everywhere && (who->role == ROLE_LEADER || who->role == ROLE_ADMIN)) {
        return whole(ROOM_LEADER, true);
    }
    if (everywhere && who->role == ROLE_BKPSDM) return whole(ROOM_TEAM, false);
    if (who->role == ROLE_HEAD || who->role == ROLE_OPERATOR) {
        return rights_of_head(asking, text_of(who->agency), ROOM_HEAD);
    }
    return (struct room_rights){.part = ROOM_NONE, .agency = NONE};
}

struct room_rights room_rights_of(const struct room_asking *asking)
{
    struct room_rights rights = {.part = ROOM_NONE, .agency = NONE};

    if (!identity_may(asking->who, PERMISSION_INSPECTION_READ)) return rights;
    if (identity_may(asking->who, PERMISSION_INSPECTION_WORK)) {
        rights = rights_of_member(member_of(asking));
    }
    if (rights.part == ROOM_NONE) rights = rights_of_role(asking);
    if (rights.part == ROOM_NONE && asking->delegation) {
        rights = rights_of_head(asking, asking->delegation->agency, ROOM_DEPUTY);
    }
    return rights;
}

bool room_is_told_to(const struct room_rights *rights,
                     const struct identity *who,
                     const struct room *room,
                     struct day today)
{
    if (room->call.state == SESSION_OPEN || room->call.state == SESSION_CLOSED) return true;
    if (room->plan.kind != INSPECTION_SURPRISE) return true;
    if (room->call.state == SESSION_PLANNED && day_compare(room->plan.day, today) <= 0) return true;
    return rights->may_lead || rights->may_work || identity_may(who, PERMISSION_INSPECTION_PLAN);
}

bool room_may_read_answer(const struct room_rights *rights, const struct roll_claim *claim)
{
    return rights->may_know_health || !claim || !claim->health;
}

bool room_is_own(const struct room_rights *rights)
{
    return rights->part == ROOM_HEAD || rights->part == ROOM_DEPUTY;
}

bool room_may_answer_for(const struct room_rights *rights, int32_t agency)
{
    if (rights->may_lead || rights->may_work) return true;
    return rights->may_answer && agency != NONE && rights->agency == agency;
}
