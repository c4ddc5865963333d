#include "people/setting.h"

#include "base/limits.h"
#include "rules/zone.h"

static const char sql_insert[] =
    "INSERT INTO setting (government, recorded_at_ms, lane, log_position, tick,"
    "   key, value, regulation, note, unverified, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       key, value, regulation, note, unverified, author, withdrawn"
                                "  FROM setting WHERE government = $1";

static const struct setting defaults[] = {
#define SETTING(name, keyed, otherwise, ruled, noted, doubtful) \
    [SETTING_##name] = {                                        \
        .key = {"" keyed, sizeof(keyed) - 1},                   \
        .value = {"" otherwise, sizeof(otherwise) - 1},         \
        .regulation = {"" ruled, sizeof(ruled) - 1},            \
        .note = {"" noted, sizeof(noted) - 1},                  \
        .unverified = (doubtful),                               \
    },
#include "people/setting.def"
#undef SETTING
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct setting, key, RECORD_REQUIRED, 1, CODE_BYTES_MAX, .about = "Its name."),
    RECORD_TEXT(struct setting,
                value,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "Its value."),
    RECORD_TEXT(struct setting,
                regulation,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "What it rests on."),
    RECORD_TEXT(struct setting,
                note,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "What it does."),
    RECORD_BOOL(struct setting,
                unverified,
                RECORD_OPTIONAL,
                .about = "True while nobody has checked it against the regulation."),
    FACT_AUTHOR(struct setting, "The account that entered it."),
    FACT_WITHDRAWN(struct setting, "True when the default holds again."),
};

const struct record setting_record = RECORD("Setting", struct setting, fields);

const struct fact_table setting_fact = {FACT_SETTING, &setting_record, sql_insert, sql_every};

const struct setting *setting_default(enum setting_key key)
{
    assert((size_t)key < COUNT_OF(defaults));
    return &defaults[key];
}

static bool is_known(struct text key)
{
    for (size_t i = 0; i < COUNT_OF(defaults); i++) {
        if (text_equal(key, defaults[i].key)) return true;
    }
    return false;
}

/* Numbers, and the least and the most that makes sense. */
static const struct {
    enum setting_key key;
    int64_t least;
    int64_t most;
} numbers[] = {
    {SETTING_CONTACT_GAP_SECONDS, 0, INT32_MAX},
    {SETTING_RECORDING_DAYS, 1, SETTING_DAYS_MAX},
    {SETTING_REPORT_WORKING_DAYS, 1, 250},
    {SETTING_REPORT_REMIND_BEFORE_HOURS, 0, 30 * 24},
    {SETTING_REPORT_REMIND_AFTER_HOURS, 0, 30 * 24},
};

static bool is_sound_number(const struct setting *setting)
{
    int64_t value = 0;

    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        if (!text_equal(setting->key, defaults[numbers[i].key].key)) continue;
        return text_digits(setting->value) && text_int(setting->value, &value) &&
               value >= numbers[i].least && value <= numbers[i].most;
    }
    return true;
}

/* Values that other parts rely on to have a form. */
static bool is_sound(const struct setting *setting)
{
    const struct text value = setting->value;
    enum zone zone;

    if (setting->withdrawn) return true;
    if (text_equal(setting->key, defaults[SETTING_GOVERNMENT_ZONE].key)) {
        return zone_parse(value, &zone);
    }
    if (text_equal(setting->key, defaults[SETTING_PUBLIC_ADDRESS].key) && value.bytes > 0) {
        return (text_starts(value, TEXT("https://")) || text_starts(value, TEXT("http://"))) &&
               text_find(value, ' ') == value.bytes;
    }
    return is_sound_number(setting);
}

static enum rc apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct setting_request *request = argument;

    for (size_t i = 0; i < request->count; i++) {
        const struct setting *setting = &request->settings[i];

        if (!is_known(setting->key)) {
            return problem_at(why, RC_INVALID, "key", "there is no such setting");
        }
        if (!is_sound(setting)) {
            return problem_at(why, RC_INVALID, "value",
                              "\"" TEXT_FORMAT "\" is no value of this setting",
                              TEXT_ARGUMENT(setting->value));
        }
    }
    return fact_record(tx, &setting_fact, request->settings, request->count, NULL);
}

const struct ledger_command setting_command = {.name = "setting", .apply = apply};
