/* explain_private.h - what the parts of an explanation share; included by explain*.c.
 *
 *   explain.c         the steps in their order, the verdict
 *   explain_leave.c   what excuses the day
 *   explain_punch.c   punches
 *   explain_review.c  what was decided about doubtful ones
 *   explain_place.c   the terminals of the place */
#pragma once

#include "attendance/explain.h"

struct explain_writer {
    struct derived *derived;
    const struct picture *picture;
    const struct explain_request *request;
    struct arena *mem;
    struct judge *judge;
    struct explanation *told;
    struct explain_step *steps;
    size_t count;
    enum rc rc; /* of reading punches */
};

/* Choose the sentence of the reader's language. */
const char *explain_say(const struct explain_writer *writer,
                        const char *indonesian,
                        const char *english) FORMAT_ARGUMENT(2) FORMAT_ARGUMENT(3);

/* One more step; beyond the last there is room for no more, and it is written over. */
struct explain_step *explain_add(struct explain_writer *writer,
                                 enum explain_kind kind,
                                 struct text title);

/* "22 Februari 2021", "22 February 2021" */
struct text explain_date(const struct explain_writer *writer, struct day day);

/* "07.30", as clocks are written in Indonesian; "07:30" in English. */
struct text explain_clock(const struct explain_writer *writer, int64_t moment);

void explain_tell_leave(struct explain_writer *writer);
/* "07.31.04", as clocks are written in Indonesian; "07:31:04" in English. */
struct text explain_exact_clock(const struct explain_writer *writer, int64_t moment);

/* Every punch that was looked at, also those that decide nothing, and why. */
enum rc explain_tell_punches(struct explain_writer *writer) NODISCARD;

/* Who decided what about a doubtful punch, and why; of an accepted one, also
 * what the terminal's clock showed. */
struct text explain_review(const struct explain_writer *writer, const struct review_row *row);
struct text explain_acceptance(const struct explain_writer *writer, const struct punch *punch);

/* "Kantor Lurah Legok, lobi (SN-1)": what people call the terminal, or where it
 * stood that day; of one that nobody knows the serial number alone. */
struct text explain_terminal(const struct explain_writer *writer, struct text serial, int32_t day);

/* Which terminals stood at the place on that day, since when, and what they kept
 * unknown. */
void explain_tell_place(struct explain_writer *writer);
