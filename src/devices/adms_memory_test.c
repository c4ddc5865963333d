#include "devices/adms_memory.h"

#include "base/test.h"

#include <stdio.h>

static const struct text serial = TEXT_INIT("OGT1");

static int begin(void **state)
{
    *state = adms_memory_new();
    return 0;
}

static int end(void **state)
{
    adms_memory_free((struct adms_memory **)state);
    return 0;
}

/* Is this a line of the reply to the terminal's handshake? */
static bool is_told(struct adms_memory *memory, struct text terminal, const char *line)
{
    CLEANUP(buf_done) struct buf reply = {0};
    struct text rest;

    buf_init(&reply, ADMS_REPLY_BYTES_MAX);
    adms_memory_greet(memory, terminal, 420, &reply);
    rest = buf_text(&reply);
    while (rest.at) {
        if (text_equal(text_cut(&rest, '\n'), text_of(line))) return true;
    }
    return false;
}

static void a_terminal_is_told_the_stamp_of_what_it_delivered(void **state)
{
    assert_true(is_told(*state, serial, "ATTLOGStamp=0"));
    adms_memory_note_stamp(*state, serial, ADMS_TABLE_ATTLOG, TEXT("82983982"));
    assert_true(is_told(*state, serial, "ATTLOGStamp=82983982"));
    assert_true(is_told(*state, serial, "OPERLOGStamp=0"));
    assert_true(is_told(*state, TEXT("OGT2"), "ATTLOGStamp=0"));
}

static void the_same_stamp_need_not_be_stored_again(void **state)
{
    assert_false(adms_memory_has_stamp(*state, serial, ADMS_TABLE_ATTLOG, TEXT("7")));
    adms_memory_note_stamp(*state, serial, ADMS_TABLE_ATTLOG, TEXT("7"));
    assert_true(adms_memory_has_stamp(*state, serial, ADMS_TABLE_ATTLOG, TEXT("7")));
    assert_false(adms_memory_has_stamp(*state, serial, ADMS_TABLE_ATTLOG, TEXT("8")));
    assert_false(adms_memory_has_stamp(*state, serial, ADMS_TABLE_OPERLOG, TEXT("7")));
}

static void what_has_no_stamp_is_not_remembered(void **state)
{
    adms_memory_note_stamp(*state, serial, ADMS_TABLE_OPTIONS, TEXT("7"));
    assert_false(adms_memory_has_stamp(*state, serial, ADMS_TABLE_OPTIONS, TEXT("7")));
}

static void as_many_terminals_as_there_are_keep_their_own_stamps(void **state)
{
    enum { TERMINALS = 200 };
    char name[16], stamp[16];

    for (int i = 0; i < TERMINALS; i++) {
        IGNORE(snprintf(name, sizeof name, "SN-%d", i), "bounded");
        IGNORE(snprintf(stamp, sizeof stamp, "%d", 1000 + i), "bounded");
        adms_memory_note_stamp(*state, text_of(name), ADMS_TABLE_ATTLOG, text_of(stamp));
    }
    assert_true(adms_memory_has_stamp(*state, TEXT("SN-0"), ADMS_TABLE_ATTLOG, TEXT("1000")));
    assert_true(adms_memory_has_stamp(*state, TEXT("SN-199"), ADMS_TABLE_ATTLOG, TEXT("1199")));
}

static void a_handshake_forgets_how_far_the_clock_was_off(void **state)
{
    struct adms_live_punch late = {.received_at_ms = 900000, .local_at_ms = 60000, .rows = 1};
    struct adms_live_punch backlog = {.received_at_ms = 900000, .local_at_ms = 60000, .rows = 2};
    CLEANUP(buf_done) struct buf reply = {0};
    int64_t drift_ms = 0;

    buf_init(&reply, ADMS_REPLY_BYTES_MAX);
    assert_true(adms_memory_note_drift(*state, serial, &late, &drift_ms));
    assert_int_equal(drift_ms, 840000);
    adms_memory_greet(*state, serial, 420, &reply);
    assert_false(adms_memory_note_drift(*state, serial, &backlog, &drift_ms));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_terminal_is_told_the_stamp_of_what_it_delivered),
        TEST(the_same_stamp_need_not_be_stored_again),
        TEST(what_has_no_stamp_is_not_remembered),
        TEST(as_many_terminals_as_there_are_keep_their_own_stamps),
        TEST(a_handshake_forgets_how_far_the_clock_was_off),
    };

    return cmocka_run_group_tests_name("adms_memory", tests, NULL, NULL);
}
