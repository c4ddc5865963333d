#include "rules/zone.h"

struct zone_row {
    const char *word;
    const char *iana;
    int offset_minutes;
};

static const struct zone_row zones[] = {
#define ZONE(name, word, iana, offset) [ZONE_##name] = {word, iana, offset},
#include "rules/zone.def"
#undef ZONE
};

/* Names of the same offset that older systems and tz files still carry. */
static const struct {
    const char *iana;
    enum zone zone;
} aliases[] = {
    {"Asia/Pontianak", ZONE_WIB},
    {"Asia/Ujung_Pandang", ZONE_WITA},
};

bool zone_parse(struct text text, enum zone *out_zone)
{
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        if (text_equal_ignoring_case(text, text_of(zones[i].word)) ||
            text_equal_ignoring_case(text, text_of(zones[i].iana))) {
            *out_zone = (enum zone)i;
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(aliases); i++) {
        if (text_equal_ignoring_case(text, text_of(aliases[i].iana))) {
            *out_zone = aliases[i].zone;
            return true;
        }
    }
    return false;
}

bool zone_of_offset(int offset_minutes, enum zone *out_zone)
{
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        if (zones[i].offset_minutes == offset_minutes) {
            *out_zone = (enum zone)i;
            return true;
        }
    }
    return false;
}

const char *zone_word(enum zone zone)
{
    assert((size_t)zone < COUNT_OF(zones));
    return zones[zone].word;
}

const char *zone_iana(enum zone zone)
{
    assert((size_t)zone < COUNT_OF(zones));
    return zones[zone].iana;
}

int zone_offset_minutes(enum zone zone)
{
    assert((size_t)zone < COUNT_OF(zones));
    return zones[zone].offset_minutes;
}
