#include "inspection/roll_private.h"

void roll_add_claimed(struct roll_folding *folding,
                      const struct act_row *row,
                      struct roll_agency *agency)
{
    struct roll_call *call = folding->call;
    size_t place = 0;
    int claim = CLAIM_OTHER;
    bool health = false;

    IGNORE(record_choice_value(claim_choices, row->act.word, &claim), "a class of its own");
    while (place < call->claim_count && !text_equal(call->claims[place].person, row->act.person)) {
        place++;
    }
    if (place == call->claim_count) {
        call->claim_count++;
    } else {
        health = call->claims[place].health;
    }
    call->claims[place] = (struct roll_claim){.agency = agency->code,
                                              .person = row->act.person,
                                              .note = row->act.said,
                                              .by = row->act.name,
                                              .at_ms = row->at_ms,
                                              .claim = (enum claim)claim,
                                              .health = health || claim == CLAIM_SICK};
}

static struct roll_words words_of(const struct act_row *row)
{
    return (struct roll_words){.agency = row->act.agency,
                               .person = row->act.person,
                               .said = row->act.said,
                               .author = row->act.author,
                               .at_ms = row->at_ms};
}

void roll_add_replied(struct roll_folding *folding,
                      const struct act_row *row,
                      struct roll_agency *none)
{
    (void)none;
    folding->call->replies[folding->call->reply_count++] = words_of(row);
}

void roll_add_noted(struct roll_folding *folding,
                    const struct act_row *row,
                    struct roll_agency *none)
{
    (void)none;
    folding->call->notes[folding->call->note_count++] = words_of(row);
}

void roll_add_amended(struct roll_folding *folding,
                      const struct act_row *row,
                      struct roll_agency *none)
{
    struct roll_words *words = &folding->call->amendments[folding->call->amendment_count++];

    (void)none;
    *words = words_of(row);
    IGNORE(record_choice_value(amendment_about_choices, row->act.word, &words->about),
           "the minutes as a whole");
}

/* A new one, or a change of state of one that is there. */
void roll_add_instructed(struct roll_folding *folding,
                         const struct act_row *row,
                         struct roll_agency *none)
{
    struct roll_call *call = folding->call;
    struct roll_instruction *instruction;
    int state = INSTRUCTION_OPEN;

    (void)none;
    if (row->act.item < 1 || row->act.item > (int)call->instruction_count + 1) return;
    IGNORE(record_choice_value(instruction_state_choices, row->act.word, &state), "it is open");
    instruction = &call->instructions[row->act.item - 1];
    if (row->act.item > (int)call->instruction_count) {
        call->instruction_count++;
        *instruction = (struct roll_instruction){.agency = row->act.agency,
                                                 .said = row->act.said,
                                                 .owner = row->act.name,
                                                 .author = row->act.author,
                                                 .at_ms = row->at_ms,
                                                 .deadline = row->act.day,
                                                 .item = row->act.item};
    } else {
        instruction->note = row->act.said;
    }
    instruction->state = (enum instruction_state)state;
    instruction->changed_at_ms = row->at_ms;
}

void roll_add_programme(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *none)
{
    struct roll_call *call = folding->call;

    (void)none;
    if (row->act.item < 1 || row->act.item > (int)call->programme_count + 1) return;
    if (row->act.item > (int)call->programme_count) call->programme_count++;
    call->programmes[row->act.item - 1] = (struct roll_programme){.agency = row->act.agency,
                                                                  .title = row->act.said,
                                                                  .unit = row->act.post,
                                                                  .blocker = row->act.reference,
                                                                  .at_ms = row->at_ms,
                                                                  .target = row->act.day,
                                                                  .item = row->act.item,
                                                                  .done = row->act.done,
                                                                  .total = row->act.total};
}

void roll_add_report(struct roll_folding *folding,
                     const struct act_row *row,
                     struct roll_agency *agency)
{
    (void)folding;
    written_report_add(&agency->report, row);
}

void roll_add_follow_up(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    struct roll_call *call = folding->call;
    size_t place = 0;
    int path = FOLLOW_UP_NONE;

    IGNORE(record_choice_value(follow_up_path_choices, row->act.word, &path), "none was chosen");
    while (place < call->follow_up_count &&
           !text_equal(call->follow_ups[place].person, row->act.person)) {
        place++;
    }
    if (place == call->follow_up_count) call->follow_up_count++;
    call->follow_ups[place] = (struct roll_follow_up){.agency = agency->code,
                                                      .person = row->act.person,
                                                      .reason = row->act.said,
                                                      .official = row->act.name,
                                                      .author = row->act.author,
                                                      .at_ms = row->at_ms,
                                                      .path = (enum follow_up_path)path};
}
