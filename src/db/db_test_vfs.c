#include "db/db_test_vfs.h"

#include "base/mem.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_MAX = 16, NAME_MAX_BYTES = 512, NEVER = -1 };

/* A write that was not synced; without bytes it cuts the file at `offset`. */
struct pending {
    int64_t offset;
    char *at;
    size_t bytes;
};

struct disk_file {
    char path[NAME_MAX_BYTES];
    char *synced;
    size_t synced_bytes;
    struct pending *pending;
    size_t pending_count, pending_capacity;
};

struct db_test_vfs {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    pthread_mutex_t lock;
    /* guarded by lock */
    struct disk_file files[FILES_MAX];
    size_t file_count;
    bool off;
    int operations_left;
    int syncs_left;
};

/* What SQLite holds for an open file; the real one lies behind it. */
struct open_file {
    sqlite3_file base;
    struct db_test_vfs *disk;
    struct disk_file *file; /* NULL: not looked after */
};

static struct open_file *ours(sqlite3_file *file)
{
    return (struct open_file *)file;
}

static sqlite3_file *real_of(sqlite3_file *file)
{
    return (sqlite3_file *)(ours(file) + 1);
}

/* ---- what was synced ---- */

static void apply(struct disk_file *file, const struct pending *write, size_t bytes)
{
    size_t end = (size_t)write->offset + bytes;

    if (write->bytes == 0) {
        if (file->synced_bytes > (size_t)write->offset) file->synced_bytes = (size_t)write->offset;
        return;
    }
    if (end > file->synced_bytes) {
        file->synced = mem_resize(file->synced, end, 1);
        memset(file->synced + file->synced_bytes, 0, end - file->synced_bytes);
        file->synced_bytes = end;
    }
    memcpy(file->synced + write->offset, write->at, bytes);
}

static void forget_pending(struct disk_file *file)
{
    for (size_t i = 0; i < file->pending_count; i++) {
        mem_free(file->pending[i].at);
    }
    file->pending_count = 0;
}

static void note(struct disk_file *file, int64_t offset, const void *at, size_t bytes)
{
    struct pending *write;

    if (file->pending_count == file->pending_capacity) {
        file->pending_capacity = file->pending_capacity ? file->pending_capacity * 2 : 64;
        file->pending = mem_resize(file->pending, file->pending_capacity, sizeof *file->pending);
    }
    write = &file->pending[file->pending_count++];
    *write = (struct pending){.offset = offset, .bytes = bytes};
    if (bytes == 0) return;
    write->at = mem_alloc(bytes, 1);
    memcpy(write->at, at, bytes);
}

static void read_synced(struct disk_file *file)
{
    int fd = open(file->path, O_RDONLY | O_CLOEXEC);
    struct stat about;

    if (fd < 0) return;
    if (fstat(fd, &about) == 0 && about.st_size > 0) {
        file->synced_bytes = (size_t)about.st_size;
        file->synced = mem_alloc(file->synced_bytes, 1);
        if (pread(fd, file->synced, file->synced_bytes, 0) != about.st_size) file->synced_bytes = 0;
    }
    close(fd);
}

static struct disk_file *find(struct db_test_vfs *disk, const char *path)
{
    struct disk_file *file;

    for (size_t i = 0; i < disk->file_count; i++) {
        if (strcmp(disk->files[i].path, path) == 0) return &disk->files[i];
    }
    assert(disk->file_count < FILES_MAX);
    file = &disk->files[disk->file_count++];
    *file = (struct disk_file){.synced = NULL};
    snprintf(file->path, sizeof file->path, "%s", path);
    read_synced(file);
    return file;
}

/* Whether an operation that changes the disk may happen now. */
static bool has_power(struct db_test_vfs *disk)
{
    if (disk->operations_left == 0) disk->off = true;
    if (disk->operations_left > 0) disk->operations_left--;
    return !disk->off;
}

/* ---- file operations ---- */

