#include "inspection/medium.h"

#include "base/test.h"

static void words_are_told_as_they_are(void **state)
{
    static const char *const words[] = {"",
                                        "Ruang video Hadir",
                                        "Tanpa video",
                                        "Zoom Meeting",
                                        "Zoom: rapat pagi",
                                        "Aula, pukul 08:30"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct text medium = text_of(words[i]);

        assert_rc(RC_OK, medium_check(medium, NULL));
        assert_int_equal(0, medium_link(medium).bytes);
        assert_true(text_equal(medium, medium_told(medium)));
    }
}

static void of_a_link_everybody_is_told_the_host(void **state)
{
    static const char *const links[][2] = {
        {"https://zoom.us/j/91?pwd=rahasia", "zoom.us"},
        {"https://us02web.zoom.us:443/j/91", "us02web.zoom.us"},
        {"https://meet.jambikota.go.id", "meet.jambikota.go.id"},
        {"https://teams.live.com?meeting=1#x", "teams.live.com"},
        {"https://rapat-1.go.id/r/@bkpsdm:8", "rapat-1.go.id"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(links); i++) {
        struct text medium = text_of(links[i][0]);

        assert_rc(RC_OK, medium_check(medium, NULL));
        assert_true(text_equal(medium, medium_link(medium)));
        assert_true(text_equal(text_of(links[i][1]), medium_told(medium)));
    }
}

static void other_addresses_are_refused(void **state)
{
    static const char *const addresses[] = {"http://zoom.us/j/91",
                                            "javascript:alert(1)",
                                            "JavaScript:alert(1)",
                                            "data:text/html,x",
                                            "zoommtg://zoom.us/join",
                                            "https://",
                                            "https:///j",
                                            "https://rapat",
                                            "https://zoom.us@evil.example/",
                                            "https://user:pass@zoom.us/",
                                            "https://zoom.us:/j",
                                            "https://zoom.us:999999/j",
                                            "https://zoom..us/",
                                            "https://.zoom.us/",
                                            "https://zoom.us./",
                                            "https://zoom.us/j 91",
                                            "https://zoom.us/\"onclick=x",
                                            "https://zoom.us/<script>",
                                            "https://zoom.us\\@evil.example/",
                                            "https://z\303\266om.us/",
                                            "HTTPS://zoom.us/",
                                            "https:/zoom.us"};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(addresses); i++) {
        struct problem why = {0};

        assert_rc(RC_INVALID, medium_check(text_of(addresses[i]), &why));
        assert_string_equal("medium", why.field);
        assert_int_equal(0, medium_link(text_of(addresses[i])).bytes);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_told_as_they_are),
        cmocka_unit_test(of_a_link_everybody_is_told_the_host),
        cmocka_unit_test(other_addresses_are_refused),
    };

    return cmocka_run_group_tests_name("medium", tests, NULL, NULL);
}
