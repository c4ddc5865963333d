#include "base/problem.h"

#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *indonesian_of(const char *format) FORMAT_ARGUMENT(1);

/* Empty when nobody has put it into words yet. */
static const char *indonesian_of(const char *format)
{
    static const struct {
        const char *english;
        const char *indonesian;
    } words[] = {
#define PROBLEM(english, indonesian) {english, indonesian},
#include "base/problem.def"
#undef PROBLEM
    };

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (strcmp(words[i].english, format) == 0) return words[i].indonesian;
    }
    return "";
}

static void write_text(struct problem *why, const char *format, va_list args) PRINTF(2, 0);

static void write_text(struct problem *why, const char *format, va_list args)
{
    va_list again;

    va_copy(again, args);
    IGNORE(vsnprintf(why->text, sizeof why->text, format, args), "a long reason is cut");
    IGNORE(vsnprintf(why->indonesian, sizeof why->indonesian, indonesian_of(format), again), "cut");
    va_end(again);
}

enum rc problem_set(struct problem *why, enum rc rc, const char *format, ...)
{
    va_list args;

    assert(rc != RC_OK);
    if (!why) return rc;
    why->rc = rc;
    why->field[0] = '\0';
    va_start(args, format);
    write_text(why, format, args);
    va_end(args);
    return rc;
}

enum rc problem_at(struct problem *why, enum rc rc, const char *field, const char *format, ...)
{
    va_list args;

    assert(rc != RC_OK);
    if (!why) return rc;
    why->rc = rc;
    IGNORE(snprintf(why->field, sizeof why->field, "%s", field), "a long name is cut");
    va_start(args, format);
    write_text(why, format, args);
    va_end(args);
    return rc;
}
