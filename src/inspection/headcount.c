#include "inspection/headcount.h"

const struct record_choice people_group_choices[] = {
#define PEOPLE_GROUP(name, word, label) {(word), GROUP_##name},
#include "inspection/people_group.def"
#undef PEOPLE_GROUP
    {NULL, 0},
};

static const char *const labels[] = {
#define PEOPLE_GROUP(name, word, label) [GROUP_##name] = (label),
#include "inspection/people_group.def"
#undef PEOPLE_GROUP
};

static_assert(COUNT_OF(labels) == GROUP_COUNT, "each group has a label");

const char *people_group_label(enum people_group group)
{
    assert((size_t)group < COUNT_OF(labels));
    return labels[group];
}

enum people_group group_of_kind(enum person_kind kind)
{
    return kind == PERSON_KIND_CONTRACT ? GROUP_CONTRACT : GROUP_ASN;
}

bool group_has(enum people_group group, enum person_kind kind)
{
    return group == GROUP_ALL || group == group_of_kind(kind);
}

#define CLASS(member, what) \
    RECORD_INT(struct headcount, member, RECORD_REQUIRED, 0, 0, .about = (what))

static const struct record_field fields[] = {
    CLASS(strength, "Everybody: the sum of the next seven."),
    CLASS(present, "On time, late, or without a record of arrival."),
    CLASS(sick, "Sick."),
    CLASS(permit, "On permit."),
    CLASS(leave, "On leave."),
    CLASS(duty_travel, "On duty elsewhere."),
    CLASS(other, "On a study assignment, or off."),
    CLASS(missing, "Nobody has said where they are, so far."),
    CLASS(unknown, "Of the missing, those the machine cannot know yet."),
};
const struct record headcount_record = RECORD_TOLD("Headcount", struct headcount, fields);

struct headcount headcount_of(const struct balance *balance)
{
    const int32_t *of = balance->counts;

    return (struct headcount){
        .strength = balance_strength(balance),
        .present = balance_present(balance),
        .sick = of[STATE_SICK],
        .permit = of[STATE_PERMIT],
        .leave = of[STATE_LEAVE],
        .duty_travel = of[STATE_DUTY_TRAVEL],
        .other = of[STATE_STUDY] + of[STATE_OFF],
        .missing =
            of[STATE_NOT_DUE] + of[STATE_WAITING] + of[STATE_UNKNOWN] + of[STATE_UNEXPLAINED],
        .unknown = of[STATE_UNKNOWN],
    };
}

static const struct {
    const char *word;
    const char *label;
    size_t offset;
} classes[] = {
#define HEADCOUNT_CLASS(member, label) {#member, (label), offsetof(struct headcount, member)},
#include "inspection/headcount_class.def"
#undef HEADCOUNT_CLASS
};

const char *headcount_class_word(int class)
{
    assert((size_t) class < COUNT_OF(classes));
    return classes[class].word;
}

const char *headcount_class_label(int class)
{
    assert((size_t) class < COUNT_OF(classes));
    return classes[class].label;
}

int headcount_in(const struct headcount *headcount, int class)
{
    assert((size_t) class < COUNT_OF(classes));
    return *(const int *)((const char *)headcount + classes[class].offset);
}

void headcount_add(struct headcount *sum, const struct headcount *other)
{
    sum->strength += other->strength;
    sum->present += other->present;
    sum->sick += other->sick;
    sum->permit += other->permit;
    sum->leave += other->leave;
    sum->duty_travel += other->duty_travel;
    sum->other += other->other;
    sum->missing += other->missing;
    sum->unknown += other->unknown;
}

bool headcount_differs(const struct headcount *said, const struct headcount *machine)
{
    return said->present != machine->present || said->sick != machine->sick ||
           said->permit != machine->permit || said->leave != machine->leave ||
           said->duty_travel != machine->duty_travel || said->other != machine->other ||
           said->missing != machine->missing;
}
