#include "people/leave_change.h"

#include "people/fixture_test.h"

static const int64_t hour_ms = 3600 * 1000;

#define LEAVE_OF(number_, first, last, letter)                                     \
    {                                                                              \
        .number = WORD(number_), .kind = LEAVE_ON_LEAVE, .from = {2021, 5, first}, \
        .to = {2021, 5, last}, .reference = WORD(letter)                           \
    }

static const struct leave_period right_file[] = {
    LEAVE_OF("ani", 17, 18, "S/1"),
    LEAVE_OF("budi", 17, 17, "S/1"),
};
/* Imported an hour later: it makes Ani's leave longer and gives Cici some. */
static const struct leave_period wrong_file[] = {
    LEAVE_OF("ani", 17, 28, "S/2"),
    LEAVE_OF("cici", 20, 21, "S/2"),
};

static int make_leave(void **state)
{
    if (fixture_make(state) != 0) return -1;
    fixture_small_government(*state);
    fixture_record(*state, &leave_period_fact, right_file, COUNT_OF(right_file));
    fixture_at(*state, monday_morning_ms + hour_ms);
    fixture_record(*state, &leave_period_fact, wrong_file, COUNT_OF(wrong_file));
    fixture_at(*state, monday_morning_ms + 2 * hour_ms);
    return 0;
}

static size_t list(const struct fixture *f,
                   const struct leave_selection *selection,
                   struct arena *mem,
                   const struct leave_version **out_versions)
{
    size_t count = 0;

    assert_rc(RC_OK, leave_list(f->reader, 1, selection, mem, out_versions, &count));
    return count;
}

static size_t count(const struct fixture *f, const struct leave_selection *selection)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct leave_version *versions;

    return list(f, selection, mem, &versions);
}

/* When the wrong file was recorded: the clock goes on while tests run. */
static int64_t wrong_instant(const struct fixture *f)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct leave_version *versions;

    assert_int_equal(list(f, &(struct leave_selection){.reference = TEXT("S/2")}, mem, &versions),
                     2);
    return versions[0].recorded_at_ms;
}

static void leave_is_listed_by_person_letter_days_and_instant(void **state)
{
    const struct fixture *f = *state;
    static const struct leave_selection all = {.withdrawn = false};

    assert_int_equal(count(f, &all), 3);
    assert_int_equal(count(f, &(struct leave_selection){.number = TEXT("ani")}), 1);
    assert_int_equal(count(f, &(struct leave_selection){.reference = TEXT("S/1")}), 1);
    assert_int_equal(count(f, &(struct leave_selection){.from = {2021, 5, 21}}), 2);
    assert_int_equal(count(f, &(struct leave_selection){.to = {2021, 5, 19}}), 2);
    assert_int_equal(count(f, &(struct leave_selection){.recorded_at_ms = wrong_instant(f)}), 2);
    assert_int_equal(count(f, &(struct leave_selection){.withdrawn = true}), 0);
}

static const struct directory_leave *on(const struct directory *directory,
                                        const char *number,
                                        struct day day)
{
    return directory_leave_on(directory, directory_find_person(directory, text_of(number)),
                              day_number(day));
}

static void a_file_is_taken_back_and_what_it_changed_is_as_before(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct fixture *f = *state;
    struct leave_selection file = {.recorded_at_ms = wrong_instant(f)};
    struct leave_change change = {.kind = LEAVE_TAKE_BACK, .author = TEXT("bkpsdm")};

    change.count = list(f, &file, mem, &change.versions);
    assert_rc(RC_OK, ledger_perform(f->ledger, &leave_change_command, &change, NULL));
    directory = fixture_load(f, AS_OF_NOW);
    assert_non_null(on(directory, "ani", (struct day){2021, 5, 18}));
    assert_text("S/1", on(directory, "ani", (struct day){2021, 5, 18})->reference);
    assert_null(on(directory, "ani", (struct day){2021, 5, 19}));
    assert_null(on(directory, "cici", (struct day){2021, 5, 20}));
    assert_non_null(on(directory, "budi", (struct day){2021, 5, 17}));
    assert_int_equal(count(f, &(struct leave_selection){.withdrawn = true}), 1);
}

