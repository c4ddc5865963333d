#include "base/record.h"

#include "base/limits.h"
#include "base/secret.h"

#include <limits.h>
#include <math.h>
#include <string.h>

int64_t record_int(const struct record_field *field, const void *object)
{
    const void *at = record_member(field, object);
    int64_t wide = 0;
    int narrow = 0;

    if (field->kind == RECORD_IS_BOOL) return *(const bool *)at;
    if (field->bytes == sizeof wide) {
        memcpy(&wide, at, sizeof wide);
        return wide;
    }
    assert(field->bytes == sizeof narrow);
    memcpy(&narrow, at, sizeof narrow);
    return narrow;
}

void record_set_int(const struct record_field *field, void *object, int64_t value)
{
    void *at = record_place(field, object);
    int narrow = (int)value;
    bool flag = value != 0;

    if (field->kind == RECORD_IS_BOOL) {
        memcpy(at, &flag, sizeof flag);
    } else if (field->bytes == sizeof value) {
        memcpy(at, &value, sizeof value);
    } else {
        assert(field->bytes == sizeof narrow && narrow == value);
        memcpy(at, &narrow, sizeof narrow);
    }
}

double record_real(const struct record_field *field, const void *object)
{
    double value;

    assert(field->kind == RECORD_IS_REAL);
    memcpy(&value, record_member(field, object), sizeof value);
    return value;
}

void record_set_real(const struct record_field *field, void *object, double value)
{
    assert(field->kind == RECORD_IS_REAL);
    memcpy(record_place(field, object), &value, sizeof value);
}

void record_set_absent(const struct record_field *field, void *object)
{
    memset(record_place(field, object), 0, field->bytes);
    if (field->kind == RECORD_IS_INT) record_set_int(field, object, field->absent);
    if (record_is_either(field, RECORD_IS_TIME, RECORD_IS_CHOICE)) {
        record_set_int(field, object, -1);
    }
    if (field->kind == RECORD_IS_CLOCK) record_set_int(field, object, -1);
    if (field->kind == RECORD_IS_REAL) record_set_real(field, object, NAN);
}

void record_clear(const struct record *record, void *object)
{
    memset(object, 0, record->bytes);
    for (size_t i = 0; i < record->field_count; i++) {
        record_set_absent(&record->fields[i], object);
    }
}

static bool is_zeroed(const void *at, size_t bytes)
{
    const char *byte = at;

    for (size_t i = 0; i < bytes; i++) {
        if (byte[i]) return false;
    }
    return true;
}

/* A zero that is a value of its own (INT without `absent`, BOOL) is never
 * "not given". */
bool record_is_absent(const struct record_field *field, const void *object)
{
    const void *at = record_member(field, object);

    switch (field->kind) {
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
        return ((const struct text *)at)->at == NULL;
    case RECORD_IS_INT:
        return field->absent != 0 && record_int(field, object) == field->absent;
    case RECORD_IS_BOOL:
    case RECORD_IS_SET:
        return false;
    case RECORD_IS_TIME:
    case RECORD_IS_CLOCK:
    case RECORD_IS_CHOICE:
        return record_int(field, object) < 0;
    case RECORD_IS_REAL:
        return isnan(record_real(field, object));
    case RECORD_IS_SECRET:
        return ((const struct secret *)at)->bytes == 0;
    case RECORD_IS_LIST:
    case RECORD_IS_TEXTS:
    case RECORD_IS_INTS:
        return ((const struct record_list *)at)->items == NULL;
    case RECORD_IS_DAY:
    case RECORD_IS_INSTANT:
    case RECORD_IS_RECORD:
    case RECORD_IS_PART:
        return is_zeroed(at, field->bytes);
    }
    return false;
}

const char *record_choice_word(const struct record_choice *choices, int value)
{
    for (; choices->word; choices++) {
        if (choices->value == value) return choices->word;
    }
    return NULL;
}

