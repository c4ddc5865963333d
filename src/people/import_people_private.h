/* import_people_private.h - the rows of people.csv, shared by import_people*.c. */
#pragma once

#include "people/import_private.h"

struct people_row {
    struct import_row head;
    struct person person;
    struct text agency;
    struct text pin;
    struct text nik;
    int32_t known; /* index in the directory, or NONE */
    bool pin_is_new;
    int32_t agency_index; /* of `agency`; NONE only when the row is out */
};

/* Refuse a PIN that is in the file twice, or belongs to somebody who keeps it. */
void import_people_refuse_pins(struct import *import);

/* Enrol who has a new PIN; end the enrolments that it replaces. */
void import_people_plan_pins(struct import *import);

/* Keep the NIKs that are new; warn about one that two people have. */
enum rc import_people_plan_niks(struct import *import) NODISCARD;
