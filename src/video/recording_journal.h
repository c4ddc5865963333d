/* recording_journal.h - what happened in a room while it was recorded.
 *
 *   FOLDER/<room>/journal
 *
 * Janus' files say what was seen and heard, by members whose names nobody else
 * keeps.  The journal lies beside them and is removed with them; each line is an
 * object of JSON:
 *
 *   on, off    the recording begins, ends
 *   member     somebody who is recorded: name, role, tag, the mid of his screen
 *   floor      who has it from now on; nobody without a member
 *   film       a file was made that a browser plays: of whom, of what, from when
 *   failed     a file of Janus' of which no film could be made, and why
 *
 * Each line has two instants: by our clock, which may be simulated and by which
 * everything else is told, and by the machine's, by which Janus' files are.
 *
 * Lines are appended whole, by one write; one that a power cut left half is
 * passed over.  Above JOURNAL_BYTES_MAX nothing more is noted.
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   Any; the video thread and the one that makes films write.
 * Errors    RC_NOT_FOUND without a journal, RC_UNAVAILABLE. */
#pragma once

#include "base/clock.h"
#include "base/record.h"

enum { JOURNAL_BYTES_MAX = 4 * 1024 * 1024 };

enum journal_what {
    JOURNAL_ON,
    JOURNAL_OFF,
    JOURNAL_MEMBER,
    JOURNAL_FLOOR,
    JOURNAL_FILM,
    JOURNAL_FAILED,
};

struct journal_line {
    int64_t at_ms;      /* by our clock */
    int64_t machine_ms; /* by the machine's; of a film: of its first picture or sound */
    int64_t lasts_ms;
    int64_t bytes;
    struct text member;
    struct text name;
    struct text role;
    struct text tag;
    struct text screen;
    struct text file;
    struct text medium; /* sound, picture or screen */
    struct text why;
    int rotation; /* of a picture: degrees, clockwise, to be seen upright */
    int what;     /* enum journal_what */
};

/* Append a line about now. */
enum rc journal_note(const char *folder,
                     const char *room,
                     const struct clock *clock,
                     struct journal_line line) NODISCARD;

/* The same with the instants that are in it. */
enum rc journal_add(const char *folder,
                    const char *room,
                    const struct journal_line *line) NODISCARD;

enum rc journal_read(const char *folder,
                     const char *room,
                     struct arena *mem,
                     const struct journal_line **out_lines,
                     size_t *out_count) NODISCARD;

/* An instant of the machine's clock by ours, as the lines before it have both. */
int64_t journal_instant(const struct journal_line *lines, size_t count, int64_t machine_ms);
