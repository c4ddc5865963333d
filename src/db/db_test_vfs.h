/* db_test_vfs.h - a disk whose power can be cut, for tests.
 *
 * Every file that SQLite writes is written through, and what was synced is
 * remembered beside it.  After power_off nothing can be written any more, as
 * if the machine were dark: connections fail and are closed.  power_on puts
 * into each file what a real disk would show then: all that was synced, and of
 * what was written since then nothing, or some, or torn pieces of it.
 *
 *   written  ----x---------x-----|  power_off
 *   synced   ----x               |
 *                ^ what is there after power_on, and perhaps parts of the rest
 *
 * The disk becomes SQLite's default while it exists; one at a time.
 *
 * Memory    db_test_vfs_free, after all connections are closed.
 * Threads   Any; one lock. */
#pragma once

#include "base/cc.h"

struct db_test_vfs;

struct db_test_vfs *db_test_vfs_new(void) RETURNS_NONNULL NODISCARD;
void db_test_vfs_free(struct db_test_vfs **disk);

void db_test_vfs_power_off(struct db_test_vfs *disk);

/* With seed 0 everything unsynced is forgotten; any other seed keeps a random
 * part of it.  All connections are closed before. */
void db_test_vfs_power_on(struct db_test_vfs *disk, unsigned seed);

/* The power goes off by itself at the write or sync after so many. */
void db_test_vfs_power_off_after(struct db_test_vfs *disk, int operations);

/* The sync after so many fails, once; what it should have synced is not. */
void db_test_vfs_fail_sync_after(struct db_test_vfs *disk, int syncs);
