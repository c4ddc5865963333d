#include "attendance/review.h"

#include "base/json_read.h"

#include <stdlib.h>

static const char sql_insert[] =
    "INSERT INTO review (government, recorded_at_ms, lane, log_position, tick,"
    "   pin, local_time, terminal, status, verify, source, received_at_ms, zone,"
    "   decision, true_time, reason, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       pin, local_time, terminal, status, verify, source, received_at_ms, zone,"
    "       decision, true_time, reason, author"
    "  FROM review WHERE government = $1";

/* Of one punch the last comes last. */
static const char sql_load[] =
    "SELECT pin, local_time, terminal, status, verify, source, received_at_ms, zone,"
    "       decision, true_time, reason, author, recorded_at_ms, count(*) OVER ()"
    "  FROM review WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY pin, local_time, terminal, status, verify, tick, lane, log_position";

const struct record_choice review_decision_choices[] = {
#define REVIEW(name, word) {(word), REVIEW_##name},
#include "attendance/review_decision.def"
#undef REVIEW
    {NULL, 0},
};

const char *review_decision_word(enum review_decision decision)
{
    return record_choice_word(review_decision_choices, (int)decision);
}

static const struct record_field fields[] = {
    RECORD_TEXT(struct review, pin, RECORD_REQUIRED, 1, PIN_BYTES_MAX),
    RECORD_TEXT(struct review, local_time, RECORD_REQUIRED, MOMENT_TEXT_BYTES, MOMENT_TEXT_BYTES),
    RECORD_TEXT(struct review, terminal, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_INT(struct review, status, RECORD_REQUIRED, 0, UINT16_MAX),
    RECORD_INT(struct review, verify, RECORD_REQUIRED, 0, UINT16_MAX),
    RECORD_INT(struct review, source, RECORD_REQUIRED, 0, PUNCH_FROM_FILE),
    RECORD_INT(struct review, received_at_ms, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct review, zone, RECORD_REQUIRED, -MINUTES_PER_DAY, MINUTES_PER_DAY),
    RECORD_CHOICE(struct review, decision, RECORD_REQUIRED, review_decision_choices),
    RECORD_TEXT(struct review, true_time, RECORD_OPTIONAL, 0, MOMENT_TEXT_BYTES),
    RECORD_TEXT(struct review, reason, RECORD_REQUIRED, 1, REVIEW_REASON_BYTES_MAX),
    RECORD_TEXT(struct review, author, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
};

static const struct record review_record = RECORD("Review", struct review, fields);

const struct fact_table review_fact = {FACT_REVIEW, &review_record, sql_insert, sql_every};

struct review review_of(const struct punch *punch,
                        enum review_decision decision,
                        struct text local_time,
                        struct text true_time)
{
    return (struct review){
        .pin = punch->pin,
        .local_time = local_time,
        .terminal = punch->terminal,
        .status = punch->status,
        .verify = punch->verify,
        .source = (int)punch->source,
        .received_at_ms = punch->received_at_ms,
        .zone = punch->offset_minutes,
        .decision = (int)decision,
        .true_time = true_time,
    };
}

/* ---- recording ---- */

static enum rc check(const struct review *review, struct problem *why)
{
    int64_t moment = 0;

    if (review->reason.bytes == 0 || review->reason.bytes > REVIEW_REASON_BYTES_MAX ||
        !text_plain(review->reason)) {
        return problem_at(why, RC_INVALID, "reason", "say why, in 1 to %d bytes on one line",
                          REVIEW_REASON_BYTES_MAX);
    }
    if (review->decision != REVIEW_ACCEPTED) return RC_OK;
    if (!moment_parse(review->true_time, &moment)) {
        return problem_at(why, RC_INVALID, "true_time",
                          "\"" TEXT_FORMAT "\" is not a time as 2021-05-17 07:31:00",
                          TEXT_ARGUMENT(review->true_time));
    }
    if (moment <= moment_at(review->received_at_ms, review->zone) &&
        punch_time_flags(moment, review->received_at_ms, review->zone) == 0) {
        return RC_OK;
    }
    return problem_at(why, RC_INVALID, "true_time",
                      "a punch was made neither before %d nor after it was received",
                      PUNCH_YEAR_FIRST);
}

static enum rc apply(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct reviewing *reviewing = request;

    for (size_t i = 0; i < reviewing->count; i++) {
        TRY(check(&reviewing->reviews[i], why));
    }
    return fact_record(tx, &review_fact, reviewing->reviews, reviewing->count, NULL);
}

const struct ledger_command review_command = {.name = "review", .apply = apply};

/* ---- rows ---- */

/* False for times that no punch can have. */
static bool make_row(const struct review *review, struct review_row *out_row)
{
    struct review_row row = {.review = *review,
                             .punch = {.terminal = review->terminal,
                                       .pin = review->pin,
                                       .received_at_ms = review->received_at_ms,
                                       .offset_minutes = review->zone,
                                       .status = review->status,
                                       .verify = review->verify,
                                       .source = (enum punch_source)review->source}};

    if (!moment_parse(review->local_time, &row.moment)) return false;
    row.punch.moment = row.moment;
    row.punch.flags = PUNCH_TIME;
    row.day = punch_day(&row.punch);
    if (review->decision == REVIEW_ACCEPTED) {
        if (!moment_parse(review->true_time, &row.punch.moment)) return false;
        row.punch.flags = PUNCH_REVIEWED;
    }
    *out_row = row;
    return true;
}

bool review_read(struct text body,
                 struct arena *mem,
                 struct review_row **out_rows,
                 size_t *out_count)
{
    struct record_list list = {0};
    const struct review *reviews;
    struct review_row *rows;

    if (json_read_list(&review_record, body, mem, &list, NULL) != RC_OK) return false;
    reviews = list.items;
    rows = arena_array(mem, struct review_row, list.count + 1);
    for (size_t i = 0; i < list.count; i++) {
        if (!make_row(&reviews[i], &rows[i])) return false;
    }
    *out_rows = rows;
    *out_count = list.count;
    return true;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* What makes a punch the same as another. */
static int compare_keys(const struct punch *a, int64_t a_moment, const struct review_row *b)
{
    int order = text_compare(a->pin, b->punch.pin);

    if (order == 0) order = compare_numbers(a_moment, b->moment);
    if (order == 0) order = text_compare(a->terminal, b->punch.terminal);
    if (order == 0) order = compare_numbers(a->status, b->punch.status);
    return order ? order : compare_numbers(a->verify, b->punch.verify);
}

static int compare_days(const void *left, const void *right)
{
    const struct review_row *a = *(const struct review_row *const *)left;
    const struct review_row *b = *(const struct review_row *const *)right;
    int order = compare_numbers(punch_day(&a->punch), punch_day(&b->punch));

    return order ? order : compare_keys(&a->punch, a->moment, b);
}

static struct review read_review(const struct db_rows *rows, struct arena *mem)
{
    int decision = REVIEW_UNDONE;

    IGNORE(record_choice_value(review_decision_choices, db_text(rows, 8), &decision),
           "a word that is none decides nothing");
    return (struct review){.pin = arena_text(mem, db_text(rows, 0)),
                           .local_time = arena_text(mem, db_text(rows, 1)),
                           .terminal = arena_text(mem, db_text(rows, 2)),
                           .status = (int)db_int(rows, 3),
                           .verify = (int)db_int(rows, 4),
                           .source = (int)db_int(rows, 5),
                           .received_at_ms = db_int(rows, 6),
                           .zone = (int)db_int(rows, 7),
                           .decision = decision,
                           .true_time = arena_text(mem, db_text(rows, 9)),
                           .reason = arena_text(mem, db_text(rows, 10)),
                           .author = arena_text(mem, db_text(rows, 11))};
}

/* Times are texts of one length, so the store's order is that of moments. */
static enum rc load_rows(struct db *db,
                         int government,
                         int64_t as_of_ms,
                         struct arena *mem,
                         struct reviews *out_reviews)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct review_row *all = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_load, DB_INT(government), DB_INT(as_of_ms)));
    while (db_next(&rows)) {
        struct review review = read_review(&rows, mem);
        struct review_row row;

        if (!make_row(&review, &row)) continue;
        row.recorded_at_ms = db_int(&rows, 12);
        if (!all) all = arena_array(mem, struct review_row, (size_t)db_int(&rows, 13));
        if (count > 0 && compare_keys(&row.punch, row.moment, &all[count - 1]) == 0) count--;
        all[count++] = row;
    }
    TRY(db_done(&rows));
    out_reviews->rows = all;
    out_reviews->count = count;
    return RC_OK;
}

