/* A virtual terminal must behave as the real ones of adms.md do, or the tests
 * that use it prove nothing. */
#include "devices/simulator_terminal.h"

#include "base/day.h"
#include "base/test.h"
#include "devices/adms_reply.h"

#include <string.h>

static const char options[] = "GET OPTION FROM: SN1\nATTLOGStamp=9999\nDelay=10\nErrorDelay=60\n"
                              "TransFlag=TransData AttLog\tOpLog\nTimeZone=8\nRealtime=1\n";

struct scene {
    struct simulator_profile profile;
    struct simulator_figures figures;
    struct simulator_world world;
    struct simulator_terminal terminal;
    struct buf said;
    int64_t now_ms;
};

static int begin(void **state)
{
    static struct scene scene;

    scene = (struct scene){
        .profile = {.serial = TEXT("SN1"),
                    .model = TEXT("MB460"),
                    .firmware = TEXT("Ver 1.0"),
                    .offset_minutes = 420,
                    .pin = 1001,
                    .people = 40,
                    .verify = 15,
                    .status = 255},
        .world = {.host = TEXT("localhost"),
                  .live_rows = 1,
                  .backlog_rows = 128,
                  .receipts = simulator_receipts_new(),
                  .figures = &scene.figures},
    };
    assert_true(instant_parse(TEXT("2021-05-17T07:00:00+07:00"), &scene.now_ms));
    buf_init(&scene.said, ADMS_POST_BYTES_MAX);
    simulator_terminal_init(&scene.terminal, &scene.profile, &scene.world);
    *state = &scene;
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;

    simulator_terminal_done(&scene->terminal);
    simulator_receipts_free(&scene->world.receipts);
    buf_done(&scene->said);
    return 0;
}

/* Let the terminal speak and give back what it said. */
static const char *speak(struct scene *scene)
{
    buf_clear(&scene->said);
    assert_true(simulator_terminal_is_due(&scene->terminal, scene->now_ms));
    IGNORE(simulator_terminal_speak(&scene->terminal, scene->now_ms, &scene->said), "not torn");
    return scene->said.at;
}

static void hear(struct scene *scene, const char *body)
{
    simulator_terminal_hear(&scene->terminal, scene->now_ms, 200, text_of(body));
}

/* Through handshake, options, power-on row and the first poll. */
static void get_going(struct scene *scene)
{
    assert_ptr_not_equal(strstr(speak(scene), "GET /iclock/cdata?SN=SN1&options=all"), NULL);
    hear(scene, options);
    assert_non_null(strstr(speak(scene), "table=options"));
    assert_non_null(strstr(scene->said.at, "~DeviceName=MB460"));
    hear(scene, "OK");
    assert_non_null(strstr(speak(scene), "\r\n\r\nOPLOG 0\t"));
    hear(scene, "OK: 1");
    assert_non_null(strstr(speak(scene), "GET /iclock/getrequest?SN=SN1&INFO="));
    hear(scene, "OK");
}

static void make(struct scene *scene, int count)
{
    for (int i = 0; i < count; i++) {
        simulator_terminal_make(&scene->terminal, scene->now_ms);
    }
}

static size_t waiting(const struct scene *scene)
{
    return simulator_terminal_waiting(&scene->terminal);
}

static void a_terminal_introduces_itself_before_it_pushes(void **state)
{
    struct scene *scene = *state;

    make(scene, 1);
    get_going(scene);
    assert_non_null(strstr(speak(scene), "POST /iclock/cdata?SN=SN1&table=ATTLOG"));
    assert_non_null(strstr(scene->said.at, "\r\n\r\n1001\t2021-05-17 07:00:00\t255\t15\t"));
    hear(scene, "OK: 1");
    assert_int_equal(waiting(scene), 0);
    assert_false(simulator_terminal_is_due(&scene->terminal, scene->now_ms));
    assert_int_equal(scene->figures.violations, 0);
}

static void the_handshake_sets_zone_and_pace(void **state)
{
    struct scene *scene = *state;

    get_going(scene);
    make(scene, 1);
    assert_non_null(strstr(speak(scene), "1001\t2021-05-17 08:00:00\t"));
    hear(scene, "OK:1");
    assert_false(simulator_terminal_is_due(&scene->terminal, scene->now_ms + 9999));
    assert_true(simulator_terminal_is_due(&scene->terminal, scene->now_ms + 10000));
}

