#include "devices/adms_record.h"

#include "base/day.h"
#include "base/test.h"
#include "devices/adms_request.h"
#include "devices/adms_text.h"

#include <string.h>

static struct adms_record record_of(struct text line)
{
    struct adms_lines lines;
    struct adms_record record;

    adms_lines_init(&lines, line);
    assert_true(adms_record_next(&lines, &record));
    return record;
}

static struct text field_of(const struct adms_record *record, const char *key)
{
    struct text value = {0};

    assert_true(adms_record_field(record, key, &value));
    return value;
}

static void an_operation_log_mixes_kinds_of_rows(void **state)
{
    static const struct text body =
        TEXT_INIT("OPLOG 4\t0\t2021-05-17 06:58:00\t0\t0\t0\t0\t\r\n"
                  "USER PIN=1001\tName=Siti\tPri=0\tPasswd=1234\tCard=[15CD5B07]\tGrp=1\t"
                  "TZ=0000000100000000\tVerify=0\tViceCard=\n"
                  "FP PIN=1001\tFID=6\tSize=1432\tValid=1\tTMP=TUtTU0\n"
                  "AAAAwrappedRestOfATemplate==\n"
                  "FACE PIN=1001\tFID=0\tSIZE=900\tVALID=1\tTMP=AAA\n"
                  "SOMETHING Else=1\n");
    static const enum adms_record_kind kinds[] = {
        ADMS_RECORD_OPLOG,   ADMS_RECORD_USER, ADMS_RECORD_FP,
        ADMS_RECORD_UNKNOWN, ADMS_RECORD_FACE, ADMS_RECORD_UNKNOWN,
    };
    struct adms_lines lines;
    struct adms_record record;

    (void)state;
    adms_lines_init(&lines, body);
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        assert_true(adms_record_next(&lines, &record));
        assert_int_equal(record.kind, kinds[i]);
    }
    assert_false(adms_record_next(&lines, &record));
    assert_int_equal(lines.sent, COUNT_OF(kinds));
}

static void an_operation_says_who_did_what_and_when(void **state)
{
    struct adms_record record =
        record_of(TEXT("OPLOG 21\t1001\t2021-05-17 06:58:00\t77\t1\tx\t3\t"));
    struct adms_operation operation = adms_record_operation(&record);

    (void)state;
    assert_int_equal(operation.code, 21);
    assert_text("1001", operation.operator_pin);
    assert_true(operation.has_moment);
    assert_string_equal(moment_text(operation.moment).s, "2021-05-17 06:58:00");
    assert_text("77", operation.object);
    assert_text("x", operation.values[1]);
    assert_text("3", operation.values[2]);

    record = record_of(TEXT("OPLOG x\t\t1971--10--29 -23:-27:-54"));
    operation = adms_record_operation(&record);
    assert_int_equal(operation.code, ADMS_NUMBER_NONE);
    assert_false(operation.has_moment);
    assert_int_equal(operation.object.bytes, 0);
}

static void changes_of_clock_and_records_are_audit_matters(void **state)
{
    static const int audit[] = {13, 21, 22, 23, 24};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(audit); i++) {
        assert_true(adms_operation_kind_of(audit[i])->is_audit);
    }
    assert_false(adms_operation_kind_of(4)->is_audit);
    assert_null(adms_operation_kind_of(9999));
}

static void a_user_is_known_without_showing_the_password(void **state)
{
    struct adms_record record = record_of(TEXT("USER PIN=1001\tName=Siti=A\tPri=14\tPasswd=1234\t"
                                               "Card=[15CD5B07]\tGrp=1"));
    struct adms_user user = adms_record_user(&record);
    struct adms_sealed password = {0};
    struct text shown;

    (void)state;
    assert_text("1001", user.pin);
    assert_text("Siti=A", user.name);
    assert_int_equal(user.privilege, 14);
    assert_text("[15CD5B07]", user.card);
    assert_true(user.has_password);
    assert_true(record.is_sensitive);
    assert_false(adms_record_field(&record, "Passwd", &shown));
    assert_true(adms_record_sealed(&record, "passwd", &password));
    assert_int_equal(password.bytes, 4);

    record = record_of(TEXT("USER PIN=1\tName=\tPri=x\tPasswd=\tCard=123456"));
    user = adms_record_user(&record);
    assert_false(user.has_password);
    assert_false(record.is_sensitive);
    assert_int_equal(user.privilege, ADMS_NUMBER_NONE);
}

static void keys_are_found_in_any_case(void **state)
{
    struct adms_record fp = record_of(TEXT("FP PIN=1\tFID=6\tSize=4\tValid=3\tTMP=AA=="));
    struct adms_record face = record_of(TEXT("FACE PIN=2\tFID=0\tSIZE=4\tVALID=0\tTMP=AA=="));
    struct adms_record vein =
        record_of(TEXT("FVEIN Pin=3\tFID=1\tIndex=2\tSize=4\tValid=1\tTmp=A"));
    struct adms_template found = adms_record_template(&fp);

    (void)state;
    assert_text("4", field_of(&face, "size"));
    assert_text("1", fp.pin);
    assert_text("3", vein.pin);
    assert_int_equal(found.type, ADMS_BIOMETRIC_FINGER);
    assert_int_equal(found.number, 6);
    assert_true(found.is_duress);
    assert_int_equal(found.content.bytes, 4);
    assert_false(adms_record_template(&face).is_valid);
    found = adms_record_template(&vein);
    assert_int_equal(found.type, ADMS_BIOMETRIC_FINGER_VEIN);
    assert_int_equal(found.index, 2);
    assert_int_equal(found.content.bytes, 1);
}

