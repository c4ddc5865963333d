#include "api/reply.h"

#include "attendance/judge.h"
#include "base/json_read.h"
#include "rules/state.h"

#include <string.h>

const struct record_choice state_choices[] = {
#define STATE(name, word, indonesian, english, class) {word, STATE_##name},
#include "rules/state.def"
#undef STATE
    {NULL, 0},
};

const struct record_choice mode_choices[] = {{"WFO", MODE_WFO}, {"WFH", MODE_WFH}, {NULL, 0}};

const struct record_choice flag_choices[] = {
#define FLAG(name, word, indonesian, english) {word, FLAG_INDEX_##name},
#include "rules/flag.def"
#undef FLAG
    {NULL, 0},
};

const struct record_choice reply_format_choices[] = {
    {"json", REPLY_JSON},
    {"csv", REPLY_CSV},
    {NULL, 0},
};

bool reply_wants_csv(const struct http_request *request, int format)
{
    return format == REPLY_CSV || text_starts(http_header(request, "Accept"), TEXT("text/csv"));
}

static const struct record_field agency_name_fields[] = {
    SAY_TEXT(struct agency_name, code, "Code of the agency."),
    SAY_TEXT(struct agency_name, name, "Its full name."),
};
const struct record agency_name_record =
    RECORD_TOLD("AgencyName", struct agency_name, agency_name_fields);

void api_reply(struct http_request *request,
               const struct record *record,
               const void *object,
               int offset_minutes)
{
    struct record_view view = {.sight = RECORD_STAFF, .offset_minutes = offset_minutes};

    record_write_json(record, object, view, http_reply_json(request), NULL);
}

enum rc api_body(struct http_request *request, const struct record *record, void *out)
{
    struct text body = request->body.bytes > 0 ? request->body : TEXT("{}");

    return json_read(record, body, request->mem, out, &request->why);
}

enum rc api_query(struct http_request *request, const struct record *record, void *out)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        TRY(record_read_text(field, http_query(request, field->name), request->mem, out,
                             &request->why));
    }
    return RC_OK;
}

enum { LIST_FIRST_ROOM = 16 };

void *reply_list_add(struct reply_list *list)
{
    if (list->count == list->room) {
        size_t room = list->room ? list->room * 2 : LIST_FIRST_ROOM;
        char *items = arena_alloc_many(list->mem, room, list->item_bytes);

        if (list->count) memcpy(items, list->items, list->count * list->item_bytes);
        list->items = items;
        list->room = room;
    }
    return list->items + list->count++ * list->item_bytes;
}

struct record_list reply_list_done(const struct reply_list *list)
{
    return (struct record_list){list->count ? list->items : "", list->count};
}

int reply_second(int32_t second)
{
    if (second == LINE_NONE) return -1;
    return ((second % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
}

int reply_offset(const struct directory *directory, int32_t agency)
{
    return agency == NONE ? directory->offset_minutes : directory->agencies[agency].offset_minutes;
}
