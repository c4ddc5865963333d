#include "rules/pattern.h"

static bool covers(const struct pattern *pattern, struct day day)
{
    if (day_compare(day, pattern->valid_from) < 0) return false;
    return day_is_none(pattern->valid_to) || day_compare(day, pattern->valid_to) <= 0;
}

static bool is_layer(const struct pattern *pattern)
{
    return !text_equal(pattern->layer, TEXT("base"));
}

/* A layer lies over the base, the government's own over what the program
 * brings; of two equals the younger holds. */
static bool lies_over(const struct pattern *pattern, const struct pattern *other)
{
    if (is_layer(pattern) != is_layer(other)) return is_layer(pattern);
    if (pattern->own != other->own) return pattern->own;
    return day_compare(pattern->valid_from, other->valid_from) > 0;
}

const struct pattern *pattern_in_force(const struct pattern_set *set,
                                       struct text code,
                                       struct day day)
{
    const struct pattern *found = NULL;

    for (size_t i = 0; i < set->count; i++) {
        const struct pattern *pattern = &set->patterns[i];

        if (!text_equal(pattern->code, code) || !covers(pattern, day)) continue;
        if (!found || lies_over(pattern, found)) found = pattern;
    }
    return found;
}

bool pattern_is_known(const struct pattern_set *set, struct text code)
{
    for (size_t i = 0; i < set->count; i++) {
        if (text_equal(set->patterns[i].code, code)) return true;
    }
    return false;
}

const struct pattern_slot *pattern_shift(const struct pattern *pattern, struct text code)
{
    for (size_t i = 0; i < pattern->shift_count; i++) {
        if (text_equal(pattern->shifts[i].code, code)) return &pattern->shifts[i];
    }
    return NULL;
}

int pattern_slot_minutes(const struct pattern *pattern, const struct pattern_slot *slot)
{
    int minutes = slot->end_minute - slot->start_minute;

    if (!slot->works) return 0;
    return pattern->rest_is_work ? minutes
                                 : minutes - (slot->rest_to_minute - slot->rest_from_minute);
}

int pattern_week_minutes(const struct pattern *pattern)
{
    int minutes = 0;

    for (size_t i = 0; i < PATTERN_DAYS; i++) {
        minutes += pattern_slot_minutes(pattern, &pattern->week[i]);
    }
    return minutes;
}
