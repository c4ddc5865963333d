/* Setting lines of type. */
#include "base/file.h"
#include "documents/paper_private.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>

#define FACE "Liberation Sans"

static const struct {
    double size;
    bool bold;
} styles[] = {
    [TYPE_BODY] = {12, false},      [TYPE_BODY_BOLD] = {12, true},   [TYPE_KOP] = {14, false},
    [TYPE_KOP_AGENCY] = {16, true}, [TYPE_SMALL] = {9, false},       [TYPE_TABLE] = {10, false},
    [TYPE_TABLE_BOLD] = {10, true}, [TYPE_TABLE_SMALL] = {9, false}, [TYPE_FOOT] = {8, false},
    [TYPE_FOOT_BOLD] = {8, true},
};

/* ---- the face ---- */

/* Where distributions put it: Debian and Ubuntu, older ones, Fedora, Arch, Alpine. */
static const char *const folders[] = {
    "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation-sans",     "/usr/share/fonts/liberation-sans-fonts",
    "/usr/share/fonts/liberation",          "/usr/local/share/fonts/liberation",
};
static const char *const files[] = {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"};

static void drop_config(FcConfig **config)
{
    if (*config) FcConfigDestroy(*config);
}

static bool add_folder(FcConfig *config, const char *folder)
{
    char path[128];

    for (size_t i = 0; i < COUNT_OF(files); i++) {
        IGNORE(snprintf(path, sizeof path, "%s/%s", folder, files[i]), "both are constants");
        if (!file_exists(path)) return false;
        if (!FcConfigAppFontAddFile(config, (const FcChar8 *)path)) return false;
    }
    return true;
}

enum rc type_face(PangoFontMap **out_face, struct problem *why)
{
    CLEANUP(drop_config) FcConfig *config = FcConfigCreate();
    CLEANUP(drop_config) FcConfig *nothing = FcConfigCreate();

    /* Pango's own thread then finds a configuration, and reads none of the machine's. */
    if (!FcConfigSetCurrent(nothing)) {
        return problem_set(why, RC_UNAVAILABLE, "the faces of this machine cannot be used");
    }
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        if (!add_folder(config, folders[i])) continue;
        *out_face = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(*out_face), config);
        return RC_OK;
    }
    return problem_set(why, RC_UNAVAILABLE,
                       "the face of documents is not installed: install the package "
                       "fonts-liberation (Liberation Sans)");
}

void type_face_drop(PangoFontMap **face)
{
    if (!*face) return;
    /* A map that is freed forgets to give its configuration back. */
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(*face), NULL);
    g_object_unref(*face);
    *face = NULL;
}

/* ---- lines ---- */

/* Capitals are written as such: pango's own transformation leaves the small
 * letters behind the glyphs, so that what is copied or read aloud is wrong. */
static void set_text(PangoLayout *layout, struct text text, bool capitals)
{
    gchar *upper;

    if (!capitals || text.bytes == 0) {
        pango_layout_set_text(layout, text.at ? text.at : "", (int)text.bytes);
        return;
    }
    upper = g_utf8_strup(text.at, (gssize)text.bytes);
    pango_layout_set_text(layout, upper, -1);
    g_free(upper);
}

static void set_face(PangoLayout *layout, enum type_style style)
{
    PangoFontDescription *face = pango_font_description_new();

    pango_font_description_set_family_static(face, FACE);
    pango_font_description_set_absolute_size(face, styles[style].size * PANGO_SCALE);
    if (styles[style].bold) pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, face);
    pango_font_description_free(face);
}

double type_set(struct press *press, const struct type_setting *setting, struct text text)
{
    static const PangoAlignment alignments[] = {
        [PAPER_LEFT] = PANGO_ALIGN_LEFT,
        [PAPER_RIGHT] = PANGO_ALIGN_RIGHT,
        [PAPER_CENTRE] = PANGO_ALIGN_CENTER,
    };
    PangoLayout *layout = press->layout;
    int height = 0;

    set_face(layout, setting->style);
    pango_layout_set_width(layout, (int)(setting->width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, alignments[setting->align]);
    pango_layout_set_justify(layout, setting->justified);
    pango_layout_set_line_spacing(layout, setting->style <= TYPE_BODY_BOLD ? 1.15F : 0.0F);
    set_text(layout, text, setting->capitals);
    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

void type_draw(struct press *press, double x, double y)
{
    if (!press->drawing) return;
    cairo_move_to(press->cairo, x, y);
    pango_cairo_show_layout(press->cairo, press->layout);
}

void type_line(struct press *press, const struct type_setting *setting, struct text text)
{
    double height;

    if (text.bytes == 0) return;
    height = type_set(press, setting, text);
    type_draw(press, MARGIN_LEFT, press->y);
    press->y += height;
}

/* ---- paragraphs over pages ---- */

struct flow {
    struct press *press;
    double x;
    PangoLayoutIter *lines;
    int index, count;
};

static double line_height(const struct flow *flow)
{
    PangoRectangle line;

    pango_layout_iter_get_line_extents(flow->lines, NULL, &line);
    return (double)line.height / PANGO_SCALE;
}

/* A page ends before the second line rather than after the first, and before
 * the last but one rather than after it. */
static double kept_together(const struct flow *flow, double height)
{
    bool first = flow->index == 0 && flow->count > 1;
    bool last_but_one = flow->index == flow->count - 2;

    return first || last_but_one ? 2 * height : height;
}

static void flow_line(struct flow *flow)
{
    struct press *press = flow->press;
    PangoRectangle line;
    double height = line_height(flow);

    press_need(press, kept_together(flow, height));
    if (press->drawing) {
        double base;

        pango_layout_iter_get_line_extents(flow->lines, NULL, &line);
        base = (double)(pango_layout_iter_get_baseline(flow->lines) - line.y) / PANGO_SCALE;
        cairo_move_to(press->cairo, flow->x + (double)line.x / PANGO_SCALE, press->y + base);
        pango_cairo_show_layout_line(press->cairo,
                                     pango_layout_iter_get_line_readonly(flow->lines));
    }
    press->y += height;
}

void type_flow(struct press *press, const struct type_setting *setting, double x, struct text text)
{
    struct flow flow = {.press = press, .x = x};
    PangoLayout *whole;

    IGNORE(type_set(press, setting, text), "lines are measured one by one");
    /* A foot that is drawn meanwhile sets other type: the lines are our own. */
    whole = pango_layout_copy(press->layout);
    flow.lines = pango_layout_get_iter(whole);
    flow.count = pango_layout_get_line_count(whole);
    do {
        flow_line(&flow);
        flow.index++;
    } while (pango_layout_iter_next_line(flow.lines));
    pango_layout_iter_free(flow.lines);
    g_object_unref(whole);
}
