#include "api/reply.h"
#include "attendance/counts.h"
#include "people/person_kind.h"
#include "rules/state.h"

/* ---- what is said ---- */

struct sheet_line_reply {
    struct text number;
    struct text name;
    enum person_kind kind;
    struct text agency;
    struct text position;
    enum state state;
    enum mode mode;
    int first_in_second;
    int last_out_second;
    int late_minutes;
    int early_minutes;
    unsigned flags;
};

static const struct record_field line_fields[] = {
    SAY_TEXT(struct sheet_line_reply, number, "NIP, NI PPPK or another number."),
    SAY_TEXT(struct sheet_line_reply, name, "Full name."),
    SAY_WORD(struct sheet_line_reply, kind, person_kind_choices, "Kind of contract."),
    SAY_TEXT(struct sheet_line_reply, agency, "Code of the agency on that day."),
    SAY_TEXT(struct sheet_line_reply, position, "What they do."),
    SAY_WORD(struct sheet_line_reply, state, state_choices, "How the day stands."),
    SAY_WORD(struct sheet_line_reply, mode, mode_choices, "Where the duty is done."),
    SAY_TIME_OR_NULL(struct sheet_line_reply, first_in, "First record of arrival."),
    SAY_TIME_OR_NULL(struct sheet_line_reply, last_out, "Last record of leaving."),
    SAY_INT(struct sheet_line_reply, late_minutes, "After the limit."),
    SAY_INT(struct sheet_line_reply, early_minutes, "Before the end."),
    SAY_WORDS(struct sheet_line_reply, flags, flag_choices, "What stands beside the state."),
};
static const struct record line_record =
    RECORD_TOLD("SheetLine", struct sheet_line_reply, line_fields);

enum notice_kind { NOTICE_TERMINAL_SILENT };

static const struct record_choice notice_kinds[] = {{"terminal_silent", NOTICE_TERMINAL_SILENT},
                                                    {NULL, 0}};

struct sheet_notice {
    enum notice_kind kind;
    struct text agency;
    struct text terminal_name;
    int since_second;
    int people;
};

static const struct record_field notice_fields[] = {
    SAY_WORD(struct sheet_notice, kind, notice_kinds, "What it is about."),
    SAY_TEXT(struct sheet_notice, agency, "Code of the agency."),
    SAY_TEXT(struct sheet_notice, terminal_name, "Whose terminal is silent."),
    RECORD_TIME(struct sheet_notice, since, RECORD_REQUIRED, .about = "When it was last heard."),
    SAY_INT(struct sheet_notice, people, "How many are unknown there."),
};
static const struct record notice_record =
    RECORD_TOLD("SheetNotice", struct sheet_notice, notice_fields);

struct sheet_agency {
    struct text code;
    struct text name;
    struct text short_name;
    struct record_list path;
};

static const struct record_field agency_fields[] = {
    SAY_TEXT(struct sheet_agency, code, "Code; empty: the whole government."),
    SAY_TEXT(struct sheet_agency, name, "Full name."),
    SAY_TEXT_AS("short", struct sheet_agency, short_name, "Name on buttons."),
    SAY_LIST(struct sheet_agency, path, &agency_name_record, "From the top down to itself."),
};
static const struct record agency_record =
    RECORD_TOLD("SheetAgency", struct sheet_agency, agency_fields);

struct sheet_reply {
    struct sheet_agency agency;
    struct day day;
    int64_t at_ms;
    bool closed;
    int closing_second;
    struct counts counts;
    struct record_list units;
    struct record_list notices;
    struct record_list lines;
};

static const struct record_field sheet_fields[] = {
    SAY_RECORD(struct sheet_reply, agency, &agency_record, "Whose sheet it is."),
    SAY_DAY(struct sheet_reply, day, "The day."),
    SAY_INSTANT(struct sheet_reply, at, "When it was so."),
    SAY_BOOL(struct sheet_reply, closed, "Nobody is open any more."),
    SAY_CLOCK_OR_NULL(struct sheet_reply, closing, "When most people's day closes."),
    SAY_RECORD(struct sheet_reply, counts, &counts_record, "Of these lines."),
    SAY_LIST(struct sheet_reply, units, &agency_name_record, "The agency and all below it."),
    SAY_LIST(struct sheet_reply, notices, &notice_record, "Silent terminals, of today only."),
    SAY_LIST(struct sheet_reply, lines, &line_record, "A person each."),
};
const struct record sheet_reply_record = RECORD_TOLD("Sheet", struct sheet_reply, sheet_fields);

/* ---- filling ---- */

/* One sheet being filled. */
struct filling {
    const struct picture *picture;
    struct reply_list lines;
    int32_t day;
    int32_t first, end; /* agencies: a range of the tree */
    struct balance total;
    bool open;
};

static bool is_in_scope(const struct filling *filling, int32_t person, int32_t *out_agency)
{
    *out_agency = directory_agency_of(filling->picture->directory, person, filling->day);
    return *out_agency != NONE && *out_agency >= filling->first && *out_agency < filling->end;
}

