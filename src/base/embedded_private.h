/* embedded_private.h - the table that script/embed makes.
 *
 * Invariant: in the order of text_compare of the paths. */
#pragma once

#include "base/embedded.h"

extern const struct embedded embedded_files[];
extern const size_t embedded_file_count;
