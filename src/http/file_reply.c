/* A file as the body of a reply, or the part of it that a player asks for. */
#include "base/file.h"
#include "http/range.h"
#include "http/server_private.h"

#include <fcntl.h>
#include <sys/stat.h>

/* A file of this size, written then. */
static const char *etag_of(const struct stat *of, struct arena *mem)
{
    return arena_format(mem, "\"%llx-%llx-%llx\"", (unsigned long long)of->st_size,
                        (unsigned long long)of->st_mtim.tv_sec,
                        (unsigned long long)of->st_mtim.tv_nsec)
        .at;
}

/* Whoever has a part of another file by this name gets the whole (If-Range). */
static struct range wanted(struct http_request *request, const char *etag, int64_t bytes)
{
    struct text if_range = http_header(request, MHD_HTTP_HEADER_IF_RANGE);

    if (if_range.at && !text_equal(text_trim(if_range), text_of(etag))) {
        return (struct range){.kind = RANGE_WHOLE};
    }
    return range_of(http_header(request, MHD_HTTP_HEADER_RANGE), bytes);
}

static enum rc reply_outside(struct http_request *request, int64_t bytes)
{
    http_reply_status(request, 416, "range", "Range Not Satisfiable");
    return http_reply_header(request, MHD_HTTP_HEADER_CONTENT_RANGE,
                             arena_format(request->mem, "bytes */%lld", (long long)bytes));
}

static enum rc reply_part(struct http_request *request, struct range part, int64_t bytes)
{
    request->reply.status = 206;
    return http_reply_header(
        request, MHD_HTTP_HEADER_CONTENT_RANGE,
        arena_format(request->mem, "bytes %lld-%lld/%lld", (long long)part.from,
                     (long long)(part.from + part.bytes - 1), (long long)bytes));
}

enum rc http_reply_file(struct http_request *request, const char *content_type, const char *path)
{
    CLEANUP(file_close) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct range part;
    struct stat of;
    const char *etag;

    if (fd < 0 || fstat(fd, &of) != 0 || !S_ISREG(of.st_mode)) return RC_NOT_FOUND;
    etag = etag_of(&of, request->mem);
    part = wanted(request, etag, of.st_size);
    TRY(http_reply_header(request, MHD_HTTP_HEADER_ACCEPT_RANGES, TEXT("bytes")));
    if (part.kind == RANGE_OUTSIDE) return reply_outside(request, of.st_size);
    TRY(http_reply_header(request, MHD_HTTP_HEADER_ETAG, text_of(etag)));
    if (part.kind == RANGE_PART) {
        TRY(reply_part(request, part, of.st_size));
    } else {
        part.bytes = of.st_size;
    }
    http_reply_text(request, content_type, (struct text){"", 0});
    request->state->file =
        (struct http_file){.is_open = true, .fd = fd, .from = part.from, .bytes = part.bytes};
    fd = -1;
    return RC_OK;
}

struct MHD_Response *http_file_response(struct http_state *state)
{
    struct http_file *file = &state->file;
    struct MHD_Response *response = MHD_create_response_from_fd_at_offset64(
        (uint64_t)file->bytes, file->fd, (uint64_t)file->from);

    if (response) file->is_open = false; /* the library closes it */
    return response;
}

void http_file_close(struct http_file *file)
{
    if (file->is_open) file_close(&file->fd);
    file->is_open = false;
}
