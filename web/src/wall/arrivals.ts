// The arrival chart as numbers: which bars, how high, which lines. Drawn by Arrivals.svelte.
import type { Board } from '../api/types';
import { minutesOf, timeOf } from '../format/time';

export const WIDTH = 896;
export const HEIGHT = 224;

export type Bar = { x: number; width: number; onTime: number; late: number };
export type Label = { x: number; time: string; anchor: 'start' | 'middle' | 'end' };
export type Chart = {
  step: number;
  from: string;
  to: string;
  bars: Bar[];
  grid: { y: number; people: number }[];
  limit: number | null;
  labels: Label[];
  peak: { time: string; people: number } | null;
};

/** Long days are drawn in steps, so that a bar never gets thinner than a line. */
function stepFor(minutes: number): number {
  return minutes <= 240 ? 1 : minutes <= 720 ? 5 : 10;
}

/** Round numbers of people for the lines: two to four of them, the last not below the highest bar nor
 *  below ten, so that the first arrivals of a morning do not look like a crowd. */
export function gridSteps(people: number): number[] {
  const most = Math.max(10, people);
  const scale = [1, 2, 5].flatMap((n) => [n, n * 10, n * 100, n * 1000, n * 10_000]);
  const step = scale.sort((a, b) => a - b).find((n) => n * 4 > most) ?? most;
  const count = Math.max(2, Math.ceil(most / step));
  return Array.from({ length: count }, (_, i) => (i + 1) * step);
}

/** The chart from the first minute to now; until shortly after the limit it keeps room for it. A day
 *  on which nobody is expected has no limit. */
export function chart(arrivals: Board['arrivals'], limitAt: string | null, now: string): Chart {
  const from = minutesOf(arrivals.from);
  const limit = limitAt === null ? from : minutesOf(limitAt);
  const end = Math.max(minutesOf(now), Math.min(limit, from + 240) + 10, from + 30);
  const step = stepFor(end - from);
  const slots = new Map<number, [onTime: number, late: number]>();
  for (const [time, onTime, late] of arrivals.minutes) {
    const slot = Math.floor((minutesOf(time) - from) / step);
    if (slot < 0) continue;
    const known = slots.get(slot) ?? [0, 0];
    slots.set(slot, [known[0] + onTime, known[1] + late]);
  }
  const count = Math.floor((end - from) / step) + 1;
  const pitch = WIDTH / count;
  const most = Math.max(0, ...[...slots.values()].map(([a, b]) => a + b));
  const lines = gridSteps(most);
  const top = lines.at(-1) ?? 1;
  const y = (people: number) => (HEIGHT * people) / top;
  const bars = [...slots]
    .filter(([slot]) => slot < count)
    .map(([slot, [onTime, late]]) => ({
      x: slot * pitch + pitch * 0.1,
      width: pitch * 0.8,
      onTime: y(onTime),
      late: y(late),
    }));
  const highest = [...slots].find(([, [a, b]]) => a + b === most);
  return {
    step,
    from: timeOf(from),
    to: timeOf(end),
    bars,
    grid: lines.map((people) => ({ y: HEIGHT - y(people), people })),
    limit: limit > from && limit < end ? ((limit - from + 1) / step) * pitch : null,
    labels: labels(from, end, (minute) => ((minute - from + 0.5) / step) * pitch),
    peak: highest && most > 0 ? { time: timeOf(from + highest[0] * step), people: most } : null,
  };
}

function labels(from: number, end: number, x: (minute: number) => number): Label[] {
  const every = [30, 60, 120, 180, 240].find((gap) => (end - from) / gap <= 5) ?? 360;
  const between: Label[] = [];
  for (let minute = from + every; minute < end - every / 4; minute += every) {
    between.push({ x: x(minute), time: timeOf(minute), anchor: 'middle' });
  }
  return [
    { x: 0, time: timeOf(from), anchor: 'start' },
    ...between,
    { x: WIDTH, time: timeOf(end), anchor: 'end' },
  ];
}
