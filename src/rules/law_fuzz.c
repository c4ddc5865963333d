/* Any bytes, read as a table of the law: what is taken keeps the promises of
 * its header, and answers every question of its days. */
#include "rules/calendar.h"
#include "rules/duty.h"
#include "rules/pattern.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void ask_calendar(struct arena *mem, struct text csv)
{
    const struct calendar_entry *entries = NULL;
    struct calendar *calendar;
    size_t count = 0;

    if (calendar_read(mem, csv, &entries, &count, NULL) != RC_OK) return;
    calendar = calendar_build(mem, entries, count);
    for (size_t i = 0; i < count; i++) {
        struct calendar_answer answer = calendar_kind_of(calendar, entries[i].day, (struct day){0});

        if (answer.kind == CALENDAR_UNKNOWN || !answer.entry) abort();
    }
}

static void ask_slot(const struct pattern *pattern, const struct pattern_slot *slot)
{
    struct roster_shift roster = {.shift = slot->code};
    struct duty_request request = {
        .day = {2021, 5, 17}, .active = true, .pattern = pattern, .roster = &roster};
    struct duty duty;

    duty_of(&request, &duty);
    if (duty.expects != DUTY_EXPECTS_WORK) abort();
    if (duty.window_from > duty.start || duty.start >= duty.end) abort();
    if (duty.in_until < duty.start || duty.in_until > duty.end) abort();
    if (duty.end > duty.window_to || duty.closing <= duty.start) abort();
}

/* The two tables of patterns are parted by the first '#'. */
static void ask_patterns(struct arena *mem, struct text both)
{
    struct text patterns = text_cut(&both, '#');
    struct pattern_set set = {0};

    if (pattern_read(mem, patterns, both, &set, NULL) != RC_OK) return;
    for (size_t i = 0; i < set.count; i++) {
        const struct pattern *pattern = &set.patterns[i];

        if (!pattern_in_force(&set, pattern->code, pattern->valid_from)) abort();
        for (size_t k = 0; k < pattern->shift_count; k++) {
            ask_slot(pattern, &pattern->shifts[k]);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text text = {(const char *)data, bytes};

    ask_calendar(mem, text);
    ask_patterns(mem, text);
    return 0;
}
