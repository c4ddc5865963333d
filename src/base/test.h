/* test.h - what every unit test includes: cmocka after the headers that it
 * silently needs, and two assertions of our own. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

/* cmocka.h comes last: it needs the four before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

/* Compare two result codes and print their words. */
#define assert_rc(expected, expression)                              \
    do {                                                             \
        enum rc assert_rc_ = (expression);                           \
        assert_string_equal(rc_word(assert_rc_), rc_word(expected)); \
    } while (0)

/* Compare a slice with a literal. */
#define assert_text(expected, slice)                                                               \
    do {                                                                                           \
        struct text assert_text_ = (slice);                                                        \
        assert_int_equal(assert_text_.bytes, sizeof(expected) - 1);                                \
        assert_memory_equal(assert_text_.at ? assert_text_.at : "", expected, assert_text_.bytes); \
    } while (0)
