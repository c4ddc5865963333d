#include "attendance/explain_private.h"

/* When a punch arrived: the time alone when that was on the day itself. */
static struct text receipt_of(const struct explain_writer *writer, const struct punch *punch)
{
    int64_t received = moment_at(punch->received_at_ms, punch->offset_minutes);
    struct text clock = explain_exact_clock(writer, received);

    if (day_equal(moment_day(received), moment_day(punch->moment))) return clock;
    return arena_format(writer->mem, TEXT_FORMAT ", " TEXT_FORMAT,
                        TEXT_ARGUMENT(explain_date(writer, moment_day(received))),
                        TEXT_ARGUMENT(clock));
}

/* Arrival, departure, or one that decides nothing. */
static const char *name_of_punch(const struct explain_writer *writer, int64_t moment)
{
    const struct line *line = &writer->told->line;
    int64_t second = moment - moment_of(day_from_number(writer->told->day), 0);

    if (second == line->first_in) return explain_say(writer, "rekaman masuk", "punch of arrival");
    if (second == line->last_out) {
        return explain_say(writer, "rekaman pulang", "punch of departure");
    }
    return explain_say(writer, "rekaman", "punch");
}

static const char *why_it_does_not_count(const struct explain_writer *writer,
                                         const struct punch *punch)
{
    int32_t day = 0;

    if (punch->flags & PUNCH_TIME) {
        return explain_say(writer, "Jam mesin meragukan: menunggu tinjauan.",
                           "The terminal's clock is doubtful: to be reviewed.");
    }
    if (!judge_day_of(writer->judge, writer->told->person, punch->moment, &day)) {
        return explain_say(writer, "Di luar jendela rekaman; tidak menentukan.",
                           "Outside the window; decides nothing.");
    }
    return NULL;
}

static bool decides(const struct explain_writer *writer, int64_t moment)
{
    const struct line *line = &writer->told->line;
    int64_t second = moment - moment_of(day_from_number(writer->told->day), 0);

    return second == line->first_in || second == line->last_out;
}

/* "Terminal DINKES (SN-1), PIN 17, received 07.31.04." and what else is to be said of it. */
static struct text detail_of(const struct explain_writer *writer,
                             const struct punch *punch,
                             struct text note)
{
    return arena_format(writer->mem,
                        explain_say(writer,
                                    "Mesin " TEXT_FORMAT ", PIN " TEXT_FORMAT
                                    ", diterima " TEXT_FORMAT ".%s" TEXT_FORMAT,
                                    "Terminal " TEXT_FORMAT ", PIN " TEXT_FORMAT
                                    ", received " TEXT_FORMAT ".%s" TEXT_FORMAT),
                        TEXT_ARGUMENT(explain_terminal(writer, punch->terminal, punch_day(punch))),
                        TEXT_ARGUMENT(punch->pin), TEXT_ARGUMENT(receipt_of(writer, punch)),
                        note.bytes ? " " : "", TEXT_ARGUMENT(note));
}

static struct explain_step *add_punch(struct explain_writer *writer,
                                      const struct derived_punch *found,
                                      const char *name)
{
    struct derived_punch *kept = arena_one(writer->mem, struct derived_punch);
    struct explain_step *made;

    *kept = *found;
    kept->punch.pin = arena_text(writer->mem, found->punch.pin);
    kept->punch.terminal = arena_text(writer->mem, found->punch.terminal);
    made = explain_add(writer, EXPLAIN_PUNCH,
                       arena_format(writer->mem, TEXT_FORMAT " %s",
                                    TEXT_ARGUMENT(explain_exact_clock(writer, kept->punch.moment)),
                                    name));
    made->punch = kept;
    return made;
}

static void tell_punch(void *visitor, const struct derived_punch *found)
{
    struct explain_writer *writer = visitor;
    const struct punch *punch = &found->punch;
    struct explain_step *made;
    struct text note = {NULL, 0};
    const char *aside;
    int32_t day = 0;

    if (picture_resolve(writer->picture, punch) != writer->told->person) return;
    aside = why_it_does_not_count(writer, punch);
    if (aside && punch_day(punch) != writer->told->day) return;
    if (!aside && judge_day_of(writer->judge, writer->told->person, punch->moment, &day) &&
        day != writer->told->day) {
        return;
    }
    if (aside) note = text_of(aside);
    if (punch->flags & PUNCH_REVIEWED) note = explain_acceptance(writer, punch);
    made = add_punch(writer, found,
                     aside ? explain_say(writer, "rekaman", "punch")
                           : name_of_punch(writer, punch->moment));
    made->decides = !aside && decides(writer, punch->moment);
    made->detail = detail_of(writer, punch, note);
}

/* A doubtful punch that was decided: on the day it came, unless it counts on
 * that day anyway. */
static void tell_decided(void *visitor, const struct derived_punch *found)
{
    struct explain_writer *writer = visitor;
    const struct punch *punch = &found->punch;
    const struct review_row *row = review_find(&writer->picture->reviews, punch);

    if (!row || row->day != writer->told->day) return;
    if (row->review.decision == REVIEW_ACCEPTED && punch_day(&row->punch) == row->day) return;
    if (picture_resolve(writer->picture, punch) != writer->told->person) return;
    add_punch(writer, found, explain_say(writer, "rekaman", "punch"))->detail =
        detail_of(writer, punch, explain_review(writer, row));
}

static void tell_punches_of_pin(void *visitor, struct text pin)
{
    struct explain_writer *writer = visitor;
    int32_t day = writer->told->day;
    struct review_walk walk = {
        &writer->picture->reviews, writer->derived, day - 1, day + 1, tell_punch, writer};

    if (writer->rc == RC_OK) writer->rc = review_punches_of(&walk, pin);
    if (writer->rc != RC_OK || walk.reviews->count == 0) return;
    writer->rc = derived_punches_of(writer->derived, pin, day, day, tell_decided, writer);
}

enum rc explain_tell_punches(struct explain_writer *writer)
{
    directory_pins_of(writer->picture->directory, writer->told->person, tell_punches_of_pin,
                      writer);
    return writer->rc;
}
