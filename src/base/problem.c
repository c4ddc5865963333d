#include "base/problem.h"

#include <stdarg.h>
#include <stdio.h>

static void write_text(struct problem *why, const char *format, va_list args) PRINTF(2, 0);

static void write_text(struct problem *why, const char *format, va_list args)
{
    IGNORE(vsnprintf(why->text, sizeof why->text, format, args), "a long reason is cut");
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
