#include "video/join_token.h"

#include "base/base64.h"
#include "base/json_read.h"
#include "base/random.h"

enum { NUMBER_BITS = 53 }; /* what a JSON number holds exactly */

/* What is signed. */
struct ticket {
    struct join_pass pass;
    int64_t number;
};

#define PASS_TEXT(member, most)                                                                \
    RECORD_NAMED(#member, struct ticket, pass.member, RECORD_IS_TEXT, .need = RECORD_REQUIRED, \
                 .maximum = (most), .about = "As told.")
#define PASS_INT(word, member)                                                        \
    RECORD_NAMED(word, struct ticket, member, RECORD_IS_INT, .need = RECORD_REQUIRED, \
                 .about = "As told.")

static const struct record_field ticket_fields[] = {
    PASS_TEXT(room, CODE_BYTES_MAX),
    PASS_TEXT(account, CODE_BYTES_MAX),
    PASS_TEXT(name, NAME_BYTES_MAX),
    PASS_TEXT(role, CODE_BYTES_MAX),
    PASS_TEXT(tag, CODE_BYTES_MAX),
    PASS_INT("expires", pass.expires_at_ms),
    PASS_INT("rights", pass.rights),
    PASS_INT("muted", pass.muted),
    RECORD_NAMED("waits",
                 struct ticket,
                 pass.waits,
                 RECORD_IS_BOOL,
                 .need = RECORD_REQUIRED,
                 .about = "As told."),
    PASS_INT("number", number),
};
static const struct record ticket_record = RECORD("JoinTicket", struct ticket, ticket_fields);

void join_door_init(struct join_door *door)
{
    *door = (struct join_door){.used_count = 0};
    random_bytes(&door->key, sizeof door->key);
}

bool join_pass_fits(const struct join_pass *pass)
{
    const struct ticket ticket = {*pass, 0};

    for (size_t i = 0; i < ticket_record.field_count; i++) {
        const struct record_field *field = &ticket_record.fields[i];
        const struct text *text = record_member(field, &ticket);

        if (field->kind != RECORD_IS_TEXT) continue;
        if (record_check_text(field, *text, NULL) != RC_OK) return false;
    }
    return true;
}

/* ---- making ---- */

static int64_t new_number(void)
{
    uint64_t number;

    random_bytes(&number, sizeof number);
    return (int64_t)(number >> (64 - NUMBER_BITS));
}

static struct text sign(const struct join_door *door, struct text said, struct arena *mem)
{
    struct hash signature = hash_keyed(&door->key, said);

    return arena_format(mem, TEXT_FORMAT ".%s", TEXT_ARGUMENT(said), hash_text(&signature).s);
}

struct text join_token_make(const struct join_door *door,
                            const struct join_pass *pass,
                            struct arena *mem)
{
    CLEANUP(buf_done) struct buf said = {0};
    CLEANUP(buf_done) struct buf encoded = {0};
    const struct ticket ticket = {*pass, new_number()};
    struct json_write json;

    buf_init(&said, JOIN_TOKEN_BYTES_MAX);
    buf_init(&encoded, JOIN_TOKEN_BYTES_MAX);
    json_write_init(&json, &said);
    record_write_json(&ticket_record, &ticket, (struct record_view){0}, &json, NULL);
    base64_add(&encoded, buf_text(&said));
    assert(json_write_ok(&json) && buf_ok(&encoded));
    return sign(door, buf_text(&encoded), mem);
}

/* ---- taking ---- */

static enum rc read_ticket(const struct join_door *door,
                           struct text token,
                           struct arena *mem,
                           struct ticket *out_ticket)
{
    struct text signature = token;
    struct text said = text_cut(&signature, '.');
    struct hash given, right = hash_keyed(&door->key, said);
    struct text body = {0};

    if (token.bytes > JOIN_TOKEN_BYTES_MAX + HASH_HEX_BYTES + 1) return RC_INVALID;
    if (!hash_parse(signature, &given) || !hash_equal(&given, &right)) return RC_INVALID;
    if (!base64_read(mem, said, &body)) return RC_INVALID;
    return json_read(&ticket_record, body, mem, out_ticket, NULL);
}

static void forget_expired(struct join_door *door, int64_t now_ms)
{
    size_t kept = 0;

    for (size_t i = 0; i < door->used_count; i++) {
        if (door->used[i].expires_at_ms > now_ms) door->used[kept++] = door->used[i];
    }
    door->used_count = kept;
}

static bool is_used(const struct join_door *door, int64_t number)
{
    for (size_t i = 0; i < door->used_count; i++) {
        if (door->used[i].number == number) return true;
    }
    return false;
}

enum rc join_token_take(struct join_door *door,
                        struct text token,
                        const struct join_pass *expected,
                        int64_t now_ms,
                        struct arena *mem,
                        struct join_pass *out_pass,
                        struct problem *why)
{
    struct ticket ticket;

    if (read_ticket(door, token, mem, &ticket) != RC_OK) {
        return problem_set(why, RC_FORBIDDEN, "this ticket into the room is not one of ours");
    }
    if (!text_equal(ticket.pass.room, expected->room)) {
        return problem_set(why, RC_FORBIDDEN, "this ticket is for another room");
    }
    if (!text_equal(ticket.pass.account, expected->account)) {
        return problem_set(why, RC_FORBIDDEN, "this ticket is somebody else's");
    }
    if (ticket.pass.expires_at_ms <= now_ms) {
        return problem_set(why, RC_FORBIDDEN, "this ticket has expired; ask for a new one");
    }
    forget_expired(door, now_ms);
    if (is_used(door, ticket.number)) {
        return problem_set(why, RC_FORBIDDEN, "this ticket was used already; ask for a new one");
    }
    if (door->used_count == JOIN_TOKENS_USED_MAX) return RC_TOO_MANY;
    door->used[door->used_count++] = (struct join_used){ticket.number, ticket.pass.expires_at_ms};
    *out_pass = ticket.pass;
    return RC_OK;
}
