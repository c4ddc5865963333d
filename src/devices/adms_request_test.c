/* The URLs come from captures and from what implementers had to route. */
#include "devices/adms_request.h"

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

static enum rc parse(const char *method, const char *url, struct adms_request *out_request)
{
    struct text query = text_of(url);
    struct text path = text_cut(&query, '?');
    struct problem why = {0};

    return adms_request_parse(mem, text_of(method), path, query, out_request, &why);
}

static struct adms_request parsed(const char *method, const char *url)
{
    struct adms_request request = {0};

    assert_rc(RC_OK, parse(method, url, &request));
    return request;
}

static void every_door_of_the_protocol_is_found(void **state)
{
    static const struct {
        const char *method, *url;
        enum adms_endpoint endpoint;
    } cases[] = {
        {"GET", "/iclock/cdata?SN=OGT1&options=all&pushver=2.4.1&language=73", ADMS_HANDSHAKE},
        {"GET", "/iclock/cdata?SN=OGT1", ADMS_HANDSHAKE},
        {"GET", "/iclock/cdata?SN=OGT1&type=time", ADMS_TIME},
        {"GET", "/iclock/cdata?SN=OGT1&table=RemoteAtt&PIN=1001", ADMS_REMOTE_ATT},
        {"POST", "/iclock/cdata?SN=OGT1&table=ATTLOG&Stamp=9999", ADMS_UPLOAD},
        {"POST", "/iclock/cdata?SN=OGT1&table=options&c=registry", ADMS_UPLOAD},
        {"POST", "/iclock/cdata?SN=OGT1", ADMS_UPLOAD},
        {"POST", "/iclock/fdata?SN=OGT1&table=ATTPHOTO&Stamp=1", ADMS_UPLOAD},
        {"POST", "/iclock/cdata?SN=OGT1&type=PostVerifyData", ADMS_POST_VERIFY},
        {"GET", "/iclock/getrequest?SN=OGT1", ADMS_POLL},
        {"GET", "/iclock/getreq?SN=OGT1", ADMS_POLL},
        {"POST", "/iclock/devicecmd?SN=OGT1", ADMS_RESULT},
        {"GET", "/iclock/ping?SN=OGT1", ADMS_PING},
        {"GET", "/iclock/test?SN=OGT1", ADMS_PING},
        {"GET", "/iclock/service/control?SN=OGT1", ADMS_PING},
        {"POST", "/iclock/exchange?SN=OGT1&type=publickey", ADMS_EXCHANGE},
        {"POST", "/iclock/registry?SN=OGT1", ADMS_ACCESS},
        {"POST", "/iclock/push?SN=OGT1", ADMS_ACCESS},
        {"GET", "/iclock/push?SN=OGT1", ADMS_ACCESS},
        {"GET", "/iclock/file/logo.jpg?SN=OGT1", ADMS_FILE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct adms_request request = parsed(cases[i].method, cases[i].url);

        assert_string_equal(adms_endpoint_word(request.endpoint),
                            adms_endpoint_word(cases[i].endpoint));
        assert_text("OGT1", request.serial);
    }
    assert_text("logo.jpg", parsed("GET", "/iclock/file/logo.jpg?SN=A").file);
}

static void a_door_may_be_written_in_many_ways(void **state)
{
    static const struct {
        const char *path, *prefix;
    } cases[] = {
        {"/iclock/cdata", ""},
        {"/iclock/cdata.aspx", ""},
        {"/iclock/cdata/", ""},
        {"/ICLOCK/CData.ASPX", ""},
        {"/iclock/iclock/cdata", ""},
        {"//iclock//cdata", ""},
        {"/acme/secret/iclock/cdata", "/acme/secret"},
        {"/acme/secret/iclock/iclock/cdata.aspx", "/acme/secret"},
        {"/iclock/secret/iclock/cdata", "/iclock/secret"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text path = text_of(cases[i].path);
        struct adms_request request = {0};

        assert_true(adms_request_is_terminal_path(path));
        assert_rc(RC_OK, adms_request_parse(mem, TEXT("POST"), path, TEXT("SN=A-1_b&table=ATTLOG"),
                                            &request, NULL));
        assert_true(text_equal(request.prefix, text_of(cases[i].prefix)));
        assert_int_equal(request.table, ADMS_TABLE_ATTLOG);
    }
}

static void what_is_no_door_of_terminals_is_not_found(void **state)
{
    static const char *const urls[] = {
        "/?SN=A",
        "/iclock?SN=A",
        "/iclock/?SN=A",
        "/api/punches?SN=A",
        "/iclockx/cdata?SN=A",
        "/iclock/cdatax?SN=A",
        "/iclock/.aspx?SN=A",
        "/cdata?SN=A",
        "/iclock/cdata/x?SN=A",
    };
    struct adms_request request;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(urls); i++) {
        assert_rc(RC_NOT_FOUND, parse("GET", urls[i], &request));
    }
    assert_rc(RC_NOT_FOUND, parse("DELETE", "/iclock/cdata?SN=A", &request));
    assert_rc(RC_NOT_FOUND, parse("GET", "/iclock/devicecmd?SN=A", &request));
    assert_false(adms_request_is_terminal_path(TEXT("/api/iclock")));
}

static void a_serial_is_1_to_64_plain_characters(void **state)
{
    char url[200] = "/iclock/getrequest?SN=";
    size_t base = strlen(url);
    struct adms_request request;

    (void)state;
    memset(url + base, 'A', 64);
    assert_rc(RC_OK, parse("GET", url, &request));
    url[base + 64] = 'A';
    assert_rc(RC_INVALID, parse("GET", url, &request));
    assert_rc(RC_INVALID, parse("GET", "/iclock/getrequest", &request));
    assert_rc(RC_INVALID, parse("GET", "/iclock/getrequest?SN=", &request));
    assert_rc(RC_INVALID, parse("GET", "/iclock/getrequest?SN=A%0d%0aX", &request));
    assert_rc(RC_INVALID, parse("GET", "/iclock/getrequest?SN=A/../B", &request));
    assert_rc(RC_INVALID, parse("GET", "/iclock/getrequest?SN=%00", &request));
    assert_text("NCD8251400238", parsed("GET", "/iclock/getreq?sn=%4eCD8251400238%20").serial);
}

static void a_table_is_known_with_blanks_and_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A&table=%20ATTLOG").table, ADMS_TABLE_ATTLOG);
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A&table= ATTLOG").table, ADMS_TABLE_ATTLOG);
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A&table=errorlog").table,
                     ADMS_TABLE_ERRORLOG);
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A&TABLE=Options").table, ADMS_TABLE_OPTIONS);
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A").table, ADMS_TABLE_NONE);
    assert_int_equal(parsed("POST", "/iclock/cdata?SN=A&table=SMS").table, ADMS_TABLE_OTHER);
    assert_text("SMS", parsed("POST", "/iclock/cdata?SN=A&table=SMS").table_word);
    for (size_t i = 0; i < ADMS_TABLE_OTHER; i++) {
        enum adms_table table = (enum adms_table)i;

        assert_int_equal(adms_table_of(text_of(adms_table_word(table))), table);
    }
}

