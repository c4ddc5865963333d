#include "cmd/arguments.h"

#include "base/test.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_MAX = 12 };

static const struct argument table[] = {
    ARGUMENT_WORD("KIND", ARGUMENT_CHOICE, "What is in it", .choices = "people|leave"),
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "The file"),
    ARGUMENT_OPTION("data", "DIR", ARGUMENT_TEXT, "The data folder", .required = true),
    ARGUMENT_OPTION("date", "DAY", ARGUMENT_DAY, "A day"),
    ARGUMENT_OPTION("clock", "TIME", ARGUMENT_INSTANT, "An instant"),
    ARGUMENT_OPTION("terminals", "N", ARGUMENT_COUNT, "How many"),
    ARGUMENT_OPTION("speed", "N", ARGUMENT_RATE, "How fast"),
    ARGUMENT_FLAG("dry-run", "Write nothing"),
};

static const struct usage usage = {"hadir import", "Read a file.", table, COUNT_OF(table)};

/* Read a line of words separated by single blanks. */
static enum rc read_line(char *line, struct arguments *out_arguments, struct problem *why)
{
    char *words[WORDS_MAX];
    int count = 0;

    while (line && *line) {
        char *end = strchr(line, ' ');

        assert_true(count < WORDS_MAX);
        words[count++] = line;
        if (end) *end++ = '\0';
        line = end;
    }
    return arguments_read(&usage, count, words, out_arguments, why);
}

static void words_and_options_come_in_any_order(void **state)
{
    char line[] = "--dry-run people --data=/srv/x --date 2021-05-17 file.csv --speed 1.5";
    struct arguments arguments;

    (void)state;
    assert_rc(RC_OK, read_line(line, &arguments, NULL));
    assert_string_equal(arguments_value(&arguments, "KIND"), "people");
    assert_string_equal(arguments_value(&arguments, "FILE"), "file.csv");
    assert_string_equal(arguments_value(&arguments, "data"), "/srv/x");
    assert_true(arguments_has(&arguments, "dry-run"));
    assert_true(day_equal(arguments_day(&arguments, "date"), (struct day){2021, 5, 17}));
    assert_true(day_is_none(arguments_day(&arguments, "date")) == false);
    assert_true(arguments_rate(&arguments, "speed", 1) > 1.4);
    assert_int_equal(arguments_count(&arguments, "terminals", 7), 7);
    assert_int_equal(arguments_instant(&arguments, "clock", -1), -1);
}

static void wrong_usage_is_named_precisely(void **state)
{
    static const struct {
        const char *line, *reason;
    } cases[] = {
        {"", "KIND is missing"},
        {"people f", "--data DIR is missing"},
        {"cats f --data x", "KIND: \"cats\" is not people|leave"},
        {"people f --data", "--data needs a value"},
        {"people f --data --dry-run", "--data needs a value"},
        {"people f --data x --data y", "--data is given twice"},
        {"people f more --data x", "\"more\" is one word too many"},
        {"people f --data x --colour red", "there is no option --colour"},
        {"people f --data x -v", "there is no option -v"},
        {"people f --data x --dry-run=yes", "--dry-run=yes takes no value"},
        {"people f --data=", "--data: \"\" is not a value"},
        {"people f --data x --date 2021-02-30",
         "--date: \"2021-02-30\" is not a day as 2021-05-17"},
        {"people f --data x --clock 07:30",
         "--clock: \"07:30\" is not a time as 2021-05-17T07:30:00+07:00"},
        {"people f --data x --terminals 0", "--terminals: \"0\" is not a whole number above 0"},
        {"people f --data x --speed -1", "--speed: \"-1\" is not a number above 0"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct arguments arguments;
        struct problem why = {0};
        char line[120];

        assert_true(snprintf(line, sizeof line, "%s", cases[i].line) >= 0);
        assert_rc(RC_INVALID, read_line(line, &arguments, &why));
        assert_string_equal(why.text, cases[i].reason);
    }
}

static void help_is_asked_for_without_anything_else(void **state)
{
    char line[] = "--help";
    struct arguments arguments;

    (void)state;
    assert_rc(RC_OK, read_line(line, &arguments, NULL));
    assert_true(arguments.help);
}

static void after_two_dashes_everything_is_a_word(void **state)
{
    char line[] = "people --data x -- --help";
    struct arguments arguments;

    (void)state;
    assert_rc(RC_OK, read_line(line, &arguments, NULL));
    assert_false(arguments.help);
    assert_string_equal(arguments_value(&arguments, "FILE"), "--help");
}

static void the_help_follows_from_the_table(void **state)
{
    CLEANUP(buf_done) struct buf text = {0};

    (void)state;
    buf_init(&text, 10000);
    arguments_help(&usage, &text);
    assert_non_null(strstr(text.at, "usage: hadir import people|leave FILE --data DIR"));
    assert_non_null(strstr(text.at, "[--dry-run]"));
    assert_non_null(strstr(text.at, "  --data DIR                The data folder\n"));
    assert_non_null(strstr(text.at, "Read a file."));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_options_come_in_any_order),
        cmocka_unit_test(wrong_usage_is_named_precisely),
        cmocka_unit_test(help_is_asked_for_without_anything_else),
        cmocka_unit_test(after_two_dashes_everything_is_a_word),
        cmocka_unit_test(the_help_follows_from_the_table),
    };

    return cmocka_run_group_tests_name("arguments", tests, NULL, NULL);
}
