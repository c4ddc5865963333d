/* room.h - an inspection with everything that belongs to it, and acting in it.
 *
 * room_load reads plan, members, acts and figures and folds them (roll_call.h).
 * The same happens in the ledger before an act is recorded: it is checked against
 * the state that the acts before it made.  Whoever says what he saw when he decided (the
 * agency that was called, the statement he confirms) is refused when it is so no more:
 * of two who call at the same instant one calls, and nobody confirms what he did not
 * read.  An act that says what holds already records nothing, so it may be sent again.
 *
 * Memory    A room lives in the caller's arena.
 * Threads   room_load, room_tick: any, on its connection.  The command: the ledger's.
 * Errors    RC_NOT_FOUND for a code that is none; what roll_call_check says;
 *           RC_UNAVAILABLE. */
#pragma once

#include "inspection/roll_call.h"

struct room {
    struct inspection plan;
    const struct inspection_member *members;
    size_t member_count;
    const struct act_row *acts;
    size_t act_count;
    const struct figure *figures;
    size_t figure_count;
    struct roll_call call;
    int64_t number;                /* of its last act in the log; 0: none */
    const struct roll_unit *units; /* that were given: of the register */
    size_t unit_count;
};

/* The agencies of a plan that was not opened come from the register, which the
 * caller knows: `units` (figure_scope); afterwards those that were frozen. */
enum rc room_load(struct db *db,
                  int government,
                  struct text code,
                  const struct roll_unit *units,
                  size_t unit_count,
                  struct arena *mem,
                  struct room *out_room) NODISCARD;

/* When its plan, members or acts were last recorded, as the tick of that batch:
 * another tick means another room. */
enum rc room_tick(struct db *db, int government, struct text code, int64_t *out_tick) NODISCARD;

/* Record acts and the figures that belong to them, all or none.  An instruction,
 * a programme, a recap or a page without a number gets the next, in the act
 * itself.  Content is erasable and lies beside the first act. */
struct room_acting {
    struct text inspection;
    struct act *acts;
    size_t act_count;
    struct text content;
    struct text seen_called;   /* code of the agency, empty: nobody; at == NULL: not said */
    int64_t seen_statement_ms; /* of the agency of the act; 0: not said */
    const struct figure *figures;
    size_t figure_count;
    const struct roll_unit *units; /* for an inspection that is not open yet */
    size_t unit_count;
};
extern const struct ledger_command room_act_command;

/* The units of a scope as the register has them, without figures. */
struct roll_unit *room_units(const struct directory *directory,
                             const int32_t *agencies,
                             size_t count,
                             struct arena *mem) RETURNS_NONNULL;
