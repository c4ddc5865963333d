/* verify.c - hadir verify: is everything recorded as it was? */
#include "attendance/review.h"
#include "attendance/terminal_contact.h"
#include "cmd/command.h"
#include "cmd/progress.h"
#include "devices/terminal_order.h"
#include "devices/verify_table.h"
#include "documents/document.h"
#include "inspection/act.h"
#include "inspection/delegation.h"
#include "inspection/figure.h"
#include "inspection/inspection.h"
#include "inspection/name_reading.h"
#include "ledger/chain.h"
#include "people/account.h"
#include "people/agency.h"
#include "people/decree.h"
#include "people/enrolment.h"
#include "people/fact_verify.h"
#include "people/leave_period.h"
#include "people/own_pattern.h"
#include "people/person.h"
#include "people/roster.h"
#include "people/setting.h"
#include "people/token.h"

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

/* Everything that stands in a table beside the log. */
static const struct fact_table *const tables[] = {
    &agency_fact,       &person_fact,
    &posting_fact,      &enrolment_fact,
    &leave_period_fact, &roster_fact,
    &decree_fact,       &setting_fact,
    &own_pattern_fact,  &account_fact,
    &token_fact,        &review_fact,
    &terminal_fact,     &terminal_placement_fact,
    &order_fact,        &order_answer_fact,
    &verify_row_fact,   &terminal_contact_fact,
    &inspection_fact,   &inspection_member_fact,
    &act_fact,          &figure_fact,
    &delegation_fact,   &document_fact,
    &signing_key_fact,  &name_reading_fact,
};

struct findings {
    struct chain_report chain;
    struct fact_verification tables;
};

static enum rc verify_chain(struct command_context *context,
                            struct db *facts,
                            struct chain_report *out_report,
                            struct problem *why)
{
    struct reading reading = {.total = ledger_position(context->app->ledger)};
    enum rc rc;

    progress_begin(&reading.progress, context->err, context->is_terminal, "verifying");
    rc = chain_verify(facts, context->app->government, show, &reading, out_report, why);
    progress_end(&reading.progress);
    return rc;
}

/* All of one moment, while a server may go on writing. */
static enum rc verify(struct command_context *context,
                      struct findings *out_findings,
                      struct problem *why)
{
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(db_rollback) struct db_tx view = {0};
    const struct app *app = context->app;

    TRY(app_open_facts(app, &facts));
    TRY(db_begin_read(facts, &view));
    TRY(verify_chain(context, facts, &out_findings->chain, why));
    return fact_verify(facts, app->government, app->lane, tables, COUNT_OF(tables), context->mem,
                       &out_findings->tables);
}

static void print_chain(struct command_context *context, const struct chain_report *report)
{
    fprintf(context->out, "facts     %lld, in %lld batches of %lld lanes\n",
            (long long)report->facts, (long long)report->batches, (long long)report->lanes);
    fprintf(context->out, "contents  %lld, of which %lld were erased\n",
            (long long)report->contents, (long long)report->erased);
    fprintf(context->out, "head      %s\n", hash_text(&report->head).s);
    fprintf(context->out, "The chain holds: nothing that was recorded has been altered.\n");
}

/* Readers believe the tables, so one that differs is as bad as a broken chain. */
static enum command_end print_tables(struct command_context *context,
                                     const struct fact_verification *found)
{
    if (found->differences == 0) {
        fprintf(context->out, "The %lld rows of %zu tables are as the log says.\n",
                (long long)found->rows, COUNT_OF(tables));
        return COMMAND_DONE;
    }
    fprintf(context->err, "%s: %lld rows of the tables are not as the log says\n",
            context->arguments->usage->command, (long long)found->differences);
    for (size_t i = 0; i < found->told_count; i++) {
        fprintf(context->err, "  " TEXT_FORMAT "\n", TEXT_ARGUMENT(found->told[i]));
    }
    if (found->differences > (int64_t)found->told_count) {
        fprintf(context->err, "  ... and %lld more\n",
                (long long)found->differences - (long long)found->told_count);
    }
    return COMMAND_CHECK_FAILED;
}

static enum command_end run(struct command_context *context)
{
    struct findings findings = {0};
    struct problem why = {0};
    enum rc rc = verify(context, &findings, &why);

    if (rc == RC_CONFLICT) {
        IGNORE(command_fail(context, rc, &why), "a failed check has an end of its own");
        return COMMAND_CHECK_FAILED;
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    print_chain(context, &findings.chain);
    return print_tables(context, &findings.tables);
}

const struct command command_verify = {
    .name = "verify",
    .about = "Check the chain over everything that was recorded, and the tables against it",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
