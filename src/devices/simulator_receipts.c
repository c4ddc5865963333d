#include "devices/simulator_receipts.h"

#include "base/map64.h"
#include "base/mem.h"

enum { FIRST_CAPACITY = 1024, FOUND_MAX = 3 };

struct receipt {
    uint8_t acknowledged : 1;
    uint8_t found : 2; /* up to FOUND_MAX */
};

struct simulator_receipts {
    struct map64 *places; /* key to index of receipts */
    struct receipt *at;
    size_t count;
    size_t capacity;
};

struct simulator_receipts *simulator_receipts_new(void)
{
    struct simulator_receipts *receipts = mem_alloc(1, sizeof *receipts);

    receipts->places = map64_new();
    return receipts;
}

void simulator_receipts_free(struct simulator_receipts **receipts)
{
    if (!*receipts) return;
    map64_free(&(*receipts)->places);
    mem_free((*receipts)->at);
    mem_free(*receipts);
    *receipts = NULL;
}

/* Spread a number over all bits (the finaliser of splitmix64). */
static uint64_t mix(uint64_t number)
{
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
    return number ^ (number >> 31);
}

uint64_t simulator_receipt_key(struct text serial,
                               struct text pin,
                               int64_t moment,
                               int status,
                               int verify)
{
    uint64_t codes = (uint64_t)(uint32_t)status << 32 | (uint32_t)verify;

    return mix(mix(mix(mix(text_hash(serial)) + text_hash(pin)) + (uint64_t)moment) + codes);
}

static struct receipt *receipt_of(struct simulator_receipts *receipts, uint64_t key)
{
    uint32_t place = 0;

    if (map64_find(receipts->places, key, &place)) return &receipts->at[place];
    if (receipts->count == receipts->capacity) {
        receipts->capacity = receipts->capacity ? receipts->capacity * 2 : FIRST_CAPACITY;
        receipts->at = mem_resize(receipts->at, receipts->capacity, sizeof *receipts->at);
    }
    assert(receipts->count < UINT32_MAX);
    IGNORE(map64_put(receipts->places, key, (uint32_t)receipts->count), "the key is new");
    receipts->at[receipts->count] = (struct receipt){0, 0};
    return &receipts->at[receipts->count++];
}

void simulator_receipts_sent(struct simulator_receipts *receipts, uint64_t key)
{
    IGNORE(receipt_of(receipts, key), "that it is there is what is noted");
}

void simulator_receipts_acknowledged(struct simulator_receipts *receipts, uint64_t key)
{
    receipt_of(receipts, key)->acknowledged = 1;
}

void simulator_receipts_found(struct simulator_receipts *receipts, uint64_t key)
{
    uint32_t place = 0;

    if (!map64_find(receipts->places, key, &place)) return;
    if (receipts->at[place].found < FOUND_MAX) receipts->at[place].found++;
}

struct simulator_verdict simulator_receipts_judge(const struct simulator_receipts *receipts)
{
    struct simulator_verdict verdict = {0};

    for (size_t i = 0; i < receipts->count; i++) {
        const struct receipt *receipt = &receipts->at[i];

        verdict.acknowledged += receipt->acknowledged;
        verdict.kept += receipt->acknowledged && receipt->found == 1;
        verdict.missing += receipt->acknowledged && receipt->found == 0;
        verdict.doubled += receipt->found > 1;
    }
    return verdict;
}
