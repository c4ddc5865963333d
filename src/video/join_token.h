/* join_token.h - a ticket into a room, good once and for a short while.
 *
 * Whoever knows what somebody may do in a room makes him a token; whoever
 * guards the room's door takes it.  It says for which room and which account it
 * is, what its holder may do there and until when, and is signed with a key
 * that only this process has (keyed BLAKE2b), so nobody else can make or
 * change one.  It is taken once: a copy comes too late.
 *
 *   base64(JSON) "." hexadecimal signature of what stands before the dot
 *
 * A restart of the program makes a new key; a page then asks for a new token.
 *
 * Memory    The door is a value of its owner's; texts of a pass live in the
 *           caller's arena.
 * Threads   One at a time.
 * Errors    RC_FORBIDDEN for a token that is forged, changed, expired, used, or
 *           of another room or account, with the reason; RC_TOO_MANY when so
 *           many were taken lately that they cannot be told apart. */
#pragma once

#include "base/arena.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/problem.h"

enum {
    JOIN_TOKEN_LIFE_MS = 60 * 1000,
    JOIN_TOKENS_USED_MAX = 4 * VIDEO_ROOMS_MAX * VIDEO_MEMBERS_MAX / 2,
    JOIN_TOKEN_BYTES_MAX = 2048,
};

struct join_pass {
    struct text room;
    struct text account;
    struct text name; /* as others see him */
    struct text role; /* a word of whoever made it */
    struct text tag;  /* what he is known by to whoever made it; may be empty */
    int64_t expires_at_ms;
    int rights; /* of video_right */
    int muted;  /* of video_medium: silenced from the start */
    bool waits; /* in the lobby */
};

struct join_used {
    int64_t number;
    int64_t expires_at_ms;
};

struct join_door {
    struct hash key;
    size_t used_count;
    struct join_used used[JOIN_TOKENS_USED_MAX];
};

void join_door_init(struct join_door *door);

/* Every text has the length and the letters that a token can carry. */
bool join_pass_fits(const struct join_pass *pass);

/* The pass fits. */
struct text join_token_make(const struct join_door *door,
                            const struct join_pass *pass,
                            struct arena *mem);

/* Take the token of somebody who stands before this room. */
enum rc join_token_take(struct join_door *door,
                        struct text token,
                        const struct join_pass *expected, /* room and account */
                        int64_t now_ms,
                        struct arena *mem,
                        struct join_pass *out_pass,
                        struct problem *why) NODISCARD;
