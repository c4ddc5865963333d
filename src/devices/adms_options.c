#include "devices/adms_options.h"

#include "devices/adms_request.h"

/* Bytes up to the next comma or line end, or all of them.  One pass that stops
 * at either: a body of line ends alone must not be searched for commas again
 * and again. */
static size_t token_bytes(struct text text)
{
    size_t bytes = 0;

    while (bytes < text.bytes && text.at[bytes] != ',' && text.at[bytes] != '\n') {
        bytes++;
    }
    return bytes;
}

/* True when the token that begins here is the rest of the value before it. */
static bool continues(struct text text)
{
    struct text token = {text.at, token_bytes(text)};

    return text_find(token, '=') == token.bytes;
}

/* The first pair's bytes: its own token, and after commas the tokens without '='. */
static size_t pair_bytes(struct text text)
{
    size_t end = token_bytes(text);

    while (end < text.bytes && text.at[end] == ',') {
        struct text next = {text.at + end + 1, text.bytes - end - 1};

        if (!continues(next)) break;
        end += 1 + token_bytes(next);
    }
    return end;
}

bool adms_options_next(struct text *rest, struct text *out_key, struct text *out_value)
{
    while (rest->at && rest->bytes) {
        size_t end = pair_bytes(*rest);
        struct text value = {rest->at, end};
        bool is_last = end == rest->bytes;

        *rest = (struct text){rest->at + end + !is_last, rest->bytes - end - !is_last};
        *out_key = text_trim(text_cut(&value, '='));
        if (!value.at) continue;
        if (out_key->bytes && out_key->at[0] == '~') {
            *out_key = (struct text){out_key->at + 1, out_key->bytes - 1};
        }
        *out_value = text_trim(value);
        return true;
    }
    return false;
}

bool adms_options_find(struct text body, const char *key, struct text *out_value)
{
    struct text wanted = text_of(key[0] == '~' ? key + 1 : key);
    struct text found, value;

    while (adms_options_next(&body, &found, &value)) {
        if (!text_equal_ignoring_case(found, wanted)) continue;
        *out_value = value;
        return true;
    }
    return false;
}

static struct text text_option(struct text body, const char *key)
{
    struct text value;

    return adms_options_find(body, key, &value) ? value : TEXT("");
}

static int64_t number_option(struct text body, const char *key, int64_t unit)
{
    int64_t number;

    if (!text_int(text_option(body, key), &number) || number < 0) return ADMS_NUMBER_NONE;
    return __builtin_mul_overflow(number, unit, &number) ? ADMS_NUMBER_NONE : number;
}

struct adms_device adms_options_device(struct text body)
{
    enum { RECORDS_UNIT = 10000 };

    return (struct adms_device){
        .model = text_option(body, "DeviceName"),
        .firmware = text_option(body, "FWVersion"),
        .platform = text_option(body, "Platform"),
        .vendor = text_option(body, "OEMVendor"),
        .address = text_option(body, "IPAddress"),
        .protocol = text_option(body, "PushVersion"),
        .pin_width = text_option(body, "PIN2Width"),
        .users = number_option(body, "UserCount", 1),
        .records = number_option(body, "TransactionCount", 1),
        .records_max = number_option(body, "MaxAttLogCount", RECORDS_UNIT),
    };
}
