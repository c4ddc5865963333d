#include "base/base64.h"

#include "base/test.h"

/* RFC 4648, section 10, and bytes that are no text. */
static const struct {
    struct text bytes;
    struct text encoded;
} vectors[] = {
    {TEXT_INIT(""), TEXT_INIT("")},
    {TEXT_INIT("f"), TEXT_INIT("Zg==")},
    {TEXT_INIT("fo"), TEXT_INIT("Zm8=")},
    {TEXT_INIT("foo"), TEXT_INIT("Zm9v")},
    {TEXT_INIT("foob"), TEXT_INIT("Zm9vYg==")},
    {TEXT_INIT("fooba"), TEXT_INIT("Zm9vYmE=")},
    {TEXT_INIT("foobar"), TEXT_INIT("Zm9vYmFy")},
    {TEXT_INIT("\0\xff\xfe"), TEXT_INIT("AP/+")},
};

static void the_vectors_of_the_standard_go_both_ways(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(vectors); i++) {
        CLEANUP(buf_done) struct buf buf = {0};
        struct text bytes = {0};

        buf_init(&buf, 64);
        base64_add(&buf, vectors[i].bytes);
        assert_true(text_equal(buf_text(&buf), vectors[i].encoded));
        assert_true(base64_read(mem, vectors[i].encoded, &bytes));
        assert_true(text_equal(bytes, vectors[i].bytes));
    }
}

static void what_is_no_base64_is_refused(void **state)
{
    static const char *const wrong[] = {"Zg", "Zg=", "Z", "Zm9v!", "Zm 9v", "Zm9v=", "Zm9_"};
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct text bytes = {0};

        assert_false(base64_read(mem, text_of(wrong[i]), &bytes));
        assert_null(bytes.at);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_vectors_of_the_standard_go_both_ways),
        cmocka_unit_test(what_is_no_base64_is_refused),
    };

    return cmocka_run_group_tests_name("base64", tests, NULL, NULL);
}
