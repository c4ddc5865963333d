/* What is told of a room that is recorded goes into the journal beside its files
 * as well (recording_journal.h): files alone do not say whose they are. */
#include "base/log.h"
#include "video/recording_journal.h"
#include "video/video_private.h"

static void note(struct video *video, const struct room *room, struct journal_line line)
{
    const struct video_options *options = &video->options;

    if (journal_note(options->recordings, room->name, options->clock, line) == RC_OK) return;
    log_warn("the journal of a recording cannot be written; going on without this line");
}

static struct text screen_of(const struct member *member)
{
    for (size_t i = 0; i < member->told.stream_count; i++) {
        const struct video_stream *stream = &member->told.streams[i];

        if (text_equal(text_of(stream->about.s), TEXT("screen"))) return text_of(stream->mid.s);
    }
    return (struct text){0};
}

/* Once he sends something, and again when that is more or less. */
static void note_member(struct video *video, const struct room *room, struct member *member)
{
    const struct video_member *told = &member->told;

    if (told->stream_count == 0 || told->stream_count == member->noted_streams) return;
    member->noted_streams = told->stream_count;
    note(video, room,
         (struct journal_line){.what = JOURNAL_MEMBER,
                               .member = text_of(told->id.s),
                               .name = text_of(told->name),
                               .role = text_of(told->role.s),
                               .tag = text_of(told->tag),
                               .screen = screen_of(member)});
}

static void note_floor(struct video *video, const struct room *room)
{
    note(video, room,
         (struct journal_line){.what = JOURNAL_FLOOR, .member = text_of(room->floor.s)});
}

/* It begins with everybody who is there. */
static void note_recording(struct video *video, const struct room *room, bool on)
{
    note(video, room, (struct journal_line){.what = on ? JOURNAL_ON : JOURNAL_OFF});
    for (size_t i = 0; on && i < room->member_count; i++) {
        room->members[i]->noted_streams = 0;
        note_member(video, room, room->members[i]);
    }
    if (on) note_floor(video, room);
}

void video_note(struct video *video, const struct room *room, const struct video_news *news)
{
    if (!video->options.recordings) return;
    if (news->kind == VIDEO_EVENT_RECORDING) {
        note_recording(video, room, news->on);
        return;
    }
    if (!room->records) return;
    if (news->kind == VIDEO_EVENT_FLOOR) note_floor(video, room);
    if (news->kind != VIDEO_EVENT_MEMBER) return;
    for (size_t i = 0; i < room->member_count; i++) {
        if (room->members[i] == news->member) note_member(video, room, room->members[i]);
    }
}
