#include "devices/adms_reply.h"

#include "base/day.h"
#include "devices/adms_command.h"

#include <stdio.h>

/* Stamps as they are named for each table; the second name is that of PUSH 1.0,
 * which 2.x firmware ignores. */
static const struct {
    const char *name, *old_name;
} stamp_names[ADMS_STAMPS] = {
    [ADMS_TABLE_ATTLOG] = {"ATTLOGStamp", "Stamp"},
    [ADMS_TABLE_OPERLOG] = {"OPERLOGStamp", "OpStamp"},
    [ADMS_TABLE_ATTPHOTO] = {"ATTPHOTOStamp", "PhotoStamp"},
    [ADMS_TABLE_BIODATA] = {"BIODATAStamp", NULL},
    [ADMS_TABLE_IDCARD] = {"IDCARDStamp", NULL},
    [ADMS_TABLE_ERRORLOG] = {"ERRORLOGStamp", NULL},
};

/* What is asked for, by permission; punches and operations always. */
static const struct {
    unsigned wanted; /* 0: always */
    const char *word;
} transfers[] = {
    {0, "AttLog"},
    {0, "OpLog"},
    {ADMS_WANTED_USERS, "EnrollUser"},
    {ADMS_WANTED_USERS, "ChgUser"},
    {ADMS_WANTED_PHOTOS, "AttPhoto"},
    {ADMS_WANTED_TEMPLATES, "EnrollFP"},
    {ADMS_WANTED_TEMPLATES, "ChgFP"},
    {ADMS_WANTED_TEMPLATES, "FACE"},
    {ADMS_WANTED_TEMPLATES, "FVEIN"},
    {ADMS_WANTED_TEMPLATES, "UserPic"},
    {ADMS_WANTED_TEMPLATES, "BioPhoto"},
};

struct adms_handshake adms_handshake_default(struct text serial,
                                             const struct adms_stamps *stamps,
                                             int offset_minutes)
{
    enum { POLL_SECONDS = 10, ERROR_SECONDS = 60 };

    return (struct adms_handshake){
        .serial = serial,
        .stamps = stamps,
        .offset_minutes = offset_minutes,
        .zone_form = ADMS_ZONE_HOURS,
        .poll_seconds = POLL_SECONDS,
        .error_seconds = ERROR_SECONDS,
    };
}

struct text adms_reply_stamp(bool stored, struct text sent)
{
    int64_t number = 1;

    if (!stored) return TEXT("0");
    if (sent.bytes == 0 || text_equal_ignoring_case(sent, TEXT("None"))) return TEXT("9999");
    if (text_int(sent, &number) && number == 0) return TEXT("9999");
    return sent;
}

static void add_stamps(struct buf *out, const struct adms_stamps *stamps)
{
    for (size_t i = 0; i < ADMS_STAMPS; i++) {
        struct text stamp = adms_reply_stamp(stamps->stored[i], stamps->sent[i]);

        buf_format(out, "%s=" TEXT_FORMAT "\n", stamp_names[i].name, TEXT_ARGUMENT(stamp));
        if (stamp_names[i].old_name) {
            buf_format(out, "%s=" TEXT_FORMAT "\n", stamp_names[i].old_name, TEXT_ARGUMENT(stamp));
        }
    }
}

static void add_transfers(struct buf *out, unsigned wanted)
{
    const char *separator = " ";

    buf_add(out, TEXT("TransFlag=TransData"));
    for (size_t i = 0; i < COUNT_OF(transfers); i++) {
        if (transfers[i].wanted && !(transfers[i].wanted & wanted)) continue;
        buf_format(out, "%s%s", separator, transfers[i].word);
        separator = "\t";
    }
    buf_add_char(out, '\n');
}

/* -12 to 12 are hours; minutes are known by being more than 60. */
static void add_zone(struct buf *out, int offset_minutes, enum adms_zone_form form)
{
    enum { HOUR = 60 };
    bool whole_hours = offset_minutes % HOUR == 0;
    bool could_be_hours = offset_minutes >= -HOUR && offset_minutes <= HOUR;
    bool in_minutes = form == ADMS_ZONE_MINUTES || !whole_hours;

    if (in_minutes && !could_be_hours) {
        buf_format(out, "TimeZone=%d\n", offset_minutes);
    } else {
        buf_format(out, "TimeZone=%d\n", offset_minutes / HOUR);
    }
}

/* One bit for each type of template, 0 to 10: none, or all. */
static void add_biometrics(struct buf *out, unsigned wanted)
{
    enum { TYPES = 11 };
    static const char *const keys[] = {"MultiBioDataSupport", "MultiBioPhotoSupport"};

    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        buf_format(out, "%s=", keys[i]);
        for (int type = 0; type < TYPES; type++) {
            buf_format(out, "%s%d", type ? ":" : "", wanted & ADMS_WANTED_TEMPLATES ? 1 : 0);
        }
        buf_add_char(out, '\n');
    }
}

