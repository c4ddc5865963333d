// What the machine counts and what a head says, class by class, side by side; and the queue. The
// classes are those of a head's statement: the thirteen states of a day fall into the same seven.
import type { Counts, State } from '../api/types';
import { order } from '../board/balance';
import type { AgencyRow, Headcount, Room, TurnState } from './types';

export const classes = [
  'present',
  'sick',
  'permit',
  'leave',
  'duty_travel',
  'other',
  'missing',
] as const;
export type Class = (typeof classes)[number];

/** Told in every table, also when nobody is in them. */
const always: Class[] = ['present', 'permit', 'missing'];

export const nobody: Headcount = {
  strength: 0,
  present: 0,
  sick: 0,
  permit: 0,
  leave: 0,
  duty_travel: 0,
  other: 0,
  missing: 0,
  unknown: 0,
};

/** The sum of the seven classes; what was said closes when it is the strength. */
export const sum = (count: Headcount): number =>
  classes.reduce((total, name) => total + count[name], 0);
export const closes = (count: Headcount): boolean => sum(count) === count.strength;

export function add(a: Headcount, b: Headcount): Headcount {
  const total = { ...nobody };
  for (const name of Object.keys(total) as (keyof Headcount)[]) total[name] = a[name] + b[name];
  return total;
}

/** A day's thirteen states in the seven classes of a statement. */
export function headcount(counts: Counts): Headcount {
  const { strength, sick, permit, leave, duty_travel, unknown } = counts;
  return {
    strength,
    present: counts.present,
    sick,
    permit,
    leave,
    duty_travel,
    other: counts.study + counts.off,
    missing: counts.not_due + counts.waiting + unknown + counts.unexplained,
    unknown,
  };
}

/** A row of the comparison; `difference` is said − machine, null while nothing was said. */
export type Comparison = {
  name: Class;
  machine: number;
  said: number | null;
  difference: number | null;
};

/** The rows that are shown: those that are always, and those in which either counts anybody. */
export function compare(machine: Headcount, said: Headcount | null): Comparison[] {
  return classes
    .filter((name) => always.includes(name) || machine[name] > 0 || (said?.[name] ?? 0) > 0)
    .map((name) => ({
      name,
      machine: machine[name],
      said: said ? said[name] : null,
      difference: said ? said[name] - machine[name] : null,
    }));
}

/** True if what was said differs from the machine in any class. */
export const differs = (machine: Headcount, said: Headcount | null): boolean =>
  compare(machine, said).some(({ difference }) => difference !== null && difference !== 0);

/** How a state of the queue is drawn: five looks, because the last three all mean "call again". */
export type Look = 'done' | 'called' | 'waiting' | 'silent' | 'away';
export const looks: Record<TurnState, Look> = {
  waiting: 'waiting',
  called: 'called',
  answering: 'called',
  answered: 'done',
  silent: 'silent',
  absent: 'away',
  skipped: 'away',
};

export type Queue = {
  now: AgencyRow | null;
  again: AgencyRow[];
  next: AgencyRow[];
  done: AgencyRow[];
};

/** The agencies by what is still to be done with them; the latest ended stands first among the done. */
export function queue(rows: AgencyRow[]): Queue {
  const of = (...wanted: Look[]) => rows.filter(({ state }) => wanted.includes(looks[state]));
  const ended = (row: AgencyRow) => row.ended_at ?? '';
  return {
    now: of('called')[0] ?? null,
    again: of('silent', 'away'),
    next: of('waiting'),
    done: of('done').sort((a, b) => (ended(a) < ended(b) ? 1 : ended(a) > ended(b) ? -1 : 0)),
  };
}

/** Who was called or answered and has not stated any figures, and who was never heard at all. */
export function unstated(rows: AgencyRow[]): AgencyRow[] {
  return rows.filter((row) => row.statement === null && row.state !== 'waiting');
}

/** How many came since the figures were frozen; null before the opening or without live figures. */
export function since(room: Pick<Room, 'opening' | 'live'>): number | null {
  return room.opening && room.live ? room.live.total.present - room.opening.total.present : null;
}

const letters: State[] = ['duty_travel', 'leave', 'sick', 'permit', 'study'];
const told: State[] = ['on_time', 'late', 'waiting', 'unknown'];
export type CityState = { state: State | 'letters'; people: number };

/** The states of everybody for a single line: on time, late, the letters (as one, if there are several
 *  kinds), and who is open. Everybody who is counted is in exactly one of them. */
export function cityStates(counts: Counts): CityState[] {
  const kinds = letters.filter((state) => counts[state] > 0);
  const rows = order
    .filter((state) => counts[state] > 0 || (told.includes(state) && counts.unexplained === 0))
    .map((state): CityState => ({ state, people: counts[state] }));
  const excused = kinds.reduce((total, state) => total + counts[state], 0);
  const plain = rows.filter(({ state }) => !letters.includes(state as State));
  const at = plain.findIndex(({ state }) => !['on_time', 'late', 'missing_in'].includes(state));
  const one = kinds.length === 1 && kinds[0] ? kinds[0] : 'letters';
  if (excused > 0) plain.splice(at < 0 ? plain.length : at, 0, { state: one, people: excused });
  return plain;
}
