/* The room of video of an inspection: who may do there what he may do in the
 * session, and the room goes where the session goes. */
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "api/rooms.h"

struct ticket_told {
    struct text room;
    struct text ticket;
    int64_t expires_at_ms;
};

static const struct record_field ticket_fields[] = {
    SAY_TEXT(struct ticket_told, room, "The room of video of this inspection."),
    SAY_TEXT(struct ticket_told, ticket, "What lets the caller in, once."),
    SAY_INSTANT(struct ticket_told, expires_at, "Then it is good no more."),
};
const struct record inspection_ticket_record =
    RECORD_TOLD("InspectionTicket", struct ticket_told, ticket_fields);

/* Leader and delegate; whoever leads because he keeps the program does not. */
static bool speaks_for_public(const struct http_request *request, const struct seat *seat)
{
    enum role role = api_identity(request)->role;

    return seat->rights.part == ROOM_LEADER && role != ROLE_ADMIN;
}

/* Heads are silent until they are called; who listens sends nothing, and receives
 * what everybody may see. */
static void grant(const struct http_request *request,
                  const struct seat *seat,
                  struct join_pass *pass)
{
    const struct room_rights *rights = &seat->rights;
    bool speaks = rights->part == ROOM_HEAD || rights->part == ROOM_DEPUTY;

    pass->rights = rights->part == ROOM_LISTENER || rights->part == ROOM_WALL
                       ? VIDEO_MAY_WATCH_PUBLIC
                       : VIDEO_MAY_WATCH;
    if (speaks || rights->may_work || rights->may_lead) pass->rights |= VIDEO_MAY_PUBLISH;
    if (rights->may_lead) pass->rights |= VIDEO_MAY_MODERATE;
    if (speaks_for_public(request, seat)) pass->rights |= VIDEO_IS_PUBLIC;
    pass->muted = speaks ? VIDEO_SOUND : 0;
}

/* A head speaks for his agency; others are called as they were named. */
static void introduce(const struct seat *seat, struct join_pass *pass)
{
    const struct directory *directory = seat->snapshot->picture->directory;

    pass->name = pass->account;
    if (seat->rights.part == ROOM_LEADER && seat->room.plan.leader.bytes) {
        pass->name = seat->room.plan.leader;
    }
    for (size_t i = 0; i < seat->room.member_count; i++) {
        const struct inspection_member *member = &seat->room.members[i];

        if (text_equal(member->account, pass->account)) pass->name = member->name;
    }
    if (seat->rights.agency == NONE) return;
    pass->name = directory->agencies[seat->rights.agency].short_name;
    pass->tag = directory->agencies[seat->rights.agency].code;
}

static const struct text room_prefix = TEXT_INIT("sidak-");

struct text room_of(struct arena *mem, struct text code)
{
    return arena_format(mem, TEXT_FORMAT TEXT_FORMAT, TEXT_ARGUMENT(room_prefix),
                        TEXT_ARGUMENT(code));
}

bool room_is_of_inspection(struct text room, struct text *out_code)
{
    if (!text_starts(room, room_prefix)) return false;
    *out_code = (struct text){room.at + room_prefix.bytes, room.bytes - room_prefix.bytes};
    return true;
}

/* Whoever leads or works may come on the day of the session and see to the
 * cameras; the others wait in the lobby until it is open. */
static enum rc check_hour(struct http_request *request, const struct seat *seat)
{
    const struct picture *picture = seat->snapshot->picture;
    int32_t today = picture_day_at(picture, api_now_ms(api_of(request)));

    if (seat->room.call.state == SESSION_CLOSED) {
        return problem_set(&request->why, RC_CONFLICT, "the session is over");
    }
    if (seat->room.call.state == SESSION_OPEN || day_number(seat->room.plan.day) == today) {
        return RC_OK;
    }
    return problem_set(&request->why, RC_CONFLICT, "the room opens on the day of the session");
}

