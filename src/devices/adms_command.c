#include "devices/adms_command.h"

#include "base/buf.h"
#include "base/day.h"
#include "base/limits.h"

#include <string.h>

static const struct text delete_person = TEXT_INIT("DATA DELETE USERINFO");

struct text adms_command_order(enum adms_order order)
{
    static const char *const words[] = {
        [ADMS_CHECK] = "CHECK",   [ADMS_LOG] = "LOG",
        [ADMS_INFO] = "INFO",     [ADMS_RELOAD_OPTIONS] = "RELOAD OPTIONS",
        [ADMS_REBOOT] = "REBOOT",
    };

    assert(order < COUNT_OF(words));
    return text_of(words[order]);
}

static bool is_control(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7f;
}

/* The value without control characters and without blanks at its ends. */
static struct text clean(struct arena *mem, struct text value)
{
    char *at = arena_alloc(mem, value.bytes + 1);
    size_t bytes = 0;

    for (size_t i = 0; i < value.bytes; i++) {
        if (!is_control(value.at[i])) at[bytes++] = value.at[i];
    }
    return text_trim((struct text){at, bytes});
}

static struct text between(struct arena *mem, const char *words, int64_t from, int64_t to)
{
    return arena_format(mem, "%s StartTime=%s\tEndTime=%s", words, moment_text(from).s,
                        moment_text(to).s);
}

struct text adms_command_query_punches(struct arena *mem, int64_t from_moment, int64_t to_moment)
{
    assert(from_moment <= to_moment);
    return between(mem, "DATA QUERY ATTLOG", from_moment, to_moment);
}

struct text adms_command_sum_punches(struct arena *mem, int64_t from_moment, int64_t to_moment)
{
    assert(from_moment <= to_moment);
    return between(mem, "VERIFY SUM ATTLOG", from_moment, to_moment);
}

static bool is_option_key(struct text key)
{
    for (size_t i = 0; i < key.bytes; i++) {
        char lower = (char)(key.at[i] | 0x20);
        bool is_digit = key.at[i] >= '0' && key.at[i] <= '9';

        if (!is_digit && !(lower >= 'a' && lower <= 'z') && key.at[i] != '~' && key.at[i] != '_') {
            return false;
        }
    }
    return key.bytes > 0 && key.bytes <= CODE_BYTES_MAX;
}

enum rc adms_command_set_option(struct arena *mem,
                                struct text key,
                                struct text value,
                                struct text *out_words,
                                struct problem *why)
{
    struct text cleaned = {0};

    if (!is_option_key(key)) {
        return problem_at(why, RC_INVALID, "key", "an option's name has letters and digits only");
    }
    if (value.bytes > REFERENCE_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "value", "at most %d bytes", REFERENCE_BYTES_MAX);
    }
    cleaned = clean(mem, value);
    *out_words = arena_format(mem, "SET OPTION " TEXT_FORMAT "=" TEXT_FORMAT, TEXT_ARGUMENT(key),
                              TEXT_ARGUMENT(cleaned));
    return RC_OK;
}

/* A PIN as it may be sent; the empty one is refused here for everybody. */
static enum rc clean_pin(struct arena *mem,
                         struct text pin,
                         struct text *out_pin,
                         struct problem *why)
{
    struct text cleaned = {0};

    if (pin.bytes > PIN_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "pin", "a PIN has at most %d bytes", PIN_BYTES_MAX);
    }
    cleaned = clean(mem, pin);
    if (cleaned.bytes == 0) {
        return problem_at(why, RC_INVALID, "pin", "without a PIN it would be everybody");
    }
    *out_pin = cleaned;
    return RC_OK;
}

enum rc adms_command_update_person(struct arena *mem,
                                   const struct adms_person *person,
                                   struct text *out_words,
                                   struct problem *why)
{
    struct text pin = {0};
    struct text name, card;

    TRY(clean_pin(mem, person->pin, &pin, why));
    if (person->name.bytes > NAME_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "name", "at most %d bytes", NAME_BYTES_MAX);
    }
    if (person->card.bytes > CODE_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "card", "at most %d bytes", CODE_BYTES_MAX);
    }
    name = clean(mem, person->name);
    card = clean(mem, person->card);
    *out_words = arena_format(mem,
                              "DATA UPDATE USERINFO PIN=" TEXT_FORMAT "\tName=" TEXT_FORMAT
                              "\tPri=%d\tPasswd=\tCard=" TEXT_FORMAT "\tGrp=1"
                              "\tTZ=0000000100000000",
                              TEXT_ARGUMENT(pin), TEXT_ARGUMENT(name), person->privilege,
                              TEXT_ARGUMENT(card));
    return RC_OK;
}

enum rc adms_command_query_person(struct arena *mem,
                                  struct text pin,
                                  struct text *out_words,
                                  struct problem *why)
{
    struct text cleaned = {0};

    if (pin.bytes == 0) {
        *out_words = TEXT("DATA QUERY USERINFO");
        return RC_OK;
    }
    TRY(clean_pin(mem, pin, &cleaned, why));
    *out_words = arena_format(mem, "DATA QUERY USERINFO PIN=" TEXT_FORMAT, TEXT_ARGUMENT(cleaned));
    return RC_OK;
}

enum rc adms_command_delete_person(struct arena *mem,
                                   struct text pin,
                                   struct text *out_words,
                                   struct problem *why)
{
    struct text cleaned = {0};

    TRY(clean_pin(mem, pin, &cleaned, why));
    *out_words = arena_format(mem, TEXT_FORMAT " PIN=" TEXT_FORMAT, TEXT_ARGUMENT(delete_person),
                              TEXT_ARGUMENT(cleaned));
    return RC_OK;
}

/* True for "... USERINFO PIN=<something>"; any other form may mean everybody. */
static bool names_somebody(struct text words)
{
    static const struct text key = TEXT_INIT(" PIN=");
    struct text rest = {words.at + delete_person.bytes, words.bytes - delete_person.bytes};

    if (rest.bytes < key.bytes ||
        !text_equal_ignoring_case((struct text){rest.at, key.bytes}, key)) {
        return false;
    }
    rest = (struct text){rest.at + key.bytes, rest.bytes - key.bytes};
    return text_trim(text_cut(&rest, '\t')).bytes > 0;
}

bool adms_command_is_safe(struct text words)
{
    if (words.bytes == 0 || words.bytes > ADMS_COMMAND_BYTES_MAX) return false;
    for (size_t i = 0; i < words.bytes; i++) {
        if (is_control(words.at[i]) && words.at[i] != '\t') return false;
    }
    if (words.bytes < delete_person.bytes) return true;
    if (!text_equal_ignoring_case((struct text){words.at, delete_person.bytes}, delete_person)) {
        return true;
    }
    return names_somebody(words);
}
