#include "devices/verify_code.h"

static const struct {
    const char *word, *indonesian, *english;
} methods[METHODS] = {
#define METHOD(name, word, indonesian, english) [METHOD_##name] = {(word), (indonesian), (english)},
#include "devices/method.def"
#undef METHOD
};

enum { ONE = false, EITHER = true };
enum { DISPUTED = false, CERTAIN = true };

/* Clocks of the US line number 0 to 4 otherwise (password, finger, badge, PIN,
 * PIN and finger), and a third party reads 0 as password: hence DISPUTED. */
static const struct verify_code codes[] = {
    {0, METHOD_OTHER, EITHER, DISPUTED, "automatic, any"},
    {1, METHOD_FINGER, ONE, CERTAIN, "fingerprint"},
    {2, METHOD_PIN, ONE, DISPUTED, "PIN"},
    {3, METHOD_PASSWORD, ONE, DISPUTED, "password"},
    {4, METHOD_CARD, ONE, DISPUTED, "card"},
    {5, METHOD_FINGER, EITHER, CERTAIN, "fingerprint or password"},
    {6, METHOD_FINGER, EITHER, CERTAIN, "fingerprint or card"},
    {7, METHOD_CARD, EITHER, CERTAIN, "card or password"},
    {8, METHOD_FINGER, ONE, CERTAIN, "PIN and fingerprint"},
    {9, METHOD_FINGER, ONE, CERTAIN, "fingerprint and password"},
    {10, METHOD_FINGER, ONE, CERTAIN, "card and fingerprint"},
    {11, METHOD_CARD, ONE, CERTAIN, "card and password"},
    {12, METHOD_FINGER, ONE, CERTAIN, "fingerprint, password and card"},
    {13, METHOD_FINGER, ONE, CERTAIN, "PIN, fingerprint and password"},
    {14, METHOD_FINGER, ONE, CERTAIN, "PIN and fingerprint, or card and fingerprint"},
    {15, METHOD_FACE, ONE, CERTAIN, "face"},
    {16, METHOD_FINGER, ONE, DISPUTED, "face and fingerprint"},
    {17, METHOD_FACE, ONE, DISPUTED, "face and password"},
    {18, METHOD_FACE, ONE, CERTAIN, "face and card"},
    {19, METHOD_FINGER, ONE, CERTAIN, "face, fingerprint and card"},
    {20, METHOD_FINGER, ONE, CERTAIN, "face, fingerprint and password"},
    {21, METHOD_VEIN, ONE, CERTAIN, "finger vein"},
    {22, METHOD_VEIN, ONE, CERTAIN, "finger vein and password"},
    {23, METHOD_VEIN, ONE, CERTAIN, "finger vein and card"},
    {24, METHOD_VEIN, ONE, CERTAIN, "finger vein, password and card"},
    {25, METHOD_PALM, ONE, CERTAIN, "palm"},
    {26, METHOD_PALM, ONE, CERTAIN, "palm and card"},
    {27, METHOD_FACE, ONE, CERTAIN, "palm and face"},
    {28, METHOD_FINGER, ONE, CERTAIN, "palm and fingerprint"},
    {29, METHOD_FINGER, ONE, CERTAIN, "palm, face and fingerprint"},
    {200, METHOD_OTHER, ONE, CERTAIN, "other"},
};

/* The number is ours: the first that no document uses. */
static const struct verify_override shipped[] = {
    {TEXT_INIT("HADIR-IRIS"), 30, METHOD_IRIS},
};

const char *method_word(enum method method)
{
    assert(method < METHODS);
    return methods[method].word;
}

const char *method_indonesian(enum method method)
{
    assert(method < METHODS);
    return methods[method].indonesian;
}

const char *method_english(enum method method)
{
    assert(method < METHODS);
    return methods[method].english;
}

bool method_parse(struct text word, enum method *out_method)
{
    for (size_t i = 0; i < METHODS; i++) {
        if (text_equal(word, text_of(methods[i].word))) {
            *out_method = (enum method)i;
            return true;
        }
    }
    return false;
}

const struct verify_code *verify_codes(size_t *out_count)
{
    *out_count = COUNT_OF(codes);
    return codes;
}

const struct verify_override *verify_shipped(size_t *out_count)
{
    *out_count = COUNT_OF(shipped);
    return shipped;
}

enum method verify_method(const struct verify_override *overrides,
                          size_t count,
                          struct text model,
                          int code)
{
    for (size_t i = 0; i < count; i++) {
        if (overrides[i].code == code && text_equal_ignoring_case(overrides[i].model, model)) {
            return overrides[i].method;
        }
    }
    for (size_t i = 0; i < COUNT_OF(codes); i++) {
        if (codes[i].code == code) return codes[i].method;
    }
    return METHOD_OTHER;
}
