-- Working patterns of the government's own, beside those that ship with the
-- program.  Written by src/people/own_pattern.c alone.

-- Versions of a row, as 0002 says; the columns are those of data/patterns/patterns.csv.
CREATE TABLE pattern (
    government        INTEGER NOT NULL,
    code              TEXT    NOT NULL CHECK (code <> ''), -- what agencies name
    layer             TEXT    NOT NULL,        -- base, or what lies over it: ramadan
    valid_from        TEXT    NOT NULL,
    recorded_at_ms    INTEGER NOT NULL,
    lane              INTEGER NOT NULL,
    log_position      INTEGER NOT NULL,
    valid_to          TEXT    NOT NULL,
    duty              TEXT    NOT NULL,        -- calendar or roster
    before_minutes    INTEGER NOT NULL,
    after_minutes     INTEGER NOT NULL,
    tolerance_minutes INTEGER NOT NULL,
    closing           TEXT    NOT NULL,        -- window, or a time of day
    in_until          TEXT    NOT NULL,        -- middle, or a time of day
    pairing           TEXT    NOT NULL,        -- first-last or pairs
    rest              TEXT    NOT NULL,        -- deducted or worked
    week_minutes      INTEGER NOT NULL,        -- what the week adds up to; 0 was not said
    name              TEXT    NOT NULL,
    decree            TEXT    NOT NULL,
    note              TEXT    NOT NULL,
    slots             TEXT    NOT NULL,        -- a line each: slot,start,end,rest_from,rest_to
    author            TEXT    NOT NULL,        -- account that entered it; '' is the command line
    withdrawn         INTEGER NOT NULL,
    PRIMARY KEY (government, code, layer, valid_from, lane, log_position)
) STRICT, WITHOUT ROWID;
