#include "people/token.h"

#include "base/limits.h"
#include "base/mem.h"
#include "db/record_sql.h"
#include "people/agency.h"
#include "people/rows.h"

static const char sql_insert[] =
    "INSERT INTO token (government, recorded_at_ms, lane, log_position, tick,"
    "   id, name, role, agency, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       id, name, role, agency, author, withdrawn"
                                "  FROM token WHERE government = $1";

static const char sql_next_id[] =
    "SELECT coalesce(max(id), 0) + 1 FROM token WHERE government = $1";

static const char sql_latest[] = "SELECT id, name, role, agency, author, withdrawn"
                                 "  FROM token WHERE government = $1 AND id = $2"
                                 " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

static const char sql_all[] =
    "SELECT t.id, t.name, t.role, t.agency, t.author, t.withdrawn, t.recorded_at_ms,"
    "       coalesce((SELECT max(s.seen_at_ms) FROM token_secret s"
    "                  WHERE s.government = t.government AND s.id = t.id), 0)"
    "  FROM token t WHERE t.government = $1"
    " ORDER BY t.id, t.tick, t.lane, t.log_position";

static const char sql_find[] =
    "SELECT t.id, t.name, t.role, t.agency, t.author, t.withdrawn, s.seen_at_ms"
    "  FROM token_secret s"
    "  JOIN token t ON t.government = s.government AND t.id = s.id"
    " WHERE s.hash = $1 AND s.government = $2"
    " ORDER BY t.tick DESC, t.lane DESC, t.log_position DESC LIMIT 1";

static const char sql_give_key[] =
    "INSERT INTO token_secret (hash, government, id, seen_at_ms) VALUES ($1, $2, $3, 0)";

static const char sql_drop_keys[] = "DELETE FROM token_secret WHERE government = $1 AND id = $2";

static const char sql_touch[] =
    "UPDATE token_secret SET seen_at_ms = $2 WHERE hash = $1 AND seen_at_ms < $2";

static const struct record_field fields[] = {
    RECORD_INT(struct token, id, RECORD_REQUIRED, 1, INT64_MAX, .about = "Its number."),
    RECORD_TEXT(struct token,
                name,
                RECORD_REQUIRED,
                1,
                NAME_BYTES_MAX,
                .about = "What or where it is."),
    RECORD_CHOICE(struct token,
                  role,
                  RECORD_REQUIRED,
                  role_choices,
                  .about = "What it may do: wall or machine."),
    RECORD_TEXT(struct token,
                agency,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Over which agency; none is the whole government."),
    FACT_AUTHOR(struct token, "The account that allowed it."),
    FACT_WITHDRAWN(struct token, "True once it is revoked."),
};

const struct record token_record = RECORD("Token", struct token, fields);

const struct fact_table token_fact = {FACT_TOKEN, &token_record, sql_insert, sql_every};

static struct db_value hash_value(const struct hash *hash)
{
    return DB_BLOB(((struct text){(const char *)hash->at, sizeof hash->at}));
}

/* ---- reading ---- */

enum rc token_find(struct db *db,
                   int government,
                   struct text key,
                   struct identity *out_identity,
                   int64_t *out_seen_at_ms)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct hash hash = hash_of(key);
    struct token token;
    int64_t seen_at_ms;

    TRY(db_query(db, &rows, sql_find, hash_value(&hash), DB_INT(government)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_UNAUTHENTICATED : rows.rc;
    record_sql_read(&rows, 0, &token_record, mem, &token);
    seen_at_ms = db_int(&rows, 6);
    TRY(db_done(&rows));
    if (token.withdrawn) return RC_UNAUTHENTICATED;
    token_identify(&token, out_identity);
    if (out_seen_at_ms) *out_seen_at_ms = seen_at_ms;
    return RC_OK;
}

void token_identify(const struct token *token, struct identity *out_identity)
{
    struct account as_account = {
        .role = token->role,
        .agency = token->agency,
        .name = {token->name.at, token->name.bytes},
    };

    if (as_account.name.bytes > IDENTITY_NAME_BYTES) as_account.name.bytes = IDENTITY_NAME_BYTES;
    account_identify(&as_account, false, out_identity);
    out_identity->kind = IDENTITY_TOKEN;
    out_identity->id = token->id;
}

static void read_version(const struct db_rows *row, struct arena *mem, struct rows *read)
{
    struct token *last = read->at;
    struct token version = {.id = 0};

    record_sql_read(row, 0, &token_record, mem, &version);
    version.created_at_ms = db_int(row, 6);
    version.seen_at_ms = db_int(row, 7);
    if (read->count > 0 && last[read->count - 1].id == version.id) {
        version.created_at_ms = last[read->count - 1].created_at_ms;
        last = &last[read->count - 1];
    } else {
        last = rows_add(read, sizeof *last);
    }
    *last = version;
}

enum rc token_list(struct db *db,
                   int government,
                   int role,
                   struct arena *mem,
                   const struct token **out_tokens,
                   size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    CLEANUP(rows_done) struct rows read = {0};
    struct token *tokens;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_all, DB_INT(government)));
    while (db_next(&rows)) {
        read_version(&rows, mem, &read);
    }
    TRY(db_done(&rows));
    tokens = arena_array(mem, struct token, read.count + 1);
    for (size_t i = 0; i < read.count; i++) {
        const struct token *token = (const struct token *)read.at + i;

        if (!token->withdrawn && (role < 0 || token->role == role)) tokens[count++] = *token;
    }
    *out_tokens = tokens;
    *out_count = count;
    return RC_OK;
}

