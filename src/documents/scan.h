/* scan.h - the picture of a paper that somebody signed by hand: is it one, and what else does it say?
 *
 * A phone writes into a photograph where it was taken, when, and by which phone;
 * none of that belongs to the paper.  scan_take looks at the bytes (never at a
 * name or at what the sender calls them), refuses what is no whole PDF, JPEG or
 * PNG, and gives back what is to be stored:
 *
 *   JPEG   only what is needed to draw it.  Comments, EXIF, XMP, colour profiles,
 *          previews and whatever follows the end are left out; of EXIF the
 *          orientation comes back alone, 36 bytes, so that the page stands upright.
 *   PNG    only what is needed to draw it; each chunk's sum is checked.
 *   PDF    refused when it holds programs, other files or a password, also inside
 *          packed objects.  Else its length and structure stay, and XMP packets
 *          and what pictures inside say of themselves are overwritten in place.
 *          Kept: the title, author and program that its maker noted, and XMP that
 *          was packed.  One that carries a digital signature is kept byte by byte,
 *          because a changed byte would break the signature.
 *
 * Taking what was taken changes nothing (the fuzzer holds it to that).
 *
 * The result is not proof that a picture decodes: nothing here draws it.  Who
 * shows it says nosniff and a sandbox (api/scan_reply.h).
 *
 * Source    ITU-T T.81 B.1; Exif 2.32 4.6.2; PNG (W3C, 2nd edition) 5 and 11;
 *           ISO 32000-1 7.3.5, 7.5.7, 12.6.4; issue "Sidak virtual".
 * Memory    The result lives in the caller's arena; at most SCAN_ADDED_BYTES_MAX
 *           longer than what came.
 * Threads   Pure.
 * Errors    RC_INVALID at "file", with words that say what to do; RC_TOO_LARGE. */
#pragma once

#include "base/arena.h"
#include "base/limits.h"
#include "base/problem.h"
#include "base/record.h"

enum scan_kind {
#define SCAN(name, word, type, ending) SCAN_##name,
#include "documents/scan_kind.def"
#undef SCAN
};

extern const struct record_choice scan_kind_choices[];
const char *scan_type(enum scan_kind kind);   /* "image/jpeg" */
const char *scan_ending(enum scan_kind kind); /* "jpg" */

enum {
    SCAN_BYTES_MAX = REQUEST_BODY_BYTES_MAX,
    SCAN_ADDED_BYTES_MAX = 64,
    SCAN_SIDE_MAX = 20000, /* points: A4 at 600 dots an inch has 7,016 */
};

struct scan {
    enum scan_kind kind;
    struct text bytes;
};

enum rc scan_take(struct text file,
                  struct arena *mem,
                  struct scan *out_scan,
                  struct problem *why) NODISCARD;
