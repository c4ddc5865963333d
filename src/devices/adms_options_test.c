#include "devices/adms_options.h"

#include "base/test.h"
#include "devices/adms_request.h"

/* As a SenseFace 2A sends it, shortened. */
static const struct text options = TEXT_INIT(
    "~DeviceName=SenseFace 2A,MAC=00:17:61:12:33:44,TransactionCount=283,~MaxAttLogCount=20,"
    "UserCount=5,~Platform=ZAM170_TFT,~OEMVendor=ZKTECO CO., LTD.,FWVersion=Ver 1.0.3,"
    "PushVersion=Ver 2.0.33S-20220613,IPAddress=10.8.0.10,~PIN2Width=9,FaceCount=\r\n");

static void a_comma_inside_a_value_belongs_to_the_value(void **state)
{
    struct text value = {0};

    (void)state;
    assert_true(adms_options_find(options, "~OEMVendor", &value));
    assert_text("ZKTECO CO., LTD.", value);
    assert_true(adms_options_find(options, "fwversion", &value));
    assert_text("Ver 1.0.3", value);
    assert_true(adms_options_find(options, "FaceCount", &value));
    assert_text("", value);
    assert_false(adms_options_find(options, "FingerCount", &value));
}

static void the_registry_learns_model_and_capacity(void **state)
{
    struct adms_device device = adms_options_device(options);

    (void)state;
    assert_text("SenseFace 2A", device.model);
    assert_text("Ver 1.0.3", device.firmware);
    assert_text("ZAM170_TFT", device.platform);
    assert_text("Ver 2.0.33S-20220613", device.protocol);
    assert_text("10.8.0.10", device.address);
    assert_text("9", device.pin_width);
    assert_int_equal(device.users, 5);
    assert_int_equal(device.records, 283);
    assert_int_equal(device.records_max, 200000);

    device = adms_options_device(TEXT("UserCount=x,~MaxAttLogCount=9223372036854775807"));
    assert_int_equal(device.users, ADMS_NUMBER_NONE);
    assert_int_equal(device.records_max, ADMS_NUMBER_NONE);
    assert_text("", device.model);
}

static void pairs_come_one_after_the_other(void **state)
{
    struct text rest = TEXT(",,a=1,b,c,~d=x=y\nE=5,,f");
    struct text key, value;

    (void)state;
    assert_true(adms_options_next(&rest, &key, &value));
    assert_text("a", key);
    assert_text("1,b,c", value);
    assert_true(adms_options_next(&rest, &key, &value));
    assert_text("d", key);
    assert_text("x=y", value);
    assert_true(adms_options_next(&rest, &key, &value));
    assert_text("E", key);
    assert_text("5,,f", value);
    assert_false(adms_options_next(&rest, &key, &value));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comma_inside_a_value_belongs_to_the_value),
        cmocka_unit_test(the_registry_learns_model_and_capacity),
        cmocka_unit_test(pairs_come_one_after_the_other),
    };

    return cmocka_run_group_tests_name("adms_options", tests, NULL, NULL);
}
