#include "people/throttle.h"

#include "base/hash.h"
#include "base/lock.h"
#include "base/map.h"
#include "base/mem.h"

enum {
    FORGET_MS = 3600 * 1000,
    PAIR_FREE = 5,
    PAIR_WAIT_MS = 1000,
    PAIR_WAIT_MS_MAX = 60 * 1000,
    ACCOUNT_FREE = 30,
    ACCOUNT_WAIT_MS = 10 * 1000,
    ADDRESS_FREE = 200,
    ADDRESS_WAIT_MS = 1000,
};

static const int64_t remember_ms = (int64_t)30 * 24 * 3600 * 1000; /* where one signed in */

struct tries {
    int64_t failed_at_ms; /* the last wrong one */
    int64_t passed_at_ms; /* the last right one; 0: never */
    int failures;         /* wrong ones without an hour between them */
};

struct tally {
    struct map *index; /* key -> place in tries */
    struct tries *tries;
    size_t count;
};

struct throttle {
    struct lock lock;
    /* guarded by lock */
    struct tally pairs;
    struct tally accounts;
    struct tally addresses;
};

static void tally_init(struct tally *tally)
{
    *tally = (struct tally){
        .index = map_new(),
        .tries = mem_alloc(THROTTLE_ENTRIES_MAX, sizeof *tally->tries),
    };
}

static void tally_done(struct tally *tally)
{
    map_free(&tally->index);
    mem_free(tally->tries);
}

struct throttle *throttle_new(void)
{
    struct throttle *throttle = mem_alloc(1, sizeof *throttle);

    lock_init(&throttle->lock, LOCK_LEAF);
    tally_init(&throttle->pairs);
    tally_init(&throttle->accounts);
    tally_init(&throttle->addresses);
    return throttle;
}

void throttle_free(struct throttle **throttle)
{
    if (!*throttle) return;
    tally_done(&(*throttle)->pairs);
    tally_done(&(*throttle)->accounts);
    tally_done(&(*throttle)->addresses);
    lock_done(&(*throttle)->lock);
    mem_free(*throttle);
    *throttle = NULL;
}

/* What is known about a key; zero tries when nothing is. */
static struct tries known(const struct tally *tally, struct text key)
{
    uint32_t at = 0;

    return map_find(tally->index, key, &at) ? tally->tries[at] : (struct tries){0};
}

/* The entry of a key, made when it is not there.  A full tally begins again:
 * what a flood of names could make it forget is a minute of waiting. */
static struct tries *entry(struct tally *tally, struct text key)
{
    uint32_t at = 0;

    if (map_find(tally->index, key, &at)) return &tally->tries[at];
    if (tally->count == THROTTLE_ENTRIES_MAX) {
        map_clear(tally->index);
        tally->count = 0;
    }
    at = (uint32_t)tally->count++;
    tally->tries[at] = (struct tries){0};
    map_put(tally->index, key, at);
    return &tally->tries[at];
}

/* Account and address as one key: the hash of both, whatever their length. */
struct key {
    struct hash hash;
};

static struct text pair_key(struct key *key, struct text account, struct text address)
{
    struct hasher hasher;

    hasher_init(&hasher);
    hasher_add_int(&hasher, (int64_t)account.bytes);
    hasher_add(&hasher, account);
    hasher_add(&hasher, address);
    key->hash = hasher_result(&hasher);
    return (struct text){(const char *)key->hash.at, sizeof key->hash.at};
}

static struct text one_key(struct key *key, struct text name)
{
    key->hash = hash_of(name);
    return (struct text){(const char *)key->hash.at, sizeof key->hash.at};
}

static int failures_now(const struct tries *tries, int64_t now_ms)
{
    return now_ms - tries->failed_at_ms < FORGET_MS ? tries->failures : 0;
}

static int64_t left(int64_t failed_at_ms, int64_t wait_ms, int64_t now_ms)
{
    int64_t until = failed_at_ms + wait_ms - now_ms;

    return until > 0 ? until : 0;
}

static int64_t pair_wait(const struct tries *tries, int64_t now_ms)
{
    int over = failures_now(tries, now_ms) - PAIR_FREE;
    int64_t wait_ms = PAIR_WAIT_MS;

    if (over < 0) return 0;
    for (int i = 0; i < over && wait_ms < PAIR_WAIT_MS_MAX; i++) {
        wait_ms *= 2;
    }
    if (wait_ms > PAIR_WAIT_MS_MAX) wait_ms = PAIR_WAIT_MS_MAX;
    return left(tries->failed_at_ms, wait_ms, now_ms);
}

static int64_t rationed(const struct tries *tries, int free, int64_t wait_ms, int64_t now_ms)
{
    if (failures_now(tries, now_ms) < free) return 0;
    return left(tries->failed_at_ms, wait_ms, now_ms);
}

static int64_t longer(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t throttle_wait_ms(struct throttle *throttle,
                         struct text account,
                         struct text address,
                         int64_t now_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&throttle->lock);
    struct key key;
    struct tries pair = known(&throttle->pairs, pair_key(&key, account, address));
    struct tries by_account = known(&throttle->accounts, one_key(&key, account));
    struct tries by_address = known(&throttle->addresses, one_key(&key, address));
    int64_t wait_ms = pair_wait(&pair, now_ms);

    if (pair.passed_at_ms > 0 && now_ms - pair.passed_at_ms < remember_ms) return wait_ms;
    wait_ms = longer(wait_ms, rationed(&by_account, ACCOUNT_FREE, ACCOUNT_WAIT_MS, now_ms));
    return longer(wait_ms, rationed(&by_address, ADDRESS_FREE, ADDRESS_WAIT_MS, now_ms));
}

static void count_failure(struct tally *tally, struct text key, int64_t now_ms)
{
    struct tries *tries = entry(tally, key);

    tries->failures = failures_now(tries, now_ms) + 1;
    tries->failed_at_ms = now_ms;
}

void throttle_failed(struct throttle *throttle,
                     struct text account,
                     struct text address,
                     int64_t now_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&throttle->lock);
    struct key key;

    count_failure(&throttle->pairs, pair_key(&key, account, address), now_ms);
    count_failure(&throttle->accounts, one_key(&key, account), now_ms);
    count_failure(&throttle->addresses, one_key(&key, address), now_ms);
}

void throttle_passed(struct throttle *throttle,
                     struct text account,
                     struct text address,
                     int64_t now_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&throttle->lock);
    struct key key;
    struct tries *pair = entry(&throttle->pairs, pair_key(&key, account, address));

    pair->failures = 0;
    pair->passed_at_ms = now_ms;
}
