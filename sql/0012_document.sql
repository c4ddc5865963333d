-- What a government has issued, and the keys it seals with.  Written by src/documents alone.

-- Versions of a document: issued, then perhaps superseded or withdrawn.
CREATE TABLE document (
    government      INTEGER NOT NULL,
    code            TEXT    NOT NULL CHECK (length(code) = 14), -- on each page: 7K4M-92QX-C1TD
    recorded_at_ms  INTEGER NOT NULL,
    lane            INTEGER NOT NULL,
    log_position    INTEGER NOT NULL,          -- of the fact; the file lies beside that of the first
    tick            INTEGER NOT NULL,
    kind            TEXT    NOT NULL,          -- minutes, recap
    title           TEXT    NOT NULL,
    about           TEXT    NOT NULL,
    number          TEXT    NOT NULL,          -- of the letter; ''
    subject         TEXT    NOT NULL,          -- what it was made of: inspection/12
    issued_at_ms    INTEGER NOT NULL,
    signer_name     TEXT    NOT NULL,
    signer_position TEXT    NOT NULL,
    signer_account  TEXT    NOT NULL,
    signature_kind  TEXT    NOT NULL,          -- own, wet_ink, certified
    content         TEXT    NOT NULL,          -- what lies beside this version: none, file, scan, certified
    key             TEXT    NOT NULL,          -- id of the key of the seal
    digest          TEXT    NOT NULL,          -- BLAKE2b of the whole file, hexadecimal
    bytes           INTEGER NOT NULL,          -- of the file
    summary         TEXT    NOT NULL,          -- what is published, JSON
    status          TEXT    NOT NULL,          -- valid, superseded, withdrawn
    successor       TEXT    NOT NULL,          -- code of what superseded it; ''
    reason          TEXT    NOT NULL,          -- why it was withdrawn; ''
    author          TEXT    NOT NULL,          -- account of this version
    PRIMARY KEY (government, code, lane, log_position)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_by_number ON document (government, number);
CREATE INDEX document_by_subject ON document (government, subject);

-- Versions of public halves; the secret half is a file and nowhere else.
CREATE TABLE signing_key (
    government     INTEGER NOT NULL,
    id             TEXT    NOT NULL CHECK (length(id) = 16),
    recorded_at_ms INTEGER NOT NULL,
    lane           INTEGER NOT NULL,
    log_position   INTEGER NOT NULL,
    tick           INTEGER NOT NULL,
    public_half    TEXT    NOT NULL,           -- Ed25519, hexadecimal
    author         TEXT    NOT NULL,           -- account of the first document
    distrusted     INTEGER NOT NULL,           -- 1: it got into other hands
    PRIMARY KEY (government, id, lane, log_position)
) STRICT, WITHOUT ROWID;
