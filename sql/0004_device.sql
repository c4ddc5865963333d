-- What the protocol of terminals has to remember.  Written by src/devices/adms_store.c alone.

-- The stamp that came with the last stored upload of a table: what a terminal
-- is told at its next handshake, so that it goes on from there.
CREATE TABLE terminal_stamp (
    government INTEGER NOT NULL,
    serial     TEXT    NOT NULL,
    kind       INTEGER NOT NULL,               -- enum adms_table
    stamp      TEXT    NOT NULL,
    PRIMARY KEY (government, serial, kind)
) STRICT;

-- Hashes of reports and pictures that are in the log: a terminal sends them
-- again after a restart, and a repeated one changes nothing.
CREATE TABLE terminal_report (
    government INTEGER NOT NULL,
    serial     TEXT    NOT NULL,
    hash       BLOB    NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (government, serial, hash)
) STRICT, WITHOUT ROWID;
