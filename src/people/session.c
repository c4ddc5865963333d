#include "people/session.h"

#include "base/mem.h"

static const char sql_sweep[] = "DELETE FROM session WHERE expires_at_ms <= $1";

static const char sql_open[] =
    "INSERT INTO session"
    " (hash, government, account, address, created_at_ms, seen_at_ms, expires_at_ms)"
    " VALUES ($1, $2, $3, $4, $5, $5, $6)";

/* Role and scope are those of the account's latest version. */
static const char sql_find[] =
    "SELECT s.seen_at_ms, s.expires_at_ms, a.name, a.role, a.agency, a.person, a.withdrawn,"
    "       p.must_change"
    "  FROM session s"
    "  JOIN account a ON a.government = s.government AND a.name = s.account"
    "  JOIN account_password p ON p.government = s.government AND p.account = s.account"
    " WHERE s.hash = $1 AND s.government = $2 AND s.expires_at_ms > $3"
    " ORDER BY a.tick DESC, a.lane DESC, a.log_position DESC LIMIT 1";

static const char sql_touch[] = "UPDATE session SET seen_at_ms = $2, expires_at_ms = $3"
                                " WHERE hash = $1 AND seen_at_ms < $2";

static const char sql_close[] = "DELETE FROM session WHERE hash = $1";

static const char sql_end_all[] =
    "DELETE FROM session WHERE government = $1 AND account = $2 AND hash <> $3";

static struct db_value hash_value(const struct hash *hash)
{
    return DB_BLOB(((struct text){(const char *)hash->at, sizeof hash->at}));
}

struct hash session_hash(struct text key)
{
    return hash_of(key);
}

struct hash_text session_csrf(struct text key)
{
    struct hasher hasher;
    struct hash hash;

    hasher_init(&hasher);
    hasher_add(&hasher, TEXT("hadir csrf"));
    hasher_add(&hasher, key);
    hash = hasher_result(&hasher);
    return hash_text(&hash);
}

bool session_csrf_is(struct text key, struct text given)
{
    struct hash_text expected = session_csrf(key);
    struct hash expected_hash;
    struct hash given_hash;

    if (!hash_parse(given, &given_hash)) return false;
    if (!hash_parse(text_of(expected.s), &expected_hash)) return false;
    return hash_equal(&expected_hash, &given_hash);
}

/* ---- reading ---- */

static enum rc identify(const struct db_rows *rows, struct identity *out_identity)
{
    enum role role;
    struct account account = {
        .name = db_text(rows, 2),
        .agency = db_text(rows, 4),
        .person = db_text(rows, 5),
    };

    if (db_int(rows, 6) != 0 || !role_parse(db_text(rows, 3), &role)) return RC_UNAUTHENTICATED;
    account.role = (int)role;
    account_identify(&account, db_int(rows, 7) != 0, out_identity);
    return RC_OK;
}

enum rc session_find(struct db *db,
                     int government,
                     struct text key,
                     int64_t now_ms,
                     struct identity *out_identity,
                     struct session *out_session)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct session session = {.hash = session_hash(key)};
    struct identity identity;

    TRY(db_query(db, &rows, sql_find, hash_value(&session.hash), DB_INT(government),
                 DB_INT(now_ms)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_UNAUTHENTICATED : rows.rc;
    session.seen_at_ms = db_int(&rows, 0);
    session.expires_at_ms = db_int(&rows, 1);
    TRY(identify(&rows, &identity));
    TRY(db_done(&rows));
    *out_identity = identity;
    if (out_session) *out_session = session;
    return RC_OK;
}

/* ---- commands ---- */

static enum rc open_session(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct session_opening *opening = argument;
    struct hash hash = session_hash(text_of(opening->key.s));
    int64_t now_ms = ledger_now_ms(tx);

    (void)why;
    TRY(db_exec(ledger_db(tx), NULL, sql_sweep, DB_INT(now_ms)));
    TRY(db_exec(ledger_db(tx), NULL, sql_open, hash_value(&hash), DB_INT(ledger_government(tx)),
                DB_TEXT(opening->account), DB_TEXT(opening->address), DB_INT(now_ms),
                DB_INT(now_ms + SESSION_LIFE_MS)));
    opening->expires_at_ms = now_ms + SESSION_LIFE_MS;
    return RC_OK;
}

static enum rc close_session(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct hash *hash = argument;

    (void)why;
    return db_exec(ledger_db(tx), NULL, sql_close, hash_value(hash));
}

enum rc session_end_all(struct ledger_tx *tx,
                        struct text account,
                        const struct hash *keep,
                        int64_t *out_count)
{
    static const struct hash none;

    return db_exec(ledger_db(tx), out_count, sql_end_all, DB_INT(ledger_government(tx)),
                   DB_TEXT(account), hash_value(keep ? keep : &none));
}

static enum rc revoke(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct session_revocation *revocation = argument;

    (void)why;
    return session_end_all(tx, revocation->account, NULL, &revocation->count);
}

static enum rc touch(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct session *session = argument;

    (void)why;
    return db_exec(ledger_db(tx), NULL, sql_touch, hash_value(&session->hash),
                   DB_INT(session->seen_at_ms), DB_INT(session->seen_at_ms + SESSION_LIFE_MS));
}

static void touched(void *request, enum rc rc, const struct problem *why)
{
    (void)rc;
    (void)why;
    mem_free(request);
}

void session_touch(struct ledger *ledger, const struct session *session, int64_t now_ms)
{
    static const struct ledger_command touch_command = {
        .name = "session_touch", .whole = true, .apply = touch, .settle = touched};
    struct session *letter;

    if (now_ms - session->seen_at_ms < SESSION_TOUCH_MS) return;
    letter = mem_alloc(1, sizeof *letter);
    *letter = *session;
    letter->seen_at_ms = now_ms;
    if (ledger_submit(ledger, &touch_command, letter) != RC_OK) mem_free(letter);
}

const struct ledger_command session_open_command = {.name = "session_open", .apply = open_session};
const struct ledger_command session_close_command = {.name = "session_close",
                                                     .whole = true,
                                                     .apply = close_session};
const struct ledger_command session_revoke_command = {.name = "session_revoke",
                                                      .whole = true,
                                                      .apply = revoke};
