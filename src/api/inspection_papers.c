/* The papers of an inspection: its minutes issued, listed, and given as files. */
#include "api/clerk.h"
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "api/scan_reply.h"
#include "base/limits.h"
#include "documents/document_copy.h"
#include "documents/qr.h"
#include "inspection/minutes_issue.h"

/* ---- what is said of them ---- */

struct paper_told {
    struct text code;
    struct text kind;
    struct text title;
    struct text about;
    struct text number;
    struct text signer;
    struct text position;
    struct text account;
    struct text address;
    struct text successor;
    struct text reason;
    struct text digest;
    int64_t issued_at_ms;
    int64_t bytes;
    int signature;
    int status;
};

static const struct record_field paper_fields[] = {
    SAY_TEXT(struct paper_told, code, "On each page of it."),
    SAY_TEXT(struct paper_told, kind, "minutes."),
    SAY_TEXT(struct paper_told, title, "What it is."),
    SAY_TEXT_IF(struct paper_told, about, "What it is about."),
    SAY_TEXT_IF(struct paper_told, number, "Its number."),
    SAY_TEXT(struct paper_told, signer, "Who signs."),
    SAY_TEXT(struct paper_told, position, "As which."),
    SAY_TEXT_IF(struct paper_told, account, "With which account it was sealed."),
    SAY_INSTANT(struct paper_told, issued_at, "When it was sealed."),
    SAY_WORD(struct paper_told, signature, signature_kind_choices, "How it is signed."),
    SAY_WORD(struct paper_told, status, document_status_choices, "How it stands now."),
    SAY_TEXT_IF(struct paper_told, successor, "Code of what has taken its place."),
    SAY_TEXT_IF(struct paper_told, reason, "Why it was withdrawn."),
    SAY_TEXT(struct paper_told, digest, "BLAKE2b-256 of the file, in hexadecimal."),
    SAY_INT(struct paper_told, bytes, "Of the file."),
    SAY_TEXT_IF(struct paper_told,
                address,
                "Where the public verifies it, when the government has set its address."),
};
static const struct record paper_record =
    RECORD_TOLD("InspectionPaper", struct paper_told, paper_fields);

struct papers_told {
    struct record_list papers;
    int standing;
};

static const struct record_field papers_fields[] = {
    SAY_WORD(struct papers_told,
             standing,
             minutes_standing_choices,
             "Do the minutes in force still say all that was done?"),
    SAY_LIST(struct papers_told, papers, &paper_record, "The latest first."),
};
const struct record inspection_papers_record =
    RECORD_TOLD("InspectionPapers", struct papers_told, papers_fields);

static struct paper_told tell_paper(const struct document_row *row,
                                    struct text address,
                                    struct arena *mem)
{
    return (struct paper_told){
        .code = row->code,
        .kind = row->kind,
        .title = row->title,
        .about = row->about,
        .number = row->number,
        .signer = row->signer_name,
        .position = row->signer_position,
        .account = row->signer_account,
        .address = document_address(address, row->code, mem),
        .successor = row->successor,
        .reason = row->reason,
        .digest = row->digest,
        .issued_at_ms = row->issued_at_ms,
        .bytes = row->bytes,
        .signature = row->signature_kind,
        .status = row->status,
    };
}

static struct text public_address(const struct seat *seat)
{
    return directory_setting(seat->snapshot->picture->directory, "address", TEXT(""));
}

static enum rc load_papers(struct http_request *request,
                           const struct seat *seat,
                           struct record_list *out_rows)
{
    return minutes_list(seat->reader->facts, api_of(request)->options.government,
                        seat->room.plan.inspection, request->mem, out_rows);
}

static enum rc tell_papers(struct http_request *request, const struct seat *seat)
{
    struct record_list rows = {0};
    const struct document_row *row;
    struct paper_told *papers;
    struct papers_told told;

