/* The recording of an inspection, for the leader and the team: its films, who is
 * in them, who had the floor when, and the roll call as chapters. */
#include "api/inspection_readings.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "api/rooms.h"
#include "inspection/chapter.h"
#include "inspection/recorded.h"

/* ---- what is said ---- */

enum recording_state {
    RECORDING_NONE,
    RECORDING_RUNNING,
    RECORDING_WAITING,
    RECORDING_MAKING,
    RECORDING_READY,
    RECORDING_FAILED,
    RECORDING_REMOVED,
};

static const struct record_choice state_words[] = {
    {"none", RECORDING_NONE},       {"running", RECORDING_RUNNING},
    {"waiting", RECORDING_WAITING}, {"making", RECORDING_MAKING},
    {"ready", RECORDING_READY},     {"failed", RECORDING_FAILED},
    {"removed", RECORDING_REMOVED}, {NULL, 0},
};

struct person_told {
    struct text member;
    struct text name;
    struct text role;
    struct text agency;
};

static const struct record_field person_fields[] = {
    SAY_TEXT(struct person_told, member, "What films and floor call this member."),
    SAY_TEXT(struct person_told, name, "As others saw him."),
    SAY_TEXT(struct person_told, role, "What he was in the room."),
    SAY_TEXT(struct person_told, agency, "Code of the agency he spoke for; else empty."),
};
static const struct record person_record =
    RECORD_TOLD("RecordedMember", struct person_told, person_fields);

struct film_told {
    struct text film;
    struct text member;
    struct text medium;
    int64_t from;
    int64_t lasts;
    int64_t bytes;
    int rotation;
};

static const struct record_field film_fields[] = {
    SAY_TEXT(struct film_told, film, "Its name: the last part of its address."),
    SAY_TEXT(struct film_told, member, "Whose sound or picture."),
    SAY_TEXT(struct film_told, medium, "sound, picture or screen."),
    SAY_INT(struct film_told, from, "Milliseconds from the beginning of the recording."),
    SAY_INT(struct film_told, lasts, "Milliseconds."),
    SAY_INT(struct film_told, bytes, "Its size."),
    SAY_INT(struct film_told, rotation, "Turn it so many degrees clockwise to see it upright."),
};
static const struct record film_record = RECORD_TOLD("Film", struct film_told, film_fields);

struct floor_told {
    struct text member;
    int64_t from;
};

static const struct record_field floor_fields[] = {
    SAY_TEXT(struct floor_told, member, "Who had the floor from here on; empty: nobody."),
    SAY_INT(struct floor_told, from, "Milliseconds from the beginning of the recording."),
};
static const struct record floor_record =
    RECORD_TOLD("RecordedFloor", struct floor_told, floor_fields);

struct chapter_told {
    struct text agency;
    struct text by;
    struct text post;
    int64_t from;
    int64_t called_at_ms;
    int64_t answered_at_ms;
    int64_t stated_at_ms;
    int64_t ended_at_ms;
    int state;
};

static const struct record_field chapter_fields[] = {
    SAY_TEXT(struct chapter_told, agency, "Code of the agency that was called."),
    SAY_INT(struct chapter_told,
            from,
            "Milliseconds from the beginning of the recording; below 0: before it."),
    SAY_INSTANT(struct chapter_told, called_at, "When it was called."),
    SAY_INSTANT_OR_NULL(struct chapter_told, answered_at, "When somebody answered."),
    SAY_INSTANT_OR_NULL(struct chapter_told, stated_at, "When figures were stated."),
    SAY_INSTANT_OR_NULL(struct chapter_told, ended_at, "When the call ended."),
    SAY_WORD(struct chapter_told, state, roll_state_choices, "How it ended."),
    SAY_TEXT(struct chapter_told, by, "Who answered; empty: nobody."),
    SAY_TEXT(struct chapter_told, post, "As what."),
};
static const struct record chapter_record =
    RECORD_TOLD("RecordingChapter", struct chapter_told, chapter_fields);

