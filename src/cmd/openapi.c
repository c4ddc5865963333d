/* openapi.c - hadir openapi: what the HTTP interface looks like. */
#include "api/api.h"
#include "cmd/command.h"

static enum command_end run(struct command_context *context)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, REPLY_BYTES_MAX);
    api_write_openapi(&text);
    buf_add_char(&text, '\n');
    IGNORE(fwrite(text.at, 1, text.bytes, context->out), "command_perform checks the stream");
    return COMMAND_DONE;
}

const struct command command_openapi = {
    .name = "openapi",
    .about = "Print the description of the HTTP interface (OpenAPI 3.1)",
    .need = COMMAND_ALONE,
    .run = run,
};
