#include "api/inspection_reply_private.h"

static const struct record_field head_fields[] = {
    SAY_TEXT(struct inspection_head, inspection, "Its code."),
    SAY_WORD(struct inspection_head, kind, inspection_kind_choices, "Of which kind."),
    SAY_TEXT(struct inspection_head, title, "What it is called."),
    SAY_DAY(struct inspection_head, day, "The day it inspects."),
    RECORD_NAMED("planned_at",
                 struct inspection_head,
                 planned_second,
                 RECORD_IS_CLOCK,
                 .need = RECORD_NULLABLE,
                 .about = "When it shall begin."),
    SAY_TEXT(struct inspection_head, leader, "Who leads."),
    SAY_TEXT(struct inspection_head, leader_title, "As what."),
    SAY_TEXT(struct inspection_head, delegate, "Who leads in the leader's place; or empty."),
    SAY_TEXT(struct inspection_head, delegate_title, "As what."),
    SAY_TEXT(struct inspection_head, authority, "By what the delegate leads."),
    SAY_TEXT(struct inspection_head, place, "Where the leader sits."),
    SAY_TEXT(struct inspection_head,
             medium,
             "By what video; of a link of another service the host."),
    SAY_TEXT(struct inspection_head, basis, "Why on this day."),
    SAY_TEXT(struct inspection_head, scope, "Codes of the agencies that are called; empty: all."),
    SAY_WORD(struct inspection_head, groups, people_group_choices, "Whom it asks about."),
    SAY_WORD(struct inspection_head, state, session_state_choices, "How it stands."),
    SAY_INSTANT_OR_NULL(struct inspection_head, opened_at, "When it was opened."),
    SAY_INSTANT_OR_NULL(struct inspection_head, closed_at, "When it was closed."),
    SAY_TEXT(struct inspection_head, conclusion, "What was concluded at the closing."),
};
const struct record inspection_head_record =
    RECORD_TOLD("Inspection", struct inspection_head, head_fields);

static const struct record_field member_fields[] = {
    SAY_TEXT(struct inspection_member, name, "Who."),
    SAY_TEXT(struct inspection_member, title, "As what."),
    SAY_WORD(struct inspection_member, part, member_part_choices, "Which part."),
};
const struct record inspection_member_told_record =
    RECORD_TOLD("InspectionMember", struct inspection_member, member_fields);

static const struct record_field progress_fields[] = {
    SAY_INT(struct inspection_progress, agencies, "That are called."),
    SAY_INT(struct inspection_progress, done, "That have answered."),
    SAY_INT(struct inspection_progress, called, "That is called now: none or one."),
    SAY_INT(struct inspection_progress, waiting, "That wait."),
    SAY_INT(struct inspection_progress, silent, "That did not answer."),
    SAY_INT(struct inspection_progress, absent, "That were not there."),
    SAY_INT(struct inspection_progress, skipped, "That were passed over."),
    SAY_INT(struct inspection_progress, stated, "That gave their figures."),
};
const struct record inspection_progress_record =
    RECORD_TOLD("InspectionProgress", struct inspection_progress, progress_fields);

static const struct record_field frozen_fields[] = {
    SAY_INSTANT(struct inspection_frozen, at, "The instant the figures are of."),
    SAY_INT(struct inspection_frozen, position, "Of the log, included in them."),
    SAY_RECORD(struct inspection_frozen, total, &counts_record, "Everybody."),
    SAY_RECORD(struct inspection_frozen, asn, &counts_record, "Civil servants."),
    SAY_RECORD(struct inspection_frozen, contract, &counts_record, "Contract staff."),
};
static const struct record frozen_record =
    RECORD_TOLD("InspectionFrozen", struct inspection_frozen, frozen_fields);

static const struct record_field live_fields[] = {
    SAY_INSTANT(struct inspection_live, at, "When the figures were so."),
    SAY_RECORD(struct inspection_live, total, &counts_record, "Everybody who is asked about."),
};
static const struct record live_record =
    RECORD_TOLD("InspectionLive", struct inspection_live, live_fields);

static const struct record_field statement_fields[] = {
    SAY_INSTANT(struct inspection_statement_told, at, "When it was given."),
    SAY_WORD(struct inspection_statement_told,
             source,
             statement_source_choices,
             "How it was given."),
    SAY_BOOL(struct inspection_statement_told,
             confirmed,
             "By the head, when somebody else entered it."),
    SAY_TEXT(struct inspection_statement_told, by, "Who gave it."),
    SAY_TEXT(struct inspection_statement_told, post, "As what."),
    SAY_RECORD(struct inspection_statement_told, said, &headcount_record, "What was said."),
    SAY_RECORD(struct inspection_statement_told,
               machine,
               &headcount_record,
               "The machine, at that second."),
};
static const struct record statement_record =
    RECORD_TOLD("InspectionStatement", struct inspection_statement_told, statement_fields);

#define HEADCOUNT(member, what)                                                              \
    RECORD_RECORD(struct inspection_agency_told, member, RECORD_NULLABLE, &headcount_record, \
                  .about = (what))

