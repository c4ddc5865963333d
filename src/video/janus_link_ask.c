/* The link's questions to Janus, and whose answer comes. */
#include "base/clock.h"
#include "base/log.h"
#include "video/janus_link_private.h"

static void settle(struct janus_link *link,
                   struct waiting *place,
                   enum rc rc,
                   const struct janus_message *message)
{
    struct waiting settled = *place;

    *place = (struct waiting){0};
    while (link->waiting_count && !link->waiting[link->waiting_count - 1].answer) {
        link->waiting_count--;
    }
    settled.answer(link->options.owner, settled.context, rc, message);
}

void janus_link_settle_all(struct janus_link *link, int64_t before_ms)
{
    for (size_t i = 0; i < link->waiting_count; i++) {
        struct waiting *place = &link->waiting[i];

        if (place->answer && place->until_ms <= before_ms) {
            settle(link, place, RC_UNAVAILABLE, NULL);
        }
    }
}

/* ---- asking ---- */

static enum rc write_question(struct janus_link *link, const struct janus_question *question)
{
    CLEANUP(buf_done) struct buf text = {0};
    struct json_write json;

    buf_init(&text, WEBSOCKET_BYTES_MAX);
    json_write_init(&json, &text);
    json_write_object(&json, NULL);
    json_write_cstr(&json, "janus", question->janus);
    json_write_format(&json, "transaction", "%lld", (long long)link->asked);
    if (link->session) json_write_int(&json, "session_id", link->session);
    if (question->handle) json_write_int(&json, "handle_id", question->handle);
    if (strcmp(question->janus, "attach") == 0) {
        json_write_cstr(&json, "plugin", "janus.plugin.videoroom");
    }
    if (question->body.bytes) json_write_raw(&json, "body", question->body);
    if (question->candidate.bytes) json_write_raw(&json, "candidate", question->candidate);
    if (question->sdp.bytes) {
        json_write_object(&json, "jsep");
        json_write_cstr(&json, "type", question->sdp_type);
        json_write_text(&json, "sdp", question->sdp);
        json_write_end(&json);
    }
    json_write_end(&json);
    if (!json_write_ok(&json)) return RC_TOO_LARGE;
    return websocket_send(link->socket, buf_text(&text));
}

static struct waiting *free_place(struct janus_link *link)
{
    for (size_t i = 0; i < link->waiting_count; i++) {
        if (!link->waiting[i].answer) return &link->waiting[i];
    }
    if (link->waiting_count == JANUS_QUESTIONS_MAX) return NULL;
    return &link->waiting[link->waiting_count++];
}

static void hear_nothing(void *owner,
                         void *context,
                         enum rc rc,
                         const struct janus_message *message)
{
    (void)owner, (void)context, (void)rc, (void)message;
}

void janus_link_ask(struct janus_link *link, const struct janus_question *question)
{
    janus_answer *answer = question->answer ? question->answer : hear_nothing;
    struct waiting *place = link->socket ? free_place(link) : NULL;
    int64_t now_ms = clock_mono_ms();
    enum rc rc;

    if (!place) {
        rc = link->socket ? RC_TOO_MANY : RC_UNAVAILABLE;
        answer(link->options.owner, question->context, rc, NULL);
        return;
    }
    link->asked++;
    *place = (struct waiting){.answer = answer,
                              .context = question->context,
                              .number = link->asked,
                              .until_ms = now_ms + JANUS_ANSWER_MS_MAX,
                              .ack_is_all = question->ack_is_all};
    rc = write_question(link, question);
    if (rc == RC_TOO_LARGE) settle(link, place, rc, NULL);
    if (rc == RC_UNAVAILABLE) janus_link_give_up(link, "it closed the connection", now_ms);
}

/* ---- answers ---- */

static struct waiting *place_of(struct janus_link *link, struct text transaction)
{
    int64_t number = 0;

    if (!text_int(transaction, &number)) return NULL;
    for (size_t i = 0; i < link->waiting_count; i++) {
        if (link->waiting[i].answer && link->waiting[i].number == number) return &link->waiting[i];
    }
    return NULL;
}

static bool is_refusal(const struct janus_message *message)
{
    return janus_is(message, TEXT("error")) || message->plugindata.data.error_code != 0;
}

/* Long work is acknowledged first; its answer is an event that names the question. */
static void take_message(struct janus_link *link, const struct janus_message *message)
{
    struct waiting *place = place_of(link, message->transaction);

    if (!place) {
        link->options.told(link->options.owner, message);
    } else if (!janus_is(message, TEXT("ack")) || place->ack_is_all) {
        settle(link, place, is_refusal(message) ? RC_INVALID : RC_OK, message);
    }
}

enum rc janus_link_take_messages(struct janus_link *link)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    bool found = true;

    TRY(websocket_pump(link->socket));
    while (link->socket) {
        struct janus_message message = {0};
        struct text bytes = {0};

        TRY(websocket_next(link->socket, &found, &bytes));
        if (!found) return RC_OK;
        arena_reset(mem);
        if (janus_message_read(bytes, mem, &message) == RC_OK) {
            take_message(link, &message);
        } else {
            log_warn("a message of the video server cannot be read; ignoring it",
                     LOG_INT("bytes", bytes.bytes));
        }
    }
    return RC_OK;
}
