/* Finding rooms and members, telling how they are, and the door. */
#include "video/video_private.h"

/* ---- finding ---- */

struct room *video_find_room(struct video *video, struct text name)
{
    for (size_t i = 0; i < video->room_count; i++) {
        if (text_equal(text_of(video->rooms[i]->name), name)) return video->rooms[i];
    }
    return NULL;
}

struct member *video_find_member(const struct room *room, struct text id)
{
    for (size_t i = 0; i < room->member_count; i++) {
        if (text_equal(video_id_of(room->members[i]), id)) return room->members[i];
    }
    return NULL;
}

struct member *video_member_of(struct video *video, const struct video_ask *ask)
{
    struct room *room = video_find_room(video, ask->room);

    return room ? video_find_member(room, ask->member) : NULL;
}

/* ---- looking ---- */

void video_figures(struct video *video, struct video_figures *out_figures)
{
    struct video_figures figures = {0};
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    figures.state = video->state;
    figures.starts = video->starts;
    figures.outside = video->options.outside != NULL;
    figures.pid = video->pid;
    figures.rooms = video->room_count;
    for (size_t i = 0; i < video->room_count; i++) {
        const struct room *room = video->rooms[i];

        figures.members += room->member_count;
        for (size_t j = 0; j < room->member_count; j++) {
            figures.feeds += room->members[j]->told.stream_count > 0;
        }
    }
    *out_figures = figures;
}

/* Who watches the public feed finds himself in the room, and others like him
 * without a name. */
static void tell_room(const struct video *video,
                      const struct room *room,
                      bool public_only,
                      struct arena *mem,
                      struct video_room *out_room)
{
    struct video_member *members = arena_array(mem, struct video_member, room->member_count);
    size_t count = 0;

    lock_assert_held(&video->lock);
    for (size_t i = 0; i < room->member_count; i++) {
        const struct member *member = room->members[i];

        if (!public_only) {
            members[count++] = member->told;
        } else if (video_is_public(room, member) || video_watches_public(&member->told)) {
            members[count++] = video_public_view(&member->told);
        }
    }
    *out_room = (struct video_room){.name = arena_cstr(mem, text_of(room->name)),
                                    .serial = room->serial,
                                    .public = room->public,
                                    .number = video->number,
                                    .floor = room->floor,
                                    .ready = room->ready,
                                    .records = room->records,
                                    .member_count = count,
                                    .members = members};
}

enum rc video_room_tell(struct video *video,
                        struct text name,
                        struct arena *mem,
                        struct video_room *out_room)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    const struct room *room = video_find_room(video, name);

    if (!room) return RC_NOT_FOUND;
    tell_room(video, room, false, mem, out_room);
    return RC_OK;
}

enum rc video_room_tell_serial(struct video *video,
                               uint64_t serial,
                               struct arena *mem,
                               struct video_room *out_room)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    for (size_t i = 0; i < video->room_count; i++) {
        const struct room *room = video->rooms[i];

        if (room->serial != serial && room->public != serial) continue;
        tell_room(video, room, serial == room->public, mem, out_room);
        return RC_OK;
    }
    return RC_NOT_FOUND;
}

enum rc video_member_find(struct video *video,
                          struct text room_name,
                          struct text id,
                          struct video_member *out_member,
                          uint64_t *out_serial)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    const struct room *room = video_find_room(video, room_name);
    const struct member *member = room ? video_find_member(room, id) : NULL;

    if (!member) return RC_NOT_FOUND;
    *out_member = member->told;
    *out_serial = video_watches_public(&member->told) ? room->public : room->serial;
    return RC_OK;
}

/* ---- the door ---- */

struct text video_ticket_make(struct video *video, const struct join_pass *pass, struct arena *mem)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->door_lock);

    return join_token_make(video->door, pass, mem);
}

enum rc video_ticket_take(struct video *video,
                          struct text ticket,
                          const struct join_pass *expected,
                          int64_t now_ms,
                          struct arena *mem,
                          struct join_pass *out_pass,
                          struct problem *why)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->door_lock);

    return join_token_take(video->door, ticket, expected, now_ms, mem, out_pass, why);
}
