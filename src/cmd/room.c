/* room.c - hadir room ...: rooms of video without an inspection around them.
 *
 * For a meeting nobody planned, and for trying cameras and lines before one that
 * counts: whoever works on the server's machine lets an account in. */
#include "cmd/command.h"

struct role {
    const char *word;
    int rights;
};

static const struct role roles[] = {
    {"moderator", VIDEO_MAY_WATCH | VIDEO_MAY_PUBLISH | VIDEO_MAY_MODERATE | VIDEO_IS_PUBLIC},
    {"speaker", VIDEO_MAY_WATCH | VIDEO_MAY_PUBLISH},
    {"listener", VIDEO_MAY_WATCH},
    {"press", VIDEO_MAY_WATCH_PUBLIC},
};

static const struct argument ticket_arguments[] = {
    ARGUMENT_WORD("ROOM", ARGUMENT_TEXT, "The room: small letters, digits and dashes"),
    COMMAND_DATA,
    ARGUMENT_OPTION("account", "NAME", ARGUMENT_TEXT, "Whose ticket it is", .required = true),
    ARGUMENT_OPTION("name", "TEXT", ARGUMENT_TEXT, "As others see him (the account)"),
    ARGUMENT_OPTION(
        "role",
        "ROLE",
        ARGUMENT_CHOICE,
        "moderator, speaker (default), listener, or press (sees moderators and who has the floor)",
        .choices = "moderator|speaker|listener|press"),
    ARGUMENT_FLAG("lobby", "He waits until a moderator lets him in"),
};

static const struct role *role_of(const char *word)
{
    for (size_t i = 0; i < COUNT_OF(roles); i++) {
        if (word && strcmp(roles[i].word, word) == 0) return &roles[i];
    }
    return &roles[1];
}

static enum command_end run_ticket(struct command_context *context)
{
    const struct arguments *given = context->arguments;
    const struct role *role = role_of(arguments_value(given, "role"));
    const char *account = arguments_value(given, "account");
    const char *name = arguments_value(given, "name");
    struct join_pass pass = {
        .room = text_of(arguments_value(given, "ROOM")),
        .account = text_of(account),
        .name = text_of(name ? name : account),
        .role = text_of(role->word),
        .tag = TEXT(""),
        .expires_at_ms = app_now_ms(context->app) + JOIN_TOKEN_LIFE_MS,
        .rights = role->rights,
        .waits = arguments_has(given, "lobby"),
    };
    struct problem why = {0};
    struct text ticket;

    if (!context->app->video) {
        return command_fail(
            context, problem_set(&why, RC_UNAVAILABLE, "no server works on this folder"), &why);
    }
    if (!join_pass_fits(&pass)) {
        return command_fail(context, problem_set(&why, RC_INVALID, "a name is too long"), &why);
    }
    ticket = video_ticket_make(context->app->video, &pass, context->mem);
    fprintf(context->out, TEXT_FORMAT "\n", TEXT_ARGUMENT(ticket));
    return COMMAND_DONE;
}

const struct command command_room_ticket = {
    .name = "room ticket",
    .about = "Make a ticket into a room of video; good once, and for a minute",
    .arguments = ticket_arguments,
    .argument_count = COUNT_OF(ticket_arguments),
    .need = COMMAND_FOLDER,
    .run = run_ticket,
};
