#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void NORETURN out_of_memory(void)
{
    fputs("hadir: out of memory\n", stderr);
    abort();
}

void *mem_alloc(size_t count, size_t bytes)
{
    void *at = calloc(count ? count : 1, bytes ? bytes : 1);

    if (!at) out_of_memory();
    return at;
}

void *mem_resize(void *at, size_t count, size_t bytes)
{
    size_t total;
    void *moved;

    if (__builtin_mul_overflow(count, bytes, &total)) out_of_memory();
    moved = realloc(at, total ? total : 1);
    if (!moved) out_of_memory();
    return moved;
}

char *mem_copy_text(const char *text)
{
    char *copy = strdup(text);

    if (!copy) out_of_memory();
    return copy;
}

void mem_free(void *at)
{
    free(at);
}

void mem_release(void *pointer_to_pointer)
{
    void **at = pointer_to_pointer;

    free(*at);
    *at = NULL;
}
