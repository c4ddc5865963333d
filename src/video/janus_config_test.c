#include "video/janus_config.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <stdio.h>
#include <sys/stat.h>

static struct test_folder folder;

static struct text read_config(struct arena *mem, const char *name)
{
    struct text bytes = {0};

    assert_rc(RC_OK, file_read(arena_format(mem, "%s/%s", folder.path, name).at, 64 * 1024, mem,
                               &bytes, NULL));
    return bytes;
}

static bool holds(struct text text, const char *part)
{
    return memmem(text.at, text.bytes, part, strlen(part)) != NULL;
}

static void what_was_chosen_stands_in_the_files(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct janus_options options = {
        .interfaces = "lo", .address = "203.0.113.7", .stun = "stun.example:3479"};
    struct text core;

    (void)state;
    assert_rc(RC_OK, janus_ports_read("21100-21150", &options, NULL));
    assert_rc(RC_OK, janus_config_write(folder.path, &options, NULL));
    core = read_config(mem, "janus.jcfg");
    assert_true(holds(core, "ice_enforce_list = \"lo\""));
    assert_true(holds(core, "nat_1_1_mapping = \"203.0.113.7\""));
    assert_true(holds(core, "stun_server = \"stun.example\""));
    assert_true(holds(core, "stun_port = 3479"));
    assert_true(holds(core, "rtp_port_range = \"21100-21150\""));
    assert_false(holds(core, "libjanus_videoroom"));
    assert_false(holds(core, "libjanus_websockets"));
    assert_true(holds(read_config(mem, "janus.transport.websockets.jcfg"), "ws_unix"));
    assert_true(holds(read_config(mem, "janus.plugin.videoroom.jcfg"), "string_ids = true"));
}

static void nobody_else_can_read_them(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct janus_options options = {0};
    struct stat of = {0};

    (void)state;
    assert_rc(RC_OK, janus_config_write(folder.path, &options, NULL));
    assert_int_equal(0, stat(arena_format(mem, "%s/janus.jcfg", folder.path).at, &of));
    assert_int_equal(0600, of.st_mode & 0777);
}

static void a_value_cannot_break_out_of_its_line(void **state)
{
    static const char *const values[] = {"", "a\"b", "lo\n}", "x y", "$(id)"};
    struct problem why = {0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        const struct janus_options options = {.interfaces = values[i]};

        assert_rc(RC_INVALID, janus_config_write(folder.path, &options, &why));
    }
    assert_string_equal("the interfaces of the video server cannot be \"$(id)\"", why.text);
}

static void what_is_no_range_of_ports_is_refused(void **state)
{
    static const char *const ranges[] = {"",           "20000", "20000-",      "20000-20003",
                                         "1000-20000", "a-b",   "20000-70000", "21000-20000"};
    struct janus_options options = {0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(ranges); i++) {
        assert_rc(RC_INVALID, janus_ports_read(ranges[i], &options, NULL));
    }
    assert_int_equal(0, options.port_first);
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
        cmocka_unit_test(what_was_chosen_stands_in_the_files),
        cmocka_unit_test(nobody_else_can_read_them),
        cmocka_unit_test(a_value_cannot_break_out_of_its_line),
        cmocka_unit_test(what_is_no_range_of_ports_is_refused),
    };

    return cmocka_run_group_tests_name("janus_config", tests, make_folder, remove_folder);
}
