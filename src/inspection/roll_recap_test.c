#include "base/limits.h"
#include "base/test.h"
#include "documents/scan.h"
#include "inspection/roll_call.h"

static const struct inspection plan = {.inspection = TEXT_INIT("20210517-1")};
static const struct roll_unit units[] = {
    {.code = TEXT_INIT("PU"), .name = TEXT_INIT("Pekerjaan Umum"), .kind = TEXT_INIT("Dinas")},
    {.code = TEXT_INIT("SOS"), .name = TEXT_INIT("Sosial"), .kind = TEXT_INIT("Dinas")},
};

/* What was done so far, each act after a check, as the ledger does it. */
struct story {
    struct arena *mem;
    struct act_row rows[40];
    size_t count;
    struct roll_call call;
};

static void fold(struct story *story)
{
    struct roll_source source = {.plan = &plan,
                                 .units = units,
                                 .unit_count = COUNT_OF(units),
                                 .acts = story->rows,
                                 .act_count = story->count};

    roll_call_fold(&source, story->mem, &story->call);
}

static int begin(void **state)
{
    struct arena *mem = arena_new();
    struct story *story = arena_one(mem, struct story);

    story->mem = mem;
    fold(story);
    *state = story;
    return 0;
}

static int end(void **state)
{
    struct arena *mem = ((struct story *)*state)->mem;

    arena_free(&mem);
    return 0;
}

static enum rc tell(struct story *story, struct act act, struct problem *why)
{
    struct act_row *row = &story->rows[story->count];

    TRY(roll_call_check(&story->call, &act, why));
    assert_true(++story->count <= COUNT_OF(story->rows));
    *row = (struct act_row){
        .act = act, .at_ms = (int64_t)story->count, .position = (int64_t)story->count};
    fold(story);
    return RC_OK;
}

static struct act recap_of(const char *agency, int paper, int present, const char *reason)
{
    struct act act = act_of(plan.inspection, ACT_RECAP, text_of(agency));

    act.item = paper;
    act.name = TEXT("Kepala Dinas");
    act.said = text_of(reason);
    act.people_group = GROUP_ALL;
    act_say(&act, &(struct headcount){.present = present});
    return act;
}

static struct act page_of(const struct story *story, const char *agency, const char *digest)
{
    const struct roll_agency *found =
        &story->call.agencies[roll_find(&story->call, text_of(agency))];
    struct act act = act_of(plan.inspection, ACT_SCANNED, text_of(agency));

    act.item = found->papers + 1;
    act.done = roll_next_page(&story->call, found);
    act.word = TEXT("jpeg");
    act.total = 1000;
    act.reference = text_of(digest);
    return act;
}

static void a_signed_recap_is_locked_and_a_correction_stands_beside_it(void **state)
{
    struct story *story = *state;
    struct problem why = {0};

    assert_rc(RC_OK, tell(story, recap_of("PU", 1, 40, ""), NULL));
    assert_rc(RC_CONFLICT, tell(story, recap_of("PU", 1, 41, "salah hitung"), &why));
    assert_string_equal(why.text, "the recap of this agency is signed and locked");
    assert_rc(RC_CONFLICT, tell(story, recap_of("PU", 2, 41, ""), &why));
    assert_string_equal(why.field, "reason");
    assert_rc(RC_OK, tell(story, recap_of("PU", 2, 41, "salah hitung"), NULL));
    assert_int_equal(roll_recap_of(&story->call, TEXT("PU"), 1)->said[GROUP_ALL].present, 40);
    assert_int_equal(roll_recap_of(&story->call, TEXT("PU"), 2)->said[GROUP_ALL].present, 41);
    assert_null(roll_recap_of(&story->call, TEXT("SOS"), 1));
}

static void groups_of_one_paper_are_told_together(void **state)
{
    struct story *story = *state;
    struct act asn = recap_of("PU", 1, 30, ""), contract = recap_of("PU", 1, 12, "");
    const struct roll_recap *recap;

    asn.people_group = GROUP_ASN;
    contract.people_group = GROUP_CONTRACT;
    story->rows[0] = (struct act_row){.act = asn, .at_ms = 1};
    story->rows[1] = (struct act_row){.act = contract, .at_ms = 1};
    story->count = 2;
    fold(story);
    recap = roll_recap_of(&story->call, TEXT("PU"), 1);
    assert_int_equal(story->call.recap_count, 1);
    assert_int_equal(recap->said[GROUP_ALL].present, 42);
    assert_int_equal(recap->said[GROUP_CONTRACT].present, 12);
}

