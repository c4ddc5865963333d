#include "api/inspection_bodies.h"

#include "base/limits.h"

enum { GROUPS_TOLD_MAX = 2, REASONS_MAX = 1000, WORKING_DAYS_MAX = 250 };

#define AGENCY(type, need)                             \
    RECORD_TEXT(type, agency, need, 1, CODE_BYTES_MAX, \
                .about = "Code of an agency of the roll call.")
#define NAME(type, member, need, what) \
    RECORD_TEXT(type, member, need, 0, NAME_BYTES_MAX, .about = (what))
#define WORDS(type, member, need, what) \
    RECORD_PROSE(type, member, need, 1, ACT_SAID_BYTES_MAX, .about = (what))
#define PEOPLE(type, member, what) \
    RECORD_INT(type, member, RECORD_REQUIRED, 0, ACT_COUNT_MAX, .about = (what))
#define SEVEN(type)                                                           \
    PEOPLE(type, present, "Present."), PEOPLE(type, sick, "Sick."),           \
        PEOPLE(type, permit, "On permit."), PEOPLE(type, leave, "On leave."), \
        PEOPLE(type, duty_travel, "On duty elsewhere."),                      \
        PEOPLE(type, other, "On a study assignment, or off."),                \
        PEOPLE(type, missing, "Not accounted for.")

static const struct record_field opening_fields[] = {
    RECORD_CHOICE(struct opening_body,
                  order,
                  RECORD_OPTIONAL,
                  order_rule_choices,
                  .about = "By which rule agencies are called; without it most missing first."),
};
const struct record opening_body_record =
    RECORD("InspectionOpening", struct opening_body, opening_fields);

static const struct record_field closing_fields[] = {
    RECORD_PROSE(struct closing_body,
                 text,
                 RECORD_OPTIONAL,
                 0,
                 ACT_SAID_BYTES_MAX,
                 .about = "What is concluded."),
};
const struct record closing_body_record =
    RECORD("InspectionClosing", struct closing_body, closing_fields);

static const struct record_field called_fields[] = {
    AGENCY(struct called_body, RECORD_REQUIRED),
    RECORD_TEXT(struct called_body,
                called,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Who is called now, as far as the caller knows (empty: nobody); when "
                         "somebody else has called meanwhile, nobody is called."),
};
const struct record called_body_record =
    RECORD("InspectionCall", struct called_body, called_fields);

static const struct record_field confirmed_fields[] = {
    AGENCY(struct confirmed_body, RECORD_REQUIRED),
    RECORD_INSTANT(struct confirmed_body,
                   statement,
                   RECORD_OPTIONAL,
                   .about = "When the statement was given that is confirmed: what was entered "
                            "after it is not."),
};
const struct record confirmed_body_record =
    RECORD("InspectionConfirmation", struct confirmed_body, confirmed_fields);

static const struct record_choice turn_choices[] = {
    {"answering", ACT_ANSWERING}, {"answered", ACT_ANSWERED}, {"silent", ACT_SILENT},
    {"absent", ACT_ABSENT},       {"skipped", ACT_SKIPPED},   {NULL, 0},
};

static const struct record_field turn_fields[] = {
    AGENCY(struct turn_body, RECORD_REQUIRED),
    RECORD_CHOICE(struct turn_body,
                  turn,
                  RECORD_REQUIRED,
                  turn_choices,
                  .about = "What became of the call."),
    NAME(struct turn_body, name, RECORD_OPTIONAL, "Who answered."),
    NAME(struct turn_body, post, RECORD_OPTIONAL, "As what: head, deputy or a title."),
};
const struct record turn_body_record = RECORD("InspectionTurn", struct turn_body, turn_fields);

static const struct record_field order_fields[] = {
    AGENCY(struct order_of_calling_body, RECORD_OPTIONAL),
    RECORD_INT(struct order_of_calling_body,
               place,
               RECORD_OPTIONAL,
               1,
               AGENCIES_MAX,
               .about = "With an agency: its place, from 1."),
    RECORD_CHOICE(struct order_of_calling_body,
                  rule,
                  RECORD_OPTIONAL,
                  order_rule_choices,
                  .about = "Without one: by which rule all are ordered anew."),
};
const struct record order_of_calling_body_record =
    RECORD("InspectionOrder", struct order_of_calling_body, order_fields);

static const struct record_field answer_fields[] = {
    AGENCY(struct answer_body, RECORD_REQUIRED),
    NAME(struct answer_body, name, RECORD_OPTIONAL, "Who answers; without it the account."),
    NAME(struct answer_body, post, RECORD_OPTIONAL, "As what: head, deputy or a title."),
};
const struct record answer_body_record =
    RECORD("InspectionAnswer", struct answer_body, answer_fields);

static const struct record_field said_fields[] = {
    RECORD_CHOICE(struct said_body,
                  group,
                  RECORD_OPTIONAL,
                  people_group_choices,
                  .about = "Of whom; without it all."),
    SEVEN(struct said_body),
};
static const struct record said_record = RECORD("InspectionSaid", struct said_body, said_fields);

