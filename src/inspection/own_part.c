#include "inspection/own_part.h"

static const char sql_list[] =
    "SELECT inspection, act, agency, name, word, said, author, recorded_at_ms, count(*) OVER ()"
    "  FROM inspection_act WHERE government = $1 AND person = $2"
    " ORDER BY inspection DESC, tick, lane, log_position";

/* The act is of no more kinds than these name a person. */
static void add_claim(struct own_part *part, const struct act_row *row)
{
    int claim = CLAIM_OTHER;

    IGNORE(record_choice_value(claim_choices, row->act.word, &claim), "a class of its own");
    part->claim = (struct roll_claim){.agency = row->act.agency,
                                      .person = row->act.person,
                                      .note = row->act.said,
                                      .by = row->act.name,
                                      .at_ms = row->at_ms,
                                      .claim = (enum claim)claim};
}

static void add_follow_up(struct own_part *part, const struct act_row *row)
{
    int path = FOLLOW_UP_NONE;

    IGNORE(record_choice_value(follow_up_path_choices, row->act.word, &path), "none was chosen");
    part->follow_up = (struct roll_follow_up){.at_ms = 0};
    if (path == FOLLOW_UP_WITHDRAWN) return;
    part->follow_up = (struct roll_follow_up){.agency = row->act.agency,
                                              .person = row->act.person,
                                              .reason = row->act.said,
                                              .official = row->act.name,
                                              .author = row->act.author,
                                              .at_ms = row->at_ms,
                                              .path = (enum follow_up_path)path};
}

static void add(struct own_part *part, const struct act_row *row)
{
    if (row->act.act == ACT_CLAIMED) add_claim(part, row);
    if (row->act.act == ACT_FOLLOW_UP) add_follow_up(part, row);
    if (row->act.act != ACT_REPLIED) return;
    part->answer = row->act.said;
    part->answered_at_ms = row->at_ms;
}

static struct act_row read_row(const struct db_rows *rows, struct text person, struct arena *mem)
{
    struct act_row row = {.at_ms = db_int(rows, 7)};

    row.act.act = -1;
    IGNORE(record_choice_value(act_choices, db_text(rows, 1), &row.act.act), "then it is passed");
    row.act.inspection = arena_text(mem, db_text(rows, 0));
    row.act.person = person;
    row.act.agency = arena_text(mem, db_text(rows, 2));
    row.act.name = arena_text(mem, db_text(rows, 3));
    row.act.word = arena_text(mem, db_text(rows, 4));
    row.act.said = arena_text(mem, db_text(rows, 5));
    row.act.author = arena_text(mem, db_text(rows, 6));
    return row;
}

enum rc own_part_list(struct db *db,
                      int government,
                      struct text person,
                      struct arena *mem,
                      const struct own_part **out_parts,
                      size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct own_part *list = NULL;
    size_t count = 0;

    assert(person.bytes > 0);
    TRY(db_query(db, &rows, sql_list, DB_INT(government), DB_TEXT(person)));
    while (db_next(&rows)) {
        struct act_row row = read_row(&rows, person, mem);

        if (!list) list = arena_array(mem, struct own_part, (size_t)db_int(&rows, 8));
        if (count == 0 || !text_equal(list[count - 1].inspection, row.act.inspection)) {
            list[count++] = (struct own_part){.inspection = row.act.inspection};
        }
        add(&list[count - 1], &row);
    }
    TRY(db_done(&rows));
    *out_parts = list;
    *out_count = count;
    return RC_OK;
}
