#include "inspection/medium.h"

static const struct text https = TEXT_INIT("https://");

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "javascript:x" and "http://x" are addresses, "Zoom: rapat pagi" is not. */
static bool is_address(struct text medium)
{
    size_t colon = text_find(medium, ':');

    if (colon >= medium.bytes || colon == 0) return false;
    for (size_t i = 0; i < colon; i++) {
        char c = medium.at[i];

        if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return colon + 1 < medium.bytes && medium.at[colon + 1] != ' ';
}

static struct text authority_of(struct text link)
{
    struct text rest = {link.at + https.bytes, link.bytes - https.bytes};
    size_t end = 0;

    while (end < rest.bytes && !memchr("/?#", rest.at[end], 3)) {
        end++;
    }
    return (struct text){rest.at, end};
}

static struct text host_of(struct text link)
{
    struct text authority = authority_of(link);

    return (struct text){authority.at, text_find(authority, ':')};
}

static bool is_port(struct text port)
{
    for (size_t i = 0; i < port.bytes; i++) {
        if (!is_digit(port.at[i])) return false;
    }
    return port.bytes > 0 && port.bytes <= 5;
}

/* "meet.jambikota.go.id": labels with dots between. */
static bool is_host(struct text host)
{
    bool dotted = false;

    for (size_t i = 0; i < host.bytes; i++) {
        char c = host.at[i];
        bool inside = i > 0 && i + 1 < host.bytes;

        if (is_letter(c) || is_digit(c)) continue;
        if (!inside || (c != '-' && c != '.') || (c == '.' && host.at[i - 1] == '.')) return false;
        dotted = dotted || c == '.';
    }
    return dotted;
}

static bool needs_no_escape(struct text link)
{
    static const char refused[] = "\"'<>\\^`{|}";

    for (size_t i = 0; i < link.bytes; i++) {
        char c = link.at[i];

        if (c <= ' ' || c >= 0x7f || memchr(refused, c, sizeof refused - 1)) return false;
    }
    return true;
}

static bool is_link(struct text medium)
{
    struct text authority, host;

    if (!text_starts(medium, https)) return false;
    authority = authority_of(medium);
    host = host_of(medium);
    if (host.bytes < authority.bytes &&
        !is_port((struct text){host.at + host.bytes + 1, authority.bytes - host.bytes - 1})) {
        return false;
    }
    return is_host(host) && needs_no_escape(medium);
}

enum rc medium_check(struct text medium, struct problem *why)
{
    if (!is_address(medium) || is_link(medium)) return RC_OK;
    return problem_at(why, RC_INVALID, "medium",
                      "a link of another service is like https://zoom.us/j/123");
}

struct text medium_link(struct text medium)
{
    return is_link(medium) ? medium : TEXT("");
}

struct text medium_told(struct text medium)
{
    return is_link(medium) ? host_of(medium) : medium;
}
