/* adms_orders.h - orders at a terminal's poll, and its answers.
 *
 * The protocol's half of terminal_order.h: a poll that finds orders waits
 * until the ledger has stored that they were sent; a `devicecmd` waits until
 * what it says is stored.  A poll that finds nothing waits for nothing.
 *
 * Memory    Everything lives in the call's arena.
 * Threads   Any; what is settled runs on the ledger's thread. */
#pragma once

#include "devices/adms_service.h"

/* Write the orders that are due into the call's reply; false: there are none,
 * and nothing was written. */
bool adms_orders_give(struct adms_call *call, struct order_book *book);

/* Read the answers of the call's body; false: there are none that could be kept. */
bool adms_orders_hear(struct adms_call *call, struct order_book *book);

/* The call could not be handed to the ledger: its orders are due again. */
void adms_orders_keep(struct adms_call *call);
