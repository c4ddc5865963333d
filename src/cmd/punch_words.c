#include "cmd/punch_words.h"

#include "attendance/punch.h"
#include "devices/adms_rows.h"
#include "devices/verify_code.h"

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

/* A shipped row of this method: of this model, or (NULL) of any. */
static bool find_shipped(const struct text *model, enum method method, int *out_verify)
{
    size_t count = 0;
    const struct verify_override *rows = verify_shipped(&count);

    for (size_t i = 0; i < count; i++) {
        if (rows[i].method != method) continue;
        if (model && !text_equal_ignoring_case(rows[i].model, *model)) continue;
        *out_verify = rows[i].code;
        return true;
    }
    return false;
}

static bool find_vendor(enum method method, int *out_verify)
{
    size_t count = 0;
    const struct verify_code *rows = verify_codes(&count);

    for (size_t i = 0; i < count; i++) {
        if (rows[i].method != method || rows[i].is_alternative) continue;
        *out_verify = rows[i].code;
        return true;
    }
    return false;
}

bool punch_verify_parse(struct text model, struct text method, int *out_verify)
{
    enum method parsed;

    if (method.bytes == 0) {
        *out_verify = ADMS_VERIFY_ANY;
        return true;
    }
    if (code_parse(method, out_verify)) return true;
    if (!method_parse(method, &parsed)) return false;
    return find_shipped(&model, parsed, out_verify) || find_vendor(parsed, out_verify) ||
           find_shipped(NULL, parsed, out_verify);
}

struct punch_word punch_verify_word(struct text model, int verify)
{
    size_t count = 0;
    const struct verify_override *rows = verify_shipped(&count);
    enum method method = verify_method(rows, count, model, verify);
    int canonical = 0;

    if (verify == ADMS_VERIFY_ANY) return word_of("");
    for (size_t i = 0; i < count && method == METHOD_OTHER; i++) {
        if (rows[i].code == verify) method = rows[i].method;
    }
    /* "other" for a code that no table has would not be read as that code again. */
    if (method == METHOD_OTHER &&
        (!punch_verify_parse(model, text_of(method_word(method)), &canonical) ||
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
