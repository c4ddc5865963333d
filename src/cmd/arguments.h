/* arguments.h - a command line, read by a table.
 *
 * A command names its words and options in one constant table; reading them,
 * refusing what is wrong with a sentence that helps, and the help text all
 * follow from it.
 *
 *   static const struct argument arguments[] = {
 *       ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Serial number of the terminal"),
 *       ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "Where it stands", .required = true),
 *       ARGUMENT_FLAG("dry-run", "Check only, write nothing"),
 *   };
 *
 * Options are `--name VALUE` or `--name=VALUE`, in any place; `--` ends them.
 * A value that has a form (a day, an instant, a number, one of some words) is
 * checked here, so a handler gets only what it can use.
 *
 * Memory    Values point into argv.
 * Threads   All functions are pure.
 * Errors    RC_INVALID with the reason in *why. */
#pragma once

#include "base/buf.h"
#include "base/day.h"
#include "base/problem.h"

enum { ARGUMENTS_MAX = 16 };

enum argument_kind { ARGUMENT_IS_WORD, ARGUMENT_IS_OPTION, ARGUMENT_IS_FLAG };

enum argument_form {
    ARGUMENT_TEXT,    /* anything but nothing */
    ARGUMENT_CHOICE,  /* one of `choices` */
    ARGUMENT_DAY,     /* 2021-05-17 */
    ARGUMENT_INSTANT, /* 2021-05-17T07:44:08+07:00 */
    ARGUMENT_COUNT,   /* a whole number, 1 or more */
    ARGUMENT_RATE,    /* a number above 0 */
};

struct argument {
    const char *name;  /* "agency" of --agency, or the word's own "FILE" */
    const char *value; /* what stands for an option's value in the help: "CODE" */
    const char *about; /* one sentence without its full stop */
    enum argument_kind kind;
    enum argument_form form;
    bool required;
    const char *choices; /* "table|json|csv" */
};

#define ARGUMENT_WORD(word, shaped, says, ...)                                       \
    {                                                                                \
        .name = (word), .about = (says), .kind = ARGUMENT_IS_WORD, .form = (shaped), \
        .required = true, ##__VA_ARGS__                                              \
    }
#define ARGUMENT_OPTION(word, stands, shaped, says, ...)                                \
    {                                                                                   \
        .name = (word), .value = (stands), .about = (says), .kind = ARGUMENT_IS_OPTION, \
        .form = (shaped), ##__VA_ARGS__                                                 \
    }
#define ARGUMENT_FLAG(word, says)                                 \
    {                                                             \
        .name = (word), .about = (says), .kind = ARGUMENT_IS_FLAG \
    }

/* What a command line must look like. */
struct usage {
    const char *command; /* "hadir terminal approve" */
    const char *about;   /* one sentence */
    const struct argument *table;
    size_t count;
};

struct arguments {
    const struct usage *usage;
    const char *values[ARGUMENTS_MAX]; /* by row of the table; NULL: not given */
    bool help;                         /* --help was there: nothing else was checked */
};

/* `words` are those after the command's own name. */
enum rc arguments_read(const struct usage *usage,
                       int count,
                       char *const *words,
                       struct arguments *out_arguments,
                       struct problem *why) NODISCARD;

/* The value, or NULL when it was not given; a flag's is "". */
const char *arguments_value(const struct arguments *arguments, const char *name);
bool arguments_has(const struct arguments *arguments, const char *name);

/* Values of a form; the second gives `otherwise` when it was not given. */
struct day arguments_day(const struct arguments *arguments, const char *name); /* {0}: not given */
int64_t arguments_instant(const struct arguments *arguments, const char *name, int64_t otherwise);
int64_t arguments_count(const struct arguments *arguments, const char *name, int64_t otherwise);
double arguments_rate(const struct arguments *arguments, const char *name, double otherwise);

/* The help text. */
void arguments_help(const struct usage *usage, struct buf *to);

/* The line of usage alone: "usage: hadir terminal approve SN --agency CODE ...". */
void arguments_usage(const struct usage *usage, struct buf *to);
