#include "inspection/change.h"

#include "attendance/punch.h"
#include "base/json_read.h"
#include "base/limits.h"

/* What rows of the register have in common, whatever else they hold. */
struct changed_row {
    struct text number;
    struct text author;
    struct text kind;
    struct text decision;
    struct day from;
    struct day to;
};

static const struct record_field row_fields[] = {
    RECORD_TEXT(struct changed_row, number, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_TEXT(struct changed_row, author, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_TEXT(struct changed_row, kind, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_TEXT(struct changed_row, decision, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_DAY(struct changed_row, from, RECORD_OPTIONAL),
    RECORD_DAY(struct changed_row, to, RECORD_OPTIONAL),
};

static const struct record row_record = {.name = "Changed",
                                         .bytes = sizeof(struct changed_row),
                                         .fields = row_fields,
                                         .field_count = COUNT_OF(row_fields),
                                         .open = true};

static const struct {
    enum fact_kind kind;
    const char *label;
} kinds[] = {
    {FACT_AGENCY, "unit kerja"},         {FACT_PERSON, "data pegawai"},
    {FACT_POSTING, "penempatan"},        {FACT_ENROLMENT, "pendaftaran PIN"},
    {FACT_LEAVE, "cuti, izin, sakit"},   {FACT_ROSTER_SHIFT, "jadwal dinas"},
    {FACT_CALENDAR_ENTRY, "kalender"},   {FACT_PATTERN, "jam kerja"},
    {FACT_SETTING, "pengaturan"},        {FACT_REVIEW, "rekaman yang diputuskan"},
    {FACT_PUNCH, "rekaman dari berkas"}, {FACT_TERMINAL_PLACEMENT, "penempatan mesin"},
    {FACT_VERIFY_CODE, "kode cara"},
};

const char *change_label(enum fact_kind kind)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (kinds[i].kind == kind) return kinds[i].label;
    }
    return "";
}

/* ---- reading ---- */

struct reading {
    const struct change_request *request;
    struct arena *mem;
    struct change *changes;
    size_t count;
    size_t more;
    bool broken;
};

static bool belongs(const struct change *last, const struct ledger_entry *entry, struct text author)
{
    return last->at_ms == entry->recorded_at_ms && (int)last->kind == entry->kind &&
           text_equal(last->author, author);
}

static struct change *change_for(struct reading *reading,
                                 const struct ledger_entry *entry,
                                 struct text author)
{
    struct change *last = reading->count ? &reading->changes[reading->count - 1] : NULL;

    if (last && belongs(last, entry, author)) return last;
    if (reading->count == CHANGES_MAX) {
        reading->more++;
        return NULL;
    }
    last = &reading->changes[reading->count++];
    *last = (struct change){.at_ms = entry->recorded_at_ms,
                            .kind = (enum fact_kind)entry->kind,
                            .misdated = entry->recorded_at_ms < reading->request->from_ms,
                            .author = arena_text(reading->mem, author)};
    return last;
}

/* Entered after the day that it speaks of began. */
static bool is_backdated(const struct reading *reading,
                         const struct ledger_entry *entry,
                         const struct changed_row *row)
{
    int64_t moment = moment_at(entry->recorded_at_ms, reading->request->offset_minutes);

    return entry->kind == FACT_LEAVE && !day_is_none(row->from) &&
           day_number(row->from) <= moment_day_number(moment);
}

/* What one row says; several together say how many they are. */
static void describe(struct reading *reading,
                     const struct ledger_entry *entry,
                     const struct changed_row *row,
                     struct change *change)
{
    struct text what = entry->kind == FACT_LEAVE ? row->kind : row->decision;

    change->number = arena_text(reading->mem, row->number);
    change->what = arena_text(reading->mem, what);
    change->from = row->from;
    change->to = row->to;
}

static void add_row(struct reading *reading,
                    const struct ledger_entry *entry,
                    const struct changed_row *row)
{
    static const struct changed_row nothing = {.number = {NULL, 0}};
    struct change *change = change_for(reading, entry, row->author);

    if (!change) return;
    change->rows++;
    change->backdated += is_backdated(reading, entry, row);
    describe(reading, entry, change->rows == 1 ? row : &nothing, change);
}

/* Machines' own are no entries by hand; those of a file name no author. */
static void read_punch(struct reading *reading, const struct ledger_entry *entry)
{
    static const struct changed_row nothing = {.number = {NULL, 0}};
    struct punch punch;

    if (!punch_decode(entry->body, &punch) || punch.source != PUNCH_FROM_FILE) return;
    add_row(reading, entry, &nothing);
}

static bool read_entry(void *visitor, const struct ledger_entry *entry)
{
    struct reading *reading = visitor;
    CLEANUP(arena_free) struct arena *scratch = NULL;
    const struct changed_row *rows;
    struct record_list list = {0};

    if (entry->position > reading->request->to_position) return false;
    if (entry->kind == FACT_PUNCH) {
        read_punch(reading, entry);
        return true;
    }
    if (!change_label((enum fact_kind)entry->kind)[0]) return true;
    scratch = arena_new();
    if (json_read_list(&row_record, entry->body, scratch, &list, NULL) != RC_OK) {
        reading->broken = true;
        return false;
    }
    rows = list.items;
    for (size_t i = 0; i < list.count; i++) {
        add_row(reading, entry, &rows[i]);
    }
    return true;
}

enum rc change_list(struct db *db,
                    const struct change_request *request,
                    struct arena *mem,
                    const struct change **out_changes,
                    size_t *out_count,
                    size_t *out_more)
{
    struct reading reading = {
        .request = request, .mem = mem, .changes = arena_array(mem, struct change, CHANGES_MAX)};
    struct ledger_since since = {request->government, request->lane, request->from_ms};
    int64_t start = 0;

    TRY(ledger_position_before(db, &since, &start));
    TRY(ledger_follow(db, request->government, request->lane, start, read_entry, &reading));
    if (reading.broken) return RC_UNAVAILABLE;
    *out_changes = reading.changes;
    *out_count = reading.count;
    *out_more = reading.more;
    return RC_OK;
}
