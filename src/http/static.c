#include "http/static.h"

#include "base/embedded.h"
#include "http/compress.h"
#include "http/query.h"

#include <microhttpd.h>

enum { HASH_LETTERS = 8 };

static const char not_built[] =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Hadir</title>"
    "<h1>Hadir is running</h1><p>This program was built without its browser client. "
    "Build the client (web/) first, then the program again.</p></html>";

static bool is_hash_letter(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
}

/* "assets/index-BkJ3x9_a.js": the bundler puts eight letters of the contents'
 * hash before the ending of what lies in assets/. */
static bool has_hashed_name(struct text path)
{
    size_t dot = path.bytes;

    if (!text_starts(path, TEXT("web/assets/"))) return false;
    while (dot > 0 && path.at[dot - 1] != '.') {
        dot--;
    }
    if (dot < HASH_LETTERS + 2 || path.at[dot - HASH_LETTERS - 2] != '-') return false;
    for (size_t i = dot - HASH_LETTERS - 1; i < dot - 1; i++) {
        if (!is_hash_letter(path.at[i])) return false;
    }
    return true;
}

static bool is_page(struct text path)
{
    return text_find(path, '.') == path.bytes;
}

static const struct embedded *find(struct http_request *request)
{
    const struct embedded *file;
    struct text path = query_decode_segment(request->path, request->mem);

    if (!text_starts(path, TEXT("/")) || text_starts(path, TEXT("/api/"))) return NULL;
    path = arena_format(request->mem, "web" TEXT_FORMAT, TEXT_ARGUMENT(path));
    file = embedded_find(path);
    return file || !is_page(path) ? file : embedded_find(TEXT("web/index.html"));
}

/* If-None-Match lists ETags, weak ones too ("W/"), or is "*" (RFC 9110, 13.1.2). */
static bool is_known(struct text header, const char *etag)
{
    while (header.at) {
        struct text tag = text_trim(text_cut(&header, ','));

        if (text_starts(tag, TEXT("W/"))) tag = (struct text){tag.at + 2, tag.bytes - 2};
        if (text_equal(tag, text_of(etag)) || text_equal(tag, TEXT("*"))) return true;
    }
    return false;
}

static enum rc add_caching(struct http_request *request, const struct embedded *file)
{
    struct text forever = TEXT("public, max-age=31536000, immutable");
    bool is_immutable = has_hashed_name(text_of(file->path));

    TRY(http_reply_header(request, MHD_HTTP_HEADER_ETAG, text_of(file->etag)));
    TRY(http_reply_header(request, MHD_HTTP_HEADER_VARY, TEXT("Accept-Encoding")));
    return http_reply_header(request, MHD_HTTP_HEADER_CACHE_CONTROL,
                             is_immutable ? forever : TEXT("no-cache"));
}

static enum rc send_file(struct http_request *request, const struct embedded *file)
{
    struct text accepted = http_header(request, MHD_HTTP_HEADER_ACCEPT_ENCODING);

    TRY(add_caching(request, file));
    if (is_known(http_header(request, MHD_HTTP_HEADER_IF_NONE_MATCH), file->etag)) {
        http_reply_empty(request, 304);
        return RC_OK;
    }
    if (file->gzip.bytes == 0 || !compress_accepts_gzip(accepted)) {
        http_reply_text(request, file->content_type, file->bytes);
        return RC_OK;
    }
    http_reply_text(request, file->content_type, file->gzip);
    return http_reply_header(request, MHD_HTTP_HEADER_CONTENT_ENCODING, TEXT("gzip"));
}

enum rc static_serve(struct http_request *request)
{
    const struct embedded *file;

    if (request->method != HTTP_GET) return RC_NOT_FOUND;
    file = find(request);
    if (file) return send_file(request, file);
    if (embedded_find(TEXT("web/index.html")) || !is_page(request->path) ||
        text_starts(request->path, TEXT("/api/"))) {
        return RC_NOT_FOUND;
    }
    http_reply_text(request, "text/html; charset=utf-8",
                    (struct text){not_built, sizeof not_built - 1});
    return RC_OK;
}
