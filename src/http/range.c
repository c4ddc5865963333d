#include "http/range.h"

static const struct range whole = {.kind = RANGE_WHOLE};
static const struct range outside = {.kind = RANGE_OUTSIDE};

static struct range part(int64_t from, int64_t to, int64_t total_bytes)
{
    if (from >= total_bytes) return outside;
    if (to > total_bytes - 1) to = total_bytes - 1;
    return (struct range){.kind = RANGE_PART, .from = from, .bytes = to - from + 1};
}

/* "-500": the last bytes. */
static struct range tail(int64_t bytes, int64_t total_bytes)
{
    if (bytes == 0 || total_bytes == 0) return outside;
    return part(bytes < total_bytes ? total_bytes - bytes : 0, total_bytes - 1, total_bytes);
}

static bool is_number(struct text text, int64_t *out_number)
{
    return text_digits(text) && text_int(text, out_number);
}

struct range range_of(struct text header, int64_t total_bytes)
{
    struct text unit = text_cut(&header, '=');
    struct text last = text_trim(header);
    struct text first = text_trim(text_cut(&last, '-'));
    int64_t from = 0, to = 0;

    if (!text_equal_ignoring_case(text_trim(unit), TEXT("bytes")) || !last.at) return whole;
    last = text_trim(last);
    if (first.bytes == 0) return is_number(last, &to) ? tail(to, total_bytes) : whole;
    if (!is_number(first, &from)) return whole;
    if (last.bytes == 0) return part(from, INT64_MAX - 1, total_bytes);
    if (!is_number(last, &to) || to < from) return whole;
    return part(from, to, total_bytes);
}
