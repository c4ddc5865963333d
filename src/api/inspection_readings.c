#include "api/inspection_readings.h"

#include "api/reply.h"

enum rc names_to_note(struct http_request *request,
                      const struct seat *seat,
                      enum name_reading_kind kind,
                      struct text agency,
                      struct name_reading **out_reading)
{
    struct name_reading *reading = arena_one(request->mem, struct name_reading);
    bool found = false;

    *reading = (struct name_reading){
        .inspection = seat->room.plan.inspection,
        .account = text_of(api_identity(request)->name),
        .agency = agency,
        .kind = (int)kind,
        .day = seat_today(request, seat),
    };
    TRY(name_reading_find(seat->reader->facts, api_of(request)->options.government, reading,
                          &found));
    *out_reading = found ? NULL : reading;
    return RC_OK;
}

/* ---- who read ---- */

static const struct record_field reading_fields[] = {
    SAY_INSTANT(struct name_reading_row, at, "When, the first time on that day."),
    SAY_TEXT_AS("account", struct name_reading_row, reading.account, "By which account."),
    RECORD_NAMED("kind",
                 struct name_reading_row,
                 reading.kind,
                 RECORD_IS_CHOICE,
                 .need = RECORD_REQUIRED,
                 .choices = name_reading_choices,
                 .about = "What it was that shows names."),
    SAY_TEXT_AS("agency", struct name_reading_row, reading.agency, "Of which agency; empty: all."),
};
static const struct record reading_record =
    RECORD_TOLD("InspectionNameReading", struct name_reading_row, reading_fields);

struct readings_told {
    struct text inspection;
    struct record_list readings;
};

static const struct record_field readings_fields[] = {
    SAY_TEXT(struct readings_told, inspection, "Its code."),
    SAY_LIST(struct readings_told, readings, &reading_record, "The latest first."),
};
const struct record inspection_readings_record =
    RECORD_TOLD("InspectionNameReadings", struct readings_told, readings_fields);

/* For those who answer for the whole of it, not for one agency. */
enum rc list_inspection_readings(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct name_reading_row *rows = NULL;
    struct readings_told told;
    size_t count = 0;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    TRY(name_reading_list(seat.reader->facts, api_of(request)->options.government,
                          seat.room.plan.inspection, request->mem, &rows, &count));
    told =
        (struct readings_told){seat.room.plan.inspection, {rows ? (const void *)rows : "", count}};
    api_reply(request, &inspection_readings_record, &told,
              seat.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}
