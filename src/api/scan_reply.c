#include "api/scan_reply.h"

enum rc scan_reply(struct http_request *request,
                   enum scan_kind kind,
                   struct text bytes,
                   struct text name)
{
    TRY(http_reply_header(request, "Content-Disposition",
                          arena_format(request->mem, "%s; filename=\"" TEXT_FORMAT ".%s\"",
                                       kind == SCAN_PDF ? "attachment" : "inline",
                                       TEXT_ARGUMENT(name), scan_ending(kind))));
    TRY(http_reply_header(request, "Content-Security-Policy", TEXT("default-src 'none'; sandbox")));
    http_reply_text(request, scan_type(kind), bytes);
    return RC_OK;
}
