/* The press: pages, blocks, and the file. */
#include "base/buf.h"
#include "base/day.h"
#include "documents/paper_private.h"
#include "documents/pdf.h"

#include <cairo-pdf.h>
#include <stdio.h>

/* Least room under the heading of a section. */
#define HEADING_KEEPS (22 * MM)

/* ---- pages ---- */

void press_page_end(struct press *press)
{
    if (press->drawing) {
        frame_foot(press);
        cairo_show_page(press->cairo);
    }
    press->page++;
    press->y = MARGIN_TOP;
}

void press_need(struct press *press, double height)
{
    if (press->y + height > TEXT_BOTTOM && press->y > MARGIN_TOP) press_page_end(press);
}

void press_rule(struct press *press, double x, double y, double width, double thickness)
{
    if (!press->drawing) return;
    cairo_set_line_width(press->cairo, thickness);
    cairo_move_to(press->cairo, x, y);
    cairo_line_to(press->cairo, x + width, y);
    cairo_stroke(press->cairo);
}

/* ---- blocks ---- */

/* From I on; no document has so many sections that it repeats. */
static const char *const numerals[] = {"I.",    "II.",  "III.",  "IV.",    "V.",   "VI.",   "VII.",
                                       "VIII.", "IX.",  "X.",    "XI.",    "XII.", "XIII.", "XIV.",
                                       "XV.",   "XVI.", "XVII.", "XVIII.", "XIX."};

static void press_section(struct press *press, struct text heading)
{
    static const struct type_setting mark = {TYPE_BODY_BOLD, 12 * MM, .align = PAPER_LEFT};
    static const struct type_setting line = {TYPE_BODY_BOLD, TEXT_WIDTH - 10 * MM,
                                             .capitals = true};
    size_t number = (size_t)press->section++ % COUNT_OF(numerals);
    double height;

    press->clause = 0;
    press_need(press, 4 * MM + HEADING_KEEPS);
    if (press->y > MARGIN_TOP) press->y += 4 * MM;
    IGNORE(type_set(press, &mark, text_of(numerals[number])), "as high as the heading");
    type_draw(press, MARGIN_LEFT, press->y);
    height = type_set(press, &line, heading);
    type_draw(press, MARGIN_LEFT + 10 * MM, press->y);
    press->y += height + 1.5 * MM;
}

static void press_paragraph(struct press *press, struct text text)
{
    static const struct type_setting setting = {TYPE_BODY, TEXT_WIDTH, .justified = true};

    type_flow(press, &setting, MARGIN_LEFT, text);
    press->y += 2 * MM;
}

static void press_clause(struct press *press, struct text text)
{
    static const struct type_setting mark = {TYPE_BODY, 8 * MM, .align = PAPER_LEFT};
    static const struct type_setting setting = {TYPE_BODY, TEXT_WIDTH - 8 * MM, .justified = true};
    char number[16];
    double height;

    IGNORE(snprintf(number, sizeof number, "%d.", ++press->clause), "short");
    height = type_set(press, &mark, text_of(number));
    press_need(press, 2 * height);
    IGNORE(type_set(press, &mark, text_of(number)), "the foot set other type");
    type_draw(press, MARGIN_LEFT, press->y);
    type_flow(press, &setting, MARGIN_LEFT + 8 * MM, text);
    press->y += 1 * MM;
}

static void press_note(struct press *press, struct text text)
{
    static const struct type_setting setting = {TYPE_SMALL, TEXT_WIDTH, .align = PAPER_LEFT};

    type_flow(press, &setting, MARGIN_LEFT, text);
    press->y += 2 * MM;
}

static void press_fact(struct press *press, const struct paper_fact *fact)
{
    static const struct type_setting key = {TYPE_BODY, 44 * MM, .align = PAPER_LEFT};
    static const struct type_setting colon = {TYPE_BODY, 4 * MM, .align = PAPER_LEFT};
    static const struct type_setting value = {TYPE_BODY, TEXT_WIDTH - 50 * MM, .align = PAPER_LEFT};
    double key_height = type_set(press, &key, fact->key);
    double value_height = type_set(press, &value, fact->value);
    double height = key_height > value_height ? key_height : value_height;

    press_need(press, height);
    IGNORE(type_set(press, &key, fact->key), "measured above");
    type_draw(press, MARGIN_LEFT, press->y);
    IGNORE(type_set(press, &colon, TEXT(":")), "one line");
    type_draw(press, MARGIN_LEFT + 46 * MM, press->y);
    IGNORE(type_set(press, &value, fact->value), "measured above");
    type_draw(press, MARGIN_LEFT + 50 * MM, press->y);
    press->y += height + 1.5;
}

static enum rc press_block(struct press *press,
                           const struct paper_block *block,
                           struct problem *why)
{
    switch (block->kind) {
    case PAPER_SECTION:
        press_section(press, block->text);
        break;
    case PAPER_PARAGRAPH:
        press_paragraph(press, block->text);
        break;
    case PAPER_CLAUSE:
        press_clause(press, block->text);
        break;
    case PAPER_NOTE:
        press_note(press, block->text);
        break;
    case PAPER_FACTS:
        for (size_t i = 0; i < block->count; i++) {
            press_fact(press, &block->facts[i]);
        }
        press->y += 2 * MM;
        break;
    case PAPER_TABLE:
        return table_press(press, &block->table, why);
    case PAPER_PAGE_END:
        press_page_end(press);
        break;
    }
    return RC_OK;
}

