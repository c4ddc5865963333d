#include "inspection/act_log.h"

#include "base/record_csv.h"

static const struct record_field fields[] = {
    RECORD_INSTANT(struct act_row, at, RECORD_REQUIRED, .about = "When it was recorded."),
    RECORD_INT(struct act_row,
               position,
               RECORD_REQUIRED,
               0,
               0,
               .about = "Of the fact in the log of its lane."),
    RECORD_PART(struct act_row, act, RECORD_REQUIRED, &act_record),
};
const struct record act_row_record = RECORD_TOLD("InspectionActRow", struct act_row, fields);

static const char hidden[] = "[dirahasiakan]";

const struct act_row *act_log_for(const struct room *room,
                                  const struct room_rights *rights,
                                  struct arena *mem)
{
    struct act_row *rows = arena_array(mem, struct act_row, room->act_count + 1);

    for (size_t i = 0; i < room->act_count; i++) {
        rows[i] = room->acts[i];
        if (rows[i].act.act != ACT_REPLIED) continue;
        if (room_may_read_answer(rights, roll_claim_of(&room->call, rows[i].act.person))) continue;
        rows[i].act.said = text_of(hidden);
    }
    return rows;
}

void act_log_write_csv(const struct act_row *rows, size_t count, int offset_minutes, struct buf *to)
{
    struct record_view view = {.sight = RECORD_STAFF, .offset_minutes = offset_minutes};
    struct csv_write csv;

    csv_write_init(&csv, to);
    csv_write_cell(&csv, TEXT("at"), CSV_PLAIN);
    csv_write_cell(&csv, TEXT("position"), CSV_PLAIN);
    record_write_header(&act_record, view.sight, &csv);
    for (size_t i = 0; i < count; i++) {
        csv_write_cell(&csv, text_of(instant_text(rows[i].at_ms, offset_minutes).s), CSV_PLAIN);
        csv_write_int(&csv, rows[i].position);
        record_write_row(&act_record, &rows[i].act, view, &csv);
    }
}
