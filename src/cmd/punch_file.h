/* punch_file.h - punches from a table: pin_or_number,terminal,local_time,method,direction.
 *
 * The whole file is read and checked before anything is recorded.  A local
 * time is the wall clock of the terminal's place; a terminal that stands
 * nowhere, or none at all, has the government's zone.  Columns that an export
 * adds (number, received_at, flags) are passed over, so an export can be read
 * again and gives nothing new.
 *
 * Memory    Punches, texts and findings live in the caller's arena.
 * Threads   One at a time.
 * Errors    RC_INVALID or RC_TOO_LARGE when the file is no such table; a row
 *           that cannot be read is a finding, not an error. */
#pragma once

#include "attendance/picture.h"
#include "attendance/punch.h"
#include "devices/verify_table.h"
#include "people/import.h"

struct punch_file {
    struct punch *punches;
    size_t count;
    size_t rows; /* of the file, the refused ones among them */
    struct import_finding *findings;
    size_t finding_count; /* at most IMPORT_FINDINGS_MAX */
    size_t refused;
};

/* What its words are read by. */
struct punch_file_options {
    const struct picture *picture;
    const struct verify_table *verify;
    int64_t received_at_ms;
};

enum rc punch_file_read(struct csv *csv,
                        const struct punch_file_options *options,
                        struct arena *mem,
                        struct punch_file *out_file,
                        struct problem *why) NODISCARD;
