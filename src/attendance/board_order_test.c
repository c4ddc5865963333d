/* The order in which facts are recorded cannot matter: the same facts in any
 * order, followed at any moments in between, give the same lines and tallies. */
#include "attendance/board_private.h"
#include "attendance/fixture_test.h"

enum { PEOPLE = 12, PUNCHES = 60, ACTS_MAX = 160, ORDERS = 10 };

/* One fact that is still to be recorded. */
enum act_kind {
    ACT_ROW, /* of the register */
    ACT_PUNCH,
    ACT_CONTACT,
    ACT_TERMINAL,
    ACT_PLACE,
};

struct act {
    const struct fact_table *table;
    const void *row;
    const char *serial;
    const char *wall; /* or the agency */
    const char *from;
    struct punch punch;
    enum act_kind kind;
    enum terminal_state state;
};

struct script {
    struct act acts[ACTS_MAX];
    size_t count;
    struct person people[PEOPLE];
    struct posting postings[PEOPLE + 2];
    struct enrolment enrolments[PEOPLE + 2];
    struct roster_line shifts[PEOPLE];
    struct leave_period leaves[3];
    struct review reviews[PUNCHES];
    struct moment_text times[PUNCHES][2];
    char numbers[PEOPLE][8];
    char pins[PEOPLE][8];
};

static const char *const agency_codes[] = {"PU", "DINKES", "RS", "TIMUR"};

static unsigned roll(unsigned *dice, unsigned sides)
{
    *dice = *dice * 1103515245u + 12345u;
    return (*dice >> 16) % sides;
}

static void add_row(struct script *script, const struct fact_table *table, const void *row)
{
    assert_true(script->count < ACTS_MAX);
    script->acts[script->count++] = (struct act){.kind = ACT_ROW, .table = table, .row = row};
}

static void add_people(struct script *script)
{
    for (int i = 0; i < PEOPLE; i++) {
        const char *agency = agency_codes[i % (int)COUNT_OF(agency_codes)];

        snprintf(script->numbers[i], sizeof script->numbers[i], "N%02d", i);
        snprintf(script->pins[i], sizeof script->pins[i], "%d", 40 + i);
        script->people[i] = (struct person){.number = text_of(script->numbers[i]),
                                            .name = TEXT("Pegawai"),
                                            .kind = i % (int)PERSON_KINDS};
        script->postings[i] =
            (struct posting){.number = text_of(script->numbers[i]), .agency = text_of(agency)};
        script->enrolments[i] = (struct enrolment){.pin = text_of(script->pins[i]),
                                                   .number = text_of(script->numbers[i])};
        script->shifts[i] = (struct roster_line){.number = text_of(script->numbers[i]),
                                                 .date = {2021, 5, (int8_t)(16 + i % 3)},
                                                 .shift = TEXT("malam")};
        add_row(script, &person_fact, &script->people[i]);
        add_row(script, &posting_fact, &script->postings[i]);
        if (i != 5) add_row(script, &enrolment_fact, &script->enrolments[i]);
        if (i % 4 == 2) add_row(script, &roster_fact, &script->shifts[i]);
    }
}

/* Somebody moves on the 17th, a PIN passes from one to another, some are away. */
static void add_changes(struct script *script)
{
    script->postings[PEOPLE] = (struct posting){.number = text_of(script->numbers[0]),
                                                .agency = TEXT("TIMUR"),
                                                .valid_from = {2021, 5, 17}};
    script->enrolments[PEOPLE] = (struct enrolment){.pin = text_of(script->pins[5]),
                                                    .number = text_of(script->numbers[5]),
                                                    .valid_to = {2021, 5, 16}};
    script->enrolments[PEOPLE + 1] = (struct enrolment){.pin = text_of(script->pins[5]),
                                                        .terminal = TEXT("PU1"),
                                                        .number = text_of(script->numbers[6]),
                                                        .valid_from = {2021, 5, 17}};
    for (int i = 0; i < 3; i++) {
        script->leaves[i] = (struct leave_period){.number = text_of(script->numbers[7 + i]),
                                                  .kind = LEAVE_SICK + i,
                                                  .from = {2021, 5, (int8_t)(15 + i)},
                                                  .to = {2021, 5, 17}};
        add_row(script, &leave_period_fact, &script->leaves[i]);
    }
    add_row(script, &posting_fact, &script->postings[PEOPLE]);
    add_row(script, &enrolment_fact, &script->enrolments[PEOPLE]);
    add_row(script, &enrolment_fact, &script->enrolments[PEOPLE + 1]);
}

