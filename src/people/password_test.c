#include "people/password.h"

#include "base/test.h"

#include <string.h>

static struct secret secret_of(const char *password)
{
    struct secret secret = {0};

    assert_rc(RC_OK, secret_take(&secret, text_of(password)));
    return secret;
}

static void a_password_is_long_uncommon_and_not_the_name(void **state)
{
    static const struct {
        const char *password;
        enum rc rc;
    } table[] = {
        {"kuda besi 77", RC_OK},
        {"pagi-ini-hujan", RC_OK},
        {"short", RC_INVALID},
        {"123456789", RC_INVALID},
        {"Password123", RC_INVALID},
        {"indonesia1945", RC_INVALID},
        {"aaaaaaaaaaaaaa", RC_INVALID},
        {"xx198609262015051001", RC_INVALID},
        {"", RC_INVALID},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct secret password = secret_of(table[i].password);
        struct problem why = {0};

        assert_rc(table[i].rc, password_check(&password, TEXT("198609262015051001"), &why));
        if (table[i].rc != RC_OK) assert_string_equal(why.field, "new");
    }
}

static void only_the_password_behind_a_hash_is_right(void **state)
{
    struct secret right = secret_of("kuda besi 77");
    struct secret wrong = secret_of("kuda besi 78");
    struct password_hash hash;
    struct password_hash nobody = {{0}};

    (void)state;
    assert_rc(RC_OK, password_hash(&right, &hash));
    assert_null(strstr(hash.s, "kuda"));
    assert_true(password_is(&right, &hash));
    assert_false(password_is(&wrong, &hash));
    assert_false(password_is(&right, &nobody));
}

static void a_generated_password_may_be_used(void **state)
{
    struct secret one = {0};
    struct secret other = {0};

    (void)state;
    password_generate(&one);
    password_generate(&other);
    assert_int_equal(one.bytes, PASSWORD_GENERATED_BYTES);
    assert_false(secret_equal(&one, &other));
    assert_rc(RC_OK, password_check(&one, TEXT("admin"), NULL));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_password_is_long_uncommon_and_not_the_name),
        cmocka_unit_test(only_the_password_behind_a_hash_is_right),
        cmocka_unit_test(a_generated_password_may_be_used),
    };

    return cmocka_run_group_tests_name("password", tests, NULL, NULL);
}
