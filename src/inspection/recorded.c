#include "inspection/recorded.h"

#include "people/directory.h"
#include "people/setting.h"

static const struct record_field period_fields[] = {
    RECORD_INSTANT(struct roll_recording,
                   from,
                   RECORD_REQUIRED,
                   .about = "Everybody in the room was told from here on."),
    RECORD_INSTANT(struct roll_recording, to, RECORD_NULLABLE, .about = "Null: it goes on."),
    RECORD_TEXT(struct roll_recording,
                by,
                RECORD_REQUIRED,
                0,
                RECORD_ANY,
                .about = "The account that ordered it."),
};
const struct record recorded_period_record =
    RECORD_TOLD("RecordingPeriod", struct roll_recording, period_fields);

static const struct record_field fields[] = {
    RECORD_NAMED("recorded",
                 struct recorded,
                 was,
                 RECORD_IS_BOOL,
                 .need = RECORD_REQUIRED,
                 .about = "True when any of the session was."),
    RECORD_LIST(struct recorded,
                periods,
                RECORD_REQUIRED,
                &recorded_period_record,
                RECORD_ANY,
                .about = "From when to when, and by whose order it was announced."),
    RECORD_INT(struct recorded,
               keep_days,
               RECORD_REQUIRED,
               0,
               0,
               .about = "For how many days recordings are kept."),
    RECORD_BOOL(struct recorded,
                keep_is_usual,
                RECORD_REQUIRED,
                .about = "That is the program's own proposal: nobody decided it."),
    RECORD_DAY(struct recorded,
               kept_to,
               RECORD_NULLABLE,
               .about = "The last day on which all of it is kept."),
};
const struct record recorded_record = RECORD_TOLD("InspectionRecorded", struct recorded, fields);

struct recording_keeping recording_keeping_of(const struct directory *directory)
{
    const struct setting *usual = setting_default(SETTING_RECORDING_DAYS);
    struct text own = directory_setting(directory, usual->key.at, (struct text){NULL, 0});
    int64_t days = 0;

    IGNORE(text_int(usual->value, &days), "the defaults are numbers");
    return (struct recording_keeping){(int)directory_setting_int(directory, usual->key.at, days),
                                      own.at == NULL};
}

struct recorded recorded_of(const struct roll_call *call,
                            struct recording_keeping keeping,
                            int offset_minutes)
{
    struct recorded recorded = {
        .periods = {call->recordings, call->recording_count},
        .keep_days = keeping.days,
        .was = call->recording_count > 0,
        .keep_is_usual = keeping.is_usual,
    };

    if (recorded.was) {
        int64_t moment = moment_at(call->recordings[0].from_ms, offset_minutes);

        recorded.kept_to = day_add(moment_day(moment), keeping.days);
    }
    return recorded;
}
