/* board.h - the live board: follows the log and keeps today's figures right.
 *
 *   log ──follow──▶ index, sheets ──write──▶ derived store ──▶ sheets, recaps
 *                        │
 *                        └──▶ snapshot (counters only) ──▶ wall, desks
 *
 * The board is the only writer of the derived store.  It reads facts after
 * their position, files punches in the index, corrects the sheets they touch
 * and publishes a snapshot: at once when it was quiet, else what came within 20
 * milliseconds together (up to 250 while more than twenty a millisecond come).
 * The store is written when somebody asks, when it is quiet, or once a second:
 * everything since the last time at once, with the position.  Killed at any
 * moment the board goes on from there; deleted, the store is made again from the
 * log.  A day's sheet is opened on first need: today by the
 * board itself, any other day when somebody asks for it.
 *
 * Time changes sheets too (a day closes, a terminal falls silent): today's and
 * the others in memory are looked at every second, of the past days that are
 * not settled one a second.  A change of the register corrects today and
 * yesterday at once; what it touches further back is built again when somebody
 * asks, or else one day a second.
 *
 * Without board_start the same work is done on the caller's thread by
 * board_catch_up: so commands can read a data folder while no server runs.
 *
 * Memory    32 bytes a person for each sheet in memory, of which there are two
 *           to eight, beside the picture.
 * Threads   board_open, _catch_up, _close: one thread, before board_start or
 *           without it.  board_wake, board_wait, board_take_snapshot: any.
 * Errors    RC_UNAVAILABLE when a store fails; the board's thread logs it,
 *           throws its sheets away and tries again. */
#pragma once

#include "attendance/derived.h"
#include "attendance/picture.h"
#include "attendance/terminal_book.h"
#include "base/clock.h"

struct board;
struct board_snapshot;

/* Told on the board's thread when figures changed; `before` may be NULL. */
typedef void board_listener(void *owner,
                            const struct board_snapshot *before,
                            const struct board_snapshot *now);

struct board_options {
    const char *facts_path;
    const char *derived_path;
    int government;
    int lane;
    const struct clock *clock;
    struct terminal_book *terminals; /* live contacts; may be NULL */
    board_listener *listener;        /* may be NULL */
    void *listener_owner;
};

enum rc board_open(const struct board_options *options, struct board **out_board) NODISCARD;
void board_close(struct board **board);

enum { BOARD_DAYS_MAX = 400 }; /* that somebody may wait for at once */

/* Follow the log to its end: the index then holds every punch. */
enum rc board_keep_up(struct board *board, int64_t now_ms) NODISCARD;

/* Follow the log to its end, and make what is written of the days [from, to]
 * right as of `now_ms`; with from > to, of every day that is not settled. */
enum rc board_catch_up(struct board *board, int64_t now_ms, int32_t from, int32_t to) NODISCARD;

enum rc board_start(struct board *board) NODISCARD;
void board_stop(struct board *board);

/* The ledger committed up to this position. */
void board_wake(void *board, int64_t position);

/* Wait until the board has written at least `position` and what is written of
 * the days [from, to] is right.  RC_UNAVAILABLE when that takes longer than
 * `wait_ms`, RC_TOO_LARGE for more than BOARD_DAYS_MAX days. */
enum rc board_wait(struct board *board,
                   int64_t position,
                   int32_t from,
                   int32_t to,
                   int64_t wait_ms) NODISCARD;

/* The position that is written, at most some seconds behind what is judged. */
int64_t board_position(const struct board *board);

/* How far the board is, for /healthz and /metrics. */
struct board_progress {
    int64_t judged;    /* the position up to which figures and sheets in memory go */
    int64_t written;   /* the position up to which a kill loses nothing */
    int64_t behind_ms; /* for how long the log has had something it has not judged; 0: nothing */
};
void board_progress(struct board *board, struct board_progress *out_progress);

/* What went wrong at an agency's place, for the list that needs attention. */
struct board_place {
    int64_t silent_since_ms; /* 0: nothing is silent */
    uint32_t unmapped_pins;  /* PINs of today that map to nobody */
};

/* Today's figures at one moment: immutable, counted. */
struct board_snapshot {
    int64_t event; /* grows by one with each */
    int64_t at_ms;
    int64_t position; /* of the log, included in the figures */
    int32_t day;
    int first_limit_second; /* of the day: when most people have to be there, or LINE_NONE */
    int closing_second;     /* when most people's day closes, may exceed a day, or LINE_NONE */
    size_t agency_count;
    struct balance total;
    struct balance *own;        /* of each agency, its own people */
    struct balance *below;      /* with everything below it */
    struct board_place *places; /* of each agency with terminals of its own */
    int32_t kinds[8];           /* strength by enum person_kind */
    int32_t (*arrivals)[2];     /* MINUTES_PER_DAY of them */
    struct terminal_totals terminals;
    struct picture *picture;
    struct board_snapshot_private *own_memory;
};

/* The latest, or NULL before the first; give it back with board_drop. */
struct board_snapshot *board_take_snapshot(struct board *board);
void board_drop(struct board_snapshot **snapshot);
