/* verify_code.h - by which method did the terminal recognise the person?
 *
 * A punch carries a raw verify code, and what it means depends on the model.
 * Here is the vendor's table for attendance PUSH; an administrator's rows for a
 * model come first.  The raw code is what is stored, so a corrected row corrects
 * the past as well.
 *
 * No document or capture has a code for iris.  The table therefore has none,
 * and iris terminals need a row of their own; verify_shipped lists the rows a
 * new government begins with (the simulated iris terminal's).
 *
 * Sources: adms.md §4.1 [A app. 7, C app. 3].
 *
 * Memory    Tables are constant; overrides belong to the caller.
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum method {
#define METHOD(name, word, indonesian, english) METHOD_##name,
#include "devices/method.def"
#undef METHOD
    METHODS
};

const char *method_word(enum method method);
const char *method_indonesian(enum method method);
const char *method_english(enum method method);

/* The method of a stable word such as "iris"; false for any other word. */
bool method_parse(struct text word, enum method *out_method);

struct verify_code {
    int code;
    enum method method;  /* the strongest of the combination */
    bool is_alternative; /* "finger or password": which one is not told */
    bool is_certain;     /* false where documents disagree about the code */
    const char *english; /* the vendor's own words */
};

/* The vendor's table, ascending by code. */
const struct verify_code *verify_codes(size_t *out_count) RETURNS_NONNULL;

/* One row of a model's own table. */
struct verify_override {
    struct text model; /* as the terminal tells it, compared in any case */
    int code;
    enum method method;
};

/* What a new government begins with: editable rows, none of them verified. */
const struct verify_override *verify_shipped(size_t *out_count) RETURNS_NONNULL;

/* The method of a code on a model: the model's row, else the vendor's table,
 * else METHOD_OTHER. */
enum method verify_method(const struct verify_override *overrides,
                          size_t count,
                          struct text model,
                          int code);
