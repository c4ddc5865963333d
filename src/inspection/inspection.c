#include "inspection/inspection.h"

#include "base/limits.h"
#include "db/record_sql.h"
#include "inspection/act.h"
#include "inspection/medium.h"

#include <stdio.h>

static const char sql_insert[] =
    "INSERT INTO inspection (government, recorded_at_ms, lane, log_position, tick,"
    "   inspection, kind, title, day, planned, leader, leader_title, delegate, delegate_title,"
    "   authority, place, medium, basis, scope, people_group, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
    "         $19, $20, $21, $22)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       inspection, kind, title, day, planned, leader, leader_title, delegate, delegate_title,"
    "       authority, place, medium, basis, scope, people_group, author, withdrawn"
    "  FROM inspection WHERE government = $1";

static const char sql_latest[] =
    "SELECT inspection, kind, title, day, planned, leader, leader_title, delegate, delegate_title,"
    "       authority, place, medium, basis, scope, people_group, author, withdrawn"
    "  FROM inspection WHERE government = $1 AND inspection = $2"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

/* Of one inspection the last comes last; codes begin with their day. */
static const char sql_list[] =
    "SELECT inspection, kind, title, day, planned, leader, leader_title, delegate, delegate_title,"
    "       authority, place, medium, basis, scope, people_group, author, withdrawn,"
    "       count(*) OVER ()"
    "  FROM inspection WHERE government = $1"
    " ORDER BY inspection DESC, tick, lane, log_position";

static const char sql_count_of_day[] =
    "SELECT count(DISTINCT inspection) FROM inspection WHERE government = $1 AND inspection LIKE $2";

static const char sql_insert_member[] =
    "INSERT INTO inspection_member (government, recorded_at_ms, lane, log_position, tick,"
    "   inspection, name, title, part, account, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

