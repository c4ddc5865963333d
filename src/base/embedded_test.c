#include "base/embedded.h"

#include "base/test.h"

#include <string.h>

static void a_file_is_found_by_its_path(void **state)
{
    const struct embedded *file = embedded_find(TEXT("data/demo/jambi/government.csv"));

    (void)state;
    assert_non_null(file);
    assert_true(text_starts(file->bytes, TEXT("name,short,zone\n")));
    assert_int_equal(strlen(file->bytes.at), file->bytes.bytes);
    assert_string_equal(file->content_type, "text/csv; charset=utf-8");
    assert_int_equal(file->etag[0], '"');
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    assert_null(embedded_find(TEXT("")));
    assert_null(embedded_find(TEXT("data/demo/jambi/")));
    assert_null(embedded_find(TEXT("data/demo/jambi/make")));
    assert_null(embedded_find(TEXT("zzz")));
}

static void a_folder_lists_its_own_files_in_order(void **state)
{
    const struct embedded *files = NULL;
    size_t count = embedded_list(TEXT("data/demo/jambi/"), &files);

    (void)state;
    assert_true(count >= 9);
    for (size_t i = 0; i < count; i++) {
        assert_true(text_starts(text_of(files[i].path), TEXT("data/demo/jambi/")));
        assert_true(i == 0 || text_compare(text_of(files[i - 1].path), text_of(files[i].path)) < 0);
        assert_ptr_equal(embedded_find(text_of(files[i].path)), &files[i]);
    }
    assert_int_equal(embedded_list(TEXT("nowhere/"), &files), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_found_by_its_path),
        cmocka_unit_test(what_is_not_there_is_not_found),
        cmocka_unit_test(a_folder_lists_its_own_files_in_order),
    };

    return cmocka_run_group_tests_name("embedded", tests, NULL, NULL);
}
