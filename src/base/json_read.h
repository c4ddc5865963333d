/* json_read.h - a JSON text into a struct, by the struct's own description.
 *
 * The record table (record.h) says which members there are; everything else is
 * refused by name: unknown members, members twice, wrong kinds, too long texts,
 * numbers out of range, missing members.  The path of a nested member is
 * written with dots and brackets: "lines[3].number".
 *
 * No other module knows the parser behind it (jansson).
 *
 * Memory    Texts and lists live in the caller's arena.
 * Threads   Any.
 * Errors    RC_INVALID (naming the field), RC_TOO_LARGE above
 *           REQUEST_BODY_BYTES_MAX, JSON_DEPTH_MAX or JSON_VALUES_MAX; the
 *           output is untouched then. */
#pragma once

#include "base/record.h"

/* Read one object into `out_object`, a struct of the record's size. */
enum rc json_read(const struct record *record,
                  struct text body,
                  struct arena *mem,
                  void *out_object,
                  struct problem *why) NODISCARD;

/* Read an array of objects. */
enum rc json_read_list(const struct record *record,
                       struct text body,
                       struct arena *mem,
                       struct record_list *out_list,
                       struct problem *why) NODISCARD;
