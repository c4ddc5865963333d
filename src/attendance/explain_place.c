#include "attendance/explain_private.h"

enum { TERMINALS_NAMED = 5, NAMES_BYTES_MAX = 1024 };

struct text explain_terminal(const struct explain_writer *writer, struct text serial, int32_t day)
{
    const struct picture *picture = writer->picture;
    int32_t at = picture_find_terminal(picture, serial);
    struct text name;
    int32_t agency;

    if (at == NONE) return serial;
    name = picture->terminals[at].name;
    agency = places_on(&picture->places, day)->agency_of[at];
    if (name.bytes == 0 && agency != NONE) name = picture->directory->agencies[agency].short_name;
    if (name.bytes == 0) return serial;
    return arena_format(writer->mem, TEXT_FORMAT " (" TEXT_FORMAT ")", TEXT_ARGUMENT(name),
                        TEXT_ARGUMENT(serial));
}

/* "SN-1", or "lobi (SN-1, sejak 17 Mei 2021)"; the place itself is named before. */
static void name_terminal(const struct explain_writer *writer,
                          const struct terminal *terminal,
                          struct buf *to)
{
    const struct terminal_placement *placed = terminal_placed_on(terminal, writer->told->day);

    bool is_dated = placed && placed->from != TERMINAL_SINCE_EVER;
    bool is_named = terminal->name.bytes > 0;

    if (is_named) buf_format(to, TEXT_FORMAT " (", TEXT_ARGUMENT(terminal->name));
    buf_add(to, terminal->serial);
    if (is_dated) {
        buf_add(to, is_named ? TEXT(", ") : TEXT(" ("));
        buf_format(to, explain_say(writer, "sejak " TEXT_FORMAT, "since " TEXT_FORMAT),
                   TEXT_ARGUMENT(explain_date(writer, day_from_number(placed->from))));
    }
    if (is_named || is_dated) buf_add_char(to, ')');
}

/* "Dinas Kesehatan: lobi (SN-1, sejak 17 Mei 2021), SN-2." */
static void tell_terminals(struct explain_writer *writer)
{
    const struct picture *picture = writer->picture;
    const struct place_era *era = places_on(&picture->places, writer->told->day);
    int32_t place = era->place_of[writer->told->agency];
    CLEANUP(buf_done) struct buf names = {0};
    int count = 0;

    if (place == NONE) return;
    buf_init(&names, NAMES_BYTES_MAX);
    buf_add(&names, picture->directory->agencies[place].name);
    for (size_t i = 0; i < picture->terminal_count; i++) {
        if (era->stands_at[i] != place || ++count > TERMINALS_NAMED) continue;
        buf_add(&names, count == 1 ? TEXT(": ") : TEXT(", "));
        name_terminal(writer, &picture->terminals[i], &names);
    }
    if (count > TERMINALS_NAMED) {
        buf_format(&names, explain_say(writer, " dan %d lainnya", " and %d more"),
                   count - TERMINALS_NAMED);
    }
    buf_add_char(&names, '.');
    explain_add(writer, EXPLAIN_TERMINAL,
                text_of(explain_say(writer, "Mesin di tempat kerja pada hari itu",
                                    "Terminals of the place on that day")))
        ->detail = arena_text(writer->mem, buf_text(&names));
}

static void tell_trouble(struct explain_writer *writer)
{
    const struct place_report *place = &writer->told->place;

    if (writer->told->line.state != STATE_UNKNOWN) return; /* then it decided nothing */

    if (place->silent) {
        explain_add(writer, EXPLAIN_TERMINAL,
                    text_of(explain_say(writer, "Mesin di tempat kerja tidak terhubung",
                                        "A terminal of the place is silent")));
    }
    if (place->unmapped) {
        explain_add(
            writer, EXPLAIN_UNMAPPED,
            text_of(explain_say(writer, "Ada rekaman di tempat kerja yang PIN-nya belum dikenal",
                                "There are punches at the place whose PIN is not known")));
    }
}

void explain_tell_place(struct explain_writer *writer)
{
    tell_terminals(writer);
    tell_trouble(writer);
}
