/* user.c - hadir user ...: who may sign in.
 *
 * A password is never an argument, where other users of the machine could read
 * it: one is made and shown once, or read from standard input. */
#include "base/secret.h"
#include "cmd/command.h"
#include "cmd/founding.h"
#include "cmd/listing.h"
#include "people/account.h"

#include <string.h>

#define ROLE_OPTION                                                                                      \
    ARGUMENT_OPTION(                                                                                     \
        "role", "ROLE", ARGUMENT_CHOICE,                                                                 \
        "admin, kominfo, bkpsdm, leader, delegate, sidak_team, head, deputy, operator, listener, staff", \
        .required = true,                                                                                \
        .choices =                                                                                       \
            "admin|kominfo|bkpsdm|leader|delegate|sidak_team|head|deputy|operator|listener|staff")
#define NAME_WORD  ARGUMENT_WORD("NAME", ARGUMENT_TEXT, "NIP or user name")
#define STDIN_FLAG ARGUMENT_FLAG("password-stdin", "Read the password from standard input")

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    COMMAND_FORMAT,
};
static const struct argument add_arguments[] = {
    NAME_WORD,
    COMMAND_DATA,
    ROLE_OPTION,
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "Over this agency and what lies below it"),
    ARGUMENT_OPTION("person", "NUMBER", ARGUMENT_TEXT, "Whose account it is"),
    STDIN_FLAG,
};
static const struct argument passwd_arguments[] = {NAME_WORD, COMMAND_DATA, STDIN_FLAG};
static const struct argument remove_arguments[] = {NAME_WORD, COMMAND_DATA};

/* ---- passwords ---- */

static enum rc read_password(FILE *in, struct secret *out_password, struct problem *why)
{
    char line[PASSWORD_BYTES_MAX + 2] = {0};
    bool given = fgets(line, sizeof line, in) != NULL;
    enum rc rc = secret_take(out_password, text_trim(text_of(line)));

    secret_wipe(line, sizeof line);
    if (given && rc == RC_OK) return RC_OK;
    return problem_set(why, RC_INVALID, "no password on standard input, or a longer one than %d",
                       PASSWORD_BYTES_MAX);
}

/* One that was given and may be used, or one that is made. */
static enum rc choose_password(struct command_context *context,
                               struct secret *out_password,
                               struct password_hash *out_hash,
                               struct problem *why)
{
    struct text name = text_of(arguments_value(context->arguments, "NAME"));

    if (arguments_has(context->arguments, "password-stdin")) {
        TRY(read_password(context->in, out_password, why));
        TRY(password_check(out_password, name, why));
    } else {
        password_generate(out_password);
    }
    return password_hash(out_password, out_hash);
}

static void tell(struct command_context *context, const struct secret *password)
{
    const char *name = arguments_value(context->arguments, "NAME");

    if (arguments_has(context->arguments, "password-stdin")) {
        fprintf(context->out, "%s may sign in\n", name);
    } else {
        founding_print(context->out, name, password);
    }
}

/* ---- add ---- */

/* A scope that does not exist would lock its account out of everything. */
static enum rc check_scope(struct command_context *context,
                           const struct account *account,
                           struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const struct directory *directory;

    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    directory = view.picture->directory;
    if (account->agency.bytes && directory_find_agency(directory, account->agency) == NONE) {
        return problem_at(why, RC_NOT_FOUND, "agency",
                          "there is no agency with the code \"" TEXT_FORMAT "\"",
                          TEXT_ARGUMENT(account->agency));
    }
    if (account->person.bytes && directory_find_person(directory, account->person) == NONE) {
        return problem_at(why, RC_NOT_FOUND, "person", "nobody has the number " TEXT_FORMAT,
                          TEXT_ARGUMENT(account->person));
    }
    return RC_OK;
}