enum rc review_load(struct db *db,
                    int government,
                    int64_t as_of_ms,
                    struct arena *mem,
                    struct reviews *out_reviews)
{
    struct reviews reviews = {.rows = NULL};
    const struct review_row **accepted;

    TRY(load_rows(db, government, as_of_ms, mem, &reviews));
    accepted = arena_array(mem, const struct review_row *, reviews.count + 1);
    for (size_t i = 0; i < reviews.count; i++) {
        if (reviews.rows[i].review.decision != REVIEW_ACCEPTED) continue;
        accepted[reviews.accepted_count++] = &reviews.rows[i];
    }
    if (reviews.accepted_count > 1) {
        qsort(accepted, reviews.accepted_count, sizeof(const struct review_row *), compare_days);
    }
    reviews.accepted = accepted;
    *out_reviews = reviews;
    return RC_OK;
}

/* ---- asking ---- */

static int compare_to_row(const void *key, const void *element)
{
    const struct punch *punch = key;

    return compare_keys(punch, punch->moment, element);
}

const struct review_row *review_find(const struct reviews *reviews, const struct punch *punch)
{
    const struct review_row *found = NULL;

    if (reviews->count > 0 && punch->flags & PUNCH_TIME) {
        found =
            bsearch(punch, reviews->rows, reviews->count, sizeof *reviews->rows, compare_to_row);
    }
    return found && found->review.decision != REVIEW_UNDONE ? found : NULL;
}

