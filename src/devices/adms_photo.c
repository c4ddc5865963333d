#include "devices/adms_photo.h"

#include "base/day.h"

enum { STAMP_DIGITS = 14 }; /* YYYYMMDDhhmmss */

static bool begins_as_jpeg(struct text bytes)
{
    return text_starts(bytes, TEXT("\xff\xd8"));
}

/* "20210517074408" as a moment. */
static bool compact_moment(struct text digits, int64_t *out_moment)
{
    char text[MOMENT_TEXT_BYTES];
    static const char pattern[] = "dddd-dd-dd dd:dd:dd";
    size_t used = 0;

    if (digits.bytes != STAMP_DIGITS) return false;
    for (size_t i = 0; i < sizeof text; i++) {
        text[i] = pattern[i];
        if (pattern[i] == 'd') text[i] = digits.at[used++];
    }
    return moment_parse((struct text){text, sizeof text}, out_moment);
}

/* "20210517074408-1001.jpg": a moment, and a PIN unless nobody was recognised.
 * A name that is no moment is a bare PIN, as some queries carry it. */
static void read_name(struct adms_photo *photo)
{
    struct text pin = photo->name;
    struct text digits;

    if (text_ends(pin, TEXT(".jpg"))) pin.bytes -= 4;
    digits = text_cut(&pin, '-');
    photo->has_moment = compact_moment(digits, &photo->moment);
    if (pin.at) {
        photo->pin = pin;
    } else {
        photo->pin = photo->has_moment ? TEXT("") : digits;
    }
}

static struct text header_value(struct text header, struct text wanted)
{
    while (header.at) {
        struct text line = text_cut(&header, '\n');

        while (line.at) {
            struct text value = text_cut(&line, '\t');
            struct text key = text_trim(text_cut(&value, '='));

            if (value.at && text_equal_ignoring_case(key, wanted)) return text_trim(value);
        }
    }
    return TEXT("");
}

struct adms_photo adms_photo_parse(struct text body, struct text query_pin)
{
    struct adms_photo photo = {0};
    struct text picture = body;
    struct text header = TEXT("");

    if (!begins_as_jpeg(body) && text_find(body, '\0') < body.bytes) {
        header = text_cut(&picture, '\0');
    }
    photo.name = header_value(header, TEXT("PIN"));
    if (photo.name.bytes == 0) photo.name = query_pin;
    photo.action = header_value(header, TEXT("CMD"));
    photo.is_base64 = picture.bytes > 0 && !begins_as_jpeg(picture);
    photo.picture = (struct adms_sealed){picture.at, picture.bytes};
    read_name(&photo);
    return photo;
}
