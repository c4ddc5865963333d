/* embedded.h - files that are part of the program.
 *
 * script/embed puts the SQL migrations (sql/), the law tables and demo data
 * (data/) and the built browser client (web/) into the program, so that it
 * runs from any folder.  A file is found by its path in the source tree.
 *
 * Memory    Everything is constant.
 * Threads   Any. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct embedded {
    const char *path;         /* "sql/0001_people.sql", "web/index.html" */
    const char *content_type; /* for HTTP */
    const char *etag;         /* with its quotes, from the contents */
    struct text bytes;        /* followed by a NUL */
    struct text gzip;         /* the same compressed, or empty when not worth it */
};

/* The file, or NULL. */
const struct embedded *embedded_find(struct text path);

/* The files of a folder ("sql/"), in the order of their paths. */
size_t embedded_list(struct text folder, const struct embedded **out_first);
