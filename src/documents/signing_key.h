/* signing_key.h - the key with which a government seals its documents.
 *
 * An Ed25519 key pair (libsodium).  The secret half is a file of the data folder,
 * mode 0600, and in nothing else: no fact, backup or export holds it.  The public
 * half is a fact of the register, so that the chain covers which keys were ours
 * and since when.  It is made when the first document is sealed.
 *
 * A key is changed by making another: old documents stay valid, because the
 * public halves stay in the register.  One that got into other hands is
 * recorded as distrusted: what it sealed is then no longer believed unless the
 * register itself holds the document.
 *
 * The file has two lines: "hadir seal key 1" and the seed in hexadecimal.
 *
 * Memory    The secret half is in a struct secret: signing_key_done wipes it.
 * Threads   Any; signing_key_note: the ledger's thread, inside apply.
 * Errors    RC_UNAVAILABLE or RC_INVALID when the file cannot be used. */
#pragma once

#include "base/hash.h"
#include "base/secret.h"
#include "people/fact_record.h"

enum { SIGNING_KEY_ID_BYTES = 16, SIGNING_PUBLIC_BYTES = 32, SIGNATURE_BYTES = 64 };

struct signing_key {
    char id[SIGNING_KEY_ID_BYTES + 1]; /* the first digits of the public half's hash */
    unsigned char public_half[SIGNING_PUBLIC_BYTES];
    struct secret seed;
};

/* A public half, as recorded. */
struct signing_key_row {
    struct text id;
    struct text public_half; /* hexadecimal */
    struct text author;
    bool distrusted;
};
extern const struct fact_table signing_key_fact;

/* Read the key's file, or make it. */
enum rc signing_key_open(const char *path,
                         struct signing_key *out_key,
                         struct problem *why) NODISCARD;
/* Make another and put it in the file's place. */
enum rc signing_key_replace(const char *path,
                            struct signing_key *out_key,
                            struct problem *why) NODISCARD;
void signing_key_done(struct signing_key *key);

/* Sign these bytes. */
struct signature {
    unsigned char at[SIGNATURE_BYTES];
};
struct signature signing_key_sign(const struct signing_key *key, struct text bytes);

/* Record the public half unless it is recorded already. */
enum rc signing_key_note(struct ledger_tx *tx,
                         const struct signing_key *key,
                         struct text author) NODISCARD;

/* Record that a key got into other hands; RC_NOT_FOUND for one that sealed nothing. */
struct signing_key_distrust {
    struct text id;
    struct text author;
};
extern const struct ledger_command signing_key_distrust_command;

/* What is recorded under an id last. */
enum rc signing_key_find(struct db *db,
                         int government,
                         struct text id,
                         struct arena *mem,
                         struct signing_key_row *out_row,
                         bool *out_found) NODISCARD;

/* Was this signed by the key of that row? */
bool signing_key_verifies(const struct signing_key_row *row,
                          struct text bytes,
                          const struct signature *signature);

/* Bytes as hexadecimal digits, and back; false when they are not so many. */
void signing_hex_add(struct buf *to, const unsigned char *at, size_t bytes);
bool signing_hex_read(struct text hex, unsigned char *to, size_t bytes);
