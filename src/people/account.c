#include "people/account.h"

#include "base/limits.h"
#include "db/record_sql.h"
#include "people/agency.h"
#include "people/rows.h"
#include "people/session.h"

#include <string.h>

static_assert((int)CODE_BYTES_MAX <= (int)IDENTITY_NAME_BYTES, "names fit into an identity");
static_assert((int)PERSON_NUMBER_BYTES_MAX <= (int)IDENTITY_NAME_BYTES,
              "numbers fit into an identity");

static const char sql_insert[] =
    "INSERT INTO account (government, recorded_at_ms, lane, log_position, tick,"
    "   name, role, agency, person, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       name, role, agency, person, author, withdrawn"
                                "  FROM account WHERE government = $1";

static const char sql_latest[] = "SELECT name, role, agency, person, author, withdrawn"
                                 "  FROM account WHERE government = $1 AND name = $2"
                                 " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

static const char sql_all[] = "SELECT name, role, agency, person, author, withdrawn"
                              "  FROM account WHERE government = $1"
                              " ORDER BY name, tick, lane, log_position";

static const char sql_password[] =
    "SELECT hash, must_change FROM account_password WHERE government = $1 AND account = $2";

static const char sql_set_password[] =
    "INSERT INTO account_password (government, account, hash, must_change, changed_at_ms)"
    " VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (government, account) DO UPDATE"
    "   SET hash = excluded.hash, must_change = excluded.must_change,"
    "       changed_at_ms = excluded.changed_at_ms";

static const char sql_drop_password[] =
    "DELETE FROM account_password WHERE government = $1 AND account = $2";

const struct record_choice role_choices[] = {
#define ROLE(name, word, label, permissions) {word, ROLE_##name},
#include "people/role.def"
#undef ROLE
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct account,
                name,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "NIP or user name."),
    RECORD_CHOICE(struct account,
                  role,
                  RECORD_REQUIRED,
                  role_choices,
                  .about = "What the account may do."),
    RECORD_TEXT(struct account,
                agency,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Over which agency and all below it; none is the whole government."),
    RECORD_TEXT(struct account,
                person,
                RECORD_OPTIONAL,
                0,
                PERSON_NUMBER_BYTES_MAX,
                .about = "The number of the person who uses it."),
    FACT_AUTHOR(struct account, "The account that made or changed it."),
    FACT_WITHDRAWN(struct account, "True once it is closed."),
};

const struct record account_record = RECORD("Account", struct account, fields);

const struct fact_table account_fact = {FACT_ACCOUNT, &account_record, sql_insert, sql_every};

/* ---- reading ---- */

enum rc account_find(struct db *db,
                     int government,
                     struct text name,
                     struct arena *mem,
                     struct account *out_account)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct account account;

    TRY(db_query(db, &rows, sql_latest, DB_INT(government), DB_TEXT(name)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    record_sql_read(&rows, 0, &account_record, mem, &account);
    TRY(db_done(&rows));
    if (account.withdrawn) return RC_NOT_FOUND;
    *out_account = account;
    return RC_OK;
}

enum rc account_list(struct db *db,
                     int government,
                     struct arena *mem,
                     const struct account **out_accounts,
                     size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    CLEANUP(rows_done) struct rows read = {0};
    struct account *accounts;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_all, DB_INT(government)));
    while (db_next(&rows)) {
        struct account *last = read.at;

        if (read.count == 0 || !text_equal(last[read.count - 1].name, db_text(&rows, 0))) {
            last = rows_add(&read, sizeof *last);
        } else {
            last = &last[read.count - 1];
        }
        record_sql_read(&rows, 0, &account_record, mem, last);
    }
    TRY(db_done(&rows));
    accounts = arena_array(mem, struct account, read.count + 1);
    for (size_t i = 0; i < read.count; i++) {
        const struct account *account = (const struct account *)read.at + i;

        if (!account->withdrawn) accounts[count++] = *account;
    }
    *out_accounts = accounts;
    *out_count = count;
    return RC_OK;
}

static void keep_name(char (*to)[IDENTITY_NAME_BYTES + 1], struct text name)
{
    assert(name.bytes <= IDENTITY_NAME_BYTES);
    memset(*to, 0, sizeof *to);
    if (name.bytes > 0) memcpy(*to, name.at, name.bytes);
}

void account_identify(const struct account *account,
                      bool must_change_password,
                      struct identity *out_identity)
{
    *out_identity = (struct identity){
        .kind = IDENTITY_ACCOUNT,
        .role = (enum role)account->role,
        .must_change_password = must_change_password,
    };
    keep_name(&out_identity->name, account->name);
    keep_name(&out_identity->agency, account->agency);
    keep_name(&out_identity->person, account->person);
}