bool record_choice_value(const struct record_choice *choices, struct text word, int *out_value)
{
    for (; choices->word; choices++) {
        if (!text_equal(text_of(choices->word), word)) continue;
        *out_value = choices->value;
        return true;
    }
    return false;
}

/* Line ends and tabs belong to prose; everything else is as on one line. */
static bool is_prose(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte == 0x7f) return false;
        if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') return false;
    }
    return text_utf8(text);
}

enum rc record_check_text(const struct record_field *field, struct text text, struct problem *why)
{
    bool is_clean = field->kind == RECORD_IS_PROSE ? is_prose(text) : text_plain(text);

    if ((int64_t)text.bytes > field->maximum) {
        return problem_at(why, RC_INVALID, field->name, "%s has more than %lld bytes", field->name,
                          (long long)field->maximum);
    }
    if ((int64_t)text.bytes < field->minimum) {
        return text.bytes == 0
                   ? problem_at(why, RC_INVALID, field->name, "%s is empty", field->name)
                   : problem_at(why, RC_INVALID, field->name, "%s has fewer than %lld bytes",
                                field->name, (long long)field->minimum);
    }
    if (!is_clean) {
        return problem_at(why, RC_INVALID, field->name,
                          "%s holds control characters or is not UTF-8", field->name);
    }
    return RC_OK;
}

enum rc record_check_number(const struct record_field *field, double number, struct problem *why)
{
    bool is_limited = field->minimum != 0 || field->maximum != 0;
    double least = is_limited ? (double)field->minimum : -9.2e18;
    double most = is_limited ? (double)field->maximum : 9.2e18;

    if (!is_limited && field->kind == RECORD_IS_INT && field->bytes == sizeof(int)) {
        least = INT_MIN;
        most = INT_MAX;
    }
    if (number >= least && number <= most) return RC_OK;
    return problem_at(why, RC_INVALID, field->name, "%s is not between %.0f and %.0f", field->name,
                      least, most);
}

static enum rc not_a(const struct record_field *field, const char *what, struct problem *why)
{
    return problem_at(why, RC_INVALID, field->name, "%s is not %s", field->name, what);
}

static enum rc set_secret(const struct record_field *field,
                          struct text text,
                          void *object,
                          struct problem *why)
{
    if ((int64_t)text.bytes > field->maximum || (int64_t)text.bytes < field->minimum) {
        return problem_at(why, RC_INVALID, field->name, "%s does not have %lld to %lld bytes",
                          field->name, (long long)field->minimum, (long long)field->maximum);
    }
    return secret_take(record_place(field, object), text);
}

/* The kinds that are a number inside and a word outside. */
static bool number_of_word(const struct record_field *field, struct text text, int64_t *out_number)
{
    int small = 0;

    if (field->kind == RECORD_IS_INSTANT) return instant_parse(text, out_number);
    if (record_is_either(field, RECORD_IS_TIME, RECORD_IS_CLOCK)) {
        if (!time_of_day_parse(text, &small)) return false;
    } else {
        if (!record_choice_value(field->choices, text, &small)) return false;
    }
    *out_number = small;
    return true;
}

/* Names the word and those that are allowed, as far as there is room. */
static enum rc not_a_choice(const struct record_field *field, struct text word, struct problem *why)
{
    CLEANUP(buf_done) struct buf words = {0};
    bool shown = word.bytes <= NAME_BYTES_MAX / 4 && text_plain(word);

    buf_init(&words, PROBLEM_TEXT_BYTES);
    for (const struct record_choice *choice = field->choices; choice->word; choice++) {
        buf_format(&words, "%s%s", words.bytes ? ", " : "", choice->word);
    }
    return problem_at(why, RC_INVALID, field->name, "%s is %s" TEXT_FORMAT "%snone of: %s",
                      field->name, shown ? "\"" : "", TEXT_ARGUMENT(shown ? word : TEXT("")),
                      shown ? "\", " : "", words.at ? words.at : "");
}

