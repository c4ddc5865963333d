// A change holds only what changed. Members replace the earlier ones, but rows of agencies come by
// code, each whole, and all stand in the order of calling.
import type { AgencyRow, Room, RoomChange } from './types';

/** The room after a change. Neither argument is altered. */
export function mergeRoom(room: Room, change: RoomChange): Room {
  const { agencies, ...plain } = change;
  return {
    ...room,
    ...plain,
    agencies: agencies ? mergeAgencies(room.agencies, agencies) : room.agencies,
  };
}

/** The room that is newer: an answer to our own act and the stream may overtake each other. */
export function newer(shown: Room | null, came: Room): Room {
  return shown && shown.inspection === came.inspection && shown.number > came.number ? shown : came;
}

function mergeAgencies(old: AgencyRow[], changed: AgencyRow[]): AgencyRow[] {
  const rows = new Map([...old, ...changed].map((row) => [row.code, row]));
  return [...rows.values()].sort((a, b) => a.place - b.place);
}
