#include "inspection/roll_call.h"

#include "base/test.h"

static const struct inspection plan = {.inspection = {"20210517-1", 10}};

/* Three agencies in the order of the tree: 2, 12 and 5 people missing. */
static const struct roll_unit units[] = {
    {TEXT_INIT("BKD"),
     TEXT_INIT("BKPSDMD"),
     TEXT_INIT("Badan"),
     {{.counts = {[STATE_WAITING] = 2}}}},
    {TEXT_INIT("HUB"),
     TEXT_INIT("Perhubungan"),
     TEXT_INIT("Dinas"),
     {{.counts = {[STATE_WAITING] = 12}}}},
    {TEXT_INIT("KEC"),
     TEXT_INIT("Kecamatan"),
     TEXT_INIT("Kecamatan"),
     {{.counts = {[STATE_UNKNOWN] = 5}}}},
};

/* A session in a few words, each a second after the one before. */
struct story {
    struct arena *mem;
    struct act_row rows[40];
    size_t count;
    struct roll_call call;
};

static int begin(void **state)
{
    struct arena *mem = arena_new();
    struct story *story = arena_one(mem, struct story);

    story->mem = mem;
    *state = story;
    return 0;
}

static int end(void **state)
{
    struct arena *mem = ((struct story *)*state)->mem;

    arena_free(&mem);
    return 0;
}

static struct act *tell(struct story *story, enum act_kind kind, const char *agency)
{
    struct act_row *row = &story->rows[story->count++];

    assert_true(story->count <= COUNT_OF(story->rows));
    row->act = act_of(plan.inspection, kind, text_of(agency));
    row->at_ms = (int64_t)story->count * 1000;
    row->position = (int64_t)story->count;
    return &row->act;
}

static const struct roll_call *folded(struct story *story)
{
    struct roll_source source = {.plan = &plan,
                                 .units = units,
                                 .unit_count = COUNT_OF(units),
                                 .acts = story->rows,
                                 .act_count = story->count};

    roll_call_fold(&source, story->mem, &story->call);
    return &story->call;
}

static const struct roll_agency *agency_of(struct story *story, const char *code)
{
    const struct roll_call *call = folded(story);
    int place = roll_find(call, text_of(code));

    assert_true(place != ROLL_NOBODY);
    return &call->agencies[place];
}

#define assert_roll(expected, story, code) \
    assert_string_equal(roll_state_label(expected), roll_state_label(agency_of(story, code)->state))

static void open_with(struct story *story, const char *rule)
{
    tell(story, ACT_OPENED, "")->word = text_of(rule);
}

static void assert_order(struct story *story,
                         const char *first,
                         const char *second,
                         const char *third)
{
    const struct roll_call *call = folded(story);

    assert_true(text_equal(call->agencies[0].code, text_of(first)));
    assert_true(text_equal(call->agencies[1].code, text_of(second)));
    assert_true(text_equal(call->agencies[2].code, text_of(third)));
}

static void those_with_most_people_missing_are_called_first(void **state)
{
    open_with(*state, "missing");
    assert_order(*state, "HUB", "KEC", "BKD");
}

static void they_can_be_called_by_kind_or_as_in_the_tree_or_by_hand(void **state)
{
    struct story *story = *state;

    open_with(story, "kind");
    assert_order(story, "HUB", "BKD", "KEC"); /* dinas, badan, kecamatan */
    tell(story, ACT_ORDERED, "")->word = TEXT("tree");
    assert_order(story, "BKD", "HUB", "KEC");
    tell(story, ACT_ORDERED, "KEC")->item = 1;
    assert_order(story, "KEC", "BKD", "HUB");
    assert_true(story->call.by_hand);
    tell(story, ACT_ORDERED, "KEC")->item = 99;
    assert_order(story, "BKD", "HUB", "KEC");
}

static void who_is_called_stays_called_when_the_order_changes(void **state)
{
    struct story *story = *state;

    open_with(story, "missing");
    tell(story, ACT_CALLED, "KEC");
    tell(story, ACT_ORDERED, "BKD")->item = 1;
    tell(story, ACT_ORDERED, "")->word = TEXT("tree");
    folded(story);
    assert_int_equal(story->call.called, 2);
    assert_roll(ROLL_CALLED, story, "KEC");
}

