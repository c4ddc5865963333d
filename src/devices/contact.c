#include "devices/contact.h"

enum contact_change contact_note(struct contact *contact, int64_t at_ms, int64_t gap_ms)
{
    bool never = contact->to_at_ms == 0;

    assert(contact->from_at_ms <= contact->to_at_ms);
    assert(at_ms > 0 && gap_ms > 0);

    if (!never && at_ms <= contact->to_at_ms) return CONTACT_KNOWN;
    if (never || at_ms - contact->to_at_ms > gap_ms) {
        *contact = (struct contact){at_ms, at_ms};
        return CONTACT_OPENED;
    }
    contact->to_at_ms = at_ms;
    return CONTACT_EXTENDED;
}

bool contact_is_silent(const struct contact *contact, int64_t now_ms, int64_t gap_ms)
{
    return contact->to_at_ms == 0 || now_ms - contact->to_at_ms > gap_ms;
}
