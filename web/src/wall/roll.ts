// The figures of the wall during a roll call. Every person is in exactly one of them, whatever is left
// out, and what is asked about stands there also when it is nobody.
import type { Counts, State } from '../api/types';
import { share } from '../format/number';
import type { Instruction, Programme, Room } from '../inspection/types';

export type Figure = { state: State | 'letters'; people: number; share: string };

const letters: State[] = ['duty_travel', 'leave', 'sick', 'permit', 'study'];
const always: State[] = ['on_time', 'late', 'waiting', 'unknown'];

export function figures(counts: Counts): Figure[] {
  const one = (state: Figure['state'], people: number): Figure => ({
    state,
    people,
    share: state === 'off' ? '' : share(people, counts.expected),
  });
  const excused = letters.filter((state) => counts[state] > 0);
  const sum = excused.reduce((all, state) => all + counts[state], 0);
  const [only = 'permit', ...more] = excused;
  const shown = (...states: State[]) =>
    states
      .filter((state) => counts[state] > 0 || always.includes(state))
      .map((state) => one(state, counts[state]));
  return [
    ...shown('on_time', 'late', 'missing_in'),
    ...(sum > 0 ? [one(more.length > 0 ? 'letters' : only, sum)] : []),
    ...shown('not_due', 'waiting', 'unknown', 'unexplained', 'off'),
  ];
}

/** How many cells stand side by side: one row up to sixty, then as many rows as are needed. */
export const columns = (agencies: number): number =>
  Math.max(1, Math.ceil(agencies / Math.max(1, Math.ceil(agencies / 60))));

/** The last for who is called, else the last of all. */
function lastFor<Item extends { agency: string }>(items: Item[], called: string): Item | null {
  return items.filter(({ agency }) => agency === called).at(-1) ?? items.at(-1) ?? null;
}

/** What is told of instructions: one that is still open. */
export const instructionOf = (room: Room): Instruction | null =>
  lastFor(
    room.instructions.filter(({ state }) => state === 'open'),
    room.called,
  );

export const programmeOf = (room: Room): Programme | null => lastFor(room.programmes, room.called);
