/* What stands around the contents: letterhead, title, foot, signers. */
#include "documents/paper_private.h"
#include "documents/qr.h"

#include <stdio.h>

#define FOOT_TOP  (TEXT_BOTTOM + 3 * MM)
#define QR_SIDE   (17 * MM)
#define FOOT_LEFT (MARGIN_LEFT + QR_SIDE + 4 * MM)

/* Set and draw; the height it takes, none for nothing. */
static double put(struct press *press,
                  const struct type_setting *setting,
                  double x,
                  double y,
                  struct text text)
{
    double height;

    if (text.bytes == 0) return 0;
    height = type_set(press, setting, text);
    type_draw(press, x, y);
    return height;
}

/* ---- the first page's head ---- */

void frame_head(struct press *press)
{
    static const struct type_setting first = {TYPE_KOP, TEXT_WIDTH, .align = PAPER_CENTRE,
                                              .capitals = true};
    static const struct type_setting second = {TYPE_KOP_AGENCY, TEXT_WIDTH, .align = PAPER_CENTRE,
                                               .capitals = true};
    static const struct type_setting third = {TYPE_SMALL, TEXT_WIDTH, .align = PAPER_CENTRE};
    static const struct type_setting title = {TYPE_BODY_BOLD, TEXT_WIDTH, .align = PAPER_CENTRE,
                                              .capitals = true};
    static const struct type_setting number = {TYPE_BODY, TEXT_WIDTH, .align = PAPER_CENTRE};
    const struct paper *paper = press->paper;
    char line[PAPER_CELL_BYTES_MAX + 16];

    type_line(press, paper->agency.bytes > 0 ? &first : &second, paper->government);
    type_line(press, &second, paper->agency);
    type_line(press, &third, paper->address);
    press->y += 2.5 * MM;
    press_rule(press, MARGIN_LEFT, press->y, TEXT_WIDTH, 2.25);
    press_rule(press, MARGIN_LEFT, press->y + 2.75, TEXT_WIDTH, 0.75);
    press->y += 8 * MM;
    type_line(press, &title, paper->title);
    if (paper->subject.bytes > 0) {
        type_line(press, &title, TEXT("tentang"));
        type_line(press, &title, paper->subject);
    }
    if (paper->number.bytes > 0) {
        press->y += 1 * MM;
        IGNORE(snprintf(line, sizeof line, "NOMOR " TEXT_FORMAT, TEXT_ARGUMENT(paper->number)),
               "checked to fit");
        type_line(press, &number, text_of(line));
    }
    press->y += 6 * MM;
}

/* ---- each page's foot ---- */

/* One path of all dark modules, so that no reader draws hairlines between them. */
static void draw_code(struct press *press, struct text content)
{
    struct qr qr;
    double side;

    if (!qr_of(content, press->paper->mem, &qr)) return;
    side = QR_SIDE / qr.side;
    for (int row = 0; row < qr.side; row++) {
        for (int column = 0; column < qr.side; column++) {
            if (!qr_is_dark(&qr, row, column)) continue;
            cairo_rectangle(press->cairo, MARGIN_LEFT + column * side, FOOT_TOP + row * side, side,
                            side);
        }
    }
    cairo_fill(press->cairo);
}

static void draw_page_number(struct press *press, double y)
{
    static const struct type_setting right = {TYPE_FOOT, TEXT_WIDTH, .align = PAPER_RIGHT};
    char line[64];

    IGNORE(snprintf(line, sizeof line, "Halaman %d dari %d", press->page, press->page_count),
           "short");
    IGNORE(type_set(press, &right, text_of(line)), "one line");
    type_draw(press, MARGIN_LEFT, y);
}

void frame_foot(struct press *press)
{
    static const struct type_setting words = {TYPE_FOOT, TEXT_WIDTH - QR_SIDE - 32 * MM,
                                              .align = PAPER_LEFT};
    static const struct type_setting strong = {TYPE_FOOT_BOLD, TEXT_WIDTH - QR_SIDE - 32 * MM,
                                               .align = PAPER_LEFT};
    const struct paper *paper = press->paper;
    bool has_address = paper->verify_address.bytes > 0;
    double y = FOOT_TOP - 0.5;
    char line[64 + PAPER_CELL_BYTES_MAX];

    draw_page_number(press, y);
    if (paper->code.bytes == 0) return;
    draw_code(press, has_address ? paper->verify_address : paper->code);
    IGNORE(snprintf(line, sizeof line, "Kode dokumen " TEXT_FORMAT, TEXT_ARGUMENT(paper->code)),
           "checked to fit");
    y += put(press, &strong, FOOT_LEFT, y, text_of(line)) + 2;
    y += put(press, &words, FOOT_LEFT, y,
             TEXT("Disegel secara elektronik. Cocokkan isinya dengan angka yang tampil di:"));
    IGNORE(put(press, &words, FOOT_LEFT, y,
               has_address ? paper->verify_address
                           : TEXT("halaman Verifikasi pada situs Hadir pemerintah daerah ini")),
           "the last line");
}

