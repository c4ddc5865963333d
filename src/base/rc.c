#include "base/rc.h"

#include "base/cc.h"

static const struct {
    int status;
    const char *word;
    const char *title;
    const char *indonesian;
} codes[] = {
#define RC(name, status, word, title, indonesian) [RC_##name] = {status, word, title, indonesian},
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

const char *rc_title_indonesian(enum rc rc)
{
    assert(rc < COUNT_OF(codes));
    return codes[rc].indonesian;
}
