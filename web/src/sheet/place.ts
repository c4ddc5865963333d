// Where a sheet stands in the tree, as far as its reader may climb it.
import type { Sheet } from '../api/types';

/** The whole government, which is no agency and has no code of its own. */
export const WHOLE = '-';

export type Place = { code: string; name: string; open: boolean };

/** The way from the government down to the sheet. A reader whose account belongs to an agency may open
 *  that agency and what is below it; what is above is named only. */
export function placePath(sheet: Sheet, government: string, scope: string | null): Place[] {
  const all = [{ code: WHOLE, name: government }, ...sheet.agency.path];
  const first = scope ? all.findIndex(({ code }) => code === scope) : 0;
  return all.map(({ code, name }, i) => ({ code, name, open: first >= 0 && i >= first }));
}
