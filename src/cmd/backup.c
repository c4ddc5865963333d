/* backup.c - hadir backup and hadir restore: the facts as one file.
 *
 * A backup is a consistent copy of facts.db, made while everything goes on;
 * what follows from the facts is made again where it is restored. */
#include "base/file.h"
#include "base/mem.h"
#include "cmd/command.h"
#include "cmd/progress.h"
#include "ledger/chain.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK_BYTES = 1024 * 1024 };

static const struct argument backup_arguments[] = {
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "Where the copy goes; one that is there is replaced"),
    COMMAND_DATA,
};
static const struct argument restore_arguments[] = {
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "A backup"),
    ARGUMENT_OPTION("data", "DIR", ARGUMENT_TEXT, "A new data folder", .required = true),
};

static enum rc failed(const char *act, const char *path, struct problem *why)
{
    char reason[128];

    return problem_set(why, RC_INVALID, "cannot %s %s: %s", act, path,
                       strerror_r(errno, reason, sizeof reason));
}

/* On the disk, and under its name. */
static enum rc sync_path(const char *path, int flags, struct problem *why)
{
    CLEANUP(file_close) int fd = open(path, O_RDONLY | O_CLOEXEC | flags);

    return fd >= 0 && fsync(fd) == 0 ? RC_OK : failed("sync", path, why);
}

static const char *folder_of(struct command_context *context, const char *path)
{
    const char *slash = strrchr(path, '/');

    assert(slash); /* command_path made it absolute */
    return arena_cstr(context->mem, (struct text){path, (size_t)(slash - path) + 1});
}

/* ---- backup ---- */

/* The copy grows beside its name and takes it when it is complete. */
static enum rc copy_store(struct command_context *context, const char *path, struct problem *why)
{
    CLEANUP(db_close) struct db *facts = NULL;
    const char *beside = arena_format(context->mem, "%s.%ld.new", path, (long)getpid()).at;
    enum rc rc;

    if (access(folder_of(context, path), W_OK) != 0) {
        return failed("write into", folder_of(context, path), why);
    }
    /* A connection that may write: a copy is written too, though elsewhere. */
    TRY(db_open(&(struct db_options){.path = context->app->folder.facts, .mode = DB_FACTS},
                &facts));
    rc = db_copy(facts, beside);
    if (rc != RC_OK) rc = problem_set(why, rc, "%s could not be written", path);
    if (rc == RC_OK) rc = sync_path(beside, 0, why);
    if (rc == RC_OK && rename(beside, path) != 0) rc = failed("write", path, why);
    if (rc != RC_OK) {
        IGNORE(unlink(beside), "it may not exist; the first reason counts");
        return rc;
    }
    return sync_path(folder_of(context, path), O_DIRECTORY, why);
}

static enum command_end run_backup(struct command_context *context)
{
    const char *path = command_path(context, arguments_value(context->arguments, "FILE"));
    struct problem why = {0};
    struct stat found;
    enum rc rc = copy_store(context, path, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s holds everything up to fact %lld, in %lld bytes\n", path,
            (long long)ledger_position(context->app->ledger),
            stat(path, &found) == 0 ? (long long)found.st_size : 0);
    return COMMAND_DONE;
}

/* ---- restore ---- */

/* A folder that is being made; what did not become a government is removed. */
struct making {
    const struct folder *folder; /* NULL: keep it */
    struct ledger *ledger;
    struct db *facts;
    int lock_fd;
};

static void end_making(struct making *making)
{
    db_close(&making->facts);
    ledger_stop(&making->ledger);
    if (making->folder) folder_unmake(making->folder);
    file_close(&making->lock_fd);
}

static enum rc check_backup(int fd, const char *path, struct problem *why)
{
    static const char magic[16] = "SQLite format 3";
    char head[sizeof magic];

    if (pread(fd, head, sizeof head, 0) == sizeof head && memcmp(head, magic, sizeof magic) == 0) {
        return RC_OK;
    }
    return problem_set(why, RC_INVALID, "%s is no backup of Hadir", path);
}

static enum rc write_all(int fd, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);

        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return RC_UNAVAILABLE;
        bytes += written;
        count -= (size_t)written;
    }
    return RC_OK;
}

static enum rc copy_file(struct command_context *context,
                         const char *from,
                         const char *to,
                         struct problem *why)
{
    CLEANUP(file_close) int source = open(from, O_RDONLY | O_CLOEXEC);
    CLEANUP(file_close) int target = -1;
    CLEANUP(mem_release) char *chunk = mem_alloc(1, CHUNK_BYTES);
    CLEANUP(progress_end) struct progress progress = {0};
    struct stat found;
    int64_t done = 0;
    ssize_t bytes;

    if (source < 0 || fstat(source, &found) != 0) return failed("read", from, why);
    TRY(check_backup(source, from, why));
    target = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (target < 0) return failed("create", to, why);
    progress_begin(&progress, context->err, context->is_terminal, "restoring");
    while ((bytes = read(source, chunk, CHUNK_BYTES)) > 0) {
        if (write_all(target, chunk, (size_t)bytes) != RC_OK) return failed("write", to, why);
        done += bytes;
        progress_show(&progress, done, found.st_size);
    }
    return bytes == 0 && fsync(target) == 0 ? RC_OK : failed("copy", from, why);
}

static enum rc open_copy(struct making *making, const char *from, struct problem *why)
{
    struct clock clock;
    struct chain_report report;
    enum rc rc;

    clock_init(&clock);
    rc = ledger_start(
        &(struct ledger_options){
            .path = making->folder->facts, .clock = &clock, .government = 1, .lane = 1},
        &making->ledger, why);
    if (rc == RC_OK) {
        rc = db_open(&(struct db_options){.path = making->folder->facts, .mode = DB_READ_ONLY},
                     &making->facts);
    }
    if (rc == RC_OK) rc = chain_verify(making->facts, 1, NULL, NULL, &report, why);
    if (rc == RC_OK && report.facts == 0) rc = RC_INVALID;
    if (rc == RC_OK || (why && why->text[0])) return rc;
    return problem_set(why, RC_INVALID, "%s is no backup of Hadir, or damaged", from);
}

static enum rc restore(struct command_context *context, struct problem *why)
{
    const char *from = command_path(context, arguments_value(context->arguments, "FILE"));
    const char *data = command_path(context, arguments_value(context->arguments, "data"));
    struct folder folder = folder_at(data, context->mem);
    CLEANUP(end_making) struct making making = {.lock_fd = -1};

    TRY(folder_make(&folder, why));
    making.folder = &folder;
    TRY(file_lock(folder.lock, &making.lock_fd, why));
    TRY(copy_file(context, from, folder.facts, why));
    TRY(open_copy(&making, from, why));
    TRY(sync_path(folder.path, O_DIRECTORY, why));
    making.folder = NULL;
    return RC_OK;
}

static enum command_end run_restore(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = restore(context, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s is restored and its chain holds\n",
            arguments_value(context->arguments, "data"));
    return COMMAND_DONE;
}

const struct command command_backup = {
    .name = "backup",
    .about = "Copy everything that was recorded into one file, also while a server runs",
    .arguments = backup_arguments,
    .argument_count = COUNT_OF(backup_arguments),
    .need = COMMAND_FOLDER,
    .run = run_backup,
};

const struct command command_restore = {
    .name = "restore",
    .about = "Make a new data folder from a backup",
    .arguments = restore_arguments,
    .argument_count = COUNT_OF(restore_arguments),
    .need = COMMAND_ALONE,
    .run = run_restore,
};