struct recording_told {
    struct text inspection;
    struct record_list periods;
    struct record_list members;
    struct record_list films;
    struct record_list floor;
    struct record_list chapters;
    int64_t begins_at_ms;
    int64_t lasts;
    int64_t films_waiting;
    int64_t films_failed;
    struct day kept_to;
    int keep_days;
    int state;
    bool keep_is_usual;
    bool can_make;
};

static const struct record_field recording_fields[] = {
    SAY_TEXT(struct recording_told, inspection, "Code of the inspection."),
    SAY_WORD(struct recording_told,
             state,
             state_words,
             "none; running: it is recorded now; waiting: films are made when the room is over; "
             "making: some are made yet; ready; failed: of nothing could one be made; removed "
             "after its days."),
    SAY_INSTANT_OR_NULL(struct recording_told, begins_at, "When the first film begins."),
    SAY_INT(struct recording_told, lasts, "Milliseconds to the end of the last film."),
    SAY_INT(struct recording_told, films_waiting, "How many films are still to be made."),
    SAY_INT(struct recording_told, films_failed, "Of how many files none could be made."),
    SAY_BOOL(struct recording_told, can_make, "The program that makes films is installed."),
    SAY_INT(struct recording_told, keep_days, "For how many days recordings are kept."),
    SAY_BOOL(struct recording_told,
             keep_is_usual,
             "That is the program's own proposal: no regulation names it, nobody decided it."),
    SAY_DAY_OR_NULL(struct recording_told, kept_to, "The last day on which it is kept."),
    SAY_LIST(struct recording_told, periods, &recorded_period_record, "From when to when; facts."),
    SAY_LIST(struct recording_told, members, &person_record, "Who is in it."),
    SAY_LIST(struct recording_told, films, &film_record, "Those that are made."),
    SAY_LIST(struct recording_told, floor, &floor_record, "Whose turn it was, in order."),
    SAY_LIST(struct recording_told, chapters, &chapter_record, "The calls, in order."),
};
const struct record inspection_recording_record =
    RECORD_TOLD("InspectionRecording", struct recording_told, recording_fields);

/* ---- telling it ---- */

/* From the beginning of the first film to the end of the last. */
static void find_extent(const struct recording *kept, struct recording_told *told)
{
    int64_t end_ms = 0;

    for (size_t i = 0; i < kept->film_count; i++) {
        const struct film *film = &kept->films[i];
        int64_t film_end_ms = film->begins_ms + film->lasts_ms;

        if (i == 0 || film->begins_ms < told->begins_at_ms) told->begins_at_ms = film->begins_ms;
        if (film_end_ms > end_ms) end_ms = film_end_ms;
    }
    told->lasts = end_ms - told->begins_at_ms;
}

static void tell_films(const struct recording *kept, struct arena *mem, struct recording_told *told)
{
    struct film_told *list = arena_array(mem, struct film_told, kept->film_count + 1);

    for (size_t i = 0; i < kept->film_count; i++) {
        const struct film *film = &kept->films[i];

        list[i] = (struct film_told){.film = film->file,
                                     .member = film->member,
                                     .medium = film->medium,
                                     .from = film->begins_ms - told->begins_at_ms,
                                     .lasts = film->lasts_ms,
                                     .bytes = film->bytes,
                                     .rotation = film->rotation};
    }
    told->films = (struct record_list){list, kept->film_count};
}

/* Who is named twice was so when recording began again, or came back. */
static void add_person(struct person_told *list, size_t *count, const struct journal_line *line)
{
    size_t place = 0;

    while (place < *count && !text_equal(list[place].member, line->member)) {
        place++;
    }
    if (place == *count) ++*count;
    list[place] = (struct person_told){line->member, line->name, line->role,
                                       line->tag.at ? line->tag : TEXT("")};
}

static void tell_journal(const struct recording *kept,
                         struct arena *mem,
                         struct recording_told *told)
{
    struct person_told *people = arena_array(mem, struct person_told, kept->line_count + 1);
    struct floor_told *floor = arena_array(mem, struct floor_told, kept->line_count + 1);
    size_t person_count = 0, floor_count = 0;

