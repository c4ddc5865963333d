#include "inspection/room.h"

static const char sql_tick[] =
    "SELECT coalesce(max(tick), 0) FROM ("
    "   SELECT tick FROM inspection WHERE government = $1 AND inspection = $2"
    "   UNION ALL SELECT tick FROM inspection_member WHERE government = $1 AND inspection = $2"
    "   UNION ALL SELECT tick FROM inspection_act WHERE government = $1 AND inspection = $2"
    ") AS recorded";

/* Those frozen at the opening, or, before it, those the caller knows. */
static void fold(const struct roll_unit *units,
                 size_t unit_count,
                 struct arena *mem,
                 struct room *room)
{
    struct roll_source source = {.plan = &room->plan,
                                 .units = units,
                                 .unit_count = unit_count,
                                 .acts = room->acts,
                                 .act_count = room->act_count,
                                 .figures = room->figures,
                                 .figure_count = room->figure_count};
    struct roll_unit *frozen = NULL;
    size_t frozen_count = 0;

    roll_units_of_figures(room->figures, room->figure_count, mem, &frozen, &frozen_count);
    if (frozen_count > 0) {
        source.units = frozen;
        source.unit_count = frozen_count;
    }
    roll_call_fold(&source, mem, &room->call);
}

enum rc room_load(struct db *db,
                  int government,
                  struct text code,
                  const struct roll_unit *units,
                  size_t unit_count,
                  struct arena *mem,
                  struct room *out_room)
{
    struct room room = {.units = units, .unit_count = unit_count};

    TRY(inspection_find(db, government, code, mem, &room.plan));
    TRY(inspection_members(db, government, code, mem, &room.members, &room.member_count));
    TRY(act_list(db, government, code, mem, &room.acts, &room.act_count));
    TRY(figure_list(db, government, code, mem, &room.figures, &room.figure_count));
    fold(units, unit_count, mem, &room);
    if (room.act_count > 0) room.number = room.acts[room.act_count - 1].position;
    *out_room = room;
    return RC_OK;
}

enum rc room_tick(struct db *db, int government, struct text code, int64_t *out_tick)
{
    return db_get_int(db, out_tick, sql_tick, DB_INT(government), DB_TEXT(code));
}

struct roll_unit *room_units(const struct directory *directory,
                             const int32_t *agencies,
                             size_t count,
                             struct arena *mem)
{
    struct roll_unit *units = arena_array(mem, struct roll_unit, count + 1);

    for (size_t i = 0; i < count; i++) {
        const struct directory_agency *agency = &directory->agencies[agencies[i]];

        units[i].code = arena_text(mem, agency->code);
        units[i].name = arena_text(mem, agency->name);
        units[i].kind = arena_text(mem, agency->kind);
    }
    return units;
}

/* ---- acting ---- */

/* Of a paper on which an agency has not signed yet: the paper, and the page. */
static void give_paper(const struct roll_call *call, struct act *act)
{
    int place = roll_find(call, act->agency);

    if (place == ROLL_NOBODY) return; /* the check says so */
    act->item = call->agencies[place].papers + 1;
    if (act->act == ACT_SCANNED) act->done = roll_next_page(call, &call->agencies[place]);
}

/* A new one; at most one of them comes in a request. */
static void give_item(const struct roll_call *call, struct act *act)
{
    if (act->item != 0) return;
    if (act->act == ACT_INSTRUCTED || act->act == ACT_PROGRAMME) {
        act->item = roll_next_item(call, (enum act_kind)act->act);
    } else if (act->act == ACT_RECAP || act->act == ACT_SCANNED) {
        give_paper(call, act);
    }
}

/* ---- may it follow? ---- */

static bool is_so_already(const struct roll_call *call, const struct act *act)
{
    int place = roll_find(call, act->agency);

    if (place == ROLL_NOBODY) return false;
    if (act->act == ACT_CALLED) return call->called == place;
    return act->act == ACT_CONFIRMED && call->agencies[place].statement.confirmed;
}

