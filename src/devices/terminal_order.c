#include "devices/terminal_order.h"

#include "devices/adms_command.h"
#include "devices/adms_result.h"

enum { MS_PER_HOUR = 3600 * 1000 };

#define ORDER_COLUMNS                                                                    \
    "SELECT o.serial, o.id, o.kind, o.first_moment, o.last_moment, o.author,"            \
    "       o.recorded_at_ms, coalesce(s.sent_count, 0), coalesce(s.sent_at_ms, 0),"     \
    "       coalesce(r.recorded_at_ms, 0), coalesce(r.code, 0), coalesce(r.details, '')" \
    "  FROM terminal_order o"                                                            \
    "  LEFT JOIN terminal_order_sending s ON s.government = o.government"                \
    "        AND s.serial = o.serial AND s.id = o.id"                                    \
    "  LEFT JOIN terminal_order_result r ON r.government = o.government"                 \
    "        AND r.serial = o.serial AND r.id = o.id"

static const char sql_list[] = ORDER_COLUMNS " WHERE o.government = $1 AND o.serial = $2"
                                             " ORDER BY o.id DESC LIMIT $3";

static const char sql_open[] =
    ORDER_COLUMNS " WHERE o.government = $1 AND o.recorded_at_ms > $2 AND r.id IS NULL"
                  " ORDER BY o.serial, o.id";

/* ---- kinds and states ---- */

static const struct {
    const char *word;
    bool has_period;
    int sendings_max;
    int hours;
} kinds[ORDER_KINDS] = {
#define ORDER(name, word, period, sendings, hours) \
    [ORDER_##name] = {(word), (period), (sendings), (hours)},
#include "devices/terminal_order.def"
#undef ORDER
};

const struct record_choice order_choices[] = {
#define ORDER(name, word, period, sendings, hours) {word, ORDER_##name},
#include "devices/terminal_order.def"
#undef ORDER
    {NULL, 0},
};

const char *order_word(enum order_kind kind)
{
    assert(kind < ORDER_KINDS);
    return kinds[kind].word;
}

bool order_parse(struct text word, enum order_kind *out_kind)
{
    int value = 0;

    if (!record_choice_value(order_choices, word, &value)) return false;
    *out_kind = (enum order_kind)value;
    return true;
}

bool order_has_period(enum order_kind kind)
{
    assert(kind < ORDER_KINDS);
    return kinds[kind].has_period;
}

const struct record_choice order_state_choices[] = {
    {"waiting", ORDER_WAITING},
    {"sent", ORDER_SENT},
    {"done", ORDER_DONE},
    {"failed", ORDER_FAILED},
    {"unanswered", ORDER_UNANSWERED},
    {"expired", ORDER_EXPIRED},
    {NULL, 0},
};

const char *order_state_word(enum order_state state)
{
    return record_choice_word(order_state_choices, (int)state);
}

static bool is_expired(const struct order *order, int64_t now_ms)
{
    return now_ms - order->given_at_ms > (int64_t)kinds[order->kind].hours * MS_PER_HOUR;
}

/* No answer is to be expected any more to what was sent. */
static bool is_overdue(const struct order *order, int64_t now_ms)
{
    return now_ms - order->sent_at_ms >= ORDER_RETRY_MS;
}

enum order_state order_state_at(const struct order *order, int64_t now_ms)
{
    assert(order->kind < ORDER_KINDS);
    if (order->answered_at_ms > 0) return order->code >= 0 ? ORDER_DONE : ORDER_FAILED;
    if (order->sent_count == 0) return is_expired(order, now_ms) ? ORDER_EXPIRED : ORDER_WAITING;
    if (!is_overdue(order, now_ms)) return ORDER_SENT;
    if (order->sent_count >= kinds[order->kind].sendings_max || is_expired(order, now_ms)) {
        return ORDER_UNANSWERED;
    }
    return ORDER_SENT;
}

bool order_is_due(const struct order *order, int64_t now_ms)
{
    enum order_state state = order_state_at(order, now_ms);

    return state == ORDER_WAITING || (state == ORDER_SENT && is_overdue(order, now_ms));
}

struct text order_command(struct arena *mem, const struct order *order)
{
    static const enum adms_order plain[ORDER_KINDS] = {
        [ORDER_CHECK] = ADMS_CHECK,
        [ORDER_LOG] = ADMS_LOG,
        [ORDER_INFO] = ADMS_INFO,
        [ORDER_REBOOT] = ADMS_REBOOT,
    };
    int64_t from = 0, to = 0;

    if (!order_has_period(order->kind)) return adms_command_order(plain[order->kind]);
    if (!moment_parse(order->from, &from) || !moment_parse(order->to, &to) || from > to) {
        return TEXT(""); /* never recorded so; empty words are not sent */
    }
    return order->kind == ORDER_SUM ? adms_command_sum_punches(mem, from, to)
                                    : adms_command_query_punches(mem, from, to);
}

/* ---- looking ---- */

bool order_sum(const struct order *order, int64_t *out_sum)
{
    struct adms_result result = {.details = order->details};
    struct text sum;

    return order->kind == ORDER_SUM && order->answered_at_ms > 0 &&
           adms_result_detail(&result, "AttlogSum", &sum) && text_int(sum, out_sum);
}

/* False when the program does not know the kind. */
static bool read_order(const struct db_rows *rows, struct order *out_order)
{
    enum order_kind kind = ORDER_CHECK;

    if (!order_parse(db_text(rows, 2), &kind)) return false;
    *out_order = (struct order){
        .serial = db_text(rows, 0),
        .id = db_int(rows, 1),
        .kind = kind,
        .from = db_text(rows, 3),
        .to = db_text(rows, 4),
        .author = db_text(rows, 5),
        .given_at_ms = db_int(rows, 6),
        .sent_count = db_int(rows, 7),
        .sent_at_ms = db_int(rows, 8),
        .answered_at_ms = db_int(rows, 9),
        .code = db_int(rows, 10),
        .details = db_text(rows, 11),
    };
    return true;
}

static struct order copy_order(struct arena *mem, const struct order *order)
{
    struct order copy = *order;

    copy.serial = arena_text(mem, order->serial);
    copy.from = arena_text(mem, order->from);
    copy.to = arena_text(mem, order->to);
    copy.author = arena_text(mem, order->author);
    copy.details = arena_text(mem, order->details);
    return copy;
}

enum rc order_list(struct db *facts,
                   int government,
                   struct text serial,
                   struct arena *mem,
                   struct order **out_orders,
                   size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct order *orders = arena_array(mem, struct order, ORDERS_LISTED_MAX);
    size_t count = 0;

    TRY(db_query(facts, &rows, sql_list, DB_INT(government), DB_TEXT(serial),
                 DB_INT(ORDERS_LISTED_MAX)));
    while (db_next(&rows)) {
        struct order order;

        if (read_order(&rows, &order)) orders[count++] = copy_order(mem, &order);
    }
    TRY(db_done(&rows));
    *out_orders = orders;
    *out_count = count;
    return RC_OK;
}

enum rc order_visit_open(struct db *facts,
                         int government,
                         int64_t since_ms,
                         order_visitor *visit,
                         void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(facts, &rows, sql_open, DB_INT(government), DB_INT(since_ms)));
    while (db_next(&rows)) {
        struct order order;

        if (read_order(&rows, &order)) visit(visitor, &order);
    }
    return db_done(&rows);
}
