#include "devices/adms_request.h"

#include "base/limits.h"

#include <string.h>

enum { METHOD_GET = 1, METHOD_POST = 2, METHOD_ANY = METHOD_GET | METHOD_POST };

struct door {
    enum adms_endpoint endpoint;
    unsigned methods;
    struct text path;
};

static const struct door doors[] = {
#define ENDPOINT(name, method, path) {ADMS_##name, METHOD_##method, TEXT_INIT(path)},
#include "devices/adms_endpoint.def"
#undef ENDPOINT
};

static const char *const endpoint_words[ADMS_ENDPOINTS] = {
    [ADMS_HANDSHAKE] = "handshake",
    [ADMS_TIME] = "time",
    [ADMS_REMOTE_ATT] = "remote_att",
    [ADMS_UPLOAD] = "upload",
    [ADMS_POST_VERIFY] = "post_verify",
    [ADMS_POLL] = "poll",
    [ADMS_RESULT] = "result",
    [ADMS_PING] = "ping",
    [ADMS_EXCHANGE] = "exchange",
    [ADMS_ACCESS] = "access",
    [ADMS_FILE] = "file",
};

static const char *const table_words[] = {
#define TABLE(name, word, acknowledgement) [ADMS_TABLE_##name] = (word),
#include "devices/adms_table.def"
#undef TABLE
    [ADMS_TABLE_OTHER] = "other",
    [ADMS_TABLE_NONE] = "none",
};

/* The query parameters that are read, each in any case; where one comes twice
 * the first counts. */
enum parameter {
    PARAMETER_SERIAL,
    PARAMETER_TABLE,
    PARAMETER_TYPE,
    PARAMETER_STAMP,
    PARAMETER_OP_STAMP,
    PARAMETER_PUSH_VERSION,
    PARAMETER_DEVICE_TYPE,
    PARAMETER_LANGUAGE,
    PARAMETER_PIN,
    PARAMETER_CONTENT,
    PARAMETER_INFO,
    PARAMETERS
};

static const char *const parameter_names[PARAMETERS] = {
    [PARAMETER_SERIAL] = "SN",
    [PARAMETER_TABLE] = "table",
    [PARAMETER_TYPE] = "type",
    [PARAMETER_STAMP] = "Stamp",
    [PARAMETER_OP_STAMP] = "OpStamp",
    [PARAMETER_PUSH_VERSION] = "pushver",
    [PARAMETER_DEVICE_TYPE] = "DeviceType",
    [PARAMETER_LANGUAGE] = "language",
    [PARAMETER_PIN] = "PIN",
    [PARAMETER_CONTENT] = "ContentType",
    [PARAMETER_INFO] = "INFO",
};

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

struct text adms_percent_decode(struct arena *mem, struct text raw)
{
    size_t bytes = 0;
    char *at;

    if (text_find(raw, '%') == raw.bytes) return raw;
    at = arena_alloc(mem, raw.bytes);
    for (size_t i = 0; i < raw.bytes; i++) {
        int high = raw.at[i] == '%' && i + 2 < raw.bytes ? hex_value(raw.at[i + 1]) : -1;
        int low = high >= 0 ? hex_value(raw.at[i + 2]) : -1;

        at[bytes] = raw.at[i];
        if (low >= 0) {
            at[bytes] = (char)(unsigned char)(high * 16 + low);
            i += 2;
        }
        bytes++;
    }
    return (struct text){at, bytes};
}

static unsigned method_of(struct text method)
{
    if (text_equal(method, TEXT("GET")) || text_equal(method, TEXT("HEAD"))) return METHOD_GET;
    return text_equal(method, TEXT("POST")) ? METHOD_POST : 0;
}

/* Cut the path at its last segment "iclock": what is before, without the
 * doubled "/iclock" some firmware adds, and what is after. */
