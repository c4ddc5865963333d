/* setting.c - hadir setting ...: values of the government. */
#include "people/setting.h"

#include "cmd/command.h"
#include "cmd/listing.h"

static const struct argument list_arguments[] = {COMMAND_DATA, COMMAND_FORMAT};
static const struct argument put_arguments[] = {
    ARGUMENT_WORD("KEY", ARGUMENT_TEXT, "Its name; hadir setting list"),
    ARGUMENT_WORD("VALUE", ARGUMENT_TEXT, "Its value from now on"),
    COMMAND_DATA,
    ARGUMENT_OPTION("regulation", "TEXT", ARGUMENT_TEXT, "What it rests on"),
};

static const struct listing_column columns[] = {
    {"key", LISTING_PLAIN},
    {"value", LISTING_FREE},
    {"regulation", LISTING_FREE},
    {"note", LISTING_FREE},
};

static const struct directory_setting *find(const struct directory *directory, struct text key)
{
    for (size_t i = 0; i < directory->setting_count; i++) {
        if (text_equal(directory->settings[i].key, key)) return &directory->settings[i];
    }
    return NULL;
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    CLEANUP(listing_done) struct listing listing = {0};
    const char *format = arguments_value(context->arguments, "format");
    struct problem why = {0};
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    listing_begin(&listing, context->out, listing_format_of(format, LISTING_TABLE), columns,
                  COUNT_OF(columns));
    for (int key = 0; key < SETTING_COUNT; key++) {
        const struct setting *known = setting_default((enum setting_key)key);
        const struct directory_setting *own = find(view.picture->directory, known->key);

        listing_text(&listing, known->key);
        listing_text(&listing, own ? own->value : known->value);
        listing_text(&listing, own ? own->regulation : known->regulation);
        listing_text(&listing, known->note);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

static enum command_end run_put(struct command_context *context)
{
    struct setting setting = {
        .key = text_of(arguments_value(context->arguments, "KEY")),
        .value = text_of(arguments_value(context->arguments, "VALUE")),
        .regulation = text_of(arguments_value(context->arguments, "regulation")),
    };
    struct setting_request request = {&setting, 1};
    struct problem why = {0};
    enum rc rc = ledger_perform(context->app->ledger, &setting_command, &request, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " is " TEXT_FORMAT "\n", TEXT_ARGUMENT(setting.key),
            TEXT_ARGUMENT(setting.value));
    return COMMAND_DONE;
}

const struct command command_setting_list = {
    .name = "setting list",
    .about = "The values of the government, with what they rest on",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_setting_put = {
    .name = "setting put",
    .about = "Give the government a value of its own",
    .arguments = put_arguments,
    .argument_count = COUNT_OF(put_arguments),
    .need = COMMAND_FOLDER,
    .run = run_put,
};
