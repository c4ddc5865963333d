#include "cmd/app.h"

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"

#include <stdio.h>

enum { CATCH_UP_MS_MAX = 10 * 60 * 1000, RECENT_DAYS = 2, READER_BUSY_MS = 5000 };

/* The ledger starts before there is a board to wake. */
static void wake(void *follower, int64_t position)
{
    struct app *app = follower;
    struct board *board = atomic_load(&app->follower);

    void *owner = atomic_load(&app->listener_owner);

    if (board) board_wake(board, position);
    if (owner && app->committed) app->committed(owner, position);
}

/* The board opens before there is anybody to be told. */
static void tell(void *owner, const struct board_snapshot *before, const struct board_snapshot *now)
{
    struct app *app = owner;
    void *listener_owner = atomic_load(&app->listener_owner);

    if (listener_owner) app->listener(listener_owner, before, now);
}

static enum rc open_ledger(struct app *app, const struct app_options *options, struct problem *why)
{
    return ledger_start(&(struct ledger_options){.path = app->folder.facts,
                                                 .vfs = options->vfs,
                                                 .clock = &app->clock,
                                                 .government = app->government,
                                                 .lane = app->lane,
                                                 .wake = wake,
                                                 .follower = app,
                                                 .making = options->making},
                        &app->ledger, why);
}

static enum rc open_board(struct app *app)
{
    struct board_options board = {
        .facts_path = app->folder.facts,
        .derived_path = app->folder.derived,
        .government = app->government,
        .lane = app->lane,
        .clock = &app->clock,
        .terminals = app->terminals,
        .listener = app->listener ? tell : NULL,
        .listener_owner = app,
    };

    TRY(board_open(&board, &app->board));
    atomic_store(&app->follower, app->board);
    return app_follow(app, NULL);
}

/* UTC's day is never later than the place's, so counting from it is careful. */
static int32_t recent_from(const struct app *app)
{
    return moment_day_number(moment_at(app_now_ms(app), 0)) - RECENT_DAYS;
}

static enum rc open_derived(struct app *app, struct problem *why)
{
    enum rc rc = open_board(app);

    if (rc == RC_OK) {
        rc = punch_book_open(app->folder.derived, app->government, recent_from(app), &app->punches);
    }
    if (rc == RC_OK) return RC_OK;
    return problem_set(why, rc, "what follows from the facts in %s cannot be made",
                       app->folder.path);
}

static enum rc open_orders(struct app *app, struct problem *why)
{
    CLEANUP(db_close) struct db *facts = NULL;
    enum rc rc = app_open_facts(app, &facts);

    app->orders = order_book_new();
    if (rc == RC_OK) rc = order_book_load(app->orders, facts, app->government, app_now_ms(app));
    if (rc == RC_OK) return RC_OK;
    return problem_set(why, rc, "the orders for terminals in %s cannot be read", app->folder.path);
}

static enum rc open_parts(struct app *app, const struct app_options *options, struct problem *why)
{
    TRY(open_ledger(app, options, why));
    app->terminals = terminal_book_new();
    TRY(open_orders(app, why));
    return open_derived(app, why);
}

enum rc app_open(const struct app_options *options, struct app **out_app, struct problem *why)
{
    CLEANUP(app_close) struct app *app = mem_alloc(1, sizeof *app);

    app->mem = arena_new();
    app->folder = folder_at(options->path, app->mem);
    app->lock_fd = options->lock_fd;
    app->clock = *options->clock;
    app->listener = options->listener;
    app->committed = options->committed;
    app->government = 1;
    app->lane = 1;
    TRY(open_parts(app, options, why));
    *out_app = TAKE(app);
    return RC_OK;
}

enum rc app_go_live(struct app *app)
{
    TRY(board_start(app->board));
    app->live = true;
    return RC_OK;
}

void app_listen(struct app *app, void *owner)
{
    assert(app->listener);
    atomic_store(&app->listener_owner, owner);
}

