#include "inspection/minutes_private.h"
#include "inspection/wording.h"

static void write_reports(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;
    size_t asked = 0, received = 0;
    struct day due = {0};

    for (size_t i = 0; i < call->agency_count; i++) {
        const struct written_report *report = &call->agencies[i].report;

        asked += report->asked_at_ms > 0;
        received += report->received_at_ms > 0;
        if (report->asked_at_ms > 0 && day_compare(report->due, due) > 0) due = report->due;
    }
    if (asked == 0) return;
    paper_add_clause(writing->paper,
                     arena_format(writing->mem,
                                  "Laporan tertulis diminta dari %zu kepala perangkat daerah, "
                                  "paling lambat " TEXT_FORMAT "; sudah diterima %zu.",
                                  asked, TEXT_ARGUMENT(wording_weekday(writing->mem, due)),
                                  received));
}

static void write_follow_ups(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;

    for (int path = 0; follow_up_path_choices[path].word; path++) {
        size_t people = 0;

        if (path == FOLLOW_UP_WITHDRAWN) continue;
        for (size_t i = 0; i < call->follow_up_count; i++) {
            people += (int)call->follow_ups[i].path == path;
        }
        if (people == 0) continue;
        paper_add_clause(writing->paper,
                         arena_format(writing->mem,
                                      "Tindak lanjut yang dipilih pejabat: %s, %zu orang.",
                                      follow_up_path_label((enum follow_up_path)path), people));
    }
}

void minutes_write_conclusion(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;

    paper_add_section(writing->paper, TEXT("Kesimpulan dan tindak lanjut"));
    if (call->conclusion.bytes > 0) paper_add_clause(writing->paper, call->conclusion);
    write_reports(writing);
    write_follow_ups(writing);
    paper_add_clause(writing->paper,
                     TEXT("Tidak ada hukuman yang dijatuhkan oleh berita acara ini; keputusan ada "
                          "pada pejabat yang berwenang setelah pegawai didengar."));
}

void minutes_write_amendments(const struct minutes_writing *writing)
{
    const struct roll_call *call = writing->call;

    if (call->amendment_count == 0) return;
    paper_add_section(writing->paper, TEXT("Perubahan berita acara"));
    for (size_t i = 0; i < call->amendment_count; i++) {
        const struct roll_words *words = &call->amendments[i];
        int64_t moment = moment_at(words->at_ms, writing->minutes->place.offset_minutes);

        paper_add_clause(writing->paper,
                         arena_format(writing->mem,
                                      TEXT_FORMAT ", oleh " TEXT_FORMAT ": " TEXT_FORMAT,
                                      TEXT_ARGUMENT(wording_day(writing->mem, moment_day(moment))),
                                      TEXT_ARGUMENT(words->author), TEXT_ARGUMENT(words->said)));
    }
}
