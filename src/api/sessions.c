#include "api/access.h"
#include "api/bodies.h"
#include "base/json_read.h"

/* ---- who is signed in ---- */

static void write_account(const struct identity *identity, struct json_write *json)
{
    json_write_cstr(json, "name", identity->name);
    json_write_cstr(json, "role", role_word(identity->role));
    json_write_cstr(json, "agency", identity->agency);
    json_write_cstr(json, "person", identity->person);
    json_write_bool(json, "must_change_password", identity->must_change_password);
    json_write_array(json, "permissions");
#define PERMISSION(name, word, meaning) \
    if (role_has(identity->role, PERMISSION_##name)) json_write_cstr(json, NULL, word);
#include "people/permission.def"
#undef PERMISSION
    json_write_end(json);
}

enum rc show_session(struct http_request *request)
{
    const struct caller *caller = access_caller(request);
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    write_account(&caller->identity, json);
    json_write_cstr(json, "csrf", session_csrf(caller->key).s);
    json_write_end(json);
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
    struct json_write *json;

    TRY(http_reply_cookie(request, ACCESS_SESSION_COOKIE, text_of(in->opening.key.s),
                          SESSION_LIFE_MS / 1000));
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_object(json, "account");
    write_account(&in->identity, json);
    json_write_end(json);
    json_write_instant(json, "expires_at", in->opening.expires_at_ms, 0);
    json_write_end(json);
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

    TRY(json_read(&sign_in_record, request->body, request->mem, &in->body, &request->why));
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
    TRY(json_read(&new_password_record, request->body, request->mem, &changing->body,
                  &request->why));
    TRY(check_pace(request, text_of(caller->identity.name)));
    changing->try = (struct door_try){.request = request, .run = run_changing};
    changing->account = text_of(caller->identity.name);
    changing->keep = session_hash(caller->key);
    request->work = changing;
    http_suspend(request, finish_changing);
    return access_try(api_of(request)->access, &changing->try);
}
