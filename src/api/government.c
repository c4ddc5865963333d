#include "api/reply.h"

#ifndef HADIR_VERSION
#define HADIR_VERSION "development"
#endif

struct government {
    struct text name;
    struct text short_name;
    struct text zone;
    int64_t now_ms;
    double speed;
    struct text version;
};

static const struct record_field government_fields[] = {
    SAY_TEXT(struct government, name, "Full name."),
    SAY_TEXT_AS("short", struct government, short_name, "Name on walls."),
    SAY_TEXT(struct government, zone, "WIB, WITA or WIT."),
    SAY_INSTANT(struct government, now, "The server's clock."),
    RECORD_REAL(struct government,
                speed,
                RECORD_REQUIRED,
                0,
                0,
                .about = "How fast that clock goes; 1 but in a replay."),
    SAY_TEXT(struct government, version, "Of the program."),
};
const struct record government_reply_record =
    RECORD_TOLD("Government", struct government, government_fields);

enum rc show_government(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    struct government reply;

    TRY(api_snapshot(api, &snapshot));
    directory = snapshot->picture->directory;
    reply = (struct government){
        .name = directory->government_name,
        .short_name = directory->government_short,
        .zone = directory->government_zone,
        .now_ms = api_now_ms(api),
        .speed = api->options.clock->speed,
        .version = TEXT(HADIR_VERSION),
    };
    api_reply(request, &government_reply_record, &reply, directory->offset_minutes);
    return RC_OK;
}

enum rc show_openapi(struct http_request *request)
{
    api_write_openapi(http_reply_buf(request, "application/json"));
    return RC_OK;
}