/* What is done after HUB was called, and how it stands then. */
static const struct {
    const char *agency[3];
    enum act_kind acts[3];
    int count;
    enum roll_state state;
    bool is_called;
} turns[] = {
    {{"HUB"}, {ACT_ANSWERING}, 1, ROLL_ANSWERING, true},
    {{"HUB", "HUB"}, {ACT_ANSWERING, ACT_ANSWERED}, 2, ROLL_ANSWERED, false},
    {{"HUB"}, {ACT_SILENT}, 1, ROLL_SILENT, false},
    {{"HUB"}, {ACT_ABSENT}, 1, ROLL_ABSENT, false},
    {{"HUB"}, {ACT_SKIPPED}, 1, ROLL_SKIPPED, false},
    {{"KEC"}, {ACT_CALLED}, 1, ROLL_SILENT, false},
    {{"HUB", "KEC"}, {ACT_ANSWERING, ACT_CALLED}, 2, ROLL_ANSWERED, false},
    {{"HUB"}, {ACT_STATED}, 1, ROLL_ANSWERING, true},
    {{"KEC"}, {ACT_STATED}, 1, ROLL_CALLED, true},
    {{"HUB", "HUB", "HUB"}, {ACT_SILENT, ACT_CALLED, ACT_ANSWERING}, 3, ROLL_ANSWERING, true},
    {{""}, {ACT_CLOSED}, 1, ROLL_SILENT, false},
    {{"HUB", ""}, {ACT_ANSWERING, ACT_CLOSED}, 2, ROLL_ANSWERED, false},
};

static void a_call_goes_the_way_of_its_acts(void **state)
{
    struct story *story = *state;

    for (size_t i = 0; i < COUNT_OF(turns); i++) {
        story->count = 0;
        open_with(story, "missing");
        tell(story, ACT_CALLED, "HUB");
        for (int j = 0; j < turns[i].count; j++) {
            tell(story, turns[i].acts[j], turns[i].agency[j])->word = TEXT("form");
        }
        assert_roll(turns[i].state, story, "HUB");
        assert_int_equal(turns[i].is_called,
                         story->call.called == roll_find(&story->call, TEXT("HUB")));
    }
}

static void the_states_of_agencies_add_up(void **state)
{
    struct story *story = *state;
    size_t sum = 0;

    open_with(story, "missing");
    tell(story, ACT_CALLED, "HUB");
    tell(story, ACT_ANSWERING, "HUB");
    tell(story, ACT_CALLED, "KEC");
    folded(story);
    for (int i = 0; i < ROLL_STATE_COUNT; i++) {
        sum += story->call.standing[i];
    }
    assert_int_equal(sum, COUNT_OF(units));
    assert_int_equal(story->call.standing[ROLL_ANSWERED], 1);
    assert_int_equal(roll_next(&story->call, ROLL_NOBODY), roll_find(&story->call, TEXT("BKD")));
}

static struct act *state_for(struct story *story,
                             const char *agency,
                             enum people_group group,
                             int present)
{
    struct act *act = tell(story, ACT_STATED, agency);

    act->word = TEXT("telephone");
    act->people_group = (int)group;
    act_say(act, &(struct headcount){.present = present, .missing = 1});
    return act;
}

static void groups_are_stated_apart_and_told_together(void **state)
{
    struct story *story = *state;
    const struct roll_statement *said;

    open_with(story, "missing");
    state_for(story, "HUB", GROUP_ASN, 100);
    state_for(story, "HUB", GROUP_CONTRACT, 20);
    story->rows[story->count - 1].at_ms = story->rows[story->count - 2].at_ms; /* one statement */
    said = &agency_of(story, "HUB")->statement;
    assert_int_equal(said->said[GROUP_ALL].present, 120);
    assert_int_equal(said->said[GROUP_ALL].missing, 2);
    assert_int_equal(said->said[GROUP_ALL].strength, 122);
    assert_false(said->confirmed);
    tell(story, ACT_CONFIRMED, "HUB");
    assert_true(agency_of(story, "HUB")->statement.confirmed);
}

static void the_last_statement_holds_whole(void **state)
{
    struct story *story = *state;

    open_with(story, "missing");
    state_for(story, "HUB", GROUP_ASN, 100);
    state_for(story, "HUB", GROUP_ALL, 7);
    assert_int_equal(agency_of(story, "HUB")->statement.said[GROUP_ALL].present, 7);
    assert_false(agency_of(story, "HUB")->statement.given[GROUP_ASN]);
}

static void the_last_thing_said_about_a_person_holds(void **state)
{
    struct story *story = *state;
    static const char *const words[] = {"away", "sick"};

    open_with(story, "missing");
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct act *act = tell(story, ACT_CLAIMED, "HUB");

        act->person = TEXT("1985");
        act->word = text_of(words[i]);
    }
    folded(story);
    assert_int_equal(story->call.claim_count, 1);
    assert_int_equal(roll_claim_of(&story->call, TEXT("1985"))->claim, CLAIM_SICK);
    assert_null(roll_claim_of(&story->call, TEXT("1986")));
}

