// Moving an agency in the queue by hand: where it goes, as the order of all agencies counts places.
import type { AgencyRow } from './types';

type Placed = Pick<AgencyRow, 'code' | 'place'>;

/** Where a key takes an agency among those that wait: one up, one down, first or last. Null: nowhere. */
export function placeByKey(waiting: Placed[], code: string, key: string): number | null {
  const at = waiting.findIndex((row) => row.code === code);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: waiting.length - 1 }[key];
  if (at < 0 || to === undefined || to === at) return null;
  return waiting[to]?.place ?? null;
}

/** Where an agency goes that is dropped on another: it takes that one's place. */
export function placeByDrop(waiting: Placed[], code: string, onto: string): number | null {
  if (code === onto || !waiting.some((row) => row.code === code)) return null;
  return waiting.find((row) => row.code === onto)?.place ?? null;
}
