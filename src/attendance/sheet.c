#include "attendance/sheet_private.h"
#include "base/mem.h"

/* ---- making room ---- */

struct sheet *sheet_new(const struct picture *picture, int32_t day)
{
    struct sheet *sheet = mem_alloc(1, sizeof *sheet);

    sheet->picture = picture;
    sheet->day = day;
    sheet->era = places_on(&picture->places, day);
    sheet->line_count = picture->directory->person_count;
    sheet->agency_count = picture->directory->agency_count;
    sheet->lines = mem_alloc(sheet->line_count, sizeof *sheet->lines);
    sheet->balances = mem_alloc(sheet->agency_count, sizeof *sheet->balances);
    sheet->kinds = mem_alloc(sheet->agency_count * PERSON_KINDS, sizeof *sheet->kinds);
    sheet->agencies = mem_alloc(sheet->agency_count, sizeof *sheet->agencies);
    return sheet;
}

void sheet_free(struct sheet **sheet)
{
    if (!*sheet) return;
    mem_free((*sheet)->lines);
    mem_free((*sheet)->balances);
    mem_free((*sheet)->kinds);
    mem_free((*sheet)->agencies);
    mem_free((*sheet)->changed_people);
    mem_free(*sheet);
    *sheet = NULL;
}

void sheet_enrol(struct sheet *sheet, int32_t person)
{
    const struct directory *directory = sheet->picture->directory;
    struct line *line = &sheet->lines[person];

    *line = (struct line){.earliest = LINE_NONE,
                          .latest = LINE_NONE,
                          .first_in = LINE_NONE,
                          .last_out = LINE_NONE,
                          .set = (uint8_t)(line->set & LINE_CHANGED)};
    if (!directory_is_active(directory, person, sheet->day)) return;
    line->set |= LINE_ON_ROSTER;
    line->agency = (uint16_t)directory_agency_of(directory, person, sheet->day);
}

/* ---- counting ---- */

/* The counter of the minute in which the person came, or NULL. */
static int32_t *arrival_of(struct sheet *sheet, const struct line *line)
{
    if (line->state != STATE_ON_TIME && line->state != STATE_LATE) return NULL;
    if (line->first_in < 0 || line->first_in >= SECONDS_PER_DAY) return NULL;
    return &sheet->arrivals[line->first_in / 60][line->state == STATE_LATE];
}

static struct balance *kind_of(struct sheet *sheet, int32_t person, uint16_t agency)
{
    size_t kind = (size_t)sheet->picture->directory->people[person].kind;

    return &sheet->kinds[agency * (size_t)PERSON_KINDS + kind];
}

void sheet_count(struct sheet *sheet, int32_t person)
{
    const struct line *line = &sheet->lines[person];
    int32_t *arrival = arrival_of(sheet, line);
    enum state state = (enum state)line->state;

    balance_enter(&sheet->balances[line->agency], state, (enum mode)line->mode);
    balance_enter(kind_of(sheet, person, line->agency), state, (enum mode)line->mode);
    sheet->open_count += sheet_line_is_open(line);
    if (arrival) (*arrival)++;
}

void sheet_uncount(struct sheet *sheet, int32_t person, const struct line *line)
{
    int32_t *arrival = arrival_of(sheet, line);
    enum state state = (enum state)line->state;

    balance_leave(&sheet->balances[line->agency], state, (enum mode)line->mode);
    balance_leave(kind_of(sheet, person, line->agency), state, (enum mode)line->mode);
    sheet->open_count -= sheet_line_is_open(line);
    if (arrival) (*arrival)--;
}

void sheet_mark(struct sheet *sheet, int32_t person)
{
    struct line *line = &sheet->lines[person];

    sheet->changed = true;
    if (line->set & LINE_ON_ROSTER) sheet->agencies[line->agency].changed = true;
    if (sheet->all_changed || line->set & LINE_CHANGED) return;
    line->set |= LINE_CHANGED;
    if (sheet->changed_count == sheet->changed_capacity) {
        sheet->changed_capacity = sheet->changed_capacity ? sheet->changed_capacity * 2 : 64;
        sheet->changed_people = mem_resize(sheet->changed_people, sheet->changed_capacity,
                                           sizeof *sheet->changed_people);
    }
    sheet->changed_people[sheet->changed_count++] = person;
}

/* ---- invariants ---- */

static void check_agency(const struct sheet *sheet, size_t agency, const struct balance *counted)
{
    struct balance kinds = {.wfh = 0};

    for (size_t kind = 0; kind < PERSON_KINDS; kind++) {
        balance_add(&kinds, &sheet->kinds[agency * PERSON_KINDS + kind]);
    }
    assert(balance_equal(counted, &sheet->balances[agency]));
    assert(balance_equal(&kinds, &sheet->balances[agency]));
}

static int32_t arrivals_counted(const struct sheet *sheet)
{
    int32_t count = 0;

    for (size_t minute = 0; minute < MINUTES_PER_DAY; minute++) {
        assert(sheet->arrivals[minute][0] >= 0 && sheet->arrivals[minute][1] >= 0);
        count += sheet->arrivals[minute][0] + sheet->arrivals[minute][1];
    }
    return count;
}

void sheet_check(const struct sheet *sheet)
{
    CLEANUP(mem_release) struct balance *sums = mem_alloc(sheet->agency_count, sizeof *sums);
    size_t open = 0, changed = 0;
    int32_t came = 0;

    for (size_t person = 0; person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];

        changed += (line->set & LINE_CHANGED) != 0;
        if (!(line->set & LINE_ON_ROSTER)) continue;
        balance_enter(&sums[line->agency], (enum state)line->state, (enum mode)line->mode);
        open += sheet_line_is_open(line);
        came += (line->state == STATE_ON_TIME || line->state == STATE_LATE) &&
                line->first_in >= 0 && line->first_in < SECONDS_PER_DAY;
    }
    for (size_t agency = 0; agency < sheet->agency_count; agency++) {
        check_agency(sheet, agency, &sums[agency]);
    }
    assert(open == sheet->open_count);
    assert(came == arrivals_counted(sheet));
    assert(sheet->all_changed || changed == sheet->changed_count);
}
