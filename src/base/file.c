#include "base/file.h"

#include "base/buf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES_MAX = 4096 };

/* Turn errno into a code and a sentence. */
static enum rc failed(struct problem *why, const char *path, const char *act)
{
    int error = errno;
    enum rc rc = RC_UNAVAILABLE;
    char reason[128];

    if (error == ENOENT || error == ENOTDIR) rc = RC_NOT_FOUND;
    if (error == EACCES || error == EPERM || error == EROFS) rc = RC_FORBIDDEN;
    return problem_set(why, rc, "cannot %s %s: %s", act, path,
                       strerror_r(error, reason, sizeof reason));
}

void file_close(int *fd)
{
    if (*fd >= 0) IGNORE(close(*fd), "what mattered was synced before");
    *fd = -1;
}

static enum rc open_for_reading(const char *path,
                                size_t bytes_max,
                                int *out_fd,
                                size_t *out_bytes,
                                struct problem *why)
{
    CLEANUP(file_close) int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat stat;

    if (fd < 0) return failed(why, path, "open");
    if (fstat(fd, &stat) != 0) return failed(why, path, "read");
    if (S_ISDIR(stat.st_mode)) return problem_set(why, RC_INVALID, "%s is a folder", path);
    if ((uint64_t)stat.st_size > bytes_max) {
        return problem_set(why, RC_TOO_LARGE, "%s has more than %zu bytes", path, bytes_max);
    }
    *out_bytes = (size_t)stat.st_size;
    *out_fd = fd;
    fd = -1;
    return RC_OK;
}

/* Pipes and files under /proc tell no size, so reading goes on to the end. */
static enum rc read_all(int fd, const char *path, struct buf *to, struct problem *why)
{
    char chunk[16 * 1024];
    ssize_t count;

    while ((count = read(fd, chunk, sizeof chunk)) != 0) {
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(why, path, "read");
        buf_add_bytes(to, chunk, (size_t)count);
        if (!buf_ok(to)) {
            return problem_set(why, RC_TOO_LARGE, "%s has more than %zu bytes", path,
                               to->bytes_max);
        }
    }
    return RC_OK;
}

enum rc file_read(const char *path,
                  size_t bytes_max,
                  struct arena *mem,
                  struct text *out_bytes,
                  struct problem *why)
{
    CLEANUP(file_close) int fd = -1;
    CLEANUP(buf_done) struct buf contents = {0};
    size_t bytes = 0;

    buf_init(&contents, bytes_max);
    TRY(open_for_reading(path, bytes_max, &fd, &bytes, why));
    TRY(read_all(fd, path, &contents, why));
    *out_bytes = arena_text(mem, buf_text(&contents));
    return RC_OK;
}

static bool write_all(int fd, struct text bytes)
{
    while (bytes.bytes) {
        ssize_t count = write(fd, bytes.at, bytes.bytes);

        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.at += count;
        bytes.bytes -= (size_t)count;
    }
    return true;
}

/* The rename is on the disk only when its folder is. */
static enum rc sync_folder_of(const char *path, struct problem *why)
{
    CLEANUP(file_close) int fd = -1;
    char folder[PATH_BYTES_MAX];
    const char *slash = strrchr(path, '/');
    int bytes = slash ? (int)(slash - path) + 1 : 1;

    IGNORE(snprintf(folder, sizeof folder, "%.*s", bytes, slash ? path : "."), "checked before");
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fsync(fd) != 0) return failed(why, folder, "sync");
    return RC_OK;
}

static enum rc write_synced(const char *path, struct text bytes, unsigned mode, struct problem *why)
{
    CLEANUP(file_close) int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, (mode_t)mode);

    if (fd < 0) return failed(why, path, "create");
    if (!write_all(fd, bytes)) return failed(why, path, "write");
    if (fsync(fd) != 0) return failed(why, path, "sync");
    return RC_OK;
}

enum rc file_write(const char *path, struct text bytes, unsigned mode, struct problem *why)
{
    char beside[PATH_BYTES_MAX];
    int length = snprintf(beside, sizeof beside, "%s.%ld.new", path, (long)getpid());
    enum rc rc;

    if (length < 0 || (size_t)length >= sizeof beside) {
        return problem_set(why, RC_INVALID, "the path of the file is too long");
    }
    rc = write_synced(beside, bytes, mode, why);
    if (rc == RC_OK && rename(beside, path) != 0) rc = failed(why, path, "write");
    if (rc != RC_OK) {
        IGNORE(unlink(beside), "it may not exist; the first reason counts");
        return rc;
    }
    return sync_folder_of(path, why);
}

enum rc file_map(const char *path, size_t bytes_max, struct file_map *out_map, struct problem *why)
{
    CLEANUP(file_close) int fd = -1;
    size_t bytes = 0;
    void *at;

    TRY(open_for_reading(path, bytes_max, &fd, &bytes, why));
    if (bytes == 0) {
        *out_map = (struct file_map){{"", 0}};
        return RC_OK;
    }
    at = mmap(NULL, bytes, PROT_READ, MAP_PRIVATE, fd, 0);
    if (at == MAP_FAILED) return failed(why, path, "map");
    *out_map = (struct file_map){{at, bytes}};
    return RC_OK;
}

void file_unmap(struct file_map *map)
{
    union {
        const char *constant;
        void *pages;
    } at = {map->bytes.at};

    if (map->bytes.bytes) IGNORE(munmap(at.pages, map->bytes.bytes), "mapped by file_map");
    *map = (struct file_map){{NULL, 0}};
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

enum rc file_make_folder(const char *path, unsigned mode, struct problem *why)
{
    char part[PATH_BYTES_MAX];
    size_t bytes = strlen(path);
    struct stat stat_of;

    if (bytes == 0 || bytes >= sizeof part) {
        return problem_set(why, RC_INVALID, "the path of the folder is empty or too long");
    }
    for (size_t i = 1; i <= bytes; i++) {
        if (i < bytes && path[i] != '/') continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, (mode_t)mode) != 0 && errno != EEXIST) return failed(why, part, "create");
    }
    if (stat(path, &stat_of) != 0) return failed(why, path, "create");
    if (!S_ISDIR(stat_of.st_mode)) return problem_set(why, RC_CONFLICT, "%s is no folder", path);
    return RC_OK;
}

enum rc file_lock(const char *path, int *out_fd, struct problem *why)
{
    CLEANUP(file_close) int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0) return failed(why, path, "open");
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return failed(why, path, "lock");
        return problem_set(why, RC_CONFLICT, "%s is held by another process", path);
    }
    *out_fd = fd;
    fd = -1;
    return RC_OK;
}
