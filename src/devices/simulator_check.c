#include "devices/simulator_check.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/json_read.h"
#include "base/limits.h"
#include "devices/adms_reply.h"

#include <curl/curl.h>

enum { PAGE_ROWS = 5000, TIMEOUT_SECONDS = 60, STATUS_OK = 200 };

struct answer {
    struct buf body;
    int64_t date_ms; /* of the Date header, or 0 */
    long status;
};

static void answer_done(struct answer *answer)
{
    buf_done(&answer->body);
}

static size_t take_body(char *at, size_t size, size_t count, void *context)
{
    struct answer *answer = context;

    buf_add_bytes(&answer->body, at, size * count);
    return buf_ok(&answer->body) ? size * count : 0;
}

static size_t take_header(char *at, size_t size, size_t count, void *context)
{
    static const struct text date = TEXT_INIT("date:");
    struct answer *answer = context;
    struct text line = {at, size * count};

    if (line.bytes > date.bytes && text_equal_ignoring_case((struct text){at, date.bytes}, date)) {
        line = text_trim((struct text){at + date.bytes, line.bytes - date.bytes});
        if (!adms_http_date_parse(line, &answer->date_ms)) answer->date_ms = 0;
    }
    return size * count;
}

static void curl_done(CURL **curl)
{
    if (*curl) curl_easy_cleanup(*curl);
    *curl = NULL;
}

static void headers_done(struct curl_slist **headers)
{
    curl_slist_free_all(*headers);
    *headers = NULL;
}

static enum rc get(const char *url, const char *token, struct answer *answer, struct problem *why)
{
    CLEANUP(curl_done) CURL *curl = curl_easy_init();
    CLEANUP(headers_done) struct curl_slist *headers = NULL;
    CLEANUP(buf_done) struct buf bearer = {0};
    CURLcode code;

    buf_init(&bearer, REFERENCE_BYTES_MAX + CODE_BYTES_MAX);
    if (!curl) return problem_set(why, RC_UNAVAILABLE, "libcurl does not start");
    if (token) {
        buf_format(&bearer, "Authorization: Bearer %s", token);
        if (!buf_ok(&bearer)) return problem_at(why, RC_INVALID, "token", "too long");
        headers = curl_slist_append(headers, bearer.at);
    }
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)TIMEOUT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, answer);
    code = curl_easy_perform(curl);
    if (code != CURLE_OK) {
        return problem_set(why, RC_UNAVAILABLE, "%s: %s", url, curl_easy_strerror(code));
    }
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
    return RC_OK;
}

struct government {
    int64_t now_ms;
    double speed;
};

static const struct record_field government_fields[] = {
    RECORD_INSTANT(struct government, now, RECORD_OPTIONAL, .about = "The server's clock."),
    RECORD_REAL(struct government, speed, RECORD_OPTIONAL, 0, 0, .about = "How fast it runs."),
};

static const struct record government_record = {.name = "Government",
                                                .bytes = sizeof(struct government),
                                                .fields = government_fields,
                                                .field_count = COUNT_OF(government_fields),
                                                .open = true};

enum rc simulator_check_clock(const char *api,
                              int64_t *out_now_ms,
                              double *out_speed,
                              struct problem *why)
{
    CLEANUP(answer_done) struct answer answer = {0};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct government government = {0};

    buf_init(&answer.body, REQUEST_BODY_BYTES_MAX);
    TRY(get(arena_cstr(mem, arena_format(mem, "%s/api/government", api)), NULL, &answer, why));
    if (answer.status == STATUS_OK &&
        json_read(&government_record, buf_text(&answer.body), mem, &government, NULL) == RC_OK) {
        answer.date_ms = government.now_ms ? government.now_ms : answer.date_ms;
    }
    if (answer.date_ms == 0) {
        return problem_set(why, RC_UNAVAILABLE, "the server does not tell its clock");
    }
    *out_now_ms = answer.date_ms;
    *out_speed = government.speed > 0 ? government.speed : 1; /* absent is NaN */
    return RC_OK;
}

