#include "api/terminal_reply.h"

#include "api/reply.h"

enum told_state { TOLD_CONNECTED, TOLD_SILENT, TOLD_NEVER, TOLD_RETIRED };

static const struct record_choice states[] = {{"connected", TOLD_CONNECTED},
                                              {"silent", TOLD_SILENT},
                                              {"never", TOLD_NEVER},
                                              {"retired", TOLD_RETIRED},
                                              {NULL, 0}};

static const struct record_field fields[] = {
    SAY_TEXT(struct terminal_told, serial, "Serial number."),
    SAY_TEXT(struct terminal_told, name, "Where it stands; the agency's name without its own."),
    SAY_TEXT(struct terminal_told, agency, "Code of the agency."),
    SAY_TEXT(struct terminal_told, agency_name, "Its full name."),
    SAY_DAY_OR_NULL(struct terminal_told, since, "Since when it stands there; null is always."),
    SAY_TEXT(struct terminal_told, model, "As it tells, or as somebody corrected it."),
    SAY_TEXT(struct terminal_told, firmware, "As it tells."),
    SAY_WORDS(struct terminal_told, methods, method_choices, "Those the model has codes for."),
    SAY_WORD(struct terminal_told, state, states, "Whether it is in contact."),
    SAY_INSTANT_OR_NULL(struct terminal_told, last_contact_at, "When it was last heard."),
    SAY_INSTANT_OR_NULL(struct terminal_told, silent_since, "Null while it is in contact."),
    SAY_INT_OR_NULL(struct terminal_told, drift_ms, TERMINAL_NOTHING, "How far its clock is off."),
    SAY_INT_OR_NULL(struct terminal_told, held, TERMINAL_NOTHING, "Punches it still holds."),
    SAY_INT(struct terminal_told, punches_today, "Punches of today."),
    RECORD_INTS(struct terminal_told,
                activity,
                RECORD_REQUIRED,
                TERMINAL_ACTIVITY_SLOTS,
                .about = "Punches in equal parts of the morning."),
    SAY_TEXT(struct terminal_told, address, "Where it calls from."),
    SAY_TEXT(struct terminal_told, protocol, "How it speaks."),
};
const struct record terminal_reply_record =
    RECORD_ZONED("Terminal", struct terminal_told, fields, offset_minutes);

enum rc terminal_light_take(struct http_request *request,
                            const struct directory *directory,
                            struct terminal_light *out_light)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;

    TRY(api_borrow(api, &reader));
    out_light->mem = request->mem;
    out_light->directory = directory;
    return verify_table_load(reader->facts, api->options.government, request->mem,
                             &out_light->verify);
}

/* The methods that the rows of its model name. */
static unsigned methods_of(const struct verify_table *verify, const struct terminal_view *view)
{
    unsigned methods = 0;

    for (size_t i = 0; i < verify->count; i++) {
        if (text_equal_ignoring_case(verify->rows[i].model, view->model)) {
            methods |= 1u << verify->rows[i].method;
        }
    }
    return methods;
}

static enum told_state state_of(const struct terminal_view *view)
{
    if (view->standing == TERMINAL_STANDS_REFUSED) return TOLD_RETIRED;
    if (view->contact_to_ms == 0) return TOLD_NEVER;
    return view->silent ? TOLD_SILENT : TOLD_CONNECTED;
}

static struct day since_of(const struct terminal_view *view)
{
    return view->since == TERMINAL_SINCE_EVER ? (struct day){0} : day_from_number(view->since);
}

static struct record_list activity_of(struct arena *mem, const struct terminal_view *view)
{
    int *slots = arena_array(mem, int, COUNT_OF(view->activity));

    for (size_t i = 0; i < COUNT_OF(view->activity); i++) {
        slots[i] = view->activity[i];
    }
    return (struct record_list){slots, COUNT_OF(view->activity)};
}

struct terminal_told terminal_tell(const struct terminal_light *light,
                                   const struct terminal_view *view)
{
    const struct directory *directory = light->directory;
    int32_t agency = directory_find_agency(directory, view->agency);
    struct text agency_name = agency == NONE ? TEXT("") : directory->agencies[agency].name;

    return (struct terminal_told){
        .serial = view->serial,
        .name = view->name.bytes ? view->name : agency_name,
        .agency = view->agency,
        .agency_name = agency_name,
        .since = since_of(view),
        .model = view->model,
        .firmware = view->firmware,
        .methods = methods_of(&light->verify, view),
        .state = (int)state_of(view),
        .last_contact_at_ms = view->contact_to_ms,
        .silent_since_ms = view->silent ? view->contact_to_ms : 0,
        .offset_minutes = reply_offset(directory, agency),
        .drift_ms = view->drift_ms,
        .held = view->held,
        .punches_today = view->punches_today,
        .activity = activity_of(light->mem, view),
        .address = view->address,
        .protocol = view->protocol.bytes ? view->protocol : TEXT("ADMS"),
    };
}
