/* reply.h - what the interface says, each record described once (record.h).
 *
 * A resource fills a struct and api_reply writes it; its table of fields is the
 * schema in the OpenAPI document as well, so that the two cannot differ.  The
 * struct and the table stand with the handler; here are the names of the
 * records, for routes.def, and how their fields are said: always there and as
 * long as they are, unless the macro ends in _IF (left out) or _OR_NULL.
 *
 * Memory    Lists grow in the request's arena.
 * Threads   All functions: the request's. */
#pragma once

#include "api/api_private.h"
#include "base/limits.h"
#include "base/record.h"

/* ---- fields ---- */

#define SAY_TEXT(type, member, what) SAY_TEXT_AS(#member, type, member, what)
#define SAY_TEXT_AS(word, type, member, what)                                 \
    RECORD_NAMED(word, type, member, RECORD_IS_TEXT, .need = RECORD_REQUIRED, \
                 .maximum = RECORD_ANY, .about = (what))
#define SAY_TEXT_IF(type, member, what) \
    RECORD_TEXT(type, member, RECORD_OPTIONAL, 0, RECORD_ANY, .about = (what))

/* `nothing` is the value that stands for none. */
#define SAY_INT(type, member, what) RECORD_INT(type, member, RECORD_REQUIRED, 0, 0, .about = (what))
#define SAY_INT_IF(type, member, nothing, what) \
    RECORD_INT(type, member, RECORD_OPTIONAL, 0, 0, .absent = (nothing), .about = (what))
#define SAY_INT_OR_NULL(type, member, nothing, what) \
    RECORD_INT(type, member, RECORD_NULLABLE, 0, 0, .absent = (nothing), .about = (what))
#define SAY_BOOL(type, member, what) RECORD_BOOL(type, member, RECORD_REQUIRED, .about = (what))

#define SAY_DAY(type, member, what) RECORD_DAY(type, member, RECORD_REQUIRED, .about = (what))
#define SAY_DAY_OR_NULL(type, member, what) \
    RECORD_DAY(type, member, RECORD_NULLABLE, .about = (what))
#define SAY_INSTANT(type, stem, what) RECORD_INSTANT(type, stem, RECORD_REQUIRED, .about = (what))
#define SAY_INSTANT_OR_NULL(type, stem, what) \
    RECORD_INSTANT(type, stem, RECORD_NULLABLE, .about = (what))
#define SAY_TIME_IF(type, stem, what)      RECORD_TIME(type, stem, RECORD_OPTIONAL, .about = (what))
#define SAY_TIME_OR_NULL(type, stem, what) RECORD_TIME(type, stem, RECORD_NULLABLE, .about = (what))
#define SAY_CLOCK(type, stem, what)        RECORD_CLOCK(type, stem, RECORD_REQUIRED, .about = (what))
#define SAY_CLOCK_OR_NULL(type, stem, what) \
    RECORD_CLOCK(type, stem, RECORD_NULLABLE, .about = (what))

#define SAY_WORD(type, member, choices, what) \
    RECORD_CHOICE(type, member, RECORD_REQUIRED, choices, .about = (what))
#define SAY_WORD_OR_NULL(type, member, choices, what) \
    RECORD_CHOICE(type, member, RECORD_NULLABLE, choices, .about = (what))
#define SAY_WORDS(type, member, choices, what) \
    RECORD_SET(type, member, RECORD_REQUIRED, choices, .about = (what))

#define SAY_RECORD(type, member, of, what) \
    RECORD_RECORD(type, member, RECORD_REQUIRED, of, .about = (what))
#define SAY_LIST(type, member, of, what) \
    RECORD_LIST(type, member, RECORD_REQUIRED, of, RECORD_ANY, .about = (what))

/* ---- words that several resources use ---- */

extern const struct record_choice state_choices[];
extern const struct record_choice mode_choices[];
extern const struct record_choice flag_choices[]; /* bits */

/* What a table comes as: "format" of a query. */
enum reply_format { REPLY_JSON, REPLY_CSV };
extern const struct record_choice reply_format_choices[];

/* An agency in a path or a list to choose from. */
struct agency_name {
    struct text code;
    struct text name;
};
extern const struct record agency_name_record;

/* ---- records ---- */

extern const struct record account_reply_record;
extern const struct record agency_reply_record;
extern const struct record board_change_record;
extern const struct record board_reply_record;
extern const struct record day_reply_record;
extern const struct record delegation_list_record;
extern const struct record document_reply_record;
extern const struct record document_verdict_record;
extern const struct record doubtful_list_record;
extern const struct record enrolment_reply_record;
extern const struct record government_reply_record;
extern const struct record health_reply_record;
extern const struct record inspection_after_record;
extern const struct record inspection_evidence_record;
extern const struct record inspection_follow_ups_record;
extern const struct record inspection_list_record;
extern const struct record inspection_me_record;
extern const struct record inspection_own_record;
extern const struct record inspection_acts_record;
extern const struct record inspection_minutes_record;
extern const struct record inspection_papers_record;
extern const struct record inspection_copies_record;
extern const struct record inspection_press_record;
extern const struct record inspection_recording_record;
extern const struct record inspection_readings_record;
extern const struct record inspection_reports_record;
extern const struct record leave_list_record;
extern const struct record opened_session_record;
extern const struct record order_list_record;
extern const struct record owed_reports_record;
extern const struct record own_inspections_record;
extern const struct record pattern_list_record;
extern const struct record order_reply_record;
extern const struct record pending_list_record;
extern const struct record punch_page_record;
extern const struct record quarantine_page_record;
extern const struct record report_page_record;
extern const struct record review_reply_record;
extern const struct record session_reply_record;
extern const struct record sheet_reply_record;
extern const struct record terminal_list_record;
extern const struct record terminal_reply_record;
extern const struct record unmapped_list_record;
extern const struct record verify_code_list_record;
extern const struct record verify_code_put_record;
extern const struct record wall_code_reply_record;
extern const struct record wall_list_record;
extern const struct record wall_reply_record;

/* ---- queries: what stands after the '?' ---- */

extern const struct record copy_query_record;
extern const struct record doubtful_query_record;
extern const struct record export_query_record;
extern const struct record leave_query_record;
extern const struct record punch_query_record;
extern const struct record quarantine_query_record;
extern const struct record recap_query_record;
extern const struct record report_query_record;

/* ---- functions ---- */

/* Write the whole reply; instants in the wall clock of the offset. */
void api_reply(struct http_request *request,
               const struct record *record,
               const void *object,
               int offset_minutes);

/* Read the body; none at all is an object without members. */
enum rc api_body(struct http_request *request, const struct record *record, void *out) NODISCARD;

/* Read the query; what is not given is "not given", what nobody knows is
 * passed over. */
enum rc api_query(struct http_request *request, const struct record *record, void *out) NODISCARD;

/* As CSV, by the query or by the Accept header. */
bool reply_wants_csv(const struct http_request *request, int format);

/* A list of records that grows in an arena. */
struct reply_list {
    struct arena *mem;
    size_t item_bytes;
    char *items;
    size_t count, room;
};
void *reply_list_add(struct reply_list *list) RETURNS_NONNULL;
struct record_list reply_list_done(const struct reply_list *list);

/* A second of a day that may lie on the day before or after; LINE_NONE: none. */
int reply_second(int32_t second);

/* Minutes east of UTC at an agency, or NONE: at the government. */
int reply_offset(const struct directory *directory, int32_t agency);
