#include "devices/simulator_terminal.h"

#include "base/day.h"
#include "base/mem.h"
#include "devices/simulator_terminal_private.h"

#include <stdio.h>

enum {
    POLL_MS = 30 * SIMULATOR_MS_PER_SECOND, /* before the server has said otherwise */
    ERROR_MS = 30 * SIMULATOR_MS_PER_SECOND,
    PERMILLE = 1000,
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

bool simulator_terminal_happens(struct simulator_terminal *terminal, int permille)
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
    buf_init(&terminal->results, SIMULATOR_RESULT_BYTES_MAX);
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
    if (!simulator_terminal_happens(terminal, terminal->profile->bad_permille)) return;
    bad.damage = (uint8_t)(1 + next_random(terminal) % (ROW_DAMAGES - 1));
    keep_row(terminal, &bad);
}

int64_t simulator_terminal_moment(const struct simulator_terminal *terminal, int64_t now_ms)
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
    int64_t moment = simulator_terminal_moment(terminal, now_ms);
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

bool simulator_terminal_speak(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out)
{
    assert(simulator_terminal_is_due(terminal, now_ms));

    terminal->speech = simulator_terminal_next_speech(terminal, now_ms);
    terminal->world->figures->requests++;
    simulator_terminal_write(terminal, now_ms, out);
    check(terminal);
    return terminal->speech == SPEECH_ROWS &&
           simulator_terminal_happens(terminal, terminal->profile->torn_permille);
}

void simulator_terminal_hear(struct simulator_terminal *terminal,
                             int64_t now_ms,
                             int status,
                             struct text body)
{
    enum { STATUS_OK = 200 };

    assert(terminal->speech != SPEECH_NONE);
    if (status != STATUS_OK) terminal->world->figures->refused++;
    if (status != STATUS_OK || !simulator_terminal_heed(terminal, now_ms, body)) {
        simulator_terminal_lose(terminal, now_ms);
        return;
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
