#include "devices/adms_record.h"

#include "base/day.h"
#include "devices/adms_request.h"

#include <limits.h>

enum secrecy { OPEN, TEMPLATE };

static const struct {
    struct text keyword;
    enum secrecy secrecy;
} records[] = {
#define ADMS_RECORD_KIND(name, keyword, secrecy) \
    [ADMS_RECORD_##name] = {TEXT_INIT(keyword), (secrecy)},
#include "devices/adms_record.def"
#undef ADMS_RECORD_KIND
};

/* Keys whose values are sealed, whatever the row. */
static const char *const sealed_keys[] = {"Passwd", "Password", "TMP", "Content", "Template"};

static bool is_sealed(struct text key)
{
    for (size_t i = 0; i < COUNT_OF(sealed_keys); i++) {
        if (text_equal_ignoring_case(key, text_of(sealed_keys[i]))) return true;
    }
    return false;
}

/* The next `key=value`; a part without '=' has an empty value. */
static bool next_field(struct text *rest, struct text *out_key, struct text *out_value)
{
    if (!rest->at) return false;
    *out_value = text_cut(rest, '\t');
    *out_key = text_trim(text_cut(out_value, '='));
    return true;
}

static bool find_field(const struct adms_record *record, struct text wanted, struct text *out_value)
{
    struct text rest = record->fields;
    struct text key, value;

    if (record->kind == ADMS_RECORD_UNKNOWN) return false;
    while (next_field(&rest, &key, &value)) {
        if (!value.at || !text_equal_ignoring_case(key, wanted)) continue;
        *out_value = value;
        return true;
    }
    return false;
}

bool adms_record_field(const struct adms_record *record, const char *key, struct text *out_value)
{
    return !is_sealed(text_of(key)) && find_field(record, text_of(key), out_value);
}

bool adms_record_sealed(const struct adms_record *record,
                        const char *key,
                        struct adms_sealed *out_value)
{
    struct text value;

    if (!is_sealed(text_of(key)) || !find_field(record, text_of(key), &value)) return false;
    *out_value = (struct adms_sealed){value.at, value.bytes};
    return true;
}

static bool holds_sealed(const struct adms_record *record)
{
    struct text rest = record->fields;
    struct text key, value;

    while (next_field(&rest, &key, &value)) {
        if (value.bytes && is_sealed(key)) return true;
    }
    return false;
}

static struct adms_record record_of(struct text line)
{
    struct text fields = line;
    struct text keyword = text_cut(&fields, ' ');
    struct adms_record record = {.kind = ADMS_RECORD_UNKNOWN, .fields = line, .is_sensitive = true};

    for (size_t i = 0; i < COUNT_OF(records) && fields.at; i++) {
        if (!text_equal_ignoring_case(keyword, records[i].keyword)) continue;
        record.kind = (enum adms_record_kind)i;
        record.fields = fields;
        record.is_sensitive = records[i].secrecy == TEMPLATE || holds_sealed(&record);
        break;
    }
    record.pin = TEXT("");
    if (find_field(&record, TEXT("PIN"), &record.pin)) record.pin = text_trim(record.pin);
    return record;
}

bool adms_record_next(struct adms_lines *lines, struct adms_record *out_record)
{
    struct text line;

    if (!adms_lines_next(lines, &line)) return false;
    *out_record = record_of(line);
    return true;
}

const char *adms_record_word(enum adms_record_kind kind)
{
    assert(kind <= ADMS_RECORD_UNKNOWN);
    return kind == ADMS_RECORD_UNKNOWN ? "unknown" : records[kind].keyword.at;
}

void adms_record_redact(const struct adms_record *record, struct buf *out)
{
    struct text rest = record->fields;
    struct text key, value;
    const char *separator = "";

    if (record->kind == ADMS_RECORD_UNKNOWN) {
        buf_format(out, "(%zu bytes)", record->fields.bytes);
        return;
    }
    buf_format(out, "%s ", adms_record_word(record->kind));
    if (record->kind == ADMS_RECORD_OPLOG) {
        buf_add(out, record->fields);
        return;
    }
    while (next_field(&rest, &key, &value)) {
        buf_add(out, text_of(separator));
        buf_add(out, key);
        if (value.at) buf_add_char(out, '=');
        if (value.bytes && is_sealed(key)) {
            buf_format(out, "(%zu bytes)", value.bytes);
        } else {
            buf_add(out, value);
        }
        separator = "\t";
    }
}

static int number_of(struct text text)
{
    int64_t number;

    if (!text_int(text_trim(text), &number) || number < 0 || number > INT_MAX) {
        return ADMS_NUMBER_NONE;
    }
    return (int)number;
}

static struct text field_or_empty(const struct adms_record *record, const char *key)
{
    struct text value;

    return adms_record_field(record, key, &value) ? text_trim(value) : TEXT("");
}

struct adms_operation adms_record_operation(const struct adms_record *record)
{
    struct adms_operation operation = {0};
    struct text rest = record->fields;

    assert(record->kind == ADMS_RECORD_OPLOG);
    operation.code = number_of(text_cut(&rest, '\t'));
    operation.operator_pin = text_trim(text_cut(&rest, '\t'));
    operation.has_moment = moment_parse(text_trim(text_cut(&rest, '\t')), &operation.moment);
    operation.object = text_trim(text_cut(&rest, '\t'));
    for (size_t i = 0; i < COUNT_OF(operation.values); i++) {
        operation.values[i] = text_trim(text_cut(&rest, '\t'));
    }
    return operation;
}

const struct adms_operation_kind *adms_operation_kind_of(int code)
{
    enum { NORMAL = false, AUDIT = true };
    static const struct adms_operation_kind kinds[] = {
#define OPERATION(code, weight, indonesian, english) {(code), (weight), (indonesian), (english)},
#include "devices/adms_operation.def"
#undef OPERATION
    };

    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (kinds[i].code == code) return &kinds[i];
    }
    return NULL;
}

