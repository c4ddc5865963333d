#include "video/recording_journal.h"

#include "base/file.h"
#include "base/json_read.h"
#include "base/limits.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 4096 };

static const struct record_choice kinds[] = {
    {"on", JOURNAL_ON},
    {"off", JOURNAL_OFF},
    {"member", JOURNAL_MEMBER},
    {"floor", JOURNAL_FLOOR},
    {"film", JOURNAL_FILM},
    {"failed", JOURNAL_FAILED},
    {NULL, 0},
};

#define INSTANT(member) \
    RECORD_INT(struct journal_line, member, RECORD_OPTIONAL, 0, INT64_MAX, .absent = 0)
#define WORD(member, most) RECORD_TEXT(struct journal_line, member, RECORD_OPTIONAL, 0, most)

static const struct record_field fields[] = {
    RECORD_CHOICE(struct journal_line, what, RECORD_REQUIRED, kinds),
    INSTANT(at_ms),
    INSTANT(machine_ms),
    WORD(member, CODE_BYTES_MAX),
    WORD(name, NAME_BYTES_MAX),
    WORD(role, CODE_BYTES_MAX),
    WORD(tag, CODE_BYTES_MAX),
    WORD(screen, CODE_BYTES_MAX),
    WORD(file, NAME_BYTES_MAX),
    WORD(medium, CODE_BYTES_MAX),
    INSTANT(lasts_ms),
    INSTANT(bytes),
    RECORD_INT(struct journal_line, rotation, RECORD_OPTIONAL, 0, 360, .absent = 0),
    WORD(why, NAME_BYTES_MAX),
};
static const struct record line_record = RECORD("JournalLine", struct journal_line, fields);

static const char *path_of(const char *folder, const char *room, struct arena *mem)
{
    return arena_format(mem, "%s/%s/journal", folder, room).at;
}

/* ---- writing ---- */

static enum rc append(int fd, struct text line)
{
    struct stat of;

    if (fstat(fd, &of) != 0 || of.st_size > JOURNAL_BYTES_MAX - (off_t)line.bytes) {
        return RC_UNAVAILABLE;
    }
    return write(fd, line.at, line.bytes) == (ssize_t)line.bytes ? RC_OK : RC_UNAVAILABLE;
}

enum rc journal_add(const char *folder, const char *room, const struct journal_line *line)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf text = {0};
    CLEANUP(file_close) int fd = -1;
    struct json_write json;

    buf_init(&text, LINE_BYTES_MAX);
    json_write_init(&json, &text);
    record_write_json(&line_record, line, (struct record_view){.sight = RECORD_PRIVATE}, &json,
                      NULL);
    buf_add_char(&text, '\n');
    if (!buf_ok(&text)) return RC_TOO_LARGE;
    fd = open(path_of(folder, room, mem), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return fd < 0 ? RC_UNAVAILABLE : append(fd, buf_text(&text));
}

enum rc journal_note(const char *folder,
                     const char *room,
                     const struct clock *clock,
                     struct journal_line line)
{
    struct clock machine;

    clock_init(&machine);
    line.machine_ms = clock_now_ms(&machine);
    line.at_ms = clock_now_ms(clock ? clock : &machine);
    return journal_add(folder, room, &line);
}

/* ---- reading ---- */

static size_t count_lines(struct text bytes)
{
    size_t count = 0;

    for (size_t i = 0; i < bytes.bytes; i++) {
        count += bytes.at[i] == '\n';
    }
    return count;
}

enum rc journal_read(const char *folder,
                     const char *room,
                     struct arena *mem,
                     const struct journal_line **out_lines,
                     size_t *out_count)
{
    struct journal_line *lines;
    struct text rest = {0};
    size_t count = 0;

    TRY(file_read(path_of(folder, room, mem), JOURNAL_BYTES_MAX, mem, &rest, NULL));
    lines = arena_array(mem, struct journal_line, count_lines(rest) + 1);
    while (rest.at) {
        struct text line = text_cut(&rest, '\n');

        if (line.bytes == 0) continue;
        count += json_read(&line_record, line, mem, &lines[count], NULL) == RC_OK;
    }
    *out_lines = lines;
    *out_count = count;
    return RC_OK;
}

int64_t journal_instant(const struct journal_line *lines, size_t count, int64_t machine_ms)
{
    int64_t ahead_ms = 0;
    bool found = false;

    for (size_t i = 0; i < count; i++) {
        if (lines[i].what == JOURNAL_FILM || lines[i].what == JOURNAL_FAILED) continue;
        if (found && lines[i].machine_ms > machine_ms) break;
        ahead_ms = lines[i].at_ms - lines[i].machine_ms;
        found = true;
    }
    return machine_ms + ahead_ms;
}
