/* A file of people: who they are, where they work, and which PIN is theirs. */
#include "base/thread.h"
#include "people/import_fixture_test.h"

#include <string.h>

static void people_come_with_agency_and_pin(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    const struct directory_person *person;
    int32_t andi;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_PEOPLE, people, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    andi = directory_find_person(directory, TEXT("198609262015051001"));
    person = &directory->people[andi];
    assert_text("bendahara;juru bayar", person->roles);
    assert_int_equal(person->kind, PERSON_KIND_PNS);
    assert_int_equal(directory_agency_of(directory, andi, 0),
                     directory_find_agency(directory, TEXT("PKM")));
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT("OGX1"), 0), andi);
    assert_int_equal(directory_resolve(directory, TEXT("017"), TEXT("OGX1"), 0), NONE);
    assert_int_equal(directory->people[directory_find_person(directory, TEXT("K-01"))].kind,
                     PERSON_KIND_CONTRACT);
}

static void a_pin_of_somebody_else_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome twice = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,pin\nK-9,Dodi,kontrak,PU,17\n", &out);
    assert_rc(RC_INVALID, out.rc);
    expect_finding(&out, 0, 2, "pin", "pin_taken");
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,pin\nK-8,A,kontrak,PU,88\nK-9,B,kontrak,PU,88\n", &twice);
    assert_rc(RC_INVALID, twice.rc);
    expect_finding(&twice, 0, 3, "pin", "twice");
}

static void two_people_may_swap_their_pins(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    static const char swap[] = "number,name,kind,agency,pin\n"
                               "198609262015051001,Andi Saputra,PNS,PKM,18\n"
                               "K-01,Budi,kontrak,PU,17\n";
    int32_t andi, budi, today = day_number(monday);

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, swap, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 0, 2, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    andi = directory_find_person(directory, TEXT("198609262015051001"));
    budi = directory_find_person(directory, TEXT("K-01"));
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT(""), today - 1), andi);
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT(""), today), budi);
    assert_int_equal(directory_resolve(directory, TEXT("18"), TEXT(""), today - 1), budi);
    assert_int_equal(directory_resolve(directory, TEXT("18"), TEXT(""), today), andi);
    import(f, IMPORT_KIND_PEOPLE, swap, &again);
    expect(&again, 0, 0, 2, 0);
}

/* A refused row keeps its PIN, so the row that hoped for it is refused too. */
static void a_chain_of_pins_breaks_as_a_whole(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    done(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,pin\nK-02,Eka,kontrak,PU,19\n");
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,pin\n"
           "198609262015051001,Andi Saputra,PNS,PKM,18\n"
           "K-01,Budi,kontrak,PU,19\n"
           "K-03,Fani,kontrak,PU,17\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 0, 0, 0, 3);
}

static void a_pin_mapped_at_the_desk_survives_the_old_file(void **state)
{
    static const struct enrolment mapped = ENROLMENT("99", "199009132025242014");
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    fixture_record(f, &enrolment_fact, &mapped, 1);
    import(f, IMPORT_KIND_PEOPLE, people, &out);
    expect(&out, 0, 0, 3, 0);
}

static void old_mistakes_in_numbers_only_warn(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,nik\n"
           "198609262015051001,Andi,PNS,PU,1571022609870001\n"
           "K-01,Budi,kontrak,PU,1571022609870001\n",
           &out);
    assert_rc(RC_OK, out.rc);
    assert_true(out.report.warnings >= 2);
    expect(&out, 2, 0, 0, 0);
}

static bool holds_no_nik(void *visitor, const struct ledger_entry *entry)
{
    char body[4096];

    (void)visitor;
    snprintf(body, sizeof body, TEXT_FORMAT, TEXT_ARGUMENT(entry->body));
    assert_null(strstr(body, "1571022609860001"));
    return true;
}

static void a_nik_is_kept_but_in_no_fact(void **state)
{
    static const char file[] = "number,name,kind,agency,nik\n"
                               "198609262015051001,Andi,PNS,PU,1571022609860001\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(outcome_done) struct outcome erased = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, file);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person_nik"), 1);
    assert_rc(RC_OK, ledger_follow(f->reader, 1, 1, 0, holds_no_nik, NULL));
    import(f, IMPORT_KIND_PEOPLE, file, &again);
    expect(&again, 0, 0, 1, 0);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,nik\n198609262015051001,Andi,PNS,PU,\n",
           &erased);
    expect(&erased, 0, 1, 0, 0);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person_nik"), 0);
}

/* Several desks import at once: each is compared again when another was
 * faster, and none loses a row or takes the PIN of another. */
struct desk {
    struct fixture *f;
    struct thread *thread;
    int number;
    int imported;
};

static void import_often(void *context)
{
    struct desk *desk = context;
    CLEANUP(db_close) struct db *reader = NULL;
    struct import_options options = plain(desk->f, IMPORT_KIND_PEOPLE);

    if (db_open(&(struct db_options){.path = desk->f->path, .mode = DB_READ_ONLY}, &reader) !=
        RC_OK) {
        return;
    }
    options.reader = reader;
    for (int i = 0; i < 10; i++) {
        char file[256];
        CLEANUP(outcome_done) struct outcome out = {0};

        snprintf(file, sizeof file, "number,name,kind,agency,pin\nK-%d-%d,Orang,kontrak,PU,%d\n",
                 desk->number, i, 9000 + i);
        run(&options, text_of(file), &out);
        if (out.rc == RC_OK) desk->imported++;
    }
}

static void desks_that_import_at_once_never_share_a_pin(void **state)
{
    struct desk desks[4];
    struct fixture *f = *state;
    int imported = 0;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    for (int i = 0; i < (int)COUNT_OF(desks); i++) {
        desks[i] = (struct desk){.f = f, .number = i};
        assert_rc(RC_OK, thread_start(&desks[i].thread, "desk", import_often, &desks[i]));
    }
    for (size_t i = 0; i < COUNT_OF(desks); i++) {
        thread_join(&desks[i].thread);
        imported += desks[i].imported;
    }
    assert_int_equal(imported, 10);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), 10);
    assert_int_equal(fixture_count(f, "SELECT count(DISTINCT pin) FROM enrolment"), 10);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(people_come_with_agency_and_pin),
        TEST(a_pin_of_somebody_else_is_refused),
        TEST(two_people_may_swap_their_pins),
        TEST(a_chain_of_pins_breaks_as_a_whole),
        TEST(a_pin_mapped_at_the_desk_survives_the_old_file),
        TEST(old_mistakes_in_numbers_only_warn),
        TEST(a_nik_is_kept_but_in_no_fact),
        TEST(desks_that_import_at_once_never_share_a_pin),
    };

    return cmocka_run_group_tests_name("import_people", tests, NULL, NULL);
}