static int close_file(sqlite3_file *file)
{
    return real_of(file)->pMethods ? real_of(file)->pMethods->xClose(real_of(file)) : SQLITE_OK;
}

static int read_file(sqlite3_file *file, void *at, int bytes, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), at, bytes, offset);
}

static int write_file(sqlite3_file *file, const void *at, int bytes, sqlite3_int64 offset)
{
    struct db_test_vfs *disk = ours(file)->disk;
    int code = SQLITE_IOERR_WRITE;

    pthread_mutex_lock(&disk->lock);
    if (has_power(disk)) {
        code = real_of(file)->pMethods->xWrite(real_of(file), at, bytes, offset);
        if (ours(file)->file) note(ours(file)->file, offset, at, (size_t)bytes);
    }
    pthread_mutex_unlock(&disk->lock);
    return code;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 bytes)
{
    struct db_test_vfs *disk = ours(file)->disk;
    int code = SQLITE_IOERR_TRUNCATE;

    pthread_mutex_lock(&disk->lock);
    if (has_power(disk)) {
        code = real_of(file)->pMethods->xTruncate(real_of(file), bytes);
        if (ours(file)->file) note(ours(file)->file, bytes, NULL, 0);
    }
    pthread_mutex_unlock(&disk->lock);
    return code;
}

static bool sync_fails(struct db_test_vfs *disk)
{
    bool fails = disk->syncs_left == 0;

    if (disk->syncs_left >= 0) disk->syncs_left--;
    return fails;
}

/* Nothing has to reach the real disk: the test ends before the machine does. */
static int sync_file(sqlite3_file *file, int flags)
{
    struct db_test_vfs *disk = ours(file)->disk;
    struct disk_file *of = ours(file)->file;
    int code = SQLITE_IOERR_FSYNC;

    (void)flags;
    pthread_mutex_lock(&disk->lock);
    if (has_power(disk) && !sync_fails(disk)) {
        code = SQLITE_OK;
        for (size_t i = 0; of && i < of->pending_count; i++) {
            apply(of, &of->pending[i], of->pending[i].bytes);
        }
        if (of) forget_pending(of);
    }
    pthread_mutex_unlock(&disk->lock);
    return code;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *out_bytes)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), out_bytes);
}

static int lock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int unlock_file(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int check_reserved(sqlite3_file *file, int *out_reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out_reserved);
}

static int control_file(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int sector_size(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

/* As of a disk that promises nothing. */
static int characteristics(sqlite3_file *file)
{
    (void)file;
    return 0;
}

static int map_shared(sqlite3_file *file, int page, int bytes, int extend, void volatile **out_at)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, bytes, extend, out_at);
}

