#include "inspection/press.h"

#include "inspection/wording.h"

struct writing {
    struct arena *mem;
    struct buf text;
};

enum { PRESS_BYTES_MAX = 16 * 1024 };

/* "5.593 orang (96,61 persen)" */
static void add_share(struct writing *writing, int32_t part, int32_t whole)
{
    struct text count = wording_count(writing->mem, part);
    struct text percent = wording_percent(writing->mem, part, whole);

    buf_format(&writing->text, TEXT_FORMAT " orang", TEXT_ARGUMENT(count));
    if (percent.bytes > 0) {
        buf_format(&writing->text, " (" TEXT_FORMAT " persen)", TEXT_ARGUMENT(percent));
    }
}

static void add_state(struct writing *writing,
                      const struct balance *balance,
                      enum state state,
                      const char *what)
{
    if (balance->counts[state] == 0) return;
    buf_add(&writing->text, TEXT(", "));
    add_share(writing, balance->counts[state], balance_expected(balance));
    buf_format(&writing->text, " %s", what);
}

/* Those of a group: strength, present, and what became of the others. */
static void add_figures(struct writing *writing, const struct balance *balance)
{
    int32_t expected = balance_expected(balance);
    struct headcount sums = headcount_of(balance);

    add_share(writing, balance_present(balance), expected);
    buf_add(&writing->text, TEXT(" hadir: "));
    add_share(writing, balance->counts[STATE_ON_TIME], expected);
    buf_add(&writing->text, TEXT(" tepat waktu dan "));
    add_share(writing, balance->counts[STATE_LATE], expected);
    buf_add(&writing->text, TEXT(" terlambat"));
    add_state(writing, balance, STATE_MISSING_IN, "tanpa catatan masuk");
    add_state(writing, balance, STATE_PERMIT, "izin");
    add_state(writing, balance, STATE_SICK, "sakit");
    add_state(writing, balance, STATE_LEAVE, "cuti");
    add_state(writing, balance, STATE_DUTY_TRAVEL, "dinas luar");
    add_state(writing, balance, STATE_STUDY, "tugas belajar");
    if (sums.missing > 0) {
        buf_add(&writing->text, TEXT(", dan "));
        add_share(writing, sums.missing, expected);
        buf_add(&writing->text, TEXT(" belum tercatat hadir"));
    }
    buf_add(&writing->text, TEXT("."));
}

static void add_lead(struct writing *writing,
                     const struct room *room,
                     const struct press_place *place)
{
    const struct balance *all = &room->call.opening[GROUP_ALL];
    struct text day = wording_weekday(writing->mem, room->plan.day);
    struct text percent =
        wording_percent(writing->mem, balance_present(all), balance_expected(all));

    buf_format(&writing->text,
               "Kehadiran pegawai " TEXT_FORMAT " pada " TEXT_FORMAT " mencapai " TEXT_FORMAT
               " persen. ",
               TEXT_ARGUMENT(place->government), TEXT_ARGUMENT(day), TEXT_ARGUMENT(percent));
    buf_format(&writing->text, "Hal itu diketahui dari " TEXT_FORMAT " yang dipimpin " TEXT_FORMAT,
               TEXT_ARGUMENT(room->plan.title), TEXT_ARGUMENT(room->plan.leader));
    if (room->plan.delegate.bytes > 0) {
        buf_format(&writing->text, " melalui " TEXT_FORMAT, TEXT_ARGUMENT(room->plan.delegate));
    }
    if (room->plan.place.bytes > 0) {
        buf_format(&writing->text, " di " TEXT_FORMAT, TEXT_ARGUMENT(room->plan.place));
    }
    buf_add(&writing->text, TEXT(".\n\n"));
}

