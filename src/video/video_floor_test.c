/* Whose turn it is: without Janus, for which /bin/false stands. */
#include "base/test.h"
#include "base/test_folder.h"
#include "video/video.h"

#include <stdio.h>

enum { BOTH = VIDEO_SOUND | VIDEO_PICTURE };

static struct test_folder folder;

/* A room on the day of its session, and what its members were asked for. */
struct hall {
    struct arena *mem;
    struct video *video;
    int64_t number; /* of the last call */
    int asked;      /* owned by the video thread */
};

static void listen(void *owner, const struct video_event *event)
{
    struct hall *hall = owner;

    hall->asked += event->kind == VIDEO_EVENT_ASKED;
}

static enum rc ask(struct hall *hall, struct video_ask *asked)
{
    asked->room = TEXT("sidak");
    asked->mem = hall->mem;
    return video_perform(hall->video, asked);
}

static int enter(void **state)
{
    struct hall *hall = test_calloc(1, sizeof *hall);
    struct video_options options = {.folder = folder.path, .program = "/bin/false"};
    struct video_ask open = {.kind = VIDEO_ASK_OPEN};

    hall->mem = arena_new();
    assert_rc(RC_OK, video_start(&options, &hall->video));
    video_listen(hall->video, listen, hall);
    assert_rc(RC_OK, ask(hall, &open));
    *state = hall;
    return 0;
}

static int leave(void **state)
{
    struct hall *hall = *state;

    video_free(&hall->video);
    arena_free(&hall->mem);
    test_free(hall);
    return 0;
}

/* A head speaks for his agency, and is silent until he is called. */
static struct text head(struct hall *hall, const char *agency, const char *account)
{
    struct video_member entrant = {
        .rights = VIDEO_MAY_WATCH | VIDEO_MAY_PUBLISH, .muted = VIDEO_SOUND, .waits = true};
    struct video_ask join = {.kind = VIDEO_ASK_JOIN, .entrant = &entrant};

    snprintf(entrant.tag, sizeof entrant.tag, "%s", agency);
    snprintf(entrant.account, sizeof entrant.account, "%s", account);
    assert_rc(RC_OK, ask(hall, &join));
    return arena_text(hall->mem, text_of(join.out_member.s));
}

static void call_by(struct hall *hall, const char *agency, const char *account)
{
    struct video_ask call = {.kind = VIDEO_ASK_CALL,
                             .text = text_of(agency),
                             .account = text_of(account),
                             .number = ++hall->number,
                             .on = true};

    assert_rc(RC_OK, ask(hall, &call));
}

static void call(struct hall *hall, const char *agency)
{
    call_by(hall, agency, "");
}

static void order(struct hall *hall, enum video_ask_kind kind, struct text member, bool on)
{
    struct video_ask given = {.kind = kind, .other = member, .on = on, .medium = VIDEO_SOUND};

    assert_rc(RC_OK, ask(hall, &given));
}

static void go(struct hall *hall, struct text member)
{
    struct video_ask left = {.kind = VIDEO_ASK_LEAVE, .member = member};

    assert_rc(RC_OK, ask(hall, &left));
}

static struct video_member find(struct hall *hall, struct text id)
{
    struct video_member member = {0};
    uint64_t room = 0;

    assert_rc(RC_OK, video_member_find(hall->video, TEXT("sidak"), id, &member, &room));
    return member;
}

static struct text floor_of(struct hall *hall)
{
    struct video_room room = {0};

    assert_rc(RC_OK, video_room_tell(hall->video, TEXT("sidak"), hall->mem, &room));
    return arena_text(hall->mem, text_of(room.floor.s));
}

#define assert_floor(hall, holder) \
    assert_string_equal(arena_cstr((hall)->mem, holder), arena_cstr((hall)->mem, floor_of(hall)))

static void who_is_called_has_the_floor_and_is_asked_for_sound_and_picture(void **state)
{
    struct hall *hall = *state;
    struct text a, b;

    call(hall, "");
    a = head(hall, "DINSOS", "kadis.sos");
    b = head(hall, "PMD", "kadis.pmd");
    call(hall, "PMD");
    assert_floor(hall, b);
    assert_int_equal(0, find(hall, b).muted);
    assert_int_equal(BOTH, find(hall, b).asked);
    assert_int_equal(VIDEO_SOUND, find(hall, a).muted);
    assert_int_equal(0, find(hall, a).asked);
    assert_int_equal(2, hall->asked);
}

