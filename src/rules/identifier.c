#include "rules/identifier.h"

#include "base/limits.h"

#include <string.h>

enum { NIP_DIGITS = 18, NIK_DIGITS = 16 };
enum { AGE_OF_APPOINTMENT_YEARS = 18, BIRTH_YEAR_FIRST = 1940, PPPK_YEAR_FIRST = 2019 };
enum { MALE = 1, FEMALE = 2, NIK_FEMALE_DAY = 40, CENTURY_BEFORE = 1900, CENTURY = 2000 };
enum { YEARS_PER_CENTURY = 100 };

struct identifier_row {
    enum identifier_severity severity;
    const char *word;
    const char *indonesian;
    const char *english;
};

static const struct identifier_row rows[] = {
#define IDENTIFIER(name, severity, word, indonesian, english) \
    [IDENTIFIER_##name] = {IDENTIFIER_##severity, word, indonesian, english},
#include "rules/identifier.def"
#undef IDENTIFIER
};

/* Kepmendagri 300.2.2-2430/2025. */
static const int8_t provinces[] = {11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33,
                                   34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72,
                                   73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96};

/* What a number says about its person; 0 where it says nothing. */
struct claims {
    int birth_month;
    int birth_day;
    int birth_year; /* of the century only, as a NIK has no more */
    int sex;
};

static void find(struct identifier_report *report,
                 enum identifier_field field,
                 enum identifier_problem problem)
{
    assert(report->count < IDENTIFIER_FINDINGS_MAX);
    report->findings[report->count++] = (struct identifier_finding){field, problem};
    if (rows[problem].severity == IDENTIFIER_REFUSED) report->refused_count++;
}

/* The digits [from, from + count) of a text that holds digits only. */
static int digits(struct text text, size_t from, size_t count)
{
    int value = 0;

    assert(from + count <= text.bytes);
    for (size_t i = from; i < from + count; i++) {
        value = value * 10 + (text.at[i] - '0');
    }
    return value;
}

static bool is_day(int year, int month, int day_of_month)
{
    return day_is_valid((struct day){(int16_t)year, (int8_t)month, (int8_t)day_of_month});
}

static void check_appointment_of_pns(struct text number,
                                     struct day birth,
                                     struct identifier_report *report)
{
    int month = digits(number, 12, 2);
    struct day grown = {(int16_t)(birth.year + AGE_OF_APPOINTMENT_YEARS), birth.month, 1};
    struct day appointed = {(int16_t)digits(number, 8, 4), (int8_t)month, 1};

    if (month > 12) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_IS_PPPK);
    } else if (month < 1) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_APPOINTMENT_MONTH);
    } else if (day_compare(appointed, day_month_first(birth)) < 0) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_BEFORE_BIRTH);
    } else if (day_compare(appointed, grown) < 0) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_UNDER_AGE);
    }
}

static void check_appointment_of_pppk(struct text number,
                                      struct day birth,
                                      struct identifier_report *report)
{
    int year = digits(number, 8, 4);

    if (digits(number, 12, 2) <= 12) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_LOOKS_PNS);
    }
    if (year < birth.year) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_BEFORE_BIRTH);
    } else if (year < birth.year + AGE_OF_APPOINTMENT_YEARS) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_UNDER_AGE);
    } else if (year < PPPK_YEAR_FIRST) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_PPPK_YEAR);
    }
}

/* The form that both numbers share; false: nothing further can be read. */
static bool has_digits(struct text text,
                       size_t count,
                       enum identifier_field field,
                       enum identifier_problem wrong_length,
                       struct identifier_report *report)
{
    if (text.bytes != count) {
        find(report, field, wrong_length);
    } else if (!text_digits(text)) {
        find(report, field, IDENTIFIER_DIGITS);
    } else {
        return true;
    }
    return false;
}

static void check_civil_servant(enum identifier_kind kind,
                                struct text number,
                                struct identifier_report *report,
                                struct claims *claims)
{
    int year, month, day_of_month, sex;

