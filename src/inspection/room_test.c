#include "inspection/room.h"

#include "people/fixture_test.h"

static const struct roll_unit units[] = {
    {TEXT_INIT("PU"), TEXT_INIT("Pekerjaan Umum"), TEXT_INIT("Dinas"), {{.wfh = 0}}},
};

static struct text plan_one(struct fixture *f, struct inspection_planning *planning)
{
    struct problem why = {0};

    *planning = (struct inspection_planning){.plan = {.leader = TEXT("Bupati"),
                                                      .day = monday,
                                                      .groups = GROUP_ALL,
                                                      .planned_second = INSPECTION_NO_TIME}};
    assert_rc(RC_OK, ledger_perform(f->ledger, &inspection_plan_command, planning, &why));
    return text_of(planning->code);
}

static struct room load(struct fixture *f, struct text code, struct arena *mem)
{
    struct room room;

    assert_rc(RC_OK, room_load(f->reader, 1, code, units, COUNT_OF(units), mem, &room));
    return room;
}

static struct figure figure_of(struct text code, enum figure_moment moment, int kind)
{
    return (struct figure){.inspection = code,
                           .agency = TEXT("PU"),
                           .name = TEXT("Pekerjaan Umum"),
                           .agency_kind = TEXT("Dinas"),
                           .judged_at_ms = monday_morning_ms,
                           .moment = (int)moment,
                           .kind = kind,
                           .balance = {.counts = {[STATE_ON_TIME] = 3, [STATE_WAITING] = 1}}};
}

static enum rc open_room(struct fixture *f, struct text code, int fail_after)
{
    struct figure figures[] = {figure_of(code, FIGURE_OPENED, PERSON_KIND_PNS),
                               figure_of(code, FIGURE_OPENED, PERSON_KIND_CONTRACT)};
    struct act act = act_of(code, ACT_OPENED, TEXT(""));
    struct room_acting acting = {.inspection = code,
                                 .acts = &act,
                                 .act_count = 1,
                                 .figures = figures,
                                 .figure_count = COUNT_OF(figures),
                                 .units = units,
                                 .unit_count = COUNT_OF(units)};

    act.word = TEXT("missing");
    return fixture_perform_failing(f, &room_act_command, &acting, fail_after);
}

static void inspections_of_a_day_are_numbered(void **state)
{
    struct inspection_planning planning;

    assert_string_equal(plan_one(*state, &planning).at, "20210517-1");
    assert_string_equal(plan_one(*state, &planning).at, "20210517-2");
}

static void an_opened_inspection_has_its_frozen_agencies(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    struct room room;

    assert_rc(RC_OK, open_room(f, code, -1));
    room = load(f, code, mem);
    assert_int_equal(room.call.state, SESSION_OPEN);
    assert_int_equal(room.call.agency_count, 1);
    assert_int_equal(balance_strength(&room.call.opening[GROUP_ALL]), 8);
    assert_int_equal(balance_strength(&room.call.opening[GROUP_ASN]), 4);
    assert_int_equal(balance_strength(&room.call.opening[GROUP_CONTRACT]), 4);
    assert_int_equal(room.call.frozen_at_ms, monday_morning_ms);
}

static void opening_is_all_or_nothing_wherever_the_store_fails(void **state)
{
    struct fixture *f = *state;
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 60);
        rc = open_room(f, code, calls);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM inspection_act"), rc == RC_OK);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM inspection_figure"),
                         rc == RC_OK ? 2 : 0);
    }
    assert_rc(RC_CONFLICT, open_room(f, code, -1));
}

static enum rc call_pu(struct fixture *f, struct text code, struct text seen)
{
    struct act act = act_of(code, ACT_CALLED, TEXT("PU"));
    struct room_acting acting = {
        .inspection = code, .acts = &act, .act_count = 1, .seen_called = seen};
    struct problem why = {0};

    return ledger_perform(f->ledger, &room_act_command, &acting, &why);
}

static void a_call_made_twice_is_one_call(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);

    assert_rc(RC_OK, open_room(f, code, -1));
    assert_rc(RC_CONFLICT, call_pu(f, code, TEXT("DINKES")));
    assert_rc(RC_OK, call_pu(f, code, TEXT("")));
    assert_rc(RC_OK, call_pu(f, code, TEXT("")));
    assert_int_equal(load(f, code, mem).call.agencies[0].calls, 1);
}

static void what_one_person_says_is_bounded(void **state)
{
    struct fixture *f = *state;
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    struct act act = act_of(code, ACT_REPLIED, TEXT(""));
    struct room_acting acting = {.inspection = code, .acts = &act, .act_count = 1};
    struct problem why = {0};

    act.person = TEXT("198501012010011001");
    act.said = TEXT("Saya di kantor.");
    assert_rc(RC_OK, open_room(f, code, -1));
    for (int i = 0; i < SAME_ACTS_MAX; i++) {
        assert_rc(RC_OK, ledger_perform(f->ledger, &room_act_command, &acting, &why));
    }
    assert_rc(RC_CONFLICT, ledger_perform(f->ledger, &room_act_command, &acting, &why));
    act.person = TEXT("198501012010011002");
    assert_rc(RC_OK, ledger_perform(f->ledger, &room_act_command, &acting, &why));
}

