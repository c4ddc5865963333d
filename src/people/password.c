#include "people/password.h"

#include "base/limits.h"
#include "base/random.h"

#include <sodium.h>

static_assert(PASSWORD_HASH_BYTES >= crypto_pwhash_argon2id_STRBYTES, "a hash fits");
static_assert((int)PASSWORD_BYTES_MAX <= (int)SECRET_BYTES_MAX, "a password fits");

static bool is_common(struct text password)
{
    static const char *const common[] = {
#define COMMON(word) word,
#include "people/password_common.def"
#undef COMMON
    };

    for (size_t i = 0; i < COUNT_OF(common); i++) {
        if (text_equal_ignoring_case(password, text_of(common[i]))) return true;
    }
    return false;
}

static bool holds(struct text whole, struct text part)
{
    if (part.bytes == 0) return false;
    for (size_t at = 0; at + part.bytes <= whole.bytes; at++) {
        struct text slice = {whole.at + at, part.bytes};

        if (text_equal_ignoring_case(slice, part)) return true;
    }
    return false;
}

static bool is_one_character(struct text password)
{
    for (size_t i = 1; i < password.bytes; i++) {
        if (password.at[i] != password.at[0]) return false;
    }
    return true;
}

enum rc password_check(const struct secret *password, struct text account, struct problem *why)
{
    struct text text = secret_reveal(password);

    if (text.bytes < PASSWORD_BYTES_MIN) {
        return problem_at(why, RC_INVALID, "new", "a password has at least %d characters",
                          PASSWORD_BYTES_MIN);
    }
    if (text.bytes > PASSWORD_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "new", "a password has at most %d bytes",
                          PASSWORD_BYTES_MAX);
    }
    if (holds(text, account)) {
        return problem_at(why, RC_INVALID, "new", "a password does not hold the account's name");
    }
    if (is_common(text) || is_one_character(text)) {
        return problem_at(why, RC_INVALID, "new", "this password is one of the first to be tried");
    }
    return RC_OK;
}

enum rc password_hash(const struct secret *password, struct password_hash *out_hash)
{
    struct text text = secret_reveal(password);
    struct password_hash hash = {{0}};

    if (sodium_init() < 0) return RC_UNAVAILABLE;
    if (crypto_pwhash_argon2id_str(hash.s, text.at, text.bytes,
                                   crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                                   crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE) != 0) {
        return RC_UNAVAILABLE;
    }
    *out_hash = hash;
    return RC_OK;
}

bool password_is(const struct secret *password, const struct password_hash *hash)
{
    /* The hash of 32 random bytes that nobody kept. */
    static const struct password_hash nobody = {
        "$argon2id$v=19$m=65536,t=2,p=1$Npp+eOx+Tfp+mXRFkaf2cQ$TFYikCOeJwERJHz5BHsjgvqk8Vdb4zNzm4VKOBedjuc"};
    struct text text = secret_reveal(password);

    if (sodium_init() < 0) return false;
    if (hash->s[0]) return crypto_pwhash_argon2id_str_verify(hash->s, text.at, text.bytes) == 0;
    IGNORE(crypto_pwhash_argon2id_str_verify(nobody.s, text.at, text.bytes),
           "only the time it takes is wanted");
    return false;
}

void password_generate(struct secret *out_password)
{
    /* Without letters and digits that look like others. */
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    enum { GROUP = 5 };
    char text[PASSWORD_GENERATED_BYTES];

    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = i % GROUP == GROUP - 1 ? '-' : letters[random_below(sizeof letters - 1)];
    }
    IGNORE(secret_take(out_password, (struct text){text, sizeof text}), "its size is fixed");
    secret_wipe(text, sizeof text);
}
