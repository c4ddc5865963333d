#include "documents/signing_key.h"

#include "base/file.h"
#include "base/random.h"
#include "db/record_sql.h"

#include <sodium.h>

#include <string.h>

static const char sql_insert[] =
    "INSERT INTO signing_key (government, recorded_at_ms, lane, log_position, tick,"
    "   id, public_half, author, distrusted)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick, id, public_half, author, distrusted"
    "  FROM signing_key WHERE government = $1";

static const char sql_find[] = "SELECT id, public_half, author, distrusted FROM signing_key"
                               " WHERE government = $1 AND id = $2"
                               " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

#define FIRST_LINE "hadir seal key 1\n"

enum { FILE_BYTES_MAX = 256 };

static_assert(SIGNATURE_BYTES == crypto_sign_BYTES, "Ed25519");
static_assert(SIGNING_PUBLIC_BYTES == crypto_sign_PUBLICKEYBYTES, "Ed25519");

static const struct record_field fields[] = {
    RECORD_TEXT(struct signing_key_row,
                id,
                RECORD_REQUIRED,
                SIGNING_KEY_ID_BYTES,
                SIGNING_KEY_ID_BYTES,
                .about = "The first digits of the hash of the public half."),
    RECORD_TEXT(struct signing_key_row,
                public_half,
                RECORD_REQUIRED,
                2 * SIGNING_PUBLIC_BYTES,
                2 * SIGNING_PUBLIC_BYTES,
                .about = "Ed25519, in hexadecimal."),
    FACT_AUTHOR(struct signing_key_row, "The account whose document was the first."),
    RECORD_BOOL(struct signing_key_row,
                distrusted,
                RECORD_OPTIONAL,
                .about = "True when it got into other hands."),
};
static const struct record row_record = RECORD("SigningKey", struct signing_key_row, fields);

const struct fact_table signing_key_fact = {FACT_SIGNING_KEY, &row_record, sql_insert, sql_every};

/* ---- hexadecimal ---- */

void signing_hex_add(struct buf *to, const unsigned char *at, size_t bytes)
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < bytes; i++) {
        buf_add_char(to, digits[at[i] >> 4]);
        buf_add_char(to, digits[at[i] & 15]);
    }
}

bool signing_hex_read(struct text hex, unsigned char *to, size_t bytes)
{
    size_t count = 0;

    if (hex.bytes != 2 * bytes) return false;
    if (sodium_hex2bin(to, bytes, hex.at, hex.bytes, NULL, &count, NULL) != 0) return false;
    return count == bytes;
}

/* ---- the file ---- */

static void derive(struct signing_key *key)
{
    unsigned char whole[crypto_sign_SECRETKEYBYTES];
    struct text seed = secret_reveal(&key->seed);
    struct hash hash;

    IGNORE(crypto_sign_seed_keypair(key->public_half, whole, (const unsigned char *)seed.at),
           "a seed of its size");
    secret_wipe(whole, sizeof whole);
    hash = hash_of((struct text){(const char *)key->public_half, SIGNING_PUBLIC_BYTES});
    memcpy(key->id, hash_text(&hash).s, SIGNING_KEY_ID_BYTES);
    key->id[SIGNING_KEY_ID_BYTES] = '\0';
}

enum rc signing_key_replace(const char *path, struct signing_key *out_key, struct problem *why)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    CLEANUP(buf_done) struct buf lines = {0};
    enum rc rc;

    random_bytes(seed, sizeof seed);
    IGNORE(secret_take(&out_key->seed, (struct text){(const char *)seed, sizeof seed}), "it fits");
    buf_init(&lines, FILE_BYTES_MAX);
    buf_add(&lines, TEXT(FIRST_LINE));
    signing_hex_add(&lines, seed, sizeof seed);
    buf_add_char(&lines, '\n');
    rc = file_write(path, buf_text(&lines), 0600, why);
    secret_wipe(seed, sizeof seed);
    secret_wipe(lines.at, lines.bytes);
    if (rc == RC_OK) derive(out_key);
    return rc;
}

