#include "api/api_private.h"
#include "api/bodies.h"
#include "base/json_read.h"
#include "devices/adms_result.h"
#include "devices/terminal_order.h"

/* Counting is a scan of the days: only what somebody looks at first is counted. */
enum { SUMS_COUNTED = 3 };

/* The terminal of the path, within the caller's scope. */
static enum rc find_terminal(struct http_request *request,
                             const struct picture *picture,
                             enum permission permission,
                             int *out_offset_minutes)
{
    int32_t terminal = picture_find_terminal(picture, request->parameters[0]);
    int32_t agency = terminal == NONE ? NONE : picture->terminal_agency[terminal];

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

/* ---- writing ---- */

struct orders_view {
    struct http_request *request;
    struct derived *derived; /* NULL: nothing is counted */
    struct json_write *json;
    int offset_minutes;
    int64_t now_ms;
    int sums_left;
};

static void write_instant(struct orders_view *view, const char *key, int64_t at_ms)
{
    if (at_ms == 0) {
        json_write_null(view->json, key);
    } else {
        json_write_instant(view->json, key, at_ms, view->offset_minutes);
    }
}

static void write_answer(struct orders_view *view, const struct order *order)
{
    const struct adms_result_code *code = adms_result_code_of(order->code);
    bool english = api_wants_english(view->request);

    if (order->answered_at_ms == 0) {
        json_write_null(view->json, "code");
        return;
    }
    json_write_int(view->json, "code", order->code);
    json_write_cstr(view->json, "result", code->word);
    json_write_cstr(view->json, "result_text", english ? code->english : code->indonesian);
    json_write_text(view->json, "details", order->details);
}

/* What the terminal counted, and how many of them are here: the proof that
 * nothing is missing, or that something is. */
static enum rc write_sum(struct orders_view *view, const struct order *order)
{
    int64_t sum = 0, from = 0, to = 0, here = 0;

    if (!order_sum(order, &sum)) return RC_OK;
    json_write_int(view->json, "sum", sum);
    if (!view->derived || view->sums_left == 0) return RC_OK;
    if (!moment_parse(order->from, &from) || !moment_parse(order->to, &to)) return RC_OK;
    view->sums_left--;
    TRY(derived_count_punches(view->derived, order->serial, from, to, &here));
    json_write_int(view->json, "here", here);
    return RC_OK;
}

static enum rc write_order(struct orders_view *view, const struct order *order)
{
    struct json_write *json = view->json;

    json_write_object(json, NULL);
    json_write_int(json, "id", order->id);
    json_write_cstr(json, "order", order_word(order->kind));
    json_write_text(json, "from", order->from);
    json_write_text(json, "to", order->to);
    json_write_text(json, "author", order->author);
    json_write_cstr(json, "state", order_state_word(order_state_at(order, view->now_ms)));
    write_instant(view, "given_at", order->given_at_ms);
    json_write_int(json, "sent", order->sent_count);
    write_instant(view, "sent_at", order->sent_at_ms);
    write_instant(view, "answered_at", order->answered_at_ms);
    write_answer(view, order);
    TRY(write_sum(view, order));
    json_write_end(json);
    return RC_OK;
}

/* ---- looking ---- */

enum rc list_orders(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct orders_view view = {
        .request = request, .now_ms = api_now_ms(api), .sums_left = SUMS_COUNTED};
    struct order *orders = NULL;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    TRY(find_terminal(request, snapshot->picture, PERMISSION_TERMINAL_READ, &view.offset_minutes));
    TRY(api_borrow(api, &reader));
    TRY(order_list(reader->facts, api->options.government, request->parameters[0], request->mem,
                   &orders, &count));
    view.derived = reader->derived;
    view.json = http_reply_json(request);
    json_write_object(view.json, NULL);
    json_write_array(view.json, "orders");
    for (size_t i = 0; i < count; i++) {
        TRY(write_order(&view, &orders[i]));
    }
    json_write_end(view.json);
    json_write_end(view.json);
    return RC_OK;
}

/* ---- giving ---- */

static enum rc finish_giving(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct order_giving *giving = request->work;
    struct orders_view view = {.request = request, .now_ms = api_now_ms(api)};

    TRY(api_snapshot(api, &snapshot));
    TRY(find_terminal(request, snapshot->picture, PERMISSION_TERMINAL_WRITE, &view.offset_minutes));
    view.json = http_reply_json(request);
    TRY(write_order(&view, &giving->order));
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

    TRY(json_read(&order_body_record, request->body, request->mem, &body, &request->why));
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