enum rc said_check(const struct record_list *list, struct problem *why)
{
    const struct said_body *groups = list->items;

    if (list->count == 0) {
        return problem_at(why, RC_INVALID, "groups", "say this too: %s", "groups");
    }
    if (list->count == 1) return RC_OK;
    if (groups[0].group != groups[1].group && groups[0].group > GROUP_ALL &&
        groups[1].group > GROUP_ALL) {
        return RC_OK;
    }
    return problem_at(why, RC_INVALID, "groups",
                      "give all together, or civil servants and contract staff once each");
}

void said_into(const struct said_body *said, struct act *act)
{
    act->people_group = said->group < 0 ? GROUP_ALL : said->group;
    act_say(act, &(struct headcount){.present = said->present,
                                     .sick = said->sick,
                                     .permit = said->permit,
                                     .leave = said->leave,
                                     .duty_travel = said->duty_travel,
                                     .other = said->other,
                                     .missing = said->missing});
}

static const struct record_field statement_fields[] = {
    AGENCY(struct statement_body, RECORD_REQUIRED),
    RECORD_CHOICE(struct statement_body,
                  source,
                  RECORD_OPTIONAL,
                  statement_source_choices,
                  .about = "How it was given; what is not a form is entered by the team."),
    NAME(struct statement_body, by, RECORD_OPTIONAL, "Who says so; without it the account."),
    NAME(struct statement_body, post, RECORD_OPTIONAL, "As what: head, deputy or a title."),
    RECORD_LIST(struct statement_body,
                groups,
                RECORD_REQUIRED,
                &said_record,
                GROUPS_TOLD_MAX,
                .about = "All together, or civil servants and contract staff apart."),
};
const struct record statement_body_record =
    RECORD("NewInspectionStatement", struct statement_body, statement_fields);

static const struct record_field reason_fields[] = {
    RECORD_TEXT(struct reason_body,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "Number of the person."),
    RECORD_CHOICE(struct reason_body,
                  claim,
                  RECORD_REQUIRED,
                  claim_choices,
                  .about = "The class of the reason."),
    NAME(struct reason_body, note, RECORD_OPTIONAL, "A short note; never about health."),
};
static const struct record reason_record =
    RECORD("InspectionReason", struct reason_body, reason_fields);

static const struct record_field reasons_fields[] = {
    AGENCY(struct reasons_body, RECORD_REQUIRED),
    NAME(struct reasons_body, by, RECORD_OPTIONAL, "Who says so; without it the account."),
    RECORD_LIST(struct reasons_body,
                reasons,
                RECORD_REQUIRED,
                &reason_record,
                REASONS_MAX,
                .about = "One a person; the last that was said holds."),
};
const struct record reasons_body_record =
    RECORD("InspectionReasons", struct reasons_body, reasons_fields);

static const struct record_field minutes_fields[] = {
    RECORD_TEXT(struct minutes_body,
                number,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "Of the paper; without it that of the minutes before. Another number "
                         "issues them anew."),
};
const struct record minutes_body_record =
    RECORD("InspectionMinutesIssue", struct minutes_body, minutes_fields);

static const struct record_field note_fields[] = {
    AGENCY(struct note_body, RECORD_OPTIONAL),
    WORDS(struct note_body, text, RECORD_REQUIRED, "The note."),
};
const struct record note_body_record = RECORD("InspectionNewNote", struct note_body, note_fields);

static const struct record_field instruction_fields[] = {
    AGENCY(struct instruction_body, RECORD_OPTIONAL),
    WORDS(struct instruction_body, text, RECORD_REQUIRED, "What is to be done."),
    RECORD_TEXT(struct instruction_body,
                owner,
                RECORD_REQUIRED,
                1,
                NAME_BYTES_MAX,
                .about = "By whom."),
    RECORD_DAY(struct instruction_body, deadline, RECORD_OPTIONAL, .about = "Until when."),
    RECORD_INT(struct instruction_body,
               working_days,
               RECORD_OPTIONAL,
               1,
               WORKING_DAYS_MAX,
               .about = "Or in so many working days, counted from the day after."),
};
const struct record instruction_body_record =
    RECORD("NewInspectionInstruction", struct instruction_body, instruction_fields);

static const struct record_field instruction_change_fields[] = {
    RECORD_CHOICE(struct instruction_change_body,
                  state,
                  RECORD_REQUIRED,
                  instruction_state_choices,
                  .about = "How it stands now."),
    NAME(struct instruction_change_body, note, RECORD_OPTIONAL, "What was done."),
};
const struct record instruction_change_body_record = RECORD("InspectionInstructionChange",
                                                            struct instruction_change_body,
                                                            instruction_change_fields);

