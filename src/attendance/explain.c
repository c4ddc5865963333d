#include "attendance/explain_private.h"
#include "attendance/sheet.h"

enum { STEPS_MAX = 400 };

static const char *const kind_words[] = {
#define EXPLAIN(name, word) [EXPLAIN_##name] = (word),
#include "attendance/explain.def"
#undef EXPLAIN
};

const char *explain_kind_word(enum explain_kind kind)
{
    assert(kind < COUNT_OF(kind_words));
    return kind_words[kind];
}

const char *explain_say(const struct explain_writer *writer,
                        const char *indonesian,
                        const char *english)
{
    return writer->request->language == EXPLAIN_ENGLISH ? english : indonesian;
}

struct explain_step *explain_add(struct explain_writer *writer,
                                 enum explain_kind kind,
                                 struct text title)
{
    struct explain_step *made = &writer->steps[writer->count];

    if (writer->count < STEPS_MAX - 1) writer->count++;
    *made = (struct explain_step){.kind = kind, .title = title};
    return made;
}

struct text explain_clock(const struct explain_writer *writer, int64_t moment)
{
    int second = moment_second_of_day(moment);
    char mark = writer->request->language == EXPLAIN_ENGLISH ? ':' : '.';

    return arena_format(writer->mem, "%02d%c%02d", second / 3600, mark, second / 60 % 60);
}

struct text explain_exact_clock(const struct explain_writer *writer, int64_t moment)
{
    int second = moment_second_of_day(moment);
    char mark = writer->request->language == EXPLAIN_ENGLISH ? ':' : '.';

    return arena_format(writer->mem, "%02d%c%02d%c%02d", second / 3600, mark, second / 60 % 60,
                        mark, second % 60);
}

struct text explain_date(const struct explain_writer *writer, struct day day)
{
    static const char *const months[][2] = {
        {"Januari", "January"}, {"Februari", "February"}, {"Maret", "March"},
        {"April", "April"},     {"Mei", "May"},           {"Juni", "June"},
        {"Juli", "July"},       {"Agustus", "August"},    {"September", "September"},
        {"Oktober", "October"}, {"November", "November"}, {"Desember", "December"},
    };
    const char *const *month;

    if (!day_is_valid(day)) return text_of("?");
    month = months[day.month - 1];
    return arena_format(writer->mem, "%d %s %d", day.day_of_month,
                        month[writer->request->language == EXPLAIN_ENGLISH], day.year);
}

static void tell_agency(struct explain_writer *writer)
{
    const struct directory_agency *agency;

    if (writer->told->agency == NONE) {
        explain_add(
            writer, EXPLAIN_AGENCY,
            text_of(explain_say(writer, "Tidak aktif pada hari ini", "Not active on this day")));
        return;
    }
    agency = &writer->picture->directory->agencies[writer->told->agency];
    explain_add(writer, EXPLAIN_AGENCY, agency->name)->detail = arena_format(
        writer->mem,
        explain_say(writer, "Zona waktu " TEXT_FORMAT ".", "Time zone " TEXT_FORMAT "."),
        TEXT_ARGUMENT(agency->zone));
}

static void tell_calendar(struct explain_writer *writer)
{
    const struct calendar_answer *answer = &writer->told->duty.calendar;
    const char *title =
        explain_say(writer, "Hari kerja menurut kalender", "A working day by the calendar");
    struct explain_step *made;

    if (answer->kind == CALENDAR_HOLIDAY) {
        title = explain_say(writer, "Hari libur", "A public holiday");
    }
    if (answer->kind == CALENDAR_JOINT_LEAVE) {
        title = explain_say(writer, "Cuti bersama", "Joint leave");
    }
    if (answer->kind == CALENDAR_UNKNOWN) {
        title = explain_say(writer, "Kalender tahun ini belum ada",
                            "There is no calendar for this year");
    }
    made = explain_add(writer, EXPLAIN_CALENDAR, text_of(title));
    if (answer->entry) {
        made->source = answer->entry->decree;
        made->detail = arena_format(
            writer->mem,
            explain_say(writer, "Ditetapkan " TEXT_FORMAT ".", "Decided on " TEXT_FORMAT "."),
            TEXT_ARGUMENT(explain_date(writer, answer->entry->decided_on)));
    } else if (answer->kind == CALENDAR_WORKDAY) {
        made->detail =
            text_of(explain_say(writer, "Tidak ada keputusan yang meliburkan tanggal ini.",
                                "No decree frees this date."));
    }
    if (answer->against) {
        made->detail = arena_format(
            writer->mem,
            explain_say(writer, TEXT_FORMAT " Berbeda dengan " TEXT_FORMAT "; perlu verifikasi.",
                        TEXT_FORMAT " It differs from " TEXT_FORMAT "; to be verified."),
            TEXT_ARGUMENT(made->detail), TEXT_ARGUMENT(answer->against->decree));
    }
}

