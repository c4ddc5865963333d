#include "inspection/own_part.h"

#include "people/fixture_test.h"

static void say(struct fixture *f, const char *code, enum act_kind kind, struct act said)
{
    struct act act = act_of(text_of(code), kind, TEXT("PU"));

    act.person = said.person;
    act.word = said.word;
    act.said = said.said;
    act.name = said.name;
    fixture_record(f, &act_fact, &act, 1);
}

#define SAY(f, code, kind, ...) say(f, code, kind, (struct act){.person = TEXT("ani"), __VA_ARGS__})

struct listed {
    const struct own_part *parts;
    size_t count;
};

static struct listed list(const struct fixture *f, const char *person, struct arena *mem)
{
    struct listed listed = {0};

    assert_rc(RC_OK,
              own_part_list(f->reader, 1, text_of(person), mem, &listed.parts, &listed.count));
    return listed;
}

static void a_person_is_told_what_was_said_of_him_in_every_inspection(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct listed own;

    SAY(f, "20210517-1", ACT_CLAIMED, .word = TEXT("away"), .said = TEXT("di luar kota"));
    SAY(f, "20210531-1", ACT_CLAIMED, .word = TEXT("sick"), .name = TEXT("Kadis"));
    SAY(f, "20210517-1", ACT_CLAIMED, .word = TEXT("family"));
    SAY(f, "20210517-1", ACT_REPLIED, .said = TEXT("saya di kantor"));
    own = list(f, "ani", mem);
    assert_int_equal(own.count, 2);
    assert_true(text_equal(own.parts[0].inspection, TEXT("20210531-1")));
    assert_int_equal(own.parts[0].claim.claim, CLAIM_SICK);
    assert_int_equal(own.parts[0].answered_at_ms, 0);
    assert_int_equal(own.parts[1].claim.claim, CLAIM_FAMILY);
    assert_true(text_equal(own.parts[1].answer, TEXT("saya di kantor")));
}

static void a_path_that_was_taken_back_is_none(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();

    SAY(f, "20210517-1", ACT_FOLLOW_UP, .word = TEXT("guidance"), .name = TEXT("Sekda"));
    assert_int_equal(list(f, "ani", mem).parts[0].follow_up.path, FOLLOW_UP_GUIDANCE);
    SAY(f, "20210517-1", ACT_FOLLOW_UP, .word = TEXT("withdrawn"), .name = TEXT("Sekda"));
    assert_int_equal(list(f, "ani", mem).parts[0].follow_up.at_ms, 0);
}

static void nothing_of_others_is_told(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();

    SAY(f, "20210517-1", ACT_CLAIMED, .word = TEXT("away"));
    assert_int_equal(list(f, "budi", mem).count, 0);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_person_is_told_what_was_said_of_him_in_every_inspection),
        TEST(a_path_that_was_taken_back_is_none),
        TEST(nothing_of_others_is_told),
    };

    return cmocka_run_group_tests_name("own_part", tests, NULL, NULL);
}
