#include "rules/identifier.h"

#include "base/test.h"

#include <stdio.h>
#include <string.h>

struct expectation {
    enum identifier_kind kind;
    const char *number;
    const char *nik;
    const char *words; /* of the findings, in order; R: refused, w: warned */
};

static void assert_findings(const struct expectation *expected)
{
    char words[200] = "";
    struct identifier_report report;
    size_t refused_count = 0;
    size_t used = 0;

    identifier_check(expected->kind, text_of(expected->number), text_of(expected->nik), &report);
    for (size_t i = 0; i < report.count; i++) {
        enum identifier_problem problem = report.findings[i].problem;
        bool refused = identifier_severity_of(problem) == IDENTIFIER_REFUSED;
        bool of_nik = report.findings[i].field == IDENTIFIER_FIELD_NIK;

        used +=
            (size_t)snprintf(words + used, sizeof words - used, "%s%s:%s%s", i ? " " : "",
                             refused ? "R" : "w", of_nik ? "nik." : "", identifier_word(problem));
        assert_true(used < sizeof words);
        refused_count += refused;
        assert_true(strlen(identifier_indonesian(problem)) > 0);
        assert_true(strlen(identifier_english(problem)) > 0);
    }
    assert_string_equal(words, expected->words);
    assert_int_equal(report.refused_count, refused_count);
}

static void assert_all(const struct expectation *expected, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_findings(&expected[i]);
    }
}

static void the_nip_of_a_pns_is_birth_appointment_sex_and_serial(void **state)
{
    static const struct expectation expected[] = {
        {IDENTIFIER_PNS, "198609262015051001", "", ""},
        {IDENTIFIER_PNS, "200002292019121002", "", ""},
        {IDENTIFIER_PNS, "19860926201505100", "", "R:length"},
        {IDENTIFIER_PNS, "1986092620150510011", "", "R:length"},
        {IDENTIFIER_PNS, "", "", "R:length"},
        {IDENTIFIER_PNS, "19860926 201505100", "", "R:digits"},
        {IDENTIFIER_PNS, "19860926201505100x", "", "R:digits"},
        {IDENTIFIER_PNS, "198613262015051001", "", "R:birth_date"},
        {IDENTIFIER_PNS, "198602302015051001", "", "R:birth_date"},
        {IDENTIFIER_PNS, "190002292015051001", "", "R:birth_date"},
        {IDENTIFIER_PNS, "194001011975121001", "", ""},
        {IDENTIFIER_PNS, "198609262015011001", "", ""},
        {IDENTIFIER_PNS, "198609262015131001", "", "R:is_pppk"},
        {IDENTIFIER_PNS, "198609262015001001", "", "R:appointment_month"},
        {IDENTIFIER_PNS, "198609261986091001", "", "w:under_age"},
        {IDENTIFIER_PNS, "198609262015213001", "", "R:is_pppk R:sex"},
        {IDENTIFIER_PNS, "198609262015053001", "", "R:sex"},
        {IDENTIFIER_PNS, "198609262015050001", "", "R:sex"},
        {IDENTIFIER_PNS, "198609261986081001", "", "R:before_birth"},
        {IDENTIFIER_PNS, "198609262004081001", "", "w:under_age"},
        {IDENTIFIER_PNS, "198609262004091001", "", ""},
        {IDENTIFIER_PNS, "198609262015051000", "", "w:sequence"},
        {IDENTIFIER_PNS, "192509261945121001", "", "w:birth_year"},
    };

    (void)state;
    assert_all(expected, COUNT_OF(expected));
}

static void the_number_of_a_pppk_has_the_agreement_where_a_nip_has_the_month(void **state)
{
    static const struct expectation expected[] = {
        {IDENTIFIER_PPPK, "198609262022211001", "", ""},
        {IDENTIFIER_PPPK, "199009132025242014", "", ""},
        {IDENTIFIER_PPPK, "200109262019131001", "", ""},
        {IDENTIFIER_PPPK, "198609262022121001", "", "w:looks_pns"},
        {IDENTIFIER_PPPK, "200609262023211001", "", "w:under_age"},
        {IDENTIFIER_PPPK, "200609262024211001", "", ""},
        {IDENTIFIER_PPPK, "202209262022211001", "", "w:under_age"},
        {IDENTIFIER_PPPK, "198609262017211001", "", "w:pppk_year"},
        {IDENTIFIER_PPPK, "200609262022211001", "", "w:under_age"},
        {IDENTIFIER_PPPK, "202609262022211001", "", "R:before_birth"},
        {IDENTIFIER_PNS, "198609262022211001", "", "R:is_pppk"},
    };

    (void)state;
    assert_all(expected, COUNT_OF(expected));
}

