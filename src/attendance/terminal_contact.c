#include "attendance/terminal_contact.h"

#include "base/json_read.h"
#include "base/json_write.h"

enum { BODY_BYTES_MAX = 1024 };

static const char sql_contact[] =
    "INSERT INTO terminal_contact (government, serial, from_ms, to_ms) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (government, serial, from_ms) DO UPDATE SET"
    "  to_ms = CASE WHEN excluded.to_ms > terminal_contact.to_ms THEN excluded.to_ms"
    "               ELSE terminal_contact.to_ms END";

static const char sql_every[] =
    "SELECT 0, 0, 0, 0, serial, from_ms, to_ms FROM terminal_contact WHERE government = $1";

static const struct record_field contact_fields[] = {
    RECORD_TEXT(struct terminal_contact, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_INT(struct terminal_contact, from_ms, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct terminal_contact, to_ms, RECORD_REQUIRED, 0, INT64_MAX),
};
static const struct record contact_record =
    RECORD("Contact", struct terminal_contact, contact_fields);

const struct fact_table terminal_contact_fact = {FACT_CONTACT, &contact_record, NULL, sql_every};

bool terminal_contact_read(struct text body,
                           struct arena *mem,
                           struct terminal_contact *out_contact)
{
    struct terminal_contact contact;

    if (json_read(&contact_record, body, mem, &contact, NULL) != RC_OK) return false;
    if (contact.from_ms > contact.to_ms) return false;
    *out_contact = contact;
    return true;
}

static enum rc put_contact(struct ledger_tx *tx, const struct terminal_contact *contact)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct json_write json;

    assert(contact->from_ms <= contact->to_ms);
    buf_init(&body, BODY_BYTES_MAX);
    json_write_init(&json, &body);
    json_write_object(&json, NULL);
    json_write_text(&json, "serial", contact->serial);
    json_write_int(&json, "from_ms", contact->from_ms);
    json_write_int(&json, "to_ms", contact->to_ms);
    json_write_end(&json);
    TRY(ledger_append(tx, FACT_CONTACT, buf_text(&body), NULL));
    return db_exec(ledger_db(tx), NULL, sql_contact, DB_INT(ledger_government(tx)),
                   DB_TEXT(contact->serial), DB_INT(contact->from_ms), DB_INT(contact->to_ms));
}

static enum rc apply_contacts(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct terminal_contacts *contacts = request;

    (void)why;
    for (size_t i = 0; i < contacts->count; i++) {
        TRY(put_contact(tx, &contacts->contacts[i]));
    }
    return RC_OK;
}

static void settle_contacts(void *request, enum rc rc, const struct problem *why)
{
    struct terminal_contacts *contacts = request;

    (void)why;
    if (contacts->settled) contacts->settled(contacts, rc);
}

const struct ledger_command terminal_contact_command = {.name = "terminal_contact",
                                                        .whole = true,
                                                        .apply = apply_contacts,
                                                        .settle = settle_contacts};
