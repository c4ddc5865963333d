/* adms_record.h - keyword rows: OPERLOG, BIODATA, IDCARD, ERRORLOG.
 *
 * Answers: what happened at the terminal besides punches: who was enrolled,
 * who deleted records or moved the clock, what broke.  A row is a keyword and
 * TAB-separated fields `Key=Value`, the keyword parted from the first by one
 * blank; keys differ in case between models, and a value may contain '=' (the
 * padding of base64), so each field is cut at its first '='.  OPLOG alone is
 * positional.  A row with an unknown keyword, such as the wrapped rest of a
 * template, is given out as ADMS_RECORD_UNKNOWN and refused by nobody.
 *
 * Passwords, templates and pictures are `struct adms_sealed`, a type that no
 * log, JSON or text function takes.  adms_record_field does not find them and
 * adms_record_redact leaves them out, so that what is kept as evidence holds
 * no biometric data (Law 27/2022, art. 4: specific personal data).
 *
 * Sources: adms.md §4.2, §4.3, §4.5, §9 (8, 10).
 *
 * Memory    Slices into the body.
 * Threads   All functions are pure; an iterator belongs to one thread.
 * Errors    None: what cannot be read is absent. */
#pragma once

#include "base/buf.h"
#include "base/cc.h"
#include "base/text.h"
#include "devices/adms_rows.h"

/* Bytes that must not be shown: on purpose not a struct text. */
struct adms_sealed {
    const char *at;
    size_t bytes;
};

enum adms_record_kind {
#define ADMS_RECORD_KIND(name, keyword, secrecy) ADMS_RECORD_##name,
#include "devices/adms_record.def"
#undef ADMS_RECORD_KIND
    ADMS_RECORD_UNKNOWN,
};

struct adms_record {
    enum adms_record_kind kind;
    struct text fields; /* after the keyword and its blank; the whole row when unknown */
    struct text pin;    /* PIN= of the row in any case, or empty */
    bool is_sensitive;  /* holds a password, template or picture: redact before keeping */
};

/* The next row; lines->sent counts them all, unknown ones included. */
bool adms_record_next(struct adms_lines *lines, struct adms_record *out_record);

const char *adms_record_word(enum adms_record_kind kind);

/* The value of a key in any case; false when absent or sealed. */
bool adms_record_field(const struct adms_record *record, const char *key, struct text *out_value);

/* The value of a sealed key (Passwd, TMP, Content); false when absent. */
bool adms_record_sealed(const struct adms_record *record,
                        const char *key,
                        struct adms_sealed *out_value);

/* Write the row with every sealed value replaced by the number of its bytes,
 * as "TMP=(1432 bytes)".  An unknown row is written as its length alone. */
void adms_record_redact(const struct adms_record *record, struct buf *out);

/* OPLOG: who did what at the terminal itself. */
struct adms_operation {
    int code; /* ADMS_NUMBER_NONE when it is no number */
    struct text operator_pin;
    bool has_moment;
    int64_t moment;
    struct text object;
    struct text values[3];
};
struct adms_operation adms_record_operation(const struct adms_record *record);

struct adms_operation_kind {
    int code;
    bool is_audit; /* touches the evidence itself: raise an integrity alert */
    const char *indonesian;
    const char *english;
};
/* NULL for a code that is in no document. */
const struct adms_operation_kind *adms_operation_kind_of(int code);

/* USER: a person as the terminal knows it.  The password is only counted. */
struct adms_user {
    struct text pin;
    struct text name; /* any bytes, see adms_text.h */
    int privilege;    /* 0 user, 2 enroller, 6 admin, 14 super; ADMS_NUMBER_NONE */
    struct text card; /* decimal, or hexadecimal in brackets */
    struct text group;
    bool has_password;
};
struct adms_user adms_record_user(const struct adms_record *record);

enum adms_biometric {
#define BIOMETRIC(name, number, indonesian, english) ADMS_BIOMETRIC_##name = (number),
#include "devices/adms_biometric.def"
#undef BIOMETRIC
    ADMS_BIOMETRICS
};
const char *adms_biometric_indonesian(enum adms_biometric type);
const char *adms_biometric_english(enum adms_biometric type);

/* FP, FACE, FVEIN, USERPIC, BIOPHOTO, BIODATA: that somebody has a template of
 * a type, and the template itself, sealed.  Sizes that do not match the content
 * are not refused: the vendor's own samples do not match. */
struct adms_template {
    struct text pin;
    int type;            /* enum adms_biometric, or another number; ADMS_NUMBER_NONE */
    int number;          /* finger 0-9; iris and palm 0 left, 1 right */
    int index;           /* of several templates of one finger */
    bool is_valid;       /* Valid= is not 0 */
    bool is_duress;      /* a finger that calls for help */
    struct text version; /* MajorVer */
    bool is_picture;     /* USERPIC, BIOPHOTO */
    struct adms_sealed content;
};
struct adms_template adms_record_template(const struct adms_record *record);
