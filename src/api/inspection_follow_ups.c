/* The routes of follow-ups: who is unexplained, and which path an official chooses.
 *
 * Nobody is accused early: a path is proposed only for somebody whose day has ended
 * unexplained (rules/verdict.h); the list is empty before, and for people whom a
 * silent terminal leaves unknown.  Who was proposed and is explained since stays in
 * the list, so that the proposal is taken back by whoever made it.  Names are for
 * those who may answer for the agency (room_rights.h). */
#include "api/inspection_bodies.h"
#include "api/inspection_readings.h"
#include "api/inspection_seat.h"
#include "api/reply.h"

/* ---- what is said ---- */

struct choice_told {
    int64_t at_ms;
    struct text reason;
    struct text official;
    struct text author;
    int path;
};

static const struct record_field choice_fields[] = {
    SAY_INSTANT(struct choice_told, at, "When it was chosen."),
    SAY_WORD(struct choice_told, path, follow_up_path_choices, "Which path."),
    SAY_TEXT(struct choice_told, reason, "Why."),
    SAY_TEXT(struct choice_told, official, "The official who chose it."),
    SAY_TEXT(struct choice_told, author, "The account that entered it."),
};
static const struct record choice_record =
    RECORD_TOLD("InspectionFollowUpChoice", struct choice_told, choice_fields);

struct follow_up_told {
    struct text number;
    struct text name;
    struct text agency;
    struct text agency_name;
    struct text unit;
    struct text note;
    struct text answer;
    struct record_list choices;
    int kind;
    int state;
    int claim;
    int path;
    bool answer_hidden;
};

static const struct record_field follow_up_fields[] = {
    SAY_TEXT(struct follow_up_told, number, "Number of the person."),
    SAY_TEXT(struct follow_up_told, name, "Name."),
    SAY_TEXT(struct follow_up_told, agency, "Code of the agency of the roll call."),
    SAY_TEXT(struct follow_up_told, agency_name, "Its name."),
    SAY_TEXT(struct follow_up_told, unit, "Of which part of it."),
    SAY_WORD(struct follow_up_told, kind, person_kind_choices, "Kind of contract."),
    SAY_WORD(struct follow_up_told, state, state_choices, "How the day stands now."),
    SAY_WORD_OR_NULL(struct follow_up_told, claim, claim_choices, "The reason that was given."),
    SAY_TEXT(struct follow_up_told, note, "The note beside it."),
    SAY_TEXT(struct follow_up_told, answer, "What the person says to it."),
    SAY_BOOL(struct follow_up_told, answer_hidden, "It may speak of health: others read it."),
    SAY_WORD_OR_NULL(struct follow_up_told,
                     path,
                     follow_up_path_choices,
                     "The path that holds; null: none was chosen, or it was taken back."),
    SAY_LIST(struct follow_up_told, choices, &choice_record, "All that was chosen, in order."),
};
static const struct record follow_up_record =
    RECORD_TOLD("InspectionUnexplained", struct follow_up_told, follow_up_fields);

struct follow_ups_told {
    struct text inspection;
    struct record_list people;
};

static const struct record_field follow_ups_fields[] = {
    SAY_TEXT(struct follow_ups_told, inspection, "Its code."),
    SAY_LIST(struct follow_ups_told, people, &follow_up_record, "Who is unexplained."),
};
const struct record inspection_follow_ups_record =
    RECORD_TOLD("InspectionFollowUps", struct follow_ups_told, follow_ups_fields);

/* ---- who ---- */

struct gathering {
    const struct seat *seat;
    const struct directory *directory;
    struct reply_list people;
};

static struct record_list choices_of(const struct gathering *gathering, struct text person)
{
    const struct room *room = &gathering->seat->room;
    struct reply_list list = {.mem = gathering->people.mem,
                              .item_bytes = sizeof(struct choice_told)};

    for (size_t i = 0; i < room->act_count; i++) {
        const struct act *act = &room->acts[i].act;
        int path = FOLLOW_UP_NONE;

        if (act->act != ACT_FOLLOW_UP || !text_equal(act->person, person)) continue;
        IGNORE(record_choice_value(follow_up_path_choices, act->word, &path), "none was chosen");
        *(struct choice_told *)reply_list_add(&list) =
            (struct choice_told){room->acts[i].at_ms, act->said, act->name, act->author, path};
    }
    return reply_list_done(&list);
}

static int path_of(const struct roll_follow_up *follow_up)
{
    if (!follow_up || follow_up->path == FOLLOW_UP_WITHDRAWN) return -1;
    return (int)follow_up->path;
}

/* The agency of the roll call above a unit, that the reader may see; or ROLL_NOBODY. */
static int place_of(const struct gathering *gathering, int32_t unit)
{
    const struct seat *seat = gathering->seat;

    for (size_t i = 0; unit != NONE && i < seat->agency_count; i++) {
        int32_t agency = seat->agencies[i];

        if (agency == NONE || !directory_is_below(gathering->directory, unit, agency)) continue;
        return room_may_answer_for(&seat->rights, agency) ? (int)i : ROLL_NOBODY;
    }
    return ROLL_NOBODY;
}

