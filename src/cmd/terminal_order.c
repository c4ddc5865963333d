/* terminal_order.c - hadir terminal order, hadir terminal orders: what terminals are told to do. */
#include "devices/terminal_order.h"

#include "cmd/command.h"
#include "cmd/listing.h"
#include "devices/adms_result.h"

static const struct argument give_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number"),
    ARGUMENT_WORD("ORDER",
                  ARGUMENT_CHOICE,
                  "punches and sum: of the days --from to --to",
                  .choices = "check|log|info|punches|sum|reboot"),
    COMMAND_DATA,
    ARGUMENT_OPTION("from", "DAY", ARGUMENT_TEXT, "First day or moment, by the terminal's clock"),
    ARGUMENT_OPTION("to", "DAY", ARGUMENT_TEXT, "Last day or moment; without it that of --from"),
};
static const struct argument list_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number"),
    COMMAND_DATA,
    COMMAND_FORMAT,
};

static const struct listing_column columns[] = {
    {"id", LISTING_NUMBER},    {"order", LISTING_PLAIN},   {"from", LISTING_PLAIN},
    {"to", LISTING_PLAIN},     {"state", LISTING_PLAIN},   {"given_at", LISTING_PLAIN},
    {"sent", LISTING_NUMBER},  {"sent_at", LISTING_PLAIN}, {"answered_at", LISTING_PLAIN},
    {"result", LISTING_PLAIN}, {"details", LISTING_FREE},
};

/* ---- order ---- */

static enum command_end run_give(struct command_context *context)
{
    const struct arguments *given = context->arguments;
    const char *from = arguments_value(given, "from");
    const char *to = arguments_value(given, "to");
    struct order_giving giving = {
        .book = context->app->orders,
        .order = {.serial = text_of(arguments_value(given, "SN")),
                  .from = text_of(from),
                  .to = text_of(to ? to : from)},
    };
    struct problem why = {0};
    enum rc rc;

    IGNORE(order_parse(text_of(arguments_value(given, "ORDER")), &giving.order.kind),
           "one of the choices");
    rc = ledger_perform(context->app->ledger, &order_give_command, &giving, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " gets order %lld, %s, when it next polls\n",
            TEXT_ARGUMENT(giving.order.serial), (long long)giving.order.id,
            order_word(giving.order.kind));
    return COMMAND_DONE;
}

/* ---- orders ---- */

static void list_instant(struct listing *listing, int64_t at_ms)
{
    listing_cstr(listing, at_ms ? instant_text(at_ms, 0).s : "");
}

static void list_one(struct listing *listing, const struct order *order, int64_t now_ms)
{
    bool answered = order->answered_at_ms > 0;

    listing_int(listing, order->id);
    listing_cstr(listing, order_word(order->kind));
    listing_text(listing, order->from);
    listing_text(listing, order->to);
    listing_cstr(listing, order_state_word(order_state_at(order, now_ms)));
    list_instant(listing, order->given_at_ms);
    listing_int(listing, order->sent_count);
    list_instant(listing, order->sent_at_ms);
    list_instant(listing, order->answered_at_ms);
    listing_cstr(listing, answered ? adms_result_code_of(order->code)->word : "");
    listing_text(listing, order->details);
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(listing_done) struct listing listing = {0};
    const char *format = arguments_value(context->arguments, "format");
    struct text serial = text_of(arguments_value(context->arguments, "SN"));
    struct order *orders = NULL;
    size_t count = 0;
    enum rc rc = app_open_facts(context->app, &facts);

    if (rc == RC_OK) {
        rc = order_list(facts, context->app->government, serial, context->mem, &orders, &count);
    }
    if (rc != RC_OK) return command_fail(context, rc, NULL);
    listing_begin(&listing, context->out, listing_format_of(format, LISTING_TABLE), columns,
                  COUNT_OF(columns));
    for (size_t i = 0; i < count; i++) {
        list_one(&listing, &orders[i], app_now_ms(context->app));
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

const struct command command_terminal_order = {
    .name = "terminal order",
    .about = "Tell a terminal to do something when it next polls",
    .arguments = give_arguments,
    .argument_count = COUNT_OF(give_arguments),
    .need = COMMAND_FOLDER,
    .run = run_give,
};

const struct command command_terminal_orders = {
    .name = "terminal orders",
    .about = "List what a terminal was told to do, and what came of it",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};
