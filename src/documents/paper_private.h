/* paper_private.h - the press: where on which page the next line goes; shared
 * by paper*.c.
 *
 * A paper goes through the press twice: the first pass draws nothing and counts
 * pages, the second draws and knows how many there are.  Lengths are points,
 * 1/72 inch, from the upper left corner. */
#pragma once

#include "documents/paper.h"

#include <pango/pangocairo.h>

#define MM (72.0 / 25.4)

/* Permendagri 1/2023 Pasal 28 and 34. */
#define PAGE_WIDTH    (210 * MM)
#define PAGE_HEIGHT   (297 * MM)
#define MARGIN_TOP    (20 * MM)
#define MARGIN_BOTTOM (25 * MM)
#define MARGIN_LEFT   (30 * MM)
#define MARGIN_RIGHT  (20 * MM)
#define TEXT_WIDTH    (PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)
#define TEXT_BOTTOM   (PAGE_HEIGHT - MARGIN_BOTTOM)

enum type_style {
    TYPE_BODY,
    TYPE_BODY_BOLD,
    TYPE_KOP,
    TYPE_KOP_AGENCY,
    TYPE_SMALL,
    TYPE_TABLE,
    TYPE_TABLE_BOLD,
    TYPE_TABLE_SMALL,
    TYPE_FOOT,
    TYPE_FOOT_BOLD,
};

struct type_setting {
    enum type_style style;
    double width;
    enum paper_align align;
    bool justified;
    bool capitals;
};

struct press {
    const struct paper *paper;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoFontMap *face;
    PangoLayout *layout;
    struct buf *pdf;
    bool drawing;
    int page;       /* from 1 */
    int page_count; /* known while drawing */
    double y;       /* where the next line begins */
    int section, clause;
};

enum rc paper_check(const struct paper *paper, struct problem *why) NODISCARD;

/* ---- paper_type.c ---- */

/* The face from its own files. */
enum rc type_face(PangoFontMap **out_face, struct problem *why) NODISCARD;
void type_face_drop(PangoFontMap **face);

/* Set a text; the height it takes. */
double type_set(struct press *press, const struct type_setting *setting, struct text text);
/* Draw what was set, at a place; nothing in the first pass. */
void type_draw(struct press *press, double x, double y);
/* Both, from press->y on, which moves below it. */
void type_line(struct press *press, const struct type_setting *setting, struct text text);
/* A paragraph at `x` that may go on over pages, never with a single line left alone. */
void type_flow(struct press *press, const struct type_setting *setting, double x, struct text text);

/* ---- paper_press.c ---- */

/* A page of its own for what needs `height` more than is left here. */
void press_need(struct press *press, double height);
void press_page_end(struct press *press);
void press_rule(struct press *press, double x, double y, double width, double thickness);

/* ---- paper_frame.c ---- */

void frame_head(struct press *press);
void frame_foot(struct press *press);
void frame_signers(struct press *press);

/* ---- paper_table.c ---- */

enum rc table_press(struct press *press,
                    const struct paper_table *table,
                    struct problem *why) NODISCARD;
double table_beginning(struct press *press, const struct paper_table *table);
