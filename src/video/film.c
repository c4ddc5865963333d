#include "video/film.h"

#include "base/file.h"
#include "base/json_read.h"
#include "base/limits.h"
#include "base/log.h"
#include "video/janus_child.h"
#include "video/video.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { SAID_BYTES_MAX = 16 * 1024, LOOK_MS = 100, IDLE_NICENESS = 19, EMPTY_BYTES = 16 };

/* ---- names ---- */

static const struct text mjr = TEXT_INIT(".mjr");

bool film_name(struct text file, const char *room, struct text *out_name)
{
    char before[CODE_BYTES_MAX + 32];
    struct text rest = file;
    int bytes = snprintf(before, sizeof before, "videoroom-%s-user-", room);

    if (bytes < 0 || (size_t)bytes >= sizeof before) return false;
    if (!text_starts(rest, text_of(before)) || !text_ends(rest, mjr)) return false;
    if (rest.bytes < (size_t)bytes + VIDEO_ID_BYTES + mjr.bytes) return false;
    rest = (struct text){rest.at + bytes, rest.bytes - (size_t)bytes - mjr.bytes};
    if (text_find(rest, '/') < rest.bytes) return false;
    *out_name = rest;
    return true;
}

/* One file on its way; paths are of the request's arena. */
struct work {
    const struct film_job *job;
    struct arena *mem;
    struct text name;
    const char *from; /* the .mjr */
    const char *part;
};

static const char *path_in(const struct work *work, const char *ending)
{
    return arena_format(work->mem, "%s/%s/" TEXT_FORMAT "%s", work->job->folder, work->job->room,
                        TEXT_ARGUMENT(work->name), ending)
        .at;
}

/* ---- the tool ---- */

static bool take_said(int fd, struct buf *said)
{
    char bytes[1024];
    ssize_t count = read(fd, bytes, sizeof bytes);

    if (count > 0) buf_add_bytes(said, bytes, (size_t)count);
    return count > 0;
}

/* Run it to its end, unless that takes too long or nobody waits any more. */
static enum rc run_tool(const struct work *work, const char *const *words, struct buf *said)
{
    const struct film_job *job = work->job;
    CLEANUP(janus_child_stop) struct janus_child *child = NULL;
    int64_t until_ms = clock_mono_ms() + FILM_MS_MAX;
    int said_fd;

    TRY(janus_child_start(&(struct janus_start){.program = job->program,
                                                .folder = job->folder,
                                                .words = words,
                                                .niceness = IDLE_NICENESS},
                          &child));
    said_fd = janus_child_said_fd(child);
    while (!janus_child_has_ended(child)) {
        struct pollfd fds[] = {{.fd = janus_child_fd(child), .events = POLLIN},
                               {.fd = said_fd, .events = POLLIN}};

        if (atomic_load(job->stopping)) return RC_UNAVAILABLE;
        if (clock_mono_ms() > until_ms) return RC_INVALID;
        IGNORE(poll(fds, COUNT_OF(fds), LOOK_MS), "looked at anyway");
        IGNORE(take_said(said_fd, said), "there may be nothing");
    }
    while (take_said(said_fd, said)) {
    }
    return janus_child_went_well(&child) ? RC_OK : RC_INVALID;
}

/* The last line of what it said, as one that may be told. */
static struct text last_words(const struct buf *said, struct arena *mem)
{
    struct text all = text_trim(buf_text(said));
    size_t begin = all.bytes;
    char *line;

    while (begin > 0 && all.at[begin - 1] != '\n' && all.bytes - begin < NAME_BYTES_MAX / 2) {
        begin--;
    }
    line = arena_alloc(mem, all.bytes - begin + 1);
    for (size_t i = begin; i < all.bytes; i++) {
        line[i - begin] = all.at[i] < ' ' || all.at[i] > '~' ? ' ' : all.at[i];
    }
    return (struct text){line, all.bytes - begin};
}

/* ---- what it is ---- */

