#include "devices/adms_result.h"

void adms_results_init(struct adms_results *results, struct text body)
{
    *results = (struct adms_results){.rest = body};
}

static bool starts_ignoring_case(struct text whole, struct text beginning)
{
    if (whole.bytes < beginning.bytes) return false;
    return text_equal_ignoring_case((struct text){whole.at, beginning.bytes}, beginning);
}

/* One `key=value` of a result; false when it belongs to the details. */
static bool read_field(struct adms_result *result, struct text field)
{
    struct text key = text_trim(text_cut(&field, '='));

    field = text_trim(field);
    if (text_equal_ignoring_case(key, TEXT("ID"))) {
        result->id = field;
    } else if (text_equal_ignoring_case(key, TEXT("Return"))) {
        result->has_code = text_int(field, &result->code);
    } else if (text_equal_ignoring_case(key, TEXT("CMD"))) {
        result->command = field;
    } else {
        return text_equal_ignoring_case(key, TEXT("SN"));
    }
    return true;
}

/* Note that the details reach to the end of `part`, beginning there if they are new. */
static void extend_details(struct adms_result *result, struct text part)
{
    if (!result->details.at) result->details = (struct text){part.at, 0};
    result->details.bytes = (size_t)(part.at + part.bytes - result->details.at);
}

/* Read a line; true when it met `Content=`, whose first byte is then noted. */
static bool read_line(struct adms_result *result, struct text line)
{
    static const struct text content = TEXT_INIT("Content=");
    struct text rest = line;

    while (rest.at) {
        struct text field = text_cut(&rest, '&');

        if (starts_ignoring_case(field, content)) {
            result->content.at = field.at + content.bytes;
            return true;
        }
        if (text_trim(field).bytes && !read_field(result, field)) extend_details(result, field);
    }
    return false;
}

bool adms_results_next(struct adms_results *results, struct adms_result *out_result)
{
    struct adms_result result = {0};
    struct text whole = results->rest;
    bool begun = false;

    while (results->rest.at) {
        struct text after = results->rest;
        struct text line = text_trim(text_cut(&after, '\n'));
        bool begins = starts_ignoring_case(line, TEXT("ID="));

        if (begins && begun) break;
        begun = begun || begins;
        results->rest = after;
        if (begun && read_line(&result, line)) {
            result.content.bytes = (size_t)(whole.at + whole.bytes - result.content.at);
            results->rest = (struct text){NULL, 0};
        }
    }
    if (begun) *out_result = result;
    return begun;
}

bool adms_result_detail(const struct adms_result *result, const char *key, struct text *out_value)
{
    struct text rest = result->details;

    while (rest.at) {
        struct text line = text_cut(&rest, '\n');

        while (line.at) {
            struct text value = text_cut(&line, '&');
            struct text found = text_trim(text_cut(&value, '='));

            if (!value.at || !text_equal_ignoring_case(found, text_of(key))) continue;
            *out_value = text_trim(value);
            return true;
        }
    }
    return false;
}

const struct adms_result_code *adms_result_code_of(int64_t code)
{
    static const struct adms_result_code other = {0, "other", "kode lain", "another code"};
    static const struct adms_result_code codes[] = {
#define RESULT(code, word, indonesian, english) {(code), (word), (indonesian), (english)},
#include "devices/adms_result.def"
#undef RESULT
    };

    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (codes[i].code == code) return &codes[i];
    }
    return &other;
}
