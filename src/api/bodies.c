#include "api/bodies.h"

#include "base/limits.h"
#include "devices/verify_table.h"
#include "people/leave_change.h"

static const struct record_field sign_in_fields[] = {
    RECORD_TEXT(struct sign_in,
                account,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "NIP or account name."),
    RECORD_SECRET(struct sign_in,
                  password,
                  RECORD_REQUIRED,
                  1,
                  PASSWORD_BYTES_MAX,
                  .about = "The password."),
};
const struct record sign_in_record = RECORD("SignIn", struct sign_in, sign_in_fields);

static const struct record_field new_password_fields[] = {
    RECORD_NAMED("old",
                 struct new_password,
                 old_password,
                 RECORD_IS_SECRET,
                 .need = RECORD_REQUIRED,
                 .minimum = 1,
                 .maximum = PASSWORD_BYTES_MAX,
                 .about = "The present password."),
    RECORD_NAMED("new",
                 struct new_password,
                 new_password,
                 RECORD_IS_SECRET,
                 .need = RECORD_REQUIRED,
                 .minimum = 1,
                 .maximum = PASSWORD_BYTES_MAX,
                 .about = "The new password."),
};
const struct record new_password_record =
    RECORD("NewPassword", struct new_password, new_password_fields);

static const struct record_field wall_claim_fields[] = {
    RECORD_TEXT(struct wall_claim,
                secret,
                RECORD_REQUIRED,
                1,
                200,
                .about = "The secret that came with the code."),
};
const struct record wall_claim_record = RECORD("WallClaim", struct wall_claim, wall_claim_fields);

static const struct record_field wall_fields[] = {
    RECORD_TEXT(struct wall_body,
                code,
                RECORD_REQUIRED,
                6,
                6,
                .about = "The six digits on the wall."),
    RECORD_TEXT(struct wall_body,
                name,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "Where it hangs."),
};
const struct record wall_record = RECORD("WallConnection", struct wall_body, wall_fields);

static const struct record_field terminal_approval_fields[] = {
    RECORD_TEXT(struct terminal_approval,
                agency,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "Code of the agency where it stands."),
    RECORD_TEXT(struct terminal_approval,
                name,
                RECORD_OPTIONAL,
                0,
                NAME_BYTES_MAX,
                .about = "The spot, such as \"lobi\"."),
    RECORD_DAY(struct terminal_approval,
               from,
               RECORD_OPTIONAL,
               .about = "Since when; without it from today, or, as the first, since ever."),
};
const struct record terminal_approval_record =
    RECORD("TerminalApproval", struct terminal_approval, terminal_approval_fields);

static const struct record_field terminal_change_fields[] = {
    RECORD_TEXT(struct terminal_change,
                agency,
                RECORD_OPTIONAL,
                1,
                CODE_BYTES_MAX,
                .about = "Code of the agency where it stands."),
    RECORD_TEXT(struct terminal_change,
                name,
                RECORD_OPTIONAL,
                0,
                NAME_BYTES_MAX,
                .about = "The spot."),
    RECORD_TEXT(struct terminal_change,
                model,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "The model, which decides what its verify codes mean."),
    RECORD_DAY(struct terminal_change,
               from,
               RECORD_OPTIONAL,
               .about = "With an agency: from which day it stands there; without it from today."),
};
const struct record terminal_change_record =
    RECORD("TerminalChange", struct terminal_change, terminal_change_fields);

static const struct record_field terminal_end_fields[] = {
    RECORD_DAY(struct terminal_end,
               from,
               RECORD_OPTIONAL,
               .about = "The first day on which it is out of service; without it today."),
};
const struct record terminal_end_record =
    RECORD("TerminalEnd", struct terminal_end, terminal_end_fields);