static void add_person(struct gathering *gathering,
                       const struct directory_person *who,
                       int32_t unit,
                       int place,
                       int state)
{
    const struct roll_call *call = &gathering->seat->room.call;
    const struct roll_claim *claim = roll_claim_of(call, who->number);
    const struct roll_words *reply = roll_reply_of(call, who->number);
    bool hidden = reply && !room_may_read_answer(&gathering->seat->rights, claim);

    *(struct follow_up_told *)reply_list_add(&gathering->people) = (struct follow_up_told){
        .number = who->number,
        .name = who->name,
        .agency = call->agencies[place].code,
        .agency_name = call->agencies[place].name,
        .unit = gathering->directory->agencies[unit].name,
        .note = claim ? claim->note : TEXT(""),
        .answer = reply && !hidden ? reply->said : TEXT(""),
        .choices = choices_of(gathering, who->number),
        .kind = (int)who->kind,
        .state = state,
        .claim = claim ? (int)claim->claim : -1,
        .path = path_of(roll_follow_up_of(call, who->number)),
        .answer_hidden = hidden,
    };
}

static void add_line(void *visitor, int32_t person, const struct line *line)
{
    struct gathering *gathering = visitor;
    const struct directory *directory = gathering->directory;
    const struct inspection *plan = &gathering->seat->room.plan;
    const struct directory_person *who;
    int32_t unit;
    int place;

    if (person < 0 || (size_t)person >= directory->person_count) return;
    who = &directory->people[person];
    if (line->state != STATE_UNEXPLAINED &&
        path_of(roll_follow_up_of(&gathering->seat->room.call, who->number)) < 0) {
        return;
    }
    if (!group_has((enum people_group)plan->groups, who->kind)) return;
    unit = directory_agency_of(directory, person, day_number(plan->day));
    place = place_of(gathering, unit);
    if (place != ROLL_NOBODY) add_person(gathering, who, unit, place, line->state);
}

/* Nobody while the session goes on. */
static enum rc gather(struct http_request *request,
                      const struct seat *seat,
                      struct record_list *out_people)
{
    int32_t day = day_number(seat->room.plan.day);
    struct gathering gathering = {
        .seat = seat,
        .directory = seat->snapshot->picture->directory,
        .people = {.mem = request->mem, .item_bytes = sizeof(struct follow_up_told)},
    };

    TRY(api_wait_for_board(api_of(request), day, day));
    if (seat->room.call.state == SESSION_CLOSED) {
        TRY(derived_lines(seat->reader->derived, day, add_line, &gathering));
    }
    *out_people = reply_list_done(&gathering.people);
    return RC_OK;
}

static enum rc tell(struct http_request *request, const struct seat *seat)
{
    struct follow_ups_told told = {.inspection = seat->room.plan.inspection};

    TRY(gather(request, seat, &told.people));
    api_reply(request, &inspection_follow_ups_record, &told,
              seat->snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

static enum rc give(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(seat_take(request, &seat));
    TRY(seat_may_look(request, &seat));
    return tell(request, &seat);
}

enum rc list_follow_ups(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct name_reading *reading = NULL;

    TRY(seat_take(request, &seat));
    TRY(seat_may_look(request, &seat));
    TRY(names_to_note(request, &seat, NAME_READING_FOLLOW_UPS, TEXT(""), &reading));
    if (reading) return api_perform(request, &name_reading_command, reading, give);
    return tell(request, &seat);
}

/* ---- choosing ---- */

static const struct follow_up_told *find_person(struct record_list people, struct text number)
{
    const struct follow_up_told *all = people.items;

    for (size_t i = 0; i < people.count; i++) {
        if (text_equal(all[i].number, number)) return &all[i];
    }
    return NULL;
}

/* A path for somebody unexplained; taking back, where there is something. */
static enum rc check_person(struct http_request *request,
                            const struct follow_up_told *person,
                            struct text number,
                            int path)
{
    if (!person) {
        return problem_at(&request->why, RC_CONFLICT, "numbers",
                          "\"" TEXT_FORMAT "\" is not unexplained on this day",
                          TEXT_ARGUMENT(number));
    }
    if (path == FOLLOW_UP_WITHDRAWN ? person->path >= 0 : person->state == STATE_UNEXPLAINED) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_CONFLICT, "numbers",
                      path == FOLLOW_UP_WITHDRAWN ? "nothing is proposed for \"" TEXT_FORMAT "\""
                                                  : "\"" TEXT_FORMAT
                                                    "\" is not unexplained on this day",
                      TEXT_ARGUMENT(number));
}

/* The official chooses the path with a reason; nothing is imposed by it. */
enum rc propose_follow_ups(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    struct record_list people = {NULL, 0};
    const struct text *numbers;
    struct follow_up_body body;

    TRY(api_body(request, &follow_up_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    TRY(gather(request, &seat, &people));
    numbers = body.numbers.items;
    acting->acts = arena_array(request->mem, struct act, body.numbers.count + 1);
    acting->act_count = body.numbers.count;
    for (size_t i = 0; i < body.numbers.count; i++) {
        const struct follow_up_told *person = find_person(people, numbers[i]);
        struct act *act = &acting->acts[i];

        TRY(check_person(request, person, numbers[i], body.path));
        *act = act_of(seat.room.plan.inspection, ACT_FOLLOW_UP, person->agency);
        act->person = numbers[i];
        act->word = text_of(record_choice_word(follow_up_path_choices, body.path));
        act->said = body.reason;
        act->name = body.official;
    }
    return seat_act_and_show(request, &seat, acting, give);
}
