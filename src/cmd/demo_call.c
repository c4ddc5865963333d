#include "cmd/demo_inspection_private.h"

/* What the secretary of Dinas Perhubungan said of each. */
static const struct {
    const char *name;
    enum claim claim;
} said_of[] = {
    {"Agus Salim", CLAIM_PRESENT},
    {"Fitri Handayani", CLAIM_PRESENT},
    {"Ahmad Yani", CLAIM_SICK},
    {"Deswita", CLAIM_SICK},
    {"Junaidi", CLAIM_SICK},
    {"Kms. M. Yusuf", CLAIM_AWAY},
    {"Nurlela", CLAIM_AWAY},
    {"Rts. Aminah", CLAIM_FAMILY},
    {"Edi Susanto", CLAIM_UNREACHABLE},
    {"M. Ilham", CLAIM_UNREACHABLE},
    {"Sukarman", CLAIM_UNREACHABLE},
    {"Rahmat Hidayat", CLAIM_PRESENT},
};

/* Those of one agency, of another instant: nobody came between. */
static size_t figures_of(const struct demo_inspection *inspection,
                         struct text agency,
                         int64_t at_ms,
                         struct figure *out_figures)
{
    size_t count = 0;

    for (size_t i = 0; i < inspection->figure_count; i++) {
        if (!text_equal(inspection->figures[i].agency, agency)) continue;
        out_figures[count] = inspection->figures[i];
        out_figures[count].moment = FIGURE_STATED;
        out_figures[count++].judged_at_ms = at_ms;
    }
    return count;
}

static enum claim claim_for(bool by_name, struct text name, size_t index)
{
    static const enum claim usual[] = {CLAIM_AWAY, CLAIM_SICK, CLAIM_UNREACHABLE, CLAIM_FAMILY,
                                       CLAIM_PERMIT};

    for (size_t i = 0; by_name && i < COUNT_OF(said_of); i++) {
        if (text_starts(name, text_of(said_of[i].name))) return said_of[i].claim;
    }
    return usual[index % COUNT_OF(usual)];
}

/* What is said of those who are missing, one act each. */
static size_t claims_of(const struct demo_inspection *inspection,
                        struct text code,
                        struct act *out_acts)
{
    bool by_name = text_equal(code, TEXT("DISHUB"));
    size_t count = 0;

    for (size_t i = 0; i < inspection->missing_count; i++) {
        const struct demo_missing *missing = &inspection->missing[i];
        enum claim claim = claim_for(by_name, missing->name, count);

        if (!text_equal(missing->agency, code)) continue;
        out_acts[count] = demo_inspection_act(inspection, ACT_CLAIMED, code);
        out_acts[count].person = missing->number;
        out_acts[count].word = text_of(record_choice_word(claim_choices, (int)claim));
        out_acts[count++].name = by_name ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    }
    return count;
}

/* As the machine has it, but for Dinas Perhubungan: 185, 4, 9 of 182, 4, 12. */
static struct headcount said_by(struct text code, const struct figure *figures, size_t count)
{
    struct headcount said = {.strength = 0};

    for (size_t i = 0; i < count; i++) {
        struct headcount of_kind = headcount_of(&figures[i].balance);

        headcount_add(&said, &of_kind);
    }
    if (text_equal(code, TEXT("DISHUB"))) {
        said.present += 3;
        said.missing -= 3;
    }
    return said;
}

enum rc demo_inspection_state(const struct demo_inspection *inspection,
                              struct text code,
                              enum statement_source source,
                              int64_t at_ms)
{
    struct figure figures[PERSON_KINDS];
    size_t count = figures_of(inspection, code, at_ms, figures);
    struct headcount said = said_by(code, figures, count);
    struct act *acts = arena_array(inspection->mem, struct act, inspection->missing_count + 1);
    struct room_acting acting = {
        .acts = acts, .act_count = 1, .figures = figures, .figure_count = count};

    acts[0] = demo_inspection_act(inspection, ACT_STATED, code);
    acts[0].people_group = GROUP_ALL;
    acts[0].word = text_of(record_choice_word(statement_source_choices, (int)source));
    acts[0].name = text_equal(code, TEXT("DISHUB")) ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    acts[0].post = text_equal(code, TEXT("DISHUB")) ? TEXT("deputy") : TEXT("head");
    act_say(&acts[0], &said);
    if (source == SOURCE_FORM) acting.act_count += claims_of(inspection, code, &acts[1]);
    return demo_inspection_record(inspection, at_ms, acting);
}

enum rc demo_inspection_answer(const struct demo_inspection *inspection,
                               struct text code,
                               int64_t at_ms)
{
    bool is_deputy = text_equal(code, TEXT("DISHUB"));
    struct act act = demo_inspection_act(inspection, ACT_ANSWERING, code);

    act.name = is_deputy ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    act.post = is_deputy ? TEXT("deputy") : TEXT("head");
    return demo_inspection_record_one(inspection, at_ms, act);
}