enum rc app_record_contacts(struct app *app, bool all)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_contact *due = NULL;
    struct terminal_contacts contacts = {0};

    terminal_book_due(app->terminals, app_now_ms(app), all, mem, &due, &contacts.count);
    contacts.contacts = due;
    if (contacts.count == 0) return RC_OK;
    return ledger_perform(app->ledger, &terminal_contact_command, &contacts, NULL);
}

static enum rc nothing(struct ledger_tx *tx, void *request, struct problem *why)
{
    (void)tx, (void)request, (void)why;
    return RC_OK;
}

/* Batches follow each other, so when an empty command is settled, all that was
 * asked before is settled too and the follower of those batches was woken. */
static enum rc pass_fence(struct app *app)
{
    static const struct ledger_command fence = {.name = "fence", .whole = true, .apply = nothing};

    return ledger_perform(app->ledger, &fence, app, NULL);
}

enum rc app_replace_derived(struct app *app, const char *path, struct problem *why)
{
    assert(!app->live);
    atomic_store(&app->follower, NULL);
    TRY(pass_fence(app)); /* now the ledger's thread is done with the board */
    punch_book_close(&app->punches);
    board_close(&app->board);
    if (rename(path, app->folder.derived) != 0) {
        return problem_set(why, RC_UNAVAILABLE, "%s cannot be replaced", app->folder.derived);
    }
    return open_derived(app, why);
}

void app_drain(struct app *app)
{
    if (pass_fence(app) != RC_OK) {
        log_warn("the ledger could not settle what waits; its senders are told so");
    }
    board_stop(app->board);
    atomic_store(&app->listener_owner, NULL);
    /* Once more, so that the ledger's thread has done with the owner, too. */
    IGNORE(pass_fence(app), "it was said above when nothing can be settled");
    app->live = false;
}

void app_close(struct app **app_pointer)
{
    struct app *app = *app_pointer;

    if (!app) return;
    if (app->ledger && app->terminals && app_record_contacts(app, true) != RC_OK) {
        log_error("the last contacts of the terminals could not be stored");
    }
    ledger_stop(&app->ledger);
    board_close(&app->board);
    punch_book_close(&app->punches);
    order_book_free(&app->orders);
    terminal_book_free(&app->terminals);
    file_close(&app->lock_fd);
    arena_free(&app->mem);
    mem_free(app);
    *app_pointer = NULL;
}

enum rc app_catch_up(struct app *app, int32_t from, int32_t to, struct problem *why)
{
    int64_t position = ledger_position(app->ledger);
    enum rc rc = app->live ? board_wait(app->board, position, from, to, CATCH_UP_MS_MAX)
                           : board_catch_up(app->board, app_now_ms(app), from, to);

    if (rc == RC_OK) return RC_OK;
    return problem_set(why, rc, "the board could not follow the log");
}

enum rc app_follow(struct app *app, struct problem *why)
{
    if (board_position(app->board) >= ledger_position(app->ledger)) return RC_OK;
    if (app->live) return app_catch_up(app, 1, 0, why);
    if (board_keep_up(app->board, app_now_ms(app)) == RC_OK) return RC_OK;
    return problem_set(why, RC_UNAVAILABLE, "the board could not follow the log");
}

enum rc app_open_facts(const struct app *app, struct db **out_db)
{
    return db_open(&(struct db_options){.path = app->folder.facts,
                                        .mode = DB_READ_ONLY,
                                        .busy_ms = READER_BUSY_MS},
                   out_db);
}

enum rc app_view_open(const struct app *app,
                      int64_t as_of_ms,
                      struct app_view *out_view,
                      struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    enum rc rc = app_open_facts(app, &view.facts);

    if (rc == RC_OK) rc = derived_open_reader(app->folder.derived, app->government, &view.derived);
    if (rc == RC_OK) rc = picture_load(view.facts, app->government, as_of_ms, &view.picture);
    if (rc != RC_OK) return problem_set(why, rc, "%s cannot be read", app->folder.path);
    *out_view = view;
    view = (struct app_view){0};
    return RC_OK;
}

void app_view_close(struct app_view *view)
{
    picture_drop(&view->picture);
    derived_close(&view->derived);
    db_close(&view->facts);
}

int64_t app_now_ms(const struct app *app)
{
    return clock_now_ms(&app->clock);
}
