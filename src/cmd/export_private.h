/* export_private.h - the tables of hadir export; shared by export*.c. */
#pragma once

#include "cmd/command.h"
#include "cmd/listing.h"

struct export
{
    struct command_context *context;
    struct app_view view;
    struct listing *listing;
    int32_t from, to; /* days; of the sheets */
    enum rc rc;       /* sticky, for what visitors meet */
};

typedef enum rc export_rows(struct export *export);

struct export_table {
    const char *word;
    const struct listing_column *columns;
    size_t column_count;
    export_rows *write;
};

extern const struct export_table export_agencies;
extern const struct export_table export_people;
extern const struct export_table export_punches;
extern const struct export_table export_sheets;
extern const struct export_table export_quarantine;

/* The government's day now. */
int32_t export_today(const struct export *export);
