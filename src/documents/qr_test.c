#include "documents/qr.h"

#include "base/test.h"

#include <stdio.h>
#include <string.h>

static const char address[] = "https://hadir.example.go.id/verify/7K4M-92QX-C1TD";

/* The square with a ring that stands in three corners. */
static bool is_finder(const struct qr *qr, int row, int column)
{
    for (int i = 0; i < 7; i++) {
        if (!qr_is_dark(qr, row, column + i) || !qr_is_dark(qr, row + 6, column + i)) return false;
    }
    return !qr_is_dark(qr, row + 1, column + 1) && qr_is_dark(qr, row + 3, column + 3);
}

static void an_address_becomes_a_code_with_its_three_corners(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct qr qr;

    (void)state;
    assert_true(qr_of(text_of(address), mem, &qr));
    assert_int_equal((qr.side - 17) % 4, 0);
    assert_true(is_finder(&qr, 0, 0));
    assert_true(is_finder(&qr, 0, qr.side - 7));
    assert_true(is_finder(&qr, qr.side - 7, 0));
}

static void nothing_and_what_is_too_long_have_no_code(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    char longer[QR_TEXT_BYTES_MAX + 1];
    struct qr qr;

    (void)state;
    memset(longer, 'A', sizeof longer);
    assert_false(qr_of(TEXT(""), mem, &qr));
    assert_false(qr_of((struct text){longer, sizeof longer}, mem, &qr));
    assert_true(qr_of((struct text){longer, QR_TEXT_BYTES_MAX}, mem, &qr));
}

static void a_picture_has_its_quiet_zone_and_nothing_that_runs(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf svg = {0};
    char head[96];
    struct qr qr;

    (void)state;
    assert_true(qr_of(text_of(address), mem, &qr));
    buf_init(&svg, 256 * 1024);
    qr_write_svg(&qr, &svg);
    buf_add_char(&svg, '\0');
    IGNORE(snprintf(head, sizeof head, "viewBox=\"0 0 %d %d\"", qr.side + 8, qr.side + 8), "short");
    assert_non_null(strstr(svg.at, head));
    assert_non_null(strstr(svg.at, "d=\"M4 4h7v1h-7z"));
    assert_null(strstr(svg.at, "script"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_becomes_a_code_with_its_three_corners),
        cmocka_unit_test(nothing_and_what_is_too_long_have_no_code),
        cmocka_unit_test(a_picture_has_its_quiet_zone_and_nothing_that_runs),
    };

    return cmocka_run_group_tests_name("qr", tests, NULL, NULL);
}
