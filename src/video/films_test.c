/* A script stands in for janus-pp-rec, so that it can be slow, or fail. */
#include "video/films.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WAIT_MS_MAX = 5000, DAY_SECONDS = 86400 };

static struct test_folder folder;

static const char good[] =
    "#!/bin/sh\n"
    "if [ \"$4\" = -e ]; then\n"
    "  echo '{\"t\":\"v\",\"c\":\"vp8\",\"u\":1621213207000000,\"extended\":{\"duration\":3.5,"
    "\"rotations\":[{\"ts\":0.0,\"rotation\":90}]}}'\n"
    "else cat \"$6\" > \"$7\"; fi\n";
static const char bad[] = "#!/bin/sh\necho first; echo 'no whole picture' >&2; exit 1\n";
static const char slow[] = "#!/bin/sh\nexec sleep 30\n";

struct scene {
    struct arena *mem;
    struct video *video;
    struct films *films;
};

static const char *tool(struct scene *scene, const char *script)
{
    const char *path = arena_format(scene->mem, "%s/tool", folder.path).at;

    assert_rc(RC_OK, file_write(path, text_of(script), 0700, NULL));
    assert_int_equal(0, chmod(path, 0700));
    return path;
}

/* As Janus leaves it, so many seconds ago. */
static const char *record(struct scene *scene, const char *name, const char *bytes, int seconds)
{
    const char *path = arena_format(scene->mem, "%s/sidak-1/%s", folder.path, name).at;
    struct timespec times[2] = {{.tv_sec = time(NULL) - seconds}};

    times[1] = times[0];
    assert_rc(RC_OK,
              file_make_folder(arena_format(scene->mem, "%s/sidak-1", folder.path).at, 0700, NULL));
    assert_rc(RC_OK, file_write(path, text_of(bytes), 0600, NULL));
    assert_int_equal(0, utimensat(AT_FDCWD, path, times, 0));
    return path;
}

static const char first[] = "videoroom-sidak-1-user-abcdefghijklmno--1621213206-video-1.mjr";
static const char second[] = "videoroom-sidak-1-user-0123456789abcdef-1621213206-audio-0.mjr";
static const char bytes[] = "what came over the line";

static void start(struct scene *scene, const char *script)
{
    struct films_options options = {.folder = folder.path,
                                    .program = script ? tool(scene, script) : NULL,
                                    .video = scene->video,
                                    .days = 30};

    assert_rc(RC_OK, films_start(&options, &scene->films));
}

static struct recording told(struct scene *scene)
{
    struct recording recording = {0};

    IGNORE(films_tell(scene->films, "sidak-1", scene->mem, &recording), "none is told as nothing");
    return recording;
}

static void wait_for(struct scene *scene, size_t films, size_t failed)
{
    int64_t until_ms = clock_mono_ms() + WAIT_MS_MAX;

    while (told(scene).film_count != films || told(scene).failed != failed ||
           told(scene).waiting > 0) {
        assert_true(clock_mono_ms() < until_ms);
        IGNORE(usleep(5000), "asked again");
    }
}

static void what_was_recorded_becomes_films(void **state)
{
    struct scene *scene = *state;
    const char *raw = record(scene, first, bytes, 60);
    struct journal_line member = {.what = JOURNAL_MEMBER,
                                  .at_ms = 5,
                                  .machine_ms = 1621213200005,
                                  .member = TEXT("abcdefghijklmno-"),
                                  .screen = TEXT("1")};
    struct recording recording;
    const char *path = NULL;

    assert_rc(RC_OK, journal_add(folder.path, "sidak-1", &member));
    record(scene, second, "MJR00002", 60); /* he never spoke */
    start(scene, good);
    wait_for(scene, 1, 0);
    recording = told(scene);
    assert_text("abcdefghijklmno--1621213206-video-1.webm", recording.films[0].file);
    assert_text("abcdefghijklmno-", recording.films[0].member);
    assert_text("screen", recording.films[0].medium);
    assert_int_equal(recording.films[0].begins_ms, 7000);
    assert_int_equal(recording.films[0].lasts_ms, 3500);
    assert_int_equal(recording.films[0].rotation, 90);
    assert_int_equal(recording.films[0].bytes, sizeof bytes - 1);
    assert_false(file_exists(raw));
    assert_rc(RC_OK,
              films_find(scene->films, "sidak-1", recording.films[0].file, scene->mem, &path));
    assert_true(file_exists(path));
    assert_rc(RC_NOT_FOUND,
              films_find(scene->films, "sidak-1", TEXT("journal"), scene->mem, &path));
    assert_rc(RC_NOT_FOUND,
              films_find(scene->films, "sidak-1", TEXT("../../facts.db"), scene->mem, &path));
    assert_rc(RC_NOT_FOUND, films_tell(scene->films, "sidak-2", scene->mem, &recording));
}

