/* Versions written on two lanes, whose clocks disagree, are chosen alike by
 * every reader: the one holds that was recorded knowing of the others. */
#include "people/agency.h"
#include "people/directory.h"
#include "people/enrolment.h"
#include "people/fact_verify.h"
#include "people/fixture_test.h"
#include "people/setting.h"

enum { ROUNDS = 40, SHUFFLES = 10, AN_HOUR_MS = 3600 * 1000 };

struct lanes {
    struct fixture *first; /* lane 1, and the store */
    struct clock clock;    /* of lane 2: an hour slow */
    struct ledger *second;
};

static int make(void **state)
{
    struct lanes *lanes = mem_alloc(1, sizeof *lanes);
    void *first = NULL;

    if (fixture_make(&first) != 0) return -1;
    lanes->first = first;
    clock_init_simulated(&lanes->clock, monday_morning_ms - AN_HOUR_MS, 1);
    *state = lanes;
    return ledger_start(
               &(struct ledger_options){
                   .path = lanes->first->path, .clock = &lanes->clock, .government = 1, .lane = 2},
               &lanes->second, NULL) == RC_OK
               ? 0
               : -1;
}

static int clear(void **state)
{
    struct lanes *lanes = *state;
    void *first = lanes->first;

    ledger_stop(&lanes->second);
    fixture_clear(&first);
    mem_free(lanes);
    return 0;
}

/* On the one lane or the other. */
static void record(struct lanes *lanes, int lane, const struct fact_table *table, const void *row)
{
    struct fixture_rows request = {table, row, 1, -1};

    assert_rc(RC_OK, ledger_perform(lane == 1 ? lanes->first->ledger : lanes->second,
                                    &fixture_command, &request, NULL));
}

static unsigned roll(unsigned *dice, unsigned sides)
{
    *dice = *dice * 1103515245u + 12345u;
    return (*dice >> 16) % sides;
}

/* Rename the agency and let the PIN mean somebody else, on a lane. */
static void change(struct lanes *lanes, int lane, int round)
{
    char name[32], number[32];
    struct agency agency = AGENCY("PU", "");
    struct enrolment enrolment = ENROLMENT("1", "x");
    struct setting setting = {.key = TEXT("name")};

    snprintf(name, sizeof name, "Nama %d", round);
    snprintf(number, sizeof number, "N%d", round % 3);
    agency.name = setting.value = text_of(name);
    enrolment.number = text_of(number);
    record(lanes, lane, &agency_fact, &agency);
    record(lanes, lane, &enrolment_fact, &enrolment);
    record(lanes, lane, &setting_fact, &setting);
}

static void assert_holds(struct lanes *lanes, int round)
{
    struct directory_options options = {.government = 1, .as_of_ms = AS_OF_NOW};
    CLEANUP(directory_free) struct directory *directory = NULL;
    char name[32], number[32];
    int32_t person;

    snprintf(name, sizeof name, "Nama %d", round);
    snprintf(number, sizeof number, "N%d", round % 3);
    assert_rc(RC_OK, directory_load(lanes->first->reader, &options, &directory));
    assert_true(text_equal(directory->agencies[0].name, text_of(name)));
    assert_true(text_equal(directory->government_name, text_of(name)));
    person = directory_resolve(directory, TEXT("1"), TEXT(""), 18764);
    assert_true(text_equal(directory->people[person].number, text_of(number)));
}

/* As another store gets them, in the order in which they happen to arrive. */
static void arrive_anyhow(struct lanes *lanes)
{
    CLEANUP(db_close) struct db *db = NULL;

    assert_rc(RC_OK,
              db_open(&(struct db_options){.path = lanes->first->path, .mode = DB_FACTS}, &db));
    assert_rc(RC_OK, db_script(db, "CREATE TEMP TABLE a AS SELECT * FROM agency;"
                                   "CREATE TEMP TABLE e AS SELECT * FROM enrolment;"
                                   "CREATE TEMP TABLE s AS SELECT * FROM setting;"
                                   "DELETE FROM agency; DELETE FROM enrolment; DELETE FROM setting;"
                                   "INSERT INTO agency SELECT * FROM a ORDER BY random();"
                                   "INSERT INTO enrolment SELECT * FROM e ORDER BY random();"
                                   "INSERT INTO setting SELECT * FROM s ORDER BY random();"));
}

static void the_version_that_knew_of_the_others_holds(void **state)
{
    static const struct person people[] = {PERSON("N0"), PERSON("N1"), PERSON("N2")};
    struct lanes *lanes = *state;
    unsigned dice = 3;

    for (size_t i = 0; i < COUNT_OF(people); i++) {
        record(lanes, 1, &person_fact, &people[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        change(lanes, 1 + (int)roll(&dice, 2), round);
        assert_holds(lanes, round);
    }
    for (int i = 0; i < SHUFFLES; i++) {
        arrive_anyhow(lanes);
        assert_holds(lanes, ROUNDS - 1);
    }
}

static void a_clock_that_is_put_back_changes_no_order(void **state)
{
    static const struct person people[] = {PERSON("N0"), PERSON("N1"), PERSON("N2")};
    struct lanes *lanes = *state;

    for (size_t i = 0; i < COUNT_OF(people); i++) {
        record(lanes, 2, &person_fact, &people[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
        fixture_at(lanes->first, monday_morning_ms - round * (int64_t)AN_HOUR_MS);
        change(lanes, 1 + round % 2, round);
        assert_holds(lanes, round);
    }
}

/* The tick is in the chain, and each row's in its table. */
static void an_altered_tick_is_found(void **state)
{
    static const struct fact_table *const tables[] = {&agency_fact};
    struct lanes *lanes = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(db_close) struct db *db = NULL;
    struct fact_verification found;
    struct agency agency = AGENCY("PU", "");

    record(lanes, 1, &agency_fact, &agency);
    assert_rc(RC_OK,
              db_open(&(struct db_options){.path = lanes->first->path, .mode = DB_FACTS}, &db));
    assert_rc(RC_OK, fact_verify(db, 1, 1, tables, 1, mem, &found));
    assert_int_equal(found.differences, 0);
    assert_rc(RC_OK, db_script(db, "UPDATE agency SET tick = tick + 1"));
    assert_rc(RC_OK, fact_verify(db, 1, 1, tables, 1, mem, &found));
    assert_int_equal(found.differences, 1);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_version_that_knew_of_the_others_holds),
        TEST(a_clock_that_is_put_back_changes_no_order),
        TEST(an_altered_tick_is_found),
    };

    return cmocka_run_group_tests_name("lanes", tests, NULL, NULL);
}