static void good_times_send_one_row_and_a_backlog_goes_out_in_batches(void **state)
{
    struct scene *scene = *state;

    get_going(scene);
    make(scene, 200);
    speak(scene);
    assert_int_equal(scene->terminal.sent, 1);
    simulator_terminal_hear(&scene->terminal, scene->now_ms, 503, TEXT(""));
    assert_int_equal(waiting(scene), 200);
    assert_false(simulator_terminal_is_due(&scene->terminal, scene->now_ms + 59999));
    scene->now_ms += 60000;
    assert_non_null(strstr(speak(scene), "getrequest"));
    hear(scene, "OK");
    speak(scene);
    assert_int_equal(scene->terminal.sent, 128);
    hear(scene, "OK: 128");
    assert_int_equal(waiting(scene), 72);
}

static void what_is_not_acknowledged_to_the_letter_is_sent_again(void **state)
{
    static const char *const wrong[] = {"OK", "OK: 2", "OK:x", "ok: 1", "ERROR", ""};
    struct scene *scene = *state;

    get_going(scene);
    make(scene, 1);
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        scene->terminal.silent_until_ms = 0;
        speak(scene);
        hear(scene, wrong[i]);
        assert_int_equal(waiting(scene), 1);
        assert_int_equal(scene->figures.violations, i + 1);
    }
    assert_int_equal(simulator_receipts_judge(scene->world.receipts).acknowledged, 0);
}

static void a_lost_reply_keeps_the_row(void **state)
{
    struct scene *scene = *state;

    get_going(scene);
    make(scene, 1);
    speak(scene);
    simulator_terminal_lose(&scene->terminal, scene->now_ms);
    assert_int_equal(waiting(scene), 1);
}

static void a_count_after_options_is_against_the_protocol(void **state)
{
    struct scene *scene = *state;

    speak(scene);
    hear(scene, options);
    speak(scene);
    hear(scene, "OK: 1");
    assert_int_equal(scene->figures.violations, 1);
    assert_string_equal(scene->figures.violation, "a bare OK was due: OK: 1");
}

static void without_attlog_in_the_flag_nothing_is_pushed(void **state)
{
    struct scene *scene = *state;

    speak(scene);
    hear(scene, "GET OPTION FROM: SN1\nTransFlag=TransData OpLog\n");
    speak(scene);
    hear(scene, "OK");
    speak(scene);
    hear(scene, "OK: 1");
    make(scene, 1);
    assert_non_null(strstr(speak(scene), "getrequest"));
    hear(scene, "OK");
    assert_false(simulator_terminal_is_due(&scene->terminal, scene->now_ms));
}

static void commands_are_obeyed_and_answered(void **state)
{
    struct scene *scene = *state;

    get_going(scene);
    scene->now_ms += 10000;
    speak(scene);
    hear(scene, "C:7:INFO\nC:8:CHECK\n");
    assert_non_null(strstr(speak(scene), "options=all"));
    hear(scene, options);
    speak(scene);
    hear(scene, "OK");
    speak(scene);
    hear(scene, "OK: 1");
    assert_non_null(strstr(speak(scene), "POST /iclock/devicecmd?SN=SN1"));
    assert_non_null(strstr(scene->said.at, "ID=7&Return=0&CMD=INFO\n~DeviceName=MB460\n"));
    assert_non_null(strstr(scene->said.at, "ID=8&Return=0&CMD=CHECK\n"));
    hear(scene, "OK");
    assert_int_equal(scene->figures.commands, 2);
    assert_int_equal(scene->figures.violations, 0);
}

static void a_silence_ends_with_a_handshake_and_a_backlog(void **state)
{
    struct scene *scene = *state;
    const struct simulator_period silence = {scene->now_ms + 1000, scene->now_ms + 5000};

    scene->profile.offline = &silence;
    scene->profile.offline_count = 1;
    simulator_terminal_wait(&scene->terminal, scene->now_ms);
    get_going(scene);
    scene->now_ms += 1000;
    simulator_terminal_wait(&scene->terminal, scene->now_ms);
    make(scene, 3);
    assert_false(simulator_terminal_is_due(&scene->terminal, scene->now_ms));
    scene->now_ms += 4000;
    simulator_terminal_wait(&scene->terminal, scene->now_ms);
    get_going(scene);
    speak(scene);
    assert_int_equal(scene->terminal.sent, 3);
    hear(scene, "OK: 3");
    make(scene, 2);
    speak(scene);
    assert_int_equal(scene->terminal.sent, 1);
}

