#include "api/access.h"
#include "api/bodies.h"
#include "api/reply.h"
#include "people/wall_code.h"

/* ---- what is said ---- */

struct wall_code_reply {
    struct text code;
    struct text secret;
    int64_t expires_at_ms;
};

static const struct record_field wall_code_fields[] = {
    SAY_TEXT(struct wall_code_reply, code, "Six digits to be shown."),
    SAY_TEXT(struct wall_code_reply, secret, "To ask with whether the code was accepted."),
    SAY_INSTANT(struct wall_code_reply, expires_at, "Then the code means nothing any more."),
};
const struct record wall_code_reply_record =
    RECORD_TOLD("WallCode", struct wall_code_reply, wall_code_fields);

struct wall_reply {
    struct text id;
    struct text name;
    int64_t created_at_ms;
    int64_t last_seen_at_ms;
};

static const struct record_field wall_fields[] = {
    SAY_TEXT(struct wall_reply, id, "To disconnect it by."),
    SAY_TEXT(struct wall_reply, name, "Where it hangs."),
    SAY_INSTANT_OR_NULL(struct wall_reply, created_at, "When it was accepted."),
    SAY_INSTANT_OR_NULL(struct wall_reply, last_seen_at, "When it was last heard."),
};
const struct record wall_reply_record = RECORD_TOLD("Wall", struct wall_reply, wall_fields);

struct wall_list {
    struct record_list walls;
};

static const struct record_field wall_list_fields[] = {
    SAY_LIST(struct wall_list, walls, &wall_reply_record, "The walls that are connected."),
};
const struct record wall_list_record = RECORD_TOLD("WallList", struct wall_list, wall_list_fields);

static struct wall_reply reply_of(struct arena *mem, const struct token *token)
{
    return (struct wall_reply){.id = arena_format(mem, "%lld", (long long)token->id),
                               .name = token->name,
                               .created_at_ms = token->created_at_ms,
                               .last_seen_at_ms = token->seen_at_ms};
}

/* ---- the wall's side ---- */

static enum rc finish_asking(struct http_request *request)
{
    const struct wall_code_asking *asking = request->work;
    struct wall_code_reply reply = {.code = text_of(asking->code),
                                    .secret = text_of(asking->secret.s),
                                    .expires_at_ms = asking->expires_at_ms};

    api_reply(request, &wall_code_reply_record, &reply, 0);
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

    TRY(api_body(request, &wall_claim_record, &body));
    claim->secret = body.secret;
    claim->key = random_token();
    return api_perform(request, &wall_code_claim_command, claim, finish_claim);
}

/* ---- the desk's side ---- */

/* The walls within the caller's scope; a wall has the scope of who connected it. */
static enum rc load_walls(struct http_request *request, struct token **out_walls, size_t *out_count)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct directory *directory;
    const struct token *tokens = NULL;
    struct token *walls;
    size_t count = 0, kept = 0;

    TRY(api_snapshot(api, &snapshot));
    directory = snapshot->picture->directory;
    TRY(api_borrow(api, &reader));
    TRY(token_list(reader->facts, api->options.government, ROLE_WALL, request->mem, &tokens,
                   &count));
    walls = arena_array(request->mem, struct token, count);
    for (size_t i = 0; i < count; i++) {
        if (identity_may_on(api_identity(request), PERMISSION_WALL_CONNECT, directory,
                            directory_find_agency(directory, tokens[i].agency))) {
            walls[kept++] = tokens[i];
        }
    }
    *out_walls = walls;
    *out_count = kept;
    return RC_OK;
}

enum rc list_walls(struct http_request *request)
{
    struct token *tokens = NULL;
    struct wall_reply *walls;
    size_t count = 0;

    TRY(load_walls(request, &tokens, &count));
    walls = arena_array(request->mem, struct wall_reply, count);
    for (size_t i = 0; i < count; i++) {
        walls[i] = reply_of(request->mem, &tokens[i]);
    }
    api_reply(request, &wall_list_record, &(struct wall_list){{walls, count}}, 0);
    return RC_OK;
}

static enum rc finish_connecting(struct http_request *request)
{
    const struct wall_code_acceptance *acceptance = request->work;
    struct wall_reply reply = reply_of(request->mem, &acceptance->token);

    reply.created_at_ms = request->received_at_ms;
    api_reply(request, &wall_reply_record, &reply, 0);
    request->reply.status = 201;
    return RC_OK;
}

enum rc connect_wall(struct http_request *request)
{
    const struct identity *identity = api_identity(request);
    struct wall_code_acceptance *acceptance = arena_one(request->mem, struct wall_code_acceptance);
    struct wall_body body;

    TRY(api_body(request, &wall_record, &body));
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

static bool has_wall(const struct token *walls, size_t count, int64_t id)
{
    for (size_t i = 0; i < count; i++) {
        if (walls[i].id == id) return true;
    }
    return false;
}

enum rc revoke_wall(struct http_request *request)
{
    struct token_revocation *revocation = arena_one(request->mem, struct token_revocation);
    struct token *walls = NULL;
    size_t count = 0;

    TRY(load_walls(request, &walls, &count));
    if (!text_int(request->parameters[0], &revocation->id) ||
        !has_wall(walls, count, revocation->id)) {
        return problem_at(&request->why, RC_NOT_FOUND, "id", "there is no such wall");
    }
    revocation->role = ROLE_WALL;
    revocation->author = text_of(api_identity(request)->name);
    return api_perform(request, &token_revoke_command, revocation, finish_revoking);
}
