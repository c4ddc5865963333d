#include "devices/adms_store.h"

#include "attendance/terminal_report.h"
#include "base/json_write.h"
#include "people/fact.h"

static const char sql_stamp[] =
    "INSERT INTO terminal_stamp (government, serial, kind, stamp) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (government, serial, kind) DO UPDATE SET stamp = excluded.stamp";

static const char sql_stamps[] =
    "SELECT serial, kind, stamp FROM terminal_stamp WHERE government = $1";

static const char sql_report[] =
    "INSERT INTO terminal_report (government, serial, hash) VALUES ($1, $2, $3)"
    " ON CONFLICT DO NOTHING";

/* True when the terminal told this for the first time. */
static enum rc is_new(struct ledger_tx *tx,
                      struct text serial,
                      const struct hash *hash,
                      bool *out_new)
{
    int64_t changed = 0;

    TRY(db_exec(ledger_db(tx), &changed, sql_report, DB_INT(ledger_government(tx)), DB_TEXT(serial),
                DB_BLOB(((struct text){(const char *)hash->at, HASH_BYTES}))));
    *out_new = changed > 0;
    return RC_OK;
}

static enum rc put_report(struct ledger_tx *tx,
                          const struct adms_upload *upload,
                          const struct adms_report *report)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct terminal_report told = {.serial = upload->serial,
                                   .kind = text_of(report->kind),
                                   .received_at_ms = upload->batch.received_at_ms,
                                   .is_audit = report->is_audit,
                                   .row = report->row};
    bool fresh = false;

    TRY(is_new(tx, upload->serial, &report->hash, &fresh));
    if (!fresh) return RC_OK;
    buf_init(&body, ENTRY_BYTES_MAX);
    terminal_report_write(&told, &body);
    return ledger_append(tx, FACT_TERMINAL_REPORT, buf_text(&body), NULL);
}

static enum rc put_picture(struct ledger_tx *tx, const struct adms_upload *upload)
{
    const struct adms_picture *picture = &upload->picture;
    struct hash hash = hash_of(picture->bytes);
    CLEANUP(buf_done) struct buf body = {0};
    struct json_write json;
    bool fresh = false;

    TRY(is_new(tx, upload->serial, &hash, &fresh));
    if (!fresh) return RC_OK;
    buf_init(&body, ENTRY_BYTES_MAX);
    json_write_init(&json, &body);
    json_write_object(&json, NULL);
    json_write_text(&json, "serial", upload->serial);
    json_write_text(&json, "name", picture->name);
    json_write_text(&json, "pin", picture->pin);
    json_write_int(&json, "received_at_ms", upload->batch.received_at_ms);
    json_write_end(&json);
    return ledger_append_with(tx, FACT_PHOTO, buf_text(&body), picture->bytes, NULL);
}

static enum rc apply(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct adms_upload *upload = request;

    TRY(punch_batch_command.apply(tx, &upload->batch, why));
    for (size_t i = 0; i < upload->report_count; i++) {
        TRY(put_report(tx, upload, &upload->reports[i]));
    }
    if (upload->picture.bytes.bytes > 0) TRY(put_picture(tx, upload));
    if (upload->table > ADMS_TABLE_ERRORLOG || upload->stamp_is_stored) return RC_OK;
    return db_exec(ledger_db(tx), NULL, sql_stamp, DB_INT(ledger_government(tx)),
                   DB_TEXT(upload->serial), DB_INT(upload->table), DB_TEXT(upload->stamp));
}

static void settle(void *request, enum rc rc, const struct problem *why)
{
    struct adms_upload *upload = request;

    punch_batch_command.settle(&upload->batch, rc, why);
    if (upload->settled) upload->settled(upload, rc);
}

const struct ledger_command adms_upload_command = {.name = "upload",
                                                   .whole = true,
                                                   .apply = apply,
                                                   .settle = settle};

enum rc adms_store_stamps(struct db *facts,
                          int government,
                          adms_stamp_visitor *visit,
                          void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(facts, &rows, sql_stamps, DB_INT(government)));
    while (db_next(&rows)) {
        visit(visitor, db_text(&rows, 0), (enum adms_table)db_int(&rows, 1), db_text(&rows, 2));
    }
    return db_done(&rows);
}