static void figures_of_many_agencies_are_frozen_together(void **state)
{
    enum { MANY = 300 };
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    struct act act = act_of(code, ACT_OPENED, TEXT(""));
    struct figure *figures = arena_array(mem, struct figure, MANY);
    struct room_acting acting = {
        .inspection = code, .acts = &act, .act_count = 1, .figures = figures, .figure_count = MANY};
    struct problem why = {0};

    act.word = TEXT("tree");
    for (int i = 0; i < MANY; i++) {
        figures[i] = figure_of(code, FIGURE_OPENED, PERSON_KIND_PNS);
        figures[i].agency = arena_format(mem, "A-%d", i);
        figures[i].place = i;
    }
    assert_rc(RC_OK, ledger_perform(f->ledger, &room_act_command, &acting, &why));
    assert_int_equal(load(f, code, mem).call.agency_count, MANY);
    assert_string_equal(load(f, code, mem).call.agencies[MANY - 1].code.at, "A-299");
}

static void what_was_opened_is_not_planned_any_more(void **state)
{
    struct fixture *f = *state;
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    struct problem why = {0};

    assert_rc(RC_OK, ledger_perform(f->ledger, &inspection_change_command, &planning.plan, &why));
    assert_rc(RC_OK, open_room(f, code, -1));
    assert_rc(RC_CONFLICT,
              ledger_perform(f->ledger, &inspection_change_command, &planning.plan, &why));
    assert_string_equal(why.text, "what was opened is not planned any more");
}

static void a_delegate_leads_by_something(void **state)
{
    struct fixture *f = *state;
    struct inspection_planning planning = {
        .plan = {.leader = TEXT("Bupati"), .delegate = TEXT("Sekda"), .day = monday}};
    struct problem why = {0};

    assert_rc(RC_INVALID, ledger_perform(f->ledger, &inspection_plan_command, &planning, &why));
    assert_string_equal(why.field, "authority");
}

static void a_member_is_named_and_taken_back(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct inspection_member member = {.inspection = plan_one(f, &planning),
                                       .name = TEXT("Kabid"),
                                       .account = TEXT("kabid"),
                                       .part = MEMBER_RECORDER};
    struct problem why = {0};

    assert_rc(RC_OK, ledger_perform(f->ledger, &inspection_member_command, &member, &why));
    assert_int_equal(load(f, member.inspection, mem).member_count, 1);
    member.withdrawn = true;
    assert_rc(RC_OK, ledger_perform(f->ledger, &inspection_member_command, &member, &why));
    assert_int_equal(load(f, member.inspection, mem).member_count, 0);
    member.inspection = TEXT("20990101-1");
    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &inspection_member_command, &member, &why));
}

static void acts_keep_their_order_and_are_read_as_they_were_said(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning);
    struct act acts[] = {act_of(code, ACT_CALLED, TEXT("PU")), act_of(code, ACT_NOTED, TEXT(""))};
    struct room_acting acting = {.inspection = code, .acts = acts, .act_count = COUNT_OF(acts)};
    struct problem why = {0};
    struct room room;

    acts[1].said = TEXT("dua baris\ndi sini");
    assert_rc(RC_OK, open_room(f, code, -1));
    assert_rc(RC_OK, ledger_perform(f->ledger, &room_act_command, &acting, &why));
    room = load(f, code, mem);
    assert_int_equal(room.act_count, 3);
    assert_int_equal(room.acts[1].act.act, ACT_CALLED);
    assert_int_equal(room.acts[1].act.present, ACT_NOT_SAID);
    assert_true(text_equal(room.acts[2].act.said, acts[1].said));
    assert_int_equal(room.call.called, 0);
}

static void a_page_lies_beside_its_act_wherever_the_store_fails(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection_planning planning;
    struct text code = plan_one(f, &planning), page = {NULL, 0};
    enum rc rc = RC_UNAVAILABLE;
    struct room room;

    assert_rc(RC_OK, open_room(f, code, -1));
    for (int calls = 0; rc != RC_OK; calls++) {
        struct act act = act_of(code, ACT_SCANNED, TEXT("PU"));
        struct room_acting acting = {
            .inspection = code, .acts = &act, .act_count = 1, .content = TEXT("bytes of a page")};

        assert_true(calls < 60);
        act.word = TEXT("png");
        act.total = (int)acting.content.bytes;
        act.reference = TEXT("digest");
        rc = fixture_perform_failing(f, &room_act_command, &acting, calls);
        assert_int_equal(load(f, code, mem).call.scan_count, rc == RC_OK);
    }
    room = load(f, code, mem);
    assert_int_equal(room.call.scans[0].page, 1);
    assert_rc(RC_OK, ledger_content(f->reader, mem, 1, room.call.scans[0].lane,
                                    room.call.scans[0].position, &page));
    assert_text("bytes of a page", page);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(inspections_of_a_day_are_numbered),
        TEST(an_opened_inspection_has_its_frozen_agencies),
        TEST(a_call_made_twice_is_one_call),
        TEST(what_one_person_says_is_bounded),
        TEST(opening_is_all_or_nothing_wherever_the_store_fails),
        TEST(figures_of_many_agencies_are_frozen_together),
        TEST(a_page_lies_beside_its_act_wherever_the_store_fails),
        TEST(what_was_opened_is_not_planned_any_more),
        TEST(a_delegate_leads_by_something),
        TEST(a_member_is_named_and_taken_back),
        TEST(acts_keep_their_order_and_are_read_as_they_were_said),
    };

    return cmocka_run_group_tests_name("room", tests, NULL, NULL);
}
