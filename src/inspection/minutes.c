#include "inspection/minutes.h"

#include "inspection/minutes_form.h"
#include "inspection/minutes_private.h"
#include "inspection/minutes_summary.h"

enum rc minutes_compose(const struct minutes *minutes,
                        struct arena *mem,
                        struct paper *out_paper,
                        struct document_summary *out_summary,
                        struct problem *why)
{
    const struct room *room = minutes->room;
    struct minutes_writing writing = {
        .minutes = minutes, .room = room, .call = &room->call, .mem = mem, .paper = out_paper};

    if (room->call.state != SESSION_CLOSED) {
        return problem_set(why, RC_CONFLICT, "minutes are written when the session is closed");
    }
    minutes_begin(minutes, mem, out_paper);
    minutes_write_session(&writing);
    minutes_write_figures(&writing);
    minutes_write_agencies(&writing);
    minutes_write_reasons(&writing);
    minutes_write_programmes(&writing);
    minutes_write_instructions(&writing);
    minutes_write_conclusion(&writing);
    minutes_write_changes(&writing);
    minutes_write_amendments(&writing);
    minutes_end(minutes, mem, out_paper);
    minutes_summarise(minutes, mem, out_summary);
    return RC_OK;
}