static const struct record_field agency_fields[] = {
    SAY_TEXT(struct inspection_agency_told, code, "Code."),
    SAY_TEXT(struct inspection_agency_told, name, "Full name, as at the opening."),
    SAY_TEXT(struct inspection_agency_told, kind, "Dinas, Kecamatan ..."),
    SAY_INT(struct inspection_agency_told, place, "In the order of calling, from 1."),
    SAY_WORD(struct inspection_agency_told, state, roll_state_choices, "How it stands."),
    SAY_INT(struct inspection_agency_told, calls, "How often it was called."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, called_at, "When, the last time."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, answered_at, "When somebody answered."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, ended_at, "When the call ended."),
    SAY_TEXT(struct inspection_agency_told, by, "Who answered."),
    SAY_TEXT(struct inspection_agency_told, post, "As what: head or deputy, or a title."),
    HEADCOUNT(opening, "The machine at the opening."),
    HEADCOUNT(live, "The machine now; null on another day."),
    RECORD_RECORD(struct inspection_agency_told,
                  statement,
                  RECORD_NULLABLE,
                  &statement_record,
                  .about = "What its head said."),
    RECORD_RECORD(struct inspection_agency_told,
                  recap,
                  RECORD_NULLABLE,
                  &inspection_recap_record,
                  .about = "The signed recap on paper, when there is one."),
    SAY_DAY_OR_NULL(struct inspection_agency_told, report_due, "Of the written report."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, report_received_at, "When it came."),
};
const struct record inspection_agency_record =
    RECORD_TOLD("InspectionAgency", struct inspection_agency_told, agency_fields);

static const struct record_field instruction_fields[] = {
    SAY_INT(struct roll_instruction, item, "Its number in this inspection."),
    SAY_TEXT(struct roll_instruction, agency, "Code of the agency, or empty: all."),
    SAY_TEXT_AS("text", struct roll_instruction, said, "What is to be done."),
    SAY_TEXT(struct roll_instruction, owner, "By whom."),
    SAY_DAY_OR_NULL(struct roll_instruction, deadline, "Until when."),
    SAY_WORD(struct roll_instruction, state, instruction_state_choices, "How it stands."),
    SAY_INSTANT(struct roll_instruction, at, "When it was given."),
};
const struct record inspection_instruction_record =
    RECORD_TOLD("InspectionInstruction", struct roll_instruction, instruction_fields);

static const struct record_field programme_fields[] = {
    SAY_INT(struct inspection_programme_told, item, "Its number in this inspection."),
    SAY_TEXT(struct inspection_programme_told, agency, "Code of the agency that reports it."),
    SAY_TEXT(struct inspection_programme_told, title, "What is carried out."),
    SAY_TEXT(struct inspection_programme_told, unit, "What is counted: desa."),
    SAY_INT(struct inspection_programme_told, done, "So many are done ..."),
    SAY_INT(struct inspection_programme_told, total, "... of so many ..."),
    SAY_INT(struct inspection_programme_told, remaining, "... so that these remain."),
    SAY_DAY_OR_NULL(struct inspection_programme_told, target, "When all shall be done."),
    SAY_TEXT(struct inspection_programme_told, blocker, "What holds it up."),
    SAY_INSTANT(struct inspection_programme_told, at, "When it was counted."),
};
const struct record inspection_programme_record =
    RECORD_TOLD("InspectionProgramme", struct inspection_programme_told, programme_fields);

#define ALWAYS                                                                    \
    SAY_TEXT(struct inspection_told, inspection, "Its code."),                    \
        SAY_INT(struct inspection_told, number, "Of the last act; never falls."), \
        SAY_INSTANT(struct inspection_told, at, "When it was so.")
#define SOMETIMES(need, frozen_need, which)                                                        \
    RECORD_RECORD(struct inspection_told, head, need, &inspection_head_record,                     \
                  .about = "The plan."),                                                           \
        RECORD_LIST(struct inspection_told, members, need, &inspection_member_told_record,         \
                    RECORD_ANY, .about = "Who takes part."),                                       \
        RECORD_CHOICE(struct inspection_told, order, need, order_rule_choices,                     \
                      .about = "By which rule agencies are called."),                              \
        RECORD_INT(struct inspection_told, by_hand, need, 0, 0, .absent = -1,                      \
                   .about = "1 when somebody was moved."),                                         \
        RECORD_RECORD(struct inspection_told, progress, need, &inspection_progress_record,         \
                      .about = "How far it is."),                                                  \
        RECORD_TEXT(struct inspection_told, called, need, 0, RECORD_ANY,                           \
                    .about = "Code of the agency that is called; empty: none."),                   \
        RECORD_TEXTS(struct inspection_told, next, need, RECORD_ANY,                               \
                     .about = "Codes of those that are called next."),                             \
        RECORD_RECORD(struct inspection_told, opening, frozen_need, &frozen_record,                \
                      .about = "The figures frozen at the opening."),                              \
        RECORD_RECORD(struct inspection_told, closing, frozen_need, &frozen_record,                \
                      .about = "The figures frozen at the closing."),                              \
        RECORD_RECORD(struct inspection_told, live, frozen_need, &live_record,                     \
                      .about = "The figures now; none on another day."),                           \
        RECORD_LIST(struct inspection_told, agencies, need, &inspection_agency_record, RECORD_ANY, \
                    .about = (which)),                                                             \
        RECORD_LIST(struct inspection_told, instructions, need, &inspection_instruction_record,    \
                    RECORD_ANY, .about = "What was instructed."),                                  \
        RECORD_LIST(struct inspection_told, programmes, need, &inspection_programme_record,        \
                    RECORD_ANY, .about = "How programmes go.")

static const struct record_field room_fields[] = {
    ALWAYS, SOMETIMES(RECORD_REQUIRED, RECORD_NULLABLE, "In the order of calling.")};
const struct record inspection_room_record =
    RECORD_TOLD("InspectionRoom", struct inspection_told, room_fields);

static const struct record_field change_fields[] = {
    ALWAYS, SOMETIMES(RECORD_OPTIONAL, RECORD_OPTIONAL, "Those that changed, whole.")};
const struct record inspection_change_record =
    RECORD_TOLD("InspectionChange", struct inspection_told, change_fields);