static void tell_pattern(struct explain_writer *writer)
{
    const struct duty *duty = &writer->told->duty;
    struct explain_step *made;

    if (duty->expects != DUTY_EXPECTS_WORK) {
        const char *reason = writer->request->language == EXPLAIN_ENGLISH
                                 ? duty_reason_english(duty->reason)
                                 : duty_reason_indonesian(duty->reason);

        made = explain_add(writer, EXPLAIN_PATTERN, text_of(reason));
    } else {
        made =
            explain_add(writer, EXPLAIN_PATTERN,
                        arena_format(writer->mem,
                                     explain_say(writer, "Jam kerja " TEXT_FORMAT "–" TEXT_FORMAT,
                                                 "Working hours " TEXT_FORMAT "–" TEXT_FORMAT),
                                     TEXT_ARGUMENT(explain_clock(writer, duty->start)),
                                     TEXT_ARGUMENT(explain_clock(writer, duty->end))));
        made->detail = arena_format(
            writer->mem,
            explain_say(writer, "Toleransi %d menit; terlambat dihitung sesudah " TEXT_FORMAT ".",
                        "Tolerance %d minutes; late after " TEXT_FORMAT "."),
            duty->tolerance_minutes,
            TEXT_ARGUMENT(
                explain_exact_clock(writer, duty->start + duty->tolerance_minutes * 60 + 59)));
    }
    if (duty->pattern) made->source = duty->pattern->decree;
    if (duty->roster_reference.bytes) made->source = duty->roster_reference;
}

static void tell_mode(struct explain_writer *writer)
{
    if (writer->told->duty.expects != DUTY_EXPECTS_WORK) return;
    explain_add(
        writer, EXPLAIN_MODE,
        text_of(
            writer->told->line.mode == MODE_WFH
                ? explain_say(writer, "Bekerja dari rumah (WFH)", "Works from home (WFH)")
                : explain_say(writer, "Bekerja dari kantor (WFO)", "Works at the office (WFO)")));
}

/* ---- verdict ---- */

static void tell_verdict(struct explain_writer *writer)
{
    const struct line *line = &writer->told->line;
    enum state state = (enum state)line->state;
    bool english = writer->request->language == EXPLAIN_ENGLISH;
    struct text title = text_of(english ? state_english(state) : state_indonesian(state));
    const char *because = english ? because_english((enum because)line->because)
                                  : because_indonesian((enum because)line->because);

    if (state == STATE_LATE) {
        title = arena_format(writer->mem,
                             explain_say(writer, "terlambat %d menit", "late by %d minutes"),
                             line->late_minutes);
    }
    explain_add(writer, EXPLAIN_VERDICT, title)->detail = arena_format(writer->mem, "%s.", because);
}

/* ---- together ---- */

static enum rc find_line(struct explain_writer *writer, struct coverage_map *coverage)
{
    struct sheet_context context = {.judge = writer->judge,
                                    .picture = writer->picture,
                                    .coverage = coverage,
                                    .derived = writer->derived,
                                    .now_ms = writer->request->now_ms,
                                    .received_until_ms = writer->picture->as_of_ms};

    return sheet_one_line(&context, writer->told->day, writer->told->person, &writer->told->line,
                          &writer->told->place);
}

enum rc explain_day(struct derived *derived,
                    const struct picture *picture,
                    const struct explain_request *request,
                    struct arena *mem,
                    struct explanation *out_explanation,
                    struct problem *why)
{
    CLEANUP(judge_free) struct judge *judge = judge_new(picture);
    CLEANUP(coverage_free) struct coverage_map *coverage = coverage_new(picture);
    struct explanation told = {
        .day = request->day, .person = directory_find_person(picture->directory, request->number)};
    struct explain_writer writer = {.derived = derived,
                                    .picture = picture,
                                    .request = request,
                                    .mem = mem,
                                    .judge = judge,
                                    .told = &told};

    if (told.person == NONE) {
        return problem_at(why, RC_NOT_FOUND, "person", "nobody has the number \"" TEXT_FORMAT "\"",
                          TEXT_ARGUMENT(request->number));
    }
    TRY(coverage_learn(coverage, derived));
    coverage_refresh(coverage, request->contact, request->contact_owner, request->now_ms);
    writer.steps = arena_array(mem, struct explain_step, STEPS_MAX);
    told.agency = directory_agency_of(picture->directory, told.person, request->day);
    if (!directory_is_active(picture->directory, told.person, request->day)) told.agency = NONE;
    judge_duty(judge, told.person, request->day, &told.duty);
    TRY(find_line(&writer, coverage));
    tell_calendar(&writer);
    tell_agency(&writer);
    tell_pattern(&writer);
    tell_mode(&writer);
    explain_tell_leave(&writer);
    TRY(explain_tell_punches(&writer));
    if (told.agency != NONE) {
        explain_tell_place(&writer);
        tell_verdict(&writer);
    }
    told.steps = writer.steps;
    told.step_count = writer.count;
    *out_explanation = told;
    return RC_OK;
}

void explain_write_text(const struct explanation *explanation,
                        const struct picture *picture,
                        struct buf *text)
{
    const struct directory_person *person = &picture->directory->people[explanation->person];

    buf_format(text, TEXT_FORMAT " (" TEXT_FORMAT "), %s\n", TEXT_ARGUMENT(person->name),
               TEXT_ARGUMENT(person->number), day_text(day_from_number(explanation->day)).s);
    for (size_t i = 0; i < explanation->step_count; i++) {
        const struct explain_step *step = &explanation->steps[i];

        buf_format(text, "%s " TEXT_FORMAT "\n", step->kind == EXPLAIN_VERDICT ? "=" : "-",
                   TEXT_ARGUMENT(step->title));
        if (step->detail.bytes) {
            buf_format(text, "    " TEXT_FORMAT "\n", TEXT_ARGUMENT(step->detail));
        }
        if (step->source.bytes && !text_equal(step->source, step->detail)) {
            buf_format(text, "    [" TEXT_FORMAT "]\n", TEXT_ARGUMENT(step->source));
        }
    }
}
