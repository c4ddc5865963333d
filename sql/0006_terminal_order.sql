-- Orders to terminals and what came of them.  Written by src/devices/terminal_order.c alone.

-- What a terminal was told to do; given out when it polls.
CREATE TABLE terminal_order (
    government     INTEGER NOT NULL,
    serial         TEXT    NOT NULL CHECK (length(serial) BETWEEN 1 AND 64),
    id             INTEGER NOT NULL CHECK (id > 0), -- of the terminal, dense from 1: old firmware wants small numbers
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,           -- of the fact in the log
    recorded_at_ms INTEGER NOT NULL,
    kind           TEXT    NOT NULL,           -- stable word of terminal_order.def
    first_moment   TEXT    NOT NULL,           -- of its period, the terminal's wall clock; empty: none
    last_moment    TEXT    NOT NULL,
    author         TEXT    NOT NULL,           -- the account that gave it
    PRIMARY KEY (government, serial, id)
) STRICT;

-- How often an order was sent: what keeps a terminal from being restarted twice.
CREATE TABLE terminal_order_sending (
    government INTEGER NOT NULL,
    serial     TEXT    NOT NULL,
    id         INTEGER NOT NULL,
    sent_count INTEGER NOT NULL CHECK (sent_count > 0),
    sent_at_ms INTEGER NOT NULL,               -- the last time
    PRIMARY KEY (government, serial, id)
) STRICT;

-- What the terminal answered, the first time it did.
CREATE TABLE terminal_order_result (
    government     INTEGER NOT NULL,
    serial         TEXT    NOT NULL,
    id             INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,           -- of the fact in the log
    recorded_at_ms INTEGER NOT NULL,
    code           INTEGER NOT NULL,           -- Return=, of adms_result.def
    details        TEXT    NOT NULL,           -- further lines, without secrets
    PRIMARY KEY (government, serial, id)
) STRICT;
