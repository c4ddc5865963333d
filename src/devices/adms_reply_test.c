#include "devices/adms_reply.h"

#include "base/day.h"
#include "base/test.h"

#include <string.h>

static struct buf reply;

static int make_reply(void **state)
{
    (void)state;
    buf_init(&reply, ADMS_REPLY_BYTES_MAX);
    return 0;
}

static int drop_reply(void **state)
{
    (void)state;
    buf_done(&reply);
    return 0;
}

static bool has_line(const char *line)
{
    struct text rest = buf_text(&reply);

    while (rest.at) {
        if (text_equal(text_cut(&rest, '\n'), text_of(line))) return true;
    }
    return false;
}

static void hand_shake(const struct adms_handshake *handshake)
{
    buf_clear(&reply);
    adms_reply_handshake(&reply, handshake);
    assert_true(buf_ok(&reply));
}

static void a_new_terminal_is_asked_for_everything_it_holds(void **state)
{
    struct adms_stamps stamps = {0};
    struct adms_handshake handshake = adms_handshake_default(TEXT("OGT1"), &stamps, 420);

    (void)state;
    hand_shake(&handshake);
    assert_true(text_starts(buf_text(&reply), TEXT("GET OPTION FROM: OGT1\n")));
    assert_true(has_line("ATTLOGStamp=0"));
    assert_true(has_line("OPERLOGStamp=0"));
    assert_true(has_line("Stamp=0"));
    assert_true(has_line("TimeZone=7"));
    assert_true(has_line("Delay=10"));
    assert_true(has_line("ErrorDelay=60"));
    assert_true(has_line("Realtime=1"));
    assert_true(has_line("Encrypt=0"));
    assert_true(has_line("PushOptionsFlag=1"));
    assert_true(has_line("MaxPostSize=1048576"));
}

static void a_known_terminal_is_never_told_0_by_mistake(void **state)
{
    struct adms_stamps stamps = {0};
    struct adms_handshake handshake = adms_handshake_default(TEXT("OGT1"), &stamps, 420);

    (void)state;
    stamps.stored[ADMS_TABLE_ATTLOG] = true;
    stamps.sent[ADMS_TABLE_ATTLOG] = TEXT("82983982");
    hand_shake(&handshake);
    assert_true(has_line("ATTLOGStamp=82983982"));
    assert_true(has_line("Stamp=82983982"));
    assert_true(has_line("OPERLOGStamp=0"));

    assert_text("9999", adms_reply_stamp(true, TEXT("9999")));
    assert_text("9999", adms_reply_stamp(true, TEXT("0")));
    assert_text("9999", adms_reply_stamp(true, TEXT("000")));
    assert_text("9999", adms_reply_stamp(true, TEXT("None")));
    assert_text("9999", adms_reply_stamp(true, TEXT("")));
    assert_text("0", adms_reply_stamp(false, TEXT("9999")));
}

static void templates_are_not_asked_for_unless_wanted(void **state)
{
    struct adms_stamps stamps = {0};
    struct adms_handshake handshake = adms_handshake_default(TEXT("OGT1"), &stamps, 420);

    (void)state;
    hand_shake(&handshake);
    assert_true(has_line("TransFlag=TransData AttLog\tOpLog"));
    assert_true(has_line("MultiBioDataSupport=0:0:0:0:0:0:0:0:0:0:0"));
    handshake.wanted = ADMS_WANTED_USERS | ADMS_WANTED_PHOTOS;
    hand_shake(&handshake);
    assert_true(has_line("TransFlag=TransData AttLog\tOpLog\tEnrollUser\tChgUser\tAttPhoto"));
    handshake.wanted = ADMS_WANTED_TEMPLATES;
    hand_shake(&handshake);
    assert_true(has_line(
        "TransFlag=TransData AttLog\tOpLog\tEnrollFP\tChgFP\tFACE\tFVEIN\tUserPic\tBioPhoto"));
    assert_true(has_line("MultiBioPhotoSupport=1:1:1:1:1:1:1:1:1:1:1"));
}

/* adms.md §9 (9): a clock moved by hours after each handshake. */
static void a_zone_is_told_in_hours_or_minutes(void **state)
{
    static const struct {
        int offset;
        enum adms_zone_form form;
        const char *line;
    } cases[] = {
        {420, ADMS_ZONE_HOURS, "TimeZone=7"},   {480, ADMS_ZONE_HOURS, "TimeZone=8"},
        {540, ADMS_ZONE_HOURS, "TimeZone=9"},   {480, ADMS_ZONE_MINUTES, "TimeZone=480"},
        {330, ADMS_ZONE_HOURS, "TimeZone=330"}, {-210, ADMS_ZONE_HOURS, "TimeZone=-210"},
        {-300, ADMS_ZONE_HOURS, "TimeZone=-5"}, {0, ADMS_ZONE_MINUTES, "TimeZone=0"},
        {60, ADMS_ZONE_MINUTES, "TimeZone=1"},
    };
    struct adms_stamps stamps = {0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct adms_handshake handshake =
            adms_handshake_default(TEXT("A"), &stamps, cases[i].offset);

        handshake.zone_form = cases[i].form;
        hand_shake(&handshake);
        assert_true(has_line(cases[i].line));
    }
}