static int lock_shared(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void barrier_shared(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int unmap_shared(sqlite3_file *file, int remove)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2, /* without memory maps, which would go round us */
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = barrier_shared,
    .xShmUnmap = unmap_shared,
};

/* ---- the disk ---- */

static int open_any(sqlite3_vfs *vfs,
                    const char *path,
                    sqlite3_file *file,
                    int flags,
                    int *out_flags)
{
    struct db_test_vfs *disk = vfs->pAppData;
    int code = disk->real->xOpen(disk->real, path, real_of(file), flags, out_flags);

    *ours(file) = (struct open_file){.disk = disk};
    if (code != SQLITE_OK) return code;
    ours(file)->base.pMethods = &methods;
    pthread_mutex_lock(&disk->lock);
    if (path && flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) {
        ours(file)->file = find(disk, path);
    }
    pthread_mutex_unlock(&disk->lock);
    return SQLITE_OK;
}

static int delete_any(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    struct db_test_vfs *disk = vfs->pAppData;
    int code = SQLITE_IOERR_DELETE;

    pthread_mutex_lock(&disk->lock);
    if (has_power(disk)) {
        struct disk_file *file = find(disk, path);

        code = disk->real->xDelete(disk->real, path, sync_folder);
        file->synced_bytes = 0;
        forget_pending(file);
    }
    pthread_mutex_unlock(&disk->lock);
    return code;
}

struct db_test_vfs *db_test_vfs_new(void)
{
    struct db_test_vfs *disk = mem_alloc(1, sizeof *disk);

    disk->real = sqlite3_vfs_find("unix");
    assert(disk->real);
    disk->vfs = *disk->real;
    disk->vfs.pNext = NULL;
    disk->vfs.zName = "test-disk";
    disk->vfs.pAppData = disk;
    disk->vfs.szOsFile = (int)sizeof(struct open_file) + disk->real->szOsFile;
    disk->vfs.xOpen = open_any;
    disk->vfs.xDelete = delete_any;
    disk->operations_left = disk->syncs_left = NEVER;
    pthread_mutex_init(&disk->lock, NULL);
    assert(sqlite3_vfs_register(&disk->vfs, 1) == SQLITE_OK);
    return disk;
}

void db_test_vfs_free(struct db_test_vfs **disk)
{
    if (!*disk) return;
    sqlite3_vfs_unregister(&(*disk)->vfs);
    assert(sqlite3_vfs_register((*disk)->real, 1) == SQLITE_OK);
    for (size_t i = 0; i < (*disk)->file_count; i++) {
        forget_pending(&(*disk)->files[i]);
        mem_free((*disk)->files[i].pending);
        mem_free((*disk)->files[i].synced);
    }
    pthread_mutex_destroy(&(*disk)->lock);
    mem_free(*disk);
    *disk = NULL;
}

void db_test_vfs_power_off(struct db_test_vfs *disk)
{
    pthread_mutex_lock(&disk->lock);
    disk->off = true;
    pthread_mutex_unlock(&disk->lock);
}

/* A small generator, so that a seed tells all. */
static unsigned next_random(unsigned *state)
{
    *state = *state * 1103515245u + 12345u;
    return *state >> 16;
}

/* Some of the writes since the last sync happened, the last of them perhaps
 * not to its end. */
static void keep_some(struct disk_file *file, unsigned *random)
{
    for (size_t i = 0; i < file->pending_count; i++) {
        const struct pending *write = &file->pending[i];
        unsigned dice = next_random(random) % 4;

        if (dice == 0) apply(file, write, write->bytes);
        if (dice == 1 && write->bytes > 1) {
            apply(file, write, 1 + next_random(random) % (write->bytes - 1));
        }
    }
}

static void restore(struct disk_file *file)
{
    char shared[NAME_MAX_BYTES + 8];
    int fd = open(file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    assert(fd >= 0);
    if (file->synced_bytes > 0) {
        assert(pwrite(fd, file->synced, file->synced_bytes, 0) == (ssize_t)file->synced_bytes);
    }
    close(fd);
    if (file->synced_bytes == 0) unlink(file->path);
    snprintf(shared, sizeof shared, "%s-shm", file->path); /* memory, gone with the power */
    unlink(shared);
}

void db_test_vfs_power_on(struct db_test_vfs *disk, unsigned seed)
{
    unsigned random = seed;

    pthread_mutex_lock(&disk->lock);
    for (size_t i = 0; i < disk->file_count; i++) {
        if (seed != 0) keep_some(&disk->files[i], &random);
        forget_pending(&disk->files[i]);
        restore(&disk->files[i]);
    }
    disk->off = false;
    disk->operations_left = disk->syncs_left = NEVER;
    pthread_mutex_unlock(&disk->lock);
}

void db_test_vfs_power_off_after(struct db_test_vfs *disk, int operations)
{
    pthread_mutex_lock(&disk->lock);
    disk->operations_left = operations;
    pthread_mutex_unlock(&disk->lock);
}

void db_test_vfs_fail_sync_after(struct db_test_vfs *disk, int syncs)
{
    pthread_mutex_lock(&disk->lock);
    disk->syncs_left = syncs;
    pthread_mutex_unlock(&disk->lock);
}