static void a_stamp_goes_by_two_names_and_carries_nothing_dangerous(void **state)
{
    (void)state;
    assert_text("9999", parsed("POST", "/iclock/cdata?SN=A&table=ATTLOG&Stamp=9999").stamp);
    assert_text("82983982", parsed("POST", "/iclock/cdata?SN=A&OpStamp=82983982").stamp);
    assert_text("None", parsed("POST", "/iclock/cdata?SN=A&Stamp=None").stamp);
    assert_text("", parsed("POST", "/iclock/cdata?SN=A").stamp);
    assert_text("", parsed("POST", "/iclock/cdata?SN=A&Stamp=1%0aTimeZone=3").stamp);
    assert_text("", parsed("POST", "/iclock/cdata?SN=A&Stamp="
                                   "123456789012345678901234567890123")
                        .stamp);
}

static void info_is_read_by_position(void **state)
{
    struct adms_info info =
        parsed("GET", "/iclock/getrequest?SN=A&INFO=Ver%208.0.4.3-20151229%2C5%2C3%2C285%2C"
                      "10.0.0.201%2C10%2C7%2C12%2C2%2C111,1,0,4")
            .info;

    (void)state;
    assert_text("Ver 8.0.4.3-20151229", info.firmware);
    assert_int_equal(info.users, 5);
    assert_int_equal(info.fingers, 3);
    assert_int_equal(info.records, 285);
    assert_text("10.0.0.201", info.address);
    assert_text("10", info.finger_version);
    assert_text("7", info.face_version);
    assert_int_equal(info.faces_needed, 12);
    assert_int_equal(info.faces, 2);
    assert_text("111", info.functions);
    assert_int_equal(info.cards, 1);
    assert_int_equal(info.photos, 4);

    assert_true(parsed("GET", "/iclock/getrequest?SN=A&INFO=a").has_info);
    assert_false(parsed("GET", "/iclock/getrequest?SN=A&INFO=").has_info);
    info = adms_info_parse(TEXT("Ver 6.60,x,,7"));
    assert_int_equal(info.users, ADMS_NUMBER_NONE);
    assert_int_equal(info.fingers, ADMS_NUMBER_NONE);
    assert_int_equal(info.records, 7);
    assert_int_equal(info.photos, ADMS_NUMBER_NONE);
    assert_text("", info.functions);
}

