/* A file of agencies: a tree, whatever the order of its rows. */
#include "people/import_fixture_test.h"

static void a_parent_may_come_after_its_child(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;

    import(f, IMPORT_KIND_AGENCIES, agencies, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    assert_true(out.report.written);
    directory = fixture_load(f, AS_OF_NOW);
    assert_text("DINKES", directory->agencies[0].code);
    assert_text("PKM", directory->agencies[1].code);
    assert_int_equal(directory->agencies[1].parent, 0);
    assert_text("Dinkes", directory->agencies[0].short_name);
    assert_text("Puskesmas Kenali", directory->agencies[1].short_name);
}

static void a_tree_that_cannot_stand_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    import(f, IMPORT_KIND_AGENCIES,
           "code,parent,name,zone,latitude,longitude,pattern\n"
           "A,B,Satu,,,,\n"
           "B,A,Dua,,,,\n"
           "C,nowhere,Tiga,,,,\n"
           "D,C,Empat,,,,\n"
           "E,,Lima,WIX,,,\n"
           "F,,Enam,,-1.5,,\n"
           "G,,Tujuh,,,,7-hari\n"
           "H,,Delapan,,,,\n"
           "H,,Sembilan,,,,\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 1, 0, 0, 8);
    assert_false(out.report.written);
    expect_finding(&out, 0, 2, "parent", "cycle");
    expect_finding(&out, 2, 4, "parent", "parent_unknown");
    expect_finding(&out, 3, 5, "parent", "parent_refused");
    expect_finding(&out, 4, 6, "zone", "zone");
    expect_finding(&out, 5, 7, "longitude", "half_a_place");
    expect_finding(&out, 6, 8, "pattern", "pattern_unknown");
    expect_finding(&out, 7, 10, "code", "twice");
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM agency"), 0);
}

static void an_agency_cannot_be_hung_below_its_own_child(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_AGENCIES, "code,parent,name\nDINKES,PKM,Dinas Kesehatan\n", &out);
    assert_rc(RC_INVALID, out.rc);
    expect_finding(&out, 0, 2, "parent", "cycle");
}

static void a_new_agency_counts_from_today(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t budi, today = day_number(monday);

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency\nK-01,Budi,kontrak,PKM\n", &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 0, 1, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    budi = directory_find_person(directory, TEXT("K-01"));
    assert_text("Sopir", directory->people[budi].position);
    assert_int_equal(directory_agency_of(directory, budi, today - 1),
                     directory_find_agency(directory, TEXT("PU")));
    assert_int_equal(directory_agency_of(directory, budi, today),
                     directory_find_agency(directory, TEXT("PKM")));
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person WHERE number = 'K-01'"), 1);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_parent_may_come_after_its_child),
        TEST(a_tree_that_cannot_stand_is_refused),
        TEST(an_agency_cannot_be_hung_below_its_own_child),
        TEST(a_new_agency_counts_from_today),
    };

    return cmocka_run_group_tests_name("import_agencies", tests, NULL, NULL);
}
