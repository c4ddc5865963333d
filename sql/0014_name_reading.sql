-- Who read names in an inspection: once a day for each account, kind and agency.  Written by
-- src/inspection alone; every row is a fact, none is ever changed.
CREATE TABLE name_reading (
    government     INTEGER NOT NULL,
    inspection     TEXT    NOT NULL,
    account        TEXT    NOT NULL,           -- or the name of a token
    kind           TEXT    NOT NULL,           -- word of name_reading_kind.def
    agency         TEXT    NOT NULL,           -- code; '' is all that the account may see
    day            TEXT    NOT NULL,           -- of the government's clock
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    PRIMARY KEY (government, inspection, account, kind, agency, day, lane, log_position)
) STRICT, WITHOUT ROWID;
