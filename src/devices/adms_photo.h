/* adms_photo.h - the picture a terminal takes with a punch (table ATTPHOTO).
 *
 * The body is a short header, a NUL, then the JPEG; one picture a request:
 *
 *   PIN=20210517074408-1001.jpg\nSN=...\nsize=9312\nCMD=uploadphoto\0<bytes>
 *
 * Variants: TAB or CRLF between the header's lines, base64 instead of JPEG, and
 * no header at all with the name in the query.  A name without "-PIN" belongs
 * to a failed verification (adms.md §4.4).
 *
 * Memory    Slices into the body.  The picture is sealed: it is personal data.
 * Threads   Pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"
#include "devices/adms_record.h"

struct adms_photo {
    struct text name; /* as sent */
    struct text pin;  /* empty for a failed verification */
    bool has_moment;
    int64_t moment;
    struct text action; /* uploadphoto, realupload */
    bool is_base64;
    struct adms_sealed picture; /* empty when the request carried none */
};

/* `query_pin` is adms_request.pin, used when the header has no name. */
struct adms_photo adms_photo_parse(struct text body, struct text query_pin);
