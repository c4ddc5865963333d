/* press.h - the text for the press, in the sentences of the source documents.
 *
 *   Kehadiran pegawai Kota Jambi pada hari pertama ... mencapai 96,61 persen.
 *   Dari 5.789 pegawai, 5.593 orang hadir: 4.793 orang (82,79 persen) tepat
 *   waktu dan 800 orang (13,82 persen) terlambat ...
 *
 * The figures are the machine's as they were frozen; each share is rounded from
 * its own integers and none is the sum of others.  Nobody is called unexplained,
 * because at the opening nobody is: those who were not recorded are so many.
 * Civil servants and contract staff are told apart where both are there.
 *
 * Memory    The text lives in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "inspection/room.h"

struct press_place {
    struct text government; /* "Kota Jambi" */
    struct text zone;       /* "WIB" */
    int offset_minutes;
};

struct text press_text(const struct room *room, const struct press_place *place, struct arena *mem);
