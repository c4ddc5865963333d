/* inspection.c - hadir inspection ...: what was planned, and how it stands. */
#include "base/json_write.h"
#include "base/limits.h"
#include "cmd/command.h"
#include "cmd/listing.h"
#include "inspection/act_log.h"
#include "inspection/room.h"

static const struct argument list_arguments[] = {COMMAND_DATA, COMMAND_FORMAT};

static const struct argument acts_arguments[] = {
    ARGUMENT_WORD("INSPECTION", ARGUMENT_TEXT, "Its code: 20210517-1"),
    COMMAND_DATA,
    ARGUMENT_OPTION("format",
                    "FORMAT",
                    ARGUMENT_CHOICE,
                    "csv (default) or json",
                    .choices = "csv|json"),
};

static const struct listing_column columns[] = {
    {"inspection", LISTING_PLAIN}, {"day", LISTING_PLAIN},      {"kind", LISTING_PLAIN},
    {"state", LISTING_PLAIN},      {"leader", LISTING_FREE},    {"agencies", LISTING_PLAIN},
    {"answered", LISTING_PLAIN},   {"strength", LISTING_PLAIN}, {"present", LISTING_PLAIN},
};

static void list_room(struct listing *to, const struct room *room, struct arena *mem)
{
    const struct roll_call *call = &room->call;
    const struct balance *opening = &call->opening[GROUP_ALL];

    listing_text(to, room->plan.inspection);
    listing_cstr(to, day_text(room->plan.day).s);
    listing_cstr(to, record_choice_word(inspection_kind_choices, room->plan.kind));
    listing_cstr(to, record_choice_word(session_state_choices, (int)call->state));
    listing_text(to, room->plan.leader);
    listing_text(to, arena_format(mem, "%zu", call->agency_count));
    listing_text(to, arena_format(mem, "%zu", call->standing[ROLL_ANSWERED]));
    listing_text(to, arena_format(mem, "%d", balance_strength(opening)));
    listing_text(to, arena_format(mem, "%d", balance_present(opening)));
}

static enum rc list(struct command_context *context, struct listing *to, struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const struct inspection *plans = NULL;
    size_t count = 0;

    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    TRY(inspection_list(view.facts, context->app->government, context->mem, &plans, &count));
    for (size_t i = 0; i < count; i++) {
        struct room room;

        TRY(room_load(view.facts, context->app->government, plans[i].inspection, NULL, 0,
                      context->mem, &room));
        list_room(to, &room, context->mem);
    }
    return RC_OK;
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(listing_done) struct listing listing = {0};
    struct problem why = {0};
    enum rc rc;

    command_listing(context, &listing, columns, COUNT_OF(columns));
    rc = list(context, &listing, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- acts ---- */

static void write_acts(const struct act_row *rows,
                       size_t count,
                       bool as_json,
                       int offset_minutes,
                       struct buf *to)
{
    struct record_view view = {.sight = RECORD_STAFF, .offset_minutes = offset_minutes};
    struct json_write json;

    if (!as_json) {
        act_log_write_csv(rows, count, offset_minutes, to);
        return;
    }
    json_write_init(&json, to);
    record_write_items(&act_row_record, (struct record_list){rows, count}, view, &json, NULL);
    buf_add_char(to, '\n');
}

static enum rc print_acts(struct command_context *context, struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    CLEANUP(buf_done) struct buf text = {0};
    struct text code = text_of(arguments_value(context->arguments, "INSPECTION"));
    const char *format = arguments_value(context->arguments, "format");
    const struct room_rights nobody = {.part = ROOM_NONE};
    struct room room;
    enum rc rc;

    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    rc = room_load(view.facts, context->app->government, code, NULL, 0, context->mem, &room);
    if (rc == RC_NOT_FOUND) {
        return problem_at(why, rc, "INSPECTION", "there is no inspection \"" TEXT_FORMAT "\"",
                          TEXT_ARGUMENT(code));
    }
    TRY(rc);
    buf_init(&text, REPLY_BYTES_MAX);
    write_acts(act_log_for(&room, &nobody, context->mem), room.act_count,
               format && format[0] == 'j', view.picture->directory->offset_minutes, &text);
    if (!buf_ok(&text)) return RC_TOO_LARGE;
    IGNORE(fwrite(text.at, 1, text.bytes, context->out), "command_perform checks the stream");
    return RC_OK;
}

static enum command_end run_acts(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = print_acts(context, &why);

    return command_finish(context, rc, &why);
}

const struct command command_inspection_list = {
    .name = "inspection list",
    .about = "The inspections, and how they stand",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_inspection_acts = {
    .name = "inspection acts",
    .about = "The whole log of an inspection, with names, to be kept elsewhere",
    .arguments = acts_arguments,
    .argument_count = COUNT_OF(acts_arguments),
    .need = COMMAND_FOLDER,
    .run = run_acts,
};
