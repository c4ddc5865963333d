/* bodies.h - what requests carry, each described once (record.h). */
#pragma once

#include "attendance/review.h"
#include "base/record.h"
#include "base/secret.h"
#include "devices/terminal_order.h"
#include "devices/verify_code.h"

struct sign_in {
    struct text account;
    struct secret password;
};
extern const struct record sign_in_record;

struct new_password {
    struct secret old_password;
    struct secret new_password;
};
extern const struct record new_password_record;

struct wall_claim {
    struct text secret;
};
extern const struct record wall_claim_record;

struct wall_body {
    struct text code;
    struct text name;
};
extern const struct record wall_record;

struct terminal_approval {
    struct text agency;
    struct text name;
    struct day from;
};
extern const struct record terminal_approval_record;

struct terminal_change {
    struct text agency;
    struct text name;
    struct text model;
    struct day from;
};
extern const struct record terminal_change_record;

struct terminal_end {
    struct day from;
};
extern const struct record terminal_end_record;

struct order_body {
    enum order_kind order;
    struct text from;
    struct text to;
};
extern const struct record order_body_record;

struct verify_code_body {
    enum method method;
};
extern const struct record verify_code_body_record;

extern const struct record leave_withdrawal_record; /* a struct leave_selection */

struct enrolment_body {
    struct text pin;
    struct text terminal;
    struct text number;
    struct day valid_from;
};
extern const struct record enrolment_body_record;

/* A decision about doubtful punches; each with its true time when accepted. */
struct review_item {
    int64_t id;
    struct text true_time;
};
struct review_body {
    int decision; /* enum review_decision */
    struct text reason;
    struct record_list punches;
};
extern const struct record review_body_record;