static void add_body(struct writing *writing,
                     const struct room *room,
                     const struct press_place *place)
{
    const struct balance *all = &room->call.opening[GROUP_ALL];
    const struct balance *asn = &room->call.opening[GROUP_ASN];
    const struct balance *contract = &room->call.opening[GROUP_CONTRACT];
    struct text clock = wording_clock(writing->mem, room->call.frozen_at_ms, place->offset_minutes);
    struct text strength = wording_count(writing->mem, balance_expected(all));

    buf_format(&writing->text,
               "Menurut rekaman mesin pukul " TEXT_FORMAT " " TEXT_FORMAT ", dari " TEXT_FORMAT
               " pegawai yang wajib bekerja, ",
               TEXT_ARGUMENT(clock), TEXT_ARGUMENT(place->zone), TEXT_ARGUMENT(strength));
    add_figures(writing, all);
    if (balance_strength(asn) > 0 && balance_strength(contract) > 0) {
        struct text asn_count = wording_count(writing->mem, balance_expected(asn));
        struct text contract_count = wording_count(writing->mem, balance_expected(contract));

        buf_format(&writing->text, " Dari " TEXT_FORMAT " ASN, ", TEXT_ARGUMENT(asn_count));
        add_figures(writing, asn);
        buf_format(&writing->text, " Dari " TEXT_FORMAT " tenaga kontrak, ",
                   TEXT_ARGUMENT(contract_count));
        add_figures(writing, contract);
    }
    buf_add(&writing->text, TEXT("\n"));
}

static void add_programmes(struct writing *writing, const struct roll_call *call)
{
    for (size_t i = 0; i < call->programme_count; i++) {
        const struct roll_programme *programme = &call->programmes[i];
        struct text done = wording_count(writing->mem, programme->done);
        struct text total = wording_count(writing->mem, programme->total);
        struct text left = wording_count(writing->mem, programme->total - programme->done);

        buf_format(&writing->text,
                   "\n" TEXT_FORMAT ": " TEXT_FORMAT " dari " TEXT_FORMAT " " TEXT_FORMAT
                   " selesai, sisa " TEXT_FORMAT,
                   TEXT_ARGUMENT(programme->title), TEXT_ARGUMENT(done), TEXT_ARGUMENT(total),
                   TEXT_ARGUMENT(programme->unit), TEXT_ARGUMENT(left));
        if (!day_is_none(programme->target)) {
            struct text target = wording_weekday(writing->mem, programme->target);

            buf_format(&writing->text, ", ditargetkan tuntas " TEXT_FORMAT, TEXT_ARGUMENT(target));
        }
        if (programme->blocker.bytes > 0) {
            buf_format(&writing->text, ", tergantung " TEXT_FORMAT,
                       TEXT_ARGUMENT(programme->blocker));
        }
        buf_add(&writing->text, TEXT(".\n"));
    }
}

static void add_end(struct writing *writing, const struct roll_call *call)
{
    struct text agencies = wording_count(writing->mem, (int64_t)call->agency_count);
    struct text answered = wording_count(writing->mem, (int64_t)call->standing[ROLL_ANSWERED]);

    buf_format(&writing->text,
               "\nDari " TEXT_FORMAT " perangkat daerah yang dipanggil, " TEXT_FORMAT
               " telah melapor langsung.",
               TEXT_ARGUMENT(agencies), TEXT_ARGUMENT(answered));
    if (call->conclusion.bytes > 0) {
        buf_format(&writing->text, " " TEXT_FORMAT, TEXT_ARGUMENT(call->conclusion));
    }
    buf_add(&writing->text, TEXT("\n"));
}

static void writing_done(struct writing *writing)
{
    buf_done(&writing->text);
}

struct text press_text(const struct room *room, const struct press_place *place, struct arena *mem)
{
    CLEANUP(writing_done) struct writing writing = {.mem = mem};

    buf_init(&writing.text, PRESS_BYTES_MAX);
    if (room->call.opened_at_ms == 0) return TEXT("");
    add_lead(&writing, room, place);
    add_body(&writing, room, place);
    add_programmes(&writing, &room->call);
    add_end(&writing, &room->call);
    return arena_text(mem, buf_text(&writing.text));
}
