#include "ledger/chain.h"

static const char sql_lanes[] = "SELECT lane FROM lane WHERE government = $1 ORDER BY lane";

static const char sql_batches[] = "SELECT first_position, last_position, recorded_at_ms, hash, tick"
                                  "  FROM batch"
                                  " WHERE government = $1 AND lane = $2"
                                  " ORDER BY last_position";

static const char sql_entries[] =
    "SELECT l.position, l.kind, l.body, l.content_hash, c.salt, c.bytes, l.recorded_at_ms"
    "  FROM log AS l"
    "  LEFT JOIN content AS c"
    "    ON c.government = l.government AND c.lane = l.lane AND c.position = l.position"
    " WHERE l.government = $1 AND l.lane = $2"
    " ORDER BY l.position";

/* Numbers side by side, because each call of the hash has its price. */
struct numbers {
    char at[3 * 8];
    size_t bytes;
};

static void put(struct numbers *numbers, int64_t value)
{
    assert(numbers->bytes + 8 <= sizeof numbers->at);
    for (int i = 0; i < 8; i++) {
        numbers->at[numbers->bytes++] = (char)(unsigned char)((uint64_t)value >> (8 * i));
    }
}

static void add(struct chain *chain, const struct numbers *numbers)
{
    hasher_add(&chain->hasher, (struct text){numbers->at, numbers->bytes});
}

void chain_begin(struct chain *chain,
                 const struct hash *previous,
                 int lane,
                 int64_t first_position,
                 int64_t recorded_at_ms)
{
    struct numbers numbers = {.bytes = 0};

    put(&numbers, lane);
    put(&numbers, first_position);
    put(&numbers, recorded_at_ms);
    hasher_init(&chain->hasher);
    hasher_add(&chain->hasher, (struct text){(const char *)previous->at, HASH_BYTES});
    add(chain, &numbers);
}

void chain_add_tick(struct chain *chain, int64_t tick)
{
    if (tick > 0) hasher_add_int(&chain->hasher, tick);
}

void chain_add(struct chain *chain,
               int64_t position,
               int kind,
               struct text body,
               const struct hash *content)
{
    struct numbers numbers = {.bytes = 0};

    put(&numbers, position);
    put(&numbers, kind);
    put(&numbers, (int64_t)body.bytes);
    add(chain, &numbers);
    hasher_add(&chain->hasher, body);
    if (content) hasher_add(&chain->hasher, (struct text){(const char *)content->at, HASH_BYTES});
}

struct hash chain_end(struct chain *chain, int64_t last_position)
{
    hasher_add_int(&chain->hasher, last_position);
    return hasher_result(&chain->hasher);
}

struct hash chain_content_hash(struct text salt, struct text content)
{
    struct hasher hasher;

    hasher_init(&hasher);
    hasher_add(&hasher, salt);
    hasher_add(&hasher, content);
    return hasher_result(&hasher);
}

/* One walk over the log of a lane, beside the walk over its batches. */
struct walk {
    struct db_rows entries;
    bool has_entry;
    int lane;
    int64_t expected; /* the next position */
    struct hash head;
    void (*progress)(void *owner, int64_t facts);
    void *owner;
    struct chain_report *report;
};

static bool read_hash(struct text bytes, struct hash *out_hash)
{
    if (bytes.bytes != HASH_BYTES) return false;
    for (size_t i = 0; i < HASH_BYTES; i++) {
        out_hash->at[i] = (unsigned char)bytes.at[i];
    }
    return true;
}

/* The hash of the entry's content as stored, compared with the bytes beside
 * it unless those were erased. */
static enum rc check_content(struct walk *walk,
                             int64_t position,
                             struct hash *out_stored,
                             struct problem *why)
{
    struct hash again;

