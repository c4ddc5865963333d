// What is happening for an agency at this moment, in the words of the head's page.
import type { AgencyRow, Room } from '../inspection/types';

export type Turn =
  'planned' | 'withdrawn' | 'closed' | 'uncalled' | 'waiting' | 'next' | AgencyRow['state'];

/** How many are called before this agency, by the order of now. */
export const before = (room: Room, row: AgencyRow): number =>
  room.agencies.filter(({ state, place }) => state === 'waiting' && place < row.place).length;

export function turnOf(room: Room, row: AgencyRow | null): Turn {
  if (room.head.state !== 'open') return room.head.state;
  if (!row) return 'uncalled';
  return row.state === 'waiting' && before(room, row) === 0 ? 'next' : row.state;
}
