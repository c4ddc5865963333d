#include "inspection/roll_private.h"

#include <string.h>

static void add_figure(struct balance balances[GROUP_COUNT], const struct figure *figure)
{
    balance_add(&balances[GROUP_ALL], &figure->balance);
    balance_add(&balances[group_of_kind((enum person_kind)figure->kind)], &figure->balance);
}

void roll_units_of_figures(const struct figure *figures,
                           size_t count,
                           struct arena *mem,
                           struct roll_unit **out_units,
                           size_t *out_count)
{
    struct roll_unit *units = arena_array(mem, struct roll_unit, count + 1);
    size_t unit_count = 0;

    for (size_t i = 0; i < count; i++) {
        const struct figure *figure = &figures[i];

        if (figure->moment != FIGURE_OPENED) continue;
        if (unit_count == 0 || !text_equal(units[unit_count - 1].code, figure->agency)) {
            units[unit_count++] =
                (struct roll_unit){figure->agency, figure->name, figure->agency_kind, {{{0}, 0}}};
        }
        add_figure(units[unit_count - 1].opening, figure);
    }
    *out_units = units;
    *out_count = unit_count;
}

void roll_set_machine(const struct roll_source *source, struct roll_call *call, struct arena *mem)
{
    struct balance(*sums)[GROUP_COUNT] =
        arena_alloc_many(mem, call->agency_count + 1, sizeof *sums);
    int64_t *judged_at_ms = arena_array(mem, int64_t, call->agency_count + 1);
    int place = ROLL_NOBODY;

    for (size_t i = 0; i < source->figure_count; i++) {
        const struct figure *figure = &source->figures[i];

        if (i == 0 || !text_equal(figure->agency, source->figures[i - 1].agency)) {
            place = roll_find(call, figure->agency);
        }
        if (place == ROLL_NOBODY) continue;
        if (figure->moment == FIGURE_CLOSED) add_figure(call->agencies[place].closing, figure);
        if (figure->moment != FIGURE_STATED) continue;
        if (judged_at_ms[place] != figure->judged_at_ms) {
            memset(sums[place], 0, sizeof sums[place]);
            judged_at_ms[place] = figure->judged_at_ms;
        }
        add_figure(sums[place], figure);
    }
    for (size_t i = 0; i < call->agency_count; i++) {
        for (int group = 0; group < GROUP_COUNT; group++) {
            call->agencies[i].statement.machine[group] = headcount_of(&sums[i][group]);
        }
    }
}

void roll_sum_up(const struct roll_source *source, struct roll_call *call)
{
    for (size_t i = 0; i < call->agency_count; i++) {
        const struct roll_agency *agency = &call->agencies[i];

        call->standing[agency->state]++;
        call->stated += agency->statement.at_ms > 0;
        for (int group = 0; group < GROUP_COUNT; group++) {
            balance_add(&call->opening[group], &agency->opening[group]);
            balance_add(&call->closing[group], &agency->closing[group]);
        }
    }
    for (size_t i = 0; i < source->figure_count; i++) {
        const struct figure *figure = &source->figures[i];

        if (figure->moment == FIGURE_OPENED) call->frozen_at_ms = figure->judged_at_ms;
        if (figure->moment == FIGURE_OPENED) call->frozen_position = figure->position;
        if (figure->moment == FIGURE_CLOSED) call->closing_at_ms = figure->judged_at_ms;
        if (figure->moment == FIGURE_CLOSED) call->closing_position = figure->position;
    }
}

struct roll_metrics roll_metrics_of(const struct roll_call *call, int64_t now_ms)
{
    struct roll_metrics metrics = {.covered = call->standing[ROLL_ANSWERED],
                                   .without_statement = call->agency_count - call->stated};
    int64_t spoken_ms = 0;
    size_t ended = 0;

    if (call->opened_at_ms > 0) {
        int64_t to_ms = call->closed_at_ms > 0 ? call->closed_at_ms : now_ms;

        metrics.seconds = (to_ms - call->opened_at_ms) / 1000;
    }
    for (size_t i = 0; i < call->agency_count; i++) {
        if (call->agencies[i].calls == 0 || call->agencies[i].ended_at_ms == 0) continue;
        spoken_ms += call->agencies[i].spoken_ms;
        ended++;
    }
    if (ended > 0) metrics.seconds_a_agency = spoken_ms / 1000 / (int64_t)ended;
    return metrics;
}
