/* inspection_bodies.h - what requests about inspections carry (record.h). */
#pragma once

#include "inspection/room_rights.h"

struct opening_body {
    int order; /* enum order_rule, -1: the usual */
};
extern const struct record opening_body_record;

struct closing_body {
    struct text text;
};
extern const struct record closing_body_record;

struct called_body {
    struct text agency;
    struct text called; /* at == NULL: not said */
};
extern const struct record called_body_record;

struct confirmed_body {
    struct text agency;
    int64_t statement_ms; /* 0: not said */
};
extern const struct record confirmed_body_record;

struct turn_body {
    struct text agency;
    struct text name;
    struct text post;
    int turn; /* enum act_kind */
};
extern const struct record turn_body_record;

struct order_of_calling_body {
    struct text agency;
    int rule; /* enum order_rule, or -1 */
    int place;
};
extern const struct record order_of_calling_body_record;

struct answer_body {
    struct text agency;
    struct text name;
    struct text post;
};
extern const struct record answer_body_record;

struct said_body {
    int group;
    int present;
    int sick;
    int permit;
    int leave;
    int duty_travel;
    int other;
    int missing;
};

/* A sum beside its parts, or a part twice, would count people twice. */
enum rc said_check(const struct record_list *groups, struct problem *why) NODISCARD;

/* What was said of one group, into an act. */
void said_into(const struct said_body *said, struct act *act);

struct statement_body {
    struct text agency;
    struct text by;
    struct text post;
    struct record_list groups; /* struct said_body */
    int source;                /* enum statement_source, or -1: a form */
};
extern const struct record statement_body_record;

struct reason_body {
    struct text number;
    struct text note;
    int claim;
};
struct reasons_body {
    struct text agency;
    struct text by;
    struct record_list reasons; /* struct reason_body */
};
extern const struct record reasons_body_record;

struct minutes_body {
    struct text number;
};
extern const struct record minutes_body_record;

struct note_body {
    struct text agency;
    struct text text;
};
extern const struct record note_body_record;

struct instruction_body {
    struct text agency;
    struct text text;
    struct text owner;
    struct day deadline;
    int working_days;
};
extern const struct record instruction_body_record;

struct instruction_change_body {
    struct text note;
    int state;
};
extern const struct record instruction_change_body_record;

struct programme_body {
    struct text agency;
    struct text title;
    struct text unit;
    struct text blocker;
    struct day target;
    int item;
    int done;
    int total;
};
extern const struct record programme_body_record;

struct manual_recap_body {
    struct text agency;
    struct text signed_by;
    struct text reason;
    struct record_list groups; /* struct said_body */
    struct day signed_on;
    int paper; /* 0: the next */
};
extern const struct record manual_recap_body_record;

struct recap_confirming_body {
    struct text agency;
    int paper;
};
extern const struct record recap_confirming_body_record;

struct report_asking_body {
    struct record_list agencies; /* struct text */
    struct day deadline;
    int working_days; /* 0: as the government has set it */
};
extern const struct record report_asking_body_record;

struct report_body {
    struct record_list agencies; /* struct text */
    struct text reference;
    int state; /* enum act_kind */
};
extern const struct record report_body_record;

struct follow_up_body {
    struct record_list numbers; /* struct text */
    struct text reason;
    struct text official;
    int path; /* enum follow_up_path */
};
extern const struct record follow_up_body_record;

struct amendment_body {
    struct text agency;
    struct text text;
    int about; /* enum amendment_about, or -1: the minutes */
};
extern const struct record amendment_body_record;
