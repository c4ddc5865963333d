/* cc.h - the compiler extensions this project uses, and the only macros that
 * are allowed to touch control flow. */
#pragma once

#include "base/rc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NODISCARD           __attribute__((warn_unused_result))
#define CLEANUP(fn)         __attribute__((cleanup(fn), unused))
#define PRINTF(at, args)    __attribute__((format(printf, at, args)))
#define FORMAT_ARGUMENT(at) __attribute__((format_arg(at)))
#define RETURNS_NONNULL     __attribute__((returns_nonnull))
#define NORETURN            __attribute__((noreturn))
#define PACKED              __attribute__((packed))

/* Evaluate an expression that returns an enum rc; leave the function with that
 * code unless it is RC_OK.  Safe because every resource is a CLEANUP variable. */
#define TRY(expr)                             \
    do {                                      \
        enum rc try_rc_ = (expr);             \
        if (try_rc_ != RC_OK) return try_rc_; \
    } while (0)

/* Ignore a result on purpose; the reason is for the reader. */
#define IGNORE(expr, reason)                      \
    do {                                          \
        __typeof__(expr) ignored_ = (expr);       \
        (void)ignored_;                           \
        static_assert(sizeof(reason) > 1, "why"); \
    } while (0)

/* Give ownership of a pointer away: the value, and the variable is cleared. */
#define TAKE(pointer)                           \
    __extension__({                             \
        __typeof__(pointer) taken_ = (pointer); \
        (pointer) = NULL;                       \
        taken_;                                 \
    })

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#include <assert.h>