static void of_what_cannot_be_read_the_reason_is_kept(void **state)
{
    struct scene *scene = *state;
    const char *raw = record(scene, first, bytes, 60);

    start(scene, bad);
    wait_for(scene, 0, 1);
    assert_text("no whole picture", told(scene).lines[0].why);
    assert_text("videoroom-sidak-1-user-abcdefghijklmno--1621213206-video-1.mjr",
                told(scene).lines[0].file);
    assert_false(file_exists(raw));
    assert_true(file_exists(arena_format(scene->mem, "%s.failed", raw).at));
}

static void a_film_that_was_broken_off_is_begun_again(void **state)
{
    struct scene *scene = *state;
    const char *raw = record(scene, first, bytes, 60);

    start(scene, slow);
    while (!told(scene).making) {
        IGNORE(usleep(2000), "asked again");
    }
    films_free(&scene->films);
    assert_true(file_exists(raw));
    record(scene, "abcdefghijklmno--1621213206-video-1.part", "half of it", 60);
    start(scene, good);
    wait_for(scene, 1, 0);
    assert_int_equal(told(scene).films[0].bytes, sizeof bytes - 1);
}

static void one_that_was_made_twice_is_told_once(void **state)
{
    struct scene *scene = *state;

    record(scene, first, bytes, 60);
    start(scene, good);
    wait_for(scene, 1, 0);
    films_free(&scene->films);
    record(scene, first, bytes, 60); /* the program died before this one was removed */
    start(scene, good);
    wait_for(scene, 1, 0);
    assert_int_equal(told(scene).line_count, 2);
}

static void an_open_room_is_left_alone(void **state)
{
    struct scene *scene = *state;
    struct video_ask ask = {.kind = VIDEO_ASK_OPEN, .room = TEXT("sidak-1"), .mem = scene->mem};

    assert_rc(RC_OK, video_perform(scene->video, &ask));
    record(scene, first, bytes, 60);
    start(scene, good);
    IGNORE(usleep(200 * 1000), "the first look is over by then");
    assert_int_equal(told(scene).waiting, 1);
    ask = (struct video_ask){.kind = VIDEO_ASK_CLOSE, .room = TEXT("sidak-1"), .mem = scene->mem};
    assert_rc(RC_OK, video_perform(scene->video, &ask));
    films_free(&scene->films);
    start(scene, good);
    wait_for(scene, 1, 0);
}

static void without_the_program_everything_waits(void **state)
{
    struct scene *scene = *state;

    record(scene, first, bytes, 60);
    start(scene, NULL);
    assert_false(films_are_made(scene->films));
    assert_int_equal(told(scene).waiting, 1);
}

static void a_film_goes_after_its_days_as_what_it_was_made_of(void **state)
{
    struct scene *scene = *state;
    int64_t until_ms = clock_mono_ms() + WAIT_MS_MAX;

    record(scene, first, bytes, 20 * DAY_SECONDS);
    start(scene, good);
    wait_for(scene, 1, 0);
    films_keep(scene->films, 19);
    assert_int_equal(films_days(scene->films), 19);
    while (told(scene).film_count > 0) {
        assert_true(clock_mono_ms() < until_ms);
        IGNORE(usleep(5000), "asked again");
    }
}

static int open_scene(void **state)
{
    struct scene *scene = test_calloc(1, sizeof *scene);

    scene->mem = arena_new();
    if (test_folder_make(&folder) != 0) return -1;
    if (video_start(&(struct video_options){.folder = folder.path, .program = "/bin/false"},
                    &scene->video) != RC_OK) {
        return -1;
    }
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    struct scene *scene = *state;

    films_free(&scene->films);
    video_free(&scene->video);
    arena_free(&scene->mem);
    test_free(scene);
    return test_folder_remove(&folder);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(what_was_recorded_becomes_films),
        SCENE(of_what_cannot_be_read_the_reason_is_kept),
        SCENE(a_film_that_was_broken_off_is_begun_again),
        SCENE(one_that_was_made_twice_is_told_once),
        SCENE(an_open_room_is_left_alone),
        SCENE(without_the_program_everything_waits),
        SCENE(a_film_goes_after_its_days_as_what_it_was_made_of),
    };

    return cmocka_run_group_tests_name("films", tests, NULL, NULL);
}
