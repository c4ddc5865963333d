#include "api/reply.h"
#include "attendance/recap.h"

struct recap_query {
    struct day date;
    struct day to;
    bool month;
    struct text agency;
    int format;
};

static const struct record_field query_fields[] = {
    RECORD_DAY(struct recap_query,
               date,
               RECORD_REQUIRED,
               .about = "The day, or the first of a range."),
    RECORD_DAY(struct recap_query, to, RECORD_OPTIONAL, .about = "The last of a range."),
    RECORD_BOOL(struct recap_query,
                month,
                RECORD_OPTIONAL,
                .about = "The whole month of the date."),
    RECORD_TEXT(struct recap_query,
                agency,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Code; without it everything you may see."),
    RECORD_CHOICE(struct recap_query,
                  format,
                  RECORD_OPTIONAL,
                  reply_format_choices,
                  .about = "Also by the Accept header."),
};
const struct record recap_query_record = RECORD("RecapQuery", struct recap_query, query_fields);

static enum rc read_request(struct http_request *request,
                            const struct picture *picture,
                            const struct recap_query *query,
                            struct recap_request *out)
{
    int32_t agency = NONE;

    out->from = day_number(query->month ? day_month_first(query->date) : query->date);
    out->to = out->from;
    if (!day_is_none(query->to)) out->to = day_number(query->to);
    if (query->month) out->to = day_number(day_month_last(query->date));
    if (out->to < out->from || out->to - out->from >= RECAP_DAYS_MAX) {
        return problem_at(&request->why, RC_INVALID, "to", "a range of 1 to %d days",
                          RECAP_DAYS_MAX);
    }
    TRY(api_agency(request, picture, query->agency, &agency));
    out->agency =
        agency == NONE ? (struct text){NULL, 0} : picture->directory->agencies[agency].code;
    return RC_OK;
}

enum rc show_recap(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct recap_query query;
    struct recap_request asked;
    struct recap recap;

    TRY(api_query(request, &recap_query_record, &query));
    TRY(api_snapshot(api, &snapshot));
    TRY(read_request(request, snapshot->picture, &query, &asked));
    TRY(api_wait_for_board(api, asked.from, asked.to));
    TRY(api_borrow(api, &reader));
    TRY(recap_load(reader->derived, snapshot->picture, &asked, request->mem, &recap,
                   &request->why));
    if (reply_wants_csv(request, query.format)) {
        recap_write_csv(&recap, http_reply_buf(request, "text/csv; charset=utf-8"));
    } else {
        recap_write_json(&recap, http_reply_json(request));
    }
    return RC_OK;
}