static enum rc read_seed(struct text lines, struct signing_key *out_key, struct problem *why)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    struct text hex = {lines.at + strlen(FIRST_LINE), lines.bytes - strlen(FIRST_LINE)};
    bool good =
        text_starts(lines, TEXT(FIRST_LINE)) && signing_hex_read(text_trim(hex), seed, sizeof seed);

    if (!good) return problem_set(why, RC_INVALID, "the file of the seal's key is damaged");
    IGNORE(secret_take(&out_key->seed, (struct text){(const char *)seed, sizeof seed}), "it fits");
    secret_wipe(seed, sizeof seed);
    derive(out_key);
    return RC_OK;
}

enum rc signing_key_open(const char *path, struct signing_key *out_key, struct problem *why)
{
    CLEANUP(file_unmap) struct file_map map = {0};

    if (!file_exists(path)) return signing_key_replace(path, out_key, why);
    TRY(file_map(path, FILE_BYTES_MAX, &map, why));
    return read_seed(map.bytes, out_key, why);
}

void signing_key_done(struct signing_key *key)
{
    secret_done(&key->seed);
}

/* ---- signing ---- */

struct signature signing_key_sign(const struct signing_key *key, struct text bytes)
{
    unsigned char whole[crypto_sign_SECRETKEYBYTES];
    unsigned char public_half[SIGNING_PUBLIC_BYTES];
    struct text seed = secret_reveal(&key->seed);
    struct signature signature;

    IGNORE(crypto_sign_seed_keypair(public_half, whole, (const unsigned char *)seed.at),
           "a seed of its size");
    IGNORE(crypto_sign_detached(signature.at, NULL, (const unsigned char *)bytes.at, bytes.bytes,
                                whole),
           "cannot fail");
    secret_wipe(whole, sizeof whole);
    return signature;
}

bool signing_key_verifies(const struct signing_key_row *row,
                          struct text bytes,
                          const struct signature *signature)
{
    unsigned char public_half[SIGNING_PUBLIC_BYTES];

    return signing_hex_read(row->public_half, public_half, sizeof public_half) &&
           crypto_sign_verify_detached(signature->at, (const unsigned char *)bytes.at, bytes.bytes,
                                       public_half) == 0;
}

/* ---- the register ---- */

enum rc signing_key_find(struct db *db,
                         int government,
                         struct text id,
                         struct arena *mem,
                         struct signing_key_row *out_row,
                         bool *out_found)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    *out_found = false;
    TRY(db_query(db, &rows, sql_find, DB_INT(government), DB_TEXT(id)));
    while (db_next(&rows)) {
        record_sql_read(&rows, 0, &row_record, mem, out_row);
        *out_found = true;
    }
    return db_done(&rows);
}

enum rc signing_key_note(struct ledger_tx *tx, const struct signing_key *key, struct text author)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf hex = {0};
    struct signing_key_row row = {.id = text_of(key->id), .author = author};
    struct signing_key_row known;
    bool found = false;

    TRY(signing_key_find(ledger_db(tx), ledger_government(tx), row.id, mem, &known, &found));
    if (found) return RC_OK;
    buf_init(&hex, 2 * SIGNING_PUBLIC_BYTES);
    signing_hex_add(&hex, key->public_half, SIGNING_PUBLIC_BYTES);
    row.public_half = buf_text(&hex);
    return fact_record(tx, &signing_key_fact, &row, 1, NULL);
}

static enum rc distrust_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct signing_key_distrust *distrust = argument;
    struct signing_key_row row;
    bool found = false;

    TRY(signing_key_find(ledger_db(tx), ledger_government(tx), distrust->id, mem, &row, &found));
    if (!found) return problem_at(why, RC_NOT_FOUND, "distrust", "no document bears this key");
    if (row.distrusted) return RC_OK;
    row.distrusted = true;
    row.author = distrust->author;
    return fact_record(tx, &signing_key_fact, &row, 1, NULL);
}

const struct ledger_command signing_key_distrust_command = {.name = "signing_key_distrust",
                                                            .apply = distrust_apply};
