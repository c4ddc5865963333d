/* Who has the floor: whom a moderator gives it, or whose turn it is.
 *
 *   call ──▶ the former: muted, asked for nothing
 *        └─▶ the called: heard, asked for sound and picture, one of them large
 *                ▲
 *   enter ───────┘  also when he comes, or comes back, only now
 *
 * A turn is given once, when it begins: what a moderator says afterwards holds,
 * until the next turn. */
#include "video/video_private.h"

#include <stdio.h>

/* ---- the floor ---- */

static bool has_floor(const struct room *room, const struct member *member)
{
    return text_equal(text_of(room->floor.s), video_id_of(member));
}

static void set_floor(struct video *video, struct room *room, const struct member *holder)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    room->floor = holder ? holder->told.id : (struct video_id){0};
}

static void pass_floor(struct video *video, struct room *room, const struct member *holder)
{
    const struct member *former = video_find_member(room, text_of(room->floor.s));

    if (holder == former) return;
    set_floor(video, room, holder);
    if (former && video_is_public(room, former)) former = NULL;
    video_tell(
        video, room,
        (struct video_news){
            .kind = VIDEO_EVENT_FLOOR, .on = holder != NULL, .member = holder, .former = former});
    video_hold_back(video, room);
}

void video_give_floor(struct video *video, const struct video_act *act)
{
    const struct member *other = NULL;

    if (act->ask->on) {
        other = video_find_member(act->room, act->ask->other);
        if (!other) {
            video_settle(act->ask, RC_NOT_FOUND);
            return;
        }
    }
    pass_floor(video, act->room, other);
    video_settle(act->ask, RC_OK);
}

/* ---- whose turn it is ---- */

static bool is_called(const struct room *room, const struct member *member)
{
    return room->called[0] && !member->told.waits && strcmp(member->told.tag, room->called) == 0;
}

/* Whoever answered is large, else who came first; a page that was opened anew is
 * a later member of the same account. */
static bool is_better(const struct room *room,
                      const struct member *later,
                      const struct member *best)
{
    return strcmp(later->told.account, best->told.account) == 0 ||
           strcmp(later->told.account, room->answers) == 0;
}

static struct member *speaker_of(const struct room *room)
{
    struct member *best = NULL;

    for (size_t i = 0; i < room->member_count; i++) {
        struct member *member = room->members[i];

        if (!is_called(room, member)) continue;
        if (!best || is_better(room, member, best)) best = member;
    }
    return best;
}

static bool called_has_floor(const struct room *room)
{
    for (size_t i = 0; i < room->member_count; i++) {
        if (has_floor(room, room->members[i])) return is_called(room, room->members[i]);
    }
    return false;
}

static void begin_turn(struct video *video, struct room *room, struct member *member)
{
    video_set_muted(video, member, VIDEO_SOUND, false);
    video_moderate(video, room, member, VIDEO_SOUND);
    video_ask_for(video, room, member, VIDEO_SOUND | VIDEO_PICTURE);
}

static void end_turn(struct video *video, struct room *room, struct member *member)
{
    video_set_muted(video, member, VIDEO_SOUND, true);
    video_set_asked(video, member, 0);
    video_moderate(video, room, member, VIDEO_SOUND);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
}

typedef void turn(struct video *video, struct room *room, struct member *member);

static void for_called(struct video *video, struct room *room, turn *does)
{
    for (size_t i = 0; i < room->member_count; i++) {
        if (is_called(room, room->members[i])) does(video, room, room->members[i]);
    }
}

static void note_called(struct room *room, const struct video_ask *ask)
{
    IGNORE(snprintf(room->called, sizeof room->called, TEXT_FORMAT, TEXT_ARGUMENT(ask->text)),
           "a longer tag is nobody's");
    IGNORE(snprintf(room->answers, sizeof room->answers, TEXT_FORMAT, TEXT_ARGUMENT(ask->account)),
           "a longer account is nobody's");
}

static void change_turn(struct video *video, struct room *room, const struct video_ask *ask)
{
    bool other = !text_equal(text_of(room->called), ask->text);
    bool held = called_has_floor(room);
    struct member *speaker;

    if (!other && text_equal(text_of(room->answers), ask->account)) return;
    if (other) for_called(video, room, end_turn);
    note_called(room, ask);
    speaker = speaker_of(room);
    if (speaker || (held && other)) pass_floor(video, room, speaker);
    if (other) for_called(video, room, begin_turn);
}

void video_call(struct video *video, const struct video_act *act)
{
    const struct video_ask *ask = act->ask;
    struct room *room = act->room;

    if (ask->number >= room->called_number) {
        room->called_number = ask->number;
        if (ask->on) video_open_lobby(video, room);
        change_turn(video, room, ask);
    }
    video_settle(act->ask, RC_OK);
}

void video_enter(struct video *video, struct room *room, struct member *member)
{
    if (!is_called(room, member)) return;
    if (room->floor.s[0] == '\0' || called_has_floor(room)) {
        pass_floor(video, room, speaker_of(room));
    }
    begin_turn(video, room, member);
}

void video_fill_floor(struct video *video, struct room *room)
{
    const struct member *speaker = speaker_of(room);

    if (room->floor.s[0] == '\0' && speaker) pass_floor(video, room, speaker);
}
