#include "api/access.h"
#include "api/bodies.h"
#include "api/reply.h"

/* ---- who is signed in ---- */

static const struct record_choice permissions[] = {
#define PERMISSION(name, word, meaning) {word, PERMISSION_##name},
#include "people/permission.def"
#undef PERMISSION
    {NULL, 0},
};

struct account_reply {
    struct text name;
    enum role role;
    struct text agency;
    struct text person;
    bool must_change_password;
    unsigned permissions;
};

static const struct record_field account_fields[] = {
    SAY_TEXT(struct account_reply, name, "Of the account."),
    SAY_WORD(struct account_reply, role, role_choices, "Which permissions it has."),
    SAY_TEXT(struct account_reply, agency, "Code of its scope; empty: the whole government."),
    SAY_TEXT(struct account_reply, person, "Number of the person behind it, or empty."),
    SAY_BOOL(struct account_reply, must_change_password, "Nothing else is allowed before."),
    SAY_WORDS(struct account_reply, permissions, permissions, "What it may do."),
};
const struct record account_reply_record =
    RECORD_TOLD("Account", struct account_reply, account_fields);

struct session_reply {
    struct account_reply account;
    struct text csrf;
};

static const struct record_field session_fields[] = {
    RECORD_PART(struct session_reply, account, RECORD_REQUIRED, &account_reply_record),
    SAY_TEXT(struct session_reply, csrf, "To be repeated in X-Hadir-Csrf by every write."),
};
const struct record session_reply_record =
    RECORD_TOLD("Session", struct session_reply, session_fields);

struct opened_session {
    struct account_reply account;
    int64_t expires_at_ms;
};

static const struct record_field opened_session_fields[] = {
    SAY_RECORD(struct opened_session, account, &account_reply_record, "Who signed in."),
    SAY_INSTANT(struct opened_session, expires_at, "When the session ends by itself."),
};
const struct record opened_session_record =
    RECORD_TOLD("OpenedSession", struct opened_session, opened_session_fields);

static struct account_reply account_of(const struct identity *identity)
{
    struct account_reply account = {
        .name = text_of(identity->name),
        .role = identity->role,
        .agency = text_of(identity->agency),
        .person = text_of(identity->person),
        .must_change_password = identity->must_change_password,
    };

    for (const struct record_choice *choice = permissions; choice->word; choice++) {
        if (role_has(identity->role, (enum permission)choice->value)) {
            account.permissions |= 1u << choice->value;
        }
    }
    return account;
}

enum rc show_session(struct http_request *request)
{
    const struct caller *caller = access_caller(request);
    struct hash_text csrf = session_csrf(caller->key);
    struct session_reply reply = {.account = account_of(&caller->identity),
                                  .csrf = text_of(csrf.s)};

    api_reply(request, &session_reply_record, &reply, 0);
    return RC_OK;
}

/* ---- signing in ---- */

struct signing_in {
    struct door_try try;
    struct sign_in body;
    struct identity identity;
    struct session_opening opening;
};

static enum rc finish_signing_in(struct http_request *request)
{
    const struct signing_in *in = request->work;
    struct opened_session reply = {.account = account_of(&in->identity),
                                   .expires_at_ms = in->opening.expires_at_ms};

    TRY(http_reply_cookie(request, ACCESS_SESSION_COOKIE, text_of(in->opening.key.s),
                          SESSION_LIFE_MS / 1000));
    api_reply(request, &opened_session_record, &reply, 0);
    request->reply.status = 201;
    return RC_OK;
}

static enum rc verify(struct signing_in *in)
{
    struct http_request *request = in->try.request;
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct throttle *throttle = access_throttle(api->access);
    struct text address = text_of(request->address);
    enum rc rc;

    TRY(api_borrow(api, &reader));
    rc = account_sign_in(reader->facts, api->options.government, in->body.account,
                         &in->body.password, &in->identity);
    if (rc == RC_UNAUTHENTICATED) {
        throttle_failed(throttle, in->body.account, address, clock_mono_ms());
        return problem_at(
            &request->why, rc, "password",
            "the password does not match; you can try again, the account is not locked");
    }
    if (rc == RC_OK) throttle_passed(throttle, in->body.account, address, clock_mono_ms());
    return rc;
}

