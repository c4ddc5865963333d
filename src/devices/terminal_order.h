/* terminal_order.h - what terminals were told to do, and what came of it.
 *
 * A terminal cannot be called; it asks.  So an order is recorded first (a
 * fact), waits until the terminal polls, is given out, and is closed by the
 * terminal's answer (another fact, recorded once).
 *
 *   waiting ──poll──▶ sent ──answer──▶ done, failed
 *      │               │ ▲ └─ no answer in ORDER_RETRY_MS: sent again at the next poll
 *      ▼               ▼
 *   expired        unanswered (sent as often as its kind allows; an answer still counts)
 *
 * That an order is given out is stored before the terminal gets it, so a
 * restart of the terminal is never asked for twice, not even by a server that
 * was killed in between.  order_book.h keeps what waits in memory.
 *
 * Orders that could harm (delete, clear, shell, upgrade) are not offered.
 * Sources: adms.md §5-7.
 *
 * Memory    Lists live in the caller's arena; a request and its texts stay the
 *           sender's until it is settled.
 * Threads   Commands: the ledger's thread.  order_list, order_visit_open: any, on
 *           their own connection.  The rest is pure.
 * Errors    RC_NOT_FOUND for a terminal that is not approved, RC_INVALID for a
 *           period that is none, RC_CONFLICT when too many wait already; *why
 *           names the field. */
#pragma once

#include "base/arena.h"
#include "devices/adms_reply.h"
#include "people/fact_record.h"

enum {
    ORDER_RETRY_MS = 5 * 60 * 1000,
    ORDERS_WAITING_MAX = 50,    /* of one terminal, without an answer, within ORDER_RECENT_MS */
    ORDER_PERIOD_DAYS_MAX = 31, /* a terminal is busy for as long */
    ORDER_DETAILS_BYTES_MAX = 2000,
    ORDERS_LISTED_MAX = 30,
};
#define ORDER_RECENT_MS (INT64_C(7) * 24 * 3600 * 1000)

enum order_kind {
#define ORDER(name, word, period, sendings, hours) ORDER_##name,
#include "devices/terminal_order.def"
#undef ORDER
    ORDER_KINDS
};

extern const struct record_choice order_choices[];
const char *order_word(enum order_kind kind);
bool order_parse(struct text word, enum order_kind *out_kind);
bool order_has_period(enum order_kind kind);

struct order {
    struct text serial;
    int64_t id;
    enum order_kind kind;
    struct text from; /* "2021-05-17 00:00:00" on the terminal's wall clock, or empty */
    struct text to;
    struct text author;
    int64_t given_at_ms;
    int64_t sent_count;
    int64_t sent_at_ms;     /* the last time; 0: never */
    int64_t answered_at_ms; /* 0: not yet */
    int64_t code;           /* of the answer */
    struct text details;
};

struct fact_table;
extern const struct fact_table order_fact;
extern const struct fact_table order_answer_fact;

enum order_state {
    ORDER_WAITING,
    ORDER_SENT,
    ORDER_DONE,
    ORDER_FAILED,
    ORDER_UNANSWERED,
    ORDER_EXPIRED,
};
extern const struct record_choice order_state_choices[];
const char *order_state_word(enum order_state state);
enum order_state order_state_at(const struct order *order, int64_t now_ms);

/* True when the terminal is to get it at its next poll. */
bool order_is_due(const struct order *order, int64_t now_ms);

/* The words on the wire. */
struct text order_command(struct arena *mem, const struct order *order);

/* ---- giving ---- */

struct order_book;

struct order_giving {
    struct order_book *book; /* to wait in; NULL when no terminal can be there */
    struct order order; /* serial, kind, author, from and to as day or moment; out: as recorded */
    struct moment_text from_text, to_text; /* its own */
};
extern const struct ledger_command order_give_command;

/* ---- sending ---- */

struct order_sending {
    struct order_book *book;
    struct text serial;
    const int64_t *ids;
    size_t count;
    int64_t at_ms;
    void (*settled)(struct order_sending *sending, enum rc rc);
    void *owner;
};
extern const struct ledger_command order_send_command;

/* ---- answers ---- */

struct order_answer {
    struct text terminal;
    int64_t id;
    int64_t code;
    struct text details; /* order_details made it */
    bool recorded;       /* out: false for an order that is unknown or was answered before */
};

struct order_answers {
    struct order_book *book;
    struct order_answer *answers;
    size_t count;
    void (*settled)(struct order_answers *answers, enum rc rc);
    void *owner;
};
extern const struct ledger_command order_answer_command;

/* What is kept of an answer's further lines: readable text, without what
 * looks like a password or key, at most ORDER_DETAILS_BYTES_MAX. */
struct text order_details(struct arena *mem, struct text details);

/* The number that an answer to "sum" carries; false when it has none. */
bool order_sum(const struct order *order, int64_t *out_sum);

/* ---- looking ---- */

/* The orders of a terminal, the latest first, at most ORDERS_LISTED_MAX. */
enum rc order_list(struct db *facts,
                   int government,
                   struct text serial,
                   struct arena *mem,
                   struct order **out_orders,
                   size_t *out_count) NODISCARD;

/* Every order without an answer that was given after `since_ms`. */
typedef void order_visitor(void *visitor, const struct order *order);
enum rc order_visit_open(struct db *facts,
                         int government,
                         int64_t since_ms,
                         order_visitor *visit,
                         void *visitor) NODISCARD;