static void a_directory_tells_who_took_leave_back(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct fixture *f = *state;
    struct leave_selection file = {.recorded_at_ms = wrong_instant(f)};
    struct leave_change change = {.kind = LEAVE_TAKE_BACK, .author = TEXT("bkpsdm")};
    const struct directory_withdrawal *withdrawal;
    int32_t ani;

    change.count = list(f, &file, mem, &change.versions);
    assert_rc(RC_OK, ledger_perform(f->ledger, &leave_change_command, &change, NULL));
    directory = fixture_load(f, AS_OF_NOW);
    ani = directory_find_person(directory, TEXT("ani"));
    assert_null(directory_withdrawal_on(directory, ani, day_number((struct day){2021, 5, 18})));
    withdrawal = directory_withdrawal_on(directory, ani, day_number((struct day){2021, 5, 19}));
    assert_non_null(withdrawal);
    assert_text("S/2", withdrawal->reference);
    assert_text("bkpsdm", withdrawal->author);
    assert_true(withdrawal->at_ms >= monday_morning_ms + 2 * hour_ms);
    assert_null(directory_withdrawal_on(directory, ani, day_number((struct day){2021, 5, 29})));

    /* The right file is imported again: nothing of what it says was taken back. */
    fixture_record(f, &leave_period_fact, wrong_file, COUNT_OF(wrong_file));
    directory_free(&directory);
    directory = fixture_load(f, AS_OF_NOW);
    assert_null(directory_withdrawal_on(directory, ani, day_number((struct day){2021, 5, 19})));
}

static void withdrawn_leave_excuses_no_day_but_is_still_known(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(directory_free) struct directory *before = NULL;
    CLEANUP(directory_free) struct directory *after = NULL;
    struct fixture *f = *state;
    struct leave_selection letter = {.reference = TEXT("S/2")};
    struct leave_change change = {.kind = LEAVE_WITHDRAW};

    change.count = list(f, &letter, mem, &change.versions);
    assert_int_equal(change.count, 2);
    assert_rc(RC_OK, ledger_perform(f->ledger, &leave_change_command, &change, NULL));
    after = fixture_load(f, AS_OF_NOW);
    before = fixture_load(f, monday_morning_ms + 3 * hour_ms / 2);
    assert_null(on(after, "ani", (struct day){2021, 5, 17}));
    assert_non_null(on(before, "ani", (struct day){2021, 5, 17}));
}

static void leave_that_changed_meanwhile_is_not_taken_back(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct leave_selection letter = {.reference = TEXT("S/2")};
    struct leave_change change = {.kind = LEAVE_WITHDRAW};
    struct problem why = {0};

    change.count = list(f, &letter, mem, &change.versions);
    fixture_record(f, &leave_period_fact, right_file, 1);
    assert_rc(RC_CONFLICT, ledger_perform(f->ledger, &leave_change_command, &change, &why));
    assert_string_equal(why.text, "the leave of ani from 2021-05-17 changed meanwhile");
    assert_int_equal(count(f, &(struct leave_selection){.withdrawn = true}), 0);
}

static void leave_is_withdrawn_whole_or_not_wherever_the_store_fails(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct leave_selection letter = {.reference = TEXT("S/2")};
    struct leave_change change = {.kind = LEAVE_WITHDRAW};
    enum rc rc = RC_UNAVAILABLE;

    change.count = list(f, &letter, mem, &change.versions);
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &leave_change_command, &change, calls);
        assert_int_equal(count(f, &(struct leave_selection){.withdrawn = true}),
                         rc == RC_OK ? 2 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_leave, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(leave_is_listed_by_person_letter_days_and_instant),
        TEST(a_file_is_taken_back_and_what_it_changed_is_as_before),
        TEST(a_directory_tells_who_took_leave_back),
        TEST(withdrawn_leave_excuses_no_day_but_is_still_known),
        TEST(leave_that_changed_meanwhile_is_not_taken_back),
        TEST(leave_is_withdrawn_whole_or_not_wherever_the_store_fails),
    };

    return cmocka_run_group_tests_name("leave_change", tests, NULL, NULL);
}
