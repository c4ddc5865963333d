#include "http/cookie.h"

struct text cookie_find(struct text header, struct text name)
{
    while (header.at) {
        struct text value = text_cut(&header, ';');
        struct text key = text_trim(text_cut(&value, '='));

        if (!value.at || !text_equal(key, name)) continue;
        value = text_trim(value);
        if (value.bytes >= 2 && value.at[0] == '"' && value.at[value.bytes - 1] == '"') {
            value = (struct text){value.at + 1, value.bytes - 2};
        }
        return value;
    }
    return (struct text){NULL, 0};
}
