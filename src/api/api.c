#include "api/api.h"

#include "api/api_private.h"
#include "api/clerk.h"
#include "api/inspection_feed.h"
#include "api/rooms.h"
#include "base/mem.h"

enum { STREAM_EVENTS = 4096, ROOM_EVENTS = 2048 };

/* ---- what handlers need ---- */

struct api *api_of(const struct http_request *request)
{
    return request->app;
}

int64_t api_now_ms(const struct api *api)
{
    return clock_now_ms(api->options.clock);
}

const struct identity *api_identity(const struct http_request *request)
{
    assert(request->caller);
    return request->caller;
}

static void free_reader(struct api_reader *reader)
{
    derived_close(&reader->derived);
    db_close(&reader->facts);
    mem_free(reader);
}

static enum rc open_reader(struct api *api, struct api_reader **out_reader)
{
    struct api_reader *reader = mem_alloc(1, sizeof *reader);
    enum rc rc;

    reader->owner = api;
    rc = db_open(&(struct db_options){.path = api->options.facts_path, .mode = DB_READ_ONLY},
                 &reader->facts);
    if (rc == RC_OK) {
        rc = derived_open_reader(api->options.derived_path, api->options.government,
                                 &reader->derived);
    }
    if (rc != RC_OK) {
        free_reader(reader);
        return rc;
    }
    *out_reader = reader;
    return RC_OK;
}

enum rc api_borrow(struct api *api, struct api_reader **out_reader)
{
    {
        CLEANUP(lock_release) struct lock *held = lock_take(&api->lock);

        if (api->idle_count > 0) {
            *out_reader = api->idle[--api->idle_count];
            return RC_OK;
        }
    }
    return open_reader(api, out_reader);
}

void api_return(struct api_reader **reader)
{
    struct api_reader *returned = *reader;

    *reader = NULL;
    if (!returned) return;
    {
        CLEANUP(lock_release) struct lock *held = lock_take(&returned->owner->lock);

        if (returned->owner->idle_count < API_READERS_MAX) {
            returned->owner->idle[returned->owner->idle_count++] = returned;
            return;
        }
    }
    free_reader(returned);
}

enum rc api_snapshot(struct api *api, struct board_snapshot **out_snapshot)
{
    *out_snapshot = board_take_snapshot(api->options.board);
    return *out_snapshot ? RC_OK : RC_UNAVAILABLE;
}

enum rc api_agency(struct http_request *request,
                   const struct picture *picture,
                   struct text code,
                   int32_t *out_agency)
{
    const struct identity *identity = api_identity(request);
    struct text scope = text_of(identity->agency);
    struct text wanted = code.bytes ? code : scope;
    enum permission permission;
    int32_t agency = NONE;

    if (wanted.bytes > 0) {
        agency = directory_find_agency(picture->directory, wanted);
        if (agency == NONE) {
            return problem_at(&request->why, RC_NOT_FOUND, "agency",
                              "there is no agency with the code \"" TEXT_FORMAT "\"",
                              TEXT_ARGUMENT(wanted));
        }
    }
    if (!permission_parse(text_of(request->route->permission), &permission) ||
        !identity_may_on(identity, permission, picture->directory, agency)) {
        return problem_at(&request->why, RC_FORBIDDEN, "agency",
                          "this agency is outside of what you may see");
    }
    *out_agency = agency;
    return RC_OK;
}

enum rc api_day(struct http_request *request, struct text text, const char *field, int32_t *out_day)
{
    struct day day;

    if (!day_parse(text, &day)) {
        return problem_at(&request->why, RC_INVALID, field,
                          "a day is written YYYY-MM-DD, such as 2021-05-17");
    }
    *out_day = day_number(day);
    return RC_OK;
}

bool api_wants_english(const struct http_request *request)
{
    return http_wants_english(request);
}

enum rc api_wait_for_board(struct api *api, int32_t from, int32_t to)
{
    return board_wait(api->options.board, ledger_position(api->options.ledger), from, to,
                      API_WAIT_MS);
}

/* ---- changing something ---- */

struct errand {
    struct http_request *request;
    const struct ledger_command *command;
    void *work;
};

static enum rc apply_errand(struct ledger_tx *tx, void *context, struct problem *why)
{
    struct errand *errand = context;

    return errand->command->apply(tx, errand->work, why);
}

static void settle_errand(void *context, enum rc rc, const struct problem *why)
{
    struct errand *errand = context;

    if (errand->command->settle) errand->command->settle(errand->work, rc, why);
    if (rc != RC_OK) errand->request->why = *why;
    http_resume(errand->request, rc);
}

