#include "inspection/written_report.h"

#include "people/setting.h"

enum { HOUR_MS = 60 * 60 * 1000 };

/* Together those of one report, in their order. */
static const char sql_list[] =
    "SELECT inspection, agency, act, word, reference, day, recorded_at_ms, count(*) OVER ()"
    "  FROM inspection_act"
    " WHERE government = $1 AND act IN ('report_asked', 'report_reminded', 'report_received')"
    " ORDER BY inspection, agency, tick, lane, log_position";

const struct record_choice written_report_state_choices[] = {
#define WRITTEN_REPORT_STATE(name, word, label) {(word), WRITTEN_REPORT_##name},
#include "inspection/written_report_state.def"
#undef WRITTEN_REPORT_STATE
    {NULL, 0},
};

static const struct record_choice reminder_choices[] = {
#define REMINDER(name, word) {(word), REMINDER_##name},
#include "inspection/reminder.def"
#undef REMINDER
    {NULL, 0},
};

/* ---- one report ---- */

static void add_reminder(struct written_report *report, const struct act_row *row)
{
    int kind = REMINDER_BY_HAND;

    IGNORE(record_choice_value(reminder_choices, row->act.word, &kind), "made by hand");
    report->reminded_at_ms = row->at_ms;
    report->reminders++;
    report->last = (enum reminder)kind;
    if (kind != REMINDER_BY_HAND) report->clock_made |= 1U << kind;
}

void written_report_add(struct written_report *report, const struct act_row *row)
{
    if (row->act.act == ACT_REPORT_ASKED) {
        *report = (struct written_report){.asked_at_ms = row->at_ms, .due = row->act.day};
    } else if (row->act.act == ACT_REPORT_REMINDED) {
        add_reminder(report, row);
    } else {
        if (report->received_at_ms == 0) report->received_at_ms = row->at_ms;
        report->reference = row->act.reference;
    }
}

static int64_t end_of_due_ms(const struct written_report *report, int offset_minutes)
{
    return instant_of_moment(moment_of(day_add(report->due, 1), 0), offset_minutes);
}

enum written_report_state written_report_state_of(const struct written_report *report,
                                                  int64_t now_ms,
                                                  int offset_minutes)
{
    int64_t end_ms = end_of_due_ms(report, offset_minutes);

    assert(report->asked_at_ms > 0);
    if (report->received_at_ms > 0) {
        return report->received_at_ms < end_ms ? WRITTEN_REPORT_RECEIVED
                                               : WRITTEN_REPORT_RECEIVED_LATE;
    }
    if (now_ms >= end_ms) return WRITTEN_REPORT_OVERDUE;
    return report->reminders > 0 ? WRITTEN_REPORT_REMINDED : WRITTEN_REPORT_ORDERED;
}

/* ---- when to remind ---- */

static int set_number(const struct directory *directory, enum setting_key key)
{
    const struct setting *known = setting_default(key);
    int64_t otherwise = 0;

    IGNORE(text_int(known->value, &otherwise), "the defaults are numbers");
    return (int)directory_setting_int(directory, known->key.at, otherwise);
}

struct reminder_rule reminder_rule_of(const struct directory *directory)
{
    return (struct reminder_rule){
        .before_hours = set_number(directory, SETTING_REPORT_REMIND_BEFORE_HOURS),
        .after_hours = set_number(directory, SETTING_REPORT_REMIND_AFTER_HOURS),
        .offset_minutes = directory->offset_minutes,
    };
}

int written_report_working_days(const struct directory *directory)
{
    return set_number(directory, SETTING_REPORT_WORKING_DAYS);
}

static bool was_made(const struct written_report *report, enum reminder kind)
{
    return (report->clock_made >> kind) & 1U;
}

/* When a kind of it is due; INT64_MAX: not at all.  What was asked for after the
 * first hour needs no reminding of it. */
static int64_t due_at_ms(const struct written_report *report,
                         const struct reminder_rule *rule,
                         enum reminder kind)
{
    int64_t end_ms = end_of_due_ms(report, rule->offset_minutes);
    int64_t before_ms = end_ms - (int64_t)rule->before_hours * HOUR_MS;

    if (report->asked_at_ms == 0 || report->received_at_ms > 0) return INT64_MAX;
    if (was_made(report, kind)) return INT64_MAX;
    if (kind == REMINDER_AFTER) {
        return rule->after_hours > 0 ? end_ms + (int64_t)rule->after_hours * HOUR_MS : INT64_MAX;
    }
    return rule->before_hours > 0 && report->asked_at_ms < before_ms ? before_ms : INT64_MAX;
}