static const struct record_field order_body_fields[] = {
    RECORD_CHOICE(struct order_body, order, RECORD_REQUIRED, order_choices, .about = "What to do."),
    RECORD_TEXT(struct order_body,
                from,
                RECORD_OPTIONAL,
                0,
                MOMENT_TEXT_BYTES,
                .about = "Of punches and sum: the first day or moment, by the terminal's clock."),
    RECORD_TEXT(struct order_body,
                to,
                RECORD_OPTIONAL,
                0,
                MOMENT_TEXT_BYTES,
                .about = "The last day or moment."),
};
const struct record order_body_record = RECORD("NewOrder", struct order_body, order_body_fields);

static const struct record_field verify_code_body_fields[] = {
    RECORD_CHOICE(struct verify_code_body,
                  method,
                  RECORD_REQUIRED,
                  method_choices,
                  .about = "The method it stands for."),
};
const struct record verify_code_body_record =
    RECORD("VerifyCodeMethod", struct verify_code_body, verify_code_body_fields);

static const struct record_field enrolment_body_fields[] = {
    RECORD_TEXT(struct enrolment_body,
                pin,
                RECORD_REQUIRED,
                1,
                PIN_BYTES_MAX,
                .about = "The PIN, compared byte for byte."),
    RECORD_TEXT(struct enrolment_body,
                terminal,
                RECORD_OPTIONAL,
                1,
                SERIAL_BYTES_MAX,
                .about = "Serial number; without it the PIN holds on every terminal."),
    RECORD_TEXT(struct enrolment_body,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "Number of the person."),
    RECORD_DAY(struct enrolment_body, valid_from, RECORD_OPTIONAL, .about = "First day."),
};
const struct record enrolment_body_record =
    RECORD("NewEnrolment", struct enrolment_body, enrolment_body_fields);

static const struct record_field leave_withdrawal_fields[] = {
    RECORD_TEXT(struct leave_selection,
                number,
                RECORD_OPTIONAL,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "Leave of this person."),
    RECORD_TEXT(struct leave_selection,
                reference,
                RECORD_OPTIONAL,
                1,
                REFERENCE_BYTES_MAX,
                .about = "Leave of this letter."),
    RECORD_DAY(struct leave_selection,
               from,
               RECORD_OPTIONAL,
               .about = "Leave that reaches to this day or later."),
    RECORD_DAY(struct leave_selection,
               to,
               RECORD_OPTIONAL,
               .about = "Leave that begins on this day or earlier."),
    RECORD_INSTANT(struct leave_selection,
                   recorded_at,
                   RECORD_OPTIONAL,
                   .about = "What one file brought, by the instant it was recorded at; what it "
                            "changed is again as before."),
};
const struct record leave_withdrawal_record =
    RECORD("LeaveWithdrawal", struct leave_selection, leave_withdrawal_fields);

static const struct record_field review_item_fields[] = {
    RECORD_INT(struct review_item,
               id,
               RECORD_REQUIRED,
               1,
               INT64_MAX,
               .about = "The id of a doubtful punch."),
    RECORD_TEXT(struct review_item,
                true_time,
                RECORD_OPTIONAL,
                0,
                MOMENT_TEXT_BYTES,
                .about = "When it was truly made, on the wall there; without it as proposed."),
};
static const struct record review_item_record =
    RECORD("ReviewedPunch", struct review_item, review_item_fields);

static const struct record_field review_body_fields[] = {
    RECORD_CHOICE(struct review_body,
                  decision,
                  RECORD_REQUIRED,
                  review_decision_choices,
                  .about = "What is decided."),
    RECORD_TEXT(struct review_body,
                reason,
                RECORD_REQUIRED,
                1,
                REVIEW_REASON_BYTES_MAX,
                .about = "Why; it is told with the day."),
    RECORD_LIST(struct review_body,
                punches,
                RECORD_REQUIRED,
                &review_item_record,
                REVIEWS_TOGETHER_MAX,
                .about = "Which punches; all are decided, or none."),
};
const struct record review_body_record =
    RECORD("NewReview", struct review_body, review_body_fields);
