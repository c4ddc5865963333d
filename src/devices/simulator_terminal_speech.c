#include "base/day.h"
#include "devices/adms_reply.h"
#include "devices/simulator_request.h"
#include "devices/simulator_terminal_private.h"

#include <stdio.h>

static void speak_rows(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    CLEANUP(buf_done) struct buf body = {0};
    const struct simulator_world *world = terminal->world;
    size_t waiting = terminal->count - terminal->head;
    size_t most = terminal->is_backlog ? world->backlog_rows : world->live_rows;

    (void)now_ms;
    terminal->sent = waiting < most ? waiting : most;
    buf_init(&body, ADMS_POST_BYTES_MAX);
    for (size_t i = 0; i < terminal->sent; i++) {
        const struct simulator_row *row = &terminal->rows[terminal->head + i];

        simulator_row_add(row, &body);
        if (row->damage) continue;
        simulator_receipts_sent(world->receipts, simulator_row_key(row, terminal->profile->serial));
    }
    simulator_request_post(terminal->world, terminal->profile->serial, out, "/iclock/cdata",
                           "&table=ATTLOG&Stamp=9999", buf_text(&body));
}

static void speak_handshake(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    (void)now_ms;
    simulator_request_get(
        terminal->world, terminal->profile->serial, out, "/iclock/cdata",
        "&options=all&pushver=2.4.1&DeviceType=att&language=73&PushOptionsFlag=1");
    terminal->world->figures->handshakes++;
}

static void speak_options(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    CLEANUP(buf_done) struct buf body = {0};
    const struct simulator_profile *profile = terminal->profile;

    (void)now_ms;
    buf_init(&body, SIMULATOR_RESULT_BYTES_MAX);
    buf_format(&body,
               "~DeviceName=" TEXT_FORMAT ",FWVersion=" TEXT_FORMAT
               ",PushVersion=Ver 2.4.1,IPAddress=127.0.0.1,~OEMVendor=HADIR CO., LTD.,"
               "~PIN2Width=24,~MaxAttLogCount=20,UserCount=%d,TransactionCount=%zu",
               TEXT_ARGUMENT(profile->model), TEXT_ARGUMENT(profile->firmware), profile->people,
               terminal->count);
    simulator_request_post(terminal->world, terminal->profile->serial, out, "/iclock/cdata",
                           "&table=options", buf_text(&body));
}

static void speak_oplog(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    CLEANUP(buf_done) struct buf body = {0};

    buf_init(&body, SIMULATOR_RESULT_BYTES_MAX);
    buf_format(&body, "OPLOG 0\t\t%s\t0\t0\t0\t0\t\n",
               moment_text(simulator_terminal_moment(terminal, now_ms)).s);
    simulator_request_post(terminal->world, terminal->profile->serial, out, "/iclock/cdata",
                           "&table=OPERLOG&OpStamp=9999", buf_text(&body));
}

static void speak_poll(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    char query[128] = "";

    if (!terminal->has_told_info) {
        IGNORE(snprintf(query, sizeof query, "&INFO=%s,%d,0,%zu,127.0.0.1,10,7,0,0,111",
                        "Ver%201.0", terminal->profile->people, terminal->count),
               "bounded by its numbers");
    }
    terminal->has_told_info = true;
    terminal->poll_at_ms = now_ms + terminal->poll_ms;
    simulator_request_get(terminal->world, terminal->profile->serial, out, "/iclock/getrequest",
                          query);
    terminal->world->figures->polls++;
}

static void speak_results(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    (void)now_ms;
    simulator_request_post(terminal->world, terminal->profile->serial, out, "/iclock/devicecmd", "",
                           buf_text(&terminal->results));
}

enum simulator_speech simulator_terminal_next_speech(const struct simulator_terminal *terminal,
                                                     int64_t now_ms)
{
    if (terminal->phase == PHASE_BOOT) return SPEECH_HANDSHAKE;
    if (terminal->phase == PHASE_OPTIONS) return SPEECH_OPTIONS;
    if (terminal->phase == PHASE_OPLOG) return SPEECH_OPLOG;
    if (terminal->results.bytes) return SPEECH_RESULTS;
    if (now_ms >= terminal->poll_at_ms) return SPEECH_POLL;
    return SPEECH_ROWS;
}

typedef void write_speech(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out);

static write_speech *const speeches[] = {
    [SPEECH_HANDSHAKE] = speak_handshake, [SPEECH_OPTIONS] = speak_options,
    [SPEECH_OPLOG] = speak_oplog,         [SPEECH_ROWS] = speak_rows,
    [SPEECH_RESULTS] = speak_results,     [SPEECH_POLL] = speak_poll,
};

void simulator_terminal_write(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    assert(terminal->speech != SPEECH_NONE);
    speeches[terminal->speech](terminal, now_ms, out);
}
