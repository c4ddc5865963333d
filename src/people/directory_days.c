/* What is known about single days: settings, leave, shifts, decrees. */
#include "people/directory_private.h"

static const char sql_settings[] = "SELECT key, value, regulation, note, unverified, withdrawn"
                                   "  FROM setting WHERE government = $1 AND recorded_at_ms <= $2"
                                   " ORDER BY key, tick, lane, log_position";

static const char sql_leaves[] =
    "SELECT number, kind, first_day, last_day, reference, recorded_at_ms, withdrawn, author"
    "  FROM leave_period"
    " WHERE government = $1 AND recorded_at_ms <= $2 AND first_day <= $3"
    " ORDER BY number, kind, first_day, tick, lane, log_position";

static const char sql_shifts[] =
    "SELECT number, day, shift, withdrawn"
    "  FROM roster_shift"
    " WHERE government = $1 AND recorded_at_ms <= $2 AND day <= $3 AND day >= $4"
    " ORDER BY number, day, tick, lane, log_position";

static const char sql_decrees[] =
    "SELECT day, decree, kind, decided_on, recorded_at_ms, withdrawn"
    "  FROM calendar_entry WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY day, decree, tick, lane, log_position";

/* ---- settings ---- */

static void read_setting(struct loader *loader, const struct db_rows *row)
{
    struct directory_setting *settings = loader->rows.at;
    size_t count = loader->rows.count;
    bool again = count > 0 && text_equal(settings[count - 1].key, db_text(row, 0));
    struct directory_setting *setting;

    if (again) loader->rows.count--;
    if (db_int(row, 5) != 0) return;
    setting = rows_add(&loader->rows, sizeof *setting);
    setting->key = loader_text(loader, db_text(row, 0));
    setting->value = loader_text(loader, db_text(row, 1));
    setting->regulation = loader_text(loader, db_text(row, 2));
    setting->note = loader_text(loader, db_text(row, 3));
    setting->unverified = db_int(row, 4) != 0;
}

enum rc loader_settings(struct loader *loader)
{
    TRY(loader_read(loader, sql_settings, LOADER_AS_OF, read_setting));
    loader->directory->setting_count = loader->rows.count;
    loader->directory->settings = rows_take(&loader->rows, sizeof(struct directory_setting));
    return RC_OK;
}

/* ---- leave ---- */

/* The leave of the same person, kind and first day that was read just before,
 * or room for a new one. */
static struct directory_leave *leave_slot(struct loader *loader,
                                          struct directory_person *person,
                                          enum leave kind,
                                          int32_t from)
{
    struct directory_leave *leaves = loader->rows.at;
    size_t count = loader->rows.count;

    if (person->leave_count == 0) person->leave_first = (uint32_t)count;
    if (person->leave_count > 0 && leaves[count - 1].kind == kind &&
        leaves[count - 1].from == from) {
        return &leaves[count - 1];
    }
    person->leave_count++;
    return rows_add(&loader->rows, sizeof *leaves);
}

/* Days up to `to` are excused again: what was taken back of the same period is
 * at the end of the list. */
static void forget_withdrawn(struct loader *loader,
                             int32_t person,
                             const struct directory_leave *leave,
                             int32_t to)
{
    while (loader->withdrawals.count > 0) {
        struct directory_withdrawal *all = loader->withdrawals.at;
        struct directory_withdrawal *last = &all[loader->withdrawals.count - 1];
        bool same_period =
            last->person == person && last->kind == leave->kind && last->began == leave->from;

        if (!same_period || last->from > to) return;
        last->from = to + 1;
        if (last->from <= last->to) return;
        loader->withdrawals.count--;
    }
}

/* A version that ends before the one it follows takes days back. */
static void note_withdrawn(struct loader *loader,
                           int32_t person,
                           const struct directory_leave *leave,
                           int32_t to,
                           const struct db_rows *row)
{
    struct directory_withdrawal *withdrawal;

    if (to >= leave->from) forget_withdrawn(loader, person, leave, to);
    if (leave->to <= to || leave->to < leave->from) return;
    withdrawal = rows_add(&loader->withdrawals, sizeof *withdrawal);
    *withdrawal = (struct directory_withdrawal){
        .person = person,
        .kind = leave->kind,
        .began = leave->from,
        .from = to < leave->from ? leave->from : to + 1,
        .to = leave->to,
        .reference = leave->reference,
        .author = loader_shared(loader, db_text(row, 7)),
        .at_ms = db_int(row, 5),
    };
}