    if (!has_digits(number, NIP_DIGITS, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_LENGTH_18, report)) {
        return;
    }
    year = digits(number, 0, 4);
    month = digits(number, 4, 2);
    day_of_month = digits(number, 6, 2);
    if (is_day(year, month, day_of_month)) {
        struct day birth = {(int16_t)year, (int8_t)month, (int8_t)day_of_month};

        if (year < BIRTH_YEAR_FIRST) find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_BIRTH_YEAR);
        if (kind == IDENTIFIER_PNS) check_appointment_of_pns(number, birth, report);
        if (kind == IDENTIFIER_PPPK) check_appointment_of_pppk(number, birth, report);
        *claims = (struct claims){month, day_of_month, year % YEARS_PER_CENTURY, 0};
    } else {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_BIRTH_DATE);
    }
    sex = digits(number, 14, 1);
    if (sex == MALE || sex == FEMALE) {
        claims->sex = sex;
    } else {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_SEX);
    }
    if (digits(number, 15, 3) == 0) find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_SEQUENCE);
}

static bool is_province(int code)
{
    return memchr(provinces, code, sizeof provinces) != NULL;
}

static void check_region(struct text nik, struct identifier_report *report)
{
    if (!is_province(digits(nik, 0, 2))) {
        find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_PROVINCE);
    }
    if (digits(nik, 2, 2) == 0 || digits(nik, 4, 2) == 0) {
        find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_REGENCY);
    }
}

static void check_nik(struct text nik, struct identifier_report *report, struct claims *claims)
{
    int day_of_month, month, year;
    int sex = MALE;

    if (!has_digits(nik, NIK_DIGITS, IDENTIFIER_FIELD_NIK, IDENTIFIER_LENGTH_16, report)) return;

    day_of_month = digits(nik, 6, 2);
    month = digits(nik, 8, 2);
    year = digits(nik, 10, 2);
    if (day_of_month > NIK_FEMALE_DAY) {
        day_of_month -= NIK_FEMALE_DAY;
        sex = FEMALE;
    }
    /* The century is not in it: 29 February need only exist in one of the two. */
    if (is_day(CENTURY_BEFORE + year, month, day_of_month) ||
        is_day(CENTURY + year, month, day_of_month)) {
        *claims = (struct claims){month, day_of_month, year, sex};
    } else {
        find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_BIRTH_DATE);
    }
    check_region(nik, report);
    if (digits(nik, 12, 4) == 0) find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_SEQUENCE);
}

/* Registers contain old mistakes: where two numbers disagree, both are kept. */
static void compare(const struct claims *number,
                    const struct claims *nik,
                    struct identifier_report *report)
{
    if (number->birth_month && nik->birth_month &&
        (number->birth_month != nik->birth_month || number->birth_day != nik->birth_day ||
         number->birth_year != nik->birth_year)) {
        find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_OTHER_BIRTH_DATE);
    }
    if (number->sex && nik->sex && number->sex != nik->sex) {
        find(report, IDENTIFIER_FIELD_NIK, IDENTIFIER_OTHER_SEX);
    }
}

static void check_other(struct text number, struct identifier_report *report)
{
    if (number.bytes == 0 || number.bytes > PERSON_NUMBER_BYTES_MAX || !text_plain(number)) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_NUMBER_TEXT);
    } else if (number.bytes == NIK_DIGITS && text_digits(number)) {
        find(report, IDENTIFIER_FIELD_NUMBER, IDENTIFIER_IS_NIK);
    }
}

void identifier_check(enum identifier_kind kind,
                      struct text number,
                      struct text nik,
                      struct identifier_report *out_report)
{
    struct identifier_report report = {0};
    struct claims of_number = {0};
    struct claims of_nik = {0};

    if (kind == IDENTIFIER_OTHER) {
        check_other(number, &report);
    } else {
        check_civil_servant(kind, number, &report, &of_number);
    }
    if (nik.bytes > 0) check_nik(nik, &report, &of_nik);
    compare(&of_number, &of_nik, &report);
    *out_report = report;
}

enum identifier_severity identifier_severity_of(enum identifier_problem problem)
{
    assert((size_t)problem < COUNT_OF(rows));
    return rows[problem].severity;
}

const char *identifier_word(enum identifier_problem problem)
{
    assert((size_t)problem < COUNT_OF(rows));
    return rows[problem].word;
}

const char *identifier_indonesian(enum identifier_problem problem)
{
    assert((size_t)problem < COUNT_OF(rows));
    return rows[problem].indonesian;
}

const char *identifier_english(enum identifier_problem problem)
{
    assert((size_t)problem < COUNT_OF(rows));
    return rows[problem].english;
}
