#include "devices/simulator_summary.h"

#include "base/json_write.h"

enum { MS_PER_SECOND = 1000, US_PER_MS = 1000 };

/* 0 to 7 are their own buckets, then eight for each power of two. */
static size_t bucket_of(uint64_t microseconds)
{
    unsigned power;
    size_t bucket;

    if (microseconds < LATENCY_EIGHTHS) return (size_t)microseconds;
    power = 63u - (unsigned)__builtin_clzll(microseconds);
    bucket = (size_t)(power - 2) * LATENCY_EIGHTHS + ((microseconds >> (power - 3)) & 7u);
    return bucket < LATENCY_BUCKETS ? bucket : LATENCY_BUCKETS - 1;
}

/* The first value above the bucket. */
static int64_t edge_of(size_t bucket)
{
    size_t power = bucket / LATENCY_EIGHTHS + 2;
    size_t eighth = bucket % LATENCY_EIGHTHS;

    if (bucket < LATENCY_EIGHTHS) return (int64_t)bucket + 1;
    return (int64_t)((LATENCY_EIGHTHS + eighth + 1) << (power - 3));
}

void simulator_latency_note(struct simulator_latency *latency, int64_t microseconds)
{
    latency->count++;
    latency->buckets[bucket_of(microseconds < 0 ? 0 : (uint64_t)microseconds)]++;
}

int64_t simulator_latency_at(const struct simulator_latency *latency, double share)
{
    uint64_t seen = 0;

    if (latency->count == 0) return 0;
    for (size_t i = 0; i < LATENCY_BUCKETS; i++) {
        seen += latency->buckets[i];
        if (seen && (double)seen >= share * (double)latency->count) return edge_of(i);
    }
    return edge_of(LATENCY_BUCKETS - 1);
}

bool simulator_summary_is_good(const struct simulator_summary *summary)
{
    return summary->verdict.missing == 0 && summary->verdict.doubled == 0 &&
           summary->figures.violations == 0 && summary->waiting == 0;
}

static double per_second(const struct simulator_summary *summary, uint64_t count)
{
    if (summary->elapsed_ms <= 0) return 0;
    return (double)count * MS_PER_SECOND / (double)summary->elapsed_ms;
}

static double milliseconds(const struct simulator_summary *summary, double share)
{
    return (double)simulator_latency_at(&summary->latency, share) / US_PER_MS;
}

void simulator_summary_text(const struct simulator_summary *summary, struct buf *out)
{
    const struct simulator_figures *figures = &summary->figures;

    buf_format(out, "%zu terminals, %.1f s: %llu punches made, %llu rows acknowledged (%.0f/s)\n",
               summary->terminals, (double)summary->elapsed_ms / MS_PER_SECOND,
               (unsigned long long)figures->made, (unsigned long long)figures->acknowledged,
               per_second(summary, figures->acknowledged));
    buf_format(out, "%llu requests (%.0f/s), p50 %.2f ms, p99 %.2f ms; %llu refused, %llu lost\n",
               (unsigned long long)figures->requests, per_second(summary, figures->requests),
               milliseconds(summary, 0.5), milliseconds(summary, 0.99),
               (unsigned long long)figures->refused, (unsigned long long)figures->lost);
    buf_format(out, "%llu sent again on purpose, %llu unreadable, %llu commands obeyed\n",
               (unsigned long long)figures->repeated, (unsigned long long)figures->bad,
               (unsigned long long)figures->commands);
    if (summary->waiting) buf_format(out, "NOT ACKNOWLEDGED: %zu rows\n", summary->waiting);
    if (figures->violations) {
        buf_format(out, "AGAINST THE PROTOCOL: %llu replies, the first: %s\n",
                   (unsigned long long)figures->violations, figures->violation);
    }
    if (summary->is_checked) {
        buf_format(out, "checked: %zu of %zu acknowledged punches are there once\n",
                   summary->verdict.kept, summary->verdict.acknowledged);
    }
    if (summary->verdict.missing) buf_format(out, "MISSING: %zu\n", summary->verdict.missing);
    if (summary->verdict.doubled) buf_format(out, "TWICE: %zu\n", summary->verdict.doubled);
}

void simulator_summary_json(const struct simulator_summary *summary, struct buf *out)
{
    const struct simulator_figures *figures = &summary->figures;
    struct json_write json;

    json_write_init(&json, out);
    json_write_object(&json, NULL);
    json_write_int(&json, "terminals", (int64_t)summary->terminals);
    json_write_int(&json, "elapsed_ms", summary->elapsed_ms);
    json_write_int(&json, "made", (int64_t)figures->made);
    json_write_int(&json, "acknowledged", (int64_t)figures->acknowledged);
    json_write_int(&json, "waiting", (int64_t)summary->waiting);
    json_write_int(&json, "requests", (int64_t)figures->requests);
    json_write_int(&json, "requests_per_second", (int64_t)per_second(summary, figures->requests));
    json_write_int(&json, "rows_per_second", (int64_t)per_second(summary, figures->acknowledged));
    json_write_int(&json, "p50_us", simulator_latency_at(&summary->latency, 0.5));
    json_write_int(&json, "p99_us", simulator_latency_at(&summary->latency, 0.99));
    json_write_int(&json, "refused", (int64_t)figures->refused);
    json_write_int(&json, "lost", (int64_t)figures->lost);
    json_write_int(&json, "repeated", (int64_t)figures->repeated);
    json_write_int(&json, "bad", (int64_t)figures->bad);
    json_write_int(&json, "handshakes", (int64_t)figures->handshakes);
    json_write_int(&json, "polls", (int64_t)figures->polls);
    json_write_int(&json, "commands", (int64_t)figures->commands);
    json_write_int(&json, "violations", (int64_t)figures->violations);
    json_write_cstr(&json, "violation", figures->violations ? figures->violation : NULL);
    json_write_bool(&json, "checked", summary->is_checked);
    json_write_int(&json, "kept", (int64_t)summary->verdict.kept);
    json_write_int(&json, "missing", (int64_t)summary->verdict.missing);
    json_write_int(&json, "doubled", (int64_t)summary->verdict.doubled);
    json_write_end(&json);
    buf_add_char(out, '\n');
    assert(json_write_ok(&json));
}

void simulator_summary_progress(const struct simulator_summary *summary,
                                double share,
                                struct buf *out)
{
    enum { CELLS = 24, PERCENT = 100 };
    int full = (int)(share * CELLS + 0.5);
    unsigned long long failed = summary->figures.refused + summary->figures.lost;

    buf_add(out, TEXT("\r["));
    for (int i = 0; i < CELLS; i++) {
        buf_add_char(out, i < full ? '#' : '-');
    }
    buf_format(out, "] %3d %%  %llu acknowledged, %.0f/s, %zu waiting, %llu failed \033[K",
               (int)(share * PERCENT), (unsigned long long)summary->figures.acknowledged,
               per_second(summary, summary->figures.acknowledged), summary->waiting, failed);
}
