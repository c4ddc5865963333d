/* adms_result.h - what became of commands: the body of `devicecmd`.
 *
 * Results come one a line and several a request:
 *
 *   ID=12&Return=0&CMD=DATA
 *   ID=13&Return=-1004&CMD=DATA UPDATE
 *
 * INFO continues with `Key=Value` lines.  Shell and GetFile put each field on a
 * line of its own and end with `Content=`, after which the rest of the body is
 * opaque.  An id that was never given out is not an error (adms.md §7).
 *
 * Memory    Slices into the body.
 * Threads   An iterator belongs to one thread. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct adms_results {
    struct text rest;
};

struct adms_result {
    struct text id;
    bool has_code;
    int64_t code;        /* Return= */
    struct text command; /* CMD=, "DATA", "INFO", ... */
    struct text details; /* everything of this result after those, e.g. INFO's lines */
    struct text content; /* after Content=, opaque bytes */
};

void adms_results_init(struct adms_results *results, struct text body);
bool adms_results_next(struct adms_results *results, struct adms_result *out_result);

/* A further value of the result, such as AttlogSum; keys in any case. */
bool adms_result_detail(const struct adms_result *result, const char *key, struct text *out_value);

struct adms_result_code {
    int code;
    const char *word;
    const char *indonesian;
    const char *english;
};
/* Never NULL: an unlisted code is {code 0, "other", ...} in words only. */
const struct adms_result_code *adms_result_code_of(int64_t code) RETURNS_NONNULL;
