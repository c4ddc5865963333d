// What a sheet shows of its lines: groups, filters, order. Every line is in exactly one group, so that
// the counts on the tabs add up to the strength.
import type { Counts, Flag, Line, State } from '../api/types';
import { order } from '../board/balance';

export type Group = 'all' | 'open' | 'not_due' | 'present' | 'unexplained' | 'excused' | 'off';
export type Column = 'name' | 'unit' | 'in' | 'out' | 'state';
export type Filter = {
  group: Group;
  text: string;
  unit: string;
  state: State | '';
  flag: Flag | '';
};
export type Order = { column: Column; down: boolean };

const members: Record<Exclude<Group, 'all'>, State[]> = {
  open: ['waiting', 'unknown'],
  not_due: ['not_due'],
  present: ['on_time', 'late', 'missing_in'],
  unexplained: ['unexplained'],
  excused: ['duty_travel', 'leave', 'sick', 'permit', 'study'],
  off: ['off'],
};
/** These tabs stand there only when there is somebody behind them. */
const occasional: Group[] = ['not_due', 'unexplained'];

/** The state of a link's word, or none. */
export const stateNamed = (word: string): State | '' => order.find((state) => state === word) ?? '';

export const noFilter: Filter = { group: 'all', text: '', unit: '', state: '', flag: '' };

/** The tabs with their counts. */
export function groups(counts: Counts): { group: Group; people: number }[] {
  const parts = (Object.keys(members) as Exclude<Group, 'all'>[]).map((group) => ({
    group: group as Group,
    people: members[group].reduce((sum, state) => sum + counts[state], 0),
  }));
  return [{ group: 'all' as Group, people: counts.strength }, ...parts].filter(
    ({ group, people }) => people > 0 || !occasional.includes(group),
  );
}

/** The lines that pass the filter. A name is found by any part of it, a number by its digits. */
export function filtered(lines: Line[], filter: Filter): Line[] {
  const words = filter.text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  const digits = filter.text.replace(/\s/g, '');
  const states = filter.group === 'all' ? null : members[filter.group];
  return lines.filter(
    (line) =>
      (!states || states.includes(line.state)) &&
      (!filter.unit || line.agency === filter.unit) &&
      (!filter.state || line.state === filter.state) &&
      (!filter.flag || line.flags.includes(filter.flag)) &&
      (words.length === 0 ||
        line.number.includes(digits) ||
        words.every((word) => line.name.toLocaleLowerCase('id').includes(word))),
  );
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

/** A new list in the order asked for; equal lines stand by name. People without a time come last. */
export function sorted(
  lines: Line[],
  { column, down }: Order,
  unitName: (code: string) => string,
  stateRank: (state: State) => number,
): Line[] {
  const sign = down ? -1 : 1;
  const byName = (a: Line, b: Line) => collator.compare(a.name, b.name);
  const byTime = (a: string | null, b: string | null) => {
    if (a === b) return 0;
    if (a === null) return 1;
    if (b === null) return -1;
    return sign * (a < b ? -1 : 1);
  };
  const compare: Record<Column, (a: Line, b: Line) => number> = {
    name: (a, b) => sign * byName(a, b),
    unit: (a, b) => sign * collator.compare(unitName(a.agency), unitName(b.agency)),
    in: (a, b) => byTime(a.first_in, b.first_in),
    out: (a, b) => byTime(a.last_out, b.last_out),
    state: (a, b) => sign * (stateRank(a.state) - stateRank(b.state)),
  };
  return [...lines].sort((a, b) => compare[column](a, b) || byName(a, b));
}

/** The numbers of people whose line is another than before: they keep a mark for a moment. */
export function changed(before: Line[], after: Line[]): string[] {
  const key = (line: Line) =>
    [line.state, line.first_in, line.last_out, line.flags.join()].join('|');
  const old = new Map(before.map((line) => [line.number, key(line)]));
  return after
    .filter((line) => old.has(line.number) && old.get(line.number) !== key(line))
    .map((line) => line.number);
}
