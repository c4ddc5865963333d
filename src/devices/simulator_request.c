#include "devices/simulator_request.h"

static void add_head(const struct simulator_world *world,
                     struct text serial,
                     struct buf *out,
                     const char *door,
                     const char *query)
{
    buf_add(out, world->prefix);
    buf_add(out, text_of(door));
    buf_add(out, TEXT("?SN="));
    buf_add(out, serial);
    buf_add(out, text_of(query));
    buf_add(out, TEXT(" HTTP/1.1\r\nHost: "));
    buf_add(out, world->host);
    buf_add(out, TEXT("\r\nUser-Agent: iClock Proxy/1.09\r\nConnection: keep-alive\r\n"
                      "Accept: */*\r\n"));
}

void simulator_request_get(const struct simulator_world *world,
                           struct text serial,
                           struct buf *out,
                           const char *door,
                           const char *query)
{
    buf_add(out, TEXT("GET "));
    add_head(world, serial, out, door, query);
    buf_add(out, TEXT("\r\n"));
}

void simulator_request_post(const struct simulator_world *world,
                            struct text serial,
                            struct buf *out,
                            const char *door,
                            const char *query,
                            struct text body)
{
    buf_add(out, TEXT("POST "));
    add_head(world, serial, out, door, query);
    buf_add(out, TEXT("Content-Type: text/plain\r\nContent-Length: "));
    buf_add_int(out, (int64_t)body.bytes);
    buf_add(out, TEXT("\r\n\r\n"));
    buf_add(out, body);
}
