#include "inspection/chapter.h"

#include "base/test.h"

/* A session in a few words, each a second after the one before. */
static struct act_row rows[40];
static size_t row_count;

static struct act *tell(enum act_kind kind, const char *agency)
{
    struct act_row *row = &rows[row_count++];

    assert_true(row_count <= COUNT_OF(rows));
    row->act = act_of(TEXT("20210517-1"), kind, text_of(agency));
    row->at_ms = (int64_t)row_count * 1000;
    return &row->act;
}

static const struct chapter *chapters(struct arena *mem, size_t expected_count)
{
    const struct chapter *list = NULL;
    size_t count = 0;

    chapters_of(rows, row_count, mem, &list, &count);
    assert_int_equal(count, expected_count);
    return list;
}

static void a_call_is_a_chapter_from_its_beginning_to_its_end(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct chapter *list;

    (void)state;
    tell(ACT_OPENED, "");
    tell(ACT_CALLED, "HUB");
    tell(ACT_ANSWERING, "HUB")->name = TEXT("Suwarno");
    tell(ACT_STATED, "HUB")->post = TEXT("Kepala Dinas");
    tell(ACT_NOTED, "");
    tell(ACT_ANSWERED, "HUB");
    list = chapters(mem, 1);
    assert_text("HUB", list->agency);
    assert_text("Suwarno", list->by);
    assert_text("Kepala Dinas", list->post);
    assert_int_equal(list->called_at_ms, 2000);
    assert_int_equal(list->answered_at_ms, 3000);
    assert_int_equal(list->stated_at_ms, 4000);
    assert_int_equal(list->ended_at_ms, 6000);
    assert_int_equal(list->state, ROLL_ANSWERED);
}

static void the_next_call_ends_the_one_before_and_closing_the_last(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct chapter *list;

    (void)state;
    tell(ACT_CALLED, "HUB");
    tell(ACT_CALLED, "KEC");
    tell(ACT_ANSWERING, "KEC");
    tell(ACT_CALLED, "BKD");
    list = chapters(mem, 3);
    assert_int_equal(list[0].state, ROLL_SILENT);
    assert_int_equal(list[0].ended_at_ms, 2000);
    assert_int_equal(list[1].state, ROLL_ANSWERED);
    assert_int_equal(list[2].state, ROLL_CALLED);
    assert_int_equal(list[2].ended_at_ms, 0);
    tell(ACT_CLOSED, "");
    list = chapters(mem, 3);
    assert_int_equal(list[2].state, ROLL_SILENT);
    assert_int_equal(list[2].ended_at_ms, 5000);
}

static void an_agency_that_is_called_again_has_another_chapter(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct chapter *list;

    (void)state;
    tell(ACT_CALLED, "HUB");
    tell(ACT_ABSENT, "HUB");
    tell(ACT_CALLED, "HUB");
    tell(ACT_SKIPPED, "HUB");
    list = chapters(mem, 2);
    assert_int_equal(list[0].state, ROLL_ABSENT);
    assert_int_equal(list[1].state, ROLL_SKIPPED);
    assert_int_equal(list[1].called_at_ms, 3000);
}

static void what_others_say_meanwhile_is_not_of_this_chapter(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct chapter *list;

    (void)state;
    tell(ACT_STATED, "KEC"); /* by form, before anybody was called */
    tell(ACT_CALLED, "HUB");
    tell(ACT_STATED, "KEC");
    tell(ACT_ANSWERED, "KEC");
    list = chapters(mem, 1);
    assert_int_equal(list->stated_at_ms, 0);
    assert_int_equal(list->ended_at_ms, 0);
    tell(ACT_SILENT, "HUB");
    tell(ACT_STATED, "HUB"); /* afterwards, by telephone */
    assert_int_equal(chapters(mem, 1)->stated_at_ms, 0);
}

static int begin(void **state)
{
    (void)state;
    row_count = 0;
    return 0;
}

#define TEST(fn) cmocka_unit_test_setup(fn, begin)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_call_is_a_chapter_from_its_beginning_to_its_end),
        TEST(the_next_call_ends_the_one_before_and_closing_the_last),
        TEST(an_agency_that_is_called_again_has_another_chapter),
        TEST(what_others_say_meanwhile_is_not_of_this_chapter),
    };

    return cmocka_run_group_tests_name("chapter", tests, NULL, NULL);
}