    for (size_t i = 0; i < kept->line_count; i++) {
        const struct journal_line *line = &kept->lines[i];

        if (line->what == JOURNAL_MEMBER) add_person(people, &person_count, line);
        if (line->what != JOURNAL_FLOOR) continue;
        floor[floor_count++] = (struct floor_told){line->member.at ? line->member : TEXT(""),
                                                   line->at_ms - told->begins_at_ms};
    }
    told->members = (struct record_list){people, person_count};
    told->floor = (struct record_list){floor, floor_count};
}

static void tell_chapters(const struct room *room, struct arena *mem, struct recording_told *told)
{
    const struct chapter *chapters = NULL;
    struct chapter_told *list;
    size_t count = 0;

    chapters_of(room->acts, room->act_count, mem, &chapters, &count);
    list = arena_array(mem, struct chapter_told, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct chapter *chapter = &chapters[i];

        list[i] = (struct chapter_told){.agency = chapter->agency,
                                        .by = chapter->by.at ? chapter->by : TEXT(""),
                                        .post = chapter->post.at ? chapter->post : TEXT(""),
                                        .from = chapter->called_at_ms - told->begins_at_ms,
                                        .called_at_ms = chapter->called_at_ms,
                                        .answered_at_ms = chapter->answered_at_ms,
                                        .stated_at_ms = chapter->stated_at_ms,
                                        .ended_at_ms = chapter->ended_at_ms,
                                        .state = (int)chapter->state};
    }
    told->chapters = (struct record_list){list, count};
}

static enum recording_state state_of(const struct roll_call *call, const struct recording *kept)
{
    if (call->state != SESSION_CLOSED && roll_is_recorded(call)) return RECORDING_RUNNING;
    if (kept->waiting > 0) {
        return call->state == SESSION_CLOSED ? RECORDING_MAKING : RECORDING_WAITING;
    }
    if (kept->film_count > 0) return RECORDING_READY;
    if (kept->failed > 0) return RECORDING_FAILED;
    return call->recording_count > 0 ? RECORDING_REMOVED : RECORDING_NONE;
}

static void tell_keeping(const struct films *films,
                         const struct directory *directory,
                         struct recording_told *told)
{
    told->keep_days = films_days(films);
    told->keep_is_usual = recording_keeping_of(directory).is_usual;
    if (told->begins_at_ms == 0) return;
    told->kept_to = day_add(moment_day(moment_at(told->begins_at_ms, directory->offset_minutes)),
                            told->keep_days);
}

enum rc show_inspection_recording(struct http_request *request)
{
    struct films *films = api_of(request)->options.films;
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct roll_call *call = &seat.room.call;
    struct recording kept = {0};
    struct recording_told told = {.can_make = films_are_made(films)};
    const struct directory *directory;
    enum rc rc;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    directory = seat.snapshot->picture->directory;
    rc =
        films_tell(films, room_of(request->mem, seat.room.plan.inspection).at, request->mem, &kept);
    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    told.inspection = seat.room.plan.inspection;
    told.periods = (struct record_list){call->recordings, call->recording_count};
    told.state = (int)state_of(call, &kept);
    told.films_waiting = (int64_t)kept.waiting;
    told.films_failed = (int64_t)kept.failed;
    find_extent(&kept, &told);
    tell_films(&kept, request->mem, &told);
    tell_journal(&kept, request->mem, &told);
    tell_chapters(&seat.room, request->mem, &told);
    tell_keeping(films, directory, &told);
    api_reply(request, &inspection_recording_record, &told, directory->offset_minutes);
    return RC_OK;
}

/* ---- a film ---- */

static const char *type_of(struct text film)
{
    if (text_ends(film, TEXT(".opus"))) return "audio/ogg";
    return text_ends(film, TEXT(".mp4")) ? "video/mp4" : "video/webm";
}

static enum rc give_film(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct text film = request->parameters[1];
    const char *path = NULL;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    TRY(films_find(api_of(request)->options.films,
                   room_of(request->mem, seat.room.plan.inspection).at, film, request->mem, &path));
    return http_reply_file(request, type_of(film), path);
}

enum rc show_inspection_film(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct name_reading *reading = NULL;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    TRY(names_to_note(request, &seat, NAME_READING_RECORDING, TEXT(""), &reading));
    if (reading) return api_perform(request, &name_reading_command, reading, give_film);
    return give_film(request);
}
