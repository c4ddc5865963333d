#include "devices/simulator_plan.h"

#include "base/day.h"
#include "base/file.h"
#include "devices/adms_request.h"
#include "devices/adms_rows.h"
#include "devices/simulator_demo.h"
#include "devices/simulator_feed.h"

#include <stdlib.h>
#include <string.h>

enum { MS_PER_SECOND = 1000 };
enum { PEOPLE = 10 * 1000, FIRST_PIN = 1001, JAKARTA_MINUTES = 420, OFFSET_MINUTES_MAX = 840 };

static const struct simulator_profile usual = {
    .model = TEXT_INIT("HADIR-SIM"),
    .firmware = TEXT_INIT("Ver 1.0"),
    .offset_minutes = JAKARTA_MINUTES,
    .pin = FIRST_PIN,
    .people = PEOPLE,
    .verify = 1,
    .status = ADMS_STATUS_UNDEFINED,
};

struct reader {
    struct arena *mem;
    int64_t start_at_ms;
    struct simulator_plan *plan;
    struct problem *why;
    size_t line;
    struct simulator_profile profile; /* of the section being read */
    int64_t count;                    /* of terminals of the section; 0: one, as it is called */
    bool in_section;
};

enum setting_kind { SETTING_INT, SETTING_PERCENT, SETTING_SECONDS, SETTING_TEXT };

/* Settings of a section that are one plain value. */
static const struct setting {
    struct text name;
    enum setting_kind kind;
    size_t offset;
    int64_t minimum, maximum;
} settings[] = {
#define SETTING(name, kind, member, minimum, maximum)                                         \
    {                                                                                         \
        TEXT_INIT(name), SETTING_##kind, offsetof(struct simulator_profile, member), minimum, \
            maximum                                                                           \
    }
    SETTING("zone", INT, offset_minutes, -OFFSET_MINUTES_MAX, OFFSET_MINUTES_MAX),
    SETTING("clock error", SECONDS, clock_error_ms, -INT32_MAX, INT32_MAX),
    SETTING("people", INT, people, 1, INT64_C(1000) * 1000),
    SETTING("verify", INT, verify, 0, ADMS_CODE_MAX),
    SETTING("status", INT, status, 0, ADMS_CODE_MAX),
    SETTING("duplicate", PERCENT, duplicate_permille, 0, 100),
    SETTING("bad", PERCENT, bad_permille, 0, 100),
    SETTING("torn", PERCENT, torn_permille, 0, 100),
    SETTING("model", TEXT, model, 1, CODE_BYTES_MAX),
    SETTING("firmware", TEXT, firmware, 1, CODE_BYTES_MAX),
#undef SETTING
};

static enum rc refuse(struct reader *reader, const char *reason)
{
    return problem_at(reader->why, RC_INVALID, "scenario", "line %zu: %s", reader->line, reason);
}

static enum rc apply(struct reader *reader, const struct setting *setting, struct text value)
{
    enum { PERMILLE_PER_PERCENT = 10 };
    char *place = (char *)&reader->profile + setting->offset;
    double number = 0;

    if (setting->kind == SETTING_TEXT) {
        if (value.bytes > (size_t)setting->maximum || !text_plain(value)) {
            return refuse(reader, "the text is too long");
        }
        memcpy(place, &value, sizeof value);
        return RC_OK;
    }
    if (text_ends(value, TEXT("%"))) value = text_trim((struct text){value.at, value.bytes - 1});
    if (!text_real(value, &number) || number < (double)setting->minimum ||
        number > (double)setting->maximum) {
        return refuse(reader, "not a number within its bounds");
    }
    if (setting->kind == SETTING_SECONDS) {
        memcpy(place, &(int64_t){(int64_t)(number * MS_PER_SECOND)}, sizeof(int64_t));
        return RC_OK;
    }
    if (setting->kind == SETTING_PERCENT) number *= PERMILLE_PER_PERCENT;
    memcpy(place, &(int){(int)number}, sizeof(int));
    return RC_OK;
}

