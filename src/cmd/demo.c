/* demo.c - hadir demo: a government to look at, with its day. */
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/demo_fill.h"
#include "cmd/demo_inspection.h"
#include "cmd/founding.h"
#include "cmd/progress.h"

static const struct argument arguments[] = {
    ARGUMENT_WORD("NAME", ARGUMENT_CHOICE, "Which one: jambi", .choices = "jambi"),
    COMMAND_DATA,
    ARGUMENT_FLAG("without-punches", "The register and the terminals alone, for a replay"),
};

/* 1 May 2021, before anything of the demo was recorded. */
enum { BEGIN_AT_S = 1619827200 };

/* A folder that is being made; what did not become a government is removed. */
struct making {
    const struct folder *folder; /* NULL: keep it */
    struct app *app;
};

static void end_making(struct making *making)
{
    app_close(&making->app);
    if (making->folder) folder_unmake(making->folder);
}

static void show(void *owner, int64_t done, int64_t total)
{
    progress_show(owner, done, total);
}

static enum rc fill(struct command_context *context,
                    struct app *app,
                    struct secret *out_password,
                    struct demo_day *out_day,
                    struct problem *why)
{
    CLEANUP(progress_end) struct progress progress = {0};
    CLEANUP(db_close) struct db *facts = NULL;
    bool is_register = arguments_has(context->arguments, "without-punches");
    struct demo_options options = {
        .name = text_of(arguments_value(context->arguments, "NAME")),
        .part = is_register ? DEMO_REGISTER : DEMO_WHOLE_DAY,
        .government = app->government,
        .ledger = app->ledger,
        .book = app->punches,
        .clock = &app->clock,
        .until = demo_inspection_until,
        .until_owner = demo_inspection_new(app),
        .password = out_password,
        .progress = show,
        .progress_owner = &progress,
    };

    progress_begin(&progress, context->err, context->is_terminal, "demo");
    TRY(app_open_facts(app, &facts));
    options.reader = facts;
    TRY(demo_fill(&options, context->mem, out_day, why));
    return app_catch_up(app, day_number(out_day->day), day_number(out_day->day), why);
}

static enum rc make(struct command_context *context,
                    struct secret *out_password,
                    struct demo_day *out_day,
                    struct problem *why)
{
    struct folder folder =
        folder_at(command_path(context, arguments_value(context->arguments, "data")), context->mem);
    CLEANUP(end_making) struct making making = {0};
    struct clock clock;
    int lock_fd = -1;

    clock_init_standing(&clock, BEGIN_AT_S * 1000LL);
    TRY(folder_make(&folder, why));
    making.folder = &folder;
    TRY(file_lock(folder.lock, &lock_fd, why));
    TRY(app_open(
        &(struct app_options){
            .path = folder.path, .lock_fd = lock_fd, .clock = &clock, .making = true},
        &making.app, why));
    TRY(fill(context, making.app, out_password, out_day, why));
    making.folder = NULL;
    return RC_OK;
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct problem why = {0};
    struct demo_day day = {0};
    enum rc rc = make(context, &password, &day, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " is ready in %s; its day is %s\n", TEXT_ARGUMENT(day.name),
            arguments_value(context->arguments, "data"), day_text(day.day).s);
    founding_print(context->out, FOUNDING_ACCOUNT, &password);
    return COMMAND_DONE;
}

const struct command command_demo = {
    .name = "demo",
    .about = "Make a demo government in a new folder, with its day",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_ALONE,
    .run = run,
};
