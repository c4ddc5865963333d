import type { Agency, Counts, RecapLine, State } from '../api/types';
import { order } from '../board/balance';

/** The states that anybody of the whole is in: the columns of the table, in the order of the bar. */
export function columns(total: Counts): State[] {
  return order.filter((state) => total[state] > 0);
}

export type Row = { line: RecapLine; name: string };

/** The agencies that have people of their own, in the order of the tree, with their names. */
export function rows(lines: RecapLine[], agencies: Agency[]): Row[] {
  const place = new Map(agencies.map((agency, i) => [agency.code, i]));
  const name = new Map(agencies.map((agency) => [agency.code, agency.name]));
  return lines
    .filter((line) => line.strength > 0)
    .map((line) => ({ line, name: name.get(line.agency) || line.name || line.agency }))
    .sort((a, b) => (place.get(a.line.agency) ?? 0) - (place.get(b.line.agency) ?? 0));
}

export type Column = 'agency' | 'strength' | 'present' | 'percent' | State;
export type Order = { column: Column; down: boolean };

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

/** A new list in the order asked for; `agency` unreversed is the order of the tree. */
export function sorted(list: Row[], { column, down }: Order): Row[] {
  if (column === 'agency') return down ? [...list].reverse() : list;
  const figure = ({ line }: Row) =>
    column === 'percent' ? Number(line.present_percent || -1) : line[column];
  const sign = down ? -1 : 1;
  return [...list].sort(
    (a, b) => sign * (figure(a) - figure(b)) || collator.compare(a.name, b.name),
  );
}