static const char sql_every_member[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       inspection, name, title, part, account, author, withdrawn"
    "  FROM inspection_member WHERE government = $1";

static const char sql_members[] =
    "SELECT inspection, name, title, part, account, author, withdrawn, count(*) OVER ()"
    "  FROM inspection_member WHERE government = $1 AND inspection = $2"
    " ORDER BY name, tick, lane, log_position";

/* ---- words ---- */

const struct record_choice inspection_kind_choices[] = {
#define INSPECTION_KIND(name, word, label) {(word), INSPECTION_##name},
#include "inspection/inspection_kind.def"
#undef INSPECTION_KIND
    {NULL, 0},
};

const struct record_choice member_part_choices[] = {
#define MEMBER_PART(name, word, label) {(word), MEMBER_##name},
#include "inspection/member_part.def"
#undef MEMBER_PART
    {NULL, 0},
};

static const char *const kind_labels[] = {
#define INSPECTION_KIND(name, word, label) [INSPECTION_##name] = (label),
#include "inspection/inspection_kind.def"
#undef INSPECTION_KIND
};

static const char *const part_labels[] = {
#define MEMBER_PART(name, word, label) [MEMBER_##name] = (label),
#include "inspection/member_part.def"
#undef MEMBER_PART
};

const char *inspection_kind_label(enum inspection_kind kind)
{
    assert((size_t)kind < COUNT_OF(kind_labels));
    return kind_labels[kind];
}

const char *member_part_label(enum member_part part)
{
    assert((size_t)part < COUNT_OF(part_labels));
    return part_labels[part];
}

/* ---- records ---- */

#define NAME(member, need, least, what) \
    RECORD_TEXT(struct inspection, member, need, least, NAME_BYTES_MAX, .about = (what))

/* What is entered and what is recorded have these in common, in the order of the table. */
#define PLAN                                                                                       \
    RECORD_CHOICE(struct inspection, kind, RECORD_REQUIRED, inspection_kind_choices,               \
                  .about = "Of which kind."),                                                      \
        NAME(title, RECORD_OPTIONAL, 0, "What it is called; without it as its kind is."),          \
        RECORD_DAY(struct inspection, day, RECORD_REQUIRED, .about = "The day it inspects."),      \
        RECORD_NAMED("planned", struct inspection, planned_second, RECORD_IS_CLOCK,                \
                     .need = RECORD_OPTIONAL, .about = "When it shall begin: 08:30."),             \
        NAME(leader, RECORD_REQUIRED, 1, "Who leads."),                                            \
        NAME(leader_title, RECORD_OPTIONAL, 0, "As what: Wakil Wali Kota Jambi."),                 \
        NAME(delegate, RECORD_OPTIONAL, 0, "Who leads in the leader's place."),                    \
        NAME(delegate_title, RECORD_OPTIONAL, 0, "As what: Sekretaris Daerah."),                   \
        NAME(authority, RECORD_OPTIONAL, 0, "By what the delegate leads: a.n. Bupati, a letter."), \
        NAME(place, RECORD_OPTIONAL, 0, "Where the leader sits."),                                 \
        NAME(medium, RECORD_OPTIONAL, 0,                                                           \
             "By what video: our own room, or a link of another (https)."),                        \
        NAME(basis, RECORD_OPTIONAL, 0, "Why on this day."),                                       \
        RECORD_TEXT(struct inspection, scope, RECORD_OPTIONAL, 0, INSPECTION_TEXT_BYTES_MAX,       \
                    .about = "Codes of the agencies that are called, ';' between; none: all "      \
                             "directly below the government."),                                    \
        RECORD_NAMED("groups", struct inspection, groups, RECORD_IS_CHOICE,                        \
                     .need = RECORD_OPTIONAL, .choices = people_group_choices,                     \
                     .about = "Whom it asks about; without it all.")

static const struct record_field body_fields[] = {PLAN};
const struct record inspection_body_record =
    RECORD("NewInspection", struct inspection, body_fields);

static const struct record_field row_fields[] = {
    RECORD_TEXT(struct inspection,
                inspection,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "Its code."),
    PLAN,
    FACT_AUTHOR(struct inspection, "The account that planned it."),
    FACT_WITHDRAWN(struct inspection, "True when it will not take place."),
};
static const struct record row_record = RECORD("InspectionPlan", struct inspection, row_fields);

const struct fact_table inspection_fact = {FACT_INSPECTION, &row_record, sql_insert, sql_every};

#define MEMBER                                                                              \
    RECORD_TEXT(struct inspection_member, name, RECORD_REQUIRED, 1, NAME_BYTES_MAX,         \
                .about = "Who."),                                                           \
        RECORD_TEXT(struct inspection_member, title, RECORD_OPTIONAL, 0, NAME_BYTES_MAX,    \
                    .about = "As what: Kepala BKPSDMD."),                                   \
        RECORD_CHOICE(struct inspection_member, part, RECORD_REQUIRED, member_part_choices, \
                      .about = "Which part."),                                              \
        RECORD_TEXT(struct inspection_member, account, RECORD_OPTIONAL, 0, CODE_BYTES_MAX,  \
                    .about = "The account by which this person signs in.")

static const struct record_field member_body_fields[] = {
    MEMBER,
    FACT_WITHDRAWN(struct inspection_member, "True: no member any more."),
};
const struct record inspection_member_body_record =
    RECORD("NewInspectionMember", struct inspection_member, member_body_fields);

static const struct record_field member_fields[] = {
    RECORD_TEXT(struct inspection_member, inspection, RECORD_REQUIRED, 1, CODE_BYTES_MAX),
    MEMBER,
    FACT_AUTHOR(struct inspection_member, "The account that named the member."),
    FACT_WITHDRAWN(struct inspection_member, "True: no member any more."),
};
static const struct record member_record =
    RECORD("InspectionMemberRow", struct inspection_member, member_fields);

const struct fact_table inspection_member_fact = {FACT_INSPECTION_MEMBER, &member_record,
                                                  sql_insert_member, sql_every_member};

/* ---- reading ---- */

enum rc inspection_find(struct db *db,
                        int government,
                        struct text code,
                        struct arena *mem,
                        struct inspection *out_plan)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_latest, DB_INT(government), DB_TEXT(code)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    record_sql_read(&rows, 0, &row_record, mem, out_plan);
    return db_done(&rows);
}

enum rc inspection_list(struct db *db,
                        int government,
                        struct arena *mem,
                        const struct inspection **out_plans,
                        size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct inspection *plans = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government)));
    while (db_next(&rows)) {
        struct inspection plan;

        if (!plans) plans = arena_array(mem, struct inspection, (size_t)db_int(&rows, 17));
        record_sql_read(&rows, 0, &row_record, mem, &plan);
        if (count > 0 && text_equal(plans[count - 1].inspection, plan.inspection)) count--;
        plans[count++] = plan;
    }
    TRY(db_done(&rows));
    *out_plans = plans;
    *out_count = count;
    return RC_OK;
}

/* Those that were not taken back, by part; the order within a part stays. */
static const struct inspection_member *by_part(struct arena *mem,
                                               const struct inspection_member *all,
                                               size_t count,
                                               size_t *out_count)
{
    struct inspection_member *sorted = arena_array(mem, struct inspection_member, count + 1);
    size_t kept = 0;

    for (int part = 0; part < (int)COUNT_OF(part_labels); part++) {
        for (size_t i = 0; i < count; i++) {
            if (all[i].part == part && !all[i].withdrawn) sorted[kept++] = all[i];
        }
    }
    *out_count = kept;
    return sorted;
}

