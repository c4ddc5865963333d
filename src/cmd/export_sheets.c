/* export_sheets.c - how everybody's day stands, a row a person and day. */
#include "cmd/export_private.h"

enum { FLAGS_BYTES_MAX = 200 };

static const struct listing_column columns[] = {
    {"day", LISTING_PLAIN},
    {"agency", LISTING_PLAIN},
    {"number", LISTING_PLAIN},
    {"name", LISTING_FREE},
    {"kind", LISTING_PLAIN},
    {"state", LISTING_PLAIN},
    {"mode", LISTING_PLAIN},
    {"first_in", LISTING_PLAIN},
    {"last_out", LISTING_PLAIN},
    {"late_minutes", LISTING_NUMBER},
    {"early_minutes", LISTING_NUMBER},
    {"flags", LISTING_PLAIN},
};

/* One day under way. */
struct writing {
    struct export *export;
    int32_t day;
};

/* A wall clock's moment, because a night shift ends on another date. */
static void write_moment(struct listing *to, int32_t day, int32_t second)
{
    if (second == LINE_NONE) {
        listing_cstr(to, "");
    } else {
        listing_cstr(to, moment_text(moment_of(day_from_number(day), second)).s);
    }
}

static void write_flags(struct listing *to, unsigned flags)
{
    CLEANUP(buf_done) struct buf words = {0};

    buf_init(&words, FLAGS_BYTES_MAX);
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        if (!(flags & (1u << i))) continue;
        if (words.bytes) buf_add_char(&words, ';');
        buf_add(&words, text_of(flag_word((enum flag)i)));
    }
    listing_text(to, buf_text(&words));
}

/* A person who was entered after the picture was read belongs to the next export. */
static void write_line(void *visitor, int32_t person, const struct line *line)
{
    const struct writing *writing = visitor;
    const struct directory *directory = writing->export->view.picture->directory;
    struct listing *to = writing->export->listing;
    int32_t agency;

    if (person < 0 || (size_t)person >= directory->person_count) return;
    agency = directory_agency_of(directory, person, writing->day);
    listing_cstr(to, day_text(day_from_number(writing->day)).s);
    listing_text(to, agency == NONE ? TEXT("") : directory->agencies[agency].code);
    listing_text(to, directory->people[person].number);
    listing_text(to, directory->people[person].name);
    listing_cstr(to, person_kind_word(directory->people[person].kind));
    listing_cstr(to, state_word((enum state)line->state));
    listing_cstr(to, mode_word((enum mode)line->mode));
    write_moment(to, writing->day, line->first_in);
    write_moment(to, writing->day, line->last_out);
    listing_int(to, line->late_minutes);
    listing_int(to, line->early_minutes);
    write_flags(to, line->flags);
}

static void write_day(void *visitor, int32_t day, enum derived_day as)
{
    struct export *export = visitor;
    struct writing writing = {export, day};

    (void)as;
    if (export->rc != RC_OK || day < export->from || day > export->to) return;
    export->rc = derived_lines(export->view.derived, day, write_line, &writing);
}

static enum rc write_sheets(struct export *export)
{
    TRY(derived_days(export->view.derived, write_day, export));
    return export->rc;
}

const struct export_table export_sheets = {"sheets", columns, COUNT_OF(columns), write_sheets};
