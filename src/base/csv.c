#include "base/csv.h"

#include "base/limits.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    WINDOW_BYTES = 256 * 1024, /* doubles while one row does not fit */
    WINDOW_BYTES_MAX = 1024 * 1024,
    QUOTED_BYTES_MAX = 2 * CSV_CELL_BYTES_MAX, /* every byte a doubled quote */
};

static_assert((size_t)CSV_COLUMNS_MAX * (QUOTED_BYTES_MAX + 3) <= WINDOW_BYTES_MAX,
              "the largest row fits into the window");

/*   window: |  rows given already  |  this row  ...  |  room  |
 *                                  start             end      capacity
 *
 * A row is scanned from `start`.  When it does not end before `end`, the
 * window is moved and filled, and the row scanned again from its beginning:
 * so no state is carried through the middle of a row. */
struct csv {
    int fd; /* -1: the window is the caller's text */
    char *own;
    const char *window;
    size_t start;
    size_t end;
    size_t capacity;
    bool at_end; /* nothing comes after the window */
    bool is_special[256];
    char separator;
    size_t line; /* on which `start` stands */
    size_t bytes_read;
    size_t bytes_total;
    char *scratch; /* cells without their doubled quotes */
    size_t scratch_bytes;
    struct text cells[CSV_COLUMNS_MAX];
    size_t count;
    struct problem why; /* the first error; why.rc is RC_OK without one */
};

enum step {
    STEP_CELL, /* a cell, and another one follows */
    STEP_ROW,  /* the last cell of its row */
    STEP_MORE, /* the window ends too early */
    STEP_FAILED,
};

static enum step fail(struct csv *csv, enum rc rc, size_t line, const char *reason)
{
    IGNORE(problem_set(&csv->why, rc, "line %zu: %s", line, reason), "kept for csv_end");
    return STEP_FAILED;
}

/* Move the current row to the front and fill the rest. */
static bool refill(struct csv *csv)
{
    ssize_t count;

    if (csv->at_end) return false;
    memmove(csv->own, csv->own + csv->start, csv->end - csv->start);
    csv->end -= csv->start;
    csv->start = 0;
    if (csv->end == csv->capacity) {
        csv->capacity *= 2;
        assert(csv->capacity <= WINDOW_BYTES_MAX);
        csv->own = mem_resize(csv->own, csv->capacity, 1);
    }
    csv->window = csv->own;
    do {
        count = read(csv->fd, csv->own + csv->end, csv->capacity - csv->end);
    } while (count < 0 && errno == EINTR);
    if (count < 0) return fail(csv, RC_UNAVAILABLE, csv->line, "cannot be read") != STEP_FAILED;
    csv->at_end = count == 0;
    csv->end += (size_t)count;
    csv->bytes_read += (size_t)count;
    if (csv->bytes_read > CSV_FILE_BYTES_MAX) {
        return fail(csv, RC_TOO_LARGE, csv->line, "the file is too large") != STEP_FAILED;
    }
    return true;
}

static size_t newlines_in(struct text text)
{
    size_t count = 0;

    while (text_cut(&text, '\n').at && text.at) {
        count++;
    }
    return count;
}

/* A cell ends at `i`: by a separator, a line end, or the end of the file. */
static enum step end_of_cell(const struct csv *csv, size_t i, size_t *at)
{
    if (i == csv->end) {
        *at = i;
        return STEP_ROW;
    }
    *at = i + 1;
    return csv->window[i] == csv->separator ? STEP_CELL : STEP_ROW;
}

static enum step scan_plain(struct csv *csv, size_t *at, struct text *out_cell)
{
    const char *window = csv->window;
    size_t begin = *at, i = begin, end = csv->end;
    struct text cell;

    while (i < end && !csv->is_special[(unsigned char)window[i]]) {
        i++;
    }
    if (i - begin > CSV_CELL_BYTES_MAX + 1) {
        return fail(csv, RC_TOO_LARGE, csv->line, "a cell is too long");
    }
    if (i == end && !csv->at_end) return STEP_MORE;
    if (i < end && window[i] == '"') {
        return fail(csv, RC_INVALID, csv->line, "a quote stands in the middle of a cell");
    }
    cell = (struct text){window + begin, i - begin};
    if ((i == end || window[i] == '\n') && cell.bytes && cell.at[cell.bytes - 1] == '\r') {
        cell.bytes--;
    }
    if (cell.bytes > CSV_CELL_BYTES_MAX) {
        return fail(csv, RC_TOO_LARGE, csv->line, "a cell is too long");
    }
    *out_cell = cell;
    return end_of_cell(csv, i, at);
}

