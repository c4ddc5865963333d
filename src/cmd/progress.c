#include "cmd/progress.h"

#include "base/clock.h"

enum { WIDTH = 30, EVERY_MS = 100 };

static const char full[] = "##############################";
static const char empty[] = "..............................";

void progress_begin(struct progress *progress, FILE *to, bool is_terminal, const char *what)
{
    *progress = (struct progress){.to = is_terminal ? to : NULL, .what = what};
}

void progress_show(struct progress *progress, int64_t done, int64_t total)
{
    int64_t now_ms = clock_mono_ms();
    int part;

    if (!progress->to || (progress->drawn && now_ms - progress->drawn_mono_ms < EVERY_MS)) return;
    progress->drawn = true;
    progress->drawn_mono_ms = now_ms;
    if (total <= 0) {
        fprintf(progress->to, "\r%s  %lld", progress->what, (long long)done);
    } else {
        part = (int)(done >= total ? WIDTH : done * WIDTH / total);
        fprintf(progress->to, "\r%s  [%.*s%.*s] %3lld %%", progress->what, part, full, WIDTH - part,
                empty, (long long)(done >= total ? 100 : done * 100 / total));
    }
    IGNORE(fflush(progress->to), "it is only a drawing");
}

void progress_end(struct progress *progress)
{
    if (!progress->to || !progress->drawn) return;
    fprintf(progress->to, "\r\x1b[K");
    IGNORE(fflush(progress->to), "it is only a drawing");
    progress->drawn = false;
}
