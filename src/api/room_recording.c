/* That a room is recorded, on its way into the log of its inspection. */
#include "api/rooms.h"
#include "base/log.h"
#include "inspection/room.h"

struct note {
    struct api *api;
    struct arena *mem; /* its own */
    struct text room;
    struct room_acting acting;
};

static enum rc apply(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct note *note = request;

    return room_act_command.apply(tx, &note->acting, why);
}

static void forget(struct video_ask *ask, enum rc rc)
{
    struct arena *mem = ask->mem;

    (void)rc; /* the room is gone, and the recording with it */
    arena_free(&mem);
}

static void stop_recording(const struct note *note)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct video_ask *ask = arena_one(mem, struct video_ask);

    *ask = (struct video_ask){
        .kind = VIDEO_ASK_RECORD, .room = arena_text(mem, note->room), .mem = mem, .done = forget};
    if (video_submit(note->api->options.video, ask) == RC_OK) mem = NULL;
}

/* A conflict: the log says so already, as after a new start of the program. */
static void settle(void *request, enum rc rc, const struct problem *why)
{
    struct note *note = request;
    CLEANUP(arena_free) struct arena *mem = note->mem;

    (void)why;
    if (rc == RC_OK || rc == RC_CONFLICT) return;
    log_error("that a room is recorded cannot be put on record; it is recorded no longer");
    if (note->acting.acts->act == ACT_RECORDING_BEGUN) stop_recording(note);
}

static const struct ledger_command note_command = {.name = "inspection_recording",
                                                   .apply = apply,
                                                   .settle = settle};

void room_note_recording(struct api *api, const struct video_event *event)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct note *note = arena_one(mem, struct note);
    struct text room = arena_text(mem, text_of(event->room_name));
    struct text code = {0};

    if (!room_is_of_inspection(room, &code)) return;
    *note = (struct note){.api = api, .mem = mem, .room = room};
    note->acting = (struct room_acting){
        .inspection = code, .acts = arena_one(mem, struct act), .act_count = 1};
    *note->acting.acts =
        act_of(code, event->on ? ACT_RECORDING_BEGUN : ACT_RECORDING_ENDED, TEXT(""));
    note->acting.acts->author = arena_text(mem, text_of(event->by ? event->by->account : ""));
    if (ledger_submit(api->options.ledger, &note_command, note) == RC_OK) {
        mem = NULL;
    } else if (event->on) {
        stop_recording(note);
    }
}
