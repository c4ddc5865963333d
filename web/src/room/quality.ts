// How good a link is, and when pictures are more than it carries. Pure: figures in, figures out.

/** What came and went in one interval. */
export type Sample = { received: number; lost: number; roundTripMs?: number; connected: boolean };

/** 0 broken · 1 poor · 2 fair · 3 good · 4 very good. */
export type Quality = 0 | 1 | 2 | 3 | 4;

const LOST = [0.15, 0.08, 0.03, 0.01];
const ROUND_TRIP_MS = [1500, 800, 400, 200];

/** The worse of loss and delay decides. */
export function qualityOf({ received, lost, roundTripMs, connected }: Sample): Quality {
  if (!connected) return 0;
  const share = received + lost > 0 ? lost / (received + lost) : 0;
  const steps = (value: number, limits: number[]) =>
    limits.filter((limit) => value <= limit).length;
  return Math.max(
    1,
    Math.min(steps(share, LOST), steps(roundTripMs ?? 0, ROUND_TRIP_MS)),
  ) as Quality;
}

const POOR_SAMPLES = 3; // in a row, before pictures are given up
const GOOD_SAMPLES = 5; // in a row, before they are tried again ...
const GOOD_SAMPLES_MAX = 60; // ... and twice as many after each try that failed
const KEPT_SAMPLES = 30; // pictures kept for so long: the next trouble is a new one

export type Thrift = { soundOnly: boolean; poor: number; good: number; needed: number };

export const generous: Thrift = { soundOnly: false, poor: 0, good: 0, needed: GOOD_SAMPLES };

/** Sound only after some poor samples, pictures again after more good ones: no swinging. A line that is
 *  cut says nothing of what it carries: its pictures are to come back with it. */
export function thriftAfter(before: Thrift, quality: Quality): Thrift {
  if (quality === 0) return before;
  const poor = quality === 1 ? before.poor + 1 : 0;
  const good = quality >= 3 ? before.good + 1 : 0;
  if (!before.soundOnly && poor >= POOR_SAMPLES) {
    return { soundOnly: true, poor: 0, good: 0, needed: before.needed };
  }
  if (before.soundOnly && good >= before.needed) {
    const needed = Math.min(GOOD_SAMPLES_MAX, before.needed * 2);
    return { soundOnly: false, poor: 0, good: 0, needed };
  }
  const calm = !before.soundOnly && good >= KEPT_SAMPLES;
  return { ...before, poor, good, needed: calm ? GOOD_SAMPLES : before.needed };
}
