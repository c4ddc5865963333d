/* The routes of what was said about the caller himself, and of his answer. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/own_part.h"

struct own_told {
    struct text inspection;
    struct text title;
    struct text agency;
    struct text agency_name;
    struct text by;
    struct text note;
    struct text answer;
    struct text reason;
    struct text official;
    int64_t at_ms;
    int64_t answered_at_ms;
    int64_t proposed_at_ms;
    int claim;
    int path;
    struct day day;
};

static const struct record_field own_fields[] = {
    SAY_TEXT(struct own_told, inspection, "Code of the inspection."),
    SAY_TEXT(struct own_told, title, "What it is called."),
    SAY_DAY(struct own_told, day, "The day it inspected."),
    SAY_WORD_OR_NULL(struct own_told, claim, claim_choices, "The reason that was given for you."),
    SAY_TEXT(struct own_told, agency, "Code of the agency that gave it."),
    SAY_TEXT(struct own_told, agency_name, "Its name."),
    SAY_TEXT(struct own_told, by, "Who gave it."),
    SAY_TEXT(struct own_told, note, "The note beside it."),
    SAY_INSTANT_OR_NULL(struct own_told, at, "When."),
    SAY_TEXT(struct own_told, answer, "What you said to it."),
    SAY_INSTANT_OR_NULL(struct own_told, answered_at, "When you said it."),
    SAY_WORD_OR_NULL(struct own_told,
                     path,
                     follow_up_path_choices,
                     "Which path is proposed for you; nothing is imposed by it."),
    SAY_TEXT(struct own_told, reason, "Why."),
    SAY_TEXT(struct own_told, official, "Who decides."),
    SAY_INSTANT_OR_NULL(struct own_told, proposed_at, "When it was proposed."),
};
const struct record inspection_own_record =
    RECORD_TOLD("InspectionOwn", struct own_told, own_fields);

struct own_list {
    struct record_list inspections;
};

static const struct record_field own_list_fields[] = {
    SAY_LIST(struct own_list, inspections, &inspection_own_record, "The newest first."),
};
const struct record own_inspections_record =
    RECORD_TOLD("OwnInspections", struct own_list, own_list_fields);

/* The board is asked for names of agencies alone. */
struct own_reading {
    struct board_snapshot *snapshot;
    struct api_reader *reader;
};

static void own_reading_end(struct own_reading *reading)
{
    board_drop(&reading->snapshot);
    api_return(&reading->reader);
}

static enum rc begin(struct http_request *request, struct own_reading *out_reading)
{
    struct api *api = api_of(request);

    TRY(api_snapshot(api, &out_reading->snapshot));
    return api_borrow(api, &out_reading->reader);
}

static enum rc tell(struct http_request *request,
                    const struct own_reading *reading,
                    const struct own_part *part,
                    struct own_told *told)
{
    const struct directory *directory = reading->snapshot->picture->directory;
    int32_t agency = directory_find_agency(directory, part->claim.agency);
    struct inspection plan;

    TRY(inspection_find(reading->reader->facts, api_of(request)->options.government,
                        part->inspection, request->mem, &plan));
    *told = (struct own_told){
        .inspection = part->inspection,
        .title = plan.title,
        .agency = part->claim.agency,
        .agency_name = agency == NONE ? part->claim.agency : directory->agencies[agency].name,
        .by = part->claim.by,
        .note = part->claim.note,
        .answer = part->answer,
        .reason = part->follow_up.reason,
        .official = part->follow_up.official,
        .at_ms = part->claim.at_ms,
        .answered_at_ms = part->answered_at_ms,
        .proposed_at_ms = part->follow_up.at_ms,
        .claim = part->claim.at_ms > 0 ? (int)part->claim.claim : -1,
        .path = part->follow_up.at_ms > 0 ? (int)part->follow_up.path : -1,
        .day = plan.day,
    };
    return RC_OK;
}

static enum rc read_parts(struct http_request *request,
                          const struct own_reading *reading,
                          const struct own_part **out_parts,
                          size_t *out_count)
{
    struct text person = text_of(api_identity(request)->person);

    *out_parts = NULL;
    *out_count = 0;
    if (person.bytes == 0) return RC_OK; /* the account is nobody's on the roster */
    return own_part_list(reading->reader->facts, api_of(request)->options.government, person,
                         request->mem, out_parts, out_count);
}

enum rc list_own_inspections(struct http_request *request)
{
    CLEANUP(own_reading_end) struct own_reading reading = {.snapshot = NULL};
    const struct own_part *parts = NULL;
    struct own_told *told;
    size_t count = 0;

    TRY(begin(request, &reading));
    TRY(read_parts(request, &reading, &parts, &count));
    told = arena_array(request->mem, struct own_told, count + 1);
    for (size_t i = 0; i < count; i++) {
        TRY(tell(request, &reading, &parts[i], &told[i]));
    }
    api_reply(request, &own_inspections_record, &(struct own_list){{told, count}},
              reading.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* A plan is no more to be found here than in the list, before its day. */
static bool is_known(struct http_request *request,
                     const struct own_reading *reading,
                     const struct own_told *told)
{
    const struct picture *picture = reading->snapshot->picture;
    int32_t today = picture_day_at(picture, api_now_ms(api_of(request)));

    return told->at_ms > 0 || told->answered_at_ms > 0 || day_number(told->day) <= today;
}

/* Also where nothing was said: then it says so. */
enum rc show_inspection_own(struct http_request *request)
{
    CLEANUP(own_reading_end) struct own_reading reading = {.snapshot = NULL};
    struct text code = request->parameters[0];
    const struct own_part *parts = NULL;
    struct own_part part = {.inspection = code};
    struct own_told told;
    size_t count = 0;
    enum rc rc;

    TRY(begin(request, &reading));
    TRY(read_parts(request, &reading, &parts, &count));
    for (size_t i = 0; i < count; i++) {
        if (text_equal(parts[i].inspection, code)) part = parts[i];
    }
    rc = tell(request, &reading, &part, &told);
    if (rc == RC_OK && !is_known(request, &reading, &told)) rc = RC_NOT_FOUND;
    if (rc == RC_NOT_FOUND) {
        return problem_at(&request->why, rc, "inspection",
                          "there is no inspection \"" TEXT_FORMAT "\"", TEXT_ARGUMENT(code));
    }
    TRY(rc);
    api_reply(request, &inspection_own_record, &told,
              reading.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

enum rc answer_inspection_own(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct note_body body;
    struct act *act;

    TRY(api_body(request, &note_body_record, &body));
    if (!api_identity(request)->person[0]) {
        return problem_set(&request->why, RC_FORBIDDEN, "this account is nobody's on the roster");
    }
    TRY(seat_take(request, &seat));
    act = seat_one_act(request, &seat, ACT_REPLIED, TEXT(""), &acting);
    act->person = arena_text(request->mem, text_of(api_identity(request)->person));
    act->said = body.text;
    return seat_act_and_show(request, &seat, acting, show_inspection_own);
}
