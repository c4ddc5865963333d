/* adms_store.h - one upload of a terminal, stored as a whole.
 *
 * Punches, unreadable rows, reports and a picture of one request, and the
 * stamp that came with them, enter the ledger in one command: when the terminal
 * gets its OK, all of it is on the disk, and the stamp can never be ahead.
 *
 * Memory    An upload and all it points to stay the sender's until settled.
 * Threads   The command: the ledger's thread.  adms_store_stamps: any, on its
 *           own connection.
 * Errors    RC_UNAVAILABLE: nothing was stored, the terminal sends again. */
#pragma once

#include "attendance/punch_book.h"
#include "devices/adms_reply.h"

/* A row of OPERLOG, BIODATA, IDCARD or ERRORLOG, without what is sealed. */
struct adms_report {
    const char *kind; /* adms_record_word */
    struct text row;  /* redacted */
    struct hash hash; /* of the row as it came */
    bool is_audit;    /* touches the evidence itself: clock set, records deleted */
};

struct adms_picture {
    struct text name;
    struct text pin;
    struct text bytes;
};

struct adms_upload {
    struct text serial;
    enum adms_table table;
    struct text stamp;    /* empty: none came */
    bool stamp_is_stored; /* it came with an earlier upload: it need not be written */
    struct punch_batch batch;
    const struct adms_report *reports;
    size_t report_count;
    struct adms_picture picture; /* bytes empty: none */
    void (*settled)(struct adms_upload *upload, enum rc rc);
    void *owner;
};

extern const struct ledger_command adms_upload_command;

/* The stamps of every terminal, for the beginning. */
typedef void adms_stamp_visitor(void *visitor,
                                struct text serial,
                                enum adms_table table,
                                struct text stamp);
enum rc adms_store_stamps(struct db *facts,
                          int government,
                          adms_stamp_visitor *visit,
                          void *visitor) NODISCARD;
