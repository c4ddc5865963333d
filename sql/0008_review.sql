-- Decisions about punches whose clock cannot be right.  Written by src/attendance/review.c alone.

-- Versions: of one punch the decision recorded last holds.
CREATE TABLE review (
    government     INTEGER NOT NULL,
    pin            TEXT    NOT NULL,           -- the punch, by what makes it the same as another
    local_time     TEXT    NOT NULL,           -- as the terminal's clock showed it
    terminal       TEXT    NOT NULL,
    status         INTEGER NOT NULL,
    verify         INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    source         INTEGER NOT NULL,           -- enum punch_source, of the punch
    received_at_ms INTEGER NOT NULL,           -- of the punch
    zone           INTEGER NOT NULL,           -- of the punch, minutes east
    decision       TEXT    NOT NULL,           -- word of review_decision.def
    true_time      TEXT    NOT NULL,           -- accepted: the local time it truly meant; else ''
    reason         TEXT    NOT NULL,
    author         TEXT    NOT NULL,           -- account that decided; '' is the command line
    PRIMARY KEY (government, pin, local_time, terminal, status, verify, lane, log_position)
) STRICT, WITHOUT ROWID;