static enum rc add(struct command_context *context,
                   struct secret *out_password,
                   struct problem *why)
{
    const struct arguments *given = context->arguments;
    enum role role = ROLE_STAFF;
    struct account_creation creation = {
        .account = {.name = text_of(arguments_value(given, "NAME")),
                    .agency = text_of(arguments_value(given, "agency")),
                    .person = text_of(arguments_value(given, "person"))},
    };

    IGNORE(role_parse(text_of(arguments_value(given, "role")), &role), "one of the choices");
    creation.account.role = (int)role;
    TRY(check_scope(context, &creation.account, why));
    TRY(choose_password(context, out_password, &creation.hash, why));
    return ledger_perform(context->app->ledger, &account_create_command, &creation, why);
}

static enum command_end run_add(struct command_context *context)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct problem why = {0};
    enum rc rc = add(context, &password, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    tell(context, &password);
    return COMMAND_DONE;
}

/* ---- passwd ---- */

static enum command_end run_passwd(struct command_context *context)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct account_password change = {
        .name = text_of(arguments_value(context->arguments, "NAME")),
        .must_change = !arguments_has(context->arguments, "password-stdin"),
    };
    struct problem why = {0};
    enum rc rc = choose_password(context, &password, &change.hash, &why);

    if (rc == RC_OK) {
        rc = ledger_perform(context->app->ledger, &account_password_command, &change, &why);
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    tell(context, &password);
    return COMMAND_DONE;
}

/* ---- remove ---- */

static enum command_end run_remove(struct command_context *context)
{
    CLEANUP(db_close) struct db *facts = NULL;
    struct text name = text_of(arguments_value(context->arguments, "NAME"));
    struct account account;
    struct problem why = {0};
    enum rc rc = app_open_facts(context->app, &facts);

    if (rc == RC_OK) {
        rc = account_find(facts, context->app->government, name, context->mem, &account);
    }
    if (rc == RC_NOT_FOUND) {
        rc = problem_set(&why, rc, "there is no account " TEXT_FORMAT, TEXT_ARGUMENT(name));
    }
    if (rc == RC_OK) {
        account.withdrawn = true;
        account.author = TEXT("");
        rc = ledger_perform(context->app->ledger, &account_change_command, &account, &why);
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " may sign in no more\n", TEXT_ARGUMENT(name));
    return COMMAND_DONE;
}

/* ---- list ---- */

static const struct listing_column columns[] = {
    {"name", LISTING_FREE},
    {"role", LISTING_PLAIN},
    {"agency", LISTING_PLAIN},
    {"person", LISTING_PLAIN},
};

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(listing_done) struct listing listing = {0};
    const struct account *accounts = NULL;
    size_t count = 0;
    enum rc rc = app_open_facts(context->app, &facts);

    if (rc == RC_OK) {
        rc = account_list(facts, context->app->government, context->mem, &accounts, &count);
    }
    if (rc != RC_OK) return command_fail(context, rc, NULL);
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < count; i++) {
        listing_text(&listing, accounts[i].name);
        listing_cstr(&listing, role_word((enum role)accounts[i].role));
        listing_text(&listing, accounts[i].agency);
        listing_text(&listing, accounts[i].person);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

const struct command command_user_list = {
    .name = "user list",
    .about = "List the accounts",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_user_add = {
    .name = "user add",
    .about = "Make an account with a one-time password",
    .arguments = add_arguments,
    .argument_count = COUNT_OF(add_arguments),
    .need = COMMAND_FOLDER,
    .run = run_add,
};

const struct command command_user_passwd = {
    .name = "user passwd",
    .about = "Give an account a new password and end its sessions",
    .arguments = passwd_arguments,
    .argument_count = COUNT_OF(passwd_arguments),
    .need = COMMAND_FOLDER,
    .run = run_passwd,
};

const struct command command_user_remove = {
    .name = "user remove",
    .about = "Withdraw an account and end its sessions",
    .arguments = remove_arguments,
    .argument_count = COUNT_OF(remove_arguments),
    .need = COMMAND_FOLDER,
    .run = run_remove,
};
