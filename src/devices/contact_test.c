#include "devices/contact.h"

#include "base/test.h"

enum { GAP_MS = 60000 };

static void contacts_within_the_gap_are_one_interval(void **state)
{
    struct contact contact = {0};

    (void)state;
    assert_int_equal(contact_note(&contact, 1000, GAP_MS), CONTACT_OPENED);
    assert_int_equal(contact_note(&contact, 11000, GAP_MS), CONTACT_EXTENDED);
    assert_int_equal(contact_note(&contact, 71000, GAP_MS), CONTACT_EXTENDED);
    assert_int_equal(contact.from_at_ms, 1000);
    assert_int_equal(contact.to_at_ms, 71000);
}

static void a_longer_silence_begins_a_new_interval(void **state)
{
    struct contact contact = {1000, 11000};

    (void)state;
    assert_int_equal(contact_note(&contact, 71001, GAP_MS), CONTACT_OPENED);
    assert_int_equal(contact.from_at_ms, 71001);
}

static void an_earlier_contact_changes_nothing(void **state)
{
    struct contact contact = {1000, 11000};

    (void)state;
    assert_int_equal(contact_note(&contact, 11000, GAP_MS), CONTACT_KNOWN);
    assert_int_equal(contact_note(&contact, 500, GAP_MS), CONTACT_KNOWN);
    assert_int_equal(contact.from_at_ms, 1000);
    assert_int_equal(contact.to_at_ms, 11000);
}

static void a_terminal_never_heard_is_silent(void **state)
{
    struct contact contact = {0};

    (void)state;
    assert_true(contact_is_silent(&contact, 1, GAP_MS));
    contact_note(&contact, 1000, GAP_MS);
    assert_false(contact_is_silent(&contact, 61000, GAP_MS));
    assert_true(contact_is_silent(&contact, 61001, GAP_MS));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(contacts_within_the_gap_are_one_interval),
        cmocka_unit_test(a_longer_silence_begins_a_new_interval),
        cmocka_unit_test(an_earlier_contact_changes_nothing),
        cmocka_unit_test(a_terminal_never_heard_is_silent),
    };

    return cmocka_run_group_tests_name("contact", tests, NULL, NULL);
}