/* ---- the signers ---- */

#define SIGNER_GAP   (10 * MM)
#define SIGNER_WIDTH ((TEXT_WIDTH - SIGNER_GAP) / 2)
#define INK_HEIGHT   (20 * MM)

static const struct type_setting signer_line = {TYPE_BODY, SIGNER_WIDTH, .align = PAPER_CENTRE};
static const struct type_setting signer_name = {TYPE_BODY_BOLD, SIGNER_WIDTH,
                                                .align = PAPER_CENTRE};
static const struct type_setting signer_seal = {TYPE_SMALL, SIGNER_WIDTH - 8 * MM,
                                                .align = PAPER_CENTRE};

static double draw_seal(struct press *press, double x, double y, struct text sealed)
{
    double height;

    if (sealed.bytes == 0) return INK_HEIGHT;
    height = type_set(press, &signer_seal, sealed);
    if (press->drawing) {
        cairo_set_line_width(press->cairo, 0.75);
        cairo_rectangle(press->cairo, x + 1.5 * MM, y + 2 * MM, SIGNER_WIDTH - 3 * MM,
                        height + 3 * MM);
        cairo_stroke(press->cairo);
    }
    type_draw(press, x + 4 * MM, y + 3.5 * MM);
    return height + 7 * MM;
}

/* From the position to where the name stands; the height it takes. */
static double draw_above_name(struct press *press,
                              const struct paper_signer *signer,
                              double x,
                              double top)
{
    double y = top;

    y += put(press, &signer_line, x, y, signer->position);
    y += draw_seal(press, x, y, signer->sealed);
    return y - top;
}

static double draw_name(struct press *press,
                        const struct paper_signer *signer,
                        double x,
                        double top)
{
    double y = top;

    y += put(press, &signer_name, x, y, signer->name);
    y += put(press, &signer_line, x, y, signer->number);
    return y - top;
}

typedef double signer_drawer(struct press *press,
                             const struct paper_signer *signer,
                             double x,
                             double top);

/* The same part of both signers of a row; the height of the higher.  A signer
 * without a neighbour stands at the right. */
static double draw_both(struct press *press, size_t first, double top, signer_drawer *draw)
{
    const struct paper_signer *signers = press->paper->signers;
    double right_x = MARGIN_LEFT + SIGNER_WIDTH + SIGNER_GAP;
    double left, right;

    if (first + 1 == press->paper->signer_count) return draw(press, &signers[first], right_x, top);
    left = draw(press, &signers[first], MARGIN_LEFT, top);
    right = draw(press, &signers[first + 1], right_x, top);
    return left > right ? left : right;
}

/* Two names stand on one line, whatever stands above them. */
static double draw_row(struct press *press, size_t first, double top)
{
    double above = draw_both(press, first, top, draw_above_name);

    return above + draw_both(press, first, top + above, draw_name);
}

/* Measured without drawing, so that no row of signers is split. */
static double row_height(struct press *press, size_t first)
{
    bool drawing = press->drawing;
    double height;

    press->drawing = false;
    height = draw_row(press, first, 0);
    press->drawing = drawing;
    return height;
}

void frame_signers(struct press *press)
{
    const struct paper *paper = press->paper;
    double height;

    for (size_t i = 0; i < paper->signer_count; i += 2) {
        height = row_height(press, i);
        if (i == 0) {
            press_need(press, height + 12 * MM);
            press->y += 5 * MM;
            press->y += put(press, &signer_line, MARGIN_LEFT + SIGNER_WIDTH + SIGNER_GAP, press->y,
                            paper->place_and_date);
        } else {
            press_need(press, height + 5 * MM);
            press->y += 5 * MM;
        }
        IGNORE(draw_row(press, i, press->y), "measured above");
        press->y += height;
    }
}
