/* medium.h - by what video an inspection goes, and who may know how to get in.
 *
 * The plan says it in words: our own room ("Ruang video Hadir"), none ("Tanpa
 * video"), what it is called elsewhere ("Zoom Meeting"), or a link of another
 * service.  Whoever has the link is in that room, so it is told only to those who
 * take part; everybody else is told its host.
 *
 *   https://us02web.zoom.us:443/j/123?pwd=x     the plan
 *           us02web.zoom.us                     everybody
 *
 * A link is https, with a host that has a dot, and printable ASCII that needs no
 * escape in a page; nobody's name stands before the host, where it would be taken
 * for the host ("https://zoom.us@evil.example/").  What looks like an address of
 * another kind (http:, javascript:) is refused.
 *
 * Memory    Texts point into what was given.
 * Threads   All functions are pure.
 * Errors    RC_INVALID with the reason. */
#pragma once

#include "base/problem.h"
#include "base/text.h"

/* May it stand in a plan? */
enum rc medium_check(struct text medium, struct problem *why) NODISCARD;

/* The link that it is; empty: it is none. */
struct text medium_link(struct text medium);

/* What everybody may know: the host of a link, else all of it. */
struct text medium_told(struct text medium);