/* A heading stays with the beginning of a table, however high its head is. */
static void keep_with_table(struct press *press, const struct paper_block *block)
{
    if (block[0].kind != PAPER_SECTION || block[1].kind != PAPER_TABLE) return;
    press_need(press, 12 * MM + table_beginning(press, &block[1].table));
}

static enum rc pass(struct press *press, bool drawing, struct problem *why)
{
    const struct paper *paper = press->paper;

    press->drawing = drawing;
    press->page = 1;
    press->section = press->clause = 0;
    press->y = MARGIN_TOP;
    frame_head(press);
    for (size_t i = 0; i < paper->block_count; i++) {
        if (i + 1 < paper->block_count) keep_with_table(press, &paper->blocks[i]);
        TRY(press_block(press, &paper->blocks[i], why));
        if (press->page > PAPER_PAGES_MAX) {
            return problem_set(why, RC_TOO_LARGE, "a document has %d pages at most",
                               PAPER_PAGES_MAX);
        }
    }
    frame_signers(press);
    if (drawing) frame_foot(press);
    press->page_count = press->page;
    return RC_OK;
}

/* ---- the file ---- */

static cairo_status_t take_bytes(void *closure, const unsigned char *at, unsigned bytes)
{
    struct buf *pdf = closure;

    buf_add_bytes(pdf, at, bytes);
    return buf_ok(pdf) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static void tell(const struct press *press, cairo_pdf_metadata_t what, struct text text)
{
    CLEANUP(buf_done) struct buf line = {0};

    buf_init(&line, 2 * PAPER_CELL_BYTES_MAX);
    buf_add(&line, text);
    if (text.bytes > 0) cairo_pdf_surface_set_metadata(press->surface, what, line.at);
}

static void tell_about(const struct press *press)
{
    const struct paper *paper = press->paper;
    struct instant_text created =
        instant_text(paper->created_at_ms / 1000 * 1000, paper->offset_minutes);
    CLEANUP(buf_done) struct buf title = {0};

    buf_init(&title, 2 * PAPER_CELL_BYTES_MAX);
    buf_add(&title, paper->title);
    if (paper->number.bytes > 0) buf_format(&title, " " TEXT_FORMAT, TEXT_ARGUMENT(paper->number));
    tell(press, CAIRO_PDF_METADATA_TITLE, buf_text(&title));
    tell(press, CAIRO_PDF_METADATA_SUBJECT, paper->subject);
    tell(press, CAIRO_PDF_METADATA_AUTHOR,
         paper->author.bytes > 0 ? paper->author : paper->government);
    tell(press, CAIRO_PDF_METADATA_CREATOR, TEXT("Hadir"));
    tell(press, CAIRO_PDF_METADATA_CREATE_DATE, text_of(created.s));
    tell(press, CAIRO_PDF_METADATA_MOD_DATE, text_of(created.s));
}

static void press_start(struct press *press)
{
    PangoContext *context;

    press->surface =
        cairo_pdf_surface_create_for_stream(take_bytes, press->pdf, PAGE_WIDTH, PAGE_HEIGHT);
    /* Newer cairo would write what pdf.h need not be able to read. */
    cairo_pdf_surface_restrict_to_version(press->surface, CAIRO_PDF_VERSION_1_4);
    tell_about(press);
    press->cairo = cairo_create(press->surface);
    context = pango_font_map_create_context(press->face);
    pango_cairo_context_set_resolution(context, 72);
    pango_cairo_update_context(press->cairo, context);
    press->layout = pango_layout_new(context);
    g_object_unref(context);
}

static void press_stop(struct press *press)
{
    if (press->layout) g_object_unref(press->layout);
    if (press->cairo) cairo_destroy(press->cairo);
    if (press->surface) cairo_surface_destroy(press->surface);
    type_face_drop(&press->face);
}

enum rc paper_print(const struct paper *paper,
                    struct arena *mem,
                    struct text *out_pdf,
                    struct problem *why)
{
    CLEANUP(buf_done) struct buf pdf = {0};
    CLEANUP(press_stop) struct press press = {.paper = paper, .pdf = &pdf};

    TRY(paper_check(paper, why));
    TRY(type_face(&press.face, why));
    buf_init(&pdf, PAPER_PDF_BYTES_MAX);
    press_start(&press);
    TRY(pass(&press, false, why));
    TRY(pass(&press, true, why));
    cairo_destroy(press.cairo);
    press.cairo = NULL;
    cairo_surface_finish(press.surface);
    if (cairo_surface_status(press.surface) != CAIRO_STATUS_SUCCESS || !buf_ok(&pdf)) {
        return problem_set(why, RC_TOO_LARGE, "the document could not be set in type");
    }
    return pdf_say_language(buf_text(&pdf), TEXT("id-ID"), mem, out_pdf, why);
}