static enum rc read_password(struct db *db,
                             int government,
                             struct text name,
                             struct password_hash *out_hash,
                             bool *out_must_change)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    *out_hash = (struct password_hash){{0}};
    TRY(db_query(db, &rows, sql_password, DB_INT(government), DB_TEXT(name)));
    if (db_next(&rows)) {
        struct text hash = db_text(&rows, 0);

        if (hash.bytes < sizeof out_hash->s) memcpy(out_hash->s, hash.at, hash.bytes);
        *out_must_change = db_int(&rows, 1) != 0;
    }
    return db_done(&rows);
}

enum rc account_sign_in(struct db *db,
                        int government,
                        struct text name,
                        const struct secret *password,
                        struct identity *out_identity)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct password_hash hash = {{0}};
    struct account account = {.withdrawn = true};
    bool must_change = true;
    enum rc found = account_find(db, government, name, mem, &account);

    if (found != RC_OK && found != RC_NOT_FOUND) return found;
    if (found == RC_OK) TRY(read_password(db, government, name, &hash, &must_change));
    if (!password_is(password, &hash)) return RC_UNAUTHENTICATED;
    account_identify(&account, must_change, out_identity);
    return RC_OK;
}

/* ---- commands ---- */

static enum rc check_account(struct ledger_tx *tx,
                             const struct account *account,
                             struct problem *why)
{
    enum rc rc = RC_OK;

    TRY(record_check_text(&fields[0], account->name, why));
    for (size_t i = 0; i < account->name.bytes; i++) {
        if (!strchr(" /:\"'<>", account->name.at[i])) continue;
        return problem_at(why, RC_INVALID, "name", "a name has no blanks and none of / : \" ' < >");
    }
    if (account->agency.bytes == 0) return RC_OK;
    rc = agency_require(ledger_db(tx), ledger_government(tx), account->agency);
    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, RC_INVALID, "agency", "there is no such agency");
}

static enum rc set_password(struct ledger_tx *tx,
                            struct text name,
                            const struct password_hash *hash,
                            bool must_change)
{
    assert(hash->s[0]);
    return db_exec(ledger_db(tx), NULL, sql_set_password, DB_INT(ledger_government(tx)),
                   DB_TEXT(name), DB_CSTR(hash->s), DB_INT(must_change), DB_INT(ledger_now_ms(tx)));
}

static enum rc create(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct account_creation *creation = argument;
    struct account taken;
    enum rc rc;

    TRY(check_account(tx, &creation->account, why));
    rc = account_find(ledger_db(tx), ledger_government(tx), creation->account.name, mem, &taken);
    if (rc == RC_OK) return problem_at(why, RC_CONFLICT, "name", "this name is taken");
    if (rc != RC_NOT_FOUND) return rc;
    TRY(fact_record(tx, &account_fact, &creation->account, 1, NULL));
    return set_password(tx, creation->account.name, &creation->hash, true);
}

static bool governs_all(const struct account *account)
{
    return account->role == ROLE_ADMIN && account->agency.bytes == 0 && !account->withdrawn;
}

/* Somebody must remain who can let others in. */
static enum rc keep_an_admin(struct ledger_tx *tx,
                             struct arena *mem,
                             const struct account *changed,
                             struct problem *why)
{
    const struct account *accounts = NULL;
    size_t count = 0;

    if (governs_all(changed)) return RC_OK;
    TRY(account_list(ledger_db(tx), ledger_government(tx), mem, &accounts, &count));
    for (size_t i = 0; i < count; i++) {
        if (governs_all(&accounts[i]) && !text_equal(accounts[i].name, changed->name)) return RC_OK;
    }
    return problem_set(why, RC_CONFLICT, "the last administrator stays administrator");
}

static enum rc change(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct account *changed = argument;
    struct account before;

    TRY(account_find(ledger_db(tx), ledger_government(tx), changed->name, mem, &before));
    TRY(check_account(tx, changed, why));
    TRY(keep_an_admin(tx, mem, changed, why));
    TRY(fact_record(tx, &account_fact, changed, 1, NULL));
    TRY(session_end_all(tx, changed->name, NULL, NULL));
    if (!changed->withdrawn) return RC_OK;
    return db_exec(ledger_db(tx), NULL, sql_drop_password, DB_INT(ledger_government(tx)),
                   DB_TEXT(changed->name));
}

static enum rc change_password(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct account_password *request = argument;
    struct account account;

    (void)why;
    TRY(account_find(ledger_db(tx), ledger_government(tx), request->name, mem, &account));
    TRY(set_password(tx, request->name, &request->hash, request->must_change));
    return session_end_all(tx, request->name, request->keep, NULL);
}

const struct ledger_command account_create_command = {.name = "account_create", .apply = create};
const struct ledger_command account_change_command = {.name = "account_change", .apply = change};
const struct ledger_command account_password_command = {.name = "account_password",
                                                        .apply = change_password};
