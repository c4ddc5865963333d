/* What excuses the day, and what once did. */
#include "attendance/explain_private.h"

static const char *leave_words(const struct explain_writer *writer, enum leave leave)
{
    enum state state = leave_state(leave);

    return writer->request->language == EXPLAIN_ENGLISH ? state_english(state)
                                                        : state_indonesian(state);
}

/* Whoever once was excused is told who changed that, and when. */
static void tell_withdrawal(struct explain_writer *writer)
{
    const struct directory *directory = writer->picture->directory;
    const struct directory_withdrawal *withdrawal =
        directory_withdrawal_on(directory, writer->told->person, writer->told->day);
    int offset = writer->told->agency == NONE
                     ? directory->offset_minutes
                     : directory->agencies[writer->told->agency].offset_minutes;
    struct explain_step *made;
    struct text who;
    int64_t at;

    if (!withdrawal) return;
    at = moment_at(withdrawal->at_ms, offset);
    who = withdrawal->author.bytes
              ? withdrawal->author
              : text_of(explain_say(writer, "baris perintah", "the command line"));
    made =
        explain_add(writer, EXPLAIN_LEAVE,
                    arena_format(writer->mem, explain_say(writer, "%s dicabut", "%s was withdrawn"),
                                 leave_words(writer, withdrawal->kind)));
    made->detail =
        arena_format(writer->mem,
                     explain_say(writer,
                                 "Dicabut tanggal " TEXT_FORMAT " pukul " TEXT_FORMAT
                                 " oleh " TEXT_FORMAT "; semula sampai " TEXT_FORMAT ".",
                                 "Withdrawn on " TEXT_FORMAT " at " TEXT_FORMAT " by " TEXT_FORMAT
                                 "; it had lasted until " TEXT_FORMAT "."),
                     TEXT_ARGUMENT(explain_date(writer, moment_day(at))),
                     TEXT_ARGUMENT(explain_clock(writer, at)), TEXT_ARGUMENT(who),
                     TEXT_ARGUMENT(explain_date(writer, day_from_number(withdrawal->to))));
    made->source = withdrawal->reference;
}

void explain_tell_leave(struct explain_writer *writer)
{
    const struct duty *duty = &writer->told->duty;

    if (duty->leave == LEAVE_NONE) {
        explain_add(writer, EXPLAIN_LEAVE,
                    text_of(explain_say(writer, "Tidak ada cuti, izin, atau tugas luar",
                                        "No leave, permit or duty travel")));
    } else {
        explain_add(writer, EXPLAIN_LEAVE, text_of(leave_words(writer, duty->leave)))->source =
            duty->leave_reference;
    }
    tell_withdrawal(writer);
}
