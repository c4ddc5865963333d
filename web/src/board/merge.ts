// A change holds only what changed: members that replace the earlier ones, and of counts, agencies and
// minutes only those that differ. Agencies come by code and without the names that the snapshot gave;
// so do the rows that need attention.
import type {
  Attention,
  AttentionChange,
  Board,
  BoardAgency,
  BoardAgencyChange,
  BoardChange,
  Minute,
} from '../api/types';

/** The board after a change. Neither argument is altered. */
export function mergeBoard(board: Board, change: BoardChange): Board {
  const { counts, agencies, attention, arrivals, ...plain } = change;
  return {
    ...board,
    ...plain,
    counts: counts ? { ...board.counts, ...counts } : board.counts,
    agencies: agencies ? mergeAgencies(board.agencies, agencies) : board.agencies,
    attention: attention ? nameRows(board.agencies, attention) : board.attention,
    arrivals: arrivals
      ? { ...arrivals, minutes: mergeMinutes(board.arrivals.minutes, arrivals.minutes) }
      : board.arrivals,
  };
}

/** An agency whose own people are all that it counts has no counts of its own. */
function mergeAgencies(old: BoardAgency[], changed: BoardAgencyChange[]): BoardAgency[] {
  const news = new Map(changed.map((agency) => [agency.code, agency]));
  return old.map((agency) => {
    const found = news.get(agency.code);
    if (!found) return agency;
    const merged = { ...agency, counts: { ...agency.counts, ...found.counts } };
    if (agency.own_counts) merged.own_counts = { ...agency.own_counts, ...found.own_counts };
    return merged;
  });
}

function nameRows(agencies: BoardAgency[], rows: AttentionChange[]): Attention[] {
  const names = new Map(agencies.map((agency) => [agency.code, agency.short]));
  return rows.map((row) => ({ ...row, name: names.get(row.agency) ?? row.agency }));
}

function mergeMinutes(old: Minute[], changed: Minute[]): Minute[] {
  const all = new Map([...old, ...changed].map((minute) => [minute[0], minute]));
  return [...all.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
