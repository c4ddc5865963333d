#include "base/arena.h"

#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK_BYTES = 16 * 1024, ALIGNMENT = 16 };

struct block {
    struct block *next;
    size_t used;
    size_t bytes;
    _Alignas(ALIGNMENT) char at[];
};

struct arena {
    struct block *newest;
    struct block *first;
};

static struct block *block_new(size_t bytes, struct block *next)
{
    struct block *block = mem_alloc(1, sizeof *block + bytes);

    block->bytes = bytes;
    block->next = next;
    return block;
}

struct arena *arena_new(void)
{
    struct arena *mem = mem_alloc(1, sizeof *mem);

    mem->first = mem->newest = block_new(BLOCK_BYTES, NULL);
    return mem;
}

static void free_blocks_until(struct arena *mem, const struct block *last)
{
    while (mem->newest && mem->newest != last) {
        struct block *next = mem->newest->next;

        mem_free(mem->newest);
        mem->newest = next;
    }
}

void arena_free(struct arena **mem)
{
    if (!*mem) return;
    free_blocks_until(*mem, NULL);
    mem_free(*mem);
    *mem = NULL;
}

void arena_reset(struct arena *mem)
{
    free_blocks_until(mem, mem->first);
    memset(mem->first->at, 0, mem->first->used);
    mem->first->used = 0;
}

void *arena_alloc(struct arena *mem, size_t bytes)
{
    size_t padded;
    void *at;

    if (__builtin_add_overflow(bytes, ALIGNMENT - 1, &padded)) padded = SIZE_MAX;
    padded &= ~(size_t)(ALIGNMENT - 1);
    if (padded > mem->newest->bytes - mem->newest->used) {
        mem->newest = block_new(padded > BLOCK_BYTES ? padded : BLOCK_BYTES, mem->newest);
    }
    at = mem->newest->at + mem->newest->used;
    mem->newest->used += padded;
    return at;
}

void *arena_alloc_many(struct arena *mem, size_t count, size_t bytes)
{
    size_t total;

    if (__builtin_mul_overflow(count, bytes, &total)) total = SIZE_MAX;
    return arena_alloc(mem, total);
}

struct text arena_text(struct arena *mem, struct text source)
{
    char *copy = arena_alloc(mem, source.bytes + 1);

    if (source.bytes) memcpy(copy, source.at, source.bytes);
    return (struct text){copy, source.bytes};
}

const char *arena_cstr(struct arena *mem, struct text source)
{
    return arena_text(mem, source).at;
}

struct text arena_format(struct arena *mem, const char *format, ...)
{
    va_list args;
    va_list again;
    int bytes;
    char *at;

    va_start(args, format);
    va_copy(again, args);
    bytes = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(bytes >= 0);
    at = arena_alloc(mem, (size_t)bytes + 1);
    IGNORE(vsnprintf(at, (size_t)bytes + 1, format, again), "the size was measured");
    va_end(again);
    return (struct text){at, (size_t)bytes};
}