static void add_line(void *visitor, int32_t person, const struct line *line)
{
    struct filling *filling = visitor;
    const struct directory *directory = filling->picture->directory;
    const struct directory_person *who;
    int32_t agency = NONE;

    if (person < 0 || (size_t)person >= directory->person_count) return;
    if (!is_in_scope(filling, person, &agency)) return;
    who = &directory->people[person];
    balance_enter(&filling->total, (enum state)line->state, (enum mode)line->mode);
    filling->open |= state_class_of((enum state)line->state) == STATE_CLASS_OPEN;
    *(struct sheet_line_reply *)reply_list_add(&filling->lines) = (struct sheet_line_reply){
        .number = who->number,
        .name = who->name,
        .kind = who->kind,
        .agency = directory->agencies[agency].code,
        .position = who->position,
        .state = (enum state)line->state,
        .mode = (enum mode)line->mode,
        .first_in_second = reply_second(line->first_in),
        .last_out_second = reply_second(line->last_out),
        .late_minutes = line->late_minutes,
        .early_minutes = line->early_minutes,
        .flags = line->flags,
    };
}

static struct record_list path_to(const struct directory *directory,
                                  int32_t agency,
                                  struct arena *mem)
{
    struct agency_name *path = arena_array(mem, struct agency_name, AGENCY_DEPTH_MAX);
    size_t depth = 0;

    for (int32_t i = agency; i != NONE && depth < AGENCY_DEPTH_MAX;
         i = directory->agencies[i].parent) {
        depth++;
        path[AGENCY_DEPTH_MAX - depth] =
            (struct agency_name){directory->agencies[i].code, directory->agencies[i].name};
    }
    return (struct record_list){path + AGENCY_DEPTH_MAX - depth, depth};
}

static struct sheet_agency agency_of(const struct directory *directory,
                                     int32_t agency,
                                     struct arena *mem)
{
    struct sheet_agency whole = {.code = TEXT(""),
                                 .name = directory->government_name,
                                 .short_name = directory->government_short,
                                 .path = path_to(directory, agency, mem)};
    const struct directory_agency *found;

    if (agency == NONE) return whole;
    found = &directory->agencies[agency];
    return (struct sheet_agency){found->code, found->name, found->short_name, whole.path};
}

static struct record_list units_of(const struct filling *filling, struct arena *mem)
{
    const struct directory *directory = filling->picture->directory;
    size_t count = (size_t)(filling->end - filling->first);
    struct agency_name *units = arena_array(mem, struct agency_name, count);

    for (size_t i = 0; i < count; i++) {
        const struct directory_agency *agency = &directory->agencies[(size_t)filling->first + i];

        units[i] = (struct agency_name){agency->code, agency->name};
    }
    return (struct record_list){units, count};
}

/* Terminals of the agencies shown that are silent now; only today's sheet has
 * a now. */
static struct record_list notices_of(const struct filling *filling,
                                     const struct board_snapshot *snapshot,
                                     struct arena *mem)
{
    const struct directory *directory = filling->picture->directory;
    struct reply_list notices = {.mem = mem, .item_bytes = sizeof(struct sheet_notice)};

    for (int32_t i = filling->first; i < filling->end && snapshot->day == filling->day; i++) {
        int64_t since_ms = snapshot->places[i].silent_since_ms;
        const struct directory_agency *agency = &directory->agencies[i];

        if (since_ms == 0) continue;
        *(struct sheet_notice *)reply_list_add(&notices) = (struct sheet_notice){
            .kind = NOTICE_TERMINAL_SILENT,
            .agency = agency->code,
            .terminal_name = agency->name,
            .since_second = moment_second_of_day(moment_at(since_ms, agency->offset_minutes)),
            .people = snapshot->below[i].counts[STATE_UNKNOWN],
        };
    }
    return reply_list_done(&notices);
}

static enum rc reply_sheet(struct http_request *request,
                           const struct api_reader *reader,
                           const struct board_snapshot *snapshot,
                           int32_t agency,
                           int32_t day)
{
    const struct directory *directory = snapshot->picture->directory;
    struct filling filling = {
        .picture = snapshot->picture,
        .lines = {.mem = request->mem, .item_bytes = sizeof(struct sheet_line_reply)},
        .day = day,
        .first = agency == NONE ? 0 : agency,
        .end = agency == NONE ? (int32_t)directory->agency_count : directory->agencies[agency].end,
    };
    struct sheet_reply reply = {
        .agency = agency_of(directory, agency, request->mem),
        .day = day_from_number(day),
        .at_ms = api_now_ms(api_of(request)),
        .closing_second = reply_second(snapshot->closing_second),
        .units = units_of(&filling, request->mem),
        .notices = notices_of(&filling, snapshot, request->mem),
    };

    TRY(derived_lines(reader->derived, day, add_line, &filling));
    reply.lines = reply_list_done(&filling.lines);
    reply.closed = !filling.open;
    reply.counts = counts_of(&filling.total, request->mem);
    api_reply(request, &sheet_reply_record, &reply, directory->offset_minutes);
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
    return reply_sheet(request, reader, snapshot, agency, day);
}
