/* test_folder.h - a folder of a test's own, gone in the end with all that is in it.
 *
 * It is made beside the test's program, so in the build folder, wherever the test
 * is started from: neither the source tree nor /tmp keeps what a test that died
 * has left.
 *
 * Memory    The caller's.
 * Threads   A folder belongs to one thread.
 * Errors    -1 as cmocka wants it of a setup: no folder could be made. */
#pragma once

#include "base/cc.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct test_folder {
    char path[256];
};

/* "build/ledger-test.a81xQz" */
static inline int test_folder_make(struct test_folder *folder)
{
    static const char suffix[] = ".XXXXXX";
    ssize_t bytes = readlink("/proc/self/exe", folder->path, sizeof folder->path - sizeof suffix);

    if (bytes < 0 || (size_t)bytes == sizeof folder->path - sizeof suffix) return -1;
    memcpy(folder->path + bytes, suffix, sizeof suffix);
    return mkdtemp(folder->path) ? 0 : -1;
}

static inline int test_folder_remove_one(const char *path,
                                         const struct stat *of,
                                         int kind,
                                         struct FTW *at)
{
    (void)of, (void)kind, (void)at;
    return remove(path);
}

/* What a link points to stays. */
static inline int test_folder_remove(const struct test_folder *folder)
{
    enum { OPEN_MAX_AT_ONCE = 16 };

    return nftw(folder->path, test_folder_remove_one, OPEN_MAX_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}