/* "07:30" of the day of the start, or "90s" after it. */
static bool read_instant(const struct reader *reader, struct text text, int64_t *out_at_ms)
{
    int offset = reader->profile.offset_minutes;
    int second = 0;
    double seconds = 0;

    text = text_trim(text);
    if (text_ends(text, TEXT("s"))) {
        if (!text_real((struct text){text.at, text.bytes - 1}, &seconds)) return false;
        if (seconds < 0 || seconds > (double)INT32_MAX) return false;
        *out_at_ms = reader->start_at_ms + (int64_t)(seconds * MS_PER_SECOND);
        return true;
    }
    if (!time_of_day_parse(text, &second)) return false;
    *out_at_ms = instant_of_moment(
        moment_of(moment_day(moment_at(reader->start_at_ms, offset)), second), offset);
    return true;
}

static enum rc read_offline(struct reader *reader, struct text value)
{
    struct simulator_period *periods =
        arena_array(reader->mem, struct simulator_period, SIMULATOR_EVENTS_MAX);
    size_t count = 0;

    while (value.at) {
        struct text to = text_cut(&value, ';');
        struct text from = text_cut(&to, '-');
        struct simulator_period period;

        if (count == SIMULATOR_EVENTS_MAX) return refuse(reader, "too many periods");
        if (!read_instant(reader, from, &period.from_at_ms) || !to.at ||
            !read_instant(reader, to, &period.to_at_ms) || period.to_at_ms < period.from_at_ms) {
            return refuse(reader, "a period is 07:00-09:30 or 60s-90s");
        }
        periods[count++] = period;
    }
    reader->profile.offline = periods;
    reader->profile.offline_count = count;
    return RC_OK;
}

