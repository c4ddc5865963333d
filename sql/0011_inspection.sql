-- Virtual inspections.  Written by src/inspection alone; every row is a fact, none is ever changed.

-- Versions: what was planned of an inspection; the one recorded last holds.
CREATE TABLE inspection (
    government     INTEGER NOT NULL,
    inspection     TEXT    NOT NULL,           -- "20210517-1": day, and the how-manieth of it
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    tick           INTEGER NOT NULL,           -- orders versions over lanes
    kind           TEXT    NOT NULL,           -- word of inspection_kind.def
    title          TEXT    NOT NULL,
    day            TEXT    NOT NULL,
    planned        INTEGER NOT NULL,           -- second of the day; -1 is not said
    leader         TEXT    NOT NULL,
    leader_title   TEXT    NOT NULL,
    delegate       TEXT    NOT NULL,           -- who leads in the leader's place, or ''
    delegate_title TEXT    NOT NULL,
    authority      TEXT    NOT NULL,           -- by what the delegate leads
    place          TEXT    NOT NULL,
    medium         TEXT    NOT NULL,
    basis          TEXT    NOT NULL,           -- why on this day
    scope          TEXT    NOT NULL,           -- codes of agencies, ';' between; '' is all
    people_group   TEXT    NOT NULL,           -- word of people_group.def
    author         TEXT    NOT NULL,           -- account; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, inspection, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Versions: who leads, inspects or is present; of one name the last holds.
CREATE TABLE inspection_member (
    government     INTEGER NOT NULL,
    inspection     TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    title          TEXT    NOT NULL,
    part           TEXT    NOT NULL,           -- word of member_part.def
    account        TEXT    NOT NULL,           -- by which the member signs in, or ''
    author         TEXT    NOT NULL,
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, inspection, name, lane, log_position)
) STRICT, WITHOUT ROWID;

-- What was done and said, in order.  What a row means is in src/inspection/act.h.
CREATE TABLE inspection_act (
    government     INTEGER NOT NULL,
    inspection     TEXT    NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    act            TEXT    NOT NULL,           -- word of act.def
    agency         TEXT    NOT NULL,           -- code, or ''
    person         TEXT    NOT NULL,           -- number, or ''
    item           INTEGER NOT NULL,           -- of an instruction or programme; a place in the order
    people_group   TEXT    NOT NULL,           -- word of people_group.def, or ''
    name           TEXT    NOT NULL,           -- who spoke, owns, decides or signed
    post           TEXT    NOT NULL,           -- as what
    word           TEXT    NOT NULL,           -- the choice that the act is about
    said           TEXT    NOT NULL,           -- in somebody's own words
    day            TEXT    NOT NULL,           -- deadline, target or date of signature
    present        INTEGER NOT NULL,           -- a head's figures; -1 is not said
    sick           INTEGER NOT NULL,
    permit         INTEGER NOT NULL,
    leave          INTEGER NOT NULL,
    duty_travel    INTEGER NOT NULL,
    other          INTEGER NOT NULL,
    missing        INTEGER NOT NULL,
    done           INTEGER NOT NULL,           -- of a programme, of `total`
    total          INTEGER NOT NULL,
    reference      TEXT    NOT NULL,           -- a letter, a blocker, a unit of counting
    author         TEXT    NOT NULL,
    PRIMARY KEY (government, inspection, lane, log_position)
) STRICT, WITHOUT ROWID;

-- The machine's figures of one agency with all below it, by kind of person, as
-- they were at a moment of the session.
CREATE TABLE inspection_figure (
    government     INTEGER NOT NULL,
    inspection     TEXT    NOT NULL,
    moment         TEXT    NOT NULL,           -- word of figure_moment.def
    agency         TEXT    NOT NULL,           -- code
    kind           TEXT    NOT NULL,           -- word of person_kind.def
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    name           TEXT    NOT NULL,           -- of the agency, as it was called then
    agency_kind    TEXT    NOT NULL,
    place          INTEGER NOT NULL,           -- in the order of the tree
    position       INTEGER NOT NULL,           -- of the log, included in the figures
    judged_at      INTEGER NOT NULL,           -- the instant they are of
    not_due        INTEGER NOT NULL,
    waiting        INTEGER NOT NULL,
    on_time        INTEGER NOT NULL,
    late           INTEGER NOT NULL,
    missing_in     INTEGER NOT NULL,
    leave          INTEGER NOT NULL,
    sick           INTEGER NOT NULL,
    permit         INTEGER NOT NULL,
    duty_travel    INTEGER NOT NULL,
    study          INTEGER NOT NULL,
    off            INTEGER NOT NULL,
    unknown        INTEGER NOT NULL,
    unexplained    INTEGER NOT NULL,
    wfh            INTEGER NOT NULL,
    PRIMARY KEY (government, inspection, moment, agency, kind, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Versions: who may answer for an agency in its head's place.
CREATE TABLE delegation (
    government     INTEGER NOT NULL,
    agency         TEXT    NOT NULL,
    account        TEXT    NOT NULL,
    first_day      TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    last_day       TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    title          TEXT    NOT NULL,
    authority      TEXT    NOT NULL,           -- the letter
    author         TEXT    NOT NULL,
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, agency, account, first_day, lane, log_position)
) STRICT, WITHOUT ROWID;
