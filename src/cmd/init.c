/* init.c - hadir init: a new, empty government. */
#include "base/file.h"
#include "cmd/command.h"
#include "people/setting.h"

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

static struct setting setting(enum setting_key key, const char *value)
{
    struct setting setting = *setting_default(key);

    setting.value = text_of(value);
    return setting;
}

static enum rc record_settings(struct ledger *ledger,
                               const struct arguments *given,
                               struct problem *why)
{
    const char *name = arguments_value(given, "name");
    const char *short_name = arguments_value(given, "short");
    struct setting settings[] = {
        setting(SETTING_GOVERNMENT_NAME, name),
        setting(SETTING_GOVERNMENT_SHORT, short_name ? short_name : name),
        setting(SETTING_GOVERNMENT_ZONE, arguments_value(given, "zone")),
    };
    struct setting_request request = {settings, COUNT_OF(settings)};

    return ledger_perform(ledger, &setting_command, &request, why);
}

static enum rc make(struct command_context *context, struct problem *why)
{
    struct folder folder =
        folder_at(command_path(context, arguments_value(context->arguments, "data")), context->mem);
    CLEANUP(end_making) struct making making = {.lock_fd = -1};
    struct clock clock;

    clock_init(&clock);
    TRY(folder_make(&folder, why));
    making.folder = &folder;
    TRY(file_lock(folder.lock, &making.lock_fd, why));
    TRY(ledger_start(
        &(struct ledger_options){.path = folder.facts, .clock = &clock, .government = 1, .lane = 1},
        &making.ledger, why));
    TRY(record_settings(making.ledger, context->arguments, why));
    making.folder = NULL;
    return RC_OK;
}

static enum command_end run(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = make(context, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s is ready in %s\n", arguments_value(context->arguments, "name"),
            arguments_value(context->arguments, "data"));
    return COMMAND_DONE;
}

const struct command command_init = {
    .name = "init",
    .about = "Make an empty government in a new folder",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_ALONE,
    .run = run,
};
