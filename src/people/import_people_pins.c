/* The column `pin` of people.csv: a PIN that holds on every terminal.
 *
 * A PIN may move to another person when the file gives its present owner
 * another one; then the old enrolment ends the day before.  A person has one
 * PIN of this kind at a time. */
#include "base/mem.h"
#include "people/import_people_private.h"

struct pins {
    struct import *import;
    struct map *rows;       /* PIN -> row of the file */
    int32_t *row_of_person; /* directory index -> row, or NONE */
};

static struct text pin_of_row(const void *owner, uint32_t index)
{
    const struct people_row *rows = owner;

    return rows[index].pin;
}

static void pins_done(struct pins *pins)
{
    map_free(&pins->rows);
    mem_free(pins->row_of_person);
}

static bool claims(const struct people_row *row)
{
    return !import_is_out(&row->head) && row->pin.bytes > 0;
}

static void pins_init(struct pins *pins, struct import *import)
{
    const struct people_row *rows = import->rows.at;
    const struct directory *directory = import->directory;

    *pins = (struct pins){
        .import = import,
        .rows = map_new_over(pin_of_row, rows),
        .row_of_person = mem_alloc(directory->person_count + 1, sizeof *pins->row_of_person),
    };
    for (size_t i = 0; i < directory->person_count; i++) {
        pins->row_of_person[i] = NONE;
    }
    for (size_t i = 0; i < import_count(import); i++) {
        if (import_is_out(&rows[i].head)) continue;
        if (rows[i].known != NONE) pins->row_of_person[rows[i].known] = (int32_t)i;
        if (!claims(&rows[i]) || map_find(pins->rows, rows[i].pin, &(uint32_t){0})) continue;
        map_put(pins->rows, rows[i].pin, (uint32_t)i);
    }
}

static int32_t today_of(const struct import *import)
{
    return day_number(import->options->effective_from);
}

static int32_t owner_of(const struct import *import, struct text pin)
{
    return directory_resolve(import->directory, pin, (struct text){NULL, 0}, today_of(import));
}

/* ---- refusing ---- */

static void refuse_twins(struct pins *pins)
{
    struct people_row *rows = pins->import->rows.at;

    for (size_t i = 0; i < import_count(pins->import); i++) {
        uint32_t first = 0;

        if (!claims(&rows[i]) || !map_find(pins->rows, rows[i].pin, &first)) continue;
        if (first == i) continue;
        import_find(pins->import, &rows[i].head, "pin", IMPORT_TWICE, rows[i].pin);
    }
}

/* The present owner keeps the PIN unless the file gives him another one. */
static bool is_given_up(const struct pins *pins, int32_t owner, struct text pin)
{
    const struct people_row *rows = pins->import->rows.at;
    int32_t row = pins->row_of_person[owner];

    return row != NONE && claims(&rows[row]) && !text_equal(rows[row].pin, pin);
}

static bool refuse_taken(struct pins *pins)
{
    struct people_row *rows = pins->import->rows.at;
    bool changed = false;

    for (size_t i = 0; i < import_count(pins->import); i++) {
        int32_t owner;

        if (!claims(&rows[i])) continue;
        owner = owner_of(pins->import, rows[i].pin);
        if (owner == NONE || owner == rows[i].known) continue;
        if (is_given_up(pins, owner, rows[i].pin)) continue;
        import_find(pins->import, &rows[i].head, "pin", IMPORT_PIN_TAKEN, rows[i].pin);
        changed = true;
    }
    return changed;
}

void import_people_refuse_pins(struct import *import)
{
    CLEANUP(pins_done) struct pins pins = {0};

    pins_init(&pins, import);
    refuse_twins(&pins);
    while (refuse_taken(&pins)) {
        /* a refused row no longer gives up its old PIN */
    }
}

/* ---- planning ---- */

static void plan_enrolment(struct import *import, const struct enrolment *enrolment)
{
    struct enrolment *planned = rows_add(&import->batch.enrolments, sizeof *planned);

    *planned = *enrolment;
    planned->author = import->options->author;
}

/* The enrolment ends the day before today; one that began today never was. */
static void end_enrolment(const struct pins *pins, const struct directory_enrolment *known)
{
    const struct directory *directory = pins->import->directory;
    int32_t today = today_of(pins->import);

    plan_enrolment(pins->import, &(struct enrolment){
                                     .pin = known->pin,
                                     .number = directory->people[known->person].number,
                                     .valid_from = import_day(known->from),
                                     .valid_to = known->from < today ? day_from_number(today - 1)
                                                                     : import_day(known->to),
                                     .withdrawn = known->from >= today,
                                 });
}

static bool holds_today(const struct pins *pins, const struct directory_enrolment *enrolment)
{
    int32_t today = today_of(pins->import);

    return enrolment->terminal.bytes == 0 && enrolment->from <= today && enrolment->to >= today;
}

/* Replaced by a new PIN of its person, or by the new person of its PIN. */
static bool is_replaced(const struct pins *pins, const struct directory_enrolment *enrolment)
{
    const struct people_row *rows = pins->import->rows.at;
    int32_t row = pins->row_of_person[enrolment->person];
    uint32_t claimant = 0;

    if (row != NONE && rows[row].pin_is_new) return true;
    return map_find(pins->rows, enrolment->pin, &claimant) && rows[claimant].pin_is_new;
}

static void end_replaced(const struct pins *pins)
{
    const struct directory *directory = pins->import->directory;

    for (size_t i = 0; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (!holds_today(pins, enrolment) || !is_replaced(pins, enrolment)) continue;
        end_enrolment(pins, enrolment);
    }
}

/* From which day on: always, when nobody ever had the PIN; the day after the
 * last owner's last day, when he had it before; else today. */
static struct day begin_of(const struct pins *pins, struct text pin)
{
    const struct directory *directory = pins->import->directory;
    int32_t today = today_of(pins->import);
    int32_t from = DAY_NUMBER_FIRST;
    size_t first = 0;

    if (!directory_find_pin(directory, pin, &first)) return (struct day){0};
    for (size_t i = first; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (!text_equal(enrolment->pin, pin)) break;
        if (enrolment->terminal.bytes > 0) continue;
        if (enrolment->to >= today) return day_from_number(today);
        if (enrolment->to >= from) from = enrolment->to + 1;
    }
    return import_day(from);
}

static void mark_new_pins(struct import *import)
{
    struct people_row *rows = import->rows.at;

    for (size_t i = 0; i < import_count(import); i++) {
        int32_t owner;

        rows[i].pin_is_new = false;
        if (!claims(&rows[i])) continue;
        owner = owner_of(import, rows[i].pin);
        rows[i].pin_is_new = owner == NONE || owner != rows[i].known;
    }
}

void import_people_plan_pins(struct import *import)
{
    CLEANUP(pins_done) struct pins pins = {0};
    struct people_row *rows = import->rows.at;

    pins_init(&pins, import);
    mark_new_pins(import);
    end_replaced(&pins);
    for (size_t i = 0; i < import_count(import); i++) {
        if (!rows[i].pin_is_new) continue;
        plan_enrolment(import, &(struct enrolment){
                                   .pin = rows[i].pin,
                                   .number = rows[i].person.number,
                                   .valid_from = begin_of(&pins, rows[i].pin),
                               });
        import_mark_changed(&rows[i].head);
    }
}
