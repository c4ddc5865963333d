#include "video/films.h"

#include "base/file.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/thread.h"
#include "video/film.h"
#include "video/recording.h"

#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LOOK_MS = 2000,
    QUIET_MS = 1500, /* Janus may still write into a file of a room that was closed just now */
    REMOVE_MS = 3600 * 1000,
    ROOM_BYTES = CODE_BYTES_MAX + 1,
};

struct films {
    /* set before start, then constant */
    struct arena *mem;
    struct films_options options;
    struct thread *thread;
    int wake_fd;
    _Atomic bool stopping;
    /* any thread */
    _Atomic int days;
    /* owned by its thread */
    int64_t removed_at_ms;
    int removed_days;
    struct lock lock;
    /* guarded by lock */
    char room[ROOM_BYTES]; /* whose film is made now, or empty */
};

/* ---- folders ---- */

static void close_folder(DIR **folder)
{
    if (*folder) IGNORE(closedir(*folder), "it was only read");
}

/* Quiet for a moment, in the machine's time as files have it. */
static bool is_quiet(const char *path)
{
    struct clock machine;
    struct stat of;

    clock_init(&machine);
    if (stat(path, &of) != 0) return false;
    return clock_now_ms(&machine) - (int64_t)of.st_mtim.tv_sec * 1000 -
               of.st_mtim.tv_nsec / (1000 * 1000) >=
           QUIET_MS;
}

static bool is_open(struct films *films, const char *room, struct arena *mem)
{
    struct video_room told;

    return video_room_tell(films->options.video, text_of(room), mem, &told) == RC_OK;
}

/* ---- making ---- */

static void set_room(struct films *films, const char *room)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&films->lock);

    IGNORE(snprintf(films->room, sizeof films->room, "%s", room), "names of rooms have limits");
}

/* All that wait in a room's folder, one after the other. */
static void make_room_films(struct films *films, const char *room)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *path = arena_format(mem, "%s/%s", films->options.folder, room).at;
    CLEANUP(close_folder) DIR *folder = opendir(path);
    const struct dirent *entry;
    struct text name;

    while (folder && (entry = readdir(folder)) != NULL && !atomic_load(&films->stopping)) {
        struct film_job job = {.program = films->options.program,
                               .folder = films->options.folder,
                               .room = room,
                               .file = entry->d_name,
                               .stopping = &films->stopping};

        if (!film_name(text_of(entry->d_name), room, &name)) continue;
        if (!is_quiet(arena_format(mem, "%s/%s", path, entry->d_name).at)) continue;
        if (is_open(films, room, mem)) return;
        IGNORE(journal_read(job.folder, room, mem, &job.lines, &job.line_count),
               "without it the film is nobody's, and still a film");
        set_room(films, room);
        IGNORE(film_make(&job), "said there; tried again or not, the next one is");
    }
    set_room(films, "");
}

static void make_films(struct films *films)
{
    CLEANUP(close_folder) DIR *rooms = opendir(films->options.folder);
    const struct dirent *entry;

    while (rooms && (entry = readdir(rooms)) != NULL) {
        if (entry->d_name[0] != '.') make_room_films(films, entry->d_name);
    }
}

/* Each hour, and at once when the days became fewer. */
static void remove_old(struct films *films, int64_t now_ms)
{
    int days = atomic_load(&films->days);

    if (films->removed_at_ms && days == films->removed_days &&
        now_ms - films->removed_at_ms < REMOVE_MS) {
        return;
    }
    films->removed_at_ms = now_ms;
    films->removed_days = days;
    recording_remove_old(films->options.folder, days);
}

static void run(void *context)
{
    struct films *films = context;

    while (!atomic_load(&films->stopping)) {
        struct pollfd wake = {.fd = films->wake_fd, .events = POLLIN};
        eventfd_t wakes = 0;

        remove_old(films, clock_mono_ms());
        if (films->options.program) make_films(films);
        IGNORE(poll(&wake, 1, LOOK_MS), "looked at anyway");
        IGNORE(eventfd_read(films->wake_fd, &wakes), "woken or not");
    }
}

/* ---- life ---- */

enum rc films_start(const struct films_options *options, struct films **out_films)
{
    CLEANUP(films_free) struct films *films = mem_alloc(1, sizeof *films);

