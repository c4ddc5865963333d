/* written_report.h - the report in writing that an agency owes after an inspection.
 *
 * It is asked for with a day until which it is due, counted in working days
 * (rules/workday_after.h), may be reminded of, and is received with the number of
 * a letter.  How it stands follows from these acts and the day:
 *
 *   asked ──▶ ordered ──▶ reminded ──▶ received        until the end of the due day
 *                │            │
 *                └─ overdue ◀─┘ ─────▶ received_late   after it
 *
 * Asked again it begins anew.  The due day belongs to the agency to its end.
 *
 * The program itself reminds, by the government's settings: once some hours before
 * the end of the due day, and once some hours after it.  Such a reminder is an act
 * in the log like any other, without an author, whose word says which of the two it
 * was; so each is made once, also by a server that was away at the hour.  Who comes
 * so late that the second is due gets that one alone.  There is no mail: to remind
 * is to show it to the head of the agency, here.
 *
 * Source    domain.md 13 (001 #11) and its "deadlines to run by clock".
 * Memory    What is listed lives in the caller's arena.
 * Threads   The command: the ledger's.  Listing: any, on its connection.  A watch is
 *           its caller's.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "inspection/act.h"
#include "people/directory.h"

enum written_report_state {
#define WRITTEN_REPORT_STATE(name, word, label) WRITTEN_REPORT_##name,
#include "inspection/written_report_state.def"
#undef WRITTEN_REPORT_STATE
};
extern const struct record_choice written_report_state_choices[];

enum reminder {
#define REMINDER(name, word) REMINDER_##name,
#include "inspection/reminder.def"
#undef REMINDER
    REMINDER_NONE,
};

struct written_report {
    int64_t asked_at_ms; /* 0: it was not asked for */
    int64_t reminded_at_ms;
    int64_t received_at_ms;
    struct text reference;
    struct day due;
    int reminders;       /* how many there were */
    enum reminder last;  /* of which kind the last was */
    unsigned clock_made; /* a bit for each kind that the program has made */
};

/* The next act about it: asked, reminded or received. */
void written_report_add(struct written_report *report, const struct act_row *row);

/* How one that was asked for stands. */
enum written_report_state written_report_state_of(const struct written_report *report,
                                                  int64_t now_ms,
                                                  int offset_minutes);

/* ---- reminders by the clock ---- */

struct reminder_rule {
    int before_hours; /* the end of the due day; 0: none */
    int after_hours;  /* it; 0: none */
    int offset_minutes;
};

/* As the government has set it. */
struct reminder_rule reminder_rule_of(const struct directory *directory);

/* In how many working days a report is due unless another number is said. */
int written_report_working_days(const struct directory *directory);

/* The one that is due now and was not made, or REMINDER_NONE. */
enum reminder written_report_reminder(const struct written_report *report,
                                      const struct reminder_rule *rule,
                                      int64_t now_ms);

/* When the next one will be due; INT64_MAX: never. */
int64_t written_report_next_ms(const struct written_report *report,
                               const struct reminder_rule *rule,
                               int64_t now_ms);

/* ---- of all inspections ---- */

struct owed_report {
    struct text inspection;
    struct text agency;
    struct written_report report;
};

/* All that were asked for, received ones too, by inspection and agency. */
enum rc written_report_list(struct db *db,
                            int government,
                            struct arena *mem,
                            const struct owed_report **out_reports,
                            size_t *out_count) NODISCARD;

/* Make every reminder that is due in the ledger's moment; a `struct reminder_rule`. */
extern const struct ledger_command remind_command;

/* What a server keeps between two looks; {0} at first. */
struct reminder_watch {
    int64_t position; /* of the log, when it last looked */
    int64_t next_ms;  /* until then nothing becomes due by itself */
};

/* Remind of what is due; reads the store only after something was recorded or when
 * the next hour has come. */
struct reminder_look {
    struct ledger *ledger;
    struct db *facts; /* for reading */
    int government;
    int64_t now_ms;
    struct reminder_rule rule;
};
enum rc reminder_watch_look(struct reminder_watch *watch,
                            const struct reminder_look *look) NODISCARD;
