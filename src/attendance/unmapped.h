/* unmapped.h - punches whose PIN means nobody, and whose they may be.
 *
 * Such punches are kept, and while they exist at a place nobody there is called
 * unexplained.  An operator maps the PIN; to help, likely owners are named, the
 * best reason first: somebody of the place without a PIN of his own, whose
 * number begins with the PIN, whose number is the PIN, or whose PIN has two
 * digits swapped.
 *
 * Memory    In the caller's arena; persons and terminals are of the picture.
 * Threads   Any, on its own connection. */
#pragma once

#include "attendance/derived.h"
#include "attendance/picture.h"

enum { UNMAPPED_OWNERS_MAX = 5, UNMAPPED_PINS_MAX = 2000 };

enum unmapped_reason {
#define UNMAPPED(name, word) UNMAPPED_##name,
#include "attendance/unmapped.def"
#undef UNMAPPED
};

const char *unmapped_reason_word(enum unmapped_reason reason);

struct unmapped_owner {
    int32_t person;
    enum unmapped_reason reason;
};

struct unmapped_pin {
    struct text pin;
    struct text terminal; /* serial number */
    int32_t agency;       /* where the terminal stands, or NONE */
    int64_t first_moment;
    int64_t last_moment;
    int64_t punches;
    struct unmapped_owner owners[UNMAPPED_OWNERS_MAX];
    size_t owner_count;
};

/* PINs without an owner in punches filed under [from, to]. */
enum rc unmapped_list(struct derived *derived,
                      const struct picture *picture,
                      int32_t from,
                      int32_t to,
                      struct arena *mem,
                      struct unmapped_pin **out_pins,
                      size_t *out_count) NODISCARD;