/* ---- commands ---- */

static enum rc check_token(struct ledger_tx *tx, const struct token *token, struct problem *why)
{
    enum rc rc;

    if (token->role != ROLE_WALL && token->role != ROLE_MACHINE) {
        return problem_at(why, RC_INVALID, "role", "a token is for a wall or a machine");
    }
    TRY(record_check_text(&fields[1], token->name, why));
    if (token->agency.bytes == 0) return RC_OK;
    rc = agency_require(ledger_db(tx), ledger_government(tx), token->agency);
    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, RC_INVALID, "agency", "there is no such agency");
}

enum rc token_record_new(struct ledger_tx *tx, struct token *token, struct problem *why)
{
    TRY(check_token(tx, token, why));
    TRY(db_get_int(ledger_db(tx), &token->id, sql_next_id, DB_INT(ledger_government(tx))));
    return fact_record(tx, &token_fact, token, 1, NULL);
}

enum rc token_give_key(struct ledger_tx *tx, int64_t id, struct text key)
{
    struct hash hash = hash_of(key);

    return db_exec(ledger_db(tx), NULL, sql_give_key, hash_value(&hash),
                   DB_INT(ledger_government(tx)), DB_INT(id));
}

static enum rc create(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct token_creation *creation = argument;

    TRY(token_record_new(tx, &creation->token, why));
    return token_give_key(tx, creation->token.id, text_of(creation->key.s));
}

static enum rc revoke(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    const struct token_revocation *revocation = argument;
    struct token token;

    (void)why;
    TRY(db_query(ledger_db(tx), &rows, sql_latest, DB_INT(ledger_government(tx)),
                 DB_INT(revocation->id)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    record_sql_read(&rows, 0, &token_record, mem, &token);
    TRY(db_done(&rows));
    if (token.withdrawn) return RC_NOT_FOUND;
    if (revocation->role >= 0 && token.role != revocation->role) return RC_NOT_FOUND;
    token.withdrawn = true;
    token.author = revocation->author;
    TRY(fact_record(tx, &token_fact, &token, 1, NULL));
    return db_exec(ledger_db(tx), NULL, sql_drop_keys, DB_INT(ledger_government(tx)),
                   DB_INT(revocation->id));
}

/* ---- noting use ---- */

struct use {
    struct hash hash;
    int64_t now_ms;
};

static enum rc touch(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct use *use = argument;

    (void)why;
    return db_exec(ledger_db(tx), NULL, sql_touch, hash_value(&use->hash), DB_INT(use->now_ms));
}

static void touched(void *request, enum rc rc, const struct problem *why)
{
    (void)rc;
    (void)why;
    mem_free(request);
}

void token_touch(struct ledger *ledger, struct text key, int64_t seen_at_ms, int64_t now_ms)
{
    static const struct ledger_command touch_command = {
        .name = "token_touch", .whole = true, .apply = touch, .settle = touched};
    struct use *use;

    if (now_ms - seen_at_ms < TOKEN_TOUCH_MS) return;
    use = mem_alloc(1, sizeof *use);
    *use = (struct use){hash_of(key), now_ms};
    if (ledger_submit(ledger, &touch_command, use) != RC_OK) mem_free(use);
}

const struct ledger_command token_create_command = {.name = "token_create", .apply = create};
const struct ledger_command token_revoke_command = {.name = "token_revoke", .apply = revoke};
