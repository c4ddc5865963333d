/* review.h - what people decided about punches whose clock cannot be right.
 *
 * A punch of 1970, or of the day after tomorrow, is kept and counts nowhere: a
 * person has to look.  He accepts it with the time it truly meant, or refuses
 * it, and says why; he may take that back, and the decision recorded last
 * holds.  Each is a fact of its own: the punch stays in the log as it came.
 *
 *   punch    SN-1, PIN 17, 1970-01-01 00:07:12     received 2021-05-17 07:31:04
 *   review   accepted as 2021-05-17 07:31:04, "terminal lost its clock", by operator
 *
 * An accepted punch is judged as if it had been made at its true time, and is
 * marked as decided by a person.  A refused one is not seen.  Both are done
 * while the index is read, by the reviews of the picture at hand: so a picture
 * of last month sees what was decided by then, and a rebuild changes nothing.
 *
 * A review names its punch by what makes it the same as another (punch.h), so
 * it does not matter which of the two is heard of first.
 *
 * Memory    Reviews live in the arena they were loaded into.
 * Threads   review_command: the ledger's.  The others: any.
 * Errors    RC_INVALID for a decision without a reason, or with a true time
 *           that cannot be one; RC_UNAVAILABLE. */
#pragma once

#include "attendance/derived.h"
#include "people/fact_record.h"

enum review_decision {
#define REVIEW(name, word) REVIEW_##name,
#include "attendance/review_decision.def"
#undef REVIEW
};

const char *review_decision_word(enum review_decision decision);
extern const struct record_choice review_decision_choices[];

enum { REVIEW_REASON_BYTES_MAX = 200, REVIEWS_TOGETHER_MAX = 1000 };

/* What is recorded. */
struct review {
    struct text pin;
    struct text local_time;
    struct text terminal;
    int status;
    int verify;
    int source; /* enum punch_source */
    int64_t received_at_ms;
    int zone;
    int decision; /* enum review_decision */
    struct text true_time;
    struct text reason;
    struct text author;
};
extern const struct fact_table review_fact;

/* What somebody decides about a punch; the texts are the punch's and the caller's. */
struct review review_of(const struct punch *punch,
                        enum review_decision decision,
                        struct text local_time, /* of the punch, as text */
                        struct text true_time); /* empty unless accepted */

/* Record decisions, all or none; they stay the sender's until it is settled. */
struct reviewing {
    const struct review *reviews;
    size_t count;
};
extern const struct ledger_command review_command;

/* ---- as a picture has them ---- */

struct review_row {
    struct review review;
    struct punch punch; /* as it came; of an accepted one .moment is the true one */
    int64_t moment;     /* as the terminal's clock showed it */
    int32_t day;        /* the punch is filed under: that of its receipt */
    int64_t recorded_at_ms;
};

struct reviews {
    const struct review_row *rows; /* the last of each punch, by PIN and moment */
    size_t count;
    const struct review_row *const *accepted; /* by their true day */
    size_t accepted_count;
};

enum rc review_load(struct db *db,
                    int government,
                    int64_t as_of_ms,
                    struct arena *mem,
                    struct reviews *out_reviews) NODISCARD;

/* What was decided about a punch as it came, or NULL: undecided, or undone. */
const struct review_row *review_find(const struct reviews *reviews, const struct punch *punch);

/* The decision by which a punch counts at its true time, or NULL. */
const struct review_row *review_of_accepted(const struct reviews *reviews,
                                            const struct punch *punch);

/* Read the body of such a fact: the reviews in it, as rows without an order. */
bool review_read(struct text body,
                 struct arena *mem,
                 struct review_row **out_rows,
                 size_t *out_count) NODISCARD;

/* ---- the index, as judges see it ---- */

/* What of the index is visited, and by whom. */
struct review_walk {
    const struct reviews *reviews;
    struct derived *derived;
    int32_t from_day, to_day;
    derived_punch_visitor *visit;
    void *visitor;
};

/* As derived_punches_of and _between, without doubtful punches that are decided
 * and with those accepted, at their true times (PUNCH_REVIEWED), at the end. */
enum rc review_punches_of(const struct review_walk *walk, struct text pin) NODISCARD;
enum rc review_punches_between(const struct review_walk *walk) NODISCARD;