static void the_acknowledgement_counts_where_it_must_and_nowhere_else(void **state)
{
    static const struct {
        enum adms_table table;
        size_t lines;
        const char *expected;
    } cases[] = {
        {ADMS_TABLE_ATTLOG, 9, "OK: 9"},      {ADMS_TABLE_ATTLOG, 0, "OK: 1"},
        {ADMS_TABLE_OPERLOG, 128, "OK: 128"}, {ADMS_TABLE_OPERLOG, 0, "OK: 1"},
        {ADMS_TABLE_BIODATA, 2, "OK: 2"},     {ADMS_TABLE_IDCARD, 2, "OK: 2"},
        {ADMS_TABLE_OPTIONS, 5, "OK"},        {ADMS_TABLE_ATTPHOTO, 1, "OK"},
        {ADMS_TABLE_ERRORLOG, 3, "OK"},       {ADMS_TABLE_OTHER, 3, "OK"},
        {ADMS_TABLE_NONE, 3, "OK"},           {ADMS_TABLE_USERINFO, 3, "OK"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        buf_clear(&reply);
        adms_reply_stored(&reply, cases[i].table, cases[i].lines);
        assert_true(text_equal(buf_text(&reply), text_of(cases[i].expected)));
    }
}

static void the_time_is_told_with_its_zone(void **state)
{
    int64_t now = 0;

    (void)state;
    assert_true(instant_parse(TEXT("2021-05-17T07:44:08.250+07:00"), &now));
    adms_reply_time(&reply, now, 420);
    assert_text("Time=2021-05-17T07:44:08+07:00", buf_text(&reply));
    assert_string_equal(adms_http_date(now).s, "Mon, 17 May 2021 00:44:08 GMT");
}

static void a_date_header_survives_the_round_trip(void **state)
{
    int64_t back = 0;

    (void)state;
    for (int64_t at_ms = 0; at_ms < 4102444800000; at_ms += 86399LL * 1000 * 37) {
        struct adms_http_date date = adms_http_date(at_ms);

        assert_int_equal(strlen(date.s), ADMS_HTTP_DATE_BYTES);
        assert_true(adms_http_date_parse(text_of(date.s), &back));
        assert_int_equal(back, at_ms);
    }
    assert_false(adms_http_date_parse(TEXT("Mon, 17 Foo 2021 00:44:08 GMT"), &back));
    assert_false(adms_http_date_parse(TEXT("Mon, 31 Feb 2021 00:44:08 GMT"), &back));
    assert_false(adms_http_date_parse(TEXT(""), &back));
}

static void commands_go_out_with_prefix_and_number(void **state)
{
    static const struct adms_command commands[] = {
        {1, TEXT_INIT("CHECK")},
        {2, TEXT_INIT("DATA DELETE USERINFO PIN=")},
        {3, TEXT_INIT("REBOOT")},
        {4, TEXT_INIT("LOG")},
    };

    (void)state;
    assert_int_equal(adms_reply_commands(&reply, commands, 4), 3);
    assert_text("C:1:CHECK\nC:3:REBOOT\n", buf_text(&reply));
    buf_clear(&reply);
    assert_int_equal(adms_reply_commands(&reply, commands + 3, 1), 1);
    assert_text("C:4:LOG\n", buf_text(&reply));
    buf_clear(&reply);
    assert_int_equal(adms_reply_commands(&reply, commands, 0), 0);
    assert_text("OK", buf_text(&reply));
    buf_clear(&reply);
    assert_int_equal(adms_reply_commands(&reply, commands + 1, 1), 1);
    assert_text("OK", buf_text(&reply));
}

static void a_reply_stays_below_200_commands_and_40_kilobytes(void **state)
{
    static struct adms_command commands[400];
    static char long_words[2000];

    (void)state;
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        commands[i] = (struct adms_command){(int64_t)i + 1, TEXT("CHECK")};
    }
    assert_int_equal(adms_reply_commands(&reply, commands, COUNT_OF(commands)), ADMS_COMMANDS_MAX);
    memset(long_words, 'x', sizeof long_words);
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        commands[i].words = (struct text){long_words, sizeof long_words};
    }
    buf_clear(&reply);
    assert_int_equal(adms_reply_commands(&reply, commands, COUNT_OF(commands)), 19);
    assert_true(buf_text(&reply).bytes < (size_t)40 * 1024);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_reply, drop_reply)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_new_terminal_is_asked_for_everything_it_holds),
        TEST(a_known_terminal_is_never_told_0_by_mistake),
        TEST(templates_are_not_asked_for_unless_wanted),
        TEST(a_zone_is_told_in_hours_or_minutes),
        TEST(the_acknowledgement_counts_where_it_must_and_nowhere_else),
        TEST(the_time_is_told_with_its_zone),
        TEST(a_date_header_survives_the_round_trip),
        TEST(commands_go_out_with_prefix_and_number),
        TEST(a_reply_stays_below_200_commands_and_40_kilobytes),
    };

    return cmocka_run_group_tests_name("adms_reply", tests, NULL, NULL);
}