enum rc inspection_members(struct db *db,
                           int government,
                           struct text code,
                           struct arena *mem,
                           const struct inspection_member **out_members,
                           size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct inspection_member *all = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_members, DB_INT(government), DB_TEXT(code)));
    while (db_next(&rows)) {
        struct inspection_member member;

        if (!all) all = arena_array(mem, struct inspection_member, (size_t)db_int(&rows, 7));
        record_sql_read(&rows, 0, &member_record, mem, &member);
        if (count > 0 && text_equal(all[count - 1].name, member.name)) count--;
        all[count++] = member;
    }
    TRY(db_done(&rows));
    *out_members = by_part(mem, all, count, out_count);
    return RC_OK;
}

/* ---- planning ---- */

static void complete(struct inspection *plan)
{
    if (plan->title.bytes == 0) {
        plan->title = text_of(inspection_kind_label((enum inspection_kind)plan->kind));
    }
    if (plan->groups == GROUP_NONE) plan->groups = GROUP_ALL;
}

static enum rc check(const struct inspection *plan, struct problem *why)
{
    if (plan->delegate.bytes > 0 && plan->authority.bytes == 0) {
        return problem_at(why, RC_INVALID, "authority",
                          "say by what the delegate leads, such as a letter");
    }
    return medium_check(plan->medium, why);
}

/* 20210517-1: the next of the day. */
static enum rc make_code(struct ledger_tx *tx,
                         struct inspection_planning *planning,
                         struct problem *why)
{
    const struct day *day = &planning->plan.day;
    int64_t count = 0;

    IGNORE(snprintf(planning->code, sizeof planning->code, "%04d%02d%02d-%%", day->year, day->month,
                    day->day_of_month),
           "as long as a day is");
    TRY(db_get_int(ledger_db(tx), &count, sql_count_of_day, DB_INT(ledger_government(tx)),
                   DB_CSTR(planning->code)));
    if (count >= INSPECTIONS_A_DAY_MAX) {
        return problem_at(why, RC_CONFLICT, "day", "this day has %d inspections already",
                          (int)INSPECTIONS_A_DAY_MAX);
    }
    IGNORE(snprintf(planning->code, sizeof planning->code, "%04d%02d%02d-%d", day->year, day->month,
                    day->day_of_month, (int)count + 1),
           "as long as a day is");
    planning->plan.inspection = text_of(planning->code);
    return RC_OK;
}

static enum rc plan(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct inspection_planning *planning = request;

    complete(&planning->plan);
    TRY(check(&planning->plan, why));
    TRY(make_code(tx, planning, why));
    return fact_record(tx, &inspection_fact, &planning->plan, 1, NULL);
}

const struct ledger_command inspection_plan_command = {.name = "inspection_plan", .apply = plan};

static enum rc find(struct ledger_tx *tx,
                    struct text code,
                    struct arena *mem,
                    struct inspection *out_plan,
                    struct problem *why)
{
    enum rc rc = inspection_find(ledger_db(tx), ledger_government(tx), code, mem, out_plan);

    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, rc, "inspection", "there is no inspection \"" TEXT_FORMAT "\"",
                      TEXT_ARGUMENT(code));
}

static enum rc change(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct inspection *changed = request;
    struct inspection before;
    bool opened = false;

    complete(changed);
    TRY(check(changed, why));
    TRY(find(tx, changed->inspection, mem, &before, why));
    TRY(act_was_done(ledger_db(tx), ledger_government(tx), changed->inspection, ACT_OPENED,
                     &opened));
    if (opened) {
        return problem_set(why, RC_CONFLICT, "what was opened is not planned any more");
    }
    if (!day_equal(before.day, changed->day)) {
        return problem_at(why, RC_CONFLICT, "day",
                          "an inspection keeps its day: withdraw it and plan another");
    }
    return fact_record(tx, &inspection_fact, changed, 1, NULL);
}

const struct ledger_command inspection_change_command = {.name = "inspection_change",
                                                         .apply = change};

static enum rc name_member(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct inspection_member *member = request;
    const struct inspection_member *named = NULL;
    struct inspection plan_found;
    size_t count = 0;

    TRY(find(tx, member->inspection, mem, &plan_found, why));
    TRY(inspection_members(ledger_db(tx), ledger_government(tx), member->inspection, mem, &named,
                           &count));
    if (count >= INSPECTION_MEMBERS_MAX && !member->withdrawn) {
        return problem_set(why, RC_CONFLICT, "an inspection has at most %d members",
                           (int)INSPECTION_MEMBERS_MAX);
    }
    return fact_record(tx, &inspection_member_fact, member, 1, NULL);
}

const struct ledger_command inspection_member_command = {.name = "inspection_member",
                                                         .apply = name_member};
