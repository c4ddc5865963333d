/* verify.c - hadir verify: is everything recorded as it was? */
#include "cmd/command.h"
#include "cmd/progress.h"
#include "ledger/chain.h"

static const struct argument arguments[] = {COMMAND_DATA};

struct reading {
    struct progress progress;
    int64_t total;
};

static void show(void *owner, int64_t facts)
{
    struct reading *reading = owner;

    progress_show(&reading->progress, facts, reading->total);
}

static enum rc verify(struct command_context *context,
                      struct chain_report *out_report,
                      struct problem *why)
{
    CLEANUP(db_close) struct db *facts = NULL;
    struct reading reading = {.total = ledger_position(context->app->ledger)};
    enum rc rc;

    TRY(app_open_facts(context->app, &facts));
    progress_begin(&reading.progress, context->err, context->is_terminal, "verifying");
    rc = chain_verify(facts, context->app->government, show, &reading, out_report, why);
    progress_end(&reading.progress);
    return rc;
}

static enum command_end run(struct command_context *context)
{
    struct chain_report report = {0};
    struct problem why = {0};
    enum rc rc = verify(context, &report, &why);

    if (rc == RC_CONFLICT) {
        IGNORE(command_fail(context, rc, &why), "a failed check has an end of its own");
        return COMMAND_CHECK_FAILED;
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "facts     %lld, in %lld batches of %lld lanes\n",
            (long long)report.facts, (long long)report.batches, (long long)report.lanes);
    fprintf(context->out, "contents  %lld, of which %lld were erased\n", (long long)report.contents,
            (long long)report.erased);
    fprintf(context->out, "head      %s\n", hash_text(&report.head).s);
    fprintf(context->out, "The chain holds: nothing that was recorded has been altered.\n");
    return COMMAND_DONE;
}

const struct command command_verify = {
    .name = "verify",
    .about = "Check the chain over everything that was recorded",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
