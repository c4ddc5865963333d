/* Any bytes, read as a record with one field of each kind: refused or read,
 * and what was read is written and read again to the same. */
#include "base/json_read.h"
#include "base/limits.h"
#include "base/secret.h"

#include <stdlib.h>
#include <string.h>

struct item {
    struct text name;
    int64_t count;
};

struct whole {
    struct text line;
    struct text prose;
    int small;
    bool flag;
    struct day day;
    int from_second;
    int64_t at_ms;
    int choice;
    double real;
    struct secret secret;
    struct item one;
    struct record_list items;
    struct record_list words;
};

static const struct record_choice choices[] = {{"red", 1}, {"green", 2}, {NULL, 0}};

static const struct record_field item_fields[] = {
    RECORD_TEXT(struct item, name, RECORD_REQUIRED, 1, 20, .about = "A name."),
    RECORD_INT(struct item, count, RECORD_OPTIONAL, 0, 0, .about = "A number.", .absent = -1),
};
static const struct record item_record = RECORD("Item", struct item, item_fields);

static const struct record_field whole_fields[] = {
    RECORD_TEXT(struct whole, line, RECORD_NULLABLE, 0, 50, .about = "A line."),
    RECORD_PROSE(struct whole, prose, RECORD_OPTIONAL, 0, 500, .about = "Lines."),
    RECORD_INT(struct whole, small, RECORD_OPTIONAL, 0, 0, .about = "A number."),
    RECORD_BOOL(struct whole, flag, RECORD_OPTIONAL, .about = "Yes or no."),
    RECORD_DAY(struct whole, day, RECORD_NULLABLE, .about = "A day."),
    RECORD_TIME(struct whole, from, RECORD_OPTIONAL, .about = "A time."),
    RECORD_INSTANT(struct whole, at, RECORD_OPTIONAL, .about = "An instant."),
    RECORD_CHOICE(struct whole, choice, RECORD_OPTIONAL, choices, .about = "A colour."),
    RECORD_REAL(struct whole, real, RECORD_OPTIONAL, -90, 90, .about = "A latitude."),
    RECORD_SECRET(struct whole, secret, RECORD_OPTIONAL, 1, 99, .about = "A password."),
    RECORD_RECORD(struct whole, one, RECORD_OPTIONAL, &item_record, .about = "One."),
    RECORD_LIST(struct whole, items, RECORD_OPTIONAL, &item_record, 9, .about = "Some."),
    RECORD_TEXTS(struct whole, words, RECORD_OPTIONAL, 9, .about = "Words."),
};
static const struct record whole_record = RECORD("Whole", struct whole, whole_fields);

static void write_whole(const struct whole *whole, struct buf *to)
{
    struct json_write json;

    json_write_init(&json, to);
    record_write_json(&whole_record, whole, (struct record_view){RECORD_PRIVATE, 420}, &json, NULL);
    if (!json_write_ok(&json)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf once = {0};
    CLEANUP(buf_done) struct buf twice = {0};
    struct problem why = {0};
    struct whole whole, again;

    buf_init(&once, REPLY_BYTES_MAX);
    buf_init(&twice, REPLY_BYTES_MAX);
    if (json_read(&whole_record, (struct text){(const char *)data, bytes}, mem, &whole, &why) !=
        RC_OK) {
        if (why.rc == RC_OK) abort();
        return 0;
    }
    write_whole(&whole, &once);
    if (json_read(&whole_record, buf_text(&once), mem, &again, &why) != RC_OK) abort();
    write_whole(&again, &twice);
    if (!text_equal(buf_text(&once), buf_text(&twice))) abort();
    return 0;
}