/* One doubtful punch is accepted an hour before it came, the next refused. */
static void add_review(struct script *script, int i, const struct punch *punch)
{
    struct moment_text *times = script->times[i];
    bool accepted = i % 2 == 1;

    times[0] = moment_text(punch->moment);
    times[1] = moment_text(moment_at(punch->received_at_ms, WIB) - 3600);
    script->reviews[i] = review_of(punch, accepted ? REVIEW_ACCEPTED : REVIEW_REFUSED,
                                   text_of(times[0].s), accepted ? text_of(times[1].s) : TEXT(""));
    script->reviews[i].reason = TEXT("jam mesin");
    if (i > 40) return; /* the last stays undecided */
    add_row(script, &review_fact, &script->reviews[i]);
}

static void add_punches(struct script *script)
{
    static const char *const terminals[] = {"PU1", "DK1", "RS1", "XX9"};
    unsigned dice = 5;

    for (int i = 0; i < PUNCHES; i++) {
        struct punch punch =
            office_punch_of(terminals[roll(&dice, 4)],
                            roll(&dice, 12) == 0 ? "nobody" : script->pins[roll(&dice, PEOPLE)],
                            "2021-05-16 18:00:00");

        punch.moment += roll(&dice, 3 * 86400 / 2);
        if (i < 20) punch.moment = at("2021-05-17 07:28:00") + i * 10; /* a queue */
        punch.received_at_ms = instant_of_moment(punch.moment, WIB) + roll(&dice, 4000000);
        if (i % 7 == 3) punch.moment = at("2001-01-01 00:00:00") + i;
        punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
        script->acts[script->count++] = (struct act){.kind = ACT_PUNCH, .punch = punch};
        if (punch.flags & PUNCH_TIME) add_review(script, i, &punch);
    }
}

static void add_terminals(struct script *script)
{
    static const struct act acts[] = {
        {.kind = ACT_TERMINAL, .serial = "PU1", .wall = "PU"},
        {.kind = ACT_TERMINAL, .serial = "DK1", .wall = "DINKES"},
        {.kind = ACT_TERMINAL, .serial = "RS1", .wall = "RS"},
        {.kind = ACT_PLACE, .serial = "RS1", .wall = "TIMUR", .from = "2021-05-18"},
        {.kind = ACT_PLACE, .serial = "DK1", .wall = "PU", .from = "2021-05-18"},
        {.kind = ACT_PLACE,
         .serial = "PU1",
         .wall = "PU",
         .from = "2021-05-18",
         .state = TERMINAL_RETIRED},
        {.kind = ACT_PLACE, .serial = "NEW", .wall = "DINKES", .from = "2021-05-16"},
        {.kind = ACT_CONTACT, .serial = "NEW", .wall = "2021-05-18 08:59:40"},
        {.kind = ACT_CONTACT, .serial = "PU1", .wall = "2021-05-17 21:30:00"},
        {.kind = ACT_CONTACT, .serial = "PU1", .wall = "2021-05-18 08:59:00"},
        {.kind = ACT_CONTACT, .serial = "DK1", .wall = "2021-05-17 10:00:00"},
        {.kind = ACT_CONTACT, .serial = "RS1", .wall = "2021-05-18 08:59:30"},
    };

    for (size_t i = 0; i < COUNT_OF(acts); i++) {
        script->acts[script->count++] = acts[i];
    }
}

static struct script *script_new(void)
{
    struct script *script = mem_alloc(1, sizeof *script);

    add_people(script);
    add_changes(script);
    add_punches(script);
    add_terminals(script);
    return script;
}

static void shuffle(struct script *script, unsigned *dice)
{
    for (size_t i = script->count; i > 1; i--) {
        size_t other = roll(dice, (unsigned)i);
        struct act kept = script->acts[i - 1];

        script->acts[i - 1] = script->acts[other];
        script->acts[other] = kept;
    }
}

