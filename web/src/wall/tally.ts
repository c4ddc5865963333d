// The rows of the balance and its bar. Every person is in exactly one row, whatever is left out.
import type { Counts, State } from '../api/types';
import { share } from '../format/number';

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
const letters: State[] = ['duty_travel', 'leave', 'sick', 'permit', 'study'];
const always: State[] = ['on_time', 'late'];

export type Row = { state: State | 'letters'; people: number; share: string };
export type Part = { state: State; people: number };

/** More rows than this do not fit beside the figure. */
export const MOST_ROWS = 8;

/** The parts of the bar: those with anybody in them. */
export function bar(counts: Counts): Part[] {
  return order
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state, people: counts[state] }));
}

/** The rows of the wall's table. Empty states are left out, except on time, late and, while the day
 *  is open, waiting; if too many remain, the five kinds of letters share a row. */
export function tally(counts: Counts): Row[] {
  const shown = order.filter(
    (state) =>
      counts[state] > 0 ||
      always.includes(state) ||
      (state === 'waiting' && counts.unexplained === 0),
  );
  const rows = shown.map((state) => row(state, counts[state], counts));
  if (rows.length <= MOST_ROWS) return rows;
  const excused = letters.reduce((sum, state) => sum + counts[state], 0);
  const plain = rows.filter(({ state }) => !letters.includes(state as State));
  const at = plain.findIndex(({ state }) => state === 'off');
  plain.splice(at < 0 ? plain.length : at, 0, row('letters', excused, counts));
  return plain;
}

/** A share is of those who are expected; a day off is no part of it. */
function row(state: Row['state'], people: number, counts: Counts): Row {
  return { state, people, share: state === 'off' ? '' : share(people, counts.expected) };
}

export type Bounds = { low: number; high: number; open: boolean };

/** Where on the bar the certain presence ends, and where it would end if all open cases came. */
export function bounds(counts: Counts): Bounds {
  const open = counts.waiting + counts.unknown + counts.not_due;
  const at = (people: number) => (counts.strength > 0 ? (100 * people) / counts.strength : 0);
  return { low: at(counts.present), high: at(counts.present + open), open: open > 0 };
}