/* Copy a cell without the second of each two quotes. */
static struct text without_doubled_quotes(struct csv *csv, struct text raw)
{
    char *to;
    size_t bytes = 0;

    if (!csv->scratch) {
        csv->scratch = mem_alloc(CSV_COLUMNS_MAX, QUOTED_BYTES_MAX);
    }
    to = csv->scratch + csv->scratch_bytes;
    for (size_t i = 0; i < raw.bytes; i++) {
        to[bytes++] = raw.at[i];
        if (raw.at[i] == '"') i++;
    }
    csv->scratch_bytes += bytes;
    return (struct text){to, bytes};
}

/* Find the closing quote from `i` on; *out_doubled: quotes were doubled. */
static enum step find_closing(struct csv *csv, size_t *i, bool *out_doubled)
{
    size_t begin = *i;

    for (;;) {
        const char *quote = memchr(csv->window + *i, '"', csv->end - *i);
        size_t at = quote ? (size_t)(quote - csv->window) : csv->end;

        if (at - begin > QUOTED_BYTES_MAX) {
            return fail(csv, RC_TOO_LARGE, csv->line, "a cell is too long; is a quote not closed?");
        }
        if (!quote && csv->at_end) {
            return fail(csv, RC_INVALID, csv->line, "a quote is not closed");
        }
        if (!quote || (at + 1 == csv->end && !csv->at_end)) return STEP_MORE;
        *i = at;
        if (at + 1 == csv->end || csv->window[at + 1] != '"') return STEP_CELL;
        *out_doubled = true;
        *i = at + 2;
    }
}

static enum step scan_quoted(struct csv *csv, size_t *at, struct text *out_cell)
{
    size_t begin = *at + 1, i = begin;
    bool doubled = false;
    enum step step = find_closing(csv, &i, &doubled);
    struct text cell = {csv->window + begin, i - begin};

    if (step != STEP_CELL) return step;
    i++;
    if (i + 1 >= csv->end && !csv->at_end) return STEP_MORE;
    if (i + 1 < csv->end && csv->window[i] == '\r' && csv->window[i + 1] == '\n') i++;
    if (i < csv->end && csv->window[i] != csv->separator && csv->window[i] != '\n') {
        return fail(csv, RC_INVALID, csv->line, "something follows a closing quote");
    }
    if (doubled) cell = without_doubled_quotes(csv, cell);
    if (cell.bytes > CSV_CELL_BYTES_MAX) {
        return fail(csv, RC_TOO_LARGE, csv->line, "a cell is too long");
    }
    *out_cell = cell;
    return end_of_cell(csv, i, at);
}

/* Scan the cells of one row from `start`; *at ends after it. */
static enum step scan_row(struct csv *csv, size_t *at)
{
    enum step step = STEP_CELL;

    csv->count = 0;
    csv->scratch_bytes = 0;
    while (step == STEP_CELL) {
        struct text cell = {0};
        bool is_quoted = *at < csv->end && csv->window[*at] == '"';

        if (csv->count == CSV_COLUMNS_MAX) {
            return fail(csv, RC_TOO_LARGE, csv->line, "the row has too many cells");
        }
        step = is_quoted ? scan_quoted(csv, at, &cell) : scan_plain(csv, at, &cell);
        csv->cells[csv->count++] = cell;
    }
    return step;
}

bool csv_next(struct csv *csv, struct csv_row *out_row)
{
    while (csv->why.rc == RC_OK) {
        size_t at = csv->start;
        enum step step;

        if (csv->start == csv->end && csv->at_end) return false;
        step = scan_row(csv, &at);
        if (step == STEP_FAILED) return false;
        if (step == STEP_MORE) {
            if (!refill(csv)) return false;
            continue;
        }
        *out_row = (struct csv_row){csv->line, csv->count, csv->cells};
        csv->line += newlines_in((struct text){csv->window + csv->start, at - csv->start});
        csv->start = at;
        if (csv->count > 1 || csv->cells[0].bytes > 0) return true;
    }
    return false;
}

enum rc csv_end(const struct csv *csv, struct problem *why)
{
    if (csv->why.rc != RC_OK && why) *why = csv->why;
    return csv->why.rc;
}

static char separator_of(struct text line)
{
    static const char separators[] = {',', ';', '\t'};

    for (size_t i = 0; i < COUNT_OF(separators); i++) {
        if (text_find(line, separators[i]) < line.bytes) return separators[i];
    }
    return ',';
}

