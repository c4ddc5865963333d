#include "attendance/judge.h"

#include "attendance/fixture_test.h"

struct court {
    struct office *office;
    struct picture *picture;
    struct judge *judge;
};

static struct roster_line shift(const char *number, int day, const char *name)
{
    return (struct roster_line){
        .number = text_of(number), .date = {2021, 5, (int8_t)day}, .shift = text_of(name)};
}

static void make_government(struct office *o)
{
    static const struct agency agencies[] = {
        AGENCY("PU", ""),
        AGENCY("RS", "", .pattern = WORD("shift")),
        AGENCY("DAMKAR", "", .pattern = WORD("24-jam")),
        AGENCY("TENGAH", "", .zone = WORD("WITA")),
        AGENCY("TIMUR", "TENGAH", .zone = WORD("WIT")),
        AGENCY("ASING", "", .pattern = WORD("tidak-ada")),
    };
    static const struct person people[] = {PERSON("pu"),     PERSON("rs"),    PERSON("damkar"),
                                           PERSON("tengah"), PERSON("timur"), PERSON("asing"),
                                           PERSON("rs2")};
    static const struct posting postings[] = {
        POSTING("pu", "PU"),         POSTING("rs", "RS"),       POSTING("damkar", "DAMKAR"),
        POSTING("tengah", "TENGAH"), POSTING("timur", "TIMUR"), POSTING("asing", "ASING"),
        POSTING("rs2", "RS")};
    struct roster_line shifts[] = {shift("rs", 16, "malam"),      shift("rs", 17, "malam"),
                                   shift("rs", 18, ""),           shift("damkar", 16, "jaga"),
                                   shift("damkar", 17, "jaga"),   shift("damkar", 18, ""),
                                   shift("rs", 19, "tengah-hari")};

    fixture_record(o->people, &agency_fact, agencies, COUNT_OF(agencies));
    fixture_record(o->people, &person_fact, people, COUNT_OF(people));
    fixture_record(o->people, &posting_fact, postings, COUNT_OF(postings));
    fixture_record(o->people, &roster_fact, shifts, COUNT_OF(shifts));
}

static int sit(void **state)
{
    struct court *court = mem_alloc(1, sizeof *court);
    void *office = NULL;

    if (office_make(&office) != 0) return -1;
    court->office = office;
    make_government(court->office);
    court->picture = office_picture(court->office);
    court->judge = judge_new(court->picture);
    *state = court;
    return 0;
}

static int rise(void **state)
{
    struct court *court = *state;
    void *office = court->office;

    judge_free(&court->judge);
    picture_drop(&court->picture);
    office_clear(&office);
    mem_free(court);
    return 0;
}

static int32_t person(const struct court *court, const char *number)
{
    int32_t found = directory_find_person(court->picture->directory, text_of(number));

    assert_true(found != NONE);
    return found;
}

/* The day that owns a punch, as text, or "" for none. */
static struct day_text owner(const struct court *court, const char *number, const char *wall)
{
    int32_t day = 0;

    if (!judge_day_of(court->judge, person(court, number), at(wall), &day)) {
        return (struct day_text){""};
    }
    return day_text(day_from_number(day));
}

static void a_punch_belongs_to_the_day_its_shift_began(void **state)
{
    static const struct {
        const char *number;
        const char *wall;
        const char *day;
    } cases[] = {
        {"pu", "2021-05-17 05:59:59", ""},
        {"pu", "2021-05-17 06:00:00", "2021-05-17"},
        {"pu", "2021-05-17 19:59:59", "2021-05-17"},
        {"pu", "2021-05-17 20:00:00", ""},
        /* nights of the 16th and the 17th, then off */
        {"rs", "2021-05-16 20:40:00", "2021-05-16"},
        {"rs", "2021-05-17 07:05:00", "2021-05-16"},
        {"rs", "2021-05-17 10:59:59", "2021-05-16"},
        {"rs", "2021-05-17 11:00:00", ""},
        {"rs", "2021-05-17 19:30:00", "2021-05-17"},
        {"rs", "2021-05-18 07:05:00", "2021-05-17"},
        {"rs", "2021-05-18 12:00:00", "2021-05-18"},
        /* a whole day, and the next: the hand-over is the border */
        {"damkar", "2021-05-16 07:50:00", "2021-05-16"},
        {"damkar", "2021-05-17 07:59:59", "2021-05-16"},
        {"damkar", "2021-05-17 08:00:00", "2021-05-17"},
        {"damkar", "2021-05-18 08:10:00", "2021-05-17"},
    };
    struct court *court = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct day_text found = owner(court, cases[i].number, cases[i].wall);

        if (strcmp(found.s, cases[i].day) != 0) {
            print_message("%s %s\n", cases[i].number, cases[i].wall);
        }
        assert_string_equal(found.s, cases[i].day);
    }
}

