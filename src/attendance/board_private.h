/* board_private.h - what the parts of the board share; included by board*.c.
 *
 *   board.c           its life: thread, waiting
 *   board_time.c      what changes because time passes
 *   board_follow.c    from the log ...
 *   board_register.c  ... its changes of the register,
 *   board_reach.c     ... since when it records, and
 *   board_punch.c     ... its punches into index and sheets
 *   board_sheets.c    the sheets in memory
 *   board_store.c     when it is all written
 *   board_progress.c  how far it is
 *   board_snapshot.c  figures for everybody */
#pragma once

#include "attendance/board.h"
#include "attendance/sheet.h"
#include "base/arena.h"
#include "base/lock.h"
#include "base/map.h"
#include "base/thread.h"

#include <stdatomic.h>

enum {
    BOARD_SHEETS_MAX = 8,             /* in memory at once ... */
    BOARD_SHEET_BYTES_MAX = 96 << 20, /* ... but not more than this, and at least two */
    BOARD_CHUNK = 20000,              /* entries read at a time */
    BOARD_WAITS_MAX = 16,             /* ranges of days that are waited for at once */
};

/* Days somebody waits for. */
struct board_range {
    int32_t from, to;
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
    int64_t followed;        /* the position that memory has reached; the store is at `position` */
    int64_t window_ms;       /* how often the log is looked at */
    int64_t looked_mono_ms;  /* when it was looked at last */
    int64_t arrived_mono_ms; /* when something was found there */
    bool in_transaction;     /* of the derived store */
    size_t uncommitted;      /* entries that were followed in it */
    int64_t begun_mono_ms, commit_cost_ms;
    int64_t events;
    int64_t swept_mono_ms, sweep_cost_ms, published_mono_ms;
    int64_t queues_mono_ms, queues_cost_ms; /* when queues were looked for */
    int32_t page;                           /* the day the terminal book is at */
    int32_t looked_at;                      /* the past day that was looked at last */
    uint32_t *unmapped_pins;                /* of each agency, today */
    int64_t unmapped_mono_ms;               /* when they were counted */
    bool unmapped_changed;
    bool reach_changed; /* a terminal's punches go further back than was known */
    bool reach_unsure;  /* what was known of it was undone */
    bool figures_changed;

    /* guarded by lock */
    struct lock lock;
    struct lock_signal changed; /* something of the four below */
    bool stopping;
    bool woken;
    bool dozing; /* waits for nothing but to be woken */
    struct board_range wanted[BOARD_WAITS_MAX];
    size_t wanted_count;
    int64_t wanted_ticket, served_ticket;
    struct board_snapshot *snapshot;
    int64_t judged, told;         /* positions: of `followed`, and that the ledger woke it with */
    int64_t behind_since_mono_ms; /* 0: it has judged what it was told of */

    /* written by the board's thread, read by any */
    _Atomic int64_t position;
};

/* board_progress.c */
/* `followed` has moved. */
void board_note_followed(struct board *board);
/* The lock is held: the log goes up to here now. */
void board_note_told(struct board *board, int64_t position);

/* board_sheets.c */
struct sheet_context board_context(const struct board *board, int64_t now_ms);
int32_t board_today(const struct board *board, int64_t now_ms);

/* The sheet of a day in memory, or NULL. */
struct sheet *board_sheet_in_memory(struct board *board, int32_t day);

/* The sheet of a day that was opened before, from memory or as written; NULL
 * for a day that was not, and for one that is to be built again anyway.
 * Another call may evict the sheet. */
enum rc board_sheet(struct board *board,
                    int32_t day,
                    int64_t now_ms,
                    struct sheet **out_sheet) NODISCARD;

/* Keep the sheet of a day in memory from now on. */
enum rc board_hold_sheet(struct board *board, int32_t day, int64_t now_ms) NODISCARD;

/* What is written of a day that is not in memory is right as of now. */
enum rc board_is_fresh(struct board *board, int32_t day, int64_t now_ms, bool *out_fresh) NODISCARD;

