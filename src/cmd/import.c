/* import.c - hadir import: registers and punches from files. */
#include "people/import.h"

#include "cmd/command.h"
#include "cmd/progress.h"
#include "cmd/punch_file.h"

#include <string.h>

enum { PUNCHES_A_BATCH = 4000 };

static const struct argument arguments[] = {
    ARGUMENT_WORD("KIND",
                  ARGUMENT_CHOICE,
                  "What the file holds",
                  .choices = "agencies|people|calendar|leave|roster|punches"),
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "A CSV file; docs/operating.md lists the columns"),
    COMMAND_DATA,
    ARGUMENT_FLAG("dry-run", "Check and report only, record nothing"),
    ARGUMENT_FLAG("skip-bad", "Record the good rows although others are refused"),
};

struct import {
    struct command_context *context;
    struct csv *csv;
    struct app_view view;
    struct progress progress;
    enum import_kind kind; /* of a register */
    struct import_report report;
    int64_t repeated; /* punches that were known */
};

static void import_done(struct import *import)
{
    progress_end(&import->progress);
    app_view_close(&import->view);
    csv_close(&import->csv);
}

static bool is_given(const struct import *import, const char *flag)
{
    return arguments_has(import->context->arguments, flag);
}

static void show(void *owner, size_t done, size_t total)
{
    struct progress *progress = owner;

    progress_show(progress, (int64_t)done, (int64_t)total);
}

/* ---- registers ---- */

static bool knows_pattern(const void *patterns, struct text code)
{
    return pattern_is_known(patterns, code);
}

static enum rc import_register(struct import *import, struct problem *why)
{
    const struct app *app = import->context->app;
    int64_t now = moment_at(app_now_ms(app), import->view.picture->directory->offset_minutes);
    struct import_options options = {
        .kind = import->kind,
        .government = app->government,
        .ledger = is_given(import, "dry-run") ? NULL : app->ledger,
        .reader = import->view.facts,
        .choice = is_given(import, "skip-bad") ? IMPORT_SKIP_BAD : IMPORT_ALL_OR_NOTHING,
        .dry_run = is_given(import, "dry-run"),
        .effective_from = moment_day(now),
        .progress = show,
        .progress_owner = &import->progress,
        .pattern_known = knows_pattern,
        .pattern_owner = &import->view.picture->patterns,
    };

    return import_file(&options, import->csv, import->context->mem, &import->report, why);
}

/* ---- punches ---- */

static enum rc record_punches(struct import *import,
                              const struct punch_file *file,
                              int64_t received_at_ms,
                              struct problem *why)
{
    struct app *app = import->context->app;

    for (size_t at = 0; at < file->count;) {
        size_t left = file->count - at;
        struct punch_batch batch = {.book = app->punches,
                                    .punches = file->punches + at,
                                    .count = left < PUNCHES_A_BATCH ? left : PUNCHES_A_BATCH,
                                    .received_at_ms = received_at_ms};

        TRY(ledger_perform(app->ledger, &punch_batch_command, &batch, why));
        import->report.fresh += (int64_t)batch.stored;
        import->report.unchanged += (int64_t)batch.repeated;
        at += batch.count;
        progress_show(&import->progress, (int64_t)at, (int64_t)file->count);
    }
    return RC_OK;
}

static enum rc import_punches(struct import *import, struct problem *why)
{
    const struct app *app = import->context->app;
    int64_t received_at_ms = app_now_ms(app);
    struct import_report *report = &import->report;
    struct verify_table verify = {0};
    struct punch_file_options options = {import->view.picture, &verify, received_at_ms};
    struct punch_file file;

    TRY(verify_table_load(import->view.facts, app->government, import->context->mem, &verify));
    TRY(punch_file_read(import->csv, &options, import->context->mem, &file, why));
    report->read = (int64_t)file.rows;
    report->refused = (int64_t)file.refused;
    report->findings = file.findings;
    report->finding_count = file.finding_count;
    report->findings_left = (int64_t)(file.refused - file.finding_count);
    if (is_given(import, "dry-run")) return RC_OK;
    if (file.refused > 0 && !is_given(import, "skip-bad")) return RC_INVALID;
    TRY(record_punches(import, &file, received_at_ms, why));
    report->written = true;
    return RC_OK;
}

/* ---- the report ---- */

static void print_findings(const struct import *import)
{
    const struct import_report *report = &import->report;

    for (size_t i = 0; i < report->finding_count; i++) {
        const struct import_finding *finding = &report->findings[i];

        fprintf(import->context->out, "line %lld%s%s: %s: " TEXT_FORMAT "\n",
                (long long)finding->row, finding->column[0] ? ", " : "", finding->column,
                finding->refused ? "refused" : "warning", TEXT_ARGUMENT(finding->english));
    }
    if (report->findings_left > 0) {
        fprintf(import->context->out, "... and %lld more\n", (long long)report->findings_left);
    }
}

/* By the file's instant, because the right file may come with the same letter. */
static void print_way_back(const struct import *import)
{
    int offset_minutes = import->view.picture->directory->offset_minutes;

    fprintf(import->context->out, "To take it back: hadir leave withdraw --recorded %s\n",
            instant_text(import->report.recorded_at_ms, offset_minutes).s);
}

static void print_report(const struct import *import)
{
    const struct import_report *report = &import->report;

    print_findings(import);
    fprintf(import->context->out,
            "%lld rows: %lld new, %lld changed, %lld as they were, %lld refused, %lld warnings\n",
            (long long)report->read, (long long)report->fresh, (long long)report->changed,
            (long long)report->unchanged, (long long)report->refused, (long long)report->warnings);
    if (!report->written) fprintf(import->context->out, "Nothing was recorded.\n");
    if (import->kind == IMPORT_KIND_LEAVE && report->recorded_at_ms) print_way_back(import);
}

/* ---- all kinds ---- */

static enum rc import_any(struct import *import, struct problem *why)
{
    struct command_context *context = import->context;
    const char *kind = arguments_value(context->arguments, "KIND");
    const char *file = command_path(context, arguments_value(context->arguments, "FILE"));
    TRY(csv_open(file, &import->csv, why));
    TRY(app_view_open(context->app, AS_OF_NOW, &import->view, why));
    progress_begin(&import->progress, context->err, context->is_terminal, kind);
    if (import_kind_parse(text_of(kind), &import->kind)) return import_register(import, why);
    return import_punches(import, why);
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(import_done) struct import import = {.context = context};
    struct problem why = {0};
    enum rc rc = import_any(&import, &why);
    bool reported = rc == RC_OK || import.report.refused > 0;

    progress_end(&import.progress);
    if (reported) print_report(&import);
    if (rc == RC_OK) {
        return import.report.refused > 0 && !is_given(&import, "skip-bad") ? COMMAND_REFUSED
                                                                           : COMMAND_DONE;
    }
    return reported && !why.text[0] ? command_end_of(rc) : command_fail(context, rc, &why);
}

const struct command command_import = {
    .name = "import",
    .about = "Read agencies, people, leave, holidays, shifts or punches from a CSV file",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
