#include "api/bodies.h"
#include "api/inspection_bodies.h"
#include "api/inspection_reply.h"
#include "api/reply.h"
#include "api/rooms.h"
#include "attendance/recap.h"
#include "people/own_pattern.h"

#define JSON   "application/json"
#define CSV    "text/csv"
#define EVENTS "text/event-stream"

/* What comes back when all is well: a status, and records (HTTP_EMPTY: none). */
#define OUTCOMES(...)             \
    (const struct http_outcome[]) \
    {                             \
        __VA_ARGS__,              \
        {                         \
            .status = 0           \
        }                         \
    }
#define ONE(of)       OUTCOMES({200, HTTP_ONE, JSON, &(of), NULL})
#define CREATED(of)   OUTCOMES({201, HTTP_ONE, JSON, &(of), NULL})
#define MANY(of)      OUTCOMES({200, HTTP_MANY, JSON, &(of), NULL})
#define NOTHING       OUTCOMES({204, HTTP_EMPTY, NULL, NULL, NULL})
#define ISSUED(of)    OUTCOMES({201, HTTP_ONE, JSON, &(of), NULL}, {200, HTTP_ONE, JSON, &(of), NULL})
#define FILE_OF(type) OUTCOMES({200, HTTP_BYTES, type, NULL, NULL})
#define COPY_OF                                                \
    OUTCOMES({200, HTTP_BYTES, "application/pdf", NULL, NULL}, \
             {200, HTTP_BYTES, "image/jpeg", NULL, NULL},      \
             {200, HTTP_BYTES, "image/png", NULL, NULL})
#define CLAIMED OUTCOMES({200, HTTP_EMPTY, NULL, NULL, NULL}, {202, HTTP_EMPTY, NULL, NULL, NULL})
#define ONE_OR_CSV(of) \
    OUTCOMES({200, HTTP_ONE, JSON, &(of), NULL}, {200, HTTP_BYTES, CSV, NULL, NULL})
#define SCAN                                              \
    OUTCOMES({200, HTTP_BYTES, "image/jpeg", NULL, NULL}, \
             {200, HTTP_BYTES, "image/png", NULL, NULL},  \
             {200, HTTP_BYTES, "application/pdf", NULL, NULL})
#define FIGURES OUTCOMES({200, HTTP_BYTES, "text/plain", NULL, NULL})
#define FILM                                                                                     \
    OUTCOMES(                                                                                    \
        {200, HTTP_BYTES, "video/webm", NULL, NULL}, {200, HTTP_BYTES, "video/mp4", NULL, NULL}, \
        {200, HTTP_BYTES, "audio/ogg", NULL, NULL}, {206, HTTP_BYTES, "video/webm", NULL, NULL}, \
        {206, HTTP_BYTES, "video/mp4", NULL, NULL}, {206, HTTP_BYTES, "audio/ogg", NULL, NULL})
#define OPENAPI OUTCOMES({200, HTTP_BYTES, JSON, NULL, NULL})
#define BOARD_EVENTS                                                     \
    OUTCOMES({200, HTTP_EVENT, EVENTS, &board_reply_record, "snapshot"}, \
             {200, HTTP_EVENT, EVENTS, &board_change_record, "change"})

#define ROOM_NEWS(word)                                  \
    {                                                    \
        200, HTTP_EVENT, EVENTS, &room_news_record, word \
    }
#define ROOM_EVENTS                                                                              \
    OUTCOMES({200, HTTP_EVENT, EVENTS, &room_record, "snapshot"},                                \
             {200, HTTP_EVENT, EVENTS, &room_member_record, "member"}, ROOM_NEWS("gone"),        \
             ROOM_NEWS("floor"), ROOM_NEWS("ready"), ROOM_NEWS("reset"), ROOM_NEWS("hangup"),    \
             ROOM_NEWS("asked"), ROOM_NEWS("recording"), ROOM_NEWS("said"), ROOM_NEWS("closed"), \
             ROOM_NEWS("end"))
#define INSPECTION_EVENTS                                                    \
    OUTCOMES({200, HTTP_EVENT, EVENTS, &inspection_room_record, "snapshot"}, \
             {200, HTTP_EVENT, EVENTS, &inspection_change_record, "change"})

const struct http_route api_routes[] = {
#define ROUTE(verb, path, may, does, asks, body, gives, says) \
    {.method = HTTP_##verb,                                   \
     .pattern = (path),                                       \
     .permission = (may),                                     \
     .handler = (does),                                       \
     .query = (asks),                                         \
     .request = (body),                                       \
     .outcomes = (gives),                                     \
     .about = (says)},
#include "api/routes.def"
#undef ROUTE
};

const size_t api_route_count = COUNT_OF(api_routes);
