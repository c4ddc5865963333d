#include "devices/adms_rows.h"

#include "base/day.h"
#include "base/limits.h"

enum { COLUMN_PIN, COLUMN_TIME, COLUMN_STATUS, COLUMN_VERIFY, COLUMN_WORKCODE, COLUMNS_READ };
enum { COLUMNS_NEEDED = COLUMN_VERIFY + 1 };

static const struct {
    const char *word, *indonesian, *english;
} refusals[] = {
#define REFUSAL(name, word, indonesian, english) \
    [ADMS_REFUSED_##name] = {(word), (indonesian), (english)},
#include "devices/adms_refusal.def"
#undef REFUSAL
};

const char *adms_refusal_word(enum adms_refusal_reason reason)
{
    assert(reason < COUNT_OF(refusals));
    return refusals[reason].word;
}

const char *adms_refusal_indonesian(enum adms_refusal_reason reason)
{
    assert(reason < COUNT_OF(refusals));
    return refusals[reason].indonesian;
}

const char *adms_refusal_english(enum adms_refusal_reason reason)
{
    assert(reason < COUNT_OF(refusals));
    return refusals[reason].english;
}

void adms_lines_init(struct adms_lines *lines, struct text body)
{
    *lines = (struct adms_lines){.rest = body};
}

/* Nothing but blanks, or the NUL that C firmware sends after its last row. */
static bool is_blank(struct text line)
{
    for (size_t i = 0; i < line.bytes; i++) {
        char byte = line.at[i];

        if (byte != ' ' && byte != '\t' && byte != '\r' && byte != '\0') return false;
    }
    return true;
}

bool adms_lines_next(struct adms_lines *lines, struct text *out_line)
{
    while (lines->rest.at) {
        struct text line = text_cut(&lines->rest, '\n');

        while (line.bytes && line.at[line.bytes - 1] == '\r') {
            line.bytes--;
        }
        if (is_blank(line)) continue;
        lines->sent++;
        *out_line = line;
        return true;
    }
    return false;
}

size_t adms_lines_count(struct text body)
{
    struct adms_lines lines;
    struct text line;

    adms_lines_init(&lines, body);
    while (adms_lines_next(&lines, &line)) {
    }
    return lines.sent;
}

/* Refuse `line` because of `part`, a slice of it. */
static struct adms_row refuse(struct text line, struct text part, enum adms_refusal_reason reason)
{
    size_t from = part.at ? (size_t)(part.at - line.at) : line.bytes;
    size_t to = from + part.bytes;

    if (line.bytes > ADMS_REFUSAL_BYTES_MAX) line.bytes = ADMS_REFUSAL_BYTES_MAX;
    if (to > line.bytes) to = line.bytes;
    if (from > to) from = to;
    return (struct adms_row){.kind = ADMS_ROW_REFUSAL, .refusal = {reason, line, from, to}};
}

static bool pin_is_fine(struct text pin, enum adms_refusal_reason *out_reason)
{
    *out_reason = pin.bytes == 0              ? ADMS_REFUSED_PIN_EMPTY
                  : pin.bytes > PIN_BYTES_MAX ? ADMS_REFUSED_PIN_LONG
                                              : ADMS_REFUSED_PIN_BYTES;
    return pin.bytes > 0 && pin.bytes <= PIN_BYTES_MAX && text_plain(pin);
}

/* A code as a number; an empty column stands for `absent`. */
static bool read_code(struct text column, int absent, int *out_code)
{
    int64_t number = absent;

    column = text_trim(column);
    if (column.bytes && !text_int(column, &number)) return false;
    if (number < 0 || number > ADMS_CODE_MAX) return false;
    *out_code = (int)number;
    return true;
}

/* Cut the first columns off; returns how many there are of them. */
static size_t cut_columns(struct text line, struct text *columns, struct text *out_extra)
{
    struct text rest = line;
    size_t count = 0;

    while (rest.at && count < COLUMNS_READ) {
        columns[count++] = text_cut(&rest, '\t');
    }
    *out_extra = rest.at ? rest : TEXT("");
    return count;
}

struct adms_row adms_row_parse(struct text line)
{
    struct adms_punch punch = {.raw = line};
    struct text columns[COLUMNS_READ] = {0};
    enum adms_refusal_reason reason;
    size_t count = cut_columns(line, columns, &punch.extra);

    if (line.bytes > ADMS_ROW_BYTES_MAX) return refuse(line, line, ADMS_REFUSED_LONG);
    if (count < COLUMNS_NEEDED) return refuse(line, line, ADMS_REFUSED_COLUMNS);

    punch.pin = text_trim(columns[COLUMN_PIN]);
    if (!pin_is_fine(punch.pin, &reason)) return refuse(line, columns[COLUMN_PIN], reason);
    if (!moment_parse(text_trim(columns[COLUMN_TIME]), &punch.moment)) {
        return refuse(line, columns[COLUMN_TIME], ADMS_REFUSED_TIME);
    }
    if (!read_code(columns[COLUMN_STATUS], ADMS_STATUS_UNDEFINED, &punch.status)) {
        return refuse(line, columns[COLUMN_STATUS], ADMS_REFUSED_STATUS);
    }
    if (!read_code(columns[COLUMN_VERIFY], ADMS_VERIFY_ANY, &punch.verify)) {
        return refuse(line, columns[COLUMN_VERIFY], ADMS_REFUSED_VERIFY);
    }
    punch.workcode = text_trim(columns[COLUMN_WORKCODE]);
    return (struct adms_row){.kind = ADMS_ROW_PUNCH, .punch = punch};
}

bool adms_rows_next(struct adms_lines *lines, struct adms_row *out_row)
{
    struct text line;

    if (!adms_lines_next(lines, &line)) return false;
    *out_row = adms_row_parse(line);
    return true;
}
