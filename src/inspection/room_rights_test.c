#include "inspection/room_rights.h"

#include "people/fixture_test.h"

#include <string.h>

/* PU and DINKES are called; PKM-1 lies below DINKES. */
static const struct inspection_member members[] = {
    {.name = TEXT_INIT("Moderator"), .account = TEXT_INIT("moderator"), .part = MEMBER_MODERATOR},
    {.name = TEXT_INIT("Notulis"), .account = TEXT_INIT("notulis"), .part = MEMBER_RECORDER},
    {.name = TEXT_INIT("Sekda"), .account = TEXT_INIT("sekda"), .part = MEMBER_DELEGATE},
    {.name = TEXT_INIT("Wali Kota"), .account = TEXT_INIT("tamu"), .part = MEMBER_OFFICIAL},
};

static const struct {
    const char *name, *agency, *delegated, *answers_for;
    enum role role;
    enum room_part part;
    bool may_lead, may_work;
} cases[] = {
    {"admin", "", NULL, NULL, ROLE_ADMIN, ROOM_LEADER, true, true},
    {"bupati", "", NULL, NULL, ROLE_LEADER, ROOM_LEADER, true, true},
    {"kadis", "PU", NULL, NULL, ROLE_LEADER, ROOM_NONE, false, false},
    {"sekda", "", NULL, NULL, ROLE_DELEGATE, ROOM_LEADER, true, true},
    {"asisten", "", NULL, NULL, ROLE_DELEGATE, ROOM_NONE, false, false},
    {"moderator", "", NULL, NULL, ROLE_SIDAK_TEAM, ROOM_TEAM, true, true},
    {"notulis", "", NULL, NULL, ROLE_SIDAK_TEAM, ROOM_TEAM, false, true},
    {"tamu", "", NULL, NULL, ROLE_SIDAK_TEAM, ROOM_NONE, false, false},
    {"bkd", "", NULL, NULL, ROLE_BKPSDM, ROOM_TEAM, false, true},
    {"bkd-pu", "PU", NULL, NULL, ROLE_BKPSDM, ROOM_NONE, false, false},
    {"kadis", "PU", NULL, "PU", ROLE_HEAD, ROOM_HEAD, false, false},
    {"kapus", "PKM-1", NULL, NULL, ROLE_HEAD, ROOM_NONE, false, false},
    {"moderator", "PU", NULL, "PU", ROLE_HEAD, ROOM_HEAD, false, false}, /* a name is no role */
    {"op", "DINKES", NULL, "DINKES", ROLE_OPERATOR, ROOM_HEAD, false, false},
    {"wakil", "", NULL, NULL, ROLE_DEPUTY, ROOM_NONE, false, false},
    {"wakil", "", "DINKES", "DINKES", ROLE_DEPUTY, ROOM_DEPUTY, false, false},
    {"wakil", "", "PKM-1", NULL, ROLE_DEPUTY, ROOM_NONE, false, false},
    {"pers", "", NULL, NULL, ROLE_LISTENER, ROOM_LISTENER, false, false},
    {"moderator", "", NULL, NULL, ROLE_LISTENER, ROOM_LISTENER, false, false},
    {"layar", "", NULL, NULL, ROLE_WALL, ROOM_WALL, false, false},
    {"ani", "", "PU", NULL, ROLE_STAFF, ROOM_NONE, false, false},
    {"kominfo", "", NULL, NULL, ROLE_KOMINFO, ROOM_NONE, false, false},
};

static void set(char *to, const char *text)
{
    snprintf(to, IDENTITY_NAME_BYTES + 1, "%s", text);
}

/* Those whose office it is: not who leads, administers or operates. */
static bool knows_health(enum room_part part, enum role role)
{
    return part == ROOM_TEAM || part == ROOM_DEPUTY || (part == ROOM_HEAD && role == ROLE_HEAD);
}

static void each_role_has_its_part_and_no_more(void **state)
{
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t agencies[2];

    fixture_small_government(f);
    directory = fixture_load(f, AS_OF_NOW);
    agencies[0] = directory_find_agency(directory, TEXT("PU"));
    agencies[1] = directory_find_agency(directory, TEXT("DINKES"));
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct identity who = {.kind = IDENTITY_ACCOUNT, .role = cases[i].role};
        struct delegation delegation = {.agency = text_of(cases[i].delegated)};
        struct room_asking asking = {.who = &who,
                                     .directory = directory,
                                     .members = members,
                                     .member_count = COUNT_OF(members),
                                     .delegation = cases[i].delegated ? &delegation : NULL,
                                     .agencies = agencies,
                                     .agency_count = COUNT_OF(agencies)};
        struct room_rights rights;

        set(who.name, cases[i].name);
        set(who.agency, cases[i].agency);
        rights = room_rights_of(&asking);
        assert_int_equal(rights.part, cases[i].part);
        assert_int_equal(rights.may_lead, cases[i].may_lead);
        assert_int_equal(rights.may_work, cases[i].may_work);
        assert_int_equal(rights.may_know_health, knows_health(cases[i].part, cases[i].role));
        for (size_t j = 0; j < COUNT_OF(agencies); j++) {
            bool own = cases[i].answers_for && text_equal(directory->agencies[agencies[j]].code,
                                                          text_of(cases[i].answers_for));

            assert_int_equal(room_may_answer_for(&rights, agencies[j]),
                             own || cases[i].may_work || cases[i].may_lead);
        }
        assert_int_equal(room_may_answer_for(&rights, NONE), cases[i].may_work);
    }
}