    if (!read_hash(db_text(&walk->entries, 3), out_stored)) {
        return problem_set(why, RC_CONFLICT, "lane %d, fact %lld: the content's hash is damaged",
                           walk->lane, (long long)position);
    }
    walk->report->contents++;
    if (db_is_null(&walk->entries, 4)) {
        walk->report->erased++;
        return RC_OK;
    }
    again = chain_content_hash(db_text(&walk->entries, 4), db_text(&walk->entries, 5));
    if (hash_equal(&again, out_stored)) return RC_OK;
    return problem_set(why, RC_CONFLICT, "lane %d, fact %lld: its content was altered", walk->lane,
                       (long long)position);
}

static enum rc add_entry(struct walk *walk, struct chain *chain, struct problem *why)
{
    int64_t position = db_int(&walk->entries, 0);
    bool has_content = !db_is_null(&walk->entries, 3);
    struct hash content;

    if (position != walk->expected) {
        return problem_set(why, RC_CONFLICT, "lane %d: fact %lld is missing", walk->lane,
                           (long long)walk->expected);
    }
    if (has_content) TRY(check_content(walk, position, &content, why));
    chain_add(chain, position, (int)db_int(&walk->entries, 1), db_text(&walk->entries, 2),
              has_content ? &content : NULL);
    walk->expected++;
    walk->report->facts++;
    if (walk->progress && walk->report->facts % 10000 == 0) {
        walk->progress(walk->owner, walk->report->facts);
    }
    walk->has_entry = db_next(&walk->entries);
    return walk->entries.rc;
}

static enum rc check_batch(struct walk *walk, const struct db_rows *batches, struct problem *why)
{
    int64_t first = db_int(batches, 0);
    int64_t last = db_int(batches, 1);
    struct chain chain;
    struct hash stored, again;

    chain_begin(&chain, &walk->head, walk->lane, first, db_int(batches, 2));
    chain_add_tick(&chain, db_int(batches, 4));
    while (walk->has_entry && walk->expected <= last) {
        TRY(add_entry(walk, &chain, why));
    }
    again = chain_end(&chain, last);
    if (walk->expected != last + 1 || !read_hash(db_text(batches, 3), &stored) ||
        !hash_equal(&stored, &again)) {
        return problem_set(why, RC_CONFLICT,
                           "lane %d, facts %lld to %lld: they are not as they were recorded",
                           walk->lane, (long long)first, (long long)last);
    }
    walk->head = again;
    walk->report->batches++;
    return RC_OK;
}

static enum rc verify_lane(struct db *db, int government, struct walk *walk, struct problem *why)
{
    CLEANUP(db_rows_end) struct db_rows batches = {0};

    TRY(db_query(db, &batches, sql_batches, DB_INT(government), DB_INT(walk->lane)));
    TRY(db_query(db, &walk->entries, sql_entries, DB_INT(government), DB_INT(walk->lane)));
    walk->has_entry = db_next(&walk->entries);
    TRY(walk->entries.rc);
    while (db_next(&batches)) {
        TRY(check_batch(walk, &batches, why));
    }
    TRY(db_done(&batches));
    if (walk->has_entry) {
        return problem_set(why, RC_CONFLICT, "lane %d: fact %lld belongs to no batch", walk->lane,
                           (long long)walk->expected);
    }
    walk->report->head = walk->head;
    walk->report->lanes++;
    return RC_OK;
}

static void walk_done(struct walk *walk)
{
    db_rows_end(&walk->entries);
}

enum rc chain_verify(struct db *db,
                     int government,
                     void (*progress)(void *owner, int64_t facts),
                     void *owner,
                     struct chain_report *out_report,
                     struct problem *why)
{
    CLEANUP(db_rollback) struct db_tx view = {0};
    CLEANUP(db_rows_end) struct db_rows lanes = {0};
    struct chain_report report = {0};

    TRY(db_begin_read(db, &view));
    TRY(db_query(db, &lanes, sql_lanes, DB_INT(government)));
    while (db_next(&lanes)) {
        CLEANUP(walk_done)
        struct walk walk = {.lane = (int)db_int(&lanes, 0),
                            .expected = 1,
                            .progress = progress,
                            .owner = owner,
                            .report = &report};

        TRY(verify_lane(db, government, &walk, why));
    }
    TRY(db_done(&lanes));
    *out_report = report;
    return RC_OK;
}