enum reminder written_report_reminder(const struct written_report *report,
                                      const struct reminder_rule *rule,
                                      int64_t now_ms)
{
    if (now_ms >= due_at_ms(report, rule, REMINDER_AFTER)) return REMINDER_AFTER;
    if (now_ms >= end_of_due_ms(report, rule->offset_minutes)) return REMINDER_NONE;
    return now_ms >= due_at_ms(report, rule, REMINDER_BEFORE) ? REMINDER_BEFORE : REMINDER_NONE;
}

int64_t written_report_next_ms(const struct written_report *report,
                               const struct reminder_rule *rule,
                               int64_t now_ms)
{
    int64_t before_ms = due_at_ms(report, rule, REMINDER_BEFORE);
    int64_t after_ms = due_at_ms(report, rule, REMINDER_AFTER);

    return before_ms > now_ms && before_ms < after_ms ? before_ms : after_ms;
}

/* ---- of all inspections ---- */

static struct act_row read_row(const struct db_rows *rows, struct arena *mem)
{
    struct act_row row = {.at_ms = db_int(rows, 6)};
    int kind = ACT_REPORT_ASKED;

    IGNORE(record_choice_value(act_choices, db_text(rows, 2), &kind), "it was asked for by it");
    row.act.inspection = arena_text(mem, db_text(rows, 0));
    row.act.agency = arena_text(mem, db_text(rows, 1));
    row.act.act = kind;
    row.act.word = arena_text(mem, db_text(rows, 3));
    row.act.reference = arena_text(mem, db_text(rows, 4));
    if (!day_parse(db_text(rows, 5), &row.act.day)) row.act.day = (struct day){0};
    return row;
}

static bool is_of(const struct owed_report *owed, const struct act *act)
{
    return text_equal(owed->inspection, act->inspection) && text_equal(owed->agency, act->agency);
}

enum rc written_report_list(struct db *db,
                            int government,
                            struct arena *mem,
                            const struct owed_report **out_reports,
                            size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct owed_report *list = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government)));
    while (db_next(&rows)) {
        struct act_row row = read_row(&rows, mem);

        if (!list) list = arena_array(mem, struct owed_report, (size_t)db_int(&rows, 7));
        if (count == 0 || !is_of(&list[count - 1], &row.act)) {
            list[count++] = (struct owed_report){row.act.inspection, row.act.agency, {0}};
        }
        written_report_add(&list[count - 1].report, &row);
    }
    TRY(db_done(&rows));
    *out_reports = list;
    *out_count = count;
    return RC_OK;
}

static enum rc remind_of(struct ledger_tx *tx, const struct owed_report *owed, enum reminder kind)
{
    struct act act = act_of(owed->inspection, ACT_REPORT_REMINDED, owed->agency);

    act.word = text_of(record_choice_word(reminder_choices, (int)kind));
    act.day = owed->report.due;
    return fact_record(tx, &act_fact, &act, 1, NULL);
}

/* Read again here, so that none is made twice. */
static enum rc remind(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct reminder_rule *rule = request;
    const struct owed_report *owed = NULL;
    size_t count = 0;

    (void)why;
    TRY(written_report_list(ledger_db(tx), ledger_government(tx), mem, &owed, &count));
    for (size_t i = 0; i < count; i++) {
        enum reminder kind = written_report_reminder(&owed[i].report, rule, ledger_now_ms(tx));

        if (kind != REMINDER_NONE) TRY(remind_of(tx, &owed[i], kind));
    }
    return RC_OK;
}

const struct ledger_command remind_command = {.name = "remind", .apply = remind};

/* Is something due, and when will it be? */
static enum rc look_ahead(const struct reminder_look *look, bool *out_due, int64_t *out_next_ms)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct owed_report *owed = NULL;
    size_t count = 0;

    TRY(written_report_list(look->facts, look->government, mem, &owed, &count));
    *out_due = false;
    *out_next_ms = INT64_MAX;
    for (size_t i = 0; i < count; i++) {
        const struct written_report *report = &owed[i].report;
        int64_t next_ms = written_report_next_ms(report, &look->rule, look->now_ms);

        *out_due |= written_report_reminder(report, &look->rule, look->now_ms) != REMINDER_NONE;
        if (next_ms < *out_next_ms) *out_next_ms = next_ms;
    }
    return RC_OK;
}

enum rc reminder_watch_look(struct reminder_watch *watch, const struct reminder_look *look)
{
    int64_t position = ledger_position(look->ledger);
    struct reminder_rule rule = look->rule;
    int64_t next_ms = INT64_MAX;
    bool due = false;

    if (position == watch->position && look->now_ms < watch->next_ms) return RC_OK;
    TRY(look_ahead(look, &due, &next_ms));
    if (due) TRY(ledger_perform(look->ledger, &remind_command, &rule, NULL));
    *watch = (struct reminder_watch){position, next_ms};
    return RC_OK;
}
