#include "api/access.h"
#include "api/bodies.h"
#include "base/json_read.h"
#include "people/wall_code.h"

/* ---- the wall's side ---- */

static enum rc finish_asking(struct http_request *request)
{
    const struct wall_code_asking *asking = request->work;
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    json_write_cstr(json, "code", asking->code);
    json_write_cstr(json, "secret", asking->secret.s);
    json_write_instant(json, "expires_at", asking->expires_at_ms, 0);
    json_write_end(json);
    return RC_OK;
}

enum rc ask_wall_code(struct http_request *request)
{
    struct wall_code_asking *asking = arena_one(request->mem, struct wall_code_asking);

    asking->secret = random_token();
    return api_perform(request, &wall_code_ask_command, asking, finish_asking);
}

static enum rc finish_claim(struct http_request *request)
{
    const struct wall_code_claim *claim = request->work;

    if (!claim->accepted) {
        http_reply_empty(request, 202);
        return RC_OK;
    }
    TRY(http_reply_cookie(request, ACCESS_WALL_COOKIE, text_of(claim->key.s), ACCESS_WALL_SECONDS));
    http_reply_empty(request, 200);
    return RC_OK;
}

enum rc claim_wall_code(struct http_request *request)
{
    struct wall_code_claim *claim = arena_one(request->mem, struct wall_code_claim);
    struct wall_claim body;

    TRY(json_read(&wall_claim_record, request->body, request->mem, &body, &request->why));
    claim->secret = body.secret;
    claim->key = random_token();
    return api_perform(request, &wall_code_claim_command, claim, finish_claim);
}

/* ---- the desk's side ---- */

static void write_wall(struct json_write *json, const struct token *token)
{
    json_write_object(json, NULL);
    json_write_format(json, "id", "%lld", (long long)token->id);
    json_write_text(json, "name", token->name);
    if (token->created_at_ms) {
        json_write_instant(json, "created_at", token->created_at_ms, 0);
    } else {
        json_write_null(json, "created_at");
    }
    if (token->seen_at_ms) {
        json_write_instant(json, "last_seen_at", token->seen_at_ms, 0);
    } else {
        json_write_null(json, "last_seen_at");
    }
    json_write_end(json);
}

enum rc list_walls(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    const struct token *tokens = NULL;
    struct json_write *json;
    size_t count = 0;

    TRY(api_borrow(api, &reader));
    TRY(token_list(reader->facts, api->options.government, ROLE_WALL, request->mem, &tokens,
                   &count));
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_array(json, "walls");
    for (size_t i = 0; i < count; i++) {
        write_wall(json, &tokens[i]);
    }
    json_write_end(json);
    json_write_end(json);
    return RC_OK;
}

static enum rc finish_connecting(struct http_request *request)
{
    const struct wall_code_acceptance *acceptance = request->work;
    struct token token = acceptance->token;

    token.created_at_ms = request->received_at_ms;
    write_wall(http_reply_json(request), &token);
    request->reply.status = 201;
    return RC_OK;
}

enum rc connect_wall(struct http_request *request)
{
    const struct identity *identity = api_identity(request);
    struct wall_code_acceptance *acceptance = arena_one(request->mem, struct wall_code_acceptance);
    struct wall_body body;

    TRY(json_read(&wall_record, request->body, request->mem, &body, &request->why));
    acceptance->code = body.code;
    acceptance->token = (struct token){.name = body.name,
                                       .role = ROLE_WALL,
                                       .agency = text_of(identity->agency),
                                       .author = text_of(identity->name)};
    return api_perform(request, &wall_code_accept_command, acceptance, finish_connecting);
}

static enum rc finish_revoking(struct http_request *request)
{
    http_reply_empty(request, 204);
    return RC_OK;
}

enum rc revoke_wall(struct http_request *request)
{
    struct token_revocation *revocation = arena_one(request->mem, struct token_revocation);

    if (!text_int(request->parameters[0], &revocation->id)) {
        return problem_at(&request->why, RC_NOT_FOUND, "id", "there is no such wall");
    }
    revocation->role = ROLE_WALL;
    revocation->author = text_of(api_identity(request)->name);
    return api_perform(request, &token_revoke_command, revocation, finish_revoking);
}
