/* What a browser is told on entering a room: its place, and who helps it to find
 * a way through the network. */
#include "api/reply.h"
#include "api/rooms.h"
#include "video/turn.h"

struct told_joined {
    struct text member;
    struct record_list ice_servers;
};

struct told_ice_server {
    struct record_list urls;
    struct text username;
    struct text credential;
};

static const struct record_field ice_server_fields[] = {
    RECORD_TEXTS(struct told_ice_server,
                 urls,
                 RECORD_REQUIRED,
                 RECORD_ANY,
                 .about = "As RTCIceServer has them."),
    SAY_TEXT(struct told_ice_server,
             username,
             "Of a relay; good until the seconds at its beginning, else empty."),
    SAY_TEXT(struct told_ice_server, credential, "Its password."),
};
static const struct record ice_server_record =
    RECORD_TOLD("IceServer", struct told_ice_server, ice_server_fields);

static const struct record_field joined_fields[] = {
    SAY_TEXT(struct told_joined, member, "The caller's place in the room."),
    SAY_LIST(struct told_joined,
             ice_servers,
             &ice_server_record,
             "Who helps to find a way through the network."),
};
const struct record joined_room_record =
    RECORD_TOLD("JoinedRoom", struct told_joined, joined_fields);

static size_t add_stun(const struct api *api, struct arena *mem, struct told_ice_server *to)
{
    struct text *url = arena_one(mem, struct text);

    if (!api->options.stun) return 0;
    *url = arena_format(mem, "stun:%s", api->options.stun);
    *to = (struct told_ice_server){{url, 1}, TEXT(""), TEXT("")};
    return 1;
}

/* The relay goes by the true clock, whatever is simulated here. */
static size_t add_turn(const struct api *api,
                       const char *seat,
                       struct arena *mem,
                       struct told_ice_server *to)
{
    const struct turn *turn = api->options.turn;
    struct turn_pass pass;
    struct clock clock;

    if (!turn || turn->urls.count == 0) return 0;
    clock_init(&clock);
    pass = turn_pass_make(&turn->secret, text_of(seat), clock_now_ms(&clock) / 1000, mem);
    *to = (struct told_ice_server){{turn->urls.at, turn->urls.count}, pass.name, pass.password};
    return 1;
}

void room_reply_joined(struct http_request *request, const char *id)
{
    const struct api *api = api_of(request);
    struct told_ice_server servers[2];
    struct told_joined joined = {.member = text_of(id), .ice_servers = {.items = servers}};

    joined.ice_servers.count = add_stun(api, request->mem, servers);
    joined.ice_servers.count += add_turn(api, id, request->mem, &servers[joined.ice_servers.count]);
    request->reply.status = 201;
    api_reply(request, &joined_room_record, &joined, 0);
}