/* On the doorkeeper's thread. */
static void run_signing_in(struct door_try *try)
{
    struct signing_in *in = (struct signing_in *)try;
    struct http_request *request = try->request;
    enum rc rc = verify(in);

    secret_done(&in->body.password);
    if (rc == RC_OK) {
        in->opening = (struct session_opening){.account = in->body.account,
                                               .address = text_of(request->address),
                                               .key = random_token()};
        rc = api_hand_over(request, &session_open_command, &in->opening);
        if (rc == RC_OK) return;
    }
    http_resume(request, rc);
}

static enum rc check_pace(struct http_request *request, struct text account)
{
    struct throttle *throttle = access_throttle(api_of(request)->access);
    int64_t wait_ms =
        throttle_wait_ms(throttle, account, text_of(request->address), clock_mono_ms());

    if (wait_ms == 0) return RC_OK;
    TRY(http_reply_header(request, "Retry-After",
                          arena_format(request->mem, "%lld", (long long)(wait_ms + 999) / 1000)));
    return problem_at(&request->why, RC_TOO_MANY, "password",
                      "too many tries; wait %lld seconds and try again",
                      (long long)(wait_ms + 999) / 1000);
}

enum rc open_session(struct http_request *request)
{
    struct signing_in *in = arena_one(request->mem, struct signing_in);

    TRY(api_body(request, &sign_in_record, &in->body));
    TRY(check_pace(request, in->body.account));
    in->try = (struct door_try){.request = request, .run = run_signing_in};
    request->work = in;
    http_suspend(request, finish_signing_in);
    return access_try(api_of(request)->access, &in->try);
}

/* ---- signing out ---- */

static enum rc finish_signing_out(struct http_request *request)
{
    TRY(http_reply_cookie(request, ACCESS_SESSION_COOKIE, TEXT(""), 0));
    http_reply_empty(request, 204);
    return RC_OK;
}

enum rc close_session(struct http_request *request)
{
    struct hash *hash = arena_one(request->mem, struct hash);

    *hash = session_hash(access_caller(request)->key);
    return api_perform(request, &session_close_command, hash, finish_signing_out);
}

/* ---- a password of one's own ---- */

struct changing {
    struct door_try try;
    struct new_password body;
    struct text account;
    struct hash keep;
    struct account_password change;
};

static enum rc finish_changing(struct http_request *request)
{
    http_reply_empty(request, 204);
    return RC_OK;
}

static enum rc hash_new(struct changing *changing)
{
    struct http_request *request = changing->try.request;
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct identity identity;

    TRY(api_borrow(api, &reader));
    if (account_sign_in(reader->facts, api->options.government, changing->account,
                        &changing->body.old_password, &identity) != RC_OK) {
        return problem_at(&request->why, RC_INVALID, "old", "this is not your present password");
    }
    TRY(password_check(&changing->body.new_password, changing->account, &request->why));
    return password_hash(&changing->body.new_password, &changing->change.hash);
}

/* On the doorkeeper's thread. */
static void run_changing(struct door_try *try)
{
    struct changing *changing = (struct changing *)try;
    struct http_request *request = try->request;
    enum rc rc = hash_new(changing);

    secret_done(&changing->body.old_password);
    secret_done(&changing->body.new_password);
    if (rc == RC_OK) {
        changing->change.name = changing->account;
        changing->change.keep = &changing->keep;
        rc = api_hand_over(request, &account_password_command, &changing->change);
        if (rc == RC_OK) return;
    }
    http_resume(request, rc);
}

enum rc change_password(struct http_request *request)
{
    const struct caller *caller = access_caller(request);
    struct changing *changing = arena_one(request->mem, struct changing);

    if (caller->identity.kind != IDENTITY_ACCOUNT) {
        return problem_set(&request->why, RC_FORBIDDEN, "only an account has a password");
    }
    TRY(api_body(request, &new_password_record, &changing->body));
    TRY(check_pace(request, text_of(caller->identity.name)));
    changing->try = (struct door_try){.request = request, .run = run_changing};
    changing->account = text_of(caller->identity.name);
    changing->keep = session_hash(caller->key);
    request->work = changing;
    http_suspend(request, finish_changing);
    return access_try(api_of(request)->access, &changing->try);
}