static void visit_undecided(void *visitor, const struct derived_punch *found)
{
    const struct review_walk *walk = visitor;

    if (!review_find(walk->reviews, &found->punch)) walk->visit(walk->visitor, found);
}

/* The first that is accepted for this day or a later one. */
static size_t first_of(const struct reviews *reviews, int32_t day)
{
    size_t low = 0, high = reviews->accepted_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (punch_day(&reviews->accepted[middle]->punch) < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct review_row *review_of_accepted(const struct reviews *reviews,
                                            const struct punch *punch)
{
    for (size_t i = first_of(reviews, punch_day(punch)); i < reviews->accepted_count; i++) {
        const struct review_row *row = reviews->accepted[i];

        if (compare_keys(punch, row->moment, row) == 0 && row->punch.moment == punch->moment) {
            return row;
        }
    }
    return NULL;
}

/* Of one PIN, or of all (NULL). */
static void visit_accepted(const struct review_walk *walk, const struct text *pin)
{
    const struct reviews *reviews = walk->reviews;

    for (size_t i = first_of(reviews, walk->from_day); i < reviews->accepted_count; i++) {
        struct derived_punch found = {.punch = reviews->accepted[i]->punch};

        if (punch_day(&found.punch) > walk->to_day) return;
        if (!pin || text_equal(*pin, found.punch.pin)) walk->visit(walk->visitor, &found);
    }
}

enum rc review_punches_of(const struct review_walk *walk, struct text pin)
{
    struct review_walk own = *walk;

    if (walk->reviews->count == 0) {
        return derived_punches_of(walk->derived, pin, walk->from_day, walk->to_day, walk->visit,
                                  walk->visitor);
    }
    TRY(derived_punches_of(walk->derived, pin, walk->from_day, walk->to_day, visit_undecided,
                           &own));
    visit_accepted(walk, &pin);
    return RC_OK;
}

enum rc review_punches_between(const struct review_walk *walk)
{
    struct review_walk own = *walk;

    if (walk->reviews->count == 0) {
        return derived_punches_between(walk->derived, walk->from_day, walk->to_day, walk->visit,
                                       walk->visitor);
    }
    TRY(derived_punches_between(walk->derived, walk->from_day, walk->to_day, visit_undecided,
                                &own));
    visit_accepted(walk, NULL);
    return RC_OK;
}