static int compare_instants(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

static enum rc read_reboots(struct reader *reader, struct text value)
{
    int64_t *reboots = arena_array(reader->mem, int64_t, SIMULATOR_EVENTS_MAX);
    size_t count = 0;

    while (value.at) {
        if (count == SIMULATOR_EVENTS_MAX) return refuse(reader, "too many restarts");
        if (!read_instant(reader, text_cut(&value, ';'), &reboots[count++])) {
            return refuse(reader, "a restart is at 08:00 or 45s");
        }
    }
    qsort(reboots, count, sizeof *reboots, compare_instants);
    reader->profile.reboots_at_ms = reboots;
    reader->profile.reboot_count = count;
    return RC_OK;
}

static enum rc read_global(struct reader *reader, struct text key, struct text value)
{
    double number = 0;

    if (!text_real(value, &number) || number < 0 || number > INT32_MAX) {
        return refuse(reader, "not a number within its bounds");
    }
    if (text_equal(key, TEXT("rate"))) {
        reader->plan->rate = number;
    } else if (text_equal(key, TEXT("seconds"))) {
        reader->plan->seconds = (int)number;
    } else {
        return refuse(reader, "before the first [terminal] only rate and seconds can be set");
    }
    return RC_OK;
}

static enum rc read_setting(struct reader *reader, struct text key, struct text value)
{
    if (!reader->in_section) return read_global(reader, key, value);
    if (text_equal(key, TEXT("offline"))) return read_offline(reader, value);
    if (text_equal(key, TEXT("reboot"))) return read_reboots(reader, value);
    if (text_equal(key, TEXT("pin"))) {
        return text_int(value, &reader->profile.pin) && reader->profile.pin >= 0
                   ? RC_OK
                   : refuse(reader, "the first PIN is a number");
    }
    if (text_equal(key, TEXT("count"))) {
        return text_int(value, &reader->count) && reader->count > 0 &&
                       reader->count <= TERMINALS_MAX
                   ? RC_OK
                   : refuse(reader, "not a number of terminals");
    }
    for (size_t i = 0; i < COUNT_OF(settings); i++) {
        if (text_equal(key, settings[i].name)) return apply(reader, &settings[i], value);
    }
    return refuse(reader, "unknown setting");
}

struct simulator_profile *simulator_plan_add(struct simulator_plan *plan, struct text serial)
{
    assert(plan->count < TERMINALS_MAX);
    plan->profiles[plan->count] = usual;
    plan->profiles[plan->count].serial = serial;
    return &plan->profiles[plan->count++];
}

static void add_profile(struct simulator_plan *plan, const struct simulator_profile *profile)
{
    *simulator_plan_add(plan, profile->serial) = *profile;
}

/* The section is complete: its terminals join the fleet. */
static enum rc end_section(struct reader *reader)
{
    struct text name = reader->profile.serial;

    if (!reader->in_section) return RC_OK;
    if (reader->plan->count + (size_t)reader->count >= TERMINALS_MAX) {
        return refuse(reader, "too many terminals");
    }
    if (reader->count == 0) {
        add_profile(reader->plan, &reader->profile);
        return RC_OK;
    }
    for (int64_t i = 1; i <= reader->count; i++) {
        reader->profile.serial =
            arena_format(reader->mem, TEXT_FORMAT "-%04d", TEXT_ARGUMENT(name), (int)i);
        add_profile(reader->plan, &reader->profile);
    }
    return RC_OK;
}

static enum rc begin_section(struct reader *reader, struct text line)
{
    struct text name = text_trim((struct text){line.at + 1, line.bytes - 2});

    TRY(end_section(reader));
    if (!adms_serial_is_valid(name)) return refuse(reader, "[...] is not a serial number");
    reader->in_section = true;
    reader->count = 0;
    reader->profile = usual;
    reader->profile.serial = name;
    return RC_OK;
}

static enum rc read_line(struct reader *reader, struct text line)
{
    struct text value = text_trim(text_cut(&line, '#'));
    struct text key;

    if (value.bytes == 0) return RC_OK;
    if (text_starts(value, TEXT("[")) && text_ends(value, TEXT("]"))) {
        return begin_section(reader, value);
    }
    key = text_trim(text_cut(&value, '='));
    if (!value.at) return refuse(reader, "neither [terminal] nor setting = value");
    return read_setting(reader, key, text_trim(value));
}

enum rc simulator_plan_parse(struct arena *mem,
                             struct text scenario,
                             int64_t start_at_ms,
                             struct simulator_plan *out_plan,
                             struct problem *why)
{
    struct simulator_plan plan = {0};
    struct reader reader = {
        .mem = mem, .start_at_ms = start_at_ms, .plan = &plan, .why = why, .profile = usual};

    plan.profiles = arena_array(mem, struct simulator_profile, TERMINALS_MAX);
    while (scenario.at) {
        reader.line++;
        TRY(read_line(&reader, text_cut(&scenario, '\n')));
    }
    TRY(end_section(&reader));
    *out_plan = plan;
    return RC_OK;
}

static void add_usual_fleet(struct arena *mem, struct simulator_plan *plan, int count)
{
    for (int i = 1; i <= count; i++) {
        simulator_plan_add(plan, arena_format(mem, "SIM-%05d", i));
    }
}

/* A file, or the name of a demo government. */
static enum rc read_from(struct arena *mem,
                         const char *from,
                         struct simulator_plan *plan,
                         struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = NULL;

    if (simulator_demo_exists(text_of(from))) {
        return simulator_demo_read(mem, text_of(from), plan, why);
    }
    TRY(csv_open(from, &csv, why));
    return simulator_feed_read(mem, csv, NULL, plan, why);
}

enum rc simulator_plan_read(struct arena *mem,
                            const struct simulator_options *options,
                            int64_t start_at_ms,
                            struct simulator_plan *out_plan,
                            struct problem *why)
{
    struct simulator_plan plan = {0};
    struct text scenario = TEXT("");

    if (options->scenario) {
        TRY(file_read(options->scenario, SIMULATOR_SCENARIO_BYTES_MAX, mem, &scenario, why));
    }
    TRY(simulator_plan_parse(mem, scenario, start_at_ms, &plan, why));
    if (options->from) TRY(read_from(mem, options->from, &plan, why));
    if (!options->from && !options->scenario) {
        if (options->terminals > TERMINALS_MAX) {
            return problem_at(why, RC_INVALID, "terminals", "at most %d", TERMINALS_MAX);
        }
        add_usual_fleet(mem, &plan, options->terminals > 0 ? options->terminals : 1);
    }
    if (options->rate > 0) plan.rate = options->rate;
    if (options->seconds > 0) plan.seconds = options->seconds;
    if (plan.count == 0) return problem_set(why, RC_INVALID, "there is no terminal in this plan");
    *out_plan = plan;
    return RC_OK;
}
