#include "devices/adms_memory.h"

#include "base/lock.h"
#include "base/map.h"
#include "base/mem.h"
#include "devices/drift.h"

#include <string.h>

enum { FIRST_TERMINALS = 64 };

struct remembered {
    bool stored[ADMS_STAMPS];
    char stamps[ADMS_STAMPS][ADMS_STAMP_BYTES_MAX];
    size_t stamp_bytes[ADMS_STAMPS];
    struct drift drift;
};

struct adms_memory {
    struct lock lock;
    /* guarded by lock */
    struct remembered **terminals;
    size_t count, capacity;
    struct map *by_serial;
};

struct adms_memory *adms_memory_new(void)
{
    struct adms_memory *memory = mem_alloc(1, sizeof *memory);

    lock_init(&memory->lock, LOCK_ADMS);
    memory->by_serial = map_new();
    return memory;
}

void adms_memory_free(struct adms_memory **freed)
{
    struct adms_memory *memory = *freed;

    if (!memory) return;
    for (size_t i = 0; i < memory->count; i++) {
        mem_free(memory->terminals[i]);
    }
    mem_free(memory->terminals);
    map_free(&memory->by_serial);
    lock_done(&memory->lock);
    mem_free(memory);
    *freed = NULL;
}

static struct remembered *remember(struct adms_memory *memory, struct text serial)
{
    uint32_t index = 0;

    lock_assert_held(&memory->lock);
    if (map_find(memory->by_serial, serial, &index)) return memory->terminals[index];
    if (memory->count == memory->capacity) {
        memory->capacity = memory->capacity ? memory->capacity * 2 : FIRST_TERMINALS;
        memory->terminals =
            mem_resize(memory->terminals, memory->capacity, sizeof(struct remembered *));
    }
    map_put(memory->by_serial, serial, (uint32_t)memory->count);
    return memory->terminals[memory->count++] = mem_alloc(1, sizeof(struct remembered));
}

static struct text stamp_of(const struct remembered *terminal, int table)
{
    return (struct text){terminal->stamps[table], terminal->stamp_bytes[table]};
}

void adms_memory_note_stamp(void *visitor,
                            struct text serial,
                            enum adms_table table,
                            struct text stamp)
{
    struct adms_memory *memory = visitor;
    CLEANUP(lock_release) struct lock *held = lock_take(&memory->lock);
    struct remembered *terminal = remember(memory, serial);

    if ((int)table >= ADMS_STAMPS) return;
    if (stamp.bytes > ADMS_STAMP_BYTES_MAX) stamp.bytes = ADMS_STAMP_BYTES_MAX;
    terminal->stored[table] = true;
    terminal->stamp_bytes[table] = stamp.bytes;
    if (stamp.bytes) memcpy(terminal->stamps[table], stamp.at, stamp.bytes);
}

bool adms_memory_has_stamp(struct adms_memory *memory,
                           struct text serial,
                           enum adms_table table,
                           struct text stamp)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&memory->lock);
    const struct remembered *terminal = remember(memory, serial);

    if ((int)table >= ADMS_STAMPS) return false;
    return terminal->stored[table] && text_equal(stamp_of(terminal, (int)table), stamp);
}

void adms_memory_greet(struct adms_memory *memory,
                       struct text serial,
                       int offset_minutes,
                       struct buf *out)
{
    struct adms_stamps stamps = {0};
    struct adms_handshake handshake;
    CLEANUP(lock_release) struct lock *held = lock_take(&memory->lock);
    struct remembered *terminal = remember(memory, serial);

    for (int i = 0; i < ADMS_STAMPS; i++) {
        stamps.stored[i] = terminal->stored[i];
        stamps.sent[i] = stamp_of(terminal, i);
    }
    drift_forget(&terminal->drift);
    handshake = adms_handshake_default(serial, &stamps, offset_minutes);
    adms_reply_handshake(out, &handshake);
}

bool adms_memory_note_drift(struct adms_memory *memory,
                            struct text serial,
                            const struct adms_live_punch *punch,
                            int64_t *out_drift_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&memory->lock);
    struct remembered *terminal = remember(memory, serial);

    drift_note(&terminal->drift, punch->received_at_ms, punch->local_at_ms, punch->rows);
    return drift_measure(&terminal->drift, punch->received_at_ms, out_drift_ms);
}
