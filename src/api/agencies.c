#include "api/reply.h"

struct agency_reply {
    struct text code;
    struct text parent;
    struct text name;
    struct text short_name;
    struct text kind;
    struct text zone;
    double latitude;
    double longitude;
    struct text pattern;
    int strength;
};

static const struct record_field agency_fields[] = {
    SAY_TEXT(struct agency_reply, code, "Code."),
    SAY_TEXT(struct agency_reply, parent, "Code of the agency above; empty: the government."),
    SAY_TEXT(struct agency_reply, name, "Full name."),
    SAY_TEXT_AS("short", struct agency_reply, short_name, "Name on walls and buttons."),
    SAY_TEXT(struct agency_reply, kind, "Dinas, Badan, Kecamatan, ..."),
    SAY_TEXT(struct agency_reply, zone, "WIB, WITA or WIT."),
    RECORD_REAL(struct agency_reply, latitude, RECORD_NULLABLE, 0, 0, .about = "Degrees north."),
    RECORD_REAL(struct agency_reply, longitude, RECORD_NULLABLE, 0, 0, .about = "Degrees east."),
    SAY_TEXT(struct agency_reply, pattern, "Of its hours."),
    SAY_INT(struct agency_reply, strength, "Its people today, with everything below it."),
};
const struct record agency_reply_record = RECORD_TOLD("Agency", struct agency_reply, agency_fields);

static struct agency_reply reply_of(const struct board_snapshot *snapshot, int32_t at)
{
    const struct directory *directory = snapshot->picture->directory;
    const struct directory_agency *agency = &directory->agencies[at];

    return (struct agency_reply){
        .code = agency->code,
        .parent = agency->parent == NONE ? TEXT("") : directory->agencies[agency->parent].code,
        .name = agency->name,
        .short_name = agency->short_name,
        .kind = agency->kind,
        .zone = agency->zone,
        .latitude = agency->has_place ? agency->latitude : __builtin_nan(""),
        .longitude = agency->has_place ? agency->longitude : __builtin_nan(""),
        .pattern = snapshot->picture->agency_pattern[at],
        .strength = balance_strength(&snapshot->below[at]),
    };
}

enum rc list_agencies(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    struct agency_reply *replies;
    int32_t scope = NONE, first, end;

    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(api_agency(request, snapshot->picture, (struct text){NULL, 0}, &scope));
    directory = snapshot->picture->directory;
    first = scope == NONE ? 0 : scope;
    end = scope == NONE ? (int32_t)directory->agency_count : directory->agencies[scope].end;
    replies = arena_array(request->mem, struct agency_reply, (size_t)(end - first));
    for (int32_t i = first; i < end; i++) {
        replies[i - first] = reply_of(snapshot, i);
    }
    record_write_items(&agency_reply_record, (struct record_list){replies, (size_t)(end - first)},
                       (struct record_view){0}, http_reply_json(request), NULL);
    return RC_OK;
}