static enum rc make_pass(struct http_request *request,
                         const struct seat *seat,
                         struct join_pass *pass)
{
    if (seat->rights.part == ROOM_NONE) return RC_FORBIDDEN;
    TRY(check_hour(request, seat));
    *pass = (struct join_pass){
        .room = room_of(request->mem, seat->room.plan.inspection),
        .account = text_of(api_identity(request)->name),
        .role = text_of(record_choice_word(room_part_choices, (int)seat->rights.part)),
        .tag = TEXT(""),
        .expires_at_ms = api_now_ms(api_of(request)) + JOIN_TOKEN_LIFE_MS,
        .waits = seat->room.call.state != SESSION_OPEN && !seat->rights.may_work &&
                 !seat->rights.may_lead,
    };
    introduce(seat, pass);
    grant(request, seat, pass);
    return join_pass_fits(pass) ? RC_OK : RC_INVALID;
}

/* ---- the room follows the session ---- */

static void forget(struct video_ask *ask, enum rc rc)
{
    struct arena *mem = ask->mem;

    (void)rc; /* without video, or without anybody in the room, there is nothing to follow */
    arena_free(&mem);
}

/* Nobody waits for it: a session needs no video. */
static void tell_room(struct http_request *request, const struct seat *seat, struct video_ask said)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct video_ask *ask = arena_one(mem, struct video_ask);

    *ask = said;
    ask->room = room_of(mem, seat->room.plan.inspection);
    ask->text = arena_text(mem, said.text);
    ask->account = arena_text(mem, said.account);
    ask->mem = mem;
    ask->done = forget;
    if (video_submit(api_of(request)->options.video, ask) == RC_OK) mem = NULL;
}

/* The account that answered the call that is under way; empty: nobody yet. */
static struct text who_answers(const struct seat *seat, struct text called)
{
    for (size_t i = seat->room.act_count; i-- > 0;) {
        const struct act *act = &seat->room.acts[i].act;

        if (!text_equal(act->agency, called)) continue;
        if (act->act == ACT_ANSWERING) return act->author;
        if (act->act == ACT_CALLED) break;
    }
    return TEXT("");
}

void room_follow(struct http_request *request, const struct seat *seat)
{
    const struct roll_call *call = &seat->room.call;
    struct video_ask ask = {.kind = VIDEO_ASK_CALL,
                            .number = seat->room.number,
                            .on = call->state == SESSION_OPEN,
                            .text = TEXT(""),
                            .account = TEXT("")};

    if (call->called != ROLL_NOBODY) {
        ask.text = call->agencies[call->called].code;
        ask.account = who_answers(seat, ask.text);
    }
    if (call->state == SESSION_CLOSED) ask.kind = VIDEO_ASK_CLOSE;
    tell_room(request, seat, ask);
}

/* ---- the ticket ---- */

static bool is_open(struct http_request *request, const struct seat *seat)
{
    struct video_room told;

    return video_room_tell(api_of(request)->options.video,
                           room_of(request->mem, seat->room.plan.inspection), request->mem,
                           &told) == RC_OK;
}

/* The room is there, knows whose turn it is and is recorded if the session is,
 * before anybody comes: so it is after a new start of the program, too. */
static void prepare_room(struct http_request *request, const struct seat *seat)
{
    struct video_ask ask = {.kind = VIDEO_ASK_OPEN, .text = TEXT(""), .account = TEXT("")};
    bool was_open = is_open(request, seat);

    tell_room(request, seat, ask);
    room_follow(request, seat);
    ask.kind = VIDEO_ASK_RECORD;
    ask.on = true;
    if (!was_open && roll_is_recorded(&seat->room.call)) tell_room(request, seat, ask);
}

enum rc ask_inspection_ticket(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct join_pass pass;
    struct ticket_told told;

    TRY(seat_take(request, &seat));
    TRY(make_pass(request, &seat, &pass));
    prepare_room(request, &seat);
    told = (struct ticket_told){
        .room = pass.room,
        .ticket = video_ticket_make(api_of(request)->options.video, &pass, request->mem),
        .expires_at_ms = pass.expires_at_ms,
    };
    request->reply.status = 201;
    api_reply(request, &inspection_ticket_record, &told,
              seat.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}