    films->mem = arena_new();
    films->options = *options;
    films->options.folder = arena_cstr(films->mem, text_of(options->folder));
    if (options->program) {
        films->options.program = arena_cstr(films->mem, text_of(options->program));
    }
    atomic_store(&films->days, options->days);
    lock_init(&films->lock, LOCK_LEAF);
    films->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (films->wake_fd < 0) return RC_UNAVAILABLE;
    TRY(thread_start(&films->thread, "films", run, films));
    *out_films = TAKE(films);
    return RC_OK;
}

void films_stop(struct films *films)
{
    atomic_store(&films->stopping, true);
    if (films->wake_fd >= 0) IGNORE(eventfd_write(films->wake_fd, 1), "it looks by itself soon");
    thread_join(&films->thread);
}

void films_free(struct films **freed)
{
    struct films *films = *freed;

    if (!films) return;
    films_stop(films);
    file_close(&films->wake_fd);
    lock_done(&films->lock);
    arena_free(&films->mem);
    mem_free(films);
    *freed = NULL;
}

void films_keep(struct films *films, int days)
{
    if (atomic_exchange(&films->days, days) == days) return;
    IGNORE(eventfd_write(films->wake_fd, 1), "it looks by itself soon");
}

int films_days(const struct films *films)
{
    return atomic_load(&films->days);
}

bool films_are_made(const struct films *films)
{
    return films->options.program != NULL;
}

/* ---- telling ---- */

/* One that was made twice, because the program died in between, is told once. */
static void add_film(struct recording *told, struct film *list, const struct journal_line *line)
{
    size_t place = 0;

    while (place < told->film_count && !text_equal(list[place].file, line->file)) {
        place++;
    }
    if (place == FILMS_MAX) return;
    if (place == told->film_count) told->film_count++;
    list[place] = (struct film){.file = line->file,
                                .member = line->member,
                                .medium = line->medium,
                                .begins_ms = line->at_ms,
                                .lasts_ms = line->lasts_ms,
                                .bytes = line->bytes,
                                .rotation = line->rotation};
}

static void tell_films(const char *path, struct arena *mem, struct recording *told)
{
    struct film *list = arena_array(mem, struct film, told->line_count + 1);

    for (size_t i = 0; i < told->line_count; i++) {
        const struct journal_line *line = &told->lines[i];
        const char *file;

        if (line->what != JOURNAL_FILM || text_find(line->file, '/') < line->file.bytes) continue;
        file = arena_format(mem, "%s/" TEXT_FORMAT, path, TEXT_ARGUMENT(line->file)).at;
        if (file_exists(file)) add_film(told, list, line);
    }
    told->films = list;
}

static bool is_made_now(struct films *films, const char *room)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&films->lock);

    return strcmp(films->room, room) == 0;
}

enum rc films_tell(struct films *films,
                   const char *room,
                   struct arena *mem,
                   struct recording *out_recording)
{
    const char *path = arena_format(mem, "%s/%s", films->options.folder, room).at;
    CLEANUP(close_folder) DIR *folder = opendir(path);
    const struct dirent *entry;
    struct recording told = {0};
    struct text name;
    enum rc rc;

    if (!folder) return RC_NOT_FOUND;
    rc = journal_read(films->options.folder, room, mem, &told.lines, &told.line_count);
    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    while ((entry = readdir(folder)) != NULL) {
        told.waiting += film_name(text_of(entry->d_name), room, &name);
        told.failed += text_ends(text_of(entry->d_name), TEXT(".mjr.failed"));
    }
    told.making = is_made_now(films, room);
    tell_films(path, mem, &told);
    *out_recording = told;
    return RC_OK;
}

enum rc films_find(struct films *films,
                   const char *room,
                   struct text file,
                   struct arena *mem,
                   const char **out_path)
{
    struct recording told;

    TRY(films_tell(films, room, mem, &told));
    for (size_t i = 0; i < told.film_count; i++) {
        if (!text_equal(told.films[i].file, file)) continue;
        *out_path = arena_format(mem, "%s/%s/" TEXT_FORMAT, films->options.folder, room,
                                 TEXT_ARGUMENT(file))
                        .at;
        return RC_OK;
    }
    return RC_NOT_FOUND;
}
