#include "api/reply.h"
#include "attendance/explain.h"
#include "devices/verify_table.h"
#include "people/person_kind.h"

/* ---- what is said ---- */

enum doubt { DOUBT_TIME, DOUBT_BACKLOG };

static const struct record_choice doubts[] = {{"time", DOUBT_TIME},
                                              {"backlog", DOUBT_BACKLOG},
                                              {NULL, 0}};

struct day_punch {
    int64_t position;
    struct text terminal;
    struct text pin;
    struct text local_time;
    int64_t received_at_ms;
    int offset_minutes;
    struct text raw;
    enum method method;
    struct text direction;
    unsigned flags;
};

static const struct record_field punch_fields[] = {
    SAY_INT(struct day_punch, position, "In the log."),
    SAY_TEXT(struct day_punch, terminal, "Serial number."),
    SAY_TEXT(struct day_punch, pin, "What the terminal calls the person."),
    SAY_TEXT(struct day_punch, local_time, "The terminal's wall clock."),
    SAY_INSTANT(struct day_punch, received_at, "When it arrived."),
    SAY_TEXT(struct day_punch, raw, "The row as it came: PIN, time, direction, verify code."),
    SAY_WORD(struct day_punch, method, method_choices, "How the person was recognised."),
    SAY_TEXT(struct day_punch, direction, "The key that was pressed, or empty."),
    SAY_WORDS(struct day_punch, flags, doubts, "What is doubtful about it."),
};
static const struct record punch_record =
    RECORD_ZONED("DayPunch", struct day_punch, punch_fields, offset_minutes);

static const struct record_choice step_kinds[] = {
#define EXPLAIN(name, word) {word, EXPLAIN_##name},
#include "attendance/explain.def"
#undef EXPLAIN
    {NULL, 0},
};

struct day_step {
    enum explain_kind kind;
    struct text title;
    struct text detail;
    struct text source;
    struct text at;
    bool decides;
    struct day_punch punch;
};

static const struct record_field step_fields[] = {
    SAY_WORD(struct day_step, kind, step_kinds, "What the step looks at."),
    SAY_TEXT(struct day_step, title, "In a few words."),
    SAY_TEXT(struct day_step, detail, "In a sentence."),
    SAY_TEXT_IF(struct day_step, source, "Decree or reference."),
    SAY_TEXT_IF(struct day_step, at, "Of a punch: the time on the terminal's clock."),
    SAY_BOOL(struct day_step, decides, "It is a punch, and the first in or last out."),
    RECORD_RECORD(struct day_step, punch, RECORD_OPTIONAL, &punch_record, .about = "The punch."),
};
static const struct record step_record = RECORD_TOLD("DayStep", struct day_step, step_fields);

struct day_person {
    struct text number;
    struct text name;
    enum person_kind kind;
    struct text position;
    struct agency_name agency;
};

static const struct record_field person_fields[] = {
    SAY_TEXT(struct day_person, number, "NIP, NI PPPK or another number."),
    SAY_TEXT(struct day_person, name, "Full name."),
    SAY_WORD(struct day_person, kind, person_kind_choices, "Kind of contract."),
    SAY_TEXT(struct day_person, position, "What they do."),
    SAY_RECORD(struct day_person, agency, &agency_name_record, "Empty names: on no roster."),
};
static const struct record person_record =
    RECORD_TOLD("DayPerson", struct day_person, person_fields);

struct day_window {
    int from_second;
    int to_second;
    int start_second;
    int end_second;
};

static const struct record_field window_fields[] = {
    SAY_CLOCK(struct day_window, from, "Punches count from here"),
    SAY_CLOCK(struct day_window, to, "... to here."),
    SAY_CLOCK(struct day_window, start, "The hours begin."),
    SAY_CLOCK(struct day_window, end, "The hours end."),
};
static const struct record window_record =
    RECORD_TOLD("DayWindow", struct day_window, window_fields);

