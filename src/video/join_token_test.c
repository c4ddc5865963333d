#include "video/join_token.h"

#include "base/base64.h"
#include "base/test.h"

enum { NOW = 1000 * 1000 };

static struct join_door door;

static const struct join_pass leader = {
    .room = TEXT_INIT("sidak-17"),
    .account = TEXT_INIT("walikota"),
    .name = TEXT_INIT("Wali Kota Jambi"),
    .role = TEXT_INIT("leader"),
    .tag = TEXT_INIT("1.01"),
    .expires_at_ms = NOW + JOIN_TOKEN_LIFE_MS,
    .rights = 7,
    .muted = 1,
    .waits = true,
};

static int open_door(void **state)
{
    (void)state;
    join_door_init(&door);
    return 0;
}

static enum rc take(struct text token, struct text room, struct text account, int64_t now_ms)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct join_pass expected = {.room = room, .account = account};
    struct join_pass pass;

    return join_token_take(&door, token, &expected, now_ms, mem, &pass, NULL);
}

static void what_was_granted_is_what_its_holder_may(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct join_pass pass;

    (void)state;
    assert_rc(RC_OK, join_token_take(&door, join_token_make(&door, &leader, mem), &leader, NOW, mem,
                                     &pass, NULL));
    assert_text("Wali Kota Jambi", pass.name);
    assert_text("leader", pass.role);
    assert_text("1.01", pass.tag);
    assert_int_equal(7, pass.rights);
    assert_int_equal(1, pass.muted);
    assert_true(pass.waits);
}

static void a_token_is_good_once(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text token = join_token_make(&door, &leader, mem);

    (void)state;
    assert_rc(RC_OK, take(token, leader.room, leader.account, NOW));
    assert_rc(RC_FORBIDDEN, take(token, leader.room, leader.account, NOW + 1));
    assert_rc(RC_OK, take(join_token_make(&door, &leader, mem), leader.room, leader.account, NOW));
}

static void it_opens_no_other_room_and_for_nobody_else(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text token = join_token_make(&door, &leader, mem);

    (void)state;
    assert_rc(RC_FORBIDDEN, take(token, TEXT("sidak-18"), leader.account, NOW));
    assert_rc(RC_FORBIDDEN, take(token, leader.room, TEXT("pers"), NOW));
    assert_rc(RC_FORBIDDEN, take(token, leader.room, (struct text){0}, NOW));
    assert_rc(RC_OK, take(token, leader.room, leader.account, NOW));
}

static void it_expires(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text token = join_token_make(&door, &leader, mem);

    (void)state;
    assert_rc(RC_FORBIDDEN, take(token, leader.room, leader.account, leader.expires_at_ms));
    assert_rc(RC_OK, take(token, leader.room, leader.account, leader.expires_at_ms - 1));
}

static void every_changed_byte_is_noticed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text token = join_token_make(&door, &leader, mem);

    (void)state;
    for (size_t i = 0; i < token.bytes; i++) {
        char *changed = arena_array(mem, char, token.bytes);

        memcpy(changed, token.at, token.bytes);
        changed[i] ^= 1;
        assert_rc(RC_FORBIDDEN,
                  take((struct text){changed, token.bytes}, leader.room, leader.account, NOW));
    }
    assert_rc(RC_OK, take(token, leader.room, leader.account, NOW));
}

static void what_is_too_long_or_not_plain_does_not_fit(void **state)
{
    struct join_pass long_name = leader, torn_name = leader;

    (void)state;
    assert_true(join_pass_fits(&leader));
    long_name.name = (struct text){(const char[NAME_BYTES_MAX + 1]){0}, NAME_BYTES_MAX + 1};
    torn_name.name = TEXT("a\nb");
    assert_false(join_pass_fits(&long_name));
    assert_false(join_pass_fits(&torn_name));
}

static void another_process_has_another_key(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text token = join_token_make(&door, &leader, mem);

    (void)state;
    join_door_init(&door);
    assert_rc(RC_FORBIDDEN, take(token, leader.room, leader.account, NOW));
}

static void what_is_no_token_is_refused(void **state)
{
    static const struct text tokens[] = {
        TEXT_INIT(""),
        TEXT_INIT("."),
        TEXT_INIT("e30="),
        TEXT_INIT("e30=.00"),
        TEXT_INIT("e30=.0000000000000000000000000000000000000000000000000000000000000000"),
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(tokens); i++) {
        assert_rc(RC_FORBIDDEN, take(tokens[i], leader.room, leader.account, NOW));
    }
}

/* What has expired needs no memory: it is refused anyway. */
static void a_door_that_has_seen_too_many_opens_again_when_they_expire(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct join_pass later = leader;

    (void)state;
    for (int i = 0; i < JOIN_TOKENS_USED_MAX; i++) {
        assert_rc(RC_OK,
                  take(join_token_make(&door, &leader, mem), leader.room, leader.account, NOW));
    }
    assert_rc(RC_TOO_MANY,
              take(join_token_make(&door, &leader, mem), leader.room, leader.account, NOW));
    later.expires_at_ms = leader.expires_at_ms + JOIN_TOKEN_LIFE_MS;
    assert_rc(RC_OK, take(join_token_make(&door, &later, mem), leader.room, leader.account,
                          leader.expires_at_ms));
}

#define TEST(fn) cmocka_unit_test_setup(fn, open_door)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(what_was_granted_is_what_its_holder_may),
        TEST(a_token_is_good_once),
        TEST(it_opens_no_other_room_and_for_nobody_else),
        TEST(it_expires),
        TEST(every_changed_byte_is_noticed),
        TEST(what_is_too_long_or_not_plain_does_not_fit),
        TEST(another_process_has_another_key),
        TEST(what_is_no_token_is_refused),
        TEST(a_door_that_has_seen_too_many_opens_again_when_they_expire),
    };

    return cmocka_run_group_tests_name("join_token", tests, NULL, NULL);
}
