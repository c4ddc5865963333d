/* rc.h - what can become of a call, in one closed list.
 *
 * Every function that can fail returns `enum rc`; RC_OK is 0.  The table
 * rc.def gives each code its HTTP status and the word that clients see.
 *
 * Threads   All functions are pure. */
#pragma once

enum rc {
#define RC(name, status, word, title, indonesian) RC_##name,
#include "base/rc.def"
#undef RC
};

/* The HTTP status that answers a request which ended so. */
int rc_status(enum rc rc);

/* The stable word of the code, as in problem+json's `code`. */
const char *rc_word(enum rc rc);

/* A short English title for people. */
const char *rc_title(enum rc rc);
const char *rc_title_indonesian(enum rc rc);