struct day_note {
    enum flag kind;
    struct text text;
};

static const struct record_field note_fields[] = {
    SAY_WORD(struct day_note, kind, flag_choices, "The flag."),
    SAY_TEXT(struct day_note, text, "What it means, in the reader's language."),
};
static const struct record note_record = RECORD_TOLD("DayNote", struct day_note, note_fields);

struct day_reply {
    struct day_person person;
    struct day day;
    int state;
    enum mode mode;
    unsigned flags;
    int late_minutes;
    int early_minutes;
    int first_in_second;
    int last_out_second;
    struct day_window window;
    struct record_list steps;
    struct record_list notes;
};

static const struct record_field day_fields[] = {
    SAY_RECORD(struct day_reply, person, &person_record, "Whose day it is."),
    SAY_DAY(struct day_reply, day, "The day."),
    SAY_WORD_OR_NULL(struct day_reply, state, state_choices, "Null: on no roster that day."),
    SAY_WORD(struct day_reply, mode, mode_choices, "Where the duty is done."),
    SAY_WORDS(struct day_reply, flags, flag_choices, "What stands beside the state."),
    SAY_INT(struct day_reply, late_minutes, "After the limit."),
    SAY_INT(struct day_reply, early_minutes, "Before the end."),
    SAY_TIME_OR_NULL(struct day_reply, first_in, "First record of arrival."),
    SAY_TIME_OR_NULL(struct day_reply, last_out, "Last record of leaving."),
    RECORD_RECORD(struct day_reply,
                  window,
                  RECORD_NULLABLE,
                  &window_record,
                  .about = "Null: no work is expected."),
    SAY_LIST(struct day_reply, steps, &step_record, "What led to the verdict, in order."),
    SAY_LIST(struct day_reply, notes, &note_record, "The flags in words."),
};
const struct record day_reply_record = RECORD_TOLD("Day", struct day_reply, day_fields);

/* ---- filling ---- */

static const char *direction_word(int status)
{
    static const char *const words[] = {"in",       "out",         "break_out",
                                        "break_in", "overtime_in", "overtime_out"};

    return status >= 0 && (size_t)status < COUNT_OF(words) ? words[status] : "";
}

/* What a punch is shown by. */
struct light {
    struct http_request *request;
    const struct picture *picture;
    struct verify_table verify;
};

static struct day_punch punch_of(const struct light *light, const struct derived_punch *found)
{
    const struct picture *picture = light->picture;
    const struct punch *punch = &found->punch;
    struct arena *mem = light->request->mem;
    int32_t terminal = picture_find_terminal(picture, punch->terminal);
    struct text model = terminal == NONE ? TEXT("") : picture->terminals[terminal].model;
    struct moment_text moment = moment_text(punch->moment);

    return (struct day_punch){
        .position = found->position,
        .terminal = punch->terminal,
        .pin = punch->pin,
        .local_time = arena_text(mem, text_of(moment.s)),
        .received_at_ms = punch->received_at_ms,
        .offset_minutes = punch->offset_minutes,
        .raw = arena_format(mem, TEXT_FORMAT "\t%s\t%d\t%d", TEXT_ARGUMENT(punch->pin), moment.s,
                            punch->status, punch->verify),
        .method = verify_table_method(&light->verify, model, punch->verify),
        .direction = text_of(direction_word(punch->status)),
        .flags = (punch->flags & PUNCH_TIME ? 1u << DOUBT_TIME : 0) |
                 (punch->flags & PUNCH_BACKLOG ? 1u << DOUBT_BACKLOG : 0),
    };
}

static struct day_step step_of(const struct light *light, const struct explain_step *step)
{
    struct day_step told = {.kind = step->kind,
                            .title = step->title,
                            .detail = step->detail,
                            .source = step->source.bytes ? step->source : (struct text){NULL, 0}};

