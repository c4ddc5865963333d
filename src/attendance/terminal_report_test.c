#include "attendance/terminal_report.h"

#include "base/limits.h"
#include "base/test.h"

static void a_report_is_read_as_it_was_written(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf body = {0};
    struct terminal_report read = {.position = 0};
    struct terminal_report written = {.serial = TEXT("SN1"),
                                      .kind = TEXT("OPLOG"),
                                      .received_at_ms = 1621211400000,
                                      .is_audit = true,
                                      .row = TEXT("OPLOG 21\t0\t2021-05-17 06:50:00\t0\t0\t0\t0")};

    (void)state;
    buf_init(&body, ENTRY_BYTES_MAX);
    terminal_report_write(&written, &body);
    assert_true(terminal_report_read(buf_text(&body), mem, &read));
    assert_text("SN1", read.serial);
    assert_text("OPLOG", read.kind);
    assert_text("OPLOG 21\t0\t2021-05-17 06:50:00\t0\t0\t0\t0", read.row);
    assert_int_equal(read.received_at_ms, written.received_at_ms);
    assert_true(read.is_audit);
}

static void what_touches_the_evidence_and_errors_are_notable(void **state)
{
    struct terminal_report menu = {.kind = TEXT("OPLOG")};
    struct terminal_report clock = {.kind = TEXT("OPLOG"), .is_audit = true};
    struct terminal_report error = {.kind = TEXT("ERRORLOG")};

    (void)state;
    assert_false(terminal_report_is_notable(&menu));
    assert_true(terminal_report_is_notable(&clock));
    assert_true(terminal_report_is_notable(&error));
}

static void a_body_that_is_none_is_refused(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_report report;

    (void)state;
    assert_false(terminal_report_read(TEXT(""), mem, &report));
    assert_false(terminal_report_read(TEXT("{\"serial\":\"SN1\"}"), mem, &report));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_read_as_it_was_written),
        cmocka_unit_test(what_touches_the_evidence_and_errors_are_notable),
        cmocka_unit_test(a_body_that_is_none_is_refused),
    };

    return cmocka_run_group_tests_name("terminal_report", tests, NULL, NULL);
}
