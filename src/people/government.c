#include "people/government.h"

#include "rules/zone.h"

static const char sql_founded[] = "SELECT count(*) FROM setting WHERE government = $1";

static struct setting setting_of(enum setting_key key, struct text value)
{
    struct setting setting = *setting_default(key);

    setting.value = value;
    return setting;
}

static enum rc found(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct government_founding *founding = argument;
    bool has_short = founding->short_name.bytes > 0;
    const struct setting settings[] = {
        setting_of(SETTING_GOVERNMENT_NAME, founding->name),
        setting_of(SETTING_GOVERNMENT_SHORT, has_short ? founding->short_name : founding->name),
        setting_of(SETTING_GOVERNMENT_ZONE, founding->zone),
    };
    struct setting_request request = {settings, COUNT_OF(settings)};
    struct account_creation creation = {
        .account = {.name = founding->admin, .role = ROLE_ADMIN},
        .hash = founding->hash,
    };
    int64_t founded = 0;

    TRY(db_get_int(ledger_db(tx), &founded, sql_founded, DB_INT(ledger_government(tx))));
    if (founded > 0) return problem_set(why, RC_CONFLICT, "there is a government here already");
    TRY(setting_command.apply(tx, &request, why));
    return account_create_command.apply(tx, &creation, why);
}

const struct ledger_command government_found_command = {.name = "government", .apply = found};

enum rc government_found(struct ledger *ledger,
                         struct government_founding *founding,
                         struct secret *out_password,
                         struct problem *why)
{
    CLEANUP(secret_done) struct secret password = {0};
    enum zone zone;

    if (!text_plain(founding->name) || founding->name.bytes == 0) {
        return problem_at(why, RC_INVALID, "name", "a government has a name");
    }
    if (!zone_parse(founding->zone, &zone)) {
        return problem_at(why, RC_INVALID, "zone", "the zone is WIB, WITA or WIT");
    }
    founding->zone = text_of(zone_word(zone));
    password_generate(&password);
    TRY(password_hash(&password, &founding->hash));
    TRY(ledger_perform(ledger, &government_found_command, founding, why));
    *out_password = password;
    return RC_OK;
}
