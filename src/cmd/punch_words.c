#include "cmd/punch_words.h"

#include "attendance/punch.h"
#include "devices/adms_rows.h"

#include <stdio.h>

static const struct {
    int status;
    struct text word;
} directions[] = {
    {0, TEXT_INIT("in")},
    {1, TEXT_INIT("out")},
    {2, TEXT_INIT("break_out")},
    {3, TEXT_INIT("break_in")},
    {4, TEXT_INIT("overtime_in")},
    {5, TEXT_INIT("overtime_out")},
    {PUNCH_STATUS_UNDEFINED, TEXT_INIT("")},
};

static bool code_parse(struct text text, int *out_code)
{
    int64_t number = 0;

    if (!text_digits(text) || !text_int(text, &number) || number > ADMS_CODE_MAX) return false;
    *out_code = (int)number;
    return true;
}

static struct punch_word word_of(const char *word)
{
    struct punch_word spelled;

    IGNORE(snprintf(spelled.s, sizeof spelled.s, "%s", word), "words are shorter");
    return spelled;
}

static struct punch_word number_of(int code)
{
    struct punch_word spelled;

    IGNORE(snprintf(spelled.s, sizeof spelled.s, "%d", code), "a code has five digits");
    return spelled;
}

bool punch_verify_parse(const struct verify_table *table,
                        struct text model,
                        struct text method,
                        int *out_verify)
{
    enum method parsed;

    if (method.bytes == 0) {
        *out_verify = ADMS_VERIFY_ANY;
        return true;
    }
    if (code_parse(method, out_verify)) return true;
    return method_parse(method, &parsed) && verify_table_code(table, model, parsed, out_verify);
}

struct punch_word punch_verify_word(const struct verify_table *table, struct text model, int verify)
{
    enum method method = verify_table_method(table, model, verify);
    int canonical = 0;

    if (verify == ADMS_VERIFY_ANY) return word_of("");
    for (size_t i = 0; i < table->count && method == METHOD_OTHER; i++) {
        if (table->rows[i].code == verify) method = table->rows[i].method;
    }
    /* "other" for a code that no table has would not be read as that code again. */
    if (method == METHOD_OTHER &&
        (!punch_verify_parse(table, model, text_of(method_word(method)), &canonical) ||
         canonical != verify)) {
        return number_of(verify);
    }
    return word_of(method_word(method));
}

bool punch_status_parse(struct text direction, int *out_status)
{
    for (size_t i = 0; i < COUNT_OF(directions); i++) {
        if (!text_equal_ignoring_case(directions[i].word, direction)) continue;
        *out_status = directions[i].status;
        return true;
    }
    return code_parse(direction, out_status);
}

struct punch_word punch_status_word(int status)
{
    for (size_t i = 0; i < COUNT_OF(directions); i++) {
        if (directions[i].status == status) return word_of(directions[i].word.at);
    }
    return number_of(status);
}