static void a_contract_worker_has_any_number_of_1_to_32_characters(void **state)
{
    static const struct expectation expected[] = {
        {IDENTIFIER_OTHER, "THL-0012/2021", "", ""},
        {IDENTIFIER_OTHER, "7", "", ""},
        {IDENTIFIER_OTHER, "12345678901234567890123456789012", "", ""},
        {IDENTIFIER_OTHER, "123456789012345678901234567890123", "", "R:text"},
        {IDENTIFIER_OTHER, "", "", "R:text"},
        {IDENTIFIER_OTHER, "a\tb", "", "R:text"},
        {IDENTIFIER_OTHER, "1571012609860001", "", "w:is_nik"},
    };

    (void)state;
    assert_all(expected, COUNT_OF(expected));
}

static void a_nik_is_region_birth_and_serial(void **state)
{
    static const struct expectation expected[] = {
        {IDENTIFIER_OTHER, "7", "1571012609860001", ""},
        {IDENTIFIER_OTHER, "7", "1571016609860001", ""},
        {IDENTIFIER_OTHER, "7", "157101260986000", "R:nik.length"},
        {IDENTIFIER_OTHER, "7", "15710126098600O1", "R:nik.digits"},
        {IDENTIFIER_OTHER, "7", "1571013209860001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "1571017209860001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "1571010009860001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "1571014009860001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "1571012613860001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "1571012902000001", ""},
        {IDENTIFIER_OTHER, "7", "1571012902990001", "R:nik.birth_date"},
        {IDENTIFIER_OTHER, "7", "9971012609860001", "w:nik.province"},
        {IDENTIFIER_OTHER, "7", "1500012609860001", "w:nik.regency"},
        {IDENTIFIER_OTHER, "7", "1571012609860000", "w:nik.sequence"},
    };

    (void)state;
    assert_all(expected, COUNT_OF(expected));
}

/* Registers contain old mistakes that nobody at a desk can repair. */
static void numbers_that_contradict_each_other_are_kept_with_a_warning(void **state)
{
    static const struct expectation expected[] = {
        {IDENTIFIER_PNS, "198609262015051001", "1571012609860001", ""},
        {IDENTIFIER_PNS, "198609262015052001", "1571016609860001", ""},
        {IDENTIFIER_PNS, "198609262015051001", "1571012709860001", "w:nik.other_birth_date"},
        {IDENTIFIER_PNS, "198609262015051001", "1571012609870001", "w:nik.other_birth_date"},
        {IDENTIFIER_PNS, "198609262015051001", "1571016609860001", "w:nik.other_sex"},
        {IDENTIFIER_PNS, "198609262015051001", "1571016709860001",
         "w:nik.other_birth_date w:nik.other_sex"},
        {IDENTIFIER_PNS, "198613262015051001", "1571012609860001", "R:birth_date"},
    };

    (void)state;
    assert_all(expected, COUNT_OF(expected));
}

/* Whatever the digits, the report has room for what is found. */
static void no_number_overflows_the_report(void **state)
{
    static const char *const numbers[] = {"000000000000000000", "999999999999999999",
                                          "111111111111111111", "123456789012345678"};
    static const char *const niks[] = {"", "0000000000000000", "9999999999999999"};
    struct identifier_report report;

    (void)state;
    for (size_t kind = IDENTIFIER_PNS; kind <= IDENTIFIER_OTHER; kind++) {
        for (size_t i = 0; i < COUNT_OF(numbers) * COUNT_OF(niks); i++) {
            identifier_check((enum identifier_kind)kind, text_of(numbers[i % COUNT_OF(numbers)]),
                             text_of(niks[i / COUNT_OF(numbers)]), &report);
            assert_true(report.count <= IDENTIFIER_FINDINGS_MAX);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nip_of_a_pns_is_birth_appointment_sex_and_serial),
        cmocka_unit_test(the_number_of_a_pppk_has_the_agreement_where_a_nip_has_the_month),
        cmocka_unit_test(a_contract_worker_has_any_number_of_1_to_32_characters),
        cmocka_unit_test(a_nik_is_region_birth_and_serial),
        cmocka_unit_test(numbers_that_contradict_each_other_are_kept_with_a_warning),
        cmocka_unit_test(no_number_overflows_the_report),
    };

    return cmocka_run_group_tests_name("identifier", tests, NULL, NULL);
}
