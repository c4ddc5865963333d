/* export.c - hadir export: everything leaves in open formats. */
#include "cmd/export_private.h"

#include <string.h>

static const struct argument arguments[] = {
    ARGUMENT_WORD("KIND",
                  ARGUMENT_CHOICE,
                  "What to write",
                  .choices = "agencies|people|punches|sheets|quarantine"),
    COMMAND_DATA,
    ARGUMENT_OPTION("format",
                    "FORMAT",
                    ARGUMENT_CHOICE,
                    "csv (default) or json",
                    .choices = "csv|json"),
    ARGUMENT_OPTION("from", "DAY", ARGUMENT_DAY, "First day of sheets or punches"),
    ARGUMENT_OPTION("to", "DAY", ARGUMENT_DAY, "Last day of sheets or punches"),
};

static const struct export_table *const tables[] = {
    &export_agencies, &export_people, &export_punches, &export_sheets, &export_quarantine,
};

static const struct export_table *find_table(const char *word)
{
    size_t i = 0;

    while (strcmp(tables[i]->word, word) != 0) {
        i++; /* one of the choices */
    }
    return tables[i];
}

int32_t export_today(const struct export *export)
{
    return moment_day_number(moment_at(app_now_ms(export->context->app),
                                       export->view.picture->directory->offset_minutes));
}

static void export_done(struct export *export)
{
    app_view_close(&export->view);
}

/* Days that were asked for by name are opened; else what is open is taken. */
static enum rc read_days(struct export *export, struct problem *why)
{
    struct day from = arguments_day(export->context->arguments, "from");
    struct day to = arguments_day(export->context->arguments, "to");

    export->from = day_is_none(from) ? INT32_MIN : day_number(from);
    export->to = day_is_none(to) ? INT32_MAX : day_number(to);
    if (export->from > export->to) {
        return problem_at(why, RC_INVALID, "to", "the last day is before the first");
    }
    if (day_is_none(from) || day_is_none(to)) return app_catch_up(export->context->app, 1, 0, why);
    return app_catch_up(export->context->app, export->from, export->to, why);
}

static enum rc write_all(struct export *export, struct problem *why)
{
    const struct arguments *given = export->context->arguments;
    const struct export_table *table = find_table(arguments_value(given, "KIND"));
    CLEANUP(listing_done) struct listing listing = {0};
    enum listing_format format = listing_format_of(arguments_value(given, "format"), LISTING_CSV);

    TRY(read_days(export, why));
    TRY(app_view_open(export->context->app, AS_OF_NOW, &export->view, why));
    listing_begin(&listing, export->context->out, format, table->columns, table->column_count);
    export->listing = &listing;
    TRY(table->write(export));
    listing_end(&listing);
    return export->rc;
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(export_done) struct export export = {.context = context};
    struct problem why = {0};
    enum rc rc = write_all(&export, &why);

    return command_finish(context, rc, &why);
}

const struct command command_export = {
    .name = "export",
    .about = "Write agencies, people, punches, sheets or quarantine as CSV or JSON",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