/* Make what is written of a day right as of now, whatever it was. */
enum rc board_freshen(struct board *board, int32_t day, int64_t now_ms) NODISCARD;

void board_forget_sheets(struct board *board);

/* board_store.c */
/* Work on the sheets and the derived store.  It is on the disk, and seen by
 * other connections, after board_commit; many works share one commit.  When one
 * fails, all since the last commit is undone, and memory is as the store is. */
typedef enum rc board_work(struct board *board, void *work, int64_t now_ms);
enum rc board_transact(struct board *board, board_work *run, void *work, int64_t now_ms) NODISCARD;

/* Write the sheets in memory, within the transaction. */
enum rc board_write_sheets(struct board *board, int64_t now_ms) NODISCARD;

/* Write the sheets, and let everything since the last commit appear at once,
 * with the position. */
enum rc board_commit(struct board *board, int64_t now_ms) NODISCARD;

/* Milliseconds until it is time to commit; INT64_MAX when there is nothing. */
int64_t board_until_commit(const struct board *board, int64_t mono_ms);

/* board_follow.c */
/* What one chunk of the log asks for. */
struct board_touch {
    int32_t from, to; /* days */
    struct text number;
};

struct board_filed {
    struct punch punch;
    int32_t day; /* it is filed under */
    int64_t position;
};

struct board_chunk {
    struct board *board;
    struct arena *mem;
    struct board_filed *punches;
    size_t punch_count, punch_capacity;
    struct review_row *reviews;
    size_t review_count, review_capacity;
    struct board_touch *touches;
    size_t touch_count, touch_capacity;
    size_t entries;
    int64_t last;
    bool picture_changed;
    int32_t placed_from; /* the first day on which a terminal stands somewhere else now */
    enum rc rc;
};

enum rc board_find_log_end(struct board *board, int64_t *out_position) NODISCARD;

/* Follow up to BOARD_CHUNK entries; *out_more says whether there may be more. */
enum rc board_follow(struct board *board, int64_t now_ms, bool *out_more) NODISCARD;

/* A fact touches these days of a person, or of everybody: a fact_touch_visitor. */
void board_take_touch(void *visitor, const struct fact_touch *touch);

/* board_register.c */
enum rc board_load_picture(struct board *board) NODISCARD;

/* The register changed: take a new picture, then judge again what it touches. */
enum rc board_change_picture(struct board *board,
                             struct board_chunk *chunk,
                             int64_t now_ms) NODISCARD;

/* The latest contact of a terminal, live or recorded: a coverage_contact. */
int64_t board_contact(const void *owner, struct text serial);
struct board_range board_hull(struct board_range a, struct board_range b);

/* Let the terminal book know what holds today, when the day or the picture is new. */
void board_turn_page(struct board *board, int32_t today, bool new_picture);

/* board_reach.c */
/* Since when agencies record, seen from one day. */
struct board_first_days {
    int32_t *at;
    size_t count;
};

void board_first_days_done(struct board_first_days *days);
struct board_first_days board_first_days_on(const struct board *board, int32_t day);

/* The terminal has been recording on this day, which may be earlier than was
 * known of its place. */
enum rc board_note_reach(struct board *board, struct text terminal, int32_t day) NODISCARD;

/* What was noted may say that days were recorded after all: judge those again. */
enum rc board_learn_reach(struct board *board, int64_t now_ms) NODISCARD;

/* board_punch.c */
/* File the punches of a chunk, and let them into the sheets they belong to. */
enum rc board_place_punches(struct board *board,
                            struct board_chunk *chunk,
                            int64_t now_ms) NODISCARD;

/* board_time.c */
/* Judge again what time may have changed in the sheets in memory, and on other
 * days that are not settled: none, the next one, or all of them. */
enum board_past { BOARD_PAST_NONE, BOARD_PAST_NEXT, BOARD_PAST_ALL };
enum rc board_sweep(struct board *board, int64_t now_ms, enum board_past past) NODISCARD;

/* board_snapshot.c */
/* Needs today's sheet in memory. */
void board_publish(struct board *board, int64_t now_ms);
