// The bar that holds everybody once, and the bracket of what is still open.
import type { Counts, State } from '../api/types';

/** The order of the bar: certain, open, settled against, excused, free. */
export const order: State[] = [
  'on_time',
  'late',
  'missing_in',
  'waiting',
  'unknown',
  'not_due',
  'unexplained',
  'duty_travel',
  'leave',
  'sick',
  'permit',
  'study',
  'off',
];
export type Part = { state: State; people: number };

/** The parts of the bar: those with anybody in them. */
export function bar(counts: Counts): Part[] {
  return order
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state, people: counts[state] }));
}

export type Bounds = { low: number; high: number; open: boolean };

/** Where on the bar the certain presence ends, and where it would end if all open cases came. */
export function bounds(counts: Counts): Bounds {
  const open = counts.waiting + counts.unknown + counts.not_due;
  const at = (people: number) => (counts.strength > 0 ? (100 * people) / counts.strength : 0);
  return { low: at(counts.present), high: at(counts.present + open), open: open > 0 };
}