static void what_may_speak_of_health_is_read_by_whose_office_it_is(void **state)
{
    static const struct room_rights leader = {.part = ROOM_LEADER, .may_lead = true};
    static const struct room_rights team = {.part = ROOM_TEAM, .may_know_health = true};
    static const struct roll_claim away = {.claim = CLAIM_AWAY};
    static const struct roll_claim once_sick = {.claim = CLAIM_AWAY, .health = true};

    (void)state;
    assert_true(room_may_read_answer(&leader, NULL));
    assert_true(room_may_read_answer(&leader, &away));
    assert_false(room_may_read_answer(&leader, &once_sick));
    assert_true(room_may_read_answer(&team, &once_sick));
}

static void a_surprise_is_told_before_its_day_to_those_who_make_it(void **state)
{
    static const struct room_rights head = {.part = ROOM_HEAD, .may_answer = true};
    static const struct room_rights leader = {.part = ROOM_LEADER, .may_lead = true};
    static const struct identity kadis = {.kind = IDENTITY_ACCOUNT, .role = ROLE_HEAD};
    static const struct identity bkd = {.kind = IDENTITY_ACCOUNT, .role = ROLE_BKPSDM};
    struct room room = {.plan = {.kind = INSPECTION_SURPRISE, .day = monday}};
    struct day before = day_add(monday, -1);

    (void)state;
    assert_false(room_is_told_to(&head, &kadis, &room, before));
    assert_true(room_is_told_to(&leader, &kadis, &room, before));
    assert_true(room_is_told_to(&head, &bkd, &room, before));
    assert_true(room_is_told_to(&head, &kadis, &room, monday));
    room.call.state = SESSION_OPEN;
    assert_true(room_is_told_to(&head, &kadis, &room, before));
    room.call.state = SESSION_PLANNED;
    room.plan.kind = INSPECTION_ANNOUNCED;
    assert_true(room_is_told_to(&head, &kadis, &room, before));
    room.call.state = SESSION_WITHDRAWN;
    assert_true(room_is_told_to(&head, &kadis, &room, before));
    room.plan.kind = INSPECTION_SURPRISE;
    assert_false(room_is_told_to(&head, &kadis, &room, monday));
    assert_true(room_is_told_to(&leader, &kadis, &room, monday));
}

static void a_delegation_holds_on_its_days_and_until_it_is_taken_back(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct delegation delegation = {.agency = TEXT("PU"),
                                    .account = TEXT("wakil"),
                                    .name = TEXT("Sekretaris"),
                                    .authority = TEXT("ST/1"),
                                    .from = monday,
                                    .to = day_add(monday, 1)};
    static const struct {
        int day;
        bool found;
    } days[] = {{-1, false}, {0, true}, {1, true}, {2, false}};
    struct problem why = {0};
    bool found = false;

    assert_rc(RC_OK, ledger_perform(f->ledger, &delegation_command, &delegation, &why));
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        struct delegation read;

        assert_rc(RC_OK, delegation_of(f->reader, 1, TEXT("wakil"), day_add(monday, days[i].day),
                                       mem, &read, &found));
        assert_int_equal(found, days[i].found);
    }
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        const struct delegation *list;
        size_t count = 0;

        assert_rc(RC_OK,
                  delegation_list(f->reader, 1, day_add(monday, days[i].day), mem, &list, &count));
        assert_int_equal(count, days[i].day <= 1);
    }
    delegation.withdrawn = true;
    assert_rc(RC_OK, ledger_perform(f->ledger, &delegation_command, &delegation, &why));
    assert_rc(RC_OK, delegation_of(f->reader, 1, TEXT("wakil"), monday, mem, &delegation, &found));
    assert_false(found);
    delegation.to = day_add(monday, -1);
    assert_rc(RC_INVALID, ledger_perform(f->ledger, &delegation_command, &delegation, &why));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(each_role_has_its_part_and_no_more),
        TEST(what_may_speak_of_health_is_read_by_whose_office_it_is),
        TEST(a_surprise_is_told_before_its_day_to_those_who_make_it),
        TEST(a_delegation_holds_on_its_days_and_until_it_is_taken_back),
    };

    return cmocka_run_group_tests_name("room_rights", tests, NULL, NULL);
}