struct rotation {
    int rotation;
};
struct extent {
    struct record_list rotations;
    double duration; /* seconds */
};
struct header {
    struct text t;
    struct text c;
    int64_t u; /* microseconds, of the first packet */
    struct extent extended;
};

static const struct record_field rotation_fields[] = {
    RECORD_INT(struct rotation, rotation, RECORD_REQUIRED, 0, 360),
};
static const struct record rotation_record = {.name = "Rotation",
                                              .bytes = sizeof(struct rotation),
                                              .fields = rotation_fields,
                                              .field_count = COUNT_OF(rotation_fields),
                                              .open = true};
static const struct record_field extent_fields[] = {
    RECORD_REAL(struct extent, duration, RECORD_REQUIRED, 0, 1000 * 1000),
    RECORD_LIST(struct extent, rotations, RECORD_OPTIONAL, &rotation_record, 10 * 1000),
};
static const struct record extent_record = {.name = "Extent",
                                            .bytes = sizeof(struct extent),
                                            .fields = extent_fields,
                                            .field_count = COUNT_OF(extent_fields),
                                            .open = true};
static const struct record_field header_fields[] = {
    RECORD_TEXT(struct header, t, RECORD_REQUIRED, 1, 8),
    RECORD_TEXT(struct header, c, RECORD_REQUIRED, 1, 16),
    RECORD_INT(struct header, u, RECORD_REQUIRED, 1, INT64_MAX),
    RECORD_RECORD(struct header, extended, RECORD_REQUIRED, &extent_record),
};
static const struct record header_record = {.name = "MjrHeader",
                                            .bytes = sizeof(struct header),
                                            .fields = header_fields,
                                            .field_count = COUNT_OF(header_fields),
                                            .open = true};

static const struct format {
    struct text codec;
    const char *name;
    const char *ending;
} formats[] = {
    {TEXT_INIT("opus"), "opus", ".opus"},
    {TEXT_INIT("vp8"), "webm", ".webm"},
    {TEXT_INIT("h264"), "mp4", ".mp4"},
};

static const struct format *format_of(struct text codec)
{
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (text_equal(formats[i].codec, codec)) return &formats[i];
    }
    return NULL;
}

/* "...-video-2": the mid of the stream within the member's connection. */
static struct text mid_of(struct text name)
{
    size_t at = name.bytes;

    while (at > 0 && name.at[at - 1] != '-') {
        at--;
    }
    return (struct text){name.at + at, name.bytes - at};
}

static bool is_screen(const struct work *work)
{
    struct text member = {work->name.at, VIDEO_ID_BYTES};
    bool found = false;

    for (size_t i = 0; i < work->job->line_count; i++) {
        const struct journal_line *line = &work->job->lines[i];

        if (line->what != JOURNAL_MEMBER || !text_equal(line->member, member)) continue;
        found = line->screen.bytes > 0 && text_equal(line->screen, mid_of(work->name));
    }
    return found;
}

static struct journal_line line_of(const struct work *work, const struct header *header)
{
    const struct rotation *rotations = header->extended.rotations.items;
    bool is_sound = text_equal(header->t, TEXT("a"));
    struct text picture = is_screen(work) ? TEXT("screen") : TEXT("picture");

    return (struct journal_line){
        .what = JOURNAL_FILM,
        .machine_ms = header->u / 1000,
        .at_ms = journal_instant(work->job->lines, work->job->line_count, header->u / 1000),
        .lasts_ms = (int64_t)(header->extended.duration * 1000),
        .rotation = header->extended.rotations.count > 0 ? rotations[0].rotation : 0,
        .member = {work->name.at, VIDEO_ID_BYTES},
        .medium = is_sound ? TEXT("sound") : picture,
    };
}

/* ---- the steps ---- */

static enum rc refuse(const struct work *work, struct text why)
{
    const struct film_job *job = work->job;
    struct journal_line line = {.what = JOURNAL_FAILED, .file = text_of(job->file), .why = why};

