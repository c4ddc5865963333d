#include "api/api_private.h"

#ifndef HADIR_VERSION
#define HADIR_VERSION "development"
#endif

enum rc show_government(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    struct json_write *json;

    TRY(api_snapshot(api, &snapshot));
    directory = snapshot->picture->directory;
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_text(json, "name", directory->government_name);
    json_write_text(json, "short", directory->government_short);
    json_write_text(json, "zone", directory->government_zone);
    json_write_instant(json, "now", api_now_ms(api), directory->offset_minutes);
    json_write_real(json, "speed", api->options.clock->speed);
    json_write_cstr(json, "version", HADIR_VERSION);
    json_write_end(json);
    return RC_OK;
}

enum rc show_openapi(struct http_request *request)
{
    api_write_openapi(http_reply_buf(request, "application/json"));
    return RC_OK;
}

enum rc list_agencies(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    struct json_write *json;
    int32_t scope = NONE, end;

    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(api_agency(request, snapshot->picture, (struct text){NULL, 0}, &scope));
    directory = snapshot->picture->directory;
    end = scope == NONE ? (int32_t)directory->agency_count : directory->agencies[scope].end;
    json = http_reply_json(request);
    json_write_array(json, NULL);
    for (int32_t i = scope == NONE ? 0 : scope; i < end; i++) {
        const struct directory_agency *agency = &directory->agencies[i];

        json_write_object(json, NULL);
        json_write_text(json, "code", agency->code);
        json_write_text(json, "parent",
                        agency->parent == NONE ? TEXT("")
                                               : directory->agencies[agency->parent].code);
        json_write_text(json, "name", agency->name);
        json_write_text(json, "short", agency->short_name);
        json_write_text(json, "kind", agency->kind);
        json_write_text(json, "zone", agency->zone);
        json_write_real(json, "latitude", agency->has_place ? agency->latitude : __builtin_nan(""));
        json_write_real(json, "longitude",
                        agency->has_place ? agency->longitude : __builtin_nan(""));
        json_write_text(json, "pattern", snapshot->picture->agency_pattern[i]);
        json_write_int(json, "strength", balance_strength(&snapshot->below[i]));
        json_write_end(json);
    }
    json_write_end(json);
    return RC_OK;
}
