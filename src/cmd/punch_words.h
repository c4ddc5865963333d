/* punch_words.h - method and direction of a punch, as files spell them.
 *
 * A punch keeps the raw codes of its terminal; a file says "iris" and "in".
 * Which code a word means depends on the terminal's model (verify_code.h): the
 * model's own, else the vendor's first that means this method alone, else the
 * one that a new government begins with.  An empty method is code 0, "any", and
 * an empty direction 255, "undefined".  What has no word is its number.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum { PUNCH_WORD_BYTES = 16 };

struct punch_word {
    char s[PUNCH_WORD_BYTES];
};

bool punch_verify_parse(struct text model, struct text method, int *out_verify);
bool punch_status_parse(struct text direction, int *out_status);

struct punch_word punch_verify_word(struct text model, int verify);
struct punch_word punch_status_word(int status);
