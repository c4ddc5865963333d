#include "video/websocket.h"

#include "base/test.h"

static const char masked_hello[] =
    "\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"; /* RFC 6455 5.7 */

static void a_sent_text_is_masked_as_the_standard_shows(void **state)
{
    CLEANUP(buf_done) struct buf to = {0};

    (void)state;
    buf_init(&to, 100);
    websocket_frame_write(&to, 1, TEXT("Hello"), 0x37fa213d);
    assert_text("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58", buf_text(&to));
}

static void a_received_text_is_read_as_the_standard_shows(void **state)
{
    struct websocket_frame frame = {0};

    (void)state;
    assert_int_equal(WEBSOCKET_FRAME, websocket_frame_read(TEXT("\x81\x05Hello and more"), &frame));
    assert_text("Hello", frame.payload);
    assert_true(frame.is_last);
    assert_int_equal(1, frame.opcode);
    assert_int_equal(7, frame.bytes);
}

static void a_fragment_is_not_the_last(void **state)
{
    struct websocket_frame frame = {0};

    (void)state;
    assert_int_equal(WEBSOCKET_FRAME, websocket_frame_read(TEXT("\x01\x03Hel"), &frame));
    assert_false(frame.is_last);
}

static void every_beginning_of_a_frame_waits_for_the_rest(void **state)
{
    static const struct text whole = TEXT_INIT("\x81\x7e\x00\x80"
                                               "12345678901234567890123456789012"
                                               "12345678901234567890123456789012"
                                               "12345678901234567890123456789012"
                                               "12345678901234567890123456789012");
    struct websocket_frame frame = {0};

    (void)state;
    for (size_t bytes = 0; bytes < whole.bytes; bytes++) {
        struct text part = {whole.at, bytes};

        assert_int_equal(WEBSOCKET_PART, websocket_frame_read(part, &frame));
    }
    assert_int_equal(WEBSOCKET_FRAME, websocket_frame_read(whole, &frame));
    assert_int_equal(128, frame.payload.bytes);
}

static void what_no_server_may_send_is_broken(void **state)
{
    static const struct text frames[] = {
        {masked_hello, sizeof masked_hello - 1},               /* masked */
        TEXT_INIT("\xc1\x01x"),                                /* compressed */
        TEXT_INIT("\x09\x00"),                                 /* a ping in fragments */
        TEXT_INIT("\x89\x7e\x00\x80"),                         /* a ping above 125 bytes */
        TEXT_INIT("\x81\x7f\x00\x00\x00\x00\x00\x10\x00\x01"), /* one byte too large */
        TEXT_INIT("\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff"),
    };
    struct websocket_frame frame = {0};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(frames); i++) {
        assert_int_equal(WEBSOCKET_BROKEN, websocket_frame_read(frames[i], &frame));
    }
}

static void nobody_listening_is_unavailable(void **state)
{
    struct websocket *socket = NULL;

    (void)state;
    assert_rc(RC_UNAVAILABLE, websocket_connect("/tmp", "nobody.sock", "p", &socket));
    assert_rc(RC_UNAVAILABLE, websocket_connect("/nowhere", "nobody.sock", "p", &socket));
    assert_null(socket);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sent_text_is_masked_as_the_standard_shows),
        cmocka_unit_test(a_received_text_is_read_as_the_standard_shows),
        cmocka_unit_test(a_fragment_is_not_the_last),
        cmocka_unit_test(every_beginning_of_a_frame_waits_for_the_rest),
        cmocka_unit_test(what_no_server_may_send_is_broken),
        cmocka_unit_test(nobody_listening_is_unavailable),
    };

    return cmocka_run_group_tests_name("websocket", tests, NULL, NULL);
}
