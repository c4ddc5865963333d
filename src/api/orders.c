#include "api/bodies.h"
#include "api/reply.h"
#include "devices/adms_result.h"
#include "devices/terminal_order.h"

/* Counting is a scan of the days: only what somebody looks at first is counted. */
enum { SUMS_COUNTED = 3 };

#define NO_NUMBER INT64_MIN

/* ---- what is said ---- */

struct order_reply {
    int64_t id;
    enum order_kind order;
    struct text from;
    struct text to;
    struct text author;
    enum order_state state;
    int64_t given_at_ms;
    int64_t sent;
    int64_t sent_at_ms;
    int64_t answered_at_ms;
    int offset_minutes;
    int64_t code;
    struct text result;
    struct text result_text;
    struct text details;
    int64_t sum;
    int64_t here;
};

static const struct record_field order_fields[] = {
    SAY_INT(struct order_reply, id, "Of the order."),
    SAY_WORD(struct order_reply, order, order_choices, "What to do."),
    SAY_TEXT(struct order_reply, from, "First moment on the terminal's clock, or empty."),
    SAY_TEXT(struct order_reply, to, "Last moment, or empty."),
    SAY_TEXT(struct order_reply, author, "Who gave it."),
    SAY_WORD(struct order_reply, state, order_state_choices, "What came of it."),
    SAY_INSTANT(struct order_reply, given_at, "When it was given."),
    SAY_INT(struct order_reply, sent, "How often the terminal took it."),
    SAY_INSTANT_OR_NULL(struct order_reply, sent_at, "When it last took it."),
    SAY_INSTANT_OR_NULL(struct order_reply, answered_at, "When it answered."),
    SAY_INT_OR_NULL(struct order_reply, code, NO_NUMBER, "What it answered."),
    SAY_TEXT_IF(struct order_reply, result, "The answer as a word."),
    SAY_TEXT_IF(struct order_reply, result_text, "... in the reader's language."),
    SAY_TEXT_IF(struct order_reply, details, "What it told besides."),
    SAY_INT_IF(struct order_reply, sum, NO_NUMBER, "How many punches it counted."),
    SAY_INT_IF(struct order_reply, here, NO_NUMBER, "How many of them are here."),
};
const struct record order_reply_record =
    RECORD_ZONED("Order", struct order_reply, order_fields, offset_minutes);

struct order_list {
    struct record_list orders;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct order_list, orders, &order_reply_record, "The newest first."),
};
const struct record order_list_record = RECORD_TOLD("OrderList", struct order_list, list_fields);

/* The terminal of the path, within the caller's scope. */
static enum rc find_terminal(struct http_request *request,
                             const struct picture *picture,
                             enum permission permission,
                             int *out_offset_minutes)
{
    int32_t terminal = picture_find_terminal(picture, request->parameters[0]);
    int32_t today = picture_day_at(picture, api_now_ms(api_of(request)));
    int32_t agency = picture_agency_of_terminal(picture, request->parameters[0], today);

    if (terminal == NONE) {
        return problem_at(&request->why, RC_NOT_FOUND, "serial",
                          "there is no terminal with this serial number");
    }
    if (!identity_may_on(api_identity(request), permission, picture->directory, agency)) {
        return problem_at(&request->why, RC_FORBIDDEN, "serial",
                          "this terminal is outside of what you may see or change");
    }
    *out_offset_minutes = agency == NONE ? picture->directory->offset_minutes
                                         : picture->directory->agencies[agency].offset_minutes;
    return RC_OK;
}

/* ---- filling ---- */

struct orders_view {
    struct http_request *request;
    struct derived *derived; /* NULL: nothing is counted */
    int offset_minutes;
    int64_t now_ms;
    int sums_left;
};

static void tell_answer(const struct orders_view *view,
                        const struct order *order,
                        struct order_reply *reply)
{
    const struct adms_result_code *code = adms_result_code_of(order->code);
    bool english = api_wants_english(view->request);

    if (order->answered_at_ms == 0) return;
    reply->code = order->code;
    reply->result = text_of(code->word);
    reply->result_text = text_of(english ? code->english : code->indonesian);
    reply->details = order->details;
}

/* What the terminal counted, and how many of them are here: the proof that
 * nothing is missing, or that something is. */
static enum rc tell_sum(struct orders_view *view,
                        const struct order *order,
                        struct order_reply *reply)
{
    int64_t from = 0, to = 0;

    if (!order_sum(order, &reply->sum)) return RC_OK;
    if (!view->derived || view->sums_left == 0) return RC_OK;
    if (!moment_parse(order->from, &from) || !moment_parse(order->to, &to)) return RC_OK;
    view->sums_left--;
    return derived_count_punches(view->derived, order->serial, from, to, &reply->here);
}

static enum rc tell_order(struct orders_view *view,
                          const struct order *order,
                          struct order_reply *reply)
{
    *reply = (struct order_reply){
        .id = order->id,
        .order = order->kind,
        .from = order->from,
        .to = order->to,
        .author = order->author,
        .state = order_state_at(order, view->now_ms),
        .given_at_ms = order->given_at_ms,
        .sent = order->sent_count,
        .sent_at_ms = order->sent_at_ms,
        .answered_at_ms = order->answered_at_ms,
        .offset_minutes = view->offset_minutes,
        .code = NO_NUMBER,
        .sum = NO_NUMBER,
        .here = NO_NUMBER,
    };
    tell_answer(view, order, reply);
    return tell_sum(view, order, reply);
}

/* ---- looking ---- */

enum rc list_orders(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct orders_view view = {
        .request = request, .now_ms = api_now_ms(api), .sums_left = SUMS_COUNTED};
    struct order_reply *replies;
    struct order *orders = NULL;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    TRY(find_terminal(request, snapshot->picture, PERMISSION_TERMINAL_READ, &view.offset_minutes));
    TRY(api_wait_for_board(api, 1, 0));
    TRY(api_borrow(api, &reader));
    TRY(order_list(reader->facts, api->options.government, request->parameters[0], request->mem,
                   &orders, &count));
    view.derived = reader->derived;
    replies = arena_array(request->mem, struct order_reply, count);
    for (size_t i = 0; i < count; i++) {
        TRY(tell_order(&view, &orders[i], &replies[i]));
    }
    api_reply(request, &order_list_record, &(struct order_list){{replies, count}}, 0);
    return RC_OK;
}

/* ---- giving ---- */

static enum rc finish_giving(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct order_giving *giving = request->work;
    struct orders_view view = {.request = request, .now_ms = api_now_ms(api)};
    struct order_reply reply;

    TRY(api_snapshot(api, &snapshot));
    TRY(find_terminal(request, snapshot->picture, PERMISSION_TERMINAL_WRITE, &view.offset_minutes));
    TRY(tell_order(&view, &giving->order, &reply));
    api_reply(request, &order_reply_record, &reply, 0);
    request->reply.status = 201;
    return RC_OK;
}

enum rc give_order(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct order_giving *giving = arena_one(request->mem, struct order_giving);
    struct order_body body;
    int offset_minutes;

    TRY(api_body(request, &order_body_record, &body));
    TRY(api_snapshot(api, &snapshot));
    TRY(find_terminal(request, snapshot->picture, PERMISSION_TERMINAL_WRITE, &offset_minutes));
    giving->book = api->options.orders;
    giving->order =
        (struct order){.serial = request->parameters[0],
                       .kind = body.order,
                       .from = body.from,
                       .to = body.to,
                       .author = arena_text(request->mem, text_of(api_identity(request)->name))};
    return api_perform(request, &order_give_command, giving, finish_giving);
}
