#include "cmd/listing.h"

#include "base/mem.h"
#include "base/test.h"

#include <math.h>
#include <stdio.h>

static const struct listing_column columns[] = {{"name", LISTING_FREE},
                                                {"people", LISTING_NUMBER},
                                                {"code", LISTING_PLAIN}};

/* What two rows look like in a format. */
static char *written(enum listing_format format, size_t *out_bytes)
{
    CLEANUP(listing_done) struct listing listing = {0};
    char *text = NULL;
    FILE *to = open_memstream(&text, out_bytes);

    assert_non_null(to);
    listing_begin(&listing, to, format, columns, COUNT_OF(columns));
    listing_cstr(&listing, "=Dinas, \xc3\xa9");
    listing_int(&listing, 1250);
    listing_cstr(&listing, "D1");
    listing_cstr(&listing, "Kota");
    listing_real(&listing, NAN);
    listing_text(&listing, (struct text){NULL, 0});
    listing_end(&listing);
    assert_int_equal(fclose(to), 0);
    return text;
}

static void rows_are_the_same_in_every_format(void **state)
{
    static const struct {
        enum listing_format format;
        const char *expected;
    } cases[] = {
        {LISTING_CSV, "name,people,code\r\n\"'=Dinas, \xc3\xa9\",1250,D1\r\nKota,,\r\n"},
        {LISTING_JSON, "[\n{\"name\":\"=Dinas, \xc3\xa9\",\"people\":1250,\"code\":\"D1\"},\n"
                       "{\"name\":\"Kota\",\"people\":null,\"code\":\"\"}\n]\n"},
        {LISTING_TABLE,
         "name       people  code\n=Dinas, \xc3\xa9    1250  D1\nKota               \n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t bytes = 0;
        char *text = written(cases[i].format, &bytes);

        assert_string_equal(text, cases[i].expected);
        mem_free(text);
    }
}

static void nothing_is_still_a_table_of_its_format(void **state)
{
    CLEANUP(listing_done) struct listing listing = {0};
    char *text = NULL;
    size_t bytes = 0;
    FILE *to = open_memstream(&text, &bytes);

    (void)state;
    assert_non_null(to);
    listing_begin(&listing, to, listing_format_of("json", LISTING_CSV), columns, COUNT_OF(columns));
    listing_end(&listing);
    assert_int_equal(fclose(to), 0);
    assert_string_equal(text, "[\n]\n");
    mem_free(text);
    assert_int_equal(listing_format_of(NULL, LISTING_TABLE), LISTING_TABLE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_same_in_every_format),
        cmocka_unit_test(nothing_is_still_a_table_of_its_format),
    };

    return cmocka_run_group_tests_name("listing", tests, NULL, NULL);
}
