/* order_book.h - the orders that wait for terminals, in memory.
 *
 * A poll comes every few seconds from every terminal and nearly always finds
 * nothing; it must not touch the store.  The book holds every order that may
 * still be given out and knows the moment each was sent.  What is given out is
 * *under way* until the ledger has stored it, so two polls at once never give
 * out the same order.
 *
 *   order_book_take ──▶ under way ──order_book_sent──▶ waits for its answer
 *                                 └─order_book_keep──▶ due again
 *
 * Memory    The book owns its entries; an order that will not be sent any more
 *           leaves it at the terminal's next poll.
 * Threads   Any: one lock, held briefly.
 * Errors    order_book_load: RC_UNAVAILABLE when the store fails. */
#pragma once

#include "devices/terminal_order.h"

struct order_book;

struct order_book *order_book_new(void) RETURNS_NONNULL NODISCARD;
void order_book_free(struct order_book **book);

/* Take over what the store holds; before terminals are let in. */
enum rc order_book_load(struct order_book *book,
                        struct db *facts,
                        int government,
                        int64_t now_ms) NODISCARD;

void order_book_add(struct order_book *book, const struct order *order);

/* What is due for a terminal, in the order it was given, restarts last; all of
 * it is under way from now on.  Texts live in the arena. */
size_t order_book_take(struct order_book *book,
                       struct text serial,
                       int64_t now_ms,
                       struct arena *mem,
                       struct order **out_orders);

/* They were sent, or they were not. */
void order_book_sent(struct order_book *book,
                     struct text serial,
                     const int64_t *ids,
                     size_t count,
                     int64_t at_ms);
void order_book_keep(struct order_book *book, struct text serial, const int64_t *ids, size_t count);

/* The terminal answered. */
void order_book_close(struct order_book *book, struct text serial, int64_t id);

/* Orders in the book, for /metrics. */
size_t order_book_count(struct order_book *book);
