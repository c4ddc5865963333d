/* minutes_form.h - what makes minutes a berita acara: how it begins and how it ends.
 *
 *   Pada hari ini, Senin tanggal tujuh belas bulan Mei tahun dua ribu dua puluh
 *   satu (17-05-2021), pukul 08.33 WIB, bertempat di Ruang kendali JCOC, telah
 *   dilaksanakan ..., dipimpin oleh ..., dengan hasil sebagai berikut.
 *   ...
 *   Demikian berita acara ini dibuat dengan sebenarnya ...
 *                                       Jambi, 17 Mei 2021
 *        Notulis,                       Wakil Wali Kota Jambi,
 *
 * The day stands in words and figures, as in every berita acara.  The one who took
 * the notes signs at the left and who led at the right; where only the office
 * is known, a line is left for the name.
 *
 * Source    domain.md 11; Permendagri 1/2023, form of a berita acara (law.md 11).
 * Memory    Texts live in the arena.
 * Threads   All functions are pure. */
#pragma once

#include "inspection/minutes.h"

/* Letterhead, title, number, place and date; the paper is empty then. */
void minutes_begin(const struct minutes *minutes, struct arena *mem, struct paper *out_paper);
void minutes_end(const struct minutes *minutes, struct arena *mem, struct paper *paper);
