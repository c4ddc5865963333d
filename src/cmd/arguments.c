#include "cmd/arguments.h"

#include <string.h>

enum { HELP_COLUMN = 26 };

/* ---- the table ---- */

/* The row of an option, or the row of the n-th word; count when there is none. */
static size_t find_option(const struct usage *usage, struct text name)
{
    size_t i = 0;

    while (i < usage->count && (usage->table[i].kind == ARGUMENT_IS_WORD ||
                                !text_equal(text_of(usage->table[i].name), name))) {
        i++;
    }
    return i;
}

static size_t find_word(const struct usage *usage, size_t number)
{
    for (size_t i = 0; i < usage->count; i++) {
        if (usage->table[i].kind != ARGUMENT_IS_WORD) continue;
        if (number == 0) return i;
        number--;
    }
    return usage->count;
}

static bool is_choice(const char *choices, const char *value)
{
    struct text rest = text_of(choices);

    while (rest.at) {
        if (text_equal(text_cut(&rest, '|'), text_of(value))) return true;
    }
    return false;
}

/* ---- values ---- */

/* "--date" or "FILE", as a person knows it. */
static const char *dashes(const struct argument *row)
{
    return row->kind == ARGUMENT_IS_WORD ? "" : "--";
}

static enum rc refuse(const struct argument *row,
                      const char *value,
                      const char *wanted,
                      struct problem *why)
{
    return problem_set(why, RC_INVALID, "%s%s: \"%s\" is not %s", dashes(row), row->name, value,
                       wanted);
}

static enum rc check(const struct argument *row, const char *value, struct problem *why)
{
    struct text text = text_of(value);
    struct day day;
    int64_t number = 0;
    double rate = 0;

    switch (row->form) {
    case ARGUMENT_TEXT:
        return text.bytes ? RC_OK : refuse(row, value, "a value", why);
    case ARGUMENT_CHOICE:
        return is_choice(row->choices, value) ? RC_OK : refuse(row, value, row->choices, why);
    case ARGUMENT_DAY:
        return day_parse(text, &day) ? RC_OK : refuse(row, value, "a day as 2021-05-17", why);
    case ARGUMENT_INSTANT:
        if (instant_parse(text, &number)) return RC_OK;
        return refuse(row, value, "a time as 2021-05-17T07:30:00+07:00", why);
    case ARGUMENT_COUNT:
        if (text_int(text, &number) && number > 0) return RC_OK;
        return refuse(row, value, "a whole number above 0", why);
    case ARGUMENT_RATE:
        if (text_real(text, &rate) && rate > 0) return RC_OK;
        return refuse(row, value, "a number above 0", why);
    }
    return RC_INVALID;
}

/* ---- reading ---- */

struct reader {
    const struct usage *usage;
    char *const *words;
    int count, next;
    size_t words_taken;
    struct arguments *into;
};

static enum rc put(struct reader *reader, size_t row, const char *value, struct problem *why)
{
    const struct argument *argument = &reader->usage->table[row];

    if (reader->into->values[row]) {
        return problem_set(why, RC_INVALID, "%s%s is given twice", dashes(argument),
                           argument->name);
    }
    TRY(check(argument, value, why));
    reader->into->values[row] = value;
    return RC_OK;
}

static enum rc take_option(struct reader *reader, const char *word, struct problem *why)
{
    struct text value = text_of(word + 2);
    struct text name = text_cut(&value, '=');
    size_t row = find_option(reader->usage, name);

    if (row == reader->usage->count) {
        return problem_set(why, RC_INVALID, "there is no option --" TEXT_FORMAT,
                           TEXT_ARGUMENT(name));
    }
    if (reader->usage->table[row].kind == ARGUMENT_IS_FLAG) {
        if (value.at) return problem_set(why, RC_INVALID, "%s takes no value", word);
        reader->into->values[row] = "";
        return RC_OK;
    }
    if (value.at) return put(reader, row, value.at, why);
    if (reader->next == reader->count ||
        text_starts(text_of(reader->words[reader->next]), TEXT("--"))) {
        return problem_set(why, RC_INVALID, "%s needs a value", word);
    }
    return put(reader, row, reader->words[reader->next++], why);
}

static enum rc take_word(struct reader *reader, const char *word, struct problem *why)
{
    size_t row = find_word(reader->usage, reader->words_taken++);

    if (row == reader->usage->count) {
        return problem_set(why, RC_INVALID, "\"%s\" is one word too many", word);
    }
    return put(reader, row, word, why);
}