static void perform(struct office *o, const struct act *act)
{
    struct punch punch = act->punch;

    switch (act->kind) {
    case ACT_ROW:
        fixture_record(o->people, act->table, act->row, 1);
        break;
    case ACT_PUNCH:
        office_send(o, &punch, 1);
        break;
    case ACT_CONTACT:
        office_contact(o, act->serial, "2021-05-17 05:00:00", act->wall);
        break;
    case ACT_TERMINAL:
        office_approve(o, act->serial, act->wall);
        break;
    case ACT_PLACE:
        office_place(o, act->serial, act->wall, act->state, act->from);
        break;
    }
}

static void make_agencies(struct office *o)
{
    static const struct agency agencies[] = {
        AGENCY("PU", ""),
        AGENCY("DINKES", "", .pattern = WORD("6-hari")),
        AGENCY("RS", "DINKES", .pattern = WORD("shift")),
        AGENCY("TIMUR", "PU", .zone = WORD("WIT")),
    };

    fixture_record(o->people, &agency_fact, agencies, COUNT_OF(agencies));
}

/* Now and then the board follows, at some hour, with days open since before. */
static void follow_sometimes(struct office *o, unsigned *dice)
{
    static const char *const hours[] = {"2021-05-17 06:30:00", "2021-05-17 09:00:00",
                                        "2021-05-17 21:00:00", "2021-05-18 08:00:00"};

    if (roll(dice, 6) != 0) return;
    office_open_days(o, hours[roll(dice, COUNT_OF(hours))], "2021-05-15", "2021-05-18");
    if (roll(dice, 3) > 0) return;
    board_close(&o->board);
    office_open_board(o);
}

/* Or it follows without writing; then it may be killed, or the store fails. */
static void follow_unwritten(struct office *o, unsigned *dice)
{
    int64_t now_ms = wib_ms("2021-05-17 09:00:00");
    bool more = false;

    if (roll(dice, 4) != 0) return;
    assert_rc(RC_OK, board_follow(o->board, now_ms, &more));
    if (roll(dice, 3) == 0) {
        derived_fail_after(o->board->derived, (int)roll(dice, 12));
        IGNORE(board_follow(o->board, now_ms, &more), "it may fail");
        IGNORE(board_commit(o->board, now_ms), "it may fail");
        derived_fail_after(o->board->derived, -1);
    }
    if (roll(dice, 3) > 0) return;
    board_close(&o->board);
    office_open_board(o);
}

static void play(struct office *o, const struct script *script, unsigned seed, struct buf *dump)
{
    unsigned dice = seed;

    make_agencies(o);
    for (size_t i = 0; i < script->count; i++) {
        perform(o, &script->acts[i]);
        if (seed > 0) follow_unwritten(o, &dice);
        if (seed > 0) follow_sometimes(o, &dice);
    }
    office_open_days(o, "2021-05-18 09:00:00", "2021-05-14", "2021-05-19");
    office_dump(o, "2021-05-14", "2021-05-19", dump);
}

static void any_order_of_the_same_facts_gives_the_same_days(void **state)
{
    CLEANUP(buf_done) struct buf expected = {0};
    struct script *script = script_new();
    unsigned dice = 11;

    buf_init(&expected, DUMP_BYTES_MAX);
    play(*state, script, 0, &expected);
    assert_non_null(strstr(expected.at, "late"));
    assert_non_null(strstr(expected.at, "pin_unmapped"));
    for (unsigned order = 1; order <= ORDERS; order++) {
        CLEANUP(buf_done) struct buf found = {0};
        void *office = NULL;

        buf_init(&found, DUMP_BYTES_MAX);
        assert_int_equal(office_make(&office), 0);
        shuffle(script, &dice);
        play(office, script, order, &found);
        assert_dumps_equal(&expected, &found);
        office_check_rebuild(office, "2021-05-18 09:00:00", "2021-05-14", "2021-05-19");
        office_clear(&office);
    }
    mem_free(script);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(any_order_of_the_same_facts_gives_the_same_days),
    };

    return cmocka_run_group_tests_name("board_order", tests, NULL, NULL);
}
