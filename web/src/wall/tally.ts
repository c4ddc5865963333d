// The rows of the wall's table. Every person is in exactly one row, whatever is left out.
import type { Counts, State } from '../api/types';
import { order } from '../board/balance';
import { share } from '../format/number';

const letters: State[] = ['duty_travel', 'leave', 'sick', 'permit', 'study'];
const always: State[] = ['on_time', 'late'];

export type Row = { state: State | 'letters'; people: number; share: string };

/** More rows than this do not fit beside the figure. */
export const MOST_ROWS = 8;

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
