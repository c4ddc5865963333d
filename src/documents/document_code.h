/* document_code.h - the code by which a paper is looked up: "7K4M-92QX-C1TD".
 *
 * Twelve letters and digits of an alphabet without I, L, O and U, 60 random bits:
 * short enough to be typed from paper, too long to be guessed.  Read as people
 * type it: small letters, without hyphens, O for 0, I or L for 1.
 *
 * Threads   All functions are pure, but for the random one. */
#pragma once

#include "base/text.h"

enum { DOCUMENT_CODE_LETTERS = 12, DOCUMENT_CODE_BYTES = 14 };

struct document_code {
    char s[DOCUMENT_CODE_BYTES + 1];
};

struct document_code document_code_random(void);

/* False for what cannot be a code. */
bool document_code_read(struct text text, struct document_code *out_code);
