#include "people/leave_change.h"

#include "base/mem.h"
#include "db/record_sql.h"
#include "people/rows.h"

#include <string.h>

static const char sql_versions[] =
    "SELECT number, kind, first_day, last_day, reference, author, withdrawn,"
    "       recorded_at_ms, log_position, lane"
    "  FROM leave_period WHERE government = $1"
    " ORDER BY number, kind, first_day, tick, lane, log_position";

static const char sql_versions_of[] =
    "SELECT number, kind, first_day, last_day, reference, author, withdrawn,"
    "       recorded_at_ms, log_position, lane"
    "  FROM leave_period WHERE government = $1 AND number = $2"
    " ORDER BY number, kind, first_day, tick, lane, log_position";

static const char sql_last[] =
    "SELECT lane, log_position FROM leave_period"
    " WHERE government = $1 AND number = $2 AND kind = $3 AND first_day = $4"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

/* ---- listing ---- */

static bool is_same_key(const struct leave_period *a, const struct leave_period *b)
{
    return text_equal(a->number, b->number) && a->kind == b->kind && day_equal(a->from, b->from);
}

static bool is_selected(const struct leave_selection *selection,
                        const struct leave_version *version)
{
    const struct leave_period *period = &version->period;

    if (period->withdrawn != selection->withdrawn) return false;
    if (selection->reference.bytes && !text_equal(selection->reference, period->reference)) {
        return false;
    }
    if (!day_is_none(selection->from) && day_compare(period->to, selection->from) < 0) return false;
    if (!day_is_none(selection->to) && day_compare(period->from, selection->to) > 0) return false;
    return selection->recorded_at_ms == 0 || selection->recorded_at_ms == version->recorded_at_ms;
}

struct list {
    const struct leave_selection *selection;
    struct rows kept; /* struct leave_version: the last one may still be replaced */
    bool is_open;     /* the last one's key goes on */
};

/* Nothing follows the last version of its key: keep it or not. */
static void close_key(struct list *list)
{
    struct leave_version *versions = list->kept.at;

    if (list->is_open && !is_selected(list->selection, &versions[list->kept.count - 1])) {
        list->kept.count--;
    }
    list->is_open = false;
}

static void add_version(struct list *list, const struct leave_version *version)
{
    struct leave_version *versions = list->kept.at;
    struct leave_version *last = list->is_open ? &versions[list->kept.count - 1] : NULL;

    if (last && is_same_key(&last->period, &version->period)) {
        struct leave_period before = last->period;

        *last = *version;
        last->had_before = !before.withdrawn;
        last->before = before;
        return;
    }
    close_key(list);
    last = rows_add(&list->kept, sizeof *last);
    *last = *version;
    list->is_open = true;
}

static enum rc read_versions(struct db_rows *rows, struct arena *mem, struct list *list)
{
    while (db_next(rows)) {
        struct leave_version version = {
            .recorded_at_ms = db_int(rows, 7),
            .position = db_int(rows, 8),
            .lane = (int)db_int(rows, 9),
        };

        record_sql_read(rows, 0, &leave_period_record, mem, &version.period);
        add_version(list, &version);
    }
    close_key(list);
    return db_done(rows);
}

static void list_done(struct list *list)
{
    rows_done(&list->kept);
}

enum rc leave_list(struct db *db,
                   int government,
                   const struct leave_selection *selection,
                   struct arena *mem,
                   const struct leave_version **out_versions,
                   size_t *out_count)
{
    CLEANUP(list_done) struct list list = {.selection = selection};
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct leave_version *versions;

    if (selection->number.bytes) {
        TRY(db_query(db, &rows, sql_versions_of, DB_INT(government), DB_TEXT(selection->number)));
    } else {
        TRY(db_query(db, &rows, sql_versions, DB_INT(government)));
    }
    TRY(read_versions(&rows, mem, &list));
    versions = arena_array(mem, struct leave_version, list.kept.count + 1);
    if (list.kept.count) memcpy(versions, list.kept.at, list.kept.count * sizeof *versions);
    *out_versions = versions;
    *out_count = list.kept.count;
    return RC_OK;
}

/* ---- changing ---- */

struct leave_period leave_changed(const struct leave_change *change,
                                  const struct leave_version *version)
{
    bool restores = change->kind == LEAVE_TAKE_BACK && version->had_before;
    struct leave_period period = restores ? version->before : version->period;

    period.withdrawn = !restores;
    period.author = change->author;
    return period;
}

static enum rc check_unchanged(struct ledger_tx *tx,
                               const struct leave_version *version,
                               struct problem *why)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    const struct leave_period *period = &version->period;
    bool same;

    TRY(db_query(ledger_db(tx), &rows, sql_last, DB_INT(ledger_government(tx)),
                 DB_TEXT(period->number), DB_CSTR(leave_word((enum leave)period->kind)),
                 DB_TEXT(text_of(day_text(period->from).s))));
    same = db_next(&rows) && db_int(&rows, 0) == version->lane &&
           db_int(&rows, 1) == version->position;
    TRY(db_done(&rows));
    if (same && !period->withdrawn) return RC_OK;
    return problem_at(why, RC_CONFLICT, "number",
                      "the leave of " TEXT_FORMAT " from %s changed meanwhile",
                      TEXT_ARGUMENT(period->number), day_text(period->from).s);
}

static enum rc change(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(mem_release) struct leave_period *periods = NULL;
    struct leave_change *request = argument;

    periods = mem_alloc(request->count, sizeof *periods);
    for (size_t i = 0; i < request->count; i++) {
        TRY(check_unchanged(tx, &request->versions[i], why));
        periods[i] = leave_changed(request, &request->versions[i]);
    }
    request->recorded_at_ms = ledger_now_ms(tx);
    return fact_record(tx, &leave_period_fact, periods, request->count, NULL);
}

const struct ledger_command leave_change_command = {.name = "leave_change", .apply = change};
