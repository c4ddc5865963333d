-- Terminals and their contacts.  Written by src/attendance/terminal.c alone.

-- Versions of a terminal's row: the latest recorded one holds.
CREATE TABLE terminal (
    government     INTEGER NOT NULL,
    serial         TEXT    NOT NULL CHECK (length(serial) BETWEEN 1 AND 64),
    position       INTEGER NOT NULL,           -- of the fact in the log
    lane           INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    agency         TEXT    NOT NULL,           -- code; empty for a refused one
    name           TEXT    NOT NULL,
    model          TEXT    NOT NULL,
    firmware       TEXT    NOT NULL,
    state          INTEGER NOT NULL,           -- enum terminal_state
    PRIMARY KEY (government, serial, lane, position)
) STRICT;

-- When a terminal was heard: intervals, the last of which grows.
CREATE TABLE terminal_contact (
    government INTEGER NOT NULL,
    serial     TEXT    NOT NULL,
    from_ms    INTEGER NOT NULL,
    to_ms      INTEGER NOT NULL,
    PRIMARY KEY (government, serial, from_ms),
    CHECK (from_ms <= to_ms)
) STRICT;