static void a_programme_is_counted_again_under_its_number(void **state)
{
    struct story *story = *state;
    static const int done[] = {190, 202};

    open_with(story, "missing");
    for (size_t i = 0; i < COUNT_OF(done); i++) {
        struct act *act = tell(story, ACT_PROGRAMME, "KEC");

        act->item = 1;
        act->said = TEXT("BLT");
        act->done = done[i];
        act->total = 237;
    }
    folded(story);
    assert_int_equal(story->call.programme_count, 1);
    assert_int_equal(story->call.programmes[0].total - story->call.programmes[0].done, 35);
    assert_int_equal(roll_next_item(&story->call, ACT_PROGRAMME), 2);
}

static void the_session_is_measured(void **state)
{
    struct story *story = *state;
    struct roll_metrics metrics;

    open_with(story, "missing");
    tell(story, ACT_CALLED, "HUB");
    tell(story, ACT_ANSWERING, "HUB");
    tell(story, ACT_CALLED, "KEC"); /* HUB took two seconds */
    tell(story, ACT_CLOSED, "");    /* KEC one */
    metrics = roll_metrics_of(folded(story), 999 * 1000);
    assert_int_equal(metrics.seconds, 4);
    assert_int_equal(metrics.covered, 1);
    assert_int_equal(metrics.seconds_a_agency, 1);
    assert_int_equal(metrics.without_statement, 3);
}

/* ---- what may follow ---- */

static const struct {
    const char *agency, *person, *word, *said, *name;
    enum act_kind act;
    enum rc planned, open, closed;
} checks[] = {
    {"", "", "missing", "", "", ACT_OPENED, RC_OK, RC_CONFLICT, RC_CONFLICT},
    {"HUB", "", "", "", "", ACT_CALLED, RC_CONFLICT, RC_OK, RC_CONFLICT},
    {"", "", "", "", "", ACT_CALLED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"LAIN", "", "", "", "", ACT_CALLED, RC_CONFLICT, RC_NOT_FOUND, RC_CONFLICT},
    {"HUB", "", "", "", "", ACT_ANSWERING, RC_CONFLICT, RC_CONFLICT, RC_CONFLICT},
    {"", "", "percent", "", "", ACT_ORDERED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"HUB", "", "form", "", "", ACT_STATED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"HUB", "1985", "sick", "", "", ACT_CLAIMED, RC_CONFLICT, RC_OK, RC_CONFLICT},
    {"HUB", "1985", "sick", "demam", "", ACT_CLAIMED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"HUB", "1985", "lazy", "", "", ACT_CLAIMED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"HUB", "", "away", "", "", ACT_CLAIMED, RC_CONFLICT, RC_INVALID, RC_CONFLICT},
    {"HUB", "", "", "", "", ACT_CONFIRMED, RC_CONFLICT, RC_CONFLICT, RC_CONFLICT},
    {"", "", "", "catatan", "", ACT_NOTED, RC_CONFLICT, RC_OK, RC_OK},
    {"", "", "", "", "", ACT_NOTED, RC_CONFLICT, RC_INVALID, RC_INVALID},
    {"HUB", "", "", "", "", ACT_REPORT_RECEIVED, RC_CONFLICT, RC_CONFLICT, RC_CONFLICT},
    {"HUB", "1985", "guidance", "alasan", "Sekda", ACT_FOLLOW_UP, RC_CONFLICT, RC_CONFLICT, RC_OK},
    {"HUB", "1985", "guidance", "alasan", "", ACT_FOLLOW_UP, RC_CONFLICT, RC_CONFLICT, RC_INVALID},
    {"HUB", "1985", "sanction", "alasan", "Sekda", ACT_FOLLOW_UP, RC_CONFLICT, RC_CONFLICT,
     RC_INVALID},
    {"", "", "", "ralat", "", ACT_AMENDED, RC_CONFLICT, RC_CONFLICT, RC_OK},
    {"", "", "", "", "", ACT_CLOSED, RC_CONFLICT, RC_OK, RC_CONFLICT},
};

static enum rc check(struct story *story, size_t i)
{
    struct act act = act_of(plan.inspection, checks[i].act, text_of(checks[i].agency));
    struct problem why = {0};

    act.person = text_of(checks[i].person);
    act.word = text_of(checks[i].word);
    act.said = text_of(checks[i].said);
    act.name = text_of(checks[i].name);
    return roll_call_check(folded(story), &act, &why);
}

static void each_act_has_its_time_and_says_what_it_must(void **state)
{
    struct story *story = *state;

    for (size_t i = 0; i < COUNT_OF(checks); i++) {
        story->count = 0;
        assert_rc(checks[i].planned, check(story, i));
        open_with(story, "missing");
        assert_rc(checks[i].open, check(story, i));
        tell(story, ACT_CLOSED, "");
        assert_rc(checks[i].closed, check(story, i));
    }
}

