#include "documents/scan.h"
#include "inspection/roll_private.h"

void roll_sum_groups(const bool given[GROUP_COUNT], struct headcount said[GROUP_COUNT])
{
    if (!given[GROUP_ASN] && !given[GROUP_CONTRACT]) return;
    said[GROUP_ALL] = (struct headcount){.strength = 0};
    headcount_add(&said[GROUP_ALL], &said[GROUP_ASN]);
    headcount_add(&said[GROUP_ALL], &said[GROUP_CONTRACT]);
}

/* ---- figures ---- */

/* The groups of one paper come as an act each. */
static struct roll_recap *find_or_begin(struct roll_call *call,
                                        const struct act_row *row,
                                        struct roll_agency *agency)
{
    struct roll_recap *recap = call->recap_count ? &call->recaps[call->recap_count - 1] : NULL;
    int source = RECAP_OF_AGENCY;

    if (recap && recap->paper == row->act.item && text_equal(recap->agency, agency->code)) {
        return recap;
    }
    agency->papers = row->act.item;
    recap = &call->recaps[call->recap_count++];
    IGNORE(record_choice_value(recap_source_choices, row->act.word, &source), "of the agency");
    *recap = (struct roll_recap){.agency = agency->code,
                                 .signed_by = row->act.name,
                                 .author = row->act.author,
                                 .reason = row->act.said,
                                 .at_ms = row->at_ms,
                                 .paper = row->act.item,
                                 .source = (enum recap_source)source,
                                 .signed_on = row->act.day,
                                 .confirmed = source == RECAP_OF_AGENCY,
                                 .after_closing = call->state == SESSION_CLOSED};
    return recap;
}

void roll_add_recap(struct roll_folding *folding,
                    const struct act_row *row,
                    struct roll_agency *agency)
{
    struct roll_recap *recap = find_or_begin(folding->call, row, agency);
    int group = row->act.people_group == GROUP_NONE ? GROUP_ALL : row->act.people_group;

    recap->given[group] = true;
    recap->said[group] = act_headcount(&row->act);
    roll_sum_groups(recap->given, recap->said);
}

static struct roll_recap *find(const struct roll_call *call, struct text agency, int paper)
{
    for (size_t i = 0; i < call->recap_count; i++) {
        struct roll_recap *recap = &call->recaps[i];

        if (recap->paper == paper && text_equal(recap->agency, agency)) return recap;
    }
    return NULL;
}

void roll_confirm_recap(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    struct roll_recap *recap = find(folding->call, agency->code, row->act.item);

    if (recap) recap->confirmed = true;
}

const struct roll_recap *roll_recap_of(const struct roll_call *call, struct text agency, int paper)
{
    return find(call, agency, paper);
}

/* ---- pages ---- */

void roll_add_scan(struct roll_folding *folding,
                   const struct act_row *row,
                   struct roll_agency *agency)
{
    struct roll_call *call = folding->call;
    int kind = SCAN_PDF;

    IGNORE(record_choice_value(scan_kind_choices, row->act.word, &kind), "it was checked");
    agency->pages++;
    call->scans[call->scan_count++] = (struct roll_scan){.agency = agency->code,
                                                         .digest = row->act.reference,
                                                         .author = row->act.author,
                                                         .at_ms = row->at_ms,
                                                         .position = row->position,
                                                         .lane = row->lane,
                                                         .paper = row->act.item,
                                                         .page = row->act.done,
                                                         .kind = kind,
                                                         .bytes = row->act.total};
}

const struct roll_scan *roll_scan_of(const struct roll_call *call,
                                     struct text agency,
                                     struct text digest)
{
    for (size_t i = 0; i < call->scan_count; i++) {
        const struct roll_scan *scan = &call->scans[i];

        if (text_equal(scan->digest, digest) && text_equal(scan->agency, agency)) return scan;
    }
    return NULL;
}

int roll_next_page(const struct roll_call *call, const struct roll_agency *agency)
{
    int page = 1;

    for (size_t i = 0; i < call->scan_count; i++) {
        const struct roll_scan *scan = &call->scans[i];

        page += scan->paper == agency->papers + 1 && text_equal(scan->agency, agency->code);
    }
    return page;
}
