#include "inspection/medium.h"
#include "inspection/minutes_private.h"
#include "inspection/wording.h"

enum { FACTS_MAX = 32 };

struct facts {
    struct paper_fact *at;
    size_t count;
};

static void add_fact(struct facts *facts, const char *key, struct text value)
{
    if (value.bytes == 0) return;
    assert(facts->count < FACTS_MAX);
    facts->at[facts->count++] = (struct paper_fact){text_of(key), value};
}

static struct text titled(const struct minutes_writing *writing,
                          struct text name,
                          struct text title)
{
    if (title.bytes == 0 || text_equal(name, title)) return name;
    return arena_format(writing->mem, TEXT_FORMAT ", " TEXT_FORMAT, TEXT_ARGUMENT(name),
                        TEXT_ARGUMENT(title));
}

/* Members of some parts, one after the other. */
static struct text members(const struct minutes_writing *writing, bool officials)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, PAPER_CELL_BYTES_MAX - 8);
    for (size_t i = 0; i < writing->room->member_count; i++) {
        const struct inspection_member *member = &writing->room->members[i];
        struct text who = titled(writing, member->name, member->title);

        if ((member->part == MEMBER_OFFICIAL) != officials) continue;
        if (text.bytes + who.bytes + 2 > PAPER_CELL_BYTES_MAX - 8) break;
        if (text.bytes > 0) buf_add(&text, TEXT("; "));
        buf_add(&text, who);
    }
    return arena_text(writing->mem, buf_text(&text));
}

static void add_times(const struct minutes_writing *writing, struct facts *facts)
{
    const struct roll_call *call = writing->call;
    struct roll_metrics metrics = roll_metrics_of(call, call->closed_at_ms);

    add_fact(facts, "Hari, tanggal", wording_weekday(writing->mem, writing->room->plan.day));
    add_fact(facts, "Waktu",
             arena_format(writing->mem,
                          "pukul " TEXT_FORMAT " sampai " TEXT_FORMAT " " TEXT_FORMAT
                          " (" TEXT_FORMAT ")",
                          TEXT_ARGUMENT(minutes_clock(writing, call->opened_at_ms)),
                          TEXT_ARGUMENT(minutes_clock(writing, call->closed_at_ms)),
                          TEXT_ARGUMENT(writing->minutes->place.zone),
                          TEXT_ARGUMENT(wording_duration(writing->mem, metrics.seconds))));
    add_fact(facts, "OPD dipanggil",
             arena_format(writing->mem, "%zu, yang menjawab %zu, rata-rata %lld detik",
                          call->agency_count, metrics.covered,
                          (long long)metrics.seconds_a_agency));
}

/* "pukul 08.33 sampai 10.20 atas perintah akun walikota; ..." */
static void add_periods(const struct minutes_writing *writing, struct buf *text)
{
    const struct roll_call *call = writing->call;

    for (size_t i = 0; i < call->recording_count; i++) {
        const struct roll_recording *recording = &call->recordings[i];
        int64_t to_ms = recording->to_ms > 0 ? recording->to_ms : call->closed_at_ms;

        if (text->bytes > PAPER_CELL_BYTES_MAX / 2) break;
        buf_format(text, "%spukul " TEXT_FORMAT " sampai " TEXT_FORMAT, i > 0 ? "; " : "",
                   TEXT_ARGUMENT(minutes_clock(writing, recording->from_ms)),
                   TEXT_ARGUMENT(minutes_clock(writing, to_ms)));
        if (recording->by.bytes == 0) continue;
        buf_format(text, " atas perintah akun " TEXT_FORMAT, TEXT_ARGUMENT(recording->by));
    }
}

/* When, by whose order, who knew of it, until when it is kept; or that nothing was. */
static struct text recorded(const struct minutes_writing *writing)
{
    const struct minutes *minutes = writing->minutes;
    struct recorded recorded =
        recorded_of(writing->call, minutes->keeping, minutes->place.offset_minutes);
    CLEANUP(buf_done) struct buf text = {0};

    if (!recorded.was) return TEXT("tidak direkam oleh Hadir");
    buf_init(&text, PAPER_CELL_BYTES_MAX - 8);
    add_periods(writing, &text);
    buf_format(&text, ", diketahui semua peserta; disimpan sampai " TEXT_FORMAT " (%d hari%s)",
               TEXT_ARGUMENT(wording_day(writing->mem, recorded.kept_to)), recorded.keep_days,
               recorded.keep_is_usual ? ", usulan program yang belum ditetapkan" : "");
    return arena_text(writing->mem, buf_text(&text));
}

void minutes_write_session(const struct minutes_writing *writing)
{
    const struct inspection *plan = &writing->room->plan;
    struct facts facts = {.at = arena_array(writing->mem, struct paper_fact, FACTS_MAX)};

    paper_add_section(writing->paper, TEXT("Pelaksanaan"));
    add_times(writing, &facts);
    add_fact(&facts, "Jenis", text_of(inspection_kind_label((enum inspection_kind)plan->kind)));
    add_fact(&facts, "Dasar", plan->basis);
    add_fact(&facts, "Tempat", plan->place);
    add_fact(&facts, "Media", medium_told(plan->medium));
    add_fact(&facts, "Perekaman", recorded(writing));
    add_fact(&facts, "Pimpinan", titled(writing, plan->leader, plan->leader_title));
    add_fact(&facts, "Melalui", titled(writing, plan->delegate, plan->delegate_title));
    add_fact(&facts, "Kewenangan", plan->authority);
    add_fact(&facts, "Tim", members(writing, false));
    add_fact(&facts, "Pejabat hadir", members(writing, true));
    add_fact(&facts, "Sasaran", text_of(people_group_label((enum people_group)plan->groups)));
    paper_add_facts(writing->paper, facts.at, facts.count);
}