void adms_reply_handshake(struct buf *out, const struct adms_handshake *handshake)
{
    assert(adms_serial_is_valid(handshake->serial));
    assert(handshake->poll_seconds > 0);

    buf_format(out, "GET OPTION FROM: " TEXT_FORMAT "\n", TEXT_ARGUMENT(handshake->serial));
    add_stamps(out, handshake->stamps);
    buf_format(out, "ErrorDelay=%d\nDelay=%d\n", handshake->error_seconds, handshake->poll_seconds);
    buf_add(out, TEXT("TransTimes=00:00;14:05\nTransInterval=1\n"));
    add_transfers(out, handshake->wanted);
    add_zone(out, handshake->offset_minutes, handshake->zone_form);
    buf_add(out, TEXT("Realtime=1\nEncrypt=0\nServerVer=2.4.1\nPushProtVer=2.4.1\n"
                      "SupportPing=1\nPushOptionsFlag=1\n"
                      "PushOptions=UserCount,TransactionCount,FingerFunOn,FPVersion,FPCount,"
                      "FaceFunOn,FaceVersion,FaceCount,FWVersion,PushVersion,IPAddress,"
                      "~DeviceName,~Platform,~OEMVendor,~PIN2Width,~MaxAttLogCount\n"));
    buf_format(out, "MaxPostSize=%d\n", ADMS_POST_BYTES_MAX);
    add_biometrics(out, handshake->wanted);
}

static bool is_counted(enum adms_table table)
{
    enum { BARE = false, LINES = true };
    static const bool counted[] = {
#define TABLE(name, word, acknowledgement) [ADMS_TABLE_##name] = (acknowledgement),
#include "devices/adms_table.def"
#undef TABLE
        [ADMS_TABLE_OTHER] = BARE,
        [ADMS_TABLE_NONE] = BARE,
    };

    assert(table < COUNT_OF(counted));
    return counted[table];
}

void adms_reply_stored(struct buf *out, enum adms_table table, size_t lines)
{
    if (is_counted(table)) {
        buf_format(out, "OK: %zu", lines ? lines : 1);
    } else {
        adms_reply_ok(out);
    }
}

void adms_reply_ok(struct buf *out)
{
    buf_add(out, TEXT("OK"));
}

void adms_reply_time(struct buf *out, int64_t now_ms, int offset_minutes)
{
    enum { MS_PER_SECOND = 1000 };
    int64_t whole_ms = now_ms - now_ms % MS_PER_SECOND;

    buf_format(out, "Time=%s", instant_text(whole_ms, offset_minutes).s);
}

size_t adms_reply_commands(struct buf *out, const struct adms_command *commands, size_t count)
{
    enum { ID_BYTES = 24 }; /* "C:", 20 digits, ':' and the line end */
    size_t bytes = 0, taken = 0, written = 0;
    bool reboots = false;

    for (; taken < count && written < ADMS_COMMANDS_MAX && !reboots; taken++) {
        const struct adms_command *command = &commands[taken];

        if (!adms_command_is_safe(command->words)) continue;
        bytes += command->words.bytes + ID_BYTES;
        if (bytes > ADMS_COMMANDS_BYTES_MAX) break;
        buf_format(out, "C:%lld:" TEXT_FORMAT "\n", (long long)command->id,
                   TEXT_ARGUMENT(command->words));
        reboots = text_equal(command->words, adms_command_order(ADMS_REBOOT));
        written++;
    }
    if (written == 0) adms_reply_ok(out);
    return taken;
}

static const char weekdays[] = "MonTueWedThuFriSatSun";
static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

struct adms_http_date adms_http_date(int64_t at_ms)
{
    int64_t moment = moment_at(at_ms, 0);
    struct day day = moment_day(moment);
    unsigned second = (unsigned)moment_second_of_day(moment);
    struct adms_http_date date = {""};

    IGNORE(
        snprintf(date.s, sizeof date.s, "%.3s, %02u %.3s %04u %02u:%02u:%02u GMT",
                 weekdays + (size_t)3 * day_weekday(day), (unsigned)(uint8_t)day.day_of_month % 100,
                 months + (size_t)3 * (size_t)(day.month - 1), (unsigned)(uint16_t)day.year % 10000,
                 second / 3600 % 100, second / 60 % 60, second % 60),
        "a valid day fits");
    return date;
}

static bool month_of(struct text name, int *out_month)
{
    for (int month = 0; month < 12; month++) {
        if (text_equal(name, (struct text){months + (size_t)3 * (size_t)month, 3})) {
            *out_month = month + 1;
            return true;
        }
    }
    return false;
}

bool adms_http_date_parse(struct text text, int64_t *out_at_ms)
{
    int month = 0, second = 0;
    int64_t year = 0, day_of_month = 0;
    struct day day;

    if (text.bytes != ADMS_HTTP_DATE_BYTES || !text_ends(text, TEXT(" GMT"))) return false;
    if (!text_int((struct text){text.at + 5, 2}, &day_of_month) ||
        !month_of((struct text){text.at + 8, 3}, &month) ||
        !text_int((struct text){text.at + 12, 4}, &year) ||
        !time_of_day_parse((struct text){text.at + 17, 8}, &second)) {
        return false;
    }
    day = (struct day){(int16_t)year, (int8_t)month, (int8_t)day_of_month};
    if (!day_is_valid(day)) return false;
    *out_at_ms = instant_of_moment(moment_of(day, second), 0);
    return true;
}
