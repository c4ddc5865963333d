-- Where terminals stand, from which day.  Written by src/attendance/terminal_placement.c alone.

-- Before placements had days, a row of the table terminal said where it stood:
-- such a row (state below 3) is a placement since ever.

-- One row: from this day until the day of the next row, a terminal stands at
-- this agency, or stands nowhere any more.  Of two with the same first day the
-- one recorded later holds.
CREATE TABLE terminal_placement (
    government     INTEGER NOT NULL,
    serial         TEXT    NOT NULL,
    valid_from     TEXT    NOT NULL,           -- 'YYYY-MM-DD'; '' is since ever
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    agency         TEXT    NOT NULL,           -- code; empty for a refused one
    state          TEXT    NOT NULL,           -- word of terminal_state.def
    author         TEXT    NOT NULL,           -- account that said so; '' is the command line
    PRIMARY KEY (government, serial, valid_from, lane, log_position)
) STRICT, WITHOUT ROWID;
