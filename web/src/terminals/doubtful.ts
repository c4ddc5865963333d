// Punches whose clock cannot be right, as they are decided: those of one terminal and one day together.
import type { Doubtful } from '../api/types';

/** Doubtful punches of one terminal that came on one day, all decided or all waiting. */
export interface DoubtfulGroup {
  key: string;
  terminal: string;
  name: string;
  received_at: string;
  decided: boolean;
  punches: Doubtful[];
}

const dayOf = (iso: string): string => iso.slice(0, 10);

/** The groups in the order of the list, those that wait first. */
export function grouped(punches: readonly Doubtful[]): DoubtfulGroup[] {
  const groups = new Map<string, DoubtfulGroup>();
  for (const punch of punches) {
    const decided = punch.decision !== null;
    const key = [decided ? 1 : 0, punch.terminal, dayOf(punch.received_at)].join(' ');
    const group = groups.get(key) ?? {
      key,
      terminal: punch.terminal,
      name: punch.terminal_name || punch.terminal,
      received_at: punch.received_at,
      decided,
      punches: [],
    };
    group.punches.push(punch);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.decided) - Number(b.decided));
}

/** How a time is typed: a day and a clock of 24 hours, whatever the browser's own habits. */
export const TIME_FORM = '\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(:\\d{2})?';
export const complete = (typed: string): string => {
  const time = typed.trim();
  return time.length === 16 ? `${time}:00` : time;
};

/** What a punch counts as, or may count as. */
export const meant = (punch: Doubtful): string => punch.true_time || punch.proposed_time;
