#include "devices/simulator_plan.h"

#include "base/csv.h"
#include "base/day.h"
#include "base/test.h"
#include "devices/simulator_feed.h"

#include <string.h>

static struct arena *mem;
static int64_t seven; /* 2021-05-17 07:00 in Jambi */

static int make_arena(void **state)
{
    (void)state;
    mem = arena_new();
    return instant_parse(TEXT("2021-05-17T07:00:00+07:00"), &seven) ? 0 : -1;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_free(&mem);
    return 0;
}

static void a_scenario_describes_a_fleet(void **state)
{
    static const struct text scenario =
        TEXT_INIT("# A morning with a bad line.\r\n"
                  "rate = 20\n"
                  "seconds = 120\n"
                  "\n"
                  "[KEC]            # becomes KEC-0001 to KEC-0003\n"
                  "count = 3\n"
                  "model = HADIR-IRIS\n"
                  "people = 40\n"
                  "pin = 501\n"
                  "verify = 30\n"
                  "clock error = -94.5\n"
                  "offline = 07:12-07:58 ; 10s-20s\n"
                  "reboot = 45s; 07:30\n"
                  "duplicate = 2 %\n"
                  "bad = 0.5 %\n"
                  "[ONE]\n"
                  "zone = 540\n"
                  "torn = 100\n");
    struct simulator_plan plan;

    (void)state;
    assert_rc(RC_OK, simulator_plan_parse(mem, scenario, seven, &plan, NULL));
    assert_int_equal(plan.count, 4);
    assert_int_equal((int)plan.rate, 20);
    assert_int_equal(plan.seconds, 120);
    assert_text("KEC-0003", plan.profiles[2].serial);
    assert_text("HADIR-IRIS", plan.profiles[2].model);
    assert_int_equal(plan.profiles[0].people, 40);
    assert_int_equal(plan.profiles[0].pin, 501);
    assert_int_equal(plan.profiles[0].verify, 30);
    assert_int_equal(plan.profiles[0].clock_error_ms, -94500);
    assert_int_equal(plan.profiles[0].duplicate_permille, 20);
    assert_int_equal(plan.profiles[0].bad_permille, 5);
    assert_int_equal(plan.profiles[0].offline_count, 2);
    assert_int_equal(plan.profiles[0].offline[0].from_at_ms, seven + INT64_C(12) * 60 * 1000);
    assert_int_equal(plan.profiles[0].offline[1].to_at_ms, seven + 20000);
    assert_int_equal(plan.profiles[0].reboots_at_ms[0], seven + 45000);
    assert_int_equal(plan.profiles[0].reboots_at_ms[1], seven + INT64_C(30) * 60 * 1000);
    assert_text("ONE", plan.profiles[3].serial);
    assert_int_equal(plan.profiles[3].offset_minutes, 540);
    assert_int_equal(plan.profiles[3].torn_permille, 1000);
    assert_int_equal(plan.profiles[3].clock_error_ms, 0);
}

static void a_mistake_in_a_scenario_is_named_by_its_line(void **state)
{
    static const char *const wrong[] = {
        "\n\npeople = 3",         "\n\nrate = fast",      "\n\n[no spaces allowed]",
        "[A]\n\npeeple = 3",      "[A]\n\npeople = 0",    "[A]\n\noffline = 09:00-08:00",
        "[A]\n\noffline = 08:00", "[A]\n\nreboot = soon", "[A]\n\nbad = 101 %",
        "[A]\n\njust words",      "[A]\n\ncount = 0",
    };
    struct simulator_plan plan;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct problem why = {0};

        assert_rc(RC_INVALID, simulator_plan_parse(mem, text_of(wrong[i]), seven, &plan, &why));
        assert_non_null(strstr(why.text, "line 3: "));
    }
}

static void without_a_file_the_fleet_is_as_large_as_asked(void **state)
{
    struct simulator_options options = {.terminals = 3, .rate = 5, .seconds = 7};
    struct simulator_plan plan;

    (void)state;
    assert_rc(RC_OK, simulator_plan_read(mem, &options, seven, &plan, NULL));
    assert_int_equal(plan.count, 3);
    assert_text("SIM-00003", plan.profiles[2].serial);
    assert_int_equal((int)plan.rate, 5);
    options.terminals = TERMINALS_MAX + 1;
    assert_rc(RC_INVALID, simulator_plan_read(mem, &options, seven, &plan, NULL));
}

static enum rc feed(const char *bytes, struct simulator_plan *plan, struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(text_of(bytes));

    assert_rc(RC_OK, simulator_plan_parse(mem, TEXT("[T1]\npeople = 3\n"), seven, plan, NULL));
    return simulator_feed_read(mem, csv, NULL, plan, why);
}

static void each_terminal_gets_its_rows_by_time(void **state)
{
    struct simulator_plan plan;

    (void)state;
    assert_rc(RC_OK, feed("pin_or_number,terminal,local_time,method,direction\n"
                          "12,T2,2021-05-17 07:10:00,finger,in\n"
                          "11,T1,2021-05-17 07:09:00,face,out\n"
                          "13,T2,2021-05-17 07:00:00,iris,\n"
                          "0014,T2,2021-05-17 07:10:00,,255\n",
                          &plan, NULL));
    assert_int_equal(plan.count, 2);
    assert_int_equal(plan.feed_rows, 4);
    assert_int_equal(plan.profiles[0].people, 3);
    assert_int_equal(plan.profiles[0].feed_count, 1);
    assert_int_equal(plan.profiles[0].feed[0].verify, 15);
    assert_int_equal(plan.profiles[0].feed[0].status, 1);
    assert_int_equal(plan.profiles[1].feed_count, 3);
    assert_text("HADIR-IRIS", plan.profiles[1].model);
    assert_string_equal(plan.profiles[1].feed[0].pin, "13");
    assert_int_equal(plan.profiles[1].feed[0].verify, 30);
    assert_int_equal(plan.profiles[1].feed[0].status, 255);
    assert_string_equal(plan.profiles[1].feed[1].pin, "12");
    assert_int_equal(plan.profiles[1].feed[1].verify, 1);
    assert_string_equal(plan.profiles[1].feed[2].pin, "0014");
    assert_int_equal(plan.profiles[1].feed[2].verify, 200);
}

static void a_mistake_in_punches_is_named_by_its_line(void **state)
{
    static const char *const wrong[] = {
        "12,T2,2021-05-17 24:10:00,finger,in",
        "12,T 2,2021-05-17 07:10:00,finger,in",
        ",T2,2021-05-17 07:10:00,finger,in",
        "12,T2,2021-05-17 07:10:00,finger,sideways",
        "12,T2",
    };
    struct simulator_plan plan;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct problem why = {0};
        struct text bytes =
            arena_format(mem, "pin_or_number,terminal,local_time,method,direction\n%s\n", wrong[i]);

        assert_rc(RC_INVALID, feed(arena_cstr(mem, bytes), &plan, &why));
        assert_non_null(strstr(why.text, "line 2: "));
    }
    assert_rc(RC_INVALID, feed("pin,terminal\n1,T1\n", &plan, NULL));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_arena, drop_arena)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_scenario_describes_a_fleet),
        TEST(a_mistake_in_a_scenario_is_named_by_its_line),
        TEST(without_a_file_the_fleet_is_as_large_as_asked),
        TEST(each_terminal_gets_its_rows_by_time),
        TEST(a_mistake_in_punches_is_named_by_its_line),
    };

    return cmocka_run_group_tests_name("simulator_plan", tests, NULL, NULL);
}
