#include "ledger/chain.h"

#include "base/test.h"

/* Written down from the definition in chain.h, computed by another program:
 * what was recorded years ago must still be verified. */
static void a_batch_has_the_hash_that_the_definition_gives(void **state)
{
    static const char expected[] =
        "8636d16c6424cb843f0e1a0a182359d9b7a789241f75f3423b8cd6a1366d1598";
    struct hash content = chain_content_hash(TEXT("salt"), TEXT("picture"));
    struct chain chain;
    struct hash hash;

    (void)state;
    chain_begin(&chain, &(struct hash){{0}}, 1, 1, 1621209600000);
    chain_add(&chain, 1, 7, TEXT("ab"), NULL);
    chain_add(&chain, 2, 8, TEXT(""), &content);
    hash = chain_end(&chain, 2);
    assert_string_equal(hash_text(&hash).s, expected);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_batch_has_the_hash_that_the_definition_gives),
    };

    return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
