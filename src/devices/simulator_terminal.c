#include "devices/simulator_terminal.h"

#include "base/day.h"
#include "base/mem.h"
#include "devices/adms_reply.h"
#include "devices/simulator_request.h"

#include <stdio.h>
#include <string.h>

enum { MS_PER_SECOND = 1000, PERMILLE = 1000 };
enum {
    POLL_MS = 30 * MS_PER_SECOND, /* before the server has said otherwise */
    ERROR_MS = 30 * MS_PER_SECOND,
    OFFSET_MINUTES_MAX = 14 * 60,
    RESULT_BYTES_MAX = 64 * 1024,
    FIRST_ROWS = 16,
};

/* splitmix64: the same fleet does the same every time. */
static uint64_t next_random(struct simulator_terminal *terminal)
{
    uint64_t number = terminal->random += 0x9e3779b97f4a7c15u;

    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

static bool happens(struct simulator_terminal *terminal, int permille)
{
    return permille > 0 && next_random(terminal) % PERMILLE < (uint64_t)permille;
}

void simulator_terminal_init(struct simulator_terminal *terminal,
                             const struct simulator_profile *profile,
                             const struct simulator_world *world)
{
    *terminal = (struct simulator_terminal){
        .profile = profile,
        .world = world,
        .keeps_history = profile->reboot_count > 0,
        .may_push = true,
        .offset_minutes = profile->offset_minutes,
        .poll_ms = POLL_MS,
        .error_ms = ERROR_MS,
        .random = text_hash(profile->serial),
    };
    buf_init(&terminal->results, RESULT_BYTES_MAX);
}

void simulator_terminal_done(struct simulator_terminal *terminal)
{
    mem_free(terminal->rows);
    terminal->rows = NULL;
    buf_done(&terminal->results);
}

static void check(const struct simulator_terminal *terminal)
{
    assert(terminal->head <= terminal->count && terminal->count <= terminal->capacity);
    assert(terminal->sent <= terminal->count - terminal->head);
    assert(terminal->sent == 0 || terminal->speech == SPEECH_ROWS);
}

static void violate(const struct simulator_terminal *terminal, const char *what, struct text body)
{
    struct simulator_figures *figures = terminal->world->figures;

    if (figures->violations++) return;
    if (body.bytes > 40) body.bytes = 40;
    IGNORE(snprintf(figures->violation, sizeof figures->violation, "%s: " TEXT_FORMAT, what,
                    TEXT_ARGUMENT(body)),
           "what does not fit is cut");
}

static void keep_row(struct simulator_terminal *terminal, const struct simulator_row *row)
{
    if (terminal->count == terminal->capacity) {
        terminal->capacity = terminal->capacity ? terminal->capacity * 2 : FIRST_ROWS;
        terminal->rows = mem_resize(terminal->rows, terminal->capacity, sizeof *terminal->rows);
    }
    terminal->rows[terminal->count++] = *row;
}

/* A punch, and now and then a row nobody can read behind it. */
static void make_row(struct simulator_terminal *terminal, const struct simulator_row *row)
{
    struct simulator_row bad = *row;

    keep_row(terminal, row);
    terminal->world->figures->made++;
    if (!happens(terminal, terminal->profile->bad_permille)) return;
    bad.damage = (uint8_t)(1 + next_random(terminal) % (ROW_DAMAGES - 1));
    keep_row(terminal, &bad);
}

/* The terminal's own wall clock, wrong by its error. */
static int64_t wall_clock(const struct simulator_terminal *terminal, int64_t now_ms)
{
    return moment_at(now_ms + terminal->profile->clock_error_ms, terminal->offset_minutes);
}

/* When a row of the feed was made: the screen showed its time. */
static int64_t feed_at_ms(const struct simulator_terminal *terminal, size_t index)
{
    int64_t moment = terminal->profile->feed[index].moment;

    return instant_of_moment(moment, terminal->offset_minutes) - terminal->profile->clock_error_ms;
}

void simulator_terminal_make(struct simulator_terminal *terminal, int64_t now_ms)
{
    const struct simulator_profile *profile = terminal->profile;
    uint64_t person = terminal->made++ % (uint64_t)profile->people;
    int64_t moment = wall_clock(terminal, now_ms);
    struct simulator_row row = {.status = profile->status, .verify = profile->verify};

    /* The same person twice in a second would be one punch to the server. */
    if (moment < terminal->latest_moment) moment = terminal->latest_moment;
    if (person == 0 && moment == terminal->latest_moment) moment++;
    terminal->latest_moment = moment;
    row.moment = moment;
    IGNORE(snprintf(row.pin, sizeof row.pin, "%lld", (long long)(profile->pin + (int64_t)person)),
           "a number fits");
    make_row(terminal, &row);
}

static bool is_offline(const struct simulator_terminal *terminal, int64_t now_ms)
{
    for (size_t i = 0; i < terminal->profile->offline_count; i++) {
        const struct simulator_period *period = &terminal->profile->offline[i];

        if (now_ms >= period->from_at_ms && now_ms < period->to_at_ms) return true;
    }
    return false;
}

static void boot(struct simulator_terminal *terminal)
{
    terminal->phase = PHASE_BOOT;
    terminal->has_told_info = false;
    terminal->silent_until_ms = 0;
}

void simulator_terminal_wait(struct simulator_terminal *terminal, int64_t now_ms)
{
    const struct simulator_profile *profile = terminal->profile;
    bool offline = !terminal->is_stopping && is_offline(terminal, now_ms);
    size_t before = terminal->feed_next;

    while (!terminal->is_stopping && terminal->feed_next < profile->feed_count &&
           feed_at_ms(terminal, terminal->feed_next) <= now_ms) {
        make_row(terminal, &profile->feed[terminal->feed_next++]);
    }
    if (terminal->phase == PHASE_BOOT && terminal->feed_next > before) terminal->is_backlog = true;
    while (terminal->reboot_next < profile->reboot_count &&
           profile->reboots_at_ms[terminal->reboot_next] <= now_ms) {
        terminal->reboot_next++;
        boot(terminal);
    }
    if (terminal->was_offline && !offline) {
        terminal->is_backlog = true;
        boot(terminal);
    }
    terminal->was_offline = offline;
    check(terminal);
}

bool simulator_terminal_is_due(const struct simulator_terminal *terminal, int64_t now_ms)
{
    if (terminal->speech != SPEECH_NONE || terminal->was_offline) return false;
    if (now_ms < terminal->silent_until_ms) return false;
    if (terminal->phase != PHASE_LIVE || terminal->results.bytes) return true;
    if (terminal->may_push && terminal->head < terminal->count) return true;
    return now_ms >= terminal->poll_at_ms;
}

size_t simulator_terminal_waiting(const struct simulator_terminal *terminal)
{
    return terminal->count - terminal->head;
}

size_t simulator_terminal_undue(const struct simulator_terminal *terminal)
{
    return terminal->is_stopping ? 0 : terminal->profile->feed_count - terminal->feed_next;
}

void simulator_terminal_stop(struct simulator_terminal *terminal)
{
    terminal->is_stopping = true;
}

static void speak_rows(struct simulator_terminal *terminal, struct buf *out)
{
    CLEANUP(buf_done) struct buf body = {0};
    const struct simulator_world *world = terminal->world;
    size_t waiting = terminal->count - terminal->head;
    size_t most = terminal->is_backlog ? world->backlog_rows : world->live_rows;

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

static void speak_handshake(struct simulator_terminal *terminal, struct buf *out)
{
    simulator_request_get(
        terminal->world, terminal->profile->serial, out, "/iclock/cdata",
        "&options=all&pushver=2.4.1&DeviceType=att&language=73&PushOptionsFlag=1");
    terminal->world->figures->handshakes++;
}

static void speak_options(struct simulator_terminal *terminal, struct buf *out)
{
    CLEANUP(buf_done) struct buf body = {0};
    const struct simulator_profile *profile = terminal->profile;

    buf_init(&body, RESULT_BYTES_MAX);
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

    buf_init(&body, RESULT_BYTES_MAX);
    buf_format(&body, "OPLOG 0\t\t%s\t0\t0\t0\t0\t\n", moment_text(wall_clock(terminal, now_ms)).s);
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

static enum simulator_speech next_speech(const struct simulator_terminal *terminal, int64_t now_ms)
{
    if (terminal->phase == PHASE_BOOT) return SPEECH_HANDSHAKE;
    if (terminal->phase == PHASE_OPTIONS) return SPEECH_OPTIONS;
    if (terminal->phase == PHASE_OPLOG) return SPEECH_OPLOG;
    if (terminal->results.bytes) return SPEECH_RESULTS;
    if (now_ms >= terminal->poll_at_ms) return SPEECH_POLL;
    return SPEECH_ROWS;
}

bool simulator_terminal_speak(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    assert(simulator_terminal_is_due(terminal, now_ms));

    terminal->speech = next_speech(terminal, now_ms);
    terminal->world->figures->requests++;
    switch (terminal->speech) {
    case SPEECH_HANDSHAKE:
        speak_handshake(terminal, out);
        break;
    case SPEECH_OPTIONS:
        speak_options(terminal, out);
        break;
    case SPEECH_OPLOG:
        speak_oplog(terminal, now_ms, out);
        break;
    case SPEECH_ROWS:
        speak_rows(terminal, out);
        break;
    case SPEECH_RESULTS:
        simulator_request_post(terminal->world, terminal->profile->serial, out, "/iclock/devicecmd",
                               "", buf_text(&terminal->results));
        break;
    case SPEECH_POLL:
    case SPEECH_NONE:
        speak_poll(terminal, now_ms, out);
        break;
    }
    check(terminal);
    return terminal->speech == SPEECH_ROWS && happens(terminal, terminal->profile->torn_permille);
}

static void obey_transfers(struct simulator_terminal *terminal, struct text value)
{
    terminal->may_push = false;
    while (value.at) {
        struct text word = text_trim(text_cut(&value, '\t'));

        if (text_ends(word, TEXT("AttLog"))) terminal->may_push = true;
    }
}

static void obey_delay(struct simulator_terminal *terminal, struct text value)
{
    int64_t seconds = 0;

    if (text_int(value, &seconds) && seconds > 0 && seconds < SECONDS_PER_DAY) {
        terminal->poll_ms = seconds * MS_PER_SECOND;
    }
}

static void obey_error_delay(struct simulator_terminal *terminal, struct text value)
{
    int64_t seconds = 0;

    if (text_int(value, &seconds) && seconds > 0 && seconds < SECONDS_PER_DAY) {
        terminal->error_ms = seconds * MS_PER_SECOND;
    }
}

/* Up to 60 they are hours, beyond it minutes. */
static void obey_zone(struct simulator_terminal *terminal, struct text value)
{
    enum { HOUR = 60 };
    int64_t number = 0;

    if (!text_int(value, &number) || number < -MINUTES_PER_DAY || number > MINUTES_PER_DAY) return;
    if (number >= -HOUR && number <= HOUR) number *= HOUR;
    if (number >= -OFFSET_MINUTES_MAX && number <= OFFSET_MINUTES_MAX) {
        terminal->offset_minutes = (int)number;
    }
}

static void obey_stamp(struct simulator_terminal *terminal, struct text value)
{
    int64_t number = 0;

    if (!text_int(value, &number) || number != 0) return;
    terminal->is_backlog = terminal->is_backlog || terminal->head > 0;
    terminal->head = 0;
}

/* One line of the handshake's reply. */
static void obey_option(struct simulator_terminal *terminal, struct text key, struct text value)
{
    static const struct {
        struct text key;
        void (*obey)(struct simulator_terminal *terminal, struct text value);
    } options[] = {
        {TEXT_INIT("TransFlag"), obey_transfers},    {TEXT_INIT("Delay"), obey_delay},
        {TEXT_INIT("ErrorDelay"), obey_error_delay}, {TEXT_INIT("TimeZone"), obey_zone},
        {TEXT_INIT("ATTLOGStamp"), obey_stamp},
    };

    for (size_t i = 0; i < COUNT_OF(options); i++) {
        if (text_equal(key, options[i].key)) options[i].obey(terminal, text_trim(value));
    }
}

static void hear_handshake(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    struct text rest = body;

    if (!text_starts(body, TEXT("GET OPTION FROM: "))) {
        violate(terminal, "the handshake's reply lists no options", body);
        simulator_terminal_lose(terminal, now_ms);
        return;
    }
    while (rest.at) {
        struct text value = text_cut(&rest, '\n');
        struct text key = text_cut(&value, '=');

        if (value.at) obey_option(terminal, text_trim(key), value);
    }
    terminal->phase = PHASE_OPTIONS;
    terminal->poll_at_ms = now_ms;
}

/* The rows that were sent are acknowledged: forget them, or send them again. */
static void settle_rows(struct simulator_terminal *terminal)
{
    struct simulator_figures *figures = terminal->world->figures;

    for (size_t i = 0; i < terminal->sent; i++) {
        const struct simulator_row *row = &terminal->rows[terminal->head + i];

        figures->acknowledged++;
        if (row->damage) {
            figures->bad++;
        } else {
            simulator_receipts_acknowledged(terminal->world->receipts,
                                            simulator_row_key(row, terminal->profile->serial));
        }
    }
    if (happens(terminal, terminal->profile->duplicate_permille)) {
        figures->repeated += terminal->sent;
    } else {
        terminal->head += terminal->sent;
    }
    terminal->sent = 0;
    if (terminal->head < terminal->count) return;
    terminal->is_backlog = false;
    if (!terminal->keeps_history) terminal->head = terminal->count = 0;
}

static void hear_rows(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    struct text count = body;
    int64_t number = -1;

    if (!text_equal(text_cut(&count, ':'), TEXT("OK")) || !text_int(text_trim(count), &number) ||
        number != (int64_t)terminal->sent) {
        violate(terminal, "rows are not acknowledged by their number", body);
        simulator_terminal_lose(terminal, now_ms);
        return;
    }
    settle_rows(terminal);
}

static void obey_command(struct simulator_terminal *terminal, struct text id, struct text words)
{
    struct text first = words;
    struct text verb = text_cut(&first, ' ');
    bool boots = text_equal(words, TEXT("CHECK")) || text_equal(words, TEXT("REBOOT"));

    terminal->world->figures->commands++;
    buf_format(&terminal->results, "ID=" TEXT_FORMAT "&Return=0&CMD=" TEXT_FORMAT "\n",
               TEXT_ARGUMENT(id), TEXT_ARGUMENT(verb));
    if (text_equal(words, TEXT("INFO"))) {
        buf_format(&terminal->results, "~DeviceName=" TEXT_FORMAT "\nFWVersion=" TEXT_FORMAT "\n",
                   TEXT_ARGUMENT(terminal->profile->model),
                   TEXT_ARGUMENT(terminal->profile->firmware));
    }
    if (text_starts(words, TEXT("DATA QUERY ATTLOG")) && terminal->keeps_history) {
        terminal->head = 0;
        terminal->is_backlog = true;
    }
    if (boots) terminal->phase = PHASE_BOOT;
}

static void hear_poll(struct simulator_terminal *terminal, struct text body)
{
    if (text_equal(body, TEXT("OK"))) return;
    while (body.at && body.bytes) {
        struct text words = text_trim(text_cut(&body, '\n'));
        struct text mark = text_cut(&words, ':');
        struct text id = text_cut(&words, ':');

        if (!text_equal(mark, TEXT("C")) || !words.at) {
            violate(terminal, "a command without prefix", mark);
            return;
        }
        obey_command(terminal, id, words);
    }
}

static void hear_bare(struct simulator_terminal *terminal, struct text body)
{
    if (!text_equal(body, TEXT("OK"))) violate(terminal, "a bare OK was due", body);
}

void simulator_terminal_hear(struct simulator_terminal *terminal,
                             int64_t now_ms,
                             int status,
                             struct text body)
{
    enum simulator_speech speech = terminal->speech;
    enum { STATUS_OK = 200 };

    assert(speech != SPEECH_NONE);
    if (status != STATUS_OK) {
        terminal->world->figures->refused++;
        simulator_terminal_lose(terminal, now_ms);
        return;
    }
    switch (speech) {
    case SPEECH_HANDSHAKE:
        hear_handshake(terminal, now_ms, body);
        break;
    case SPEECH_OPTIONS:
        hear_bare(terminal, body);
        terminal->phase = PHASE_OPLOG;
        break;
    case SPEECH_OPLOG:
        if (!text_equal(body, TEXT("OK: 1"))) violate(terminal, "one operation row", body);
        terminal->phase = PHASE_LIVE;
        break;
    case SPEECH_ROWS:
        hear_rows(terminal, now_ms, body);
        break;
    case SPEECH_RESULTS:
        hear_bare(terminal, body);
        buf_clear(&terminal->results);
        break;
    case SPEECH_POLL:
    case SPEECH_NONE:
        hear_poll(terminal, body);
        break;
    }
    terminal->speech = SPEECH_NONE;
    check(terminal);
}

void simulator_terminal_lose(struct simulator_terminal *terminal, int64_t now_ms)
{
    int64_t wait_ms = terminal->world->retry_ms ? terminal->world->retry_ms : terminal->error_ms;

    terminal->speech = SPEECH_NONE;
    terminal->sent = 0;
    terminal->silent_until_ms = now_ms + wait_ms;
    terminal->is_backlog = terminal->is_backlog || terminal->head < terminal->count;
    check(terminal);
}