    if (!step->punch) return told;
    told.decides = step->decides;
    told.punch = punch_of(light, step->punch);
    told.at = told.punch.local_time;
    text_cut(&told.at, ' ');
    return told;
}

static struct record_list steps_of(const struct light *light, const struct explanation *told)
{
    struct day_step *steps = arena_array(light->request->mem, struct day_step, told->step_count);

    for (size_t i = 0; i < told->step_count; i++) {
        steps[i] = step_of(light, &told->steps[i]);
    }
    return (struct record_list){steps, told->step_count};
}

static struct day_person person_of(const struct picture *picture, const struct explanation *told)
{
    const struct directory *directory = picture->directory;
    const struct directory_person *person = &directory->people[told->person];
    struct day_person reply = {.number = person->number,
                               .name = person->name,
                               .kind = person->kind,
                               .position = person->position};

    if (told->agency != NONE) {
        reply.agency = (struct agency_name){directory->agencies[told->agency].code,
                                            directory->agencies[told->agency].name};
    }
    return reply;
}

static struct day_window window_of(const struct duty *duty)
{
    if (duty->expects != DUTY_EXPECTS_WORK) return (struct day_window){0};
    return (struct day_window){moment_second_of_day(duty->window_from),
                               moment_second_of_day(duty->window_to),
                               moment_second_of_day(duty->start), moment_second_of_day(duty->end)};
}

static struct record_list notes_of(const struct light *light, unsigned flags)
{
    struct reply_list notes = {.mem = light->request->mem, .item_bytes = sizeof(struct day_note)};
    bool english = api_wants_english(light->request);

    for (int i = 0; i < FLAG_COUNT; i++) {
        enum flag flag = (enum flag)i;

        if (!(flags & (1u << i))) continue;
        *(struct day_note *)reply_list_add(&notes) =
            (struct day_note){flag, text_of(english ? flag_english(flag) : flag_indonesian(flag))};
    }
    return reply_list_done(&notes);
}

static void reply_explanation(const struct light *light, const struct explanation *told)
{
    struct day_reply reply = {
        .person = person_of(light->picture, told),
        .day = day_from_number(told->day),
        .state = told->agency == NONE ? -1 : (int)told->line.state,
        .mode = (enum mode)told->line.mode,
        .flags = told->line.flags,
        .late_minutes = told->line.late_minutes,
        .early_minutes = told->line.early_minutes,
        .first_in_second = reply_second(told->line.first_in),
        .last_out_second = reply_second(told->line.last_out),
        .window = window_of(&told->duty),
        .steps = steps_of(light, told),
        .notes = notes_of(light, told->line.flags),
    };

    api_reply(light->request, &day_reply_record, &reply, 0);
}

enum rc show_day(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct explain_request asked = {.number = request->parameters[0],
                                    .now_ms = api_now_ms(api),
                                    .language = api_wants_english(request) ? EXPLAIN_ENGLISH
                                                                           : EXPLAIN_INDONESIAN,
                                    .contact = terminal_book_contact,
                                    .contact_owner = api->options.terminals};
    struct explanation told;
    struct light light = {.request = request};
    int32_t person;

    TRY(api_day(request, request->parameters[1], "day", &asked.day));
    TRY(api_wait_for_board(api, asked.day, asked.day));
    TRY(api_snapshot(api, &snapshot));
    person = directory_find_person(snapshot->picture->directory, asked.number);
    if (person != NONE &&
        !identity_may_read_person(api_identity(request), snapshot->picture->directory, person,
                                  asked.day)) {
        return problem_at(&request->why, RC_FORBIDDEN, "number",
                          "this person is outside of what you may see");
    }
    TRY(api_borrow(api, &reader));
    light.picture = snapshot->picture;
    TRY(verify_table_load(reader->facts, api->options.government, request->mem, &light.verify));
    TRY(explain_day(reader->derived, snapshot->picture, &asked, request->mem, &told,
                    &request->why));
    reply_explanation(&light, &told);
    return RC_OK;
}
