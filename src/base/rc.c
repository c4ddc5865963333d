#include "base/rc.h"

#include "base/cc.h"

static const struct {
    int status;
    const char *word;
    const char *title;
} codes[] = {
#define RC(name, status, word, title) [RC_##name] = {status, word, title},
#include "base/rc.def"
#undef RC
};

int rc_status(enum rc rc)
{
    assert(rc < COUNT_OF(codes));
    return codes[rc].status;
}

const char *rc_word(enum rc rc)
{
    assert(rc < COUNT_OF(codes));
    return codes[rc].word;
}

const char *rc_title(enum rc rc)
{
    assert(rc < COUNT_OF(codes));
    return codes[rc].title;
}