static enum rc check_required(const struct arguments *arguments, struct problem *why)
{
    for (size_t i = 0; i < arguments->usage->count; i++) {
        const struct argument *row = &arguments->usage->table[i];

        if (!row->required || arguments->values[i]) continue;
        return problem_set(why, RC_INVALID, "%s%s%s%s is missing", dashes(row), row->name,
                           row->value ? " " : "", row->value ? row->value : "");
    }
    return RC_OK;
}

static bool asks_for_help(int count, char *const *words)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(words[i], "--") == 0) return false;
        if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0) return true;
    }
    return false;
}

enum rc arguments_read(const struct usage *usage,
                       int count,
                       char *const *words,
                       struct arguments *out_arguments,
                       struct problem *why)
{
    struct arguments arguments = {.usage = usage, .help = asks_for_help(count, words)};
    struct reader reader = {.usage = usage, .words = words, .count = count, .into = &arguments};
    bool options = true;

    assert(usage->count <= ARGUMENTS_MAX);
    while (!arguments.help && reader.next < count) {
        const char *word = words[reader.next++];

        if (options && strcmp(word, "--") == 0) {
            options = false;
        } else if (options && word[0] == '-' && word[1] != '\0') {
            if (word[1] != '-') return problem_set(why, RC_INVALID, "there is no option %s", word);
            TRY(take_option(&reader, word, why));
        } else {
            TRY(take_word(&reader, word, why));
        }
    }
    if (!arguments.help) TRY(check_required(&arguments, why));
    *out_arguments = arguments;
    return RC_OK;
}

/* ---- what was given ---- */

const char *arguments_value(const struct arguments *arguments, const char *name)
{
    const struct usage *usage = arguments->usage;

    for (size_t i = 0; i < usage->count; i++) {
        if (strcmp(usage->table[i].name, name) == 0) return arguments->values[i];
    }
    assert(false && "the argument is in the command's table");
    return NULL;
}

bool arguments_has(const struct arguments *arguments, const char *name)
{
    return arguments_value(arguments, name) != NULL;
}

/* The forms were checked when they were read. */
struct day arguments_day(const struct arguments *arguments, const char *name)
{
    const char *value = arguments_value(arguments, name);
    struct day day = {0};

    if (value) IGNORE(day_parse(text_of(value), &day), "checked");
    return day;
}

int64_t arguments_instant(const struct arguments *arguments, const char *name, int64_t otherwise)
{
    const char *value = arguments_value(arguments, name);

    if (value) IGNORE(instant_parse(text_of(value), &otherwise), "checked");
    return otherwise;
}

int64_t arguments_count(const struct arguments *arguments, const char *name, int64_t otherwise)
{
    const char *value = arguments_value(arguments, name);

    if (value) IGNORE(text_int(text_of(value), &otherwise), "checked");
    return otherwise;
}

double arguments_rate(const struct arguments *arguments, const char *name, double otherwise)
{
    const char *value = arguments_value(arguments, name);

    if (value) IGNORE(text_real(text_of(value), &otherwise), "checked");
    return otherwise;
}

/* ---- help ---- */

/* "SN", "--agency CODE", "[--dry-run]", "agencies|people". */
static void add_shape(const struct argument *row, struct buf *to)
{
    const char *stands = row->value;

    if (row->form == ARGUMENT_CHOICE && (row->kind == ARGUMENT_IS_WORD || !stands)) {
        stands = row->choices;
    }
    if (row->kind == ARGUMENT_IS_WORD) {
        buf_format(to, "%s", stands ? stands : row->name);
    } else {
        buf_format(to, "--%s%s%s", row->name, stands ? " " : "", stands ? stands : "");
    }
}

void arguments_usage(const struct usage *usage, struct buf *to)
{
    buf_format(to, "usage: %s", usage->command);
    for (size_t i = 0; i < usage->count; i++) {
        buf_add(to, usage->table[i].required ? TEXT(" ") : TEXT(" ["));
        add_shape(&usage->table[i], to);
        if (!usage->table[i].required) buf_add_char(to, ']');
    }
    buf_add_char(to, '\n');
}

void arguments_help(const struct usage *usage, struct buf *to)
{
    arguments_usage(usage, to);
    buf_format(to, "\n%s\n", usage->about);
    if (usage->count > 0) buf_add_char(to, '\n');
    for (size_t i = 0; i < usage->count; i++) {
        size_t start = to->bytes + 2;

        buf_add(to, TEXT("  "));
        add_shape(&usage->table[i], to);
        if (to->bytes - start + 2 > HELP_COLUMN) {
            buf_add_char(to, '\n');
            start = to->bytes - 2;
        }
        buf_format(to, "%*s%s\n", (int)(HELP_COLUMN + start - to->bytes), "",
                   usage->table[i].about);
    }
}
