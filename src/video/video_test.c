/* Against the real Janus: what it says is half of the module.  Without it the
 * tests that need it are skipped; script/packages brings it. */
#include "video/video.h"

#include "base/clock.h"
#include "base/test.h"
#include "base/test_folder.h"
#include "video/janus_child.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

enum { WAIT_MS_MAX = 10 * 1000 };

static struct test_folder folder;

/* What the listener has heard. */
static _Atomic int resets, heard_members, heard_gone;

static void listen(void *owner, const struct video_event *event)
{
    (void)owner;
    atomic_fetch_add(&resets, event->kind == VIDEO_EVENT_RESET);
    atomic_fetch_add(&heard_members, event->kind == VIDEO_EVENT_MEMBER);
    atomic_fetch_add(&heard_gone, event->kind == VIDEO_EVENT_GONE);
}

static struct video *start(const char *program)
{
    struct video_options options = {
        .folder = folder.path,
        .program = program,
        .media = {.interfaces = "lo", .port_first = 21160, .port_last = 21190},
    };
    struct video *video = NULL;

    assert_rc(RC_OK, video_start(&options, &video));
    video_listen(video, listen, NULL);
    return video;
}

static struct video *start_with_janus(struct arena *mem)
{
    const char *program = janus_find("janus", NULL, mem);

    if (!program) skip();
    return start(program);
}

static struct video_ask ask_of(enum video_ask_kind kind, struct arena *mem)
{
    return (struct video_ask){.kind = kind, .room = TEXT("rapat"), .mem = mem};
}

static enum rc open_room(struct video *video, struct arena *mem)
{
    struct video_ask ask = ask_of(VIDEO_ASK_OPEN, mem);

    return video_perform(video, &ask);
}

static struct video_id join(struct video *video,
                            struct arena *mem,
                            const char *name,
                            unsigned rights)
{
    struct video_member entrant = {.rights = rights};
    struct video_ask ask = ask_of(VIDEO_ASK_JOIN, mem);

    IGNORE(snprintf(entrant.name, sizeof entrant.name, "%s", name), "it fits");
    ask.entrant = &entrant;
    assert_rc(RC_OK, video_perform(video, &ask));
    return ask.out_member;
}

static struct video_room room_now(struct video *video, struct arena *mem)
{
    struct video_room room = {0};

    assert_rc(RC_OK, video_room_tell(video, TEXT("rapat"), mem, &room));
    return room;
}

static void wait_until_ready(struct video *video, struct arena *mem, int starts)
{
    int64_t until_ms = clock_mono_ms() + WAIT_MS_MAX;
    struct video_figures figures = {0};

    while (figures.starts < starts || !room_now(video, mem).ready) {
        assert_true(clock_mono_ms() < until_ms);
        IGNORE(usleep(5000), "asked again");
        video_figures(video, &figures);
    }
}

static void a_room_wakes_janus_which_makes_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start_with_janus(mem);
    struct video_figures figures = {0};

    (void)state;
    video_figures(video, &figures);
    assert_string_equal("idle", janus_state_word(figures.state));
    assert_rc(RC_OK, open_room(video, mem));
    assert_rc(RC_OK, open_room(video, mem));
    wait_until_ready(video, mem, 1);
    video_figures(video, &figures);
    assert_string_equal("ready", janus_state_word(figures.state));
    assert_int_equal(1, figures.rooms);
    assert_true(figures.pid > 0);
}

static void a_killed_janus_comes_back_and_the_room_with_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start_with_janus(mem);
    struct video_figures before = {0}, after = {0};

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    wait_until_ready(video, mem, 1);
    join(video, mem, "Ketua", VIDEO_MAY_WATCH);
    video_figures(video, &before);
    atomic_store(&resets, 0);
    assert_int_equal(0, kill(before.pid, SIGKILL));
    wait_until_ready(video, mem, 2);
    video_figures(video, &after);
    assert_int_not_equal(before.pid, after.pid);
    assert_int_equal(1, after.members);
    for (int i = 0; i < 1000 && atomic_load(&resets) == 0; i++) {
        IGNORE(usleep(1000), "asked again");
    }
    assert_int_equal(1, atomic_load(&resets));
}

static void an_offer_that_is_none_is_refused_with_the_reason(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start_with_janus(mem);
    struct video_ask ask = ask_of(VIDEO_ASK_PUBLISH, mem);
    struct video_id id;

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    wait_until_ready(video, mem, 1);
    id = join(video, mem, "Dinas A", VIDEO_MAY_WATCH | VIDEO_MAY_PUBLISH);
    ask.member = text_of(id.s);
    ask.sdp = TEXT("this is no offer");
    assert_rc(RC_INVALID, video_perform(video, &ask));
    assert_true(text_starts(text_of(ask.why.text), TEXT("the video server refuses: ")));
}

static void without_janus_a_room_says_why(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start(NULL);
    struct video_ask ask = ask_of(VIDEO_ASK_OPEN, mem);

    (void)state;
    assert_rc(RC_UNAVAILABLE, video_perform(video, &ask));
    assert_string_equal("there is no video: the program Janus is not installed", ask.why.text);
}

/* Something that runs and never answers: tried again, ever more slowly. */
static void a_janus_that_ends_at_once_is_no_storm(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    struct video_figures figures = {0};

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    IGNORE(usleep(1000 * 1000), "0.2 and 0.4 and 0.8 seconds are between the starts");
    video_figures(video, &figures);
    assert_in_range(figures.starts, 2, 4);
}

