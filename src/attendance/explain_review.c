#include "attendance/explain_private.h"

/* "oleh opd.d1: mesin kehilangan jam" */
static struct text decided_by(const struct explain_writer *writer, const struct review *review)
{
    struct text author = review->author;

    if (author.bytes == 0) {
        author = text_of(explain_say(writer, "baris perintah", "the command line"));
    }
    return arena_format(writer->mem,
                        explain_say(writer, "oleh " TEXT_FORMAT ": \"" TEXT_FORMAT "\"",
                                    "by " TEXT_FORMAT ": \"" TEXT_FORMAT "\""),
                        TEXT_ARGUMENT(author), TEXT_ARGUMENT(review->reason));
}

static struct text day_and_clock(const struct explain_writer *writer, int64_t moment)
{
    return arena_format(writer->mem, TEXT_FORMAT ", " TEXT_FORMAT,
                        TEXT_ARGUMENT(explain_date(writer, moment_day(moment))),
                        TEXT_ARGUMENT(explain_exact_clock(writer, moment)));
}

struct text explain_review(const struct explain_writer *writer, const struct review_row *row)
{
    struct text by = decided_by(writer, &row->review);

    if (row->review.decision == REVIEW_REFUSED) {
        return arena_format(writer->mem,
                            explain_say(writer, "Jam mesin meragukan; ditolak " TEXT_FORMAT ".",
                                        "The terminal's clock is doubtful; refused " TEXT_FORMAT
                                        "."),
                            TEXT_ARGUMENT(by));
    }
    return arena_format(
        writer->mem,
        explain_say(
            writer, "Jam mesin meragukan; diterima sebagai " TEXT_FORMAT " " TEXT_FORMAT ".",
            "The terminal's clock is doubtful; accepted as " TEXT_FORMAT " " TEXT_FORMAT "."),
        TEXT_ARGUMENT(day_and_clock(writer, row->punch.moment)), TEXT_ARGUMENT(by));
}

struct text explain_acceptance(const struct explain_writer *writer, const struct punch *punch)
{
    const struct review_row *row = review_of_accepted(&writer->picture->reviews, punch);

    if (!row) return (struct text){NULL, 0};
    return arena_format(
        writer->mem,
        explain_say(
            writer, "Jam mesin menunjukkan " TEXT_FORMAT "; waktu ditetapkan " TEXT_FORMAT ".",
            "The terminal's clock showed " TEXT_FORMAT "; the time was set " TEXT_FORMAT "."),
        TEXT_ARGUMENT(day_and_clock(writer, row->moment)),
        TEXT_ARGUMENT(decided_by(writer, &row->review)));
}
