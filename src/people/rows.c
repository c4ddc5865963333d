#include "people/rows.h"

#include "base/mem.h"

#include <string.h>

enum { FIRST_CAPACITY = 64 };

void *rows_add(struct rows *rows, size_t bytes)
{
    char *at;

    if (rows->count == rows->capacity) {
        rows->capacity = rows->capacity ? rows->capacity * 2 : FIRST_CAPACITY;
        rows->at = mem_resize(rows->at, rows->capacity, bytes);
    }
    at = (char *)rows->at + rows->count++ * bytes;
    memset(at, 0, bytes);
    return at;
}

void *rows_take(struct rows *rows, size_t bytes)
{
    void *at = NULL;

    if (rows->count > 0) at = mem_resize(TAKE(rows->at), rows->count, bytes);
    rows_done(rows);
    return at;
}

void rows_done(struct rows *rows)
{
    mem_free(rows->at);
    *rows = (struct rows){0};
}
