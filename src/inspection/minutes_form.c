#include "inspection/minutes_form.h"

#include "inspection/wording.h"

enum { RECORDERS_MAX = 3 };

static const char name_line[] = "(........................................)";

static struct day closing_day(const struct minutes *minutes)
{
    return moment_day(moment_at(minutes->room->call.closed_at_ms, minutes->place.offset_minutes));
}

/* "Kota Jambi" is signed in Jambi, "Pemerintah Kabupaten Deli Serdang" in Deli Serdang. */
static struct text seat_of(struct text government)
{
    static const char *const kinds[] = {"Pemerintah ", "Kota ", "Kabupaten ", "Provinsi "};

    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        struct text kind = text_of(kinds[i]);

        if (!text_starts(government, kind)) continue;
        government.at += kind.bytes;
        government.bytes -= kind.bytes;
    }
    return government;
}

/* Through whom it was led is told in section I. */
static void add_opening(const struct minutes *minutes, struct arena *mem, struct paper *paper)
{
    const struct inspection *plan = &minutes->room->plan;
    struct text at =
        wording_clock(mem, minutes->room->call.opened_at_ms, minutes->place.offset_minutes);
    struct text place = plan->place.bytes == 0 ? TEXT("")
                                               : arena_format(mem, ", bertempat di " TEXT_FORMAT,
                                                              TEXT_ARGUMENT(plan->place));

    paper_add_paragraph(
        paper, arena_format(mem,
                            "Pada hari ini, " TEXT_FORMAT ", pukul " TEXT_FORMAT
                            " " TEXT_FORMAT TEXT_FORMAT ", telah dilaksanakan " TEXT_FORMAT
                            " di lingkungan " TEXT_FORMAT ", dipimpin oleh " TEXT_FORMAT
                            ", dengan hasil sebagai berikut.",
                            TEXT_ARGUMENT(wording_day_in_words(mem, plan->day)), TEXT_ARGUMENT(at),
                            TEXT_ARGUMENT(minutes->place.zone), TEXT_ARGUMENT(place),
                            TEXT_ARGUMENT(plan->title), TEXT_ARGUMENT(minutes->government),
                            TEXT_ARGUMENT(plan->leader)));
}

void minutes_begin(const struct minutes *minutes, struct arena *mem, struct paper *out_paper)
{
    const struct room *room = minutes->room;

    *out_paper = (struct paper){
        .government = minutes->government,
        .title = TEXT("Berita acara"),
        .subject = room->plan.title,
        .number = minutes->number,
        .created_at_ms = room->call.closed_at_ms,
        .offset_minutes = minutes->place.offset_minutes,
        .place_and_date = arena_format(mem, TEXT_FORMAT ", " TEXT_FORMAT,
                                       TEXT_ARGUMENT(seat_of(minutes->place.government)),
                                       TEXT_ARGUMENT(wording_day(mem, closing_day(minutes)))),
    };
    paper_init(out_paper, mem);
    add_opening(minutes, mem, out_paper);
}

/* Where the plan has but an office, ink adds the name. */
static void add_signer(struct paper *paper, struct arena *mem, struct text name, struct text post)
{
    bool has_name = post.bytes > 0 && !text_equal(name, post);
    struct text position = has_name ? post : name;

    paper_add_signer(paper,
                     &(struct paper_signer){
                         .position = arena_format(mem, TEXT_FORMAT ",", TEXT_ARGUMENT(position)),
                         .name = has_name ? name : text_of(name_line)});
}

void minutes_end(const struct minutes *minutes, struct arena *mem, struct paper *paper)
{
    const struct room *room = minutes->room;
    size_t recorders = 0;

    paper_add_paragraph(paper, TEXT("Demikian berita acara ini dibuat dengan sebenarnya untuk "
                                    "dipergunakan sebagaimana mestinya."));
    for (size_t i = 0; i < room->member_count && recorders < RECORDERS_MAX; i++) {
        const struct inspection_member *member = &room->members[i];

        if (member->part != MEMBER_RECORDER) continue;
        add_signer(paper, mem, member->name,
                   member->title.bytes > 0 ? member->title : TEXT("Notulis"));
        recorders++;
    }
    add_signer(paper, mem, room->plan.leader, room->plan.leader_title);
}
