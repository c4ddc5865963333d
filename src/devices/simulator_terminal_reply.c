#include "base/day.h"
#include "devices/simulator_terminal_private.h"

#include <stdio.h>

enum { OFFSET_MINUTES_MAX = 14 * 60 };

static void violate(const struct simulator_terminal *terminal, const char *what, struct text body)
{
    struct simulator_figures *figures = terminal->world->figures;

    if (figures->violations++) return;
    if (body.bytes > 40) body.bytes = 40;
    IGNORE(snprintf(figures->violation, sizeof figures->violation, "%s: " TEXT_FORMAT, what,
                    TEXT_ARGUMENT(body)),
           "what does not fit is cut");
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
        terminal->poll_ms = seconds * SIMULATOR_MS_PER_SECOND;
    }
}

static void obey_error_delay(struct simulator_terminal *terminal, struct text value)
{
    int64_t seconds = 0;

    if (text_int(value, &seconds) && seconds > 0 && seconds < SECONDS_PER_DAY) {
        terminal->error_ms = seconds * SIMULATOR_MS_PER_SECOND;
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

static bool hear_handshake(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    struct text rest = body;

    if (!text_starts(body, TEXT("GET OPTION FROM: "))) {
        violate(terminal, "the handshake's reply lists no options", body);
        return false;
    }
    while (rest.at) {
        struct text value = text_cut(&rest, '\n');
        struct text key = text_cut(&value, '=');

        if (value.at) obey_option(terminal, text_trim(key), value);
    }
    terminal->phase = PHASE_OPTIONS;
    terminal->poll_at_ms = now_ms;
    return true;
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
    if (simulator_terminal_happens(terminal, terminal->profile->duplicate_permille)) {
        figures->repeated += terminal->sent;
    } else {
        terminal->head += terminal->sent;
    }
    terminal->sent = 0;
    if (terminal->head < terminal->count) return;
    terminal->is_backlog = false;
    if (!terminal->keeps_history) terminal->head = terminal->count = 0;
}

static bool hear_rows(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    struct text count = body;
    int64_t number = -1;

    (void)now_ms;
    if (!text_equal(text_cut(&count, ':'), TEXT("OK")) || !text_int(text_trim(count), &number) ||
        number != (int64_t)terminal->sent) {
        violate(terminal, "rows are not acknowledged by their number", body);
        return false;
    }
    settle_rows(terminal);
    return true;
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

/* A command that cannot be read ends the list; the poll itself has arrived. */
static bool hear_poll(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    (void)now_ms;
    if (text_equal(body, TEXT("OK"))) return true;
    while (body.at && body.bytes) {
        struct text words = text_trim(text_cut(&body, '\n'));
        struct text mark = text_cut(&words, ':');
        struct text id = text_cut(&words, ':');

        if (!text_equal(mark, TEXT("C")) || !words.at) {
            violate(terminal, "a command without prefix", mark);
            return true;
        }
        obey_command(terminal, id, words);
    }
    return true;
}

static bool hear_options(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    (void)now_ms;
    if (!text_equal(body, TEXT("OK"))) violate(terminal, "a bare OK was due", body);
    terminal->phase = PHASE_OPLOG;
    return true;
}

static bool hear_oplog(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    (void)now_ms;
    if (!text_equal(body, TEXT("OK: 1"))) violate(terminal, "one operation row", body);
    terminal->phase = PHASE_LIVE;
    return true;
}

static bool hear_results(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    (void)now_ms;
    if (!text_equal(body, TEXT("OK"))) violate(terminal, "a bare OK was due", body);
    buf_clear(&terminal->results);
    return true;
}

typedef bool hear_reply(struct simulator_terminal *terminal, int64_t now_ms, struct text body);

static hear_reply *const replies[] = {
    [SPEECH_HANDSHAKE] = hear_handshake, [SPEECH_OPTIONS] = hear_options,
    [SPEECH_OPLOG] = hear_oplog,         [SPEECH_ROWS] = hear_rows,
    [SPEECH_RESULTS] = hear_results,     [SPEECH_POLL] = hear_poll,
};

bool simulator_terminal_heed(struct simulator_terminal *terminal, int64_t now_ms, struct text body)
{
    assert(terminal->speech != SPEECH_NONE);
    return replies[terminal->speech](terminal, now_ms, body);
}
