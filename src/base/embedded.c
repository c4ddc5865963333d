#include "base/embedded.h"

#include "base/embedded_private.h"

/* The first file whose path is not before `path`. */
static size_t first_from(struct text path)
{
    size_t low = 0, high = embedded_file_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(text_of(embedded_files[middle].path), path) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct embedded *embedded_find(struct text path)
{
    size_t at = first_from(path);

    if (at == embedded_file_count) return NULL;
    return text_equal(text_of(embedded_files[at].path), path) ? &embedded_files[at] : NULL;
}

size_t embedded_list(struct text folder, const struct embedded **out_first)
{
    size_t first = first_from(folder), end = first;

    while (end < embedded_file_count && text_starts(text_of(embedded_files[end].path), folder)) {
        end++;
    }
    *out_first = &embedded_files[first];
    return end - first;
}