static void what_was_once_said_to_be_sickness_stays_a_matter_of_health(void **state)
{
    struct story *story = *state;

    open_with(story, "tree");
    tell(story, ACT_CLAIMED, "HUB")->person = TEXT("ani");
    story->rows[1].act.word = TEXT("sick");
    assert_true(roll_claim_of(folded(story), TEXT("ani"))->health);
    tell(story, ACT_CLAIMED, "HUB")->person = TEXT("ani");
    story->rows[2].act.word = TEXT("away");
    assert_int_equal(roll_claim_of(folded(story), TEXT("ani"))->claim, CLAIM_AWAY);
    assert_true(roll_claim_of(folded(story), TEXT("ani"))->health);
}

static void the_last_path_for_a_person_holds_and_is_taken_back_by_another(void **state)
{
    struct story *story = *state;

    open_with(story, "tree");
    assert_null(roll_follow_up_of(folded(story), TEXT("ani")));
    tell(story, ACT_FOLLOW_UP, "HUB")->person = TEXT("ani");
    story->rows[1].act.word = TEXT("guidance");
    assert_int_equal(roll_follow_up_of(folded(story), TEXT("ani"))->path, FOLLOW_UP_GUIDANCE);
    tell(story, ACT_FOLLOW_UP, "HUB")->person = TEXT("ani");
    story->rows[2].act.word = TEXT("withdrawn");
    assert_int_equal(roll_follow_up_of(folded(story), TEXT("ani"))->path, FOLLOW_UP_WITHDRAWN);
    assert_int_equal(folded(story)->follow_up_count, 1);
}

static void an_amendment_says_what_it_corrects(void **state)
{
    struct story *story = *state;

    open_with(story, "tree");
    tell(story, ACT_CLOSED, "");
    tell(story, ACT_AMENDED, "HUB")->word = TEXT("statement");
    tell(story, ACT_AMENDED, "")->said = TEXT("tempat");
    assert_int_equal(folded(story)->amendments[0].about, AMENDMENT_STATEMENT);
    assert_int_equal(folded(story)->amendments[1].about, AMENDMENT_MINUTES);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

static void who_is_recorded_is_known_from_when_to_when_and_by_whom(void **state)
{
    struct story *story = *state;
    struct problem why = {0};
    struct act begun = act_of(plan.inspection, ACT_RECORDING_BEGUN, TEXT(""));
    struct act ended = act_of(plan.inspection, ACT_RECORDING_ENDED, TEXT(""));

    open_with(story, "missing");
    assert_rc(RC_CONFLICT, roll_call_check(folded(story), &ended, &why));
    assert_rc(RC_OK, roll_call_check(folded(story), &begun, &why));
    tell(story, ACT_RECORDING_BEGUN, "")->author = TEXT("walikota");
    assert_true(roll_is_recorded(folded(story)));
    assert_rc(RC_CONFLICT, roll_call_check(folded(story), &begun, &why));
    tell(story, ACT_RECORDING_ENDED, "");
    tell(story, ACT_RECORDING_BEGUN, "");
    tell(story, ACT_CLOSED, "");
    assert_false(roll_is_recorded(folded(story)));
    assert_int_equal(story->call.recording_count, 2);
    assert_text("walikota", story->call.recordings[0].by);
    assert_int_equal(story->call.recordings[0].from_ms, 2000);
    assert_int_equal(story->call.recordings[0].to_ms, 3000);
    assert_int_equal(story->call.recordings[1].to_ms, 5000); /* the room goes with the session */
    assert_rc(RC_CONFLICT, roll_call_check(folded(story), &ended, &why));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(those_with_most_people_missing_are_called_first),
        TEST(they_can_be_called_by_kind_or_as_in_the_tree_or_by_hand),
        TEST(who_is_called_stays_called_when_the_order_changes),
        TEST(a_call_goes_the_way_of_its_acts),
        TEST(the_states_of_agencies_add_up),
        TEST(groups_are_stated_apart_and_told_together),
        TEST(the_last_statement_holds_whole),
        TEST(the_last_thing_said_about_a_person_holds),
        TEST(who_is_recorded_is_known_from_when_to_when_and_by_whom),
        TEST(a_programme_is_counted_again_under_its_number),
        TEST(the_session_is_measured),
        TEST(each_act_has_its_time_and_says_what_it_must),
        TEST(what_was_once_said_to_be_sickness_stays_a_matter_of_health),
        TEST(the_last_path_for_a_person_holds_and_is_taken_back_by_another),
        TEST(an_amendment_says_what_it_corrects),
    };

    return cmocka_run_group_tests_name("roll_call", tests, NULL, NULL);
}