enum rc record_set_text(const struct record_field *field,
                        struct text text,
                        struct arena *mem,
                        void *object,
                        struct problem *why)
{
    static const char *const names[] = {
        [RECORD_IS_TIME] = "a time of day such as 07:30",
        [RECORD_IS_CLOCK] = "a time of day such as 07:30",
        [RECORD_IS_INSTANT] = "an instant such as 2021-05-17T07:46:12+07:00",
    };
    int64_t number = 0;

    if (field->kind == RECORD_IS_SECRET) return set_secret(field, text, object, why);
    if (field->kind == RECORD_IS_DAY) {
        if (!day_parse(text, record_place(field, object))) {
            return not_a(field, "a day such as 2021-05-17", why);
        }
        return RC_OK;
    }
    if (record_is_either(field, RECORD_IS_TEXT, RECORD_IS_PROSE)) {
        TRY(record_check_text(field, text, why));
        *(struct text *)record_place(field, object) = arena_text(mem, text);
        return RC_OK;
    }
    assert(record_is_either(field, RECORD_IS_TIME, RECORD_IS_CLOCK) ||
           record_is_either(field, RECORD_IS_INSTANT, RECORD_IS_CHOICE));
    if (!number_of_word(field, text, &number)) {
        if (field->kind == RECORD_IS_CHOICE) return not_a_choice(field, text, why);
        return not_a(field, names[field->kind], why);
    }
    record_set_int(field, object, number);
    return RC_OK;
}

static bool parse_bool(struct text text, bool *out_value)
{
    static const struct record_choice words[] = {{"true", 1},  {"ya", 1},    {"yes", 1},
                                                 {"1", 1},     {"false", 0}, {"no", 0},
                                                 {"tidak", 0}, {"0", 0},     {NULL, 0}};

    for (const struct record_choice *word = words; word->word; word++) {
        if (!text_equal_ignoring_case(text_of(word->word), text)) continue;
        *out_value = word->value != 0;
        return true;
    }
    return false;
}

/* The word of a choice as the table spells it, whatever the letters' size. */
static struct text spelled(const struct record_field *field, struct text text)
{
    if (field->kind != RECORD_IS_CHOICE) return text;
    for (const struct record_choice *choice = field->choices; choice->word; choice++) {
        if (text_equal_ignoring_case(text_of(choice->word), text)) return text_of(choice->word);
    }
    return text;
}

static enum rc read_number(const struct record_field *field,
                           struct text text,
                           void *object,
                           struct problem *why)
{
    int64_t number = 0;
    double real = 0;

    if (field->kind == RECORD_IS_REAL) {
        if (!text_real(text, &real)) return not_a(field, "a number", why);
        TRY(record_check_number(field, real, why));
        record_set_real(field, object, real);
        return RC_OK;
    }
    if (!text_int(text, &number)) return not_a(field, "a whole number", why);
    TRY(record_check_number(field, (double)number, why));
    record_set_int(field, object, number);
    return RC_OK;
}

enum rc record_read_text(const struct record_field *field,
                         struct text text,
                         struct arena *mem,
                         void *object,
                         struct problem *why)
{
    bool flag = false;

    if (field->kind != RECORD_IS_PROSE && field->kind != RECORD_IS_SECRET) text = text_trim(text);
    if (text.bytes == 0) {
        if (field->need == RECORD_REQUIRED) return not_a(field, "given", why);
        record_set_absent(field, object);
        return RC_OK;
    }
    if (record_is_either(field, RECORD_IS_INT, RECORD_IS_REAL)) {
        return read_number(field, text, object, why);
    }
    if (field->kind == RECORD_IS_BOOL) {
        if (!parse_bool(text, &flag)) return not_a(field, "yes or no", why);
        record_set_int(field, object, flag);
        return RC_OK;
    }
    return record_set_text(field, spelled(field, text), mem, object, why);
}
