#include "devices/adms_command.h"

#include "base/day.h"
#include "base/test.h"

#include <string.h>

static struct arena *mem;

static int make_arena(void **state)
{
    (void)state;
    mem = arena_new();
    return 0;
}

static int drop_arena(void **state)
{
    (void)state;
    arena_free(&mem);
    return 0;
}

static void orders_are_single_words(void **state)
{
    (void)state;
    assert_text("CHECK", adms_command_order(ADMS_CHECK));
    assert_text("LOG", adms_command_order(ADMS_LOG));
    assert_text("INFO", adms_command_order(ADMS_INFO));
    assert_text("REBOOT", adms_command_order(ADMS_REBOOT));
}

static void recovery_names_its_period(void **state)
{
    int64_t from = 0, to = 0;

    (void)state;
    assert_true(moment_parse(TEXT("2021-05-17 00:00:00"), &from));
    assert_true(moment_parse(TEXT("2021-05-17 23:59:59"), &to));
    assert_text("DATA QUERY ATTLOG StartTime=2021-05-17 00:00:00\tEndTime=2021-05-17 23:59:59",
                adms_command_query_punches(mem, from, to));
    assert_text("VERIFY SUM ATTLOG StartTime=2021-05-17 00:00:00\tEndTime=2021-05-17 23:59:59",
                adms_command_sum_punches(mem, from, to));
}

static void a_value_cannot_begin_a_command_of_its_own(void **state)
{
    struct adms_person person = {
        .pin = TEXT("10\t01"), .name = TEXT("Siti\nC:9:CLEAR DATA\r\tPri=14"), .card = TEXT("")};
    struct text words = {0};

    (void)state;
    assert_rc(RC_OK, adms_command_update_person(mem, &person, &words, NULL));
    assert_text("DATA UPDATE USERINFO PIN=1001\tName=SitiC:9:CLEAR DATAPri=14\tPri=0\tPasswd=\t"
                "Card=\tGrp=1\tTZ=0000000100000000",
                words);
    assert_true(adms_command_is_safe(words));
    assert_rc(RC_OK, adms_command_set_option(mem, TEXT("Delay"), TEXT("5\nREBOOT"), &words, NULL));
    assert_text("SET OPTION Delay=5REBOOT", words);
    assert_rc(RC_INVALID, adms_command_set_option(mem, TEXT("a b"), TEXT("5"), &words, NULL));
    assert_rc(RC_INVALID, adms_command_set_option(mem, TEXT(""), TEXT("5"), &words, NULL));
}

static void nobody_deletes_everybody_by_leaving_the_pin_empty(void **state)
{
    static const struct text dangerous[] = {
        TEXT_INIT("DATA DELETE USERINFO"),        TEXT_INIT("DATA DELETE USERINFO "),
        TEXT_INIT("DATA DELETE USERINFO PIN="),   TEXT_INIT("data delete userinfo pin= \tx=1"),
        TEXT_INIT("DATA DELETE USERINFO Name=x"),
    };
    struct problem why = {0};
    struct text words = {0};

    (void)state;
    assert_rc(RC_INVALID, adms_command_delete_person(mem, TEXT(""), &words, &why));
    assert_string_equal(why.field, "pin");
    assert_rc(RC_INVALID, adms_command_delete_person(mem, TEXT(" \t\r\n"), &words, &why));
    for (size_t i = 0; i < COUNT_OF(dangerous); i++) {
        assert_false(adms_command_is_safe(dangerous[i]));
    }
    assert_rc(RC_OK, adms_command_delete_person(mem, TEXT("1001"), &words, &why));
    assert_text("DATA DELETE USERINFO PIN=1001", words);
    assert_true(adms_command_is_safe(words));
}

static void a_question_may_mean_everybody(void **state)
{
    struct text words = {0};

    (void)state;
    assert_rc(RC_OK, adms_command_query_person(mem, TEXT(""), &words, NULL));
    assert_text("DATA QUERY USERINFO", words);
    assert_rc(RC_OK, adms_command_query_person(mem, TEXT("7"), &words, NULL));
    assert_text("DATA QUERY USERINFO PIN=7", words);
}

static void values_have_limits(void **state)
{
    static char long_name[300];
    struct adms_person person = {.pin = TEXT("1"), .name = {long_name, sizeof long_name}};
    struct text words = {0};
    struct problem why = {0};

    (void)state;
    memset(long_name, 'x', sizeof long_name);
    assert_rc(RC_INVALID, adms_command_update_person(mem, &person, &words, &why));
    assert_string_equal(why.field, "name");
    person = (struct adms_person){.pin = {long_name, sizeof long_name}};
    assert_rc(RC_INVALID, adms_command_update_person(mem, &person, &words, &why));
    assert_false(adms_command_is_safe(TEXT("CHECK\nREBOOT")));
    assert_false(adms_command_is_safe(TEXT("")));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_arena, drop_arena)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(orders_are_single_words),
        TEST(recovery_names_its_period),
        TEST(a_value_cannot_begin_a_command_of_its_own),
        TEST(nobody_deletes_everybody_by_leaving_the_pin_empty),
        TEST(a_question_may_mean_everybody),
        TEST(values_have_limits),
    };

    return cmocka_run_group_tests_name("adms_command", tests, NULL, NULL);
}