static void the_former_is_silent_again_when_the_next_is_called(void **state)
{
    struct hall *hall = *state;
    struct text a = head(hall, "DINSOS", "kadis.sos"), b = head(hall, "PMD", "kadis.pmd");

    call(hall, "DINSOS");
    call(hall, "PMD");
    assert_floor(hall, b);
    assert_int_equal(VIDEO_SOUND, find(hall, a).muted);
    assert_int_equal(0, find(hall, a).asked);
    call(hall, "");
    assert_floor(hall, TEXT(""));
    assert_int_equal(VIDEO_SOUND, find(hall, b).muted);
}

static void the_floor_comes_when_the_called_comes(void **state)
{
    struct hall *hall = *state;
    struct text a = head(hall, "DINSOS", "kadis.sos"), b;

    call(hall, "DINSOS");
    call(hall, "PMD");
    assert_floor(hall, TEXT(""));
    assert_int_equal(VIDEO_SOUND, find(hall, a).muted);
    b = head(hall, "PMD", "kadis.pmd");
    assert_floor(hall, b);
    assert_int_equal(BOTH, find(hall, b).asked);
}

static void whoever_answers_is_large_and_his_colleague_still_heard(void **state)
{
    struct hall *hall = *state;
    struct text first = head(hall, "PMD", "kadis.pmd"), deputy = head(hall, "PMD", "sekdis.pmd");

    call(hall, "PMD");
    assert_floor(hall, first);
    call_by(hall, "PMD", "sekdis.pmd");
    assert_floor(hall, deputy);
    assert_int_equal(0, find(hall, first).muted);
    assert_int_equal(4, hall->asked); /* not again */
    go(hall, deputy);
    assert_floor(hall, first);
}

static void a_page_that_was_opened_anew_takes_the_floor_over(void **state)
{
    struct hall *hall = *state;
    struct text again;

    call(hall, "PMD");
    head(hall, "PMD", "kadis.pmd");
    again = head(hall, "PMD", "kadis.pmd");
    assert_floor(hall, again);
    assert_int_equal(0, find(hall, again).muted);
}

static void what_a_moderator_says_during_a_turn_holds_until_the_next(void **state)
{
    struct hall *hall = *state;
    struct text a = head(hall, "DINSOS", "kadis.sos"), b = head(hall, "PMD", "kadis.pmd");

    call(hall, "DINSOS");
    order(hall, VIDEO_ASK_FLOOR, b, true);
    order(hall, VIDEO_ASK_MUTE, a, true);
    call(hall, "DINSOS"); /* something else happened in the session */
    assert_floor(hall, b);
    assert_int_equal(VIDEO_SOUND, find(hall, a).muted);
    call(hall, "");
    assert_floor(hall, b);
}

static void news_that_come_late_change_nothing(void **state)
{
    struct hall *hall = *state;
    struct text b = head(hall, "PMD", "kadis.pmd");
    struct video_ask late = {
        .kind = VIDEO_ASK_CALL, .text = TEXT("DINSOS"), .account = TEXT(""), .number = 1};

    call(hall, "DINSOS");
    call(hall, "PMD");
    assert_rc(RC_OK, ask(hall, &late));
    assert_floor(hall, b);
}

static void the_lobby_opens_with_the_session(void **state)
{
    struct hall *hall = *state;
    struct video_ask planned = {.kind = VIDEO_ASK_CALL, .text = TEXT(""), .account = TEXT("")};
    struct text a;

    assert_rc(RC_OK, ask(hall, &planned));
    a = head(hall, "DINSOS", "kadis.sos");
    assert_true(find(hall, a).waits);
    call(hall, "DINSOS");
    assert_false(find(hall, a).waits);
    assert_floor(hall, a);
    /* His ticket is from before the opening. */
    assert_false(find(hall, head(hall, "PMD", "kadis.pmd")).waits);
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

#define TURN(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TURN(who_is_called_has_the_floor_and_is_asked_for_sound_and_picture),
        TURN(the_former_is_silent_again_when_the_next_is_called),
        TURN(the_floor_comes_when_the_called_comes),
        TURN(whoever_answers_is_large_and_his_colleague_still_heard),
        TURN(a_page_that_was_opened_anew_takes_the_floor_over),
        TURN(what_a_moderator_says_during_a_turn_holds_until_the_next),
        TURN(news_that_come_late_change_nothing),
        TURN(the_lobby_opens_with_the_session),
    };

    return cmocka_run_group_tests_name("video_floor", tests, make_folder, remove_folder);
}