static bool split_path(struct text path, struct text *out_prefix, struct text *out_door)
{
    struct text rest = path;
    bool found = false, doubled = false;

    while (rest.at) {
        struct text segment = text_cut(&rest, '/');
        bool is_ours = rest.at && text_equal_ignoring_case(segment, TEXT("iclock"));

        if (is_ours && !doubled) {
            *out_prefix = (struct text){path.at, (size_t)(segment.at - path.at)};
        }
        if (is_ours) *out_door = rest;
        found = found || is_ours;
        doubled = is_ours;
    }
    if (!found) return false;
    while (out_prefix->bytes && out_prefix->at[out_prefix->bytes - 1] == '/') {
        out_prefix->bytes--;
    }
    return true;
}

bool adms_request_is_terminal_path(struct text path)
{
    struct text prefix = {0}, door = {0};

    return path.bytes <= ADMS_PATH_BYTES_MAX && split_path(path, &prefix, &door);
}

/* Without slashes at both ends and the ".aspx" of hosts that need one. */
static struct text bare_door(struct text door)
{
    static const struct text suffix = TEXT_INIT(".aspx");

    while (door.bytes && door.at[0] == '/') {
        door.at++;
        door.bytes--;
    }
    while (door.bytes && door.at[door.bytes - 1] == '/') {
        door.bytes--;
    }
    if (door.bytes > suffix.bytes &&
        text_equal_ignoring_case((struct text){door.at + door.bytes - suffix.bytes, suffix.bytes},
                                 suffix)) {
        door.bytes -= suffix.bytes;
    }
    return door;
}

static bool door_matches(const struct door *door, struct text path, struct text *out_file)
{
    struct text first = {path.at, door->path.bytes};

    *out_file = (struct text){NULL, 0};
    if (path.bytes < door->path.bytes || !text_equal_ignoring_case(first, door->path)) return false;
    if (path.bytes == door->path.bytes) return true;
    if (door->endpoint != ADMS_FILE || path.at[door->path.bytes] != '/') return false;
    *out_file = (struct text){path.at + door->path.bytes + 1, path.bytes - door->path.bytes - 1};
    return true;
}

static const struct door *door_of(unsigned method, struct text path, struct text *out_file)
{
    for (size_t i = 0; i < COUNT_OF(doors); i++) {
        if ((doors[i].methods & method) && door_matches(&doors[i], path, out_file)) {
            return &doors[i];
        }
    }
    return NULL;
}

static void read_parameters(struct arena *mem, struct text query, struct text values[PARAMETERS])
{
    while (query.at) {
        struct text value = text_cut(&query, '&');
        struct text key = text_cut(&value, '=');

        for (size_t i = 0; i < PARAMETERS; i++) {
            if (values[i].at || !text_equal_ignoring_case(key, text_of(parameter_names[i]))) {
                continue;
            }
            values[i] = text_trim(adms_percent_decode(mem, value));
            if (!values[i].at) values[i] = TEXT("");
        }
    }
}

/* A stamp goes back to the terminal, so nothing but letters and digits passes. */
static struct text stamp_of(struct text stamp)
{
    if (stamp.bytes > ADMS_STAMP_BYTES_MAX) return TEXT("");
    for (size_t i = 0; i < stamp.bytes; i++) {
        char lower = (char)(stamp.at[i] | 0x20);

        if (!(stamp.at[i] >= '0' && stamp.at[i] <= '9') && !(lower >= 'a' && lower <= 'z')) {
            return TEXT("");
        }
    }
    return stamp;
}

/* cdata is several doors in one: the query says which. */
static enum adms_endpoint endpoint_of(const struct door *door, const struct text *values)
{
    struct text type = values[PARAMETER_TYPE];

    if (door->endpoint == ADMS_HANDSHAKE) {
        if (text_equal_ignoring_case(type, TEXT("time"))) return ADMS_TIME;
        if (text_equal_ignoring_case(values[PARAMETER_TABLE], TEXT("RemoteAtt"))) {
            return ADMS_REMOTE_ATT;
        }
    }
    if (door->endpoint == ADMS_UPLOAD && text_equal_ignoring_case(type, TEXT("PostVerifyData"))) {
        return ADMS_POST_VERIFY;
    }
    return door->endpoint;
}

