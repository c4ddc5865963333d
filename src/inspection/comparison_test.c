#include "inspection/comparison.h"

#include "base/limits.h"
#include "base/test.h"

enum { OPENED_AT_MS = 1000, STATED_AT_MS = 5000, SIGNED_AT_MS = 7000 };

/* PU has stated and signed for its civil servants, and corrected it twice; SOS did neither. */
struct scene {
    struct roll_agency agencies[2];
    struct roll_recap recaps[3];
    struct roll_call call;
};

static void give_recap(struct scene *scene, int paper, int present)
{
    struct roll_recap *recap = &scene->recaps[paper - 1];

    *recap = (struct roll_recap){.agency = TEXT("PU"),
                                 .signed_by = TEXT("Kepala Dinas PU"),
                                 .reason = paper > 1 ? TEXT("satu terlewat") : TEXT(""),
                                 .at_ms = SIGNED_AT_MS + paper,
                                 .paper = paper,
                                 .signed_on = {2021, 5, 17},
                                 .given = {[GROUP_ASN] = true}};
    recap->said[GROUP_ALL].present = recap->said[GROUP_ASN].present = present;
}

static void set(struct scene *scene)
{
    struct roll_statement *statement = &scene->agencies[0].statement;

    *scene = (struct scene){.agencies = {{.code = TEXT("PU"), .name = TEXT("Pekerjaan Umum")},
                                         {.code = TEXT("SOS"), .name = TEXT("=Sosial")}}};
    for (int i = 0; i < 2; i++) {
        scene->agencies[i].opening[GROUP_ALL].counts[STATE_ON_TIME] = 4;
        scene->agencies[i].opening[GROUP_ALL].counts[STATE_WAITING] = 1;
    }
    *statement = (struct roll_statement){
        .at_ms = STATED_AT_MS, .by = TEXT("Sekretaris"), .source = SOURCE_TELEPHONE};
    statement->said[GROUP_ALL].present = 5;
    statement->machine[GROUP_ALL].present = 4;
    for (int paper = 1; paper <= 3; paper++) {
        give_recap(scene, paper, 2 + paper);
    }
    scene->agencies[0].papers = 3;
    scene->call = (struct roll_call){.agencies = scene->agencies,
                                     .agency_count = 2,
                                     .recaps = scene->recaps,
                                     .recap_count = 3,
                                     .frozen_at_ms = OPENED_AT_MS};
}

static void machine_statement_and_recap_stand_side_by_side(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene scene;
    const struct comparison *row;

    (void)state;
    set(&scene);
    row = comparison_list(&scene.call, mem).items;
    assert_int_equal(row->machine.at_ms, STATED_AT_MS);
    assert_int_equal(row->machine.said.present, 4);
    assert_int_equal(row->statement.said.present, 5);
    assert_int_equal(row->statement.source, SOURCE_TELEPHONE);
    assert_int_equal(row->recap.said.present, 3);
    assert_true(text_equal(row->recap.signed_by, TEXT("Kepala Dinas PU")));
}

static void a_correction_stands_beside_the_recap_and_never_in_its_place(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene scene;
    const struct comparison *row;
    const struct comparison_paper *corrections;

    (void)state;
    set(&scene);
    row = comparison_list(&scene.call, mem).items;
    corrections = row->corrections.items;
    assert_int_equal(row->corrections.count, 2);
    assert_int_equal(row->recap.paper, 1);
    assert_int_equal(corrections[0].paper, 2);
    assert_int_equal(corrections[0].said.present, 4);
    assert_true(text_equal(corrections[1].reason, TEXT("satu terlewat")));
    assert_ptr_equal(comparison_last_correction(row), &corrections[1]);
}

static void who_said_nothing_has_the_machine_of_the_opening_and_nothing_else(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene scene;
    const struct comparison *row;

    (void)state;
    set(&scene);
    row = (const struct comparison *)comparison_list(&scene.call, mem).items + 2;
    assert_true(text_equal(row->agency, TEXT("SOS")));
    assert_int_equal(row->machine.at_ms, OPENED_AT_MS);
    assert_int_equal(row->machine.said.missing, 1);
    assert_int_equal(row->statement.at_ms, 0);
    assert_int_equal(row->recap.at_ms, 0);
    assert_null(comparison_last_correction(row));
}

/* The statement was of everybody: of the civil servants it is none. */
static void a_group_has_a_row_when_somebody_speaks_of_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene scene;
    struct record_list rows;
    const struct comparison *row;

    (void)state;
    set(&scene);
    rows = comparison_list(&scene.call, mem);
    row = rows.items;
    assert_int_equal(rows.count, 3);
    assert_int_equal(row[1].group, GROUP_ASN);
    assert_int_equal(row[1].statement.at_ms, 0);
    assert_int_equal(row[1].recap.said.present, 3);
}

static void as_csv_there_is_a_line_a_class_and_none_is_called_none(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf to = {0};
    struct scene scene;
    struct text csv;

    (void)state;
    set(&scene);
    buf_init(&to, REPLY_BYTES_MAX);
    comparison_write_csv(comparison_list(&scene.call, mem), &to);
    csv = buf_text(&to);
    assert_true(
        text_starts(csv, TEXT("agency,name,group,class,machine,statement,recap,correction,"
                              "corrections\r\nPU,Pekerjaan Umum,all,present,4,5,3,5,2\r\n")));
    assert_true(
        text_ends(csv, TEXT("SOS,'=Sosial,all,missing,1,tidak ada,tidak ada,tidak ada,0\r\n")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(machine_statement_and_recap_stand_side_by_side),
        cmocka_unit_test(a_correction_stands_beside_the_recap_and_never_in_its_place),
        cmocka_unit_test(who_said_nothing_has_the_machine_of_the_opening_and_nothing_else),
        cmocka_unit_test(a_group_has_a_row_when_somebody_speaks_of_it),
        cmocka_unit_test(as_csv_there_is_a_line_a_class_and_none_is_called_none),
    };

    return cmocka_run_group_tests_name("comparison", tests, NULL, NULL);
}