static void decoding_leaves_stray_signs_alone(void **state)
{
    (void)state;
    assert_text("a,b c", adms_percent_decode(mem, TEXT("a%2Cb%20c")));
    assert_text("100%", adms_percent_decode(mem, TEXT("100%")));
    assert_text("%4", adms_percent_decode(mem, TEXT("%4")));
    assert_text("%zz%4xA", adms_percent_decode(mem, TEXT("%zz%4x%41")));
    assert_text("a+b", adms_percent_decode(mem, TEXT("a+b")));
    assert_text("", adms_percent_decode(mem, TEXT("")));
}

static void the_first_of_two_equal_parameters_counts(void **state)
{
    (void)state;
    assert_text("A", parsed("GET", "/iclock/getrequest?SN=A&SN=B").serial);
    assert_text("A", parsed("GET", "/iclock/getrequest?&&=&x&SN=A&").serial);
}

static void a_request_line_has_a_limit(void **state)
{
    static const struct text beginning = TEXT_INIT("/iclock/cdata?SN=A&");
    static char url[ADMS_QUERY_BYTES_MAX + 100];
    struct adms_request request;

    (void)state;
    memset(url, 'x', sizeof url - 1);
    for (size_t i = 0; i < beginning.bytes; i++) {
        url[i] = beginning.at[i];
    }
    assert_rc(RC_TOO_LARGE, parse("GET", url, &request));
    memset(url, 'x', sizeof url - 1);
    assert_rc(RC_TOO_LARGE, parse("GET", url, &request));
}

static void an_archive_is_announced_by_the_query(void **state)
{
    (void)state;
    assert_true(parsed("POST", "/iclock/cdata?SN=A&table=OPERLOG&ContentType=tgz").compressed);
    assert_false(parsed("POST", "/iclock/cdata?SN=A&table=OPERLOG").compressed);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make_arena, drop_arena)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(every_door_of_the_protocol_is_found),
        TEST(a_door_may_be_written_in_many_ways),
        TEST(what_is_no_door_of_terminals_is_not_found),
        TEST(a_serial_is_1_to_64_plain_characters),
        TEST(a_table_is_known_with_blanks_and_in_any_case),
        TEST(a_stamp_goes_by_two_names_and_carries_nothing_dangerous),
        TEST(info_is_read_by_position),
        TEST(decoding_leaves_stray_signs_alone),
        TEST(the_first_of_two_equal_parameters_counts),
        TEST(a_request_line_has_a_limit),
        TEST(an_archive_is_announced_by_the_query),
    };

    return cmocka_run_group_tests_name("adms_request", tests, NULL, NULL);
}
