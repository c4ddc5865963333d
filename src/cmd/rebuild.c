/* rebuild.c - hadir rebuild: make what follows from the facts again.
 *
 * A second derived store is made from the log beside the first, and the days
 * that the first knows are compared: the tallies, and how each person's day is
 * judged.  Then it takes the first one's place.  Under a server, which goes on
 * using the first, only days that are closed for good are compared, because
 * the others change meanwhile, and nothing is replaced. */
#include "base/file.h"
#include "base/hash.h"
#include "cmd/command.h"
#include "cmd/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { DAYS_MAX = 100 * 1000 };

static const struct argument arguments[] = {COMMAND_DATA};

struct rebuild {
    struct command_context *context;
    const char *path; /* of the second store */
    const char *lock; /* one at a time */
    int lock_fd;
    struct derived *before;
    struct derived *after;
    struct board *board; /* that makes it */
    int32_t *days;
    size_t day_count;
    size_t left_out; /* days that are open under a server */
    size_t differing;
    struct progress progress;
};

static void remove_store(const char *path, struct arena *mem)
{
    static const char *const endings[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        IGNORE(unlink(arena_format(mem, "%s%s", path, endings[i]).at), "it may not exist");
    }
}

static void rebuild_done(struct rebuild *rebuild)
{
    progress_end(&rebuild->progress);
    derived_close(&rebuild->after);
    derived_close(&rebuild->before);
    board_close(&rebuild->board);
    if (rebuild->lock_fd < 0) return; /* what is there belongs to somebody else */
    remove_store(rebuild->path, rebuild->context->mem);
    IGNORE(unlink(rebuild->lock), "it was made here");
    file_close(&rebuild->lock_fd);
}

/* ---- comparing ---- */

static void add_line(void *visitor, int32_t person, const struct line *line)
{
    const int64_t judged[] = {
        person,         line->state,    line->mode,         line->flags,
        line->first_in, line->last_out, line->late_minutes, line->early_minutes};

    for (size_t i = 0; i < COUNT_OF(judged); i++) {
        hasher_add_int(visitor, judged[i]);
    }
}

static void add_tally(void *visitor, const struct tally *tally)
{
    hasher_add(visitor, tally->agency);
    hasher_add_int(visitor, tally->kind);
    for (size_t i = 0; i < STATE_COUNT; i++) {
        hasher_add_int(visitor, tally->balance.counts[i]);
    }
    hasher_add_int(visitor, tally->balance.wfh);
}

static enum rc look_at(struct derived *derived, int32_t day, struct hash *out_hash)
{
    struct hasher hasher;

    hasher_init(&hasher);
    TRY(derived_lines(derived, day, add_line, &hasher));
    TRY(derived_tallies(derived, day, day, add_tally, &hasher));
    *out_hash = hasher_result(&hasher);
    return RC_OK;
}

static enum rc compare(struct rebuild *rebuild)
{
    for (size_t i = 0; i < rebuild->day_count; i++) {
        struct hash before, after;

        TRY(look_at(rebuild->before, rebuild->days[i], &before));
        TRY(look_at(rebuild->after, rebuild->days[i], &after));
        if (hash_equal(&before, &after)) continue;
        rebuild->differing++;
        fprintf(rebuild->context->out, "%s differs\n",
                day_text(day_from_number(rebuild->days[i])).s);
    }
    return RC_OK;
}

/* ---- making it again ---- */

static void note_day(void *visitor, int32_t day, enum derived_day as)
{
    struct rebuild *rebuild = visitor;

    if ((as != DERIVED_DAY_SETTLED && rebuild->context->app->live) ||
        rebuild->day_count == DAYS_MAX) {
        rebuild->left_out++;
    } else {
        rebuild->days[rebuild->day_count++] = day;
    }
}

/* Let the first store know what the second is about to know: time passes for
 * open days only when somebody looks at them. */
static enum rc bring_up_to_date(struct rebuild *rebuild, struct problem *why)
{
    struct app *app = rebuild->context->app;

    rebuild->days = arena_array(rebuild->context->mem, int32_t, DAYS_MAX);
    TRY(app_catch_up(app, 1, 0, why));
    TRY(derived_open_reader(app->folder.derived, app->government, &rebuild->before));
    TRY(derived_days(rebuild->before, note_day, rebuild));
    for (size_t i = 0; i < rebuild->day_count && !app->live; i++) {
        TRY(app_catch_up(app, rebuild->days[i], rebuild->days[i], why));
    }
    return RC_OK;
}

static enum rc make_again(struct rebuild *rebuild)
{
    struct app *app = rebuild->context->app;
    struct board_options options = {
        .facts_path = app->folder.facts,
        .derived_path = rebuild->path,
        .government = app->government,
        .lane = app->lane,
        .clock = &app->clock,
    };
    int64_t now_ms = app_now_ms(app);

    remove_store(rebuild->path, rebuild->context->mem);
    TRY(board_open(&options, &rebuild->board));
    TRY(board_catch_up(rebuild->board, now_ms, 1, 0));
    for (size_t i = 0; i < rebuild->day_count; i++) {
        TRY(board_catch_up(rebuild->board, now_ms, rebuild->days[i], rebuild->days[i]));
        progress_show(&rebuild->progress, (int64_t)i, (int64_t)rebuild->day_count);
    }
    return derived_open_reader(rebuild->path, app->government, &rebuild->after);
}

static enum rc take_over(struct rebuild *rebuild, struct problem *why)
{
    derived_close(&rebuild->after);
    derived_close(&rebuild->before);
    board_close(&rebuild->board);
    return app_replace_derived(rebuild->context->app, rebuild->path, why);
}

static enum rc rebuild_all(struct rebuild *rebuild, struct problem *why)
{
    struct command_context *context = rebuild->context;

    rebuild->path = arena_format(context->mem, "%s.again", context->app->folder.derived).at;
    rebuild->lock = arena_format(context->mem, "%s.lock", rebuild->path).at;
    TRY(file_lock(rebuild->lock, &rebuild->lock_fd, why));
    progress_begin(&rebuild->progress, context->err, context->is_terminal, "rebuilding");
    TRY(bring_up_to_date(rebuild, why));
    TRY(make_again(rebuild));
    progress_end(&rebuild->progress);
    TRY(compare(rebuild));
    return context->app->live ? RC_OK : take_over(rebuild, why);
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(rebuild_done) struct rebuild rebuild = {.context = context, .lock_fd = -1};
    struct problem why = {0};
    enum rc rc = rebuild_all(&rebuild, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%zu days made again from %lld facts, %zu differ\n", rebuild.day_count,
            (long long)ledger_position(context->app->ledger), rebuild.differing);
    if (rebuild.left_out > 0) {
        fprintf(context->out, "%zu days are still open and were not compared\n", rebuild.left_out);
    }
    if (context->app->live) {
        fprintf(context->out, "The server goes on with its own; stop it and run this again to "
                              "replace that.\n");
    }
    return rebuild.differing > 0 ? COMMAND_CHECK_FAILED : COMMAND_DONE;
}

const struct command command_rebuild = {
    .name = "rebuild",
    .about = "Make sheets and counts again from the facts, and tell whether anything differs",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
