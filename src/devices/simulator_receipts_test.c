#include "devices/simulator_receipts.h"

#include "base/test.h"

static uint64_t key(int64_t moment)
{
    return simulator_receipt_key(TEXT("SN1"), TEXT("1001"), moment, 0, 15);
}

static void every_part_of_a_punch_makes_it_another(void **state)
{
    uint64_t first = simulator_receipt_key(TEXT("SN1"), TEXT("1001"), 5, 0, 15);

    (void)state;
    assert_true(first == simulator_receipt_key(TEXT("SN1"), TEXT("1001"), 5, 0, 15));
    assert_true(first != simulator_receipt_key(TEXT("SN2"), TEXT("1001"), 5, 0, 15));
    assert_true(first != simulator_receipt_key(TEXT("SN1"), TEXT("01001"), 5, 0, 15));
    assert_true(first != simulator_receipt_key(TEXT("SN1"), TEXT("1001"), 6, 0, 15));
    assert_true(first != simulator_receipt_key(TEXT("SN1"), TEXT("1001"), 5, 1, 15));
    assert_true(first != simulator_receipt_key(TEXT("SN1"), TEXT("1001"), 5, 0, 1));
    assert_true(simulator_receipt_key(TEXT("SN1"), TEXT("1"), 5, 0, 1) !=
                simulator_receipt_key(TEXT("SN1"), TEXT("1"), 5, 1, 0));
}

static void what_was_promised_must_be_there_once(void **state)
{
    struct simulator_receipts *receipts = simulator_receipts_new();
    struct simulator_verdict verdict;

    (void)state;
    for (int64_t moment = 1; moment <= 5000; moment++) {
        simulator_receipts_sent(receipts, key(moment));
        if (moment <= 4000) simulator_receipts_acknowledged(receipts, key(moment));
    }
    simulator_receipts_acknowledged(receipts, key(1));
    for (int64_t moment = 2; moment <= 4500; moment++) {
        simulator_receipts_found(receipts, key(moment));
    }
    simulator_receipts_found(receipts, key(7));
    simulator_receipts_found(receipts, key(4400));
    simulator_receipts_found(receipts, key(99999));
    verdict = simulator_receipts_judge(receipts);
    assert_int_equal(verdict.acknowledged, 4000);
    assert_int_equal(verdict.missing, 1);
    assert_int_equal(verdict.doubled, 2);
    assert_int_equal(verdict.kept, 3998);
    simulator_receipts_free(&receipts);
    assert_null(receipts);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_of_a_punch_makes_it_another),
        cmocka_unit_test(what_was_promised_must_be_there_once),
    };

    return cmocka_run_group_tests_name("simulator_receipts", tests, NULL, NULL);
}
