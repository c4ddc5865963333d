#include "people/wall_code.h"

#include <stdio.h>

static const char sql_sweep[] = "DELETE FROM wall_code WHERE expires_at_ms <= $1";

static const char sql_waiting[] = "SELECT count(*) FROM wall_code WHERE government = $1";

static const char sql_shown[] =
    "SELECT count(*) FROM wall_code WHERE government = $1 AND code = $2";

static const char sql_ask[] = "INSERT INTO wall_code (hash, government, code, expires_at_ms, token)"
                              " VALUES ($1, $2, $3, $4, 0)";

static const char sql_accept[] = "UPDATE wall_code SET token = $3"
                                 " WHERE government = $1 AND code = $2 AND token = 0";

static const char sql_token[] = "SELECT token FROM wall_code WHERE hash = $1 AND government = $2";

static const char sql_forget[] = "DELETE FROM wall_code WHERE hash = $1";

enum { DRAWS_MAX = 50, CODES = 1000000 };

static struct db_value hash_value(const struct hash *hash)
{
    return DB_BLOB(((struct text){(const char *)hash->at, sizeof hash->at}));
}

static enum rc sweep(struct ledger_tx *tx)
{
    return db_exec(ledger_db(tx), NULL, sql_sweep, DB_INT(ledger_now_ms(tx)));
}

/* Six digits that no other wall shows now. */
static enum rc draw(struct ledger_tx *tx, struct wall_code_asking *asking)
{
    for (int i = 0; i < DRAWS_MAX; i++) {
        int64_t shown = 0;

        snprintf(asking->code, sizeof asking->code, "%06u", random_below(CODES) % CODES);
        TRY(db_get_int(ledger_db(tx), &shown, sql_shown, DB_INT(ledger_government(tx)),
                       DB_CSTR(asking->code)));
        if (shown == 0) return RC_OK;
    }
    return RC_TOO_MANY;
}

static enum rc ask(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct wall_code_asking *asking = argument;
    struct hash hash = hash_of(text_of(asking->secret.s));
    int64_t waiting = 0;

    TRY(sweep(tx));
    TRY(db_get_int(ledger_db(tx), &waiting, sql_waiting, DB_INT(ledger_government(tx))));
    if (waiting >= WALL_CODES_MAX) {
        return problem_set(why, RC_TOO_MANY, "too many walls wait to be accepted");
    }
    TRY(draw(tx, asking));
    asking->expires_at_ms = ledger_now_ms(tx) + WALL_CODE_LIFE_MS;
    return db_exec(ledger_db(tx), NULL, sql_ask, hash_value(&hash), DB_INT(ledger_government(tx)),
                   DB_CSTR(asking->code), DB_INT(asking->expires_at_ms));
}

static enum rc accept_wall(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct wall_code_acceptance *acceptance = argument;
    int64_t accepted = 0;

    TRY(sweep(tx));
    acceptance->token.role = ROLE_WALL;
    TRY(token_record_new(tx, &acceptance->token, why));
    TRY(db_exec(ledger_db(tx), &accepted, sql_accept, DB_INT(ledger_government(tx)),
                DB_TEXT(acceptance->code), DB_INT(acceptance->token.id)));
    if (accepted > 0) return RC_OK;
    return problem_at(why, RC_NOT_FOUND, "code", "no wall shows these digits now");
}

static enum rc claim(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct wall_code_claim *request = argument;
    struct hash hash = hash_of(request->secret);
    int64_t token = 0;

    (void)why;
    request->accepted = false;
    TRY(sweep(tx));
    TRY(db_get_int(ledger_db(tx), &token, sql_token, hash_value(&hash),
                   DB_INT(ledger_government(tx))));
    if (token == 0) return RC_OK;
    TRY(token_give_key(tx, token, text_of(request->key.s)));
    TRY(db_exec(ledger_db(tx), NULL, sql_forget, hash_value(&hash)));
    request->accepted = true;
    return RC_OK;
}

const struct ledger_command wall_code_ask_command = {.name = "wall_code_ask", .apply = ask};
const struct ledger_command wall_code_accept_command = {.name = "wall_code_accept",
                                                        .apply = accept_wall};
const struct ledger_command wall_code_claim_command = {.name = "wall_code_claim", .apply = claim};