    log_warn("no film can be made of a recording; going on with the next", LOG_TEXT("why", why));
    TRY(journal_add(job->folder, job->room, &line));
    if (rename(work->from, arena_format(work->mem, "%s.failed", work->from).at) != 0) {
        return RC_UNAVAILABLE;
    }
    return RC_INVALID;
}

static enum rc read_header(const struct work *work, struct header *out_header)
{
    const char *words[] = {"janus-pp-rec", "-o", "-d", "2", "-e", work->from, NULL};
    CLEANUP(buf_done) struct buf said = {0};
    enum rc rc;

    buf_init(&said, SAID_BYTES_MAX);
    rc = run_tool(work, words, &said);
    if (rc == RC_OK) {
        rc = json_read(&header_record, text_trim(buf_text(&said)), work->mem, out_header, NULL);
    }
    return rc == RC_INVALID ? refuse(work, last_words(&said, work->mem)) : rc;
}

static enum rc convert(const struct work *work, const struct format *format)
{
    const char *words[] = {"janus-pp-rec", "-o",       "-d",       "2", "-f",
                           format->name,   work->from, work->part, NULL};
    CLEANUP(buf_done) struct buf said = {0};
    enum rc rc;

    buf_init(&said, SAID_BYTES_MAX);
    rc = run_tool(work, words, &said);
    return rc == RC_INVALID ? refuse(work, last_words(&said, work->mem)) : rc;
}

/* It is on the disk, as old as what it was made of, before that is removed. */
static enum rc settle(const struct work *work, const char *film, int64_t *out_bytes)
{
    CLEANUP(file_close) int fd = open(work->part, O_RDONLY | O_CLOEXEC);
    struct timespec times[2];
    struct stat from, made;

    if (fd < 0 || fstat(fd, &made) != 0 || stat(work->from, &from) != 0) return RC_UNAVAILABLE;
    times[0] = times[1] = from.st_mtim;
    if (made.st_size == 0) return refuse(work, TEXT("the film is empty"));
    if (futimens(fd, times) != 0 || fsync(fd) != 0 || rename(work->part, film) != 0) {
        return RC_UNAVAILABLE;
    }
    *out_bytes = made.st_size;
    return RC_OK;
}

static enum rc make(const struct work *work)
{
    struct header header;
    const struct format *format;
    struct journal_line line;

    TRY(read_header(work, &header));
    format = format_of(header.c);
    if (!format) return refuse(work, TEXT("no browser plays what it holds"));
    TRY(convert(work, format));
    line = line_of(work, &header);
    line.file =
        arena_format(work->mem, TEXT_FORMAT "%s", TEXT_ARGUMENT(work->name), format->ending);
    TRY(settle(work, path_in(work, format->ending), &line.bytes));
    TRY(journal_add(work->job->folder, work->job->room, &line));
    return unlink(work->from) == 0 ? RC_OK : RC_UNAVAILABLE;
}

/* A film is about as large as what it is made of. */
static bool has_space(const char *path, off_t bytes)
{
    struct statvfs disk;

    if (statvfs(path, &disk) != 0) return false;
    return disk.f_bavail * disk.f_frsize > (uint64_t)bytes + FILM_SPARE_BYTES;
}

enum rc film_make(const struct film_job *job)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct work work = {.job = job, .mem = mem};
    struct stat of;
    enum rc rc;

    if (!film_name(text_of(job->file), job->room, &work.name)) return RC_INVALID;
    work.from = arena_format(mem, "%s/%s/%s", job->folder, job->room, job->file).at;
    work.part = path_in(&work, ".part");
    if (stat(work.from, &of) != 0) return RC_UNAVAILABLE;
    /* A stream that never sent anything has the first word of a file and no more. */
    if (of.st_size < EMPTY_BYTES) return unlink(work.from) == 0 ? RC_OK : RC_UNAVAILABLE;
    if (!has_space(work.from, of.st_size)) return RC_UNAVAILABLE;
    rc = make(&work);
    if (rc != RC_OK) IGNORE(unlink(work.part), "there may be none");
    return rc;
}
