/* punch_words.h - method and direction of a punch, as files spell them.
 *
 * A punch keeps the raw codes of its terminal; a file says "iris" and "in".
 * Which code a word means depends on the terminal's model: see verify_table.h
 * for the order in which tables are asked.  An empty method is code 0, "any", and
 * an empty direction 255, "undefined".  What has no word is its number.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"
#include "devices/verify_table.h"

enum { PUNCH_WORD_BYTES = 16 };

struct punch_word {
    char s[PUNCH_WORD_BYTES];
};

bool punch_verify_parse(const struct verify_table *table,
                        struct text model,
                        struct text method,
                        int *out_verify);
bool punch_status_parse(struct text direction, int *out_status);

struct punch_word punch_verify_word(const struct verify_table *table,
                                    struct text model,
                                    int verify);
struct punch_word punch_status_word(int status);
