#include "cmd/folder.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *inside(const char *path, const char *name, struct arena *mem)
{
    return arena_format(mem, "%s/%s", path, name).at;
}

struct folder folder_at(const char *path, struct arena *mem)
{
    return (struct folder){
        .path = arena_cstr(mem, text_of(path)),
        .facts = inside(path, "facts.db", mem),
        .derived = inside(path, "derived.db", mem),
        .lock = inside(path, "lock", mem),
        .control = inside(path, "control.sock", mem),
        .janus = inside(path, "run/janus", mem),
        .recordings = inside(path, "recordings", mem),
        .seal_key = inside(path, "seal.key", mem),
    };
}

enum rc folder_check(const struct folder *folder, struct problem *why)
{
    if (file_exists(folder->facts)) return RC_OK;
    return problem_set(why, RC_UNAVAILABLE,
                       "%s holds no government; hadir init makes one, hadir demo one to look at",
                       folder->path);
}

static void close_folder(DIR **folder)
{
    if (*folder) IGNORE(closedir(*folder), "it was only read");
}

static enum rc check_empty(const struct folder *folder, struct problem *why)
{
    CLEANUP(close_folder) DIR *entries = opendir(folder->path);
    const struct dirent *entry;

    if (!entries) return problem_set(why, RC_FORBIDDEN, "cannot read the folder %s", folder->path);
    while ((entry = readdir(entries)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (file_exists(folder->facts)) {
            return problem_set(why, RC_CONFLICT, "%s holds a government already", folder->path);
        }
        return problem_set(why, RC_CONFLICT, "%s is not empty", folder->path);
    }
    return RC_OK;
}

enum rc folder_make(const struct folder *folder, struct problem *why)
{
    TRY(file_make_folder(folder->path, 0700, why));
    TRY(check_empty(folder, why));
    if (chmod(folder->path, 0700) == 0) return RC_OK;
    return problem_set(why, RC_FORBIDDEN, "%s cannot be kept for its owner alone", folder->path);
}

void folder_unmake(const struct folder *folder)
{
    static const char *const names[] = {
        "facts.db",       "facts.db-wal",   "facts.db-shm", "derived.db",
        "derived.db-wal", "derived.db-shm", "lock",         "seal.key",
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    for (size_t i = 0; i < COUNT_OF(names); i++) {
        IGNORE(unlink(inside(folder->path, names[i], mem)), "it may not exist");
    }
    IGNORE(rmdir(folder->path), "somebody may have put something there");
}

enum rc folder_lock(const struct folder *folder, int *out_fd, struct problem *why)
{
    TRY(folder_check(folder, why));
    return file_lock(folder->lock, out_fd, why);
}