static const struct record_field programme_fields[] = {
    RECORD_INT(struct programme_body,
               item,
               RECORD_OPTIONAL,
               1,
               INT32_MAX,
               .about = "A new count of this one; without it another is added."),
    RECORD_TEXT(struct programme_body,
                agency,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "Code of the agency that reports it."),
    RECORD_TEXT(struct programme_body,
                title,
                RECORD_REQUIRED,
                1,
                NAME_BYTES_MAX,
                .about = "What is carried out."),
    NAME(struct programme_body, unit, RECORD_OPTIONAL, "What is counted: desa."),
    PEOPLE(struct programme_body, done, "So many are done ..."),
    PEOPLE(struct programme_body, total, "... of so many."),
    RECORD_DAY(struct programme_body, target, RECORD_OPTIONAL, .about = "When all shall be done."),
    NAME(struct programme_body, blocker, RECORD_OPTIONAL, "What holds it up."),
};
const struct record programme_body_record =
    RECORD("NewInspectionProgramme", struct programme_body, programme_fields);

static const struct record_field manual_recap_fields[] = {
    AGENCY(struct manual_recap_body, RECORD_REQUIRED),
    RECORD_LIST(struct manual_recap_body,
                groups,
                RECORD_REQUIRED,
                &said_record,
                GROUPS_TOLD_MAX,
                .about = "All together, or civil servants and contract staff apart."),
    RECORD_TEXT(struct manual_recap_body,
                signed_by,
                RECORD_REQUIRED,
                1,
                NAME_BYTES_MAX,
                .about = "Whose signature it bears."),
    RECORD_DAY(struct manual_recap_body, signed_on, RECORD_OPTIONAL, .about = "On which day."),
    RECORD_INT(struct manual_recap_body,
               paper,
               RECORD_OPTIONAL,
               1,
               RECAP_PAPERS_MAX,
               .about = "Which paper it is: 1, then corrections; refused when that one is signed."),
    RECORD_PROSE(struct manual_recap_body,
                 reason,
                 RECORD_OPTIONAL,
                 0,
                 ACT_SAID_BYTES_MAX,
                 .about = "Of a correction: why the recap before it is wrong."),
};
const struct record manual_recap_body_record =
    RECORD("ManualRecap", struct manual_recap_body, manual_recap_fields);

static const struct record_field recap_confirming_fields[] = {
    AGENCY(struct recap_confirming_body, RECORD_REQUIRED),
    RECORD_INT(struct recap_confirming_body,
               paper,
               RECORD_REQUIRED,
               1,
               RECAP_PAPERS_MAX,
               .about = "Which paper: 1, then corrections."),
};
const struct record recap_confirming_body_record =
    RECORD("RecapConfirming", struct recap_confirming_body, recap_confirming_fields);

static const struct record_field report_asking_fields[] = {
    RECORD_TEXTS(struct report_asking_body,
                 agencies,
                 RECORD_OPTIONAL,
                 AGENCIES_MAX,
                 .about = "Codes of agencies of the roll call, whose report is asked for anew; "
                          "without them all of whom none was asked."),
    RECORD_INT(struct report_asking_body,
               working_days,
               RECORD_OPTIONAL,
               1,
               WORKING_DAYS_MAX,
               .about = "Until when, counted from the day after; without it as it is set."),
    RECORD_DAY(struct report_asking_body, deadline, RECORD_OPTIONAL, .about = "Or this day."),
};
const struct record report_asking_body_record =
    RECORD("InspectionReportsAsked", struct report_asking_body, report_asking_fields);

static const struct record_choice report_choices[] = {
    {"reminded", ACT_REPORT_REMINDED},
    {"received", ACT_REPORT_RECEIVED},
    {NULL, 0},
};

static const struct record_field report_fields[] = {
    RECORD_TEXTS(struct report_body,
                 agencies,
                 RECORD_REQUIRED,
                 AGENCIES_MAX,
                 .about = "Codes of agencies of the roll call."),
    RECORD_CHOICE(struct report_body,
                  state,
                  RECORD_REQUIRED,
                  report_choices,
                  .about = "What became of it."),
    NAME(struct report_body, reference, RECORD_OPTIONAL, "Number of the letter."),
};
const struct record report_body_record =
    RECORD("InspectionWrittenReport", struct report_body, report_fields);

static const struct record_field follow_up_fields[] = {
    RECORD_TEXTS(struct follow_up_body,
                 numbers,
                 RECORD_REQUIRED,
                 REASONS_MAX,
                 .about = "Numbers of people who are unexplained."),
    RECORD_CHOICE(struct follow_up_body,
                  path,
                  RECORD_REQUIRED,
                  follow_up_path_choices,
                  .about = "Which path an official chooses; none imposes anything, and "
                           "withdrawn takes back what was chosen."),
    WORDS(struct follow_up_body, reason, RECORD_REQUIRED, "Why."),
    NAME(struct follow_up_body, official, RECORD_REQUIRED, "Who decides."),
};
const struct record follow_up_body_record =
    RECORD("InspectionFollowUp", struct follow_up_body, follow_up_fields);

static const struct record_field amendment_fields[] = {
    AGENCY(struct amendment_body, RECORD_OPTIONAL),
    RECORD_CHOICE(struct amendment_body,
                  about,
                  RECORD_OPTIONAL,
                  amendment_about_choices,
                  .about = "What it corrects; without it the minutes."),
    WORDS(struct amendment_body, text, RECORD_REQUIRED, "The correction."),
};
const struct record amendment_body_record =
    RECORD("NewInspectionAmendment", struct amendment_body, amendment_fields);
