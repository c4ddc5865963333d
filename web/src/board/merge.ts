// A change holds only the members that changed; each replaces the earlier one. Two lists are merged
// by their key instead, because they are long and little of them changes: agencies and minutes.
import type { Board, BoardAgency, BoardChange, Minute } from '../api/types';

/** The board after a change. Neither argument is altered. */
export function mergeBoard(board: Board, change: BoardChange): Board {
  const { agencies, arrivals, ...plain } = change;
  return {
    ...board,
    ...plain,
    agencies: agencies ? mergeAgencies(board.agencies, agencies) : board.agencies,
    arrivals: arrivals
      ? { ...arrivals, minutes: mergeMinutes(board.arrivals.minutes, arrivals.minutes) }
      : board.arrivals,
  };
}

function mergeAgencies(old: BoardAgency[], changed: BoardAgency[]): BoardAgency[] {
  const news = new Map(changed.map((agency) => [agency.code, agency]));
  const merged = old.map((agency) => {
    const found = news.get(agency.code);
    news.delete(agency.code);
    return found ? { ...agency, ...found } : agency;
  });
  return [...merged, ...news.values()];
}

function mergeMinutes(old: Minute[], changed: Minute[]): Minute[] {
  const all = new Map([...old, ...changed].map((minute) => [minute[0], minute]));
  return [...all.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
