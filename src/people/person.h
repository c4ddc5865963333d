/* person.h - a person of the register, and where that person is posted.
 *
 * A person is found by the number of the office: NIP, NI PPPK, or whatever the
 * office gave a contract worker.  The agency is no property of the person but
 * a posting with a first day, so that a recap of last year still counts people
 * where they were.  A posting holds until the next one begins.
 *
 * The NIK is private: it is in no log entry and no export, is stored apart,
 * and can be erased.
 *
 * Memory    A row owns nothing.
 * Threads   person_record_nik: the ledger's thread. */
#pragma once

#include "people/fact_record.h"
#include "people/person_kind.h"

struct person {
    struct text number;
    struct text name;
    int kind; /* enum person_kind */
    struct text position;
    struct text echelon;
    struct text roles; /* separated by ';' */
    struct day active_from;
    struct day active_to;
    struct text author;
    bool withdrawn;
};

struct posting {
    struct text number;
    struct day valid_from; /* none: always */
    struct text agency;
    struct day valid_to; /* none: until the next */
    struct text author;
    bool withdrawn;
};

extern const struct record person_record;
extern const struct record posting_record;
extern const struct fact_table person_fact;
extern const struct fact_table posting_fact;

/* A NIK as it is stored. */
struct person_nik {
    struct text number;
    struct text nik;
};

/* Visit the stored NIKs; the texts are valid during the visit. */
typedef void person_nik_visitor(void *visitor, const struct person_nik *nik);
enum rc person_visit_niks(struct db *db,
                          int government,
                          person_nik_visitor *visit,
                          void *visitor) NODISCARD;

/* Keep a person's NIK; an empty one erases it. */
enum rc person_record_nik(struct ledger_tx *tx, struct text number, struct text nik) NODISCARD;

/* RC_NOT_FOUND when no such person is in the register. */
enum rc person_require(struct db *db, int government, struct text number) NODISCARD;