static void read_leave(struct loader *loader, const struct db_rows *row)
{
    int32_t whose = directory_find_person(loader->directory, db_text(row, 0));
    int32_t from = loader_day(db_text(row, 2), DAY_NUMBER_FIRST);
    size_t before = loader->rows.count;
    enum leave kind = LEAVE_NONE;
    struct directory_leave *leave;
    int32_t to;

    if (whose == NONE || !leave_parse(db_text(row, 1), &kind)) return;
    to = loader_day(db_text(row, 3), DAY_NUMBER_FIRST);
    if (db_int(row, 6) != 0) to = DAY_NUMBER_FIRST; /* withdrawn: excuses no day */
    leave = leave_slot(loader, loader_person(loader, whose), kind, from);
    if (loader->rows.count == before) note_withdrawn(loader, whose, leave, to, row);
    leave->kind = kind;
    leave->from = from;
    leave->to = to;
    leave->reference = loader_text(loader, db_text(row, 4));
    leave->recorded_at_ms = db_int(row, 5);
}

/* Keep what reaches into the days asked for, in the order of people. */
static void keep_leaves_within(struct loader *loader)
{
    const struct directory_leave *leaves = loader->rows.at;

    for (size_t i = 0; i < loader->directory->person_count; i++) {
        struct directory_person *person = loader_person(loader, (int32_t)i);
        size_t first = loader->also.count;

        for (size_t k = 0; k < person->leave_count; k++) {
            const struct directory_leave *leave = &leaves[person->leave_first + k];
            struct directory_leave *kept;

            if (leave->to < leave->from || leave->to < loader->from) continue;
            kept = rows_add(&loader->also, sizeof *kept);
            *kept = *leave;
        }
        person->leave_first = (uint32_t)first;
        person->leave_count = (uint32_t)(loader->also.count - first);
    }
}

enum rc loader_leaves(struct loader *loader)
{
    TRY(loader_read(loader, sql_leaves, LOADER_UNTIL, read_leave));
    keep_leaves_within(loader);
    loader->directory->leave_count = loader->also.count;
    loader->directory->leaves = rows_take(&loader->also, sizeof(struct directory_leave));
    loader->directory->withdrawal_count = loader->withdrawals.count;
    loader->directory->withdrawals =
        rows_take(&loader->withdrawals, sizeof(struct directory_withdrawal));
    rows_done(&loader->rows);
    return RC_OK;
}

/* ---- shifts ---- */

static void read_shift(struct loader *loader, const struct db_rows *row)
{
    int32_t whose = directory_find_person(loader->directory, db_text(row, 0));
    int32_t day = loader_day(db_text(row, 1), DAY_NUMBER_FIRST);
    struct directory_shift *shifts = loader->rows.at;
    struct directory_person *person;

    if (whose == NONE) return;
    person = loader_person(loader, whose);
    if (person->shift_count == 0) person->shift_first = (uint32_t)loader->rows.count;
    if (person->shift_count > 0 && shifts[loader->rows.count - 1].day == day) {
        loader->rows.count--;
        person->shift_count--;
    }
    if (db_int(row, 3) != 0) return;
    shifts = rows_add(&loader->rows, sizeof *shifts);
    shifts->day = day;
    shifts->shift = loader_shared(loader, db_text(row, 2));
    person->shift_count++;
}

enum rc loader_shifts(struct loader *loader)
{
    TRY(loader_read(loader, sql_shifts, LOADER_WITHIN, read_shift));
    loader->directory->shift_count = loader->rows.count;
    loader->directory->shifts = rows_take(&loader->rows, sizeof(struct directory_shift));
    return RC_OK;
}

/* ---- decrees ---- */

static void read_decree(struct loader *loader, const struct db_rows *row)
{
    struct directory_decree *decrees = loader->rows.at;
    size_t count = loader->rows.count;
    struct directory_decree decree = {
        .decree = loader_shared(loader, db_text(row, 1)),
        .recorded_at_ms = db_int(row, 4),
    };

    if (!calendar_kind_parse(db_text(row, 2), &decree.kind)) return;
    if (!day_parse(db_text(row, 0), &decree.day)) return;
    if (!day_parse(db_text(row, 3), &decree.decided_on)) return;
    if (count > 0 && day_equal(decrees[count - 1].day, decree.day) &&
        text_equal(decrees[count - 1].decree, decree.decree)) {
        loader->rows.count--;
    }
    if (db_int(row, 5) != 0) return;
    decrees = rows_add(&loader->rows, sizeof *decrees);
    *decrees = decree;
}

enum rc loader_decrees(struct loader *loader)
{
    TRY(loader_read(loader, sql_decrees, LOADER_AS_OF, read_decree));
    loader->directory->decree_count = loader->rows.count;
    loader->directory->decrees = rows_take(&loader->rows, sizeof(struct directory_decree));
    return RC_OK;
}