/* Look at the first line: byte order mark, and what separates its cells. */
static void begin(struct csv *csv)
{
    struct text seen = {csv->window ? csv->window + csv->start : "", csv->end - csv->start};

    if (text_starts(seen, TEXT("\xef\xbb\xbf"))) {
        csv->start += 3;
        seen = (struct text){seen.at + 3, seen.bytes - 3};
    }
    if (text_starts(seen, TEXT("\xff\xfe")) || text_starts(seen, TEXT("\xfe\xff"))) {
        IGNORE(fail(csv, RC_INVALID, 1, "the file is UTF-16: save it as CSV UTF-8"), "sticky");
    }
    csv->separator = separator_of(text_cut(&seen, '\n'));
    csv->is_special[(unsigned char)csv->separator] = true;
    csv->is_special['\n'] = true;
    csv->is_special['"'] = true;
    csv->line = 1;
}

struct csv *csv_open_text(struct text bytes)
{
    struct csv *csv = mem_alloc(1, sizeof *csv);

    csv->fd = -1;
    csv->window = bytes.at;
    csv->end = csv->bytes_read = csv->bytes_total = bytes.bytes;
    csv->at_end = true;
    begin(csv);
    return csv;
}

static enum rc open_file(struct csv *csv, const char *path, struct problem *why)
{
    struct stat stat;

    csv->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (csv->fd < 0 || fstat(csv->fd, &stat) != 0) {
        enum rc rc = errno == ENOENT ? RC_NOT_FOUND : RC_UNAVAILABLE;

        return problem_set(why, rc, "the file %s cannot be opened", path);
    }
    if (S_ISDIR(stat.st_mode)) return problem_set(why, RC_INVALID, "%s is a folder", path);
    if (stat.st_size > CSV_FILE_BYTES_MAX) {
        return problem_set(why, RC_TOO_LARGE, "the file %s is too large", path);
    }
    csv->bytes_total = S_ISREG(stat.st_mode) ? (size_t)stat.st_size : 0;
    return RC_OK;
}

enum rc csv_open(const char *path, struct csv **out_csv, struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = mem_alloc(1, sizeof *csv);

    csv->fd = -1;
    TRY(open_file(csv, path, why));
    csv->own = mem_alloc(WINDOW_BYTES, 1);
    csv->capacity = WINDOW_BYTES;
    csv->line = 1;
    while (csv->end < WINDOW_BYTES && refill(csv)) {
    }
    TRY(csv_end(csv, why));
    begin(csv);
    *out_csv = TAKE(csv);
    return RC_OK;
}

void csv_close(struct csv **csv)
{
    if (!*csv) return;
    if ((*csv)->fd >= 0) IGNORE(close((*csv)->fd), "it was only read");
    mem_free((*csv)->own);
    mem_free((*csv)->scratch);
    mem_free(*csv);
    *csv = NULL;
}

size_t csv_bytes_read(const struct csv *csv)
{
    return csv->bytes_read - (csv->end - csv->start);
}

size_t csv_bytes_total(const struct csv *csv)
{
    return csv->bytes_total;
}

void csv_write_init(struct csv_write *csv, struct buf *to)
{
    *csv = (struct csv_write){.to = to};
}

static bool needs_quotes(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        char byte = text.at[i];

        if (byte == ',' || byte == '"' || byte == ';' || byte == '\n' || byte == '\r') return true;
    }
    return text.bytes > 0 && (text.at[0] == ' ' || text.at[text.bytes - 1] == ' ');
}

static void add_doubling_quotes(struct buf *to, struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] == '"') buf_add_char(to, '"');
        buf_add_char(to, text.at[i]);
    }
}

void csv_write_cell(struct csv_write *csv, struct text text, enum csv_cell kind)
{
    bool is_formula = kind == CSV_FREE && text.bytes && memchr("=+-@\t\r", text.at[0], 6);
    bool is_quoted = needs_quotes(text);

    if (csv->comma) buf_add_char(csv->to, ',');
    csv->comma = true;
    if (is_quoted) buf_add_char(csv->to, '"');
    if (is_formula) buf_add_char(csv->to, '\'');
    if (is_quoted) {
        add_doubling_quotes(csv->to, text);
        buf_add_char(csv->to, '"');
    } else {
        buf_add(csv->to, text);
    }
}

void csv_write_int(struct csv_write *csv, int64_t value)
{
    if (csv->comma) buf_add_char(csv->to, ',');
    csv->comma = true;
    buf_add_int(csv->to, value);
}

void csv_write_row_end(struct csv_write *csv)
{
    buf_add(csv->to, TEXT("\r\n"));
    csv->comma = false;
}
