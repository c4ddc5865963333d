#include "api/api_private.h"
#include "attendance/recap.h"

/* date, to, month and agency of the query. */
static enum rc read_request(struct http_request *request,
                            const struct picture *picture,
                            struct recap_request *out)
{
    struct text date = http_query(request, "date");
    struct text to = http_query(request, "to");
    int32_t agency = NONE;

    TRY(api_day(request, date, "date", &out->from));
    out->to = out->from;
    if (to.bytes) TRY(api_day(request, to, "to", &out->to));
    if (text_equal(http_query(request, "month"), TEXT("1"))) {
        out->to = day_number(day_month_last(day_from_number(out->from)));
        out->from = day_number(day_month_first(day_from_number(out->from)));
    }
    if (out->to < out->from || out->to - out->from >= RECAP_DAYS_MAX) {
        return problem_at(&request->why, RC_INVALID, "to", "a range of 1 to %d days",
                          RECAP_DAYS_MAX);
    }
    TRY(api_agency(request, picture, http_query(request, "agency"), &agency));
    out->agency =
        agency == NONE ? (struct text){NULL, 0} : picture->directory->agencies[agency].code;
    return RC_OK;
}

static bool wants_csv(struct http_request *request)
{
    return text_equal(http_query(request, "format"), TEXT("csv")) ||
           text_starts(http_header(request, "Accept"), TEXT("text/csv"));
}

enum rc show_recap(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct recap_request asked;
    struct recap recap;

    TRY(api_snapshot(api, &snapshot));
    TRY(read_request(request, snapshot->picture, &asked));
    TRY(api_wait_for_board(api, asked.from, asked.to));
    TRY(api_borrow(api, &reader));
    TRY(recap_load(reader->derived, snapshot->picture, &asked, request->mem, &recap,
                   &request->why));
    if (wants_csv(request)) {
        recap_write_csv(&recap, http_reply_buf(request, "text/csv; charset=utf-8"));
    } else {
        recap_write_json(&recap, http_reply_json(request));
    }
    return RC_OK;
}
