#include "base/limits.h"
#include "documents/scan.h"
#include "inspection/roll_call.h"

/* ---- what each kind of act asks for ---- */

static enum rc need(bool given, const char *field, struct problem *why)
{
    return given ? RC_OK : problem_at(why, RC_INVALID, field, "say this too: %s", field);
}

static enum rc check_word(const struct record_choice *choices,
                          const struct act *act,
                          struct problem *why)
{
    int value = 0;

    if (record_choice_value(choices, act->word, &value)) return RC_OK;
    return problem_at(why, RC_INVALID, "word", "\"" TEXT_FORMAT "\" is not to be chosen here",
                      TEXT_ARGUMENT(act->word));
}

static enum rc check_ordered(const struct roll_call *call,
                             const struct act *act,
                             const struct roll_agency *agency,
                             struct problem *why)
{
    if (!agency) return check_word(order_rule_choices, act, why);
    return need(act->item >= 1 && act->item <= (int)call->agency_count, "place", why);
}

static enum rc check_answering(const struct roll_call *call,
                               const struct act *act,
                               const struct roll_agency *agency,
                               struct problem *why)
{
    (void)act;
    if (call->called == (int)(agency - call->agencies)) return RC_OK;
    return problem_set(why, RC_CONFLICT, "this agency is not called now");
}

static enum rc check_counts(const struct act *act, struct problem *why)
{
    TRY(need(act->present >= 0, "present", why));
    TRY(need(act->sick >= 0, "sick", why));
    TRY(need(act->permit >= 0, "permit", why));
    TRY(need(act->leave >= 0, "leave", why));
    TRY(need(act->duty_travel >= 0, "duty_travel", why));
    TRY(need(act->other >= 0, "other", why));
    return need(act->missing >= 0, "missing", why);
}

static enum rc check_stated(const struct roll_call *call,
                            const struct act *act,
                            const struct roll_agency *agency,
                            struct problem *why)
{
    (void)call, (void)agency;
    TRY(check_word(statement_source_choices, act, why));
    return check_counts(act, why);
}

static enum rc check_confirmed(const struct roll_call *call,
                               const struct act *act,
                               const struct roll_agency *agency,
                               struct problem *why)
{
    (void)call, (void)act;
    if (agency->statement.at_ms > 0) return RC_OK;
    return problem_set(why, RC_CONFLICT, "there is no statement to be confirmed");
}

/* A class says enough about the sick; the rest is between them and a doctor. */
static enum rc check_claimed(const struct roll_call *call,
                             const struct act *act,
                             const struct roll_agency *agency,
                             struct problem *why)
{
    (void)call, (void)agency;
    TRY(check_word(claim_choices, act, why));
    if (!text_equal(act->word, TEXT("sick")) || act->said.bytes == 0) return RC_OK;
    return problem_at(why, RC_INVALID, "note", "nothing is written about the health of a person");
}

static enum rc check_words(const struct roll_call *call,
                           const struct act *act,
                           const struct roll_agency *agency,
                           struct problem *why)
{
    (void)call, (void)agency;
    return need(act->said.bytes > 0, "text", why);
}

/* Signed is signed: what is entered after it is another paper, and says why. */
static enum rc check_paper(const struct act *act,
                           const struct roll_agency *agency,
                           struct problem *why)
{
    if (agency->papers >= RECAP_PAPERS_MAX) {
        return problem_set(why, RC_CONFLICT, "there are %d recaps of this agency: no more is taken",
                           RECAP_PAPERS_MAX);
    }
    if (act->item == agency->papers + 1) return RC_OK;
    return problem_set(why, RC_CONFLICT, "the recap of this agency is signed and locked");
}

static enum rc check_recap(const struct roll_call *call,
                           const struct act *act,
                           const struct roll_agency *agency,
                           struct problem *why)
{
    (void)call;
    TRY(check_paper(act, agency, why));
    if (agency->papers > 0 && act->said.bytes == 0) {
        return problem_at(why, RC_CONFLICT, "reason",
                          "the recap of this agency is signed and locked: "
                          "a correction says why, and stands beside it");
    }
    TRY(need(act->name.bytes > 0, "signed_by", why));
    if (act->word.bytes > 0) TRY(check_word(recap_source_choices, act, why));
    return check_counts(act, why);
}

static enum rc check_recap_confirmed(const struct roll_call *call,
                                     const struct act *act,
                                     const struct roll_agency *agency,
                                     struct problem *why)
{
    const struct roll_recap *recap = roll_recap_of(call, agency->code, act->item);

    if (recap && !recap->confirmed) return RC_OK;
    return problem_set(why, RC_CONFLICT, "no figures of this recap wait for the head's word");
}

static enum rc check_scanned(const struct roll_call *call,
                             const struct act *act,
                             const struct roll_agency *agency,
                             struct problem *why)
{
    TRY(check_word(scan_kind_choices, act, why));
    TRY(need(act->total > 0, "file", why));
    TRY(check_paper(act, agency, why));
    if (roll_scan_of(call, agency->code, act->reference)) {
        return problem_set(why, RC_CONFLICT, "this page is here already");
    }
    if (act->done <= RECAP_PAGES_MAX) return RC_OK;
    return problem_set(why, RC_CONFLICT, "a recap has at most %d pages", RECAP_PAGES_MAX);
}