bool adms_serial_is_valid(struct text serial)
{
    if (serial.bytes == 0 || serial.bytes > SERIAL_BYTES_MAX) return false;
    for (size_t i = 0; i < serial.bytes; i++) {
        char byte = serial.at[i];
        char lower = (char)(byte | 0x20);

        if (!(byte >= '0' && byte <= '9') && !(lower >= 'a' && lower <= 'z') && byte != '_' &&
            byte != '-') {
            return false;
        }
    }
    return true;
}

static void fill(struct adms_request *request, const struct text *values)
{
    struct text stamp = values[PARAMETER_STAMP];

    if (!stamp.at) stamp = values[PARAMETER_OP_STAMP];
    request->serial = values[PARAMETER_SERIAL];
    request->table_word = values[PARAMETER_TABLE];
    request->table = adms_table_of(request->table_word);
    request->stamp = stamp_of(stamp);
    request->push_version = values[PARAMETER_PUSH_VERSION];
    request->device_type = values[PARAMETER_DEVICE_TYPE];
    request->language = values[PARAMETER_LANGUAGE];
    request->pin = values[PARAMETER_PIN];
    request->compressed = text_equal_ignoring_case(values[PARAMETER_CONTENT], TEXT("tgz"));
    request->has_info = values[PARAMETER_INFO].bytes > 0;
    if (request->has_info) request->info = adms_info_parse(values[PARAMETER_INFO]);
}

enum rc adms_request_parse(struct arena *mem,
                           struct text method,
                           struct text path,
                           struct text query,
                           struct adms_request *out_request,
                           struct problem *why)
{
    struct adms_request request = {0};
    struct text values[PARAMETERS] = {0};
    const struct door *door;
    struct text after = {0};

    if (path.bytes > ADMS_PATH_BYTES_MAX || query.bytes > ADMS_QUERY_BYTES_MAX) {
        return problem_set(why, RC_TOO_LARGE, "the request line is too long");
    }
    if (!split_path(path, &request.prefix, &after)) {
        return problem_set(why, RC_NOT_FOUND, "not a path of terminals");
    }
    door = door_of(method_of(method), bare_door(after), &request.file);
    if (!door) return problem_set(why, RC_NOT_FOUND, "no such door for terminals");
    read_parameters(mem, query, values);
    if (!adms_serial_is_valid(values[PARAMETER_SERIAL])) {
        return problem_at(why, RC_INVALID, "SN", "the serial number is missing or malformed");
    }
    fill(&request, values);
    request.endpoint = endpoint_of(door, values);
    *out_request = request;
    return RC_OK;
}

const char *adms_endpoint_word(enum adms_endpoint endpoint)
{
    assert(endpoint < ADMS_ENDPOINTS);
    return endpoint_words[endpoint];
}

enum adms_table adms_table_of(struct text word)
{
    word = text_trim(word);
    if (word.bytes == 0) return ADMS_TABLE_NONE;
    for (size_t i = 0; i < ADMS_TABLE_OTHER; i++) {
        if (text_equal_ignoring_case(word, text_of(table_words[i]))) return (enum adms_table)i;
    }
    return ADMS_TABLE_OTHER;
}

const char *adms_table_word(enum adms_table table)
{
    assert(table <= ADMS_TABLE_NONE);
    return table_words[table];
}

static int64_t number_or_none(struct text *rest)
{
    int64_t number;

    return text_int(text_trim(text_cut(rest, ',')), &number) ? number : ADMS_NUMBER_NONE;
}

struct adms_info adms_info_parse(struct text info)
{
    struct text rest = info;
    struct adms_info read;

    read.firmware = text_trim(text_cut(&rest, ','));
    read.users = number_or_none(&rest);
    read.fingers = number_or_none(&rest);
    read.records = number_or_none(&rest);
    read.address = text_trim(text_cut(&rest, ','));
    read.finger_version = text_trim(text_cut(&rest, ','));
    read.face_version = text_trim(text_cut(&rest, ','));
    read.faces_needed = number_or_none(&rest);
    read.faces = number_or_none(&rest);
    read.functions = text_trim(text_cut(&rest, ','));
    read.cards = number_or_none(&rest);
    read.user_photos = number_or_none(&rest);
    read.photos = number_or_none(&rest);
    return read;
}
