#include "attendance/derived_private.h"

static const char sql_add_refusal[] =
    "INSERT INTO refusal (government, position, terminal, reason, received_at_ms,"
    "                     mark_from, mark_to, key_high, key_low)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    " ON CONFLICT DO NOTHING";

static const char sql_refusals[] =
    "SELECT position, terminal, reason, received_at_ms, mark_from, mark_to, key_high, key_low"
    "  FROM refusal WHERE government = $1 AND position < $2"
    " ORDER BY position DESC LIMIT $3";

static const char sql_refusal_count[] = "SELECT count(*) FROM refusal WHERE government = $1";

static const char sql_add_report[] =
    "INSERT INTO report (government, position, serial, kind, received_at_ms, is_audit, row)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT DO NOTHING";

static const char sql_reports[] =
    "SELECT position, serial, kind, received_at_ms, is_audit, row"
    "  FROM report WHERE government = $1 AND position < $2 AND is_audit >= $3"
    " ORDER BY position DESC LIMIT $4";

/* ---- rows that could not be read ---- */

enum rc derived_add_refusal(struct derived *derived, const struct derived_refusal *refusal)
{
    return db_exec(derived->db, NULL, sql_add_refusal, DB_INT(derived->government),
                   DB_INT(refusal->position), DB_TEXT(refusal->terminal), DB_TEXT(refusal->reason),
                   DB_INT(refusal->received_at_ms), DB_INT(refusal->mark_from),
                   DB_INT(refusal->mark_to), DB_INT((int64_t)refusal->key.high),
                   DB_INT((int64_t)refusal->key.low));
}

enum rc derived_refusals(struct derived *derived,
                         int64_t before,
                         int64_t limit,
                         derived_refusal_visitor *visit,
                         void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_refusals, DB_INT(derived->government), DB_INT(before),
                 DB_INT(limit)));
    while (db_next(&rows)) {
        struct derived_refusal refusal = {
            .position = db_int(&rows, 0),
            .terminal = db_text(&rows, 1),
            .reason = db_text(&rows, 2),
            .received_at_ms = db_int(&rows, 3),
            .mark_from = db_int(&rows, 4),
            .mark_to = db_int(&rows, 5),
            .key = {(uint64_t)db_int(&rows, 6), (uint64_t)db_int(&rows, 7)},
        };

        visit(visitor, &refusal);
    }
    return db_done(&rows);
}

enum rc derived_refusal_count(struct derived *derived, int64_t *out_count)
{
    return db_get_int(derived->db, out_count, sql_refusal_count, DB_INT(derived->government));
}

/* ---- reports ---- */

enum rc derived_add_report(struct derived *derived, const struct terminal_report *report)
{
    return db_exec(derived->db, NULL, sql_add_report, DB_INT(derived->government),
                   DB_INT(report->position), DB_TEXT(report->serial), DB_TEXT(report->kind),
                   DB_INT(report->received_at_ms), DB_INT(report->is_audit), DB_TEXT(report->row));
}

enum rc derived_reports(struct derived *derived,
                        enum derived_reports which,
                        int64_t before,
                        int64_t limit,
                        derived_report_visitor *visit,
                        void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_reports, DB_INT(derived->government), DB_INT(before),
                 DB_INT(which == DERIVED_REPORTS_AUDIT), DB_INT(limit)));
    while (db_next(&rows)) {
        struct terminal_report report = {
            .position = db_int(&rows, 0),
            .serial = db_text(&rows, 1),
            .kind = db_text(&rows, 2),
            .received_at_ms = db_int(&rows, 3),
            .is_audit = db_int(&rows, 4) != 0,
            .row = db_text(&rows, 5),
        };

        visit(visitor, &report);
    }
    return db_done(&rows);
}
