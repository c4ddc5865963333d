/* init.c - hadir init: a new, empty government. */
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/founding.h"
#include "people/government.h"

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("name",
                    "NAME",
                    ARGUMENT_TEXT,
                    "Its name: \"Pemerintah Kota Jambi\"",
                    .required = true),
    ARGUMENT_OPTION("zone",
                    "ZONE",
                    ARGUMENT_CHOICE,
                    "Its time zone: WIB, WITA or WIT",
                    .required = true,
                    .choices = "WIB|WITA|WIT"),
    ARGUMENT_OPTION("short", "NAME", ARGUMENT_TEXT, "What stands on walls: \"Kota Jambi\""),
};

/* A folder that is being made; what did not become a government is removed. */
struct making {
    const struct folder *folder; /* NULL: keep it */
    struct ledger *ledger;
    int lock_fd;
};

static void end_making(struct making *making)
{
    ledger_stop(&making->ledger);
    if (making->folder) folder_unmake(making->folder);
    file_close(&making->lock_fd);
}

static enum rc make(struct command_context *context,
                    struct secret *out_password,
                    struct problem *why)
{
    struct folder folder =
        folder_at(command_path(context, arguments_value(context->arguments, "data")), context->mem);
    CLEANUP(end_making) struct making making = {.lock_fd = -1};
    const struct arguments *given = context->arguments;
    struct government_founding founding = {
        .name = text_of(arguments_value(given, "name")),
        .short_name = text_of(arguments_value(given, "short")),
        .zone = text_of(arguments_value(given, "zone")),
        .admin = TEXT(FOUNDING_ACCOUNT),
    };
    struct clock clock;

    clock_init(&clock);
    TRY(folder_make(&folder, why));
    making.folder = &folder;
    TRY(file_lock(folder.lock, &making.lock_fd, why));
    TRY(ledger_start(
        &(struct ledger_options){.path = folder.facts, .clock = &clock, .government = 1, .lane = 1},
        &making.ledger, why));
    TRY(government_found(making.ledger, &founding, out_password, why));
    making.folder = NULL;
    return RC_OK;
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct problem why = {0};
    enum rc rc = make(context, &password, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s is ready in %s\n", arguments_value(context->arguments, "name"),
            arguments_value(context->arguments, "data"));
    founding_print(context->out, FOUNDING_ACCOUNT, &password);
    return COMMAND_DONE;
}

const struct command command_init = {
    .name = "init",
    .about = "Make an empty government in a new folder, with its first administrator",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_ALONE,
    .run = run,
};
