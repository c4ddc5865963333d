#include "documents/document_verdict.h"

#include <string.h>

static const struct {
    const char *english, *indonesian;
} sentences[] = {
#define FINDING(name, word, english, indonesian) {english, indonesian},
#include "documents/document_finding.def"
#undef FINDING
};

const struct record_choice document_finding_choices[] = {
#define FINDING(name, word, english, indonesian) {word, FINDING_##name},
#include "documents/document_finding.def"
#undef FINDING
    {NULL, 0},
};

const char *document_finding_sentence(enum document_finding finding, const char *language)
{
    assert((size_t)finding < COUNT_OF(sentences));
    if (strcmp(language, "en") == 0) return sentences[finding].english;
    return sentences[finding].indonesian;
}

/* Is the seal the work of a key of ours? */
static enum rc judge_seal(struct db *db,
                          int government,
                          const struct seal_reading *reading,
                          struct arena *mem,
                          struct document_verdict *verdict)
{
    struct signing_key_row key;
    bool known = false;

    TRY(signing_key_find(db, government, reading->seal.key, mem, &key, &known));
    if (!known) {
        verdict->finding = FINDING_UNKNOWN_KEY;
    } else if (!signing_key_verifies(&key, reading->signed_text, &reading->signature)) {
        verdict->finding = FINDING_CHANGED;
    } else {
        verdict->has_seal = true;
        verdict->seal = reading->seal;
        verdict->finding = key.distrusted ? FINDING_DISTRUSTED_KEY : FINDING_UNKNOWN_CODE;
    }
    return RC_OK;
}

/* What the register knows of its code counts more than the seal. */
static enum rc judge_row(struct db *db,
                         int government,
                         struct text file,
                         struct arena *mem,
                         struct document_verdict *verdict)
{
    static const enum document_finding of_status[] = {
        [DOCUMENT_VALID] = FINDING_GENUINE,
        [DOCUMENT_SUPERSEDED] = FINDING_SUPERSEDED,
        [DOCUMENT_WITHDRAWN] = FINDING_WITHDRAWN,
    };
    struct hash digest;

    if (!verdict->has_seal) return RC_OK;
    TRY(document_find(db, government, verdict->seal.code, mem, &verdict->row, &verdict->has_row));
    if (!verdict->has_row) return RC_OK;
    digest = hash_of(file);
    if (!text_equal(verdict->row.digest, text_of(hash_text(&digest).s))) {
        verdict->finding = FINDING_CHANGED;
    } else {
        verdict->finding = of_status[verdict->row.status];
    }
    return RC_OK;
}

enum rc document_judge(struct db *db,
                       int government,
                       struct text file,
                       struct arena *mem,
                       struct document_verdict *out_verdict)
{
    static const enum document_finding of_reading[] = {
        [SEAL_NONE] = FINDING_NOT_SEALED,
        [SEAL_BROKEN] = FINDING_CHANGED,
        [SEAL_WHOLE] = FINDING_CHANGED,
    };
    struct seal_reading reading;
    struct document_verdict verdict = {.has_seal = false};

    seal_read(file, mem, &reading);
    verdict.finding = of_reading[reading.finding];
    if (reading.finding == SEAL_WHOLE) {
        TRY(judge_seal(db, government, &reading, mem, &verdict));
        TRY(judge_row(db, government, file, mem, &verdict));
    }
    *out_verdict = verdict;
    return RC_OK;
}