struct adms_user adms_record_user(const struct adms_record *record)
{
    struct adms_sealed password = {0};

    assert(record->kind == ADMS_RECORD_USER);
    return (struct adms_user){
        .pin = record->pin,
        .name = field_or_empty(record, "Name"),
        .privilege = number_of(field_or_empty(record, "Pri")),
        .card = field_or_empty(record, "Card"),
        .group = field_or_empty(record, "Grp"),
        .has_password = adms_record_sealed(record, "Passwd", &password) && password.bytes > 0,
    };
}

static const struct {
    const char *indonesian, *english;
} biometrics[] = {
#define BIOMETRIC(name, number, indonesian, english) [number] = {(indonesian), (english)},
#include "devices/adms_biometric.def"
#undef BIOMETRIC
};

const char *adms_biometric_indonesian(enum adms_biometric type)
{
    assert(type < ADMS_BIOMETRICS);
    return biometrics[type].indonesian;
}

const char *adms_biometric_english(enum adms_biometric type)
{
    assert(type < ADMS_BIOMETRICS);
    return biometrics[type].english;
}

/* The type of rows whose keyword says it; others tell it in Type=. */
static int type_of(const struct adms_record *record)
{
    static const int types[ADMS_RECORD_UNKNOWN] = {
        [ADMS_RECORD_FP] = ADMS_BIOMETRIC_FINGER,
        [ADMS_RECORD_FACE] = ADMS_BIOMETRIC_FACE_NIR,
        [ADMS_RECORD_FVEIN] = ADMS_BIOMETRIC_FINGER_VEIN,
        [ADMS_RECORD_USERPIC] = ADMS_BIOMETRIC_FACE,
    };

    if (types[record->kind]) return types[record->kind];
    return number_of(field_or_empty(record, "Type"));
}

struct adms_template adms_record_template(const struct adms_record *record)
{
    struct adms_template found = {.pin = record->pin};
    int valid = number_of(field_or_empty(record, "Valid"));
    struct text number;

    assert(record->kind < ADMS_RECORD_UNKNOWN && records[record->kind].secrecy == TEMPLATE);
    enum { VALID_DURESS = 3 };
    if (!adms_record_field(record, "FID", &number)) number = field_or_empty(record, "No");
    found.type = type_of(record);
    found.number = number_of(number);
    found.index = number_of(field_or_empty(record, "Index"));
    found.is_valid = valid != 0;
    found.is_duress = valid == VALID_DURESS || number_of(field_or_empty(record, "Duress")) == 1;
    found.version = field_or_empty(record, "MajorVer");
    found.is_picture = record->kind == ADMS_RECORD_USERPIC || record->kind == ADMS_RECORD_BIOPHOTO;
    if (!adms_record_sealed(record, found.is_picture ? "Content" : "TMP", &found.content)) {
        found.content = (struct adms_sealed){NULL, 0};
    }
    return found;
}