static struct text called_now(const struct roll_call *call)
{
    return call->called == ROLL_NOBODY ? TEXT("") : call->agencies[call->called].code;
}

static enum rc check_seen(const struct roll_call *call,
                          const struct room_acting *acting,
                          struct problem *why)
{
    int place = roll_find(call, acting->acts[0].agency);

    if (acting->seen_called.at && !text_equal(acting->seen_called, called_now(call))) {
        return problem_at(why, RC_CONFLICT, "called", "somebody else has called meanwhile");
    }
    if (acting->seen_statement_ms == 0 || place == ROLL_NOBODY) return RC_OK;
    if (acting->seen_statement_ms == call->agencies[place].statement.at_ms) return RC_OK;
    return problem_at(why, RC_CONFLICT, "statement",
                      "other figures were entered meanwhile: read them first");
}

/* What whoever is inspected may do, again and again. */
static bool is_bounded(int act)
{
    return act == ACT_ANSWERING || act == ACT_STATED || act == ACT_CLAIMED || act == ACT_REPLIED ||
           act == ACT_INSTRUCTED;
}

static bool is_same_again(const struct act *a, const struct act *b)
{
    return a->act == b->act && a->item == b->item && a->people_group == b->people_group &&
           text_equal(a->person, b->person) && text_equal(a->agency, b->agency);
}

static enum rc check_repeats(const struct room *room,
                             const struct room_acting *acting,
                             size_t index,
                             struct problem *why)
{
    const struct act *act = &acting->acts[index];
    size_t before = 0;

    if (!is_bounded(act->act)) return RC_OK;
    for (size_t i = 0; i < room->act_count; i++) {
        before += is_same_again(&room->acts[i].act, act);
    }
    for (size_t i = 0; i < index; i++) {
        before += is_same_again(&acting->acts[i], act);
    }
    if (before < SAME_ACTS_MAX) return RC_OK;
    return problem_set(why, RC_CONFLICT, "this was said %d times already: no more is taken",
                       SAME_ACTS_MAX);
}

/* ---- the command ---- */

static enum rc record(struct ledger_tx *tx, const struct room_acting *acting, size_t index)
{
    const struct act *act = &acting->acts[index];

    if (index > 0 || acting->content.bytes == 0) return fact_record(tx, &act_fact, act, 1, NULL);
    return fact_record_with(tx, &act_fact, act, acting->content, NULL);
}

static enum rc load(struct ledger_tx *tx,
                    const struct room_acting *acting,
                    struct arena *mem,
                    struct room *out_room,
                    struct problem *why)
{
    enum rc rc = room_load(ledger_db(tx), ledger_government(tx), acting->inspection, acting->units,
                           acting->unit_count, mem, out_room);

    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, rc, "inspection", "there is no inspection \"" TEXT_FORMAT "\"",
                      TEXT_ARGUMENT(acting->inspection));
}

static enum rc act(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct room_acting *acting = request;
    struct room room;

    TRY(load(tx, acting, mem, &room, why));
    if (acting->act_count == 1 && is_so_already(&room.call, acting->acts)) return RC_OK;
    if (acting->act_count > 0) TRY(check_seen(&room.call, acting, why));
    for (size_t i = 0; i < acting->act_count; i++) {
        give_item(&room.call, &acting->acts[i]);
        TRY(roll_call_check(&room.call, &acting->acts[i], why));
        TRY(check_repeats(&room, acting, i, why));
    }
    /* An entry an act, so that they keep their order. */
    for (size_t i = 0; i < acting->act_count; i++) {
        TRY(record(tx, acting, i));
    }
    return fact_record(tx, &figure_fact, acting->figures, acting->figure_count, NULL);
}

const struct ledger_command room_act_command = {.name = "inspection_act", .apply = act};