static const struct ledger_command errand_command = {.name = "request",
                                                     .apply = apply_errand,
                                                     .settle = settle_errand};

enum rc api_hand_over(struct http_request *request,
                      const struct ledger_command *command,
                      void *work)
{
    struct errand *errand = arena_one(request->mem, struct errand);

    *errand = (struct errand){request, command, work};
    return ledger_submit(api_of(request)->options.ledger, &errand_command, errand);
}

enum rc api_perform(struct http_request *request,
                    const struct ledger_command *command,
                    void *work,
                    http_handler *finish)
{
    request->work = work;
    http_suspend(request, finish);
    return api_hand_over(request, command, work);
}

struct showing {
    http_handler *show;
};

static enum rc finish_showing(struct http_request *request)
{
    const struct showing *showing = request->work;

    TRY(showing->show(request));
    request->reply.status = 201;
    return RC_OK;
}

enum rc api_perform_and_show(struct http_request *request,
                             const struct ledger_command *command,
                             void *work,
                             http_handler *show)
{
    struct showing *showing = arena_one(request->mem, struct showing);

    showing->show = show;
    request->work = showing;
    http_suspend(request, finish_showing);
    return api_hand_over(request, command, work);
}

/* ---- life ---- */

static struct http_options http_options_of(struct api *api)
{
    const struct api_options *options = &api->options;

    return (struct http_options){
        .listeners = {{options->listen, options->tls_cert, options->tls_key},
                      {options->terminals_listen, NULL, NULL}},
        .routes = api_routes,
        .route_count = api_route_count,
        .authorise = access_authorise,
        .fallback = api_fallback,
        .clock = options->clock,
        .app = api,
    };
}

static enum rc start(struct api *api, struct problem *why)
{
    const struct api_options *options = &api->options;
    struct http_stream_options stream = {
        .event_count = STREAM_EVENTS, .snapshot = api_stream_snapshot, .context = api};
    struct http_stream_options rooms = {
        .event_count = ROOM_EVENTS, .snapshot = room_snapshot, .context = api};
    struct adms_service_options adms = {.ledger = options->ledger,
                                        .punches = options->punches,
                                        .terminals = options->terminals,
                                        .orders = options->orders,
                                        .facts_path = options->facts_path,
                                        .government = options->government};
    struct http_options http = http_options_of(api);

    api->lookups = throttle_new();
    TRY(access_start(api, &api->access));
    TRY(clerk_start(&api->clerk));
    TRY(adms_service_start(&adms, &api->adms));
    TRY(http_stream_start(&stream, &api->hub));
    TRY(http_stream_start(&rooms, &api->rooms));
    video_listen(options->video, room_listen, api);
    TRY(feed_start(api, &api->feed));
    return http_server_start(&http, &api->server, why);
}

enum rc api_start(const struct api_options *options, struct api **out_api, struct problem *why)
{
    CLEANUP(api_stop) struct api *api = mem_alloc(1, sizeof *api);

    api->options = *options;
    api->started_at_ms = clock_now_ms(options->clock);
    lock_init(&api->lock, LOCK_API);
    TRY(start(api, why));
    *out_api = TAKE(api);
    return RC_OK;
}

unsigned api_port(const struct api *api, int listener)
{
    return http_server_port(api->server, listener);
}

void api_committed(void *owner, int64_t position)
{
    struct api *api = owner;

    (void)position;
    if (api && api->feed) feed_committed(api->feed);
}

void api_refuse(struct api *api)
{
    http_server_refuse(api->server);
    access_shut(api->access);
}

void api_stop(struct api **api)
{
    struct api *stopped = *api;

    if (!stopped) return;
    video_listen(stopped->options.video, NULL, NULL);
    if (stopped->hub) http_stream_stop(stopped->hub);
    if (stopped->rooms) http_stream_stop(stopped->rooms);
    if (stopped->feed) feed_stop(stopped->feed);
    clerk_stop(&stopped->clerk);
    http_server_stop(&stopped->server);
    http_stream_free(&stopped->rooms);
    http_stream_free(&stopped->hub);
    feed_free(&stopped->feed);
    adms_service_stop(&stopped->adms);
    access_stop(&stopped->access);
    throttle_free(&stopped->lookups);
    for (size_t i = 0; i < stopped->idle_count; i++) {
        free_reader(stopped->idle[i]);
    }
    lock_done(&stopped->lock);
    mem_free(stopped);
    *api = NULL;
}
