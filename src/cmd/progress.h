/* progress.h - how far a long command has come, drawn only on a terminal.
 *
 *   memeriksa  [##########..........]  50 %
 *
 * Threads   One at a time. */
#pragma once

#include "base/cc.h"

#include <stdio.h>

struct progress {
    FILE *to; /* NULL: nothing is drawn */
    const char *what;
    int64_t drawn_mono_ms;
    bool drawn;
};

void progress_begin(struct progress *progress, FILE *to, bool is_terminal, const char *what);

/* `done` of `total`; a total of 0 is not known. */
void progress_show(struct progress *progress, int64_t done, int64_t total);

/* Leave the line as it was before; for CLEANUP. */
void progress_end(struct progress *progress);
