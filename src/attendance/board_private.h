/* board_private.h - what the parts of the board share; included by board*.c.
 *
 *   board.c           its life: thread, waiting, time
 *   board_follow.c    from the log into index and sheets
 *   board_sheets.c    the sheets in memory
 *   board_snapshot.c  figures for everybody */
#pragma once

#include "attendance/board.h"
#include "attendance/sheet.h"
#include "base/lock.h"
#include "base/map.h"
#include "base/thread.h"

#include <stdatomic.h>

enum {
    BOARD_SHEETS_MAX = 40,            /* in memory at once ... */
    BOARD_SHEET_BYTES_MAX = 96 << 20, /* ... but not more than this, and at least three */
    BOARD_CHUNK = 20000,              /* entries followed in one transaction */
};

struct board_contact {
    char serial[SERIAL_BYTES_MAX];
    size_t serial_bytes;
    int64_t to_ms;
};

struct board {
    /* set before start, then constant */
    struct board_options options;
    struct thread *thread;

    /* owned by the board's thread */
    struct db *facts;
    struct derived *derived;
    struct picture *picture;
    struct judge *judge;
    struct coverage_map *coverage;
    struct sheet *sheets[BOARD_SHEETS_MAX];
    int64_t sheet_used[BOARD_SHEETS_MAX]; /* order of use */
    int64_t uses;
    struct board_contact *contacts; /* from facts, newer than the picture's */
    size_t contact_count, contact_capacity;
    struct map *contact_by_serial;
    int64_t followed; /* position in memory */
    int64_t events;
    int64_t swept_mono_ms, sweep_cost_ms, swept_past_mono_ms, published_mono_ms;
    uint32_t *unmapped_pins; /* of each agency, today */
    bool unmapped_changed;
    bool figures_changed;

    /* guarded by lock */
    struct lock lock;
    struct lock_signal changed; /* something of the four below */
    bool stopping;
    bool woken;
    int32_t wanted_from, wanted_to; /* days somebody waits for; from > to: none */
    int64_t wanted_ticket, served_ticket;
    struct board_snapshot *snapshot;

    /* written by the board's thread, read by any */
    _Atomic int64_t position;
};

/* board_sheets.c */
struct sheet_context board_context(struct board *board, int64_t now_ms);
/* The sheet of a day: from memory, as written, or built; without `make` only
 * a day that was opened before, else *out_sheet is NULL. */
enum rc board_sheet(struct board *board,
                    int32_t day,
                    bool make,
                    int64_t now_ms,
                    struct sheet **out_sheet) NODISCARD;
enum rc board_write_sheets(struct board *board, int64_t now_ms) NODISCARD;
void board_forget_sheets(struct board *board);
/* Build a day that is already open anew, from the index. */
enum rc board_rebuild_sheet(struct board *board, int32_t day, int64_t now_ms) NODISCARD;
int32_t board_today(const struct board *board, int64_t now_ms);

/* board_follow.c */
enum rc board_load_picture(struct board *board) NODISCARD;
/* Follow up to BOARD_CHUNK entries; *out_more says whether there may be more. */
enum rc board_follow(struct board *board, int64_t now_ms, bool *out_more) NODISCARD;
/* The latest contact of a terminal, live or recorded: a coverage_contact. */
int64_t board_contact(const void *board, struct text serial);

/* board_snapshot.c */
void board_publish(struct board *board, int64_t now_ms);
