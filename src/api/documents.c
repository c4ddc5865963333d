/* documents.c - what anybody may ask about a document: by its code, or by showing the file. */
#include "api/access.h"
#include "api/reply.h"
#include "documents/document_verdict.h"

/* What is published: figures, positions, times; names never. */
struct document_reply {
    struct text code;
    struct text government;
    struct text kind;
    struct text title;
    struct text about;
    struct text number;
    struct text position;
    int64_t issued_at_ms;
    int signature;
    int status;
    struct text successor;
    struct text reason;
    struct text digest;
    int64_t bytes;
    int64_t checked_at_ms;
    struct document_summary summary;
};

static const struct record_field document_fields[] = {
    SAY_TEXT(struct document_reply, code, "On each page of it."),
    SAY_TEXT(struct document_reply, government, "Whose document it is."),
    SAY_TEXT(struct document_reply, kind, "minutes, recap."),
    SAY_TEXT(struct document_reply, title, "What it is."),
    SAY_TEXT_IF(struct document_reply, about, "What it is about."),
    SAY_TEXT_IF(struct document_reply, number, "Its number."),
    SAY_TEXT_IF(struct document_reply, position, "As which its signer signed."),
    SAY_INSTANT(struct document_reply, issued_at, "When it was signed."),
    SAY_WORD(struct document_reply, signature, signature_kind_choices, "How it was signed."),
    SAY_WORD(struct document_reply, status, document_status_choices, "How it stands now."),
    SAY_TEXT_IF(struct document_reply, successor, "Code of what has taken its place."),
    SAY_TEXT_IF(struct document_reply, reason, "Why it was withdrawn."),
    SAY_TEXT(struct document_reply, digest, "BLAKE2b-256 of the file, in hexadecimal."),
    SAY_INT(struct document_reply, bytes, "Of the file."),
    SAY_INSTANT(struct document_reply, checked_at, "When this was asked."),
    SAY_RECORD(struct document_reply,
               summary,
               &document_summary_record,
               "The figures, as the paper has them."),
};
const struct record document_reply_record =
    RECORD_TOLD("Document", struct document_reply, document_fields);

struct verdict_reply {
    int finding;
    struct document_reply document;
};

static const struct record_field shown_fields[] = {
    SAY_WORD(struct verdict_reply, finding, document_finding_choices, "What can be said of it."),
    RECORD_RECORD(struct verdict_reply,
                  document,
                  RECORD_OPTIONAL,
                  &document_reply_record,
                  .about = "What the register holds under the code of its seal."),
};
const struct record document_verdict_record =
    RECORD_TOLD("DocumentVerdict", struct verdict_reply, shown_fields);

static enum rc describe(struct api *api,
                        const struct directory *directory,
                        const struct document_row *row,
                        struct arena *mem,
                        struct document_reply *out_reply)
{
    *out_reply = (struct document_reply){
        .code = row->code,
        .government = directory->government_name,
        .kind = row->kind,
        .title = row->title,
        .about = row->about,
        .number = row->number,
        .position = row->signer_position,
        .issued_at_ms = row->issued_at_ms,
        .signature = row->signature_kind,
        .status = row->status,
        .successor = row->successor,
        .reason = row->reason,
        .digest = row->digest,
        .bytes = row->bytes,
        .checked_at_ms = api_now_ms(api),
    };
    return document_summary_read(row->summary, mem, &out_reply->summary);
}

/* ---- by its code ---- */

/* A guesser is slowed down by his address.  Sixty bits are not guessed anyway,
 * so the ration is one that a whole office behind one address never meets. */
static enum rc check_pace(struct http_request *request, struct text code)
{
    struct throttle *lookups = api_of(request)->lookups;
    int64_t wait_ms = throttle_wait_ms(lookups, code, text_of(request->address), clock_mono_ms());

    if (wait_ms == 0) return RC_OK;
    TRY(http_reply_header(request, "Retry-After",
                          arena_format(request->mem, "%lld", (long long)(wait_ms + 999) / 1000)));
    return problem_at(&request->why, RC_TOO_MANY, "code",
                      "too many unknown codes from here; wait %lld seconds and try again",
                      (long long)(wait_ms + 999) / 1000);
}

static enum rc find(struct http_request *request,
                    struct db *facts,
                    struct text code,
                    struct document_row *out_row)
{
    struct api *api = api_of(request);
    bool found = false;

    TRY(check_pace(request, code));
    TRY(document_find(facts, api->options.government, code, request->mem, out_row, &found));
    if (found) return RC_OK;
    throttle_failed(api->lookups, code, text_of(request->address), clock_mono_ms());
    return problem_at(&request->why, RC_NOT_FOUND, "code",
                      "no document has this code; compare it with the paper, letter by letter");
}

enum rc show_document(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    const struct directory *directory;
    struct document_code code;
    struct document_row row;
    struct document_reply reply;

    if (!document_code_read(request->parameters[0], &code)) {
        return problem_at(&request->why, RC_INVALID, "code",
                          "a code has twelve letters and digits");
    }
    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    TRY(find(request, reader->facts, text_of(code.s), &row));
    directory = snapshot->picture->directory;
    TRY(describe(api, directory, &row, request->mem, &reply));
    api_reply(request, &document_reply_record, &reply, directory->offset_minutes);
    return RC_OK;
}

/* ---- by the file ---- */

enum rc check_document(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct document_verdict verdict;
    struct verdict_reply reply = {.finding = 0};
    const struct directory *directory;

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    TRY(document_judge(reader->facts, api->options.government, request->body, request->mem,
                       &verdict));
    reply.finding = (int)verdict.finding;
    directory = snapshot->picture->directory;
    if (verdict.has_row) {
        TRY(describe(api, directory, &verdict.row, request->mem, &reply.document));
    }
    api_reply(request, &document_verdict_record, &reply, directory->offset_minutes);
    return RC_OK;
}
