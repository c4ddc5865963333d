#include "cmd/app.h"

#include "cmd/fixture_test.h"

#include <sys/wait.h>

enum { PUNCHES = 100 };

static int64_t board_is_at(struct app *app)
{
    return board_position(app->board);
}

static void what_is_acknowledged_is_judged_when_somebody_asks(void **state)
{
    struct app *app = fixture_open(*state);

    assert_int_equal(fixture_punch(app, PUNCHES), PUNCHES);
    assert_true(board_is_at(app) < ledger_position(app->ledger));
    assert_rc(RC_OK, app_catch_up(app, 1, 0, NULL));
    assert_int_equal(board_is_at(app), ledger_position(app->ledger));
    app_close(&app);
    assert_null(app);
}

static void a_live_app_follows_by_itself(void **state)
{
    struct app *app = fixture_open(*state);

    assert_rc(RC_OK, app_go_live(app));
    assert_int_equal(fixture_punch(app, PUNCHES), PUNCHES);
    assert_rc(RC_OK, app_catch_up(app, 1, 0, NULL));
    assert_true(board_is_at(app) >= ledger_position(app->ledger));
    app_drain(app);
    app_close(&app);
}

static void a_folder_is_free_again_after_its_app(void **state)
{
    struct fixture *f = *state;
    struct app *app = fixture_open(f);
    int lock_fd = -1;

    assert_rc(RC_CONFLICT, folder_lock(&f->folder, &lock_fd, NULL));
    app_close(&app);
    assert_rc(RC_OK, folder_lock(&f->folder, &lock_fd, NULL));
    file_close(&lock_fd);
}

/* The child ends as kill -9 would end it: nothing is closed. */
static void a_killed_app_has_lost_nothing_that_it_acknowledged(void **state)
{
    struct fixture *f = *state;
    struct app *app = NULL;
    int status = 0;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        app = fixture_open(f);
        if (app_go_live(app) != RC_OK) _exit(1);
        _exit(fixture_punch(app, PUNCHES) == PUNCHES ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);

    app = fixture_open(f);
    assert_int_equal(board_is_at(app), ledger_position(app->ledger));
    assert_int_equal(fixture_punch(app, PUNCHES), 0);
    app_close(&app);
}

static void the_last_contacts_are_recorded_when_it_closes(void **state)
{
    struct fixture *f = *state;
    CLEANUP(app_view_close) struct app_view view = {0};
    struct app *app = fixture_open(f);
    struct terminal_put put = {
        .row = {.serial = TEXT("SN1"), .agency = TEXT("D1"), .state = TERMINAL_APPROVED}};
    struct terminal_meeting meeting;

    fixture_add_agency(app);
    assert_rc(RC_OK, ledger_perform(app->ledger, &terminal_put_command, &put, NULL));
    assert_rc(RC_OK, app_catch_up(app, 1, 0, NULL));
    terminal_book_meet(app->terminals, TEXT("SN1"), TEXT("10.0.0.9"), FIXTURE_AT_MS, &meeting);
    app_close(&app);

    app = fixture_open(f);
    assert_rc(RC_OK, app_view_open(app, AS_OF_NOW, &view, NULL));
    assert_int_equal(view.picture->terminal_count, 1);
    assert_int_equal(view.picture->terminals[0].contact_to_ms, FIXTURE_AT_MS);
    app_close(&app);
}

static void it_goes_on_with_a_derived_store_made_elsewhere(void **state)
{
    struct fixture *f = *state;
    struct app *app = fixture_open(f);
    const char *other = arena_format(f->mem, "%s/other.db", f->path).at;
    struct board_options options = {.facts_path = f->folder.facts,
                                    .derived_path = other,
                                    .government = 1,
                                    .lane = 1,
                                    .clock = &f->clock};
    struct board *board = NULL;

    assert_int_equal(fixture_punch(app, PUNCHES), PUNCHES);
    assert_rc(RC_OK, board_open(&options, &board));
    assert_rc(RC_OK, board_catch_up(board, FIXTURE_AT_MS, 1, 0));
    board_close(&board);
    assert_rc(RC_OK, app_replace_derived(app, other, NULL));
    assert_false(file_exists(other));
    assert_int_equal(fixture_punch(app, PUNCHES), 0);
    app_close(&app);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FIXTURE_TEST(what_is_acknowledged_is_judged_when_somebody_asks),
        FIXTURE_TEST(a_live_app_follows_by_itself),
        FIXTURE_TEST(a_folder_is_free_again_after_its_app),
        FIXTURE_TEST(a_killed_app_has_lost_nothing_that_it_acknowledged),
        FIXTURE_TEST(the_last_contacts_are_recorded_when_it_closes),
        FIXTURE_TEST(it_goes_on_with_a_derived_store_made_elsewhere),
    };

    return cmocka_run_group_tests_name("app", tests, NULL, NULL);
}