static enum rc check_item(const struct act *act, size_t count, struct problem *why)
{
    if (act->item >= 1 && act->item <= (int)count + 1) return RC_OK;
    return problem_at(why, RC_NOT_FOUND, "item", "there is no number %d in this list", act->item);
}

static enum rc check_instructed(const struct roll_call *call,
                                const struct act *act,
                                const struct roll_agency *agency,
                                struct problem *why)
{
    (void)agency;
    TRY(check_word(instruction_state_choices, act, why));
    TRY(check_item(act, call->instruction_count, why));
    if (act->item <= (int)call->instruction_count) return RC_OK;
    TRY(need(act->said.bytes > 0, "text", why));
    return need(act->name.bytes > 0, "owner", why);
}

static enum rc check_programme(const struct roll_call *call,
                               const struct act *act,
                               const struct roll_agency *agency,
                               struct problem *why)
{
    (void)agency;
    TRY(check_item(act, call->programme_count, why));
    TRY(need(act->said.bytes > 0, "title", why));
    TRY(need(act->total > 0, "total", why));
    if (act->done >= 0 && act->done <= act->total) return RC_OK;
    return problem_at(why, RC_INVALID, "done", "no more can be done than there is");
}

static enum rc check_report(const struct roll_call *call,
                            const struct act *act,
                            const struct roll_agency *agency,
                            struct problem *why)
{
    (void)call;
    if (act->act == ACT_REPORT_ASKED) return need(!day_is_none(act->day), "due", why);
    if (agency->report.asked_at_ms == 0) {
        return problem_set(why, RC_CONFLICT, "no written report was asked of this agency");
    }
    if (act->act == ACT_REPORT_REMINDED && agency->report.received_at_ms > 0) {
        return problem_set(why, RC_CONFLICT, "the written report of this agency was received");
    }
    return RC_OK;
}

/* A person decides about a person: the official is named, with the reason. */
static enum rc check_follow_up(const struct roll_call *call,
                               const struct act *act,
                               const struct roll_agency *agency,
                               struct problem *why)
{
    (void)call, (void)agency;
    TRY(check_word(follow_up_path_choices, act, why));
    TRY(need(act->said.bytes > 0, "reason", why));
    return need(act->name.bytes > 0, "official", why);
}

static enum rc check_recording(const struct roll_call *call,
                               const struct act *act,
                               const struct roll_agency *agency,
                               struct problem *why)
{
    (void)agency;
    if (roll_is_recorded(call) == (act->act == ACT_RECORDING_ENDED)) return RC_OK;
    return act->act == ACT_RECORDING_ENDED
               ? problem_set(why, RC_CONFLICT, "the session is not recorded")
               : problem_set(why, RC_CONFLICT, "the session is recorded already");
}

typedef enum rc checker(const struct roll_call *call,
                        const struct act *act,
                        const struct roll_agency *agency,
                        struct problem *why);

static checker *const checkers[] = {
    [ACT_ORDERED] = check_ordered,
    [ACT_ANSWERING] = check_answering,
    [ACT_STATED] = check_stated,
    [ACT_CONFIRMED] = check_confirmed,
    [ACT_CLAIMED] = check_claimed,
    [ACT_REPLIED] = check_words,
    [ACT_RECAP] = check_recap,
    [ACT_RECAP_CONFIRMED] = check_recap_confirmed,
    [ACT_SCANNED] = check_scanned,
    [ACT_NOTED] = check_words,
    [ACT_INSTRUCTED] = check_instructed,
    [ACT_PROGRAMME] = check_programme,
    [ACT_REPORT_ASKED] = check_report,
    [ACT_REPORT_REMINDED] = check_report,
    [ACT_REPORT_RECEIVED] = check_report,
    [ACT_FOLLOW_UP] = check_follow_up,
    [ACT_AMENDED] = check_words,
    [ACT_RECORDING_BEGUN] = check_recording,
    [ACT_RECORDING_ENDED] = check_recording,
};

/* ---- the whole ---- */

static bool may_be_elsewhere(int act)
{
    return act == ACT_NOTED || act == ACT_INSTRUCTED || act == ACT_PROGRAMME || act == ACT_AMENDED;
}

enum rc roll_call_check(const struct roll_call *call, const struct act *act, struct problem *why)
{
    static const enum act_when whens[] = {[SESSION_PLANNED] = ACT_WHEN_PLANNED,
                                          [SESSION_OPEN] = ACT_WHEN_OPEN,
                                          [SESSION_CLOSED] = ACT_WHEN_CLOSED};
    int place = act->agency.bytes > 0 ? roll_find(call, act->agency) : ROLL_NOBODY;

    if (call->state == SESSION_WITHDRAWN) {
        return problem_set(why, RC_CONFLICT, "this inspection was withdrawn");
    }
    TRY(act_check(act, whens[call->state], why));
    if (act->agency.bytes > 0 && place == ROLL_NOBODY && !may_be_elsewhere(act->act)) {
        return problem_at(why, RC_NOT_FOUND, "agency",
                          "\"" TEXT_FORMAT "\" is not called in this inspection",
                          TEXT_ARGUMENT(act->agency));
    }
    if ((size_t)act->act >= COUNT_OF(checkers) || !checkers[act->act]) return RC_OK;
    return checkers[act->act](call, act, place == ROLL_NOBODY ? NULL : &call->agencies[place], why);
}