static void members_come_and_are_moderated(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    struct video_ask ask = ask_of(VIDEO_ASK_MUTE, mem);
    struct video_id leader, head;

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    leader = join(video, mem, "Wali Kota", VIDEO_MAY_WATCH | VIDEO_MAY_MODERATE);
    head = join(video, mem, "Dinas A", VIDEO_MAY_WATCH | VIDEO_MAY_PUBLISH);
    ask.member = text_of(leader.s);
    ask.medium = VIDEO_SOUND;
    ask.on = true;
    assert_rc(RC_OK, video_perform(video, &ask));
    assert_int_equal(0, room_now(video, mem).members[0].muted);
    assert_int_equal(VIDEO_SOUND, room_now(video, mem).members[1].muted);

    ask.kind = VIDEO_ASK_FLOOR;
    ask.other = text_of(head.s);
    assert_rc(RC_OK, video_perform(video, &ask));
    assert_string_equal(head.s, room_now(video, mem).floor.s);

    ask.kind = VIDEO_ASK_REMOVE;
    assert_rc(RC_OK, video_perform(video, &ask));
    assert_int_equal(1, room_now(video, mem).member_count);
    assert_string_equal("", room_now(video, mem).floor.s);
    assert_rc(RC_NOT_FOUND, video_perform(video, &ask));
}

static void nobody_does_what_he_has_no_right_to(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    static const enum video_ask_kind forbidden[] = {VIDEO_ASK_PUBLISH, VIDEO_ASK_MUTE,
                                                    VIDEO_ASK_FLOOR,   VIDEO_ASK_REMOVE,
                                                    VIDEO_ASK_CLOSE,   VIDEO_ASK_ADMIT};
    struct video_ask ask = ask_of(VIDEO_ASK_SAY, mem);
    struct video_id listener;

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    listener = join(video, mem, "Pers", VIDEO_MAY_WATCH);
    ask.member = text_of(listener.s);
    for (size_t i = 0; i < COUNT_OF(forbidden); i++) {
        ask.kind = forbidden[i];
        assert_rc(RC_FORBIDDEN, video_perform(video, &ask));
    }
    ask.member = TEXT("nobody");
    assert_rc(RC_NOT_FOUND, video_perform(video, &ask));
}

static void who_waits_in_the_lobby_does_nothing_until_admitted(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    struct video_member entrant = {.rights = VIDEO_MAY_WATCH, .waits = true};
    struct video_ask ask = ask_of(VIDEO_ASK_JOIN, mem);

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    ask.entrant = &entrant;
    assert_rc(RC_OK, video_perform(video, &ask));
    ask.member = text_of(ask.out_member.s);
    ask.kind = VIDEO_ASK_HAND;
    ask.on = true;
    assert_rc(RC_FORBIDDEN, video_perform(video, &ask));
    ask.kind = VIDEO_ASK_ADMIT;
    ask.other = ask.member;
    ask.member = (struct text){0};
    assert_rc(RC_OK, video_perform(video, &ask));
    ask.kind = VIDEO_ASK_HAND;
    ask.member = ask.other;
    assert_rc(RC_OK, video_perform(video, &ask));
    assert_true(room_now(video, mem).members[0].hand);
}

static void a_full_room_takes_nobody(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    const struct video_member entrant = {.rights = VIDEO_MAY_WATCH};
    struct video_ask ask = ask_of(VIDEO_ASK_JOIN, mem);

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    ask.entrant = &entrant;
    for (int i = 0; i < VIDEO_MEMBERS_MAX; i++) {
        assert_rc(RC_OK, video_perform(video, &ask));
    }
    assert_rc(RC_TOO_MANY, video_perform(video, &ask));
    assert_int_equal(VIDEO_MEMBERS_MAX, room_now(video, mem).member_count);
}

static void a_closed_room_is_gone_with_its_members(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(video_free) struct video *video = start("/bin/false");
    struct video_ask ask = ask_of(VIDEO_ASK_CLOSE, mem);
    struct video_room room = {0};

    (void)state;
    assert_rc(RC_OK, open_room(video, mem));
    join(video, mem, "Dinas A", VIDEO_MAY_WATCH);
    assert_rc(RC_OK, video_perform(video, &ask));
    assert_rc(RC_NOT_FOUND, video_room_tell(video, TEXT("rapat"), mem, &room));
    assert_rc(RC_NOT_FOUND, video_perform(video, &ask));
}

static int make_folder(void **state)
{
    (void)state;
    return test_folder_make(&folder);
}

static int remove_folder(void **state)
{
    (void)state;
    return test_folder_remove(&folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_room_wakes_janus_which_makes_it),
        cmocka_unit_test(a_killed_janus_comes_back_and_the_room_with_it),
        cmocka_unit_test(an_offer_that_is_none_is_refused_with_the_reason),
        cmocka_unit_test(without_janus_a_room_says_why),
        cmocka_unit_test(a_janus_that_ends_at_once_is_no_storm),
        cmocka_unit_test(members_come_and_are_moderated),
        cmocka_unit_test(nobody_does_what_he_has_no_right_to),
        cmocka_unit_test(who_waits_in_the_lobby_does_nothing_until_admitted),
        cmocka_unit_test(a_full_room_takes_nobody),
        cmocka_unit_test(a_closed_room_is_gone_with_its_members),
    };

    return cmocka_run_group_tests_name("video", tests, make_folder, remove_folder);
}
