/* demo_inspection.h - the inspection of Kota Jambi, 17 May 2021, act by act.
 *
 * From the report of that day (document 001) and the pages of the design: opened
 * at 08.33.00 by the Wakil Wali Kota after the Lebaran leave, 60 OPD called one by
 * one, Dinas Perhubungan at 09.12.16 with its statement beside the machine's,
 * written reports ordered, closed.  Everything goes the ordinary way, with the
 * ledger's clock at the instant of each act, between the punches of the morning.
 *
 * What is invented is said in data/demo/jambi/README.md.
 *
 * Memory    Everything lives in the app's arena.
 * Threads   The caller's, and the ledger's; the app is not live. */
#pragma once

#include "cmd/app.h"

struct demo_inspection;

struct demo_inspection *demo_inspection_new(struct app *app) RETURNS_NONNULL;

/* Do what is due up to an instant: a demo_until (demo_fill.h). */
enum rc demo_inspection_until(void *inspection, int64_t until_ms, struct problem *why) NODISCARD;
