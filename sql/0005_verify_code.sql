-- What the verify codes of terminal models mean to this government.
-- Written by src/devices/verify_table.c alone.

-- Versions of a row: of one model (in any case) and code the latest recorded one holds.
CREATE TABLE verify_code (
    government     INTEGER NOT NULL,
    model          TEXT    NOT NULL CHECK (length(model) BETWEEN 1 AND 64), -- as the terminal tells it
    code           INTEGER NOT NULL CHECK (code >= 0),                      -- as its punches carry it
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,           -- of the fact in the log
    recorded_at_ms INTEGER NOT NULL,
    method         TEXT    NOT NULL,           -- stable word of method.def
    author         TEXT    NOT NULL,           -- the account that decided it
    PRIMARY KEY (government, model, code, lane, log_position)
) STRICT;
