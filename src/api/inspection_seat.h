/* inspection_seat.h - one inspection, as the one who asks sits in it.
 *
 * Every route of inspections begins by taking a seat: the room is read, the
 * agencies that are called are found, and what the caller may do in this session
 * is known (room_rights.h).  The route's permission was asked before; the seat
 * narrows it.
 *
 * Memory    The room lives in the request's arena; seat_leave gives the snapshot
 *           and the connections back.
 * Threads   The request's.
 * Errors    RC_NOT_FOUND for a code that is none; RC_FORBIDDEN from seat_may_*. */
#pragma once

#include "api/api_private.h"
#include "inspection/room_rights.h"

struct seat {
    struct board_snapshot *snapshot;
    struct api_reader *reader;
    struct room room;
    struct room_rights rights;
    int32_t *agencies; /* that are called, as the register has them now */
    size_t agency_count;
};

/* The room as it is: before its opening with the agencies of its scope and their
 * figures of now. */
enum rc seat_load_room(struct api *api,
                       struct db *facts,
                       const struct board_snapshot *snapshot,
                       struct text code,
                       struct arena *mem,
                       struct room *out_room) NODISCARD;

/* The inspection of the path's first parameter; a surprise is none for those who
 * are to be surprised. */
enum rc seat_take(struct http_request *request, struct seat *out_seat) NODISCARD;
void seat_leave(struct seat *seat); /* for CLEANUP */

/* The day of the government's clock. */
struct day seat_today(struct http_request *request, const struct seat *seat);

enum rc seat_may_lead(struct http_request *request, const struct seat *seat) NODISCARD;
enum rc seat_may_work(struct http_request *request, const struct seat *seat) NODISCARD;

/* For some agency at least: he sees what concerns it, and no more. */
enum rc seat_may_look(struct http_request *request, const struct seat *seat) NODISCARD;

/* For an agency of the roll call; *out_place is its place there. */
enum rc seat_may_answer(struct http_request *request,
                        const struct seat *seat,
                        struct text agency,
                        int *out_place) NODISCARD;

/* He is the head himself, or the deputy: nobody confirms in his place what was
 * entered for the agency. */
enum rc seat_may_confirm(struct http_request *request, const struct seat *seat) NODISCARD;

/* The instant, position and figures of the day of the session: all agencies, or
 * (place >= 0) one of them. */
enum rc seat_freeze(struct http_request *request,
                    const struct seat *seat,
                    enum figure_moment moment,
                    int place,
                    struct room_acting *acting) NODISCARD;

/* Record acts by the caller; the reply is the room as it is then. */
enum rc seat_act(struct http_request *request,
                 const struct seat *seat,
                 struct room_acting *acting) NODISCARD;

/* The room as it is now, as the reply to an act; that of video follows it. */
enum rc seat_reply(struct http_request *request) NODISCARD;

/* The same; the reply is what `show` tells. */
enum rc seat_act_and_show(struct http_request *request,
                          const struct seat *seat,
                          struct room_acting *acting,
                          http_handler *show) NODISCARD;

/* One act of the caller, with nothing said but what it is and where. */
struct act *seat_one_act(struct http_request *request,
                         const struct seat *seat,
                         enum act_kind kind,
                         struct text agency,
                         struct room_acting **out_acting) RETURNS_NONNULL;
