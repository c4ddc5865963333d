#include "api/api_private.h"
#include "attendance/recap.h"
#include "rules/state.h"

/* One sheet being written. */
struct writing {
    const struct picture *picture;
    struct json_write *json;
    int32_t day;
    int32_t first, end; /* agencies: a range of the tree */
    struct balance total;
    bool open;
};

static bool is_in_scope(const struct writing *writing, int32_t person, int32_t *out_agency)
{
    *out_agency = directory_agency_of(writing->picture->directory, person, writing->day);
    return *out_agency != NONE && *out_agency >= writing->first && *out_agency < writing->end;
}

static void write_second(struct json_write *json, const char *key, int32_t second)
{
    if (second == LINE_NONE) {
        json_write_null(json, key);
        return;
    }
    json_write_time(json, key, ((second % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY);
}

static void write_flags(struct json_write *json, unsigned flags)
{
    json_write_array(json, "flags");
    for (int flag = 0; flag < FLAG_COUNT; flag++) {
        if (flags & (1u << flag)) json_write_cstr(json, NULL, flag_word((enum flag)flag));
    }
    json_write_end(json);
}

static void write_line(void *visitor, int32_t person, const struct line *line)
{
    struct writing *writing = visitor;
    const struct directory_person *who;
    struct json_write *json = writing->json;
    int32_t agency = NONE;

    if (person < 0 || (size_t)person >= writing->picture->directory->person_count) return;
    if (!is_in_scope(writing, person, &agency)) return;
    who = &writing->picture->directory->people[person];
    balance_enter(&writing->total, (enum state)line->state, (enum mode)line->mode);
    writing->open |= state_class_of((enum state)line->state) == STATE_CLASS_OPEN;
    json_write_object(json, NULL);
    json_write_text(json, "number", who->number);
    json_write_text(json, "name", who->name);
    json_write_cstr(json, "kind", person_kind_word(who->kind));
    json_write_text(json, "agency", writing->picture->directory->agencies[agency].code);
    json_write_text(json, "position", who->position);
    json_write_cstr(json, "state", state_word((enum state)line->state));
    json_write_cstr(json, "mode", mode_word((enum mode)line->mode));
    write_second(json, "first_in", line->first_in);
    write_second(json, "last_out", line->last_out);
    json_write_int(json, "late_minutes", line->late_minutes);
    json_write_int(json, "early_minutes", line->early_minutes);
    write_flags(json, line->flags);
    json_write_end(json);
}

static void write_path(struct json_write *json, const struct directory *directory, int32_t agency)
{
    int32_t above[AGENCY_DEPTH_MAX];
    size_t depth = 0;

    for (int32_t i = agency; i != NONE && depth < COUNT_OF(above);
         i = directory->agencies[i].parent) {
        above[depth++] = i;
    }
    json_write_array(json, "path");
    while (depth-- > 0) {
        json_write_object(json, NULL);
        json_write_text(json, "code", directory->agencies[above[depth]].code);
        json_write_text(json, "name", directory->agencies[above[depth]].name);
        json_write_end(json);
    }
    json_write_end(json);
}

static void write_agency(struct json_write *json, const struct directory *directory, int32_t agency)
{
    json_write_object(json, "agency");
    if (agency == NONE) {
        json_write_text(json, "code", TEXT(""));
        json_write_text(json, "name", directory->government_name);
        json_write_text(json, "short", directory->government_short);
    } else {
        json_write_text(json, "code", directory->agencies[agency].code);
        json_write_text(json, "name", directory->agencies[agency].name);
        json_write_text(json, "short", directory->agencies[agency].short_name);
    }
    write_path(json, directory, agency);
    json_write_end(json);
}

static void write_units(const struct writing *writing)
{
    const struct directory *directory = writing->picture->directory;

    json_write_array(writing->json, "units");
    for (int32_t i = writing->first; i < writing->end; i++) {
        json_write_object(writing->json, NULL);
        json_write_text(writing->json, "code", directory->agencies[i].code);
        json_write_text(writing->json, "name", directory->agencies[i].name);
        json_write_end(writing->json);
    }
    json_write_end(writing->json);
}

/* Terminals of the agencies shown that are silent now; only today's sheet has
 * a now. */
static void write_notices(const struct writing *writing, const struct board_snapshot *snapshot)
{
    const struct directory *directory = writing->picture->directory;

    json_write_array(writing->json, "notices");
    for (int32_t i = writing->first; i < writing->end && snapshot->day == writing->day; i++) {
        const struct board_place *place = &snapshot->places[i];

        if (place->silent_since_ms == 0) continue;
        json_write_object(writing->json, NULL);
        json_write_cstr(writing->json, "kind", "terminal_silent");
        json_write_text(writing->json, "agency", directory->agencies[i].code);
        json_write_text(writing->json, "terminal_name", directory->agencies[i].name);
        json_write_time(writing->json, "since",
                        moment_second_of_day(moment_at(place->silent_since_ms,
                                                       directory->agencies[i].offset_minutes)));
        json_write_int(writing->json, "people", snapshot->below[i].counts[STATE_UNKNOWN]);
        json_write_end(writing->json);
    }
    json_write_end(writing->json);
}

static enum rc write_sheet(struct http_request *request,
                           const struct api_reader *reader,
                           const struct board_snapshot *snapshot,
                           int32_t agency,
                           int32_t day)
{
    const struct directory *directory = snapshot->picture->directory;
    struct writing writing = {
        .picture = snapshot->picture,
        .json = http_reply_json(request),
        .day = day,
        .first = agency == NONE ? 0 : agency,
        .end = agency == NONE ? (int32_t)directory->agency_count : directory->agencies[agency].end,
    };

    json_write_object(writing.json, NULL);
    write_agency(writing.json, directory, agency);
    json_write_day(writing.json, "day", day_from_number(day));
    json_write_instant(writing.json, "at", api_now_ms(api_of(request)), directory->offset_minutes);
    write_units(&writing);
    write_notices(&writing, snapshot);
    json_write_array(writing.json, "lines");
    TRY(derived_lines(reader->derived, day, write_line, &writing));
    json_write_end(writing.json);
    json_write_bool(writing.json, "closed", !writing.open);
    if (snapshot->closing_second == LINE_NONE) {
        json_write_null(writing.json, "closing");
    } else {
        json_write_format(writing.json, "closing", "%02d:%02d",
                          snapshot->closing_second / 3600 % 24, snapshot->closing_second / 60 % 60);
    }
    json_write_object(writing.json, "counts");
    recap_write_balance(&writing.total, writing.json);
    json_write_end(writing.json);
    json_write_end(writing.json);
    return RC_OK;
}

enum rc show_sheet(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct text code = request->parameters[0];
    int32_t agency = NONE, day = 0;

    TRY(api_day(request, request->parameters[1], "day", &day));
    TRY(api_snapshot(api, &snapshot));
    if (text_equal(code, TEXT("-"))) code = (struct text){NULL, 0};
    TRY(api_agency(request, snapshot->picture, code, &agency));
    TRY(api_wait_for_board(api, day, day));
    TRY(api_borrow(api, &reader));
    return write_sheet(request, reader, snapshot, agency, day);
}
