/* What watchers are told is as much as what changed. */
#include "api/board_reply.h"

#include "base/limits.h"
#include "base/test.h"

#include <string.h>

enum { AGENCIES = 4, PEOPLE = 225 };

/* A root with an office and a school that has a class, and people everywhere. */
struct office {
    struct directory_agency agencies[AGENCIES];
    struct directory directory;
    struct picture picture;
    struct board_snapshot snapshot;
    struct balance own[AGENCIES], below[AGENCIES];
    struct board_place places[AGENCIES];
    int32_t arrivals[MINUTES_PER_DAY][2];
};

static struct directory_agency agency(const char *code, const char *name, int32_t parent, int end)
{
    return (struct directory_agency){.code = text_of(code),
                                     .name = text_of(name),
                                     .short_name = text_of(name),
                                     .parent = parent,
                                     .end = end};
}

static void sum_up(struct office *office)
{
    struct board_snapshot *snapshot = &office->snapshot;

    memcpy(office->below, office->own, sizeof office->own);
    memset(&snapshot->total, 0, sizeof snapshot->total);
    for (int i = AGENCIES - 1; i > 0; i--) {
        balance_add(&office->below[office->agencies[i].parent], &office->below[i]);
    }
    snapshot->total = office->below[0];
}

static void open_office(struct office *office)
{
    struct board_snapshot *snapshot = &office->snapshot;

    memset(office, 0, sizeof *office);
    office->agencies[0] = agency("D", "Pemerintah Kota", NONE, 4);
    office->agencies[1] = agency("D1", "Dinas Satu", 0, 2);
    office->agencies[2] = agency("S", "Dinas Sekolah", 0, 4);
    office->agencies[3] = agency("S1", "Sekolah Satu", 2, 4);
    office->directory.agencies = office->agencies;
    office->directory.agency_count = AGENCIES;
    office->picture.directory = &office->directory;
    for (int i = 0; i < AGENCIES; i++) {
        office->own[i].counts[STATE_WAITING] = PEOPLE;
    }
    sum_up(office);
    snapshot->event = 1;
    snapshot->at_ms = 1621211400000;
    snapshot->day = 18764;
    snapshot->agency_count = AGENCIES;
    snapshot->own = office->own;
    snapshot->below = office->below;
    snapshot->places = office->places;
    snapshot->arrivals = office->arrivals;
    snapshot->picture = &office->picture;
}

/* The same government a moment later. */
static void go_on(struct office *later, const struct office *before)
{
    struct board_snapshot *snapshot = &later->snapshot;

    memcpy(later, before, sizeof *later);
    snapshot->event++;
    snapshot->own = later->own;
    snapshot->below = later->below;
    snapshot->places = later->places;
    snapshot->arrivals = later->arrivals;
}

static void come(struct office *office, int agency)
{
    office->own[agency].counts[STATE_WAITING]--;
    office->own[agency].counts[STATE_ON_TIME]++;
    office->arrivals[7 * 60 + 12][0]++;
    sum_up(office);
}

static void told(const struct office *before,
                 const struct office *now,
                 struct arena *mem,
                 struct buf *out)
{
    struct board_told change;
    struct json_write json;

    buf_init(out, REPLY_BYTES_MAX);
    json_write_init(&json, out);
    board_tell_change(&before->snapshot, &now->snapshot, mem, &change);
    record_write_json(&board_change_record, &change, (struct record_view){.offset_minutes = 420},
                      &json, NULL);
    assert_true(json_write_ok(&json));
}

static bool says(const struct buf *said, const char *what)
{
    struct text all = buf_text(said);

    return memmem(all.at, all.bytes, what, strlen(what)) != NULL;
}

static void a_punch_is_told_by_the_agencies_above_it_and_what_it_moved(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf said = {0};
    struct office before, now;

    (void)state;
    open_office(&before);
    go_on(&now, &before);
    come(&now, 3);
    told(&before, &now, mem, &said);
    assert_true(says(&said, "\"counts\":{\"waiting\":899,\"on_time\":1,\"present\":1,"
                            "\"present_percent\":\"0.11\"}"));
    assert_true(says(&said, "{\"code\":\"S1\",\"counts\":{\"waiting\":224,\"on_time\":1,"
                            "\"present\":1,\"present_percent\":\"0.44\"}}"));
    assert_true(says(&said, "{\"code\":\"S\",\"counts\":{\"waiting\":449,"));
    assert_true(says(&said, "{\"code\":\"D\","));
    assert_false(says(&said, "\"D1\""));
    assert_false(says(&said, "own_counts"));
    assert_false(says(&said, "Sekolah"));
    assert_false(says(&said, "wfo"));
}

static void own_people_are_told_apart_where_others_are_below(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf said = {0};
    struct office before, now;

    (void)state;
    open_office(&before);
    go_on(&now, &before);
    come(&now, 2);
    told(&before, &now, mem, &said);
    assert_true(says(&said, "{\"code\":\"S\",\"counts\":{\"waiting\":449,"));
    assert_true(says(&said, "\"own_counts\":{\"waiting\":224,\"on_time\":1,"));
    assert_false(says(&said, "\"S1\""));
}

static void a_second_in_which_nothing_changed_says_that_it_passed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf said = {0};
    struct office before, now;

    (void)state;
    open_office(&before);
    go_on(&now, &before);
    told(&before, &now, mem, &said);
    assert_text("{\"event\":2,\"at\":\"2021-05-17T07:30:00+07:00\",\"day\":\"2021-05-17\"}",
                buf_text(&said));
}

static void an_event_grows_with_what_changed_not_with_the_government(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf one = {0}, all = {0};
    struct office before, now;

    (void)state;
    open_office(&before);
    go_on(&now, &before);
    come(&now, 1);
    told(&before, &now, mem, &one);
    for (int i = 0; i < AGENCIES; i++) {
        come(&now, i);
    }
    told(&before, &now, mem, &all);
    assert_true(buf_text(&one).bytes < 700);
    assert_true(buf_text(&all).bytes - buf_text(&one).bytes < AGENCIES * 100 + 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_punch_is_told_by_the_agencies_above_it_and_what_it_moved),
        cmocka_unit_test(own_people_are_told_apart_where_others_are_below),
        cmocka_unit_test(a_second_in_which_nothing_changed_says_that_it_passed),
        cmocka_unit_test(an_event_grows_with_what_changed_not_with_the_government),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
