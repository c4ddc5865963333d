/* minutes_private.h - the sections of the minutes; shared by minutes*.c.
 *
 * Each section is written by a file of its own, in the order of this list, and
 * is left out when it has nothing to say; only what everybody looks for is
 * there always: the session, the figures, the statements, the entries around it.
 *
 *   minutes_session.c    when, where, who
 *   minutes_figures.c    the machine at the opening
 *   minutes_agencies.c   what the heads said, beside the machine
 *   minutes_said.c       reasons by class, programmes, instructions
 *   minutes_after.c      conclusion, reports and follow-ups; amendments
 *   minutes_changes.c    the register's changes around it */
#pragma once

#include "inspection/minutes.h"

struct minutes_writing {
    const struct minutes *minutes;
    const struct room *room;
    const struct roll_call *call;
    struct arena *mem;
    struct paper *paper;
};

/* ---- words ---- */

struct text minutes_count(const struct minutes_writing *writing, int64_t value);
struct text minutes_difference(const struct minutes_writing *writing, int64_t value); /* "+3" */
struct text minutes_clock(const struct minutes_writing *writing, int64_t at_ms);
struct text minutes_day(const struct minutes_writing *writing, struct day day); /* none: "" */

/* ---- sections ---- */

void minutes_write_session(const struct minutes_writing *writing);
void minutes_write_figures(const struct minutes_writing *writing);
void minutes_write_agencies(const struct minutes_writing *writing);
void minutes_write_reasons(const struct minutes_writing *writing);
void minutes_write_programmes(const struct minutes_writing *writing);
void minutes_write_instructions(const struct minutes_writing *writing);
void minutes_write_conclusion(const struct minutes_writing *writing);
void minutes_write_changes(const struct minutes_writing *writing);
void minutes_write_amendments(const struct minutes_writing *writing);
