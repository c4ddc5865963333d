#include "cmd/punch_file.h"

#include "base/record_csv.h"
#include "cmd/punch_words.h"

#include <string.h>

enum { PUNCHES_FIRST = 4096 };

struct row {
    struct text pin_or_number, terminal, local_time, method, direction;
    struct text number, received_at, flags;
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct row, pin_or_number, RECORD_REQUIRED, 1, PIN_BYTES_MAX, .label = "pin"),
    RECORD_TEXT(struct row, terminal, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX, .label = "mesin"),
    RECORD_TEXT(struct row, local_time, RECORD_REQUIRED, 1, CODE_BYTES_MAX, .label = "waktu"),
    RECORD_TEXT(struct row, method, RECORD_OPTIONAL, 0, CODE_BYTES_MAX, .label = "metode"),
    RECORD_TEXT(struct row, direction, RECORD_OPTIONAL, 0, CODE_BYTES_MAX, .label = "arah"),
    RECORD_TEXT(struct row, number, RECORD_OPTIONAL, 0, CSV_CELL_BYTES_MAX),
    RECORD_TEXT(struct row, received_at, RECORD_OPTIONAL, 0, CSV_CELL_BYTES_MAX),
    RECORD_TEXT(struct row, flags, RECORD_OPTIONAL, 0, CSV_CELL_BYTES_MAX),
};
static const struct record row_record = RECORD("PunchRow", struct row, fields);

struct reader {
    const struct punch_file_options *options;
    struct arena *mem;
    struct record_columns columns;
    struct punch_file file;
    size_t capacity;
};

/* ---- one row ---- */

/* What is recorded of the terminal; an unknown one has neither model nor zone. */
static struct text look_at_terminal(const struct reader *reader,
                                    struct text serial,
                                    int32_t day,
                                    int *out_offset_minutes)
{
    const struct picture *picture = reader->options->picture;
    const struct directory *directory = picture->directory;
    int32_t terminal = picture_find_terminal(picture, serial);
    int32_t agency = picture_agency_of_terminal(picture, serial, day);

    *out_offset_minutes =
        agency == NONE ? directory->offset_minutes : directory->agencies[agency].offset_minutes;
    return terminal == NONE ? TEXT("") : picture->terminals[terminal].model;
}

static enum rc parse(const struct reader *reader,
                     const struct row *row,
                     struct punch *out_punch,
                     struct problem *why)
{
    struct punch punch = {.terminal = row->terminal,
                          .pin = row->pin_or_number,
                          .received_at_ms = reader->options->received_at_ms,
                          .source = PUNCH_FROM_FILE};
    struct text model;

    if (!terminal_serial_is_valid(row->terminal)) {
        return problem_at(why, RC_INVALID, "terminal", "\"" TEXT_FORMAT "\" is no serial number",
                          TEXT_ARGUMENT(row->terminal));
    }
    if (!moment_parse(row->local_time, &punch.moment)) {
        return problem_at(why, RC_INVALID, "local_time", "\"" TEXT_FORMAT "\" is no time",
                          TEXT_ARGUMENT(row->local_time));
    }
    model = look_at_terminal(reader, row->terminal, moment_day_number(punch.moment),
                             &punch.offset_minutes);
    if (!punch_verify_parse(reader->options->verify, model, row->method, &punch.verify)) {
        return problem_at(why, RC_INVALID, "method",
                          "\"" TEXT_FORMAT "\" is no method of terminals",
                          TEXT_ARGUMENT(row->method));
    }
    if (!punch_status_parse(row->direction, &punch.status)) {
        return problem_at(why, RC_INVALID, "direction", "\"" TEXT_FORMAT "\" is no direction",
                          TEXT_ARGUMENT(row->direction));
    }
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, punch.offset_minutes);
    *out_punch = punch;
    return RC_OK;
}

/* ---- all rows ---- */

static void take(struct reader *reader, const struct punch *punch)
{
    struct punch_file *file = &reader->file;

    if (file->count == reader->capacity) {
        size_t wider = reader->capacity ? reader->capacity * 2 : PUNCHES_FIRST;
        struct punch *punches = arena_array(reader->mem, struct punch, wider);

        if (file->count) memcpy(punches, file->punches, file->count * sizeof *punches);
        file->punches = punches;
        reader->capacity = wider;
    }
    file->punches[file->count++] = *punch;
}

static void refuse(struct reader *reader, size_t line, const struct problem *why)
{
    struct punch_file *file = &reader->file;
    struct text said = arena_text(reader->mem, text_of(why->text));

    file->refused++;
    if (file->finding_count == IMPORT_FINDINGS_MAX) return;
    if (!file->findings) {
        file->findings = arena_array(reader->mem, struct import_finding, IMPORT_FINDINGS_MAX);
    }
    file->findings[file->finding_count++] =
        (struct import_finding){.row = (int64_t)line,
                                .column = arena_cstr(reader->mem, text_of(why->field)),
                                .refused = true,
                                .word = "value",
                                .indonesian = said,
                                .english = said};
}

static void read_row(struct reader *reader, const struct csv_row *cells)
{
    struct problem why = {0};
    struct row row;
    struct punch punch;
    enum rc rc = record_read_row(&reader->columns, cells, reader->mem, &row, &why);

    if (rc == RC_OK) rc = parse(reader, &row, &punch, &why);
    reader->file.rows++;
    if (rc == RC_OK) take(reader, &punch);
    if (rc != RC_OK) refuse(reader, cells->line, &why);
}

enum rc punch_file_read(struct csv *csv,
                        const struct punch_file_options *options,
                        struct arena *mem,
                        struct punch_file *out_file,
                        struct problem *why)
{
    struct reader reader = {.options = options, .mem = mem};
    struct csv_row row;

    if (!csv_next(csv, &row)) {
        TRY(csv_end(csv, why));
        return problem_set(why, RC_INVALID, "the file is empty");
    }
    TRY(record_columns_match(&row_record, &row, RECORD_REFUSE_UNKNOWN, &reader.columns, why));
    while (csv_next(csv, &row)) {
        read_row(&reader, &row);
    }
    TRY(csv_end(csv, why));
    *out_file = reader.file;
    return RC_OK;
}