    TRY(load_papers(request, seat, &rows));
    row = rows.items;
    papers = arena_array(request->mem, struct paper_told, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        papers[i] = tell_paper(&row[i], public_address(seat), request->mem);
    }
    told = (struct papers_told){{papers, rows.count},
                                (int)minutes_standing_of(&seat->room, minutes_in_force(rows))};
    api_reply(request, &inspection_papers_record, &told,
              seat->snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* The caller's seat, of the team or the leader's. */
static enum rc take_worker(struct http_request *request, struct seat *seat)
{
    TRY(seat_take(request, seat));
    return seat_may_work(request, seat);
}

enum rc list_inspection_papers(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(take_worker(request, &seat));
    return tell_papers(request, &seat);
}

/* ---- issuing ---- */

struct issuing {
    struct minutes_body body;
    bool is_new;
};

/* On the clerk's thread. */
static enum rc issue(struct http_request *request)
{
    struct issuing *issuing = request->work;
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct minutes_issued issued;
    struct minutes_issue wanted = {
        .request = {.government = api->options.government,
                    .lane = api->options.lane,
                    .inspection = request->parameters[0]},
        .ledger = api->options.ledger,
        .key_path = api->options.key_path,
        .account = text_of(api_identity(request)->name),
        .number = issuing->body.number,
        .now_ms = api_now_ms(api),
    };

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    wanted.request.facts = reader->facts;
    wanted.request.directory = snapshot->picture->directory;
    TRY(minutes_issue(&wanted, request->mem, &issued, &request->why));
    issuing->is_new = issued.is_new;
    return RC_OK;
}

static enum rc show_issued(struct http_request *request)
{
    const struct issuing *issuing = request->work;

    TRY(list_inspection_papers(request));
    if (issuing->is_new) request->reply.status = 201;
    return RC_OK;
}

enum rc issue_inspection_minutes(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct issuing *issuing = arena_one(request->mem, struct issuing);

    TRY(api_body(request, &minutes_body_record, &issuing->body));
    TRY(take_worker(request, &seat));
    request->work = issuing;
    return clerk_give(api_of(request)->clerk, request, issue, show_issued);
}

/* ---- one of them ---- */

/* By the code in the path; those of another inspection are not found here. */
static enum rc find_paper(struct http_request *request,
                          const struct seat *seat,
                          const struct document_row **out_row)
{
    struct document_code code;
    struct record_list rows = {0};
    const struct document_row *row;

    TRY(load_papers(request, seat, &rows));
    row = rows.items;
    for (size_t i = 0; i < rows.count && document_code_read(request->parameters[1], &code); i++) {
        *out_row = &row[i];
        if (text_equal(row[i].code, text_of(code.s))) return RC_OK;
    }
    return problem_at(&request->why, RC_NOT_FOUND, "document",
                      "this inspection has no document with this code");
}

enum rc download_inspection_paper(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct document_row *row = NULL;
    struct text file;

    TRY(take_worker(request, &seat));
    TRY(find_paper(request, &seat, &row));
    TRY(document_file(seat.reader->facts, api_of(request)->options.government, row->code,
                      request->mem, &file));
    TRY(http_reply_header(
        request, "Content-Disposition",
        arena_format(request->mem,
                     "attachment; filename=\"berita-acara-" TEXT_FORMAT "-" TEXT_FORMAT ".pdf\"",
                     TEXT_ARGUMENT(seat.room.plan.inspection), TEXT_ARGUMENT(row->code))));
    http_reply_text(request, "application/pdf", file);
    return RC_OK;
}

/* The same QR code as at the foot of its pages. */
enum rc show_inspection_paper_code(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct document_row *row = NULL;
    struct text address;
    struct qr qr;

    TRY(take_worker(request, &seat));
    TRY(find_paper(request, &seat, &row));
    address = document_address(public_address(&seat), row->code, request->mem);
    if (!qr_of(address.bytes > 0 ? address : row->code, request->mem, &qr)) return RC_UNAVAILABLE;
    qr_write_svg(&qr, http_reply_buf(request, "image/svg+xml"));
    return RC_OK;
}

/* ---- what was signed otherwise ---- */

struct copy_query {
    int kind;
};

static const struct record_field copy_fields[] = {
    RECORD_CHOICE(struct copy_query,
                  kind,
                  RECORD_REQUIRED,
                  copy_kind_choices,
                  .about = "Signed in ink and scanned, or by a certified provider."),
};
const struct record copy_query_record = RECORD("CopyQuery", struct copy_query, copy_fields);

enum rc file_inspection_copy(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct document_copy *copy = arena_one(request->mem, struct document_copy);
    const struct api *api = api_of(request);
    const struct document_row *row = NULL;
    struct copy_query query;
    int offset_minutes;

    TRY(api_query(request, &copy_query_record, &query));
    TRY(take_worker(request, &seat));
    TRY(find_paper(request, &seat, &row));
    offset_minutes = seat.snapshot->picture->directory->offset_minutes;
    *copy = (struct document_copy){
        .code = row->code,
        .file = request->body,
        .author = arena_text(request->mem, text_of(api_identity(request)->name)),
        .kind = (enum copy_kind)query.kind,
        .day = moment_day(moment_at(api_now_ms(api), offset_minutes)),
    };
    TRY(document_copy_prepare(copy, request->mem, &request->why));
    return api_perform_and_show(request, &document_copy_command, copy, list_inspection_papers);
}

/* ---- what is filed beside it ---- */

struct copy_told {
    struct text author;
    struct text digest;
    int64_t at_ms;
    int64_t bytes;
    int number;
    int kind;
};

static const struct record_field copy_told_fields[] = {
    SAY_INT(struct copy_told, number, "1, then those that were filed after it."),
    SAY_WORD(struct copy_told, kind, copy_kind_choices, "Signed in ink, or by a provider."),
    SAY_INSTANT(struct copy_told, at, "When it was filed."),
    SAY_TEXT(struct copy_told, author, "The account that filed it; empty: the command line."),
    SAY_TEXT(struct copy_told, digest, "BLAKE2b-256 of the file; empty when it was erased."),
    SAY_INT(struct copy_told, bytes, "Of the file."),
};
static const struct record copy_told_record =
    RECORD_TOLD("InspectionPaperCopy", struct copy_told, copy_told_fields);

struct copies_told {
    struct text document;
    struct record_list copies;
};

static const struct record_field copies_fields[] = {
    SAY_TEXT(struct copies_told, document, "Code of the paper."),
    SAY_LIST(struct copies_told, copies, &copy_told_record, "In the order of filing."),
};
const struct record inspection_copies_record =
    RECORD_TOLD("InspectionPaperCopies", struct copies_told, copies_fields);

enum rc list_inspection_copies(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct document_row *row = NULL;
    const struct document_copy_row *copy;
    struct record_list rows = {0};
    struct copy_told *told;

    TRY(take_worker(request, &seat));
    TRY(find_paper(request, &seat, &row));
    TRY(document_copy_list(seat.reader->facts, api_of(request)->options.government, row->code,
                           request->mem, &rows));
    copy = rows.items;
    told = arena_array(request->mem, struct copy_told, rows.count + 1);
    for (size_t i = 0; i < rows.count; i++) {
        told[i] = (struct copy_told){copy[i].author, copy[i].digest, copy[i].at_ms,
                                     copy[i].bytes,  copy[i].number, (int)copy[i].kind};
    }
    api_reply(request, &inspection_copies_record,
              &(struct copies_told){row->code, {told, rows.count}},
              seat.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* One of them; number 0: the last. */
static enum rc give_copy(struct http_request *request, int number)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct document_row *row = NULL;
    struct scan copy;
    enum rc rc;

    TRY(take_worker(request, &seat));
    TRY(find_paper(request, &seat, &row));
    rc = document_copy_load(seat.reader->facts, api_of(request)->options.government, row->code,
                            number, request->mem, &copy);
    if (rc == RC_NOT_FOUND) {
        return problem_at(&request->why, rc, "document", "nothing was filed beside this document");
    }
    TRY(rc);
    return scan_reply(request, copy.kind, copy.bytes,
                      arena_format(request->mem, "salinan-" TEXT_FORMAT, TEXT_ARGUMENT(row->code)));
}

enum rc download_inspection_copy(struct http_request *request)
{
    return give_copy(request, 0);
}

enum rc download_numbered_copy(struct http_request *request)
{
    int64_t number = 0;

    if (text_int(request->parameters[2], &number) && number >= 1 && number <= DOCUMENT_COPIES_MAX) {
        return give_copy(request, (int)number);
    }
    return problem_at(&request->why, RC_NOT_FOUND, "copy", "there is no such copy");
}
