/* Orders as facts: giving, sending, answers. */
#include "attendance/terminal.h"
#include "devices/adms_text.h"
#include "devices/order_book.h"
#include "devices/terminal_order.h"

static const char sql_insert_order[] =
    "INSERT INTO terminal_order (government, recorded_at_ms, lane, log_position, tick,"
    "   serial, id, kind, first_moment, last_moment, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

static const char sql_every_order[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                      "       serial, id, kind, first_moment, last_moment, author"
                                      "  FROM terminal_order WHERE government = $1";

static const char sql_insert_result[] =
    "INSERT INTO terminal_order_result (government, recorded_at_ms, lane, log_position, tick,"
    "   serial, id, code, details)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

static const char sql_every_result[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                       "       serial, id, code, details"
                                       "  FROM terminal_order_result WHERE government = $1";

static const char sql_sent[] =
    "INSERT INTO terminal_order_sending (government, serial, id, sent_count, sent_at_ms)"
    " VALUES ($1, $2, $3, 1, $4)"
    " ON CONFLICT (government, serial, id) DO UPDATE SET"
    "  sent_count = terminal_order_sending.sent_count + 1, sent_at_ms = excluded.sent_at_ms";

static const char sql_next_id[] =
    "SELECT coalesce(max(id), 0) + 1 FROM terminal_order WHERE government = $1 AND serial = $2";

static const char sql_waiting_count[] =
    "SELECT count(*) FROM terminal_order o"
    " WHERE o.government = $1 AND o.serial = $2 AND o.recorded_at_ms > $3"
    "   AND NOT EXISTS (SELECT 1 FROM terminal_order_result r"
    "                    WHERE r.government = o.government AND r.serial = o.serial"
    "                      AND r.id = o.id)";

/* 1 for an order that was never answered, 0 for any other. */
static const char sql_is_open[] =
    "SELECT count(*) FROM terminal_order o"
    " WHERE o.government = $1 AND o.serial = $2 AND o.id = $3"
    "   AND NOT EXISTS (SELECT 1 FROM terminal_order_result r"
    "                    WHERE r.government = o.government AND r.serial = o.serial"
    "                      AND r.id = o.id)";

/* ---- the facts ---- */

static const struct record_field order_fields[] = {
    RECORD_TEXT(struct order, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX, .about = "To whom."),
    RECORD_INT(struct order, id, RECORD_REQUIRED, 1, INT64_MAX, .about = "Its number there."),
    RECORD_CHOICE(struct order, kind, RECORD_REQUIRED, order_choices, .about = "What to do."),
    RECORD_TEXT(struct order,
                from,
                RECORD_OPTIONAL,
                0,
                MOMENT_TEXT_BYTES,
                .about = "The first moment of its period."),
    RECORD_TEXT(struct order,
                to,
                RECORD_OPTIONAL,
                0,
                MOMENT_TEXT_BYTES,
                .about = "The last moment of its period."),
    RECORD_TEXT(struct order,
                author,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "The account that gave it."),
};
static const struct record order_record = RECORD("TerminalOrder", struct order, order_fields);
const struct fact_table order_fact = {FACT_TERMINAL_ORDER, &order_record, sql_insert_order,
                                      sql_every_order};

static const struct record_field answer_fields[] = {
    RECORD_TEXT(struct order_answer,
                terminal,
                RECORD_REQUIRED,
                1,
                SERIAL_BYTES_MAX,
                .about = "Who answered."),
    RECORD_INT(struct order_answer, id, RECORD_REQUIRED, 1, INT64_MAX, .about = "Which order."),
    RECORD_INT(struct order_answer,
               code,
               RECORD_REQUIRED,
               INT32_MIN,
               INT32_MAX,
               .about = "0 is success."),
    RECORD_PROSE(struct order_answer,
                 details,
                 RECORD_OPTIONAL,
                 0,
                 ORDER_DETAILS_BYTES_MAX,
                 .about = "Further lines."),
};
static const struct record answer_record =
    RECORD("CommandResult", struct order_answer, answer_fields);
const struct fact_table order_answer_fact = {FACT_COMMAND_RESULT, &answer_record, sql_insert_result,
                                             sql_every_result};

/* ---- giving ---- */

/* A moment, or a day: its first or its last second. */
static bool read_moment(struct text text,
                        int second_of_day,
                        struct moment_text *out_text,
                        int64_t *out_moment)
{
    struct day day;

    if (day_parse(text, &day)) {
        *out_moment = moment_of(day, second_of_day);
    } else if (!moment_parse(text, out_moment)) {
        return false;
    }
    *out_text = moment_text(*out_moment);
    return true;
}

static enum rc check_period(struct order_giving *giving, struct problem *why)
{
    struct order *order = &giving->order;
    int64_t from = 0, to = 0;

    if (!order_has_period(order->kind)) {
        order->from = order->to = TEXT("");
        return RC_OK;
    }
    if (!read_moment(order->from, 0, &giving->from_text, &from)) {
        return problem_at(why, RC_INVALID, "from", "a day or a moment, such as 2021-05-17");
    }
    if (!read_moment(order->to, SECONDS_PER_DAY - 1, &giving->to_text, &to)) {
        return problem_at(why, RC_INVALID, "to", "a day or a moment, such as 2021-05-17");
    }
    if (from > to) return problem_at(why, RC_INVALID, "to", "the end is before the beginning");
    if (to - from > (int64_t)ORDER_PERIOD_DAYS_MAX * SECONDS_PER_DAY) {
        return problem_at(why, RC_INVALID, "to", "at most %d days at once", ORDER_PERIOD_DAYS_MAX);
    }
    order->from = text_of(giving->from_text.s);
    order->to = text_of(giving->to_text.s);
    return RC_OK;
}

static enum rc check_terminal(struct ledger_tx *tx, struct text serial, struct problem *why)
{
    int32_t today = moment_day_number(moment_at(ledger_now_ms(tx), 0));
    bool open = false;

    TRY(terminal_placement_is_open(ledger_db(tx), ledger_government(tx), serial, today, &open));
    if (open) return RC_OK;
    return problem_at(why, RC_NOT_FOUND, "serial",
                      "no approved terminal has the serial number " TEXT_FORMAT,
                      TEXT_ARGUMENT(serial));
}

static enum rc check_room(struct ledger_tx *tx, struct text serial, struct problem *why)
{
    int64_t waiting = 0;

    TRY(db_get_int(ledger_db(tx), &waiting, sql_waiting_count, DB_INT(ledger_government(tx)),
                   DB_TEXT(serial), DB_INT(ledger_now_ms(tx) - ORDER_RECENT_MS)));
    if (waiting < ORDERS_WAITING_MAX) return RC_OK;
    return problem_at(why, RC_CONFLICT, "serial", "%d orders wait for an answer already",
                      ORDERS_WAITING_MAX);
}

static enum rc apply_giving(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct order_giving *giving = request;
    struct order *order = &giving->order;

    TRY(check_period(giving, why));
    TRY(check_terminal(tx, order->serial, why));
    TRY(check_room(tx, order->serial, why));
    TRY(db_get_int(ledger_db(tx), &order->id, sql_next_id, DB_INT(ledger_government(tx)),
                   DB_TEXT(order->serial)));
    order->given_at_ms = ledger_now_ms(tx);
    return fact_record(tx, &order_fact, order, 1, NULL);
}

static void settle_giving(void *request, enum rc rc, const struct problem *why)
{
    struct order_giving *giving = request;

    (void)why;
    if (rc == RC_OK && giving->book) order_book_add(giving->book, &giving->order);
}

const struct ledger_command order_give_command = {.name = "order_give",
                                                  .apply = apply_giving,
                                                  .settle = settle_giving};

/* ---- sending ---- */

static enum rc apply_sending(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct order_sending *sending = request;

    (void)why;
    for (size_t i = 0; i < sending->count; i++) {
        TRY(db_exec(ledger_db(tx), NULL, sql_sent, DB_INT(ledger_government(tx)),
                    DB_TEXT(sending->serial), DB_INT(sending->ids[i]), DB_INT(sending->at_ms)));
    }
    return RC_OK;
}

static void settle_sending(void *request, enum rc rc, const struct problem *why)
{
    struct order_sending *sending = request;

    (void)why;
    if (rc == RC_OK) {
        order_book_sent(sending->book, sending->serial, sending->ids, sending->count,
                        sending->at_ms);
    } else {
        order_book_keep(sending->book, sending->serial, sending->ids, sending->count);
    }
    if (sending->settled) sending->settled(sending, rc);
}

const struct ledger_command order_send_command = {.name = "order_send",
                                                  .whole = true,
                                                  .apply = apply_sending,
                                                  .settle = settle_sending};

/* ---- answers ---- */

static enum rc apply_answers(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct order_answers *answers = request;

    (void)why;
    for (size_t i = 0; i < answers->count; i++) {
        struct order_answer *answer = &answers->answers[i];
        int64_t open = 0;

        TRY(db_get_int(ledger_db(tx), &open, sql_is_open, DB_INT(ledger_government(tx)),
                       DB_TEXT(answer->terminal), DB_INT(answer->id)));
        answer->recorded = open > 0;
        if (answer->recorded) TRY(fact_record(tx, &order_answer_fact, answer, 1, NULL));
    }
    return RC_OK;
}

static void settle_answers(void *request, enum rc rc, const struct problem *why)
{
    struct order_answers *answers = request;

    (void)why;
    for (size_t i = 0; rc == RC_OK && i < answers->count; i++) {
        order_book_close(answers->book, answers->answers[i].terminal, answers->answers[i].id);
    }
    if (answers->settled) answers->settled(answers, rc);
}

const struct ledger_command order_answer_command = {.name = "order_answer",
                                                    .whole = true,
                                                    .apply = apply_answers,
                                                    .settle = settle_answers};

/* ---- details ---- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool contains_ignoring_case(struct text whole, struct text part)
{
    for (size_t at = 0; at + part.bytes <= whole.bytes; at++) {
        size_t same = 0;

        while (same < part.bytes && lower(whole.at[at + same]) == part.at[same]) {
            same++;
        }
        if (same == part.bytes) return true;
    }
    return false;
}

static bool is_secret_key(struct text key)
{
    static const struct text words[] = {TEXT_INIT("pass"), TEXT_INIT("pwd"), TEXT_INIT("key")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (contains_ignoring_case(key, words[i])) return true;
    }
    return false;
}

/* One of its `key=value` parts is what nobody should read. */
static bool is_secret(struct text line)
{
    while (line.at) {
        struct text part = text_cut(&line, '&');

        if (is_secret_key(text_cut(&part, '='))) return true;
    }
    return false;
}

struct text order_details(struct arena *mem, struct text details)
{
    CLEANUP(buf_done) struct buf kept = {0};
    struct text rest = details;

    buf_init(&kept, ORDER_DETAILS_BYTES_MAX);
    while (rest.at) {
        struct text line = adms_text_readable(mem, text_trim(text_cut(&rest, '\n')));

        if (line.bytes == 0 || is_secret(line)) continue;
        if (line.bytes + 1 > ORDER_DETAILS_BYTES_MAX - kept.bytes) break;
        if (kept.bytes) buf_add_char(&kept, '\n');
        buf_add(&kept, line);
    }
    return arena_text(mem, buf_text(&kept));
}