static void a_restart_with_stamp_0_sends_everything_again(void **state)
{
    struct scene *scene = *state;
    const int64_t reboot = scene->now_ms + 1000;

    scene->profile.reboots_at_ms = &reboot;
    scene->profile.reboot_count = 1;
    simulator_terminal_done(&scene->terminal);
    simulator_terminal_init(&scene->terminal, &scene->profile, &scene->world);
    get_going(scene);
    make(scene, 2);
    for (int i = 0; i < 2; i++) {
        speak(scene);
        hear(scene, "OK: 1");
    }
    scene->now_ms = reboot;
    simulator_terminal_wait(&scene->terminal, scene->now_ms);
    speak(scene);
    hear(scene, "GET OPTION FROM: SN1\nATTLOGStamp=0\nTransFlag=TransData AttLog\n");
    assert_int_equal(waiting(scene), 2);
}

static void the_feed_falls_due_by_the_true_time(void **state)
{
    struct scene *scene = *state;
    struct simulator_row row = {.status = 0, .verify = 30, .pin = "77"};

    assert_true(moment_parse(TEXT("2021-05-17 07:01:00"), &row.moment));
    scene->profile.clock_error_ms = -90 * INT64_C(1000); /* shows 07:01:00 when it is 07:02:30 */
    scene->profile.feed = &row;
    scene->profile.feed_count = 1;
    assert_int_equal(simulator_terminal_undue(&scene->terminal), 1);
    simulator_terminal_wait(&scene->terminal, scene->now_ms + 149999);
    assert_int_equal(waiting(scene), 0);
    simulator_terminal_wait(&scene->terminal, scene->now_ms + 150000);
    assert_int_equal(waiting(scene), 1);
    assert_int_equal(simulator_terminal_undue(&scene->terminal), 0);
}

static void nobody_is_made_up_twice_in_a_second(void **state)
{
    struct scene *scene = *state;

    scene->profile.people = 2;
    make(scene, 6);
    for (size_t i = 2; i < 6; i++) {
        assert_string_equal(scene->terminal.rows[i].pin, scene->terminal.rows[i - 2].pin);
        assert_true(scene->terminal.rows[i].moment > scene->terminal.rows[i - 2].moment);
    }
}

static void spoiled_rows_count_but_are_no_punches(void **state)
{
    struct scene *scene = *state;

    scene->profile.bad_permille = 1000;
    get_going(scene);
    make(scene, 10);
    scene->terminal.is_backlog = true;
    speak(scene);
    hear(scene, "OK: 20");
    assert_int_equal(scene->figures.bad, 10);
    assert_int_equal(simulator_receipts_judge(scene->world.receipts).acknowledged, 10);
}

static void duplicates_go_out_again_after_their_acknowledgement(void **state)
{
    struct scene *scene = *state;

    scene->profile.duplicate_permille = 1000;
    get_going(scene);
    make(scene, 1);
    speak(scene);
    hear(scene, "OK: 1");
    assert_int_equal(waiting(scene), 1);
    assert_int_equal(scene->figures.repeated, 1);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_terminal_introduces_itself_before_it_pushes),
        TEST(the_handshake_sets_zone_and_pace),
        TEST(good_times_send_one_row_and_a_backlog_goes_out_in_batches),
        TEST(what_is_not_acknowledged_to_the_letter_is_sent_again),
        TEST(a_lost_reply_keeps_the_row),
        TEST(a_count_after_options_is_against_the_protocol),
        TEST(without_attlog_in_the_flag_nothing_is_pushed),
        TEST(commands_are_obeyed_and_answered),
        TEST(a_silence_ends_with_a_handshake_and_a_backlog),
        TEST(a_restart_with_stamp_0_sends_everything_again),
        TEST(the_feed_falls_due_by_the_true_time),
        TEST(nobody_is_made_up_twice_in_a_second),
        TEST(spoiled_rows_count_but_are_no_punches),
        TEST(duplicates_go_out_again_after_their_acknowledgement),
    };

    return cmocka_run_group_tests_name("simulator_terminal", tests, NULL, NULL);
}
