-- The register: agencies, people, who belongs where, which PIN means whom.
-- Written by src/people alone.
--
-- A row is one version of what its key names, and is never touched again: the
-- version that stands last in the log (lane, log_position) holds, whatever the
-- clock said (recorded_at_ms), and what was known at an earlier moment can be
-- asked.  Each version's text stands in
-- the log entry (lane, log_position), where the chain covers it.  Days are
-- 'YYYY-MM-DD'; '' as a first or last day means that there is no such limit.

-- Grows with every change of the register, so that a reader sees that its
-- picture is old.
CREATE TABLE register_edition (
    government   INTEGER NOT NULL,
    lane         INTEGER NOT NULL,
    log_position INTEGER NOT NULL,             -- of the last change
    PRIMARY KEY (government, lane)
) STRICT;

CREATE TABLE agency (
    government     INTEGER NOT NULL,
    code           TEXT    NOT NULL CHECK (code <> ''),
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    parent         TEXT    NOT NULL,           -- code of the agency above; '' is the government
    name           TEXT    NOT NULL,
    short          TEXT    NOT NULL,           -- for walls and buttons; '' is the name
    kind           TEXT    NOT NULL,           -- Dinas, Kecamatan ...
    zone           TEXT    NOT NULL,           -- WIB, WITA, WIT; '' is the parent's
    latitude       REAL,
    longitude      REAL,
    pattern        TEXT    NOT NULL,           -- working-time pattern; '' is the parent's
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,           -- 1: entered by mistake or dissolved
    PRIMARY KEY (government, code, lane, log_position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    government     INTEGER NOT NULL,
    number         TEXT    NOT NULL CHECK (number <> ''), -- NIP, NI PPPK or the office's own
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    kind           TEXT    NOT NULL,           -- PNS, CPNS, PPPK, PPPK paruh waktu, kontrak
    position       TEXT    NOT NULL,           -- what the person is: Lurah, Perawat ...
    echelon        TEXT    NOT NULL,           -- II.a ... or ''
    roles          TEXT    NOT NULL,           -- extra roles such as bendahara, separated by ';'
    active_from    TEXT    NOT NULL,
    active_to      TEXT    NOT NULL,           -- the last day
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, number, lane, log_position)
) STRICT, WITHOUT ROWID;

-- The national identity number lies apart from the person: it is in no log
-- entry, in no export, and can be erased.
CREATE TABLE person_nik (
    government     INTEGER NOT NULL,
    number         TEXT    NOT NULL,
    nik            TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    PRIMARY KEY (government, number)
) STRICT, WITHOUT ROWID;

-- Which agency a person belongs to, from a day until the next posting begins.
CREATE TABLE posting (
    government     INTEGER NOT NULL,
    number         TEXT    NOT NULL,           -- the person
    valid_from     TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    agency         TEXT    NOT NULL,
    valid_to       TEXT    NOT NULL,
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, number, valid_from, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Which person a PIN means, on one terminal or on all of them.
CREATE TABLE enrolment (
    government     INTEGER NOT NULL,
    pin            TEXT    NOT NULL CHECK (pin <> ''), -- compared byte for byte
    terminal       TEXT    NOT NULL,           -- serial; '' is every terminal
    valid_from     TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    number         TEXT    NOT NULL,           -- the person
    valid_to       TEXT    NOT NULL,
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, pin, terminal, valid_from, lane, log_position)
) STRICT, WITHOUT ROWID;

CREATE TABLE leave_period (
    government     INTEGER NOT NULL,
    number         TEXT    NOT NULL,
    kind           TEXT    NOT NULL,           -- leave, sick, permit, duty_travel, study
    first_day      TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    last_day       TEXT    NOT NULL,
    reference      TEXT    NOT NULL,           -- number of the letter
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, number, kind, first_day, lane, log_position)
) STRICT, WITHOUT ROWID;

CREATE TABLE roster_shift (
    government     INTEGER NOT NULL,
    day            TEXT    NOT NULL,           -- first in the key: rosters are read by the month
    number         TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    shift          TEXT    NOT NULL,           -- a shift of the agency's pattern; '' is off
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, day, number, lane, log_position)
) STRICT, WITHOUT ROWID;

-- What a decree makes of a date; the latest decision holds.
CREATE TABLE calendar_entry (
    government     INTEGER NOT NULL,
    day            TEXT    NOT NULL,
    decree         TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    kind           TEXT    NOT NULL,           -- holiday, joint_leave, workday
    decided_on     TEXT    NOT NULL,
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, day, decree, lane, log_position)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    government     INTEGER NOT NULL,
    key            TEXT    NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    value          TEXT    NOT NULL,
    regulation     TEXT    NOT NULL,           -- what it rests on
    note           TEXT    NOT NULL,
    unverified     INTEGER NOT NULL,           -- 1: shown as "perlu verifikasi"
    author         TEXT    NOT NULL,           -- account that entered it; '' is the command line
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, key, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Who may sign in.  Versions as above; the password lies apart.
CREATE TABLE account (
    government     INTEGER NOT NULL,
    name           TEXT    NOT NULL CHECK (name <> ''), -- NIP or a user name
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    role           TEXT    NOT NULL,
    agency         TEXT    NOT NULL,           -- scope; '' is the whole government
    person         TEXT    NOT NULL,           -- number of the person who uses it, or ''
    author         TEXT    NOT NULL,           -- account that made or changed it
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (government, name, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Not a fact: only the present password counts, as argon2id text.
CREATE TABLE account_password (
    government    INTEGER NOT NULL,
    account       TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    must_change   INTEGER NOT NULL,            -- 1: given by somebody else
    changed_at_ms INTEGER NOT NULL,
    PRIMARY KEY (government, account)
) STRICT, WITHOUT ROWID;

-- Signed-in browsers.  Not facts; rows vanish when they expire or are revoked.
CREATE TABLE session (
    hash          BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- of the cookie's value
    government    INTEGER NOT NULL,
    account       TEXT    NOT NULL,
    address       TEXT    NOT NULL,            -- where it signed in from
    created_at_ms INTEGER NOT NULL,
    seen_at_ms    INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_account ON session (government, account);

-- Machines and walls that may connect.  Versions as above.
CREATE TABLE token (
    government     INTEGER NOT NULL,
    id             INTEGER NOT NULL,           -- from 1
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    role           TEXT    NOT NULL,
    agency         TEXT    NOT NULL,           -- scope; '' is the whole government
    author         TEXT    NOT NULL,           -- account that allowed it
    withdrawn      INTEGER NOT NULL,           -- 1: revoked
    PRIMARY KEY (government, id, lane, log_position)
) STRICT, WITHOUT ROWID;

-- Not a fact: the hash by which a token is recognised.
CREATE TABLE token_secret (
    hash       BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    government INTEGER NOT NULL,
    id         INTEGER NOT NULL,
    seen_at_ms INTEGER NOT NULL                -- when it was used last; 0 is never
) STRICT, WITHOUT ROWID;

-- Walls that ask to be let in.  Not facts.
CREATE TABLE wall_code (
    hash          BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- of the wall's secret
    government    INTEGER NOT NULL,
    code          TEXT    NOT NULL,            -- six digits, shown on the wall
    expires_at_ms INTEGER NOT NULL,
    token         INTEGER NOT NULL             -- id once somebody accepted it; 0 before
) STRICT, WITHOUT ROWID;

CREATE INDEX wall_code_shown ON wall_code (government, code);