static void pages_belong_to_the_paper_that_is_not_signed_yet(void **state)
{
    struct story *story = *state;

    assert_rc(RC_OK, tell(story, page_of(story, "PU", "a"), NULL));
    assert_rc(RC_OK, tell(story, page_of(story, "PU", "b"), NULL));
    assert_rc(RC_OK, tell(story, page_of(story, "SOS", "a"), NULL));
    assert_rc(RC_OK, tell(story, recap_of("PU", 1, 40, ""), NULL));
    assert_rc(RC_OK, tell(story, page_of(story, "PU", "c"), NULL));
    assert_int_equal(story->call.scans[1].page, 2);
    assert_int_equal(story->call.scans[3].paper, 2);
    assert_int_equal(story->call.scans[3].page, 1);
    assert_int_equal(story->call.scans[3].kind, SCAN_JPEG);
    assert_int_equal(story->call.agencies[0].pages, 3);
}

static void a_page_is_kept_once_and_a_paper_has_so_many_pages(void **state)
{
    static const char *const digests[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    struct story *story = *state;
    struct problem why = {0};

    static_assert(COUNT_OF(digests) == RECAP_PAGES_MAX, "as many as there may be");
    for (size_t i = 0; i < COUNT_OF(digests); i++) {
        assert_rc(RC_OK, tell(story, page_of(story, "PU", digests[i]), NULL));
        assert_rc(RC_CONFLICT, tell(story, page_of(story, "PU", digests[i]), &why));
        assert_string_equal(why.text, "this page is here already");
    }
    assert_rc(RC_CONFLICT, tell(story, page_of(story, "PU", "one more"), &why));
    assert_string_equal(why.text, "a recap has at most 10 pages");
}

static void what_the_team_reads_off_a_page_waits_for_the_head(void **state)
{
    struct story *story = *state;
    struct act read = recap_of("PU", 1, 40, "");
    struct act confirmed = act_of(plan.inspection, ACT_RECAP_CONFIRMED, TEXT("PU"));

    confirmed.item = 1;
    assert_rc(RC_CONFLICT, tell(story, confirmed, NULL));
    read.word = TEXT("team");
    assert_rc(RC_OK, tell(story, read, NULL));
    assert_int_equal(roll_recap_of(&story->call, TEXT("PU"), 1)->source, RECAP_OF_TEAM);
    assert_false(roll_recap_of(&story->call, TEXT("PU"), 1)->confirmed);
    assert_rc(RC_OK, tell(story, confirmed, NULL));
    assert_true(roll_recap_of(&story->call, TEXT("PU"), 1)->confirmed);
    assert_rc(RC_CONFLICT, tell(story, confirmed, NULL));
    assert_rc(RC_OK, tell(story, recap_of("SOS", 1, 9, ""), NULL));
    assert_true(roll_recap_of(&story->call, TEXT("SOS"), 1)->confirmed);
}

static void a_recap_may_come_late_and_says_so(void **state)
{
    struct story *story = *state;
    struct act opened = act_of(plan.inspection, ACT_OPENED, TEXT(""));

    opened.word = TEXT("missing");
    assert_rc(RC_OK, tell(story, opened, NULL));
    assert_rc(RC_OK, tell(story, recap_of("PU", 1, 40, ""), NULL));
    assert_rc(RC_OK, tell(story, act_of(plan.inspection, ACT_CLOSED, TEXT("")), NULL));
    assert_rc(RC_OK, tell(story, page_of(story, "SOS", "a"), NULL));
    assert_rc(RC_OK, tell(story, recap_of("SOS", 1, 9, ""), NULL));
    assert_rc(RC_CONFLICT, tell(story, recap_of("PU", 1, 41, ""), NULL));
    assert_rc(RC_OK, tell(story, recap_of("PU", 2, 41, "salah hitung"), NULL));
    assert_false(roll_recap_of(&story->call, TEXT("PU"), 1)->after_closing);
    assert_true(roll_recap_of(&story->call, TEXT("PU"), 2)->after_closing);
    assert_true(roll_recap_of(&story->call, TEXT("SOS"), 1)->after_closing);
}

static void there_is_an_end_to_corrections(void **state)
{
    struct story *story = *state;

    for (int paper = 1; paper <= RECAP_PAPERS_MAX; paper++) {
        assert_rc(RC_OK, tell(story, recap_of("PU", paper, 40, "salah hitung"), NULL));
    }
    assert_rc(RC_CONFLICT, tell(story, recap_of("PU", RECAP_PAPERS_MAX + 1, 40, "lagi"), NULL));
    assert_rc(RC_CONFLICT, tell(story, page_of(story, "PU", "a"), NULL));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_signed_recap_is_locked_and_a_correction_stands_beside_it),
        TEST(groups_of_one_paper_are_told_together),
        TEST(pages_belong_to_the_paper_that_is_not_signed_yet),
        TEST(a_page_is_kept_once_and_a_paper_has_so_many_pages),
        TEST(what_the_team_reads_off_a_page_waits_for_the_head),
        TEST(a_recap_may_come_late_and_says_so),
        TEST(there_is_an_end_to_corrections),
    };

    return cmocka_run_group_tests_name("roll_recap", tests, NULL, NULL);
}
