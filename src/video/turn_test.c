#include "video/turn.h"

#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <stdio.h>
#include <unistd.h>

/* Made by another hand: printf NAME | openssl dgst -sha1 -hmac SECRET -binary | base64 */
static void a_pass_is_the_one_that_the_relay_reckons(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(secret_done) struct secret secret = {0};
    struct turn_pass pass;

    (void)state;
    assert_rc(RC_OK, secret_take(&secret, TEXT("rahasia-relai-jambi")));
    pass = turn_pass_make(&secret, TEXT("seat"), 1621209600, mem);
    assert_text("1621252800:seat", pass.name);
    assert_text("hnxFr4doO5PKaBZk3M6+ELxeRhE=", pass.password);
}

static void addresses_of_relays_are_taken_and_others_refused(void **state)
{
    static const char *const refused[] = {
        "",         "stun:relay:3478", "turn:",          "http://relay",
        "turn:a b", "turn:a\"",        "turn:a,,turn:b", "turn:a,turn:b,turn:c,turn:d,turn:e"};
    struct turn_urls urls = {.count = 0};

    (void)state;
    assert_rc(RC_OK,
              turn_urls_read("turn:[fd00::1]:3478,turns:relai.jambikota.go.id:5349?transport=tcp",
                             &urls, NULL));
    assert_int_equal(2, urls.count);
    assert_text("turn:[fd00::1]:3478", urls.at[0]);
    assert_text("turns:relai.jambikota.go.id:5349?transport=tcp", urls.at[1]);
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        assert_rc(RC_INVALID, turn_urls_read(refused[i], &urls, NULL));
    }
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(0, fclose(file));
}

static void the_secret_is_the_first_line_of_its_file(void **state)
{
    struct test_folder folder;
    char path[sizeof folder + 8];
    CLEANUP(secret_done) struct secret secret = {0};
    struct problem why = {0};

    (void)state;
    assert_int_equal(0, test_folder_make(&folder));
    IGNORE(snprintf(path, sizeof path, "%s/secret", folder.path), "it fits");
    write_file(path, "rahasia-relai-jambi\nwhat follows is not read\n");
    assert_rc(RC_OK, turn_secret_load(path, &secret, &why));
    assert_text("rahasia-relai-jambi", secret_reveal(&secret));
    write_file(path, "short\n");
    assert_rc(RC_INVALID, turn_secret_load(path, &secret, &why));
    assert_int_equal(0, test_folder_remove(&folder));
    assert_true(turn_secret_load(path, &secret, &why) != RC_OK);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pass_is_the_one_that_the_relay_reckons),
        cmocka_unit_test(addresses_of_relays_are_taken_and_others_refused),
        cmocka_unit_test(the_secret_is_the_first_line_of_its_file),
    };

    return cmocka_run_group_tests_name("turn", tests, NULL, NULL);
}
