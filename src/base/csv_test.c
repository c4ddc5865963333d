#include "base/csv.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <stdio.h>
#include <unistd.h>

/* Rows as "line:cell|cell" joined by blanks, so that cases fit in a table. */
static struct text rows_of(struct csv *csv, struct arena *mem)
{
    CLEANUP(buf_done) struct buf all = {0};
    struct csv_row row;

    buf_init(&all, 100000);
    while (csv_next(csv, &row)) {
        buf_format(&all, "%s%zu:", all.bytes ? " " : "", row.line);
        for (size_t i = 0; i < row.count; i++) {
            if (i) buf_add_char(&all, '|');
            buf_add(&all, row.cells[i]);
        }
    }
    return arena_text(mem, buf_text(&all));
}

static void files_are_read_as_offices_write_them(void **state)
{
    static const struct {
        const char *file;
        const char *rows;
    } cases[] = {
        {"a,b\n1,2\n", "1:a|b 2:1|2"},
        {"a,b\r\n1,2\r\n", "1:a|b 2:1|2"},
        {"a,b\r\n1,2", "1:a|b 2:1|2"},
        {"a,b\r\n1,2\r", "1:a|b 2:1|2"},
        {"\xef\xbb\xbf"
         "a,b\n",
         "1:a|b"},
        {"a;b\n1,5;2\n", "1:a|b 2:1,5|2"},
        {"a\tb\n1;2\t3\n", "1:a|b 2:1;2|3"},
        {"a;b,c\n1;2,3\n", "1:a;b|c 2:1;2|3"},
        {"\"a\",\"b\"\n\"x,\"\"y\"\"\",\"\"\n", "1:a|b 2:x,\"y\"|"},
        {"a,b\n\"one\ntwo\",2\n3,4\n", "1:a|b 2:one\ntwo|2 4:3|4"},
        {"a,b\n\n\r\n1,2\n", "1:a|b 4:1|2"},
        {"a\n\"\"\"\"\n", "1:a 2:\""},
        {"a,\n,\n", "1:a| 2:|"},
        {"\"a\"", "1:a"},
        {"\"a\"\r\n\"b\"\r\n", "1:a 2:b"},
        {"", ""},
        {"\xef\xbb\xbf", ""},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(csv_close) struct csv *csv = csv_open_text(text_of(cases[i].file));

        assert_string_equal(rows_of(csv, mem).at, cases[i].rows);
        assert_rc(RC_OK, csv_end(csv, NULL));
    }
}

static void a_broken_file_names_the_line(void **state)
{
    static const struct {
        const char *file;
        const char *reason;
    } cases[] = {
        {"a,b\n1,\"2\n3,4\n", "line 2: a quote is not closed"},
        {"a,b\n1,2\"\n", "line 2: a quote stands in the middle of a cell"},
        {"a,b\n\"1\"x,2\n", "line 2: something follows a closing quote"},
        {"\xff\xfe"
         "a",
         "line 1: the file is UTF-16: save it as CSV UTF-8"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(csv_close) struct csv *csv = csv_open_text(text_of(cases[i].file));
        struct problem why = {0};

        assert_true(rows_of(csv, mem).bytes < 20);
        assert_rc(RC_INVALID, csv_end(csv, &why));
        assert_string_equal(why.text, cases[i].reason);
    }
}

static void cells_and_columns_have_limits(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf file = {0};
    struct problem why = {0};
    struct csv *csv;

    (void)state;
    buf_init(&file, 100000);
    for (int i = 0; i < CSV_COLUMNS_MAX; i++) {
        buf_add_char(&file, ',');
    }
    csv = csv_open_text(buf_text(&file));
    assert_int_equal(rows_of(csv, mem).bytes, 0);
    assert_rc(RC_TOO_LARGE, csv_end(csv, &why));
    csv_close(&csv);

    for (int quoted = 0; quoted < 2; quoted++) {
        for (int over = 0; over < 2; over++) {
            buf_clear(&file);
            buf_add(&file, quoted ? TEXT("\"") : TEXT(""));
            for (int i = 0; i < CSV_CELL_BYTES_MAX + over; i++) {
                buf_add_char(&file, 'x');
            }
            buf_add(&file, quoted ? TEXT("\"\r\n") : TEXT("\r\n"));
            csv = csv_open_text(buf_text(&file));
            assert_int_equal(rows_of(csv, mem).bytes > 0, !over);
            assert_rc(over ? RC_TOO_LARGE : RC_OK, csv_end(csv, &why));
            csv_close(&csv);
        }
    }
}

/* Rows of every length, so that the window's end falls everywhere in a row. */
static void a_large_file_reads_the_same_as_a_small_one(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf file = {0};
    CLEANUP(csv_close) struct csv *csv = NULL;
    struct problem why = {0};
    struct csv_row row;
    size_t count = 0;
    struct test_folder folder;
    char path[sizeof folder + 16];

    (void)state;
    buf_init(&file, 8 * 1024 * 1024);
    for (int i = 0; i < 20000; i++) {
        buf_format(&file, "%d,\"Nama \"\"%d\"\"\",%.*s\r\n", i, i, i % 97,
                   "----------------------------------------------------------------"
                   "------------------------------------");
    }
    assert_int_equal(test_folder_make(&folder), 0);
    (void)snprintf(path, sizeof path, "%s/rows.csv", folder.path);
    assert_rc(RC_OK, file_write(path, buf_text(&file), 0600, &why));
    assert_rc(RC_OK, csv_open(path, &csv, &why));
    for (; csv_next(csv, &row); count++) {
        int64_t number = -1;

        assert_true(text_int(row.cells[0], &number));
        assert_int_equal(number, count);
        assert_int_equal(row.line, count + 1);
        assert_int_equal(row.count, 3);
        assert_int_equal(row.cells[2].bytes, count % 97);
        assert_true(text_ends(row.cells[1], TEXT("\"")));
    }
    assert_rc(RC_OK, csv_end(csv, &why));
    assert_int_equal(count, 20000);
    assert_int_equal(csv_bytes_read(csv), file.bytes);
    assert_int_equal(csv_bytes_total(csv), file.bytes);
    assert_int_equal(test_folder_remove(&folder), 0);
    assert_rc(RC_NOT_FOUND, csv_open(path, &csv, &why));
    assert_non_null(csv); /* a failure leaves its output alone */
}

static void what_is_written_reads_the_same(void **state)
{
    static const char *const cells[] = {"plain",      "",           "a,b", "a;b",
                                        "\"quoted\"", "two\nlines", " x "};
    CLEANUP(buf_done) struct buf file = {0};
    CLEANUP(csv_close) struct csv *csv = NULL;
    struct csv_write write;
    struct csv_row row;

    (void)state;
    buf_init(&file, 1000);
    csv_write_init(&write, &file);
    csv_write_int(&write, -1);
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        csv_write_cell(&write, text_of(cells[i]), CSV_FREE);
    }
    csv_write_row_end(&write);
    csv = csv_open_text(buf_text(&file));
    assert_true(csv_next(csv, &row));
    assert_int_equal(row.count, COUNT_OF(cells) + 1);
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        assert_true(text_equal(row.cells[i + 1], text_of(cells[i])));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_read_as_offices_write_them),
        cmocka_unit_test(a_broken_file_names_the_line),
        cmocka_unit_test(cells_and_columns_have_limits),
        cmocka_unit_test(a_large_file_reads_the_same_as_a_small_one),
        cmocka_unit_test(what_is_written_reads_the_same),
    };

    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
