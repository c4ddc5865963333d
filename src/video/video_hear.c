/* What Janus tells of a room: who sends what, who talks, whose line broke. */
#include "video/video_private.h"

#include <stdio.h>

/* ---- what is sent ---- */

void video_forget_streams(struct video *video, struct member *member)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.stream_count = 0;
    member->told.talks = false;
}

static void take_streams(struct video *video, struct member *member, const struct janus_feed *feed)
{
    const struct janus_stream *streams = feed->streams.items;
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    size_t count = 0;

    for (size_t i = 0; i < feed->streams.count && count < VIDEO_STREAMS_MAX; i++) {
        const struct janus_stream *stream = &streams[i];
        struct video_stream *told = &member->told.streams[count];
        bool is_sound = text_equal(stream->type, TEXT("audio"));

        if (stream->disabled) continue;
        *told = (struct video_stream){.medium = is_sound ? VIDEO_SOUND : VIDEO_PICTURE,
                                      .simulcast = stream->simulcast};
        IGNORE(snprintf(told->mid.s, sizeof told->mid.s, TEXT_FORMAT, TEXT_ARGUMENT(stream->mid)),
               "a long one is none of ours");
        IGNORE(snprintf(told->about.s, sizeof told->about.s, TEXT_FORMAT,
                        TEXT_ARGUMENT(stream->description)),
               "a long one is cut");
        count++;
    }
    member->told.stream_count = count;
    for (size_t i = 0; i < count; i++) {
        member->told.asked &= ~(unsigned)member->told.streams[i].medium;
    }
}

static void hear_feeds(struct video *video, struct room *room, const struct janus_room_word *word)
{
    const struct janus_feed *feeds = word->publishers.items;

    for (size_t i = 0; i < word->publishers.count; i++) {
        struct member *member = video_find_member(room, feeds[i].id);

        if (!member) continue;
        take_streams(video, member, &feeds[i]);
        video_moderate(video, room, member, member->told.muted);
        video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    }
}

static void hear_end_of_feed(struct video *video, struct room *room, struct text id)
{
    struct member *member = video_find_member(room, id);

    if (!member || member->told.stream_count == 0) return;
    video_forget_streams(video, member);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
}

static void set_talks(struct video *video, struct member *member, bool talks)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.talks = talks;
}

static void hear_talking(struct video *video, struct room *room, const struct janus_room_word *word)
{
    struct member *member = video_find_member(room, word->id);

    if (!member) return;
    set_talks(video, member, text_equal(word->videoroom, TEXT("talking")));
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
}

static void hear_room(struct video *video, struct room *room, const struct janus_room_word *word)
{
    hear_feeds(video, room, word);
    if (word->unpublished.bytes) hear_end_of_feed(video, room, word->unpublished);
    if (word->leaving.bytes) hear_end_of_feed(video, room, word->leaving);
    if (text_ends(word->videoroom, TEXT("talking"))) hear_talking(video, room, word);
}

static void hear_hangup(struct video *video, struct room *room, int64_t handle)
{
    for (size_t i = 0; i < room->member_count; i++) {
        struct member *member = room->members[i];
        bool publishes = member->publish_handle == handle;

        if (!publishes && member->watch_handle != handle) continue;
        video_tell(video, room,
                   (struct video_news){.kind = VIDEO_EVENT_HANGUP,
                                       .member = member,
                                       .text = publishes ? TEXT("publish") : TEXT("watch")});
    }
}

void video_hear(void *owner, const struct janus_message *message)
{
    struct video *video = owner;

    if (message->sender == 0) return;
    for (size_t i = 0; i < video->room_count; i++) {
        struct room *room = video->rooms[i];

        if (janus_is(message, TEXT("hangup"))) hear_hangup(video, room, message->sender);
        if (room->observer == message->sender) hear_room(video, room, &message->plugindata.data);
    }
}
