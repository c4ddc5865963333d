/* token.c - hadir token ...: machines and walls that may connect. */
#include "people/token.h"

#include "base/secret.h"
#include "cmd/command.h"
#include "cmd/listing.h"

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    COMMAND_FORMAT,
};
static const struct argument add_arguments[] = {
    ARGUMENT_WORD("NAME", ARGUMENT_TEXT, "What it is for: \"TPP of BPKAD\""),
    COMMAND_DATA,
    ARGUMENT_OPTION("role",
                    "ROLE",
                    ARGUMENT_CHOICE,
                    "machine (default) or wall",
                    .choices = "machine|wall"),
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "Over this agency and what lies below it"),
};
static const struct argument revoke_arguments[] = {
    ARGUMENT_WORD("ID", ARGUMENT_COUNT, "Its number in hadir token list"),
    COMMAND_DATA,
};

static const struct listing_column columns[] = {
    {"id", LISTING_NUMBER},    {"name", LISTING_FREE},        {"role", LISTING_PLAIN},
    {"agency", LISTING_PLAIN}, {"created_at", LISTING_PLAIN}, {"seen_at", LISTING_PLAIN},
};

static void list_instant(struct listing *listing, int64_t at_ms)
{
    listing_cstr(listing, at_ms ? instant_text(at_ms, 0).s : "");
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(listing_done) struct listing listing = {0};
    const struct token *tokens = NULL;
    size_t count = 0;
    enum rc rc = app_open_facts(context->app, &facts);

    if (rc == RC_OK) {
        rc = token_list(facts, context->app->government, -1, context->mem, &tokens, &count);
    }
    if (rc != RC_OK) return command_fail(context, rc, NULL);
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < count; i++) {
        listing_int(&listing, tokens[i].id);
        listing_text(&listing, tokens[i].name);
        listing_cstr(&listing, role_word((enum role)tokens[i].role));
        listing_text(&listing, tokens[i].agency);
        list_instant(&listing, tokens[i].created_at_ms);
        list_instant(&listing, tokens[i].seen_at_ms);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

/* The key alone on the last line, for scripts. */
static enum command_end run_add(struct command_context *context)
{
    const char *word = arguments_value(context->arguments, "role");
    enum role role = ROLE_MACHINE;
    struct token_creation creation = {
        .token = {.name = text_of(arguments_value(context->arguments, "NAME")),
                  .agency = text_of(arguments_value(context->arguments, "agency"))},
        .key = random_token(),
    };
    struct problem why = {0};
    enum rc rc;

    if (word) IGNORE(role_parse(text_of(word), &role), "one of the choices");
    creation.token.role = (int)role;
    rc = ledger_perform(context->app->ledger, &token_create_command, &creation, &why);
    if (rc == RC_OK) {
        fprintf(context->out, "id:   %lld\nkey:  %s\n", (long long)creation.token.id,
                creation.key.s);
        fprintf(context->err, "The key is shown this once.\n");
    }
    secret_wipe(&creation.key, sizeof creation.key);
    return command_finish(context, rc, &why);
}

static enum command_end run_revoke(struct command_context *context)
{
    struct token_revocation revocation = {.id = arguments_count(context->arguments, "ID", 0),
                                          .role = -1};
    struct problem why = {0};
    enum rc rc = ledger_perform(context->app->ledger, &token_revoke_command, &revocation, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%lld is revoked\n", (long long)revocation.id);
    return COMMAND_DONE;
}

const struct command command_token_list = {
    .name = "token list",
    .about = "List the machines and walls that may connect",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_token_add = {
    .name = "token add",
    .about = "Let a machine or a wall connect; prints its key once",
    .arguments = add_arguments,
    .argument_count = COUNT_OF(add_arguments),
    .need = COMMAND_FOLDER,
    .run = run_add,
};

const struct command command_token_revoke = {
    .name = "token revoke",
    .about = "Let it connect no more",
    .arguments = revoke_arguments,
    .argument_count = COUNT_OF(revoke_arguments),
    .need = COMMAND_FOLDER,
    .run = run_revoke,
};