static void an_iris_is_type_4_left_or_right(void **state)
{
    struct adms_record record =
        record_of(TEXT("BIODATA Pin=1001\tNo=1\tIndex=0\tValid=1\tDuress=0\tType=4\tMajorVer=1\t"
                       "MinorVer=0\tFormat=0\tTmp=c29tZSBpcmlz=="));
    struct adms_template iris = adms_record_template(&record);

    (void)state;
    assert_int_equal(iris.type, ADMS_BIOMETRIC_IRIS);
    assert_string_equal(adms_biometric_indonesian(ADMS_BIOMETRIC_IRIS), "iris");
    assert_string_equal(adms_biometric_english(ADMS_BIOMETRIC_PALM), "visible-light palm");
    assert_int_equal(iris.number, 1);
    assert_text("1", iris.version);
    assert_true(iris.is_valid);
    assert_false(iris.is_duress);
    assert_int_equal(iris.content.bytes, 14);

    record = record_of(TEXT("biodata pin=7\tno=0\ttype=9\ttmp=AAAA"));
    assert_int_equal(adms_record_template(&record).type, ADMS_BIOMETRIC_FACE);
}

static void pictures_are_templates_too(void **state)
{
    struct adms_record record =
        record_of(TEXT("BIOPHOTO PIN=5\tFileName=5.jpg\tType=9\tSize=95040\tContent=/9j/4AAQ="));
    struct adms_template photo = adms_record_template(&record);

    (void)state;
    assert_true(photo.is_picture);
    assert_int_equal(photo.type, ADMS_BIOMETRIC_FACE);
    assert_int_equal(photo.content.bytes, 9);
}

static struct buf redacted(struct text line)
{
    struct adms_record record = record_of(line);
    struct buf buf;

    buf_init(&buf, 4096);
    adms_record_redact(&record, &buf);
    return buf;
}

static void what_is_kept_as_evidence_holds_no_secret(void **state)
{
    static const struct {
        struct text line, kept;
    } cases[] = {
        {TEXT_INIT("FP PIN=1\tFID=6\tTMP=AA=="), TEXT_INIT("FP PIN=1\tFID=6\tTMP=(4 bytes)")},
        {TEXT_INIT("USER PIN=1\tPasswd=987654\tGrp=1"),
         TEXT_INIT("USER PIN=1\tPasswd=(6 bytes)\tGrp=1")},
        {TEXT_INIT("USER PIN=1\tPasswd=\tGrp=1"), TEXT_INIT("USER PIN=1\tPasswd=\tGrp=1")},
        {TEXT_INIT("USERPIC PIN=1\tContent=/9j/"), TEXT_INIT("USERPIC PIN=1\tContent=(4 bytes)")},
        {TEXT_INIT("OPLOG 4\t0\t2021-05-17 06:58:00"),
         TEXT_INIT("OPLOG 4\t0\t2021-05-17 06:58:00")},
        {TEXT_INIT("AAAAwrapped=="), TEXT_INIT("(13 bytes)")},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(buf_done) struct buf kept = redacted(cases[i].line);

        assert_true(text_equal(buf_text(&kept), cases[i].kept));
    }
}

static void an_error_names_its_code(void **state)
{
    struct adms_record record = record_of(
        TEXT("ERRORLOG ErrCode=D01E0001\tErrMsg=\tDataOrigin=cmd\tCmdId=12\tAdditional=e30="));

    (void)state;
    assert_int_equal(record.kind, ADMS_RECORD_ERRORLOG);
    assert_text("D01E0001", field_of(&record, "errcode"));
    assert_text("e30=", field_of(&record, "Additional"));
}

static void a_name_may_come_in_the_encoding_of_its_firmware(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text("Siti", adms_text_readable(mem, TEXT("Siti")));
    assert_text("\xe5\xbc\xa0", adms_text_readable(mem, TEXT("\xe5\xbc\xa0")));
    assert_text("\xe5\xbc\xa0", adms_text_readable(mem, TEXT("\xd5\xc5")));
    assert_text("a b", adms_text_readable(mem, TEXT("a\001b")));
    assert_text("x??", adms_text_readable(mem, TEXT("x\xff\xff")));
    assert_text("", adms_text_readable(mem, TEXT("")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_operation_log_mixes_kinds_of_rows),
        cmocka_unit_test(an_operation_says_who_did_what_and_when),
        cmocka_unit_test(changes_of_clock_and_records_are_audit_matters),
        cmocka_unit_test(a_user_is_known_without_showing_the_password),
        cmocka_unit_test(keys_are_found_in_any_case),
        cmocka_unit_test(an_iris_is_type_4_left_or_right),
        cmocka_unit_test(pictures_are_templates_too),
        cmocka_unit_test(what_is_kept_as_evidence_holds_no_secret),
        cmocka_unit_test(an_error_names_its_code),
        cmocka_unit_test(a_name_may_come_in_the_encoding_of_its_firmware),
    };

    return cmocka_run_group_tests_name("adms_record", tests, NULL, NULL);
}
