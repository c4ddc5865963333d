#include "video/turn.h"

#include "base/base64.h"
#include "base/file.h"

#include <glib.h>

enum { SHA1_BYTES = 20, FILE_BYTES_MAX = 4096 };

/* ---- addresses ---- */

/* What may stand in one: nothing that ends a word of JSON or of a line. */
static bool is_url(struct text url)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789-._:?=[]";
    bool turn = text_starts(url, TEXT("turn:")) && url.bytes > sizeof "turn:" - 1;
    bool turns = text_starts(url, TEXT("turns:")) && url.bytes > sizeof "turns:" - 1;

    if ((!turn && !turns) || url.bytes > TURN_URL_BYTES_MAX) return false;
    for (size_t i = 0; i < url.bytes; i++) {
        if (!memchr(allowed, url.at[i], sizeof allowed - 1)) return false;
    }
    return true;
}

enum rc turn_urls_read(const char *list, struct turn_urls *out_urls, struct problem *why)
{
    struct turn_urls urls = {.count = 0};
    struct text rest = text_of(list);

    do {
        struct text url = text_cut(&rest, ',');

        if (urls.count == TURN_URLS_MAX) {
            return problem_set(why, RC_INVALID, "at most %d addresses of relays", TURN_URLS_MAX);
        }
        if (!is_url(url)) {
            return problem_set(why, RC_INVALID,
                               "\"" TEXT_FORMAT "\" is no address of a relay (turn:HOST:PORT)",
                               TEXT_ARGUMENT(url));
        }
        urls.at[urls.count++] = url;
    } while (rest.at);
    *out_urls = urls;
    return RC_OK;
}

/* ---- the secret ---- */

static enum rc take_line(const char *path,
                         struct text bytes,
                         struct secret *out_secret,
                         struct problem *why)
{
    struct text line = text_cut(&bytes, '\n');

    if (line.bytes < TURN_SECRET_BYTES_MIN) {
        return problem_set(why, RC_INVALID, "the secret in %s is shorter than %d letters", path,
                           TURN_SECRET_BYTES_MIN);
    }
    if (secret_take(out_secret, line) == RC_OK) return RC_OK;
    return problem_set(why, RC_INVALID, "the secret in %s is too long", path);
}

enum rc turn_secret_load(const char *path, struct secret *out_secret, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text bytes = {0};
    enum rc rc;

    TRY(file_read(path, FILE_BYTES_MAX, mem, &bytes, why));
    rc = take_line(path, bytes, out_secret, why);
    secret_wipe((void *)(uintptr_t)bytes.at, bytes.bytes);
    return rc;
}

/* ---- passes ---- */

static struct text sign(const struct secret *secret, struct text name, struct arena *mem)
{
    CLEANUP(buf_done) struct buf encoded = {0};
    struct text key = secret_reveal(secret);
    guint8 digest[SHA1_BYTES];
    gsize bytes = sizeof digest;
    GHmac *hmac = g_hmac_new(G_CHECKSUM_SHA1, (const guchar *)key.at, key.bytes);

    g_hmac_update(hmac, (const guchar *)name.at, (gssize)name.bytes);
    g_hmac_get_digest(hmac, digest, &bytes);
    g_hmac_unref(hmac);
    buf_init(&encoded, 2 * SHA1_BYTES);
    base64_add(&encoded, (struct text){(const char *)digest, bytes});
    assert(buf_ok(&encoded));
    return arena_text(mem, buf_text(&encoded));
}

struct turn_pass turn_pass_make(const struct secret *secret,
                                struct text who,
                                int64_t now_seconds,
                                struct arena *mem)
{
    long long until_seconds = now_seconds + TURN_LIFE_SECONDS;
    struct text name = arena_format(mem, "%lld:" TEXT_FORMAT, until_seconds, TEXT_ARGUMENT(who));

    return (struct turn_pass){.name = name, .password = sign(secret, name, mem)};
}