static void what_is_missing_is_unknown_and_never_guessed(void **state)
{
    static const struct {
        const char *number;
        const char *day;
        enum duty_expects expects;
        enum duty_reason reason;
    } cases[] = {
        {"asing", "2021-05-17", DUTY_EXPECTS_UNKNOWN, DUTY_REASON_NO_PATTERN},
        {"rs2", "2021-05-17", DUTY_EXPECTS_UNKNOWN, DUTY_REASON_NO_ROSTER},
        {"rs", "2021-05-25", DUTY_EXPECTS_UNKNOWN, DUTY_REASON_NO_ROSTER},
        {"rs", "2021-05-19", DUTY_EXPECTS_UNKNOWN, DUTY_REASON_NO_SHIFT},
        {"rs", "2021-05-18", DUTY_EXPECTS_OFF, DUTY_REASON_OFF_SHIFT},
        {"pu", "2061-05-17", DUTY_EXPECTS_UNKNOWN, DUTY_REASON_NO_CALENDAR},
        {"pu", "2021-05-16", DUTY_EXPECTS_OFF, DUTY_REASON_WEEKEND},
        {"pu", "2021-05-13", DUTY_EXPECTS_OFF, DUTY_REASON_HOLIDAY},
        {"pu", "2021-05-17", DUTY_EXPECTS_WORK, DUTY_REASON_PATTERN},
    };
    struct court *court = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct duty duty;

        judge_duty(court->judge, person(court, cases[i].number), day_at(cases[i].day), &duty);
        assert_int_equal(duty.expects, cases[i].expects);
        assert_int_equal(duty.reason, cases[i].reason);
    }
}

static struct line judged(const struct court *court,
                          const char *number,
                          int64_t now_ms,
                          struct judge_watch *out_watch)
{
    const struct directory *directory = court->picture->directory;
    int32_t whose = person(court, number);
    struct judge_request request = {.person = whose,
                                    .day = day_at("2021-05-17"),
                                    .place = {.delivered_to_ms = INT64_MAX},
                                    .now_ms = now_ms};
    struct line line = {.earliest = LINE_NONE,
                        .latest = LINE_NONE,
                        .set = LINE_ON_ROSTER,
                        .agency =
                            (uint16_t)directory_agency_of(directory, whose, day_at("2021-05-17"))};

    judge_line(court->judge, &request, &line, out_watch);
    return line;
}

/* 06:00 in the east is 04:00 in the west. */
static void each_place_has_its_own_clock(void **state)
{
    static const struct {
        const char *wib;
        enum state pu, tengah, timur;
    } cases[] = {
        {"2021-05-17 03:59:59", STATE_NOT_DUE, STATE_NOT_DUE, STATE_NOT_DUE},
        {"2021-05-17 04:00:00", STATE_NOT_DUE, STATE_NOT_DUE, STATE_WAITING},
        {"2021-05-17 05:00:00", STATE_NOT_DUE, STATE_WAITING, STATE_WAITING},
        {"2021-05-17 06:00:00", STATE_WAITING, STATE_WAITING, STATE_WAITING},
        {"2021-05-17 18:00:00", STATE_WAITING, STATE_WAITING, STATE_UNEXPLAINED},
        {"2021-05-17 19:00:00", STATE_WAITING, STATE_UNEXPLAINED, STATE_UNEXPLAINED},
        {"2021-05-17 20:00:00", STATE_UNEXPLAINED, STATE_UNEXPLAINED, STATE_UNEXPLAINED},
    };
    struct court *court = *state;
    struct judge_watch watch;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int64_t now_ms = wib_ms(cases[i].wib);

        assert_int_equal(judged(court, "pu", now_ms, &watch).state, cases[i].pu);
        assert_int_equal(judged(court, "tengah", now_ms, &watch).state, cases[i].tengah);
        assert_int_equal(judged(court, "timur", now_ms, &watch).state, cases[i].timur);
    }
}

