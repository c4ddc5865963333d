#include "devices/adms_orders.h"

#include "base/log.h"
#include "devices/adms_result.h"
#include "devices/adms_rows.h"

/* ---- at a poll ---- */

static void sending_settled(struct order_sending *sending, enum rc rc)
{
    struct adms_call *call = sending->owner;

    call->answered(call, rc);
}

/* Old firmware gets what fits; what does not, at the next poll. */
static size_t write_orders(struct adms_call *call, const struct order *orders, size_t count)
{
    struct adms_command *commands = arena_array(call->mem, struct adms_command, count);

    for (size_t i = 0; i < count; i++) {
        commands[i] = (struct adms_command){orders[i].id, order_command(call->mem, &orders[i])};
    }
    return adms_reply_commands(&call->reply, commands, count);
}

bool adms_orders_give(struct adms_call *call, struct order_book *book)
{
    struct text serial = call->request.serial;
    struct order *orders = NULL;
    size_t count = order_book_take(book, serial, call->received_at_ms, call->mem, &orders);
    size_t taken;
    int64_t *ids;

    if (count == 0) return false;
    ids = arena_array(call->mem, int64_t, count);
    for (size_t i = 0; i < count; i++) {
        ids[i] = orders[i].id;
    }
    taken = write_orders(call, orders, count);
    order_book_keep(book, serial, ids + taken, count - taken);
    call->sending = (struct order_sending){.book = book,
                                           .serial = serial,
                                           .ids = ids,
                                           .count = taken,
                                           .at_ms = call->received_at_ms,
                                           .settled = sending_settled,
                                           .owner = call};
    call->command = &order_send_command;
    call->letter = &call->sending;
    call->waits = true;
    return true;
}

void adms_orders_keep(struct adms_call *call)
{
    if (call->command != &order_send_command) return;
    order_book_keep(call->sending.book, call->sending.serial, call->sending.ids,
                    call->sending.count);
}

/* ---- at a result ---- */

static void answers_settled(struct order_answers *answers, enum rc rc)
{
    struct adms_call *call = answers->owner;

    for (size_t i = 0; rc == RC_OK && i < answers->count; i++) {
        if (answers->answers[i].recorded) continue;
        log_info("a terminal answered what nobody asks any more",
                 LOG_TEXT("serial", answers->answers[i].terminal),
                 LOG_INT("id", answers->answers[i].id));
    }
    call->answered(call, rc);
}

static bool read_answer(struct adms_call *call,
                        const struct adms_result *result,
                        struct order_answer *out_answer)
{
    int64_t id = 0;

    if (!text_int(result->id, &id) || id <= 0 || !result->has_code) return false;
    if (result->code < INT32_MIN || result->code > INT32_MAX) return false;
    *out_answer = (struct order_answer){.terminal = call->request.serial,
                                        .id = id,
                                        .code = result->code,
                                        .details = order_details(call->mem, result->details)};
    return true;
}

bool adms_orders_hear(struct adms_call *call, struct order_book *book)
{
    size_t lines = adms_lines_count(call->body);
    struct order_answer *answers = arena_array(call->mem, struct order_answer, lines);
    struct adms_results results;
    struct adms_result result;
    size_t count = 0;

    adms_results_init(&results, call->body);
    while (adms_results_next(&results, &result)) {
        count += read_answer(call, &result, &answers[count]);
    }
    if (count == 0) return false;
    call->answers = (struct order_answers){.book = book,
                                           .answers = answers,
                                           .count = count,
                                           .settled = answers_settled,
                                           .owner = call};
    call->command = &order_answer_command;
    call->letter = &call->answers;
    call->waits = true;
    return true;
}
