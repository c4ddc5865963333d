#include "devices/adms_photo.h"

#include "base/day.h"
#include "base/test.h"

static const struct text no_pin = {NULL, 0};

static void a_picture_follows_its_header_and_a_nul(void **state)
{
    struct adms_photo photo = adms_photo_parse(
        TEXT("PIN=20210517074408-1001.jpg\nSN=OGT1\nsize=6\nCMD=uploadphoto\0\xff\xd8\xff\0\n\t"),
        no_pin);

    (void)state;
    assert_text("1001", photo.pin);
    assert_true(photo.has_moment);
    assert_string_equal(moment_text(photo.moment).s, "2021-05-17 07:44:08");
    assert_text("uploadphoto", photo.action);
    assert_int_equal(photo.picture.bytes, 6);
    assert_false(photo.is_base64);
}

static void a_picture_without_a_pin_is_a_failed_verification(void **state)
{
    struct adms_photo photo = adms_photo_parse(
        TEXT("PIN=20210517074408.jpg\tSN=OGT1\tsize=2\tCMD=realupload\0\xff\xd8"), no_pin);

    (void)state;
    assert_text("", photo.pin);
    assert_true(photo.has_moment);
    assert_text("realupload", photo.action);
}

static void the_variants_of_pictures_are_read(void **state)
{
    struct adms_photo photo;

    (void)state;
    photo =
        adms_photo_parse(TEXT("PIN=20210517074408-7.jpg\r\nSN=A\r\nCMD=x\r\n\0/9j/4AAQ"), no_pin);
    assert_text("7", photo.pin);
    assert_true(photo.is_base64);
    photo = adms_photo_parse(TEXT("\xff\xd8\xff\0\0"), TEXT("20210517074408-1001.jpg"));
    assert_text("1001", photo.pin);
    assert_int_equal(photo.picture.bytes, 5);
    photo = adms_photo_parse(TEXT("\xff\xd8"), TEXT("1001"));
    assert_text("1001", photo.pin);
    assert_false(photo.has_moment);
    photo = adms_photo_parse(TEXT(""), no_pin);
    assert_int_equal(photo.picture.bytes, 0);
    photo = adms_photo_parse(TEXT("PIN=20211317074408-1.jpg\n\0\xff\xd8"), no_pin);
    assert_false(photo.has_moment);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_follows_its_header_and_a_nul),
        cmocka_unit_test(a_picture_without_a_pin_is_a_failed_verification),
        cmocka_unit_test(the_variants_of_pictures_are_read),
    };

    return cmocka_run_group_tests_name("adms_photo", tests, NULL, NULL);
}