/* From one watch to the next nothing changes, at the watch something does. */
static void a_verdict_holds_until_its_watch(void **state)
{
    struct court *court = *state;
    int64_t now_ms = wib_ms("2021-05-16 00:00:00");
    struct judge_watch watch = {.time_at_ms = 0}, other;
    int changes = 0;

    for (; watch.time_at_ms != INT64_MAX; changes++) {
        struct line line = judged(court, "timur", now_ms, &watch);

        if (watch.time_at_ms == INT64_MAX) break;
        assert_true(watch.time_at_ms > now_ms);
        assert_int_equal(judged(court, "timur", watch.time_at_ms - 1, &other).state, line.state);
        assert_int_equal(other.time_at_ms, watch.time_at_ms);
        assert_int_not_equal(judged(court, "timur", watch.time_at_ms, &other).state, line.state);
        now_ms = watch.time_at_ms;
    }
    assert_int_equal(changes, 2);
    assert_true(judged(court, "timur", now_ms, &other).set & LINE_SETTLED);
}

static void a_day_is_watched_until_its_place_has_delivered(void **state)
{
    struct court *court = *state;
    struct judge_request request = {.person = person(court, "pu"),
                                    .day = day_at("2021-05-17"),
                                    .place = {.delivered_to_ms = wib_ms("2021-05-17 19:00:00")},
                                    .now_ms = wib_ms("2021-05-18 09:00:00")};
    struct line line = {.earliest = LINE_NONE, .latest = LINE_NONE, .set = LINE_ON_ROSTER};
    struct judge_watch watch;

    line.agency = (uint16_t)directory_find_agency(court->picture->directory, TEXT("PU"));
    judge_line(court->judge, &request, &line, &watch);
    assert_int_equal(line.state, STATE_UNKNOWN);
    assert_false(line.set & LINE_SETTLED);
    assert_int_equal(watch.delivery_at_ms, wib_ms("2021-05-17 20:00:00"));
    request.place.delivered_to_ms = watch.delivery_at_ms;
    judge_line(court->judge, &request, &line, &watch);
    assert_int_equal(line.state, STATE_UNEXPLAINED);
    assert_true(line.set & LINE_SETTLED);
}

static void a_punch_that_came_long_after_it_was_made_was_offline(void **state)
{
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:00:00");

    (void)state;
    assert_int_equal(judge_punch_flags(&punch), 0);
    punch.received_at_ms = wib_ms("2021-05-17 07:15:00");
    assert_int_equal(judge_punch_flags(&punch), 0);
    punch.received_at_ms += 1000;
    assert_int_equal(judge_punch_flags(&punch), FLAG_OFFLINE);
    punch.source = PUNCH_FROM_FILE;
    assert_int_equal(judge_punch_flags(&punch), 0);
    punch.flags = PUNCH_TIME;
    assert_int_equal(judge_punch_flags(&punch), FLAG_TIME | FLAG_UNDER_REVIEW);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, sit, rise)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_punch_belongs_to_the_day_its_shift_began),
        TEST(what_is_missing_is_unknown_and_never_guessed),
        TEST(each_place_has_its_own_clock),
        TEST(a_verdict_holds_until_its_watch),
        TEST(a_day_is_watched_until_its_place_has_delivered),
        cmocka_unit_test(a_punch_that_came_long_after_it_was_made_was_offline),
    };

    return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
