#include "video/recording.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HOURS_PER_DAY = 24, MS_PER_HOUR = 3600 * 1000 };

enum rc recording_make_folder(const char *folder, const char *room)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    if (!folder) return RC_UNAVAILABLE;
    return file_make_folder(arena_format(mem, "%s/%s", folder, room).at, 0700, NULL);
}

bool recording_is_old(int64_t written_at_ms, int64_t now_ms, int days)
{
    return days > 0 && now_ms - written_at_ms > (int64_t)days * HOURS_PER_DAY * MS_PER_HOUR;
}

static void close_folder(DIR **folder)
{
    if (*folder) IGNORE(closedir(*folder), "it was only read");
}

static int64_t written_at_ms(const struct stat *of)
{
    return (int64_t)of->st_mtim.tv_sec * 1000 + of->st_mtim.tv_nsec / 1000000;
}

/* Only plain files: nobody else is expected to put anything here. */
static void remove_from(const char *path, int64_t now_ms, int days)
{
    CLEANUP(close_folder) DIR *folder = opendir(path);
    const struct dirent *entry;
    int removed = 0;

    while (folder && (entry = readdir(folder)) != NULL) {
        struct stat of;

        if (fstatat(dirfd(folder), entry->d_name, &of, AT_SYMLINK_NOFOLLOW) != 0) continue;
        if (!S_ISREG(of.st_mode) || !recording_is_old(written_at_ms(&of), now_ms, days)) continue;
        removed += unlinkat(dirfd(folder), entry->d_name, 0) == 0;
    }
    if (removed == 0) return;
    log_info("recordings were removed after their time", LOG_INT("files", removed));
    IGNORE(rmdir(path), "it stays while something is in it");
}

void recording_remove_old(const char *folder, int days)
{
    CLEANUP(close_folder) DIR *rooms = folder && days > 0 ? opendir(folder) : NULL;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct dirent *entry;
    struct clock clock;

    clock_init(&clock); /* the files' own: the machine's, also when ours is simulated */
    while (rooms && (entry = readdir(rooms)) != NULL) {
        if (entry->d_name[0] == '.') continue;
        remove_from(arena_format(mem, "%s/%s", folder, entry->d_name).at, clock_now_ms(&clock),
                    days);
    }
}
