#include "api/api_private.h"
#include "attendance/explain.h"
#include "devices/verify_table.h"

static const char *direction_word(int status)
{
    static const char *const words[] = {"in",       "out",         "break_out",
                                        "break_in", "overtime_in", "overtime_out"};

    return status >= 0 && (size_t)status < COUNT_OF(words) ? words[status] : "";
}

/* What a punch is shown by. */
struct light {
    const struct picture *picture;
    struct verify_table verify;
};

static void write_punch(struct json_write *json,
                        const struct light *light,
                        const struct derived_punch *found)
{
    const struct picture *picture = light->picture;
    const struct punch *punch = &found->punch;
    int32_t terminal = picture_find_terminal(picture, punch->terminal);
    struct text model = terminal == NONE ? TEXT("") : picture->terminals[terminal].model;

    json_write_object(json, "punch");
    json_write_int(json, "position", found->position);
    json_write_text(json, "terminal", punch->terminal);
    json_write_text(json, "pin", punch->pin);
    json_write_cstr(json, "local_time", moment_text(punch->moment).s);
    json_write_instant(json, "received_at", punch->received_at_ms, punch->offset_minutes);
    json_write_format(json, "raw", TEXT_FORMAT "\t%s\t%d\t%d", TEXT_ARGUMENT(punch->pin),
                      moment_text(punch->moment).s, punch->status, punch->verify);
    json_write_cstr(json, "method",
                    method_word(verify_table_method(&light->verify, model, punch->verify)));
    json_write_cstr(json, "direction", direction_word(punch->status));
    json_write_array(json, "flags");
    if (punch->flags & PUNCH_TIME) json_write_cstr(json, NULL, "time");
    if (punch->flags & PUNCH_BACKLOG) json_write_cstr(json, NULL, "backlog");
    json_write_end(json);
    json_write_end(json);
}

static void write_step(struct json_write *json,
                       const struct light *light,
                       const struct explain_step *step)
{
    json_write_object(json, NULL);
    json_write_cstr(json, "kind", explain_kind_word(step->kind));
    json_write_text(json, "title", step->title);
    json_write_text(json, "detail", step->detail);
    if (step->source.bytes) json_write_text(json, "source", step->source);
    if (step->punch) {
        json_write_bool(json, "decides", step->decides);
        json_write_format(json, "at", "%s",
                          moment_text(step->punch->punch.moment).s + DAY_TEXT_BYTES + 1);
        write_punch(json, light, step->punch);
    }
    json_write_end(json);
}

static void write_person(struct json_write *json,
                         const struct picture *picture,
                         const struct explanation *told)
{
    const struct directory_person *person = &picture->directory->people[told->person];

    json_write_object(json, "person");
    json_write_text(json, "number", person->number);
    json_write_text(json, "name", person->name);
    json_write_cstr(json, "kind", person_kind_word(person->kind));
    json_write_text(json, "position", person->position);
    json_write_object(json, "agency");
    json_write_text(json, "code",
                    told->agency == NONE ? TEXT("")
                                         : picture->directory->agencies[told->agency].code);
    json_write_text(json, "name",
                    told->agency == NONE ? TEXT("")
                                         : picture->directory->agencies[told->agency].name);
    json_write_end(json);
    json_write_end(json);
}

static void write_moment(struct json_write *json, const char *key, int64_t moment)
{
    int second = moment_second_of_day(moment);

    json_write_format(json, key, "%02d:%02d", second / 3600, second / 60 % 60);
}

static void write_window(struct json_write *json, const struct duty *duty)
{
    if (duty->expects != DUTY_EXPECTS_WORK) {
        json_write_null(json, "window");
        return;
    }
    json_write_object(json, "window");
    write_moment(json, "from", duty->window_from);
    write_moment(json, "to", duty->window_to);
    write_moment(json, "start", duty->start);
    write_moment(json, "end", duty->end);
    json_write_end(json);
}

static void write_second(struct json_write *json, const char *key, int32_t second)
{
    json_write_time(json, key,
                    second == LINE_NONE
                        ? -1
                        : ((second % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY);
}

static void write_notes(struct json_write *json, const struct explanation *told, bool english)
{
    json_write_array(json, "notes");
    for (int flag = 0; flag < FLAG_COUNT; flag++) {
        if (!(told->line.flags & (1u << flag))) continue;
        json_write_object(json, NULL);
        json_write_cstr(json, "kind", flag_word((enum flag)flag));
        json_write_cstr(json, "text",
                        english ? flag_english((enum flag)flag) : flag_indonesian((enum flag)flag));
        json_write_end(json);
    }
    json_write_end(json);
}

static void write_explanation(struct http_request *request,
                              const struct light *light,
                              const struct explanation *told)
{
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    write_person(json, light->picture, told);
    json_write_day(json, "day", day_from_number(told->day));
    json_write_cstr(json, "state",
                    told->agency == NONE ? NULL : state_word((enum state)told->line.state));
    json_write_cstr(json, "mode", mode_word((enum mode)told->line.mode));
    json_write_array(json, "flags");
    for (int flag = 0; flag < FLAG_COUNT; flag++) {
        if (told->line.flags & (1u << flag)) {
            json_write_cstr(json, NULL, flag_word((enum flag)flag));
        }
    }
    json_write_end(json);
    json_write_int(json, "late_minutes", told->line.late_minutes);
    json_write_int(json, "early_minutes", told->line.early_minutes);
    write_second(json, "first_in", told->line.first_in);
    write_second(json, "last_out", told->line.last_out);
    write_window(json, &told->duty);
    json_write_array(json, "steps");
    for (size_t i = 0; i < told->step_count; i++) {
        write_step(json, light, &told->steps[i]);
    }
    json_write_end(json);
    write_notes(json, told, api_wants_english(request));
    json_write_end(json);
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
    struct light light;
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
    write_explanation(request, &light, &told);
    return RC_OK;
}
