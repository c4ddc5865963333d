-- The ledger's own tables: what was recorded, in which order, and the chain
-- that proves that nothing was altered.  Written by src/ledger alone.

-- Who may append: one lane a writing process, fenced by an epoch.
CREATE TABLE lane (
    government INTEGER NOT NULL,               -- the tenant
    lane       INTEGER NOT NULL,               -- number of the lane, from 1
    epoch      INTEGER NOT NULL CHECK (epoch > 0), -- grows each time a writer takes the lane
    PRIMARY KEY (government, lane)
) STRICT;

-- One row a fact, appended and never touched again.
CREATE TABLE log (
    government     INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    position       INTEGER NOT NULL CHECK (position > 0), -- dense within the lane, from 1
    kind           INTEGER NOT NULL,           -- what sort of fact; rooms above own the numbers
    recorded_at_ms INTEGER NOT NULL,           -- when it was stored, UTC milliseconds
    body           BLOB    NOT NULL,           -- the fact, in its kind's encoding
    content_hash   BLOB,                       -- salted hash of content kept beside it
    PRIMARY KEY (government, lane, position)
) STRICT, WITHOUT ROWID;

-- One row a committed batch: the chain.
CREATE TABLE batch (
    government     INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    last_position  INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    epoch          INTEGER NOT NULL,
    recorded_at_ms INTEGER NOT NULL,
    hash           BLOB    NOT NULL CHECK (length(hash) = 32), -- over the previous hash and every entry
    PRIMARY KEY (government, lane, last_position),
    CHECK (first_position <= last_position)
) STRICT, WITHOUT ROWID;

-- Content that must be erasable one day: the chain covers its salted hash, so
-- that erasing the bytes leaves the proof whole.
CREATE TABLE content (
    government   INTEGER NOT NULL,
    lane         INTEGER NOT NULL,
    position     INTEGER NOT NULL,             -- the fact it belongs to
    salt         BLOB,                         -- NULL once erased
    bytes        BLOB,                         -- NULL once erased
    erased_at_ms INTEGER,
    PRIMARY KEY (government, lane, position)
) STRICT;