/* --- the list of punches --------------------------------------------------- */

struct listed_punch {
    struct text terminal;
    struct text pin;
    struct text local_time;
    int status;
    int verify;
};

static const struct record_field punch_fields[] = {
    RECORD_TEXT(struct listed_punch,
                terminal,
                RECORD_REQUIRED,
                1,
                SERIAL_BYTES_MAX,
                .about = "The serial number."),
    RECORD_TEXT(struct listed_punch, pin, RECORD_REQUIRED, 1, PIN_BYTES_MAX, .about = "The PIN."),
    RECORD_TEXT(struct listed_punch,
                local_time,
                RECORD_REQUIRED,
                MOMENT_TEXT_BYTES,
                INSTANT_TEXT_BYTES,
                .about = "What the terminal's screen showed."),
    RECORD_INT(struct listed_punch, status, RECORD_REQUIRED, 0, 0, .about = "In or out."),
    RECORD_INT(struct listed_punch, verify, RECORD_REQUIRED, 0, 0, .about = "Verify code."),
};

static const struct record punch_record = {.name = "ListedPunch",
                                           .bytes = sizeof(struct listed_punch),
                                           .fields = punch_fields,
                                           .field_count = COUNT_OF(punch_fields),
                                           .open = true};

struct page {
    struct record_list punches;
    int64_t next; /* 0: this was the last */
};

static const struct record_field page_fields[] = {
    RECORD_LIST(struct page,
                punches,
                RECORD_REQUIRED,
                &punch_record,
                PAGE_ROWS,
                .about = "In the order of the log."),
    RECORD_INT(struct page, next, RECORD_NULLABLE, 0, 0, .about = "Where to go on."),
};

static const struct record page_record = {.name = "PunchPage",
                                          .bytes = sizeof(struct page),
                                          .fields = page_fields,
                                          .field_count = COUNT_OF(page_fields),
                                          .open = true};

static enum rc status_rc(long status)
{
    enum { UNAUTHENTICATED = 401, FORBIDDEN = 403 };

    if (status == STATUS_OK) return RC_OK;
    if (status == UNAUTHENTICATED) return RC_UNAUTHENTICATED;
    return status == FORBIDDEN ? RC_FORBIDDEN : RC_UNAVAILABLE;
}

static enum rc note_page(const struct page *page,
                         struct simulator_receipts *receipts,
                         struct problem *why)
{
    const struct listed_punch *punches = page->punches.items;

    for (size_t i = 0; i < page->punches.count; i++) {
        int64_t moment = 0;

        if (!moment_parse((struct text){punches[i].local_time.at, MOMENT_TEXT_BYTES}, &moment)) {
            return problem_set(why, RC_UNAVAILABLE, "the server lists an unreadable time");
        }
        simulator_receipts_found(receipts,
                                 simulator_receipt_key(punches[i].terminal, punches[i].pin, moment,
                                                       punches[i].status, punches[i].verify));
    }
    return RC_OK;
}

enum rc simulator_check_punches(const char *api,
                                const char *token,
                                struct simulator_receipts *receipts,
                                struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct page page = {0};
    int64_t after = 0;

    do {
        CLEANUP(answer_done) struct answer answer = {0};
        struct text url;

        arena_reset(mem);
        buf_init(&answer.body, REQUEST_BODY_BYTES_MAX);
        url = arena_format(mem, "%s/api/punches?after=%lld&limit=%d", api, (long long)after,
                           PAGE_ROWS);
        TRY(get(arena_cstr(mem, url), token, &answer, why));
        if (answer.status != STATUS_OK) {
            return problem_set(why, status_rc(answer.status), "%.*s: status %ld", (int)url.bytes,
                               url.at, answer.status);
        }
        page = (struct page){0};
        TRY(json_read(&page_record, buf_text(&answer.body), mem, &page, why));
        TRY(note_page(&page, receipts, why));
        if (page.next && page.next <= after) {
            return problem_set(why, RC_UNAVAILABLE, "the server's list does not go on");
        }
        after = page.next;
    } while (page.next);
    return RC_OK;
}
