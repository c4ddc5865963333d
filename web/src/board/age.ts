// How old the figures are. The server says every second or two what changed, or that nothing did, so
// the age is the time since it last spoke; beyond a few seconds the feed is broken, whatever the
// connection says.

/** The feed counts as stopped after this long without a word. */
export const STALE_AFTER_MS = 5000;

/** A connection that says nothing at all for this long (not even the comment of each 15 s) is dropped. */
export const SILENCE_MS = 20_000;

export function isStale(ageMs: number): boolean {
  return ageMs > STALE_AFTER_MS;
}

/** How long to wait before the nth try again: 0.5 s, doubling to 15 s, a fifth of it by chance, so that
 *  sixty walls do not come back in the same instant. */
export function backoff(attempt: number, chance: number = Math.random()): number {
  const base = Math.min(15_000, 500 * 2 ** Math.min(attempt, 10));
  return Math.round(base * (0.9 + 0.2 * chance));
}

export type Age = { unit: 'tenths' | 'seconds' | 'minutes' | 'hours'; high: number; low: number };

/** The age in the two units a person would say: 0.4 s; 12 s; 1 min 41 s; 2 h 5 min. */
export function ageParts(ageMs: number): Age {
  const seconds = Math.max(0, ageMs) / 1000;
  if (seconds < 9.95) return { unit: 'tenths', high: Math.round(seconds * 10) / 10, low: 0 };
  const whole = Math.round(seconds);
  if (whole < 60) return { unit: 'seconds', high: whole, low: 0 };
  if (whole < 3600) return { unit: 'minutes', high: Math.floor(whole / 60), low: whole % 60 };
  return { unit: 'hours', high: Math.floor(whole / 3600), low: Math.floor((whole % 3600) / 60) };
}
