// The keys of the leader's room: with Alt, so that no letter typed into a note can call anybody.
import type { Turn } from './types';

export const turnKeys: Record<Turn, string> = {
  answering: 'J',
  answered: 'Y',
  silent: 'S',
  absent: 'T',
  skipped: 'L',
};
const NEXT = 'P';

export type RoomKey = { act: 'next' } | { act: 'turn'; turn: Turn };

/** What a key press means in the room, or null. */
export function roomKey(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>,
): RoomKey | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.code === `Key${NEXT}`) return { act: 'next' };
  const found = Object.entries(turnKeys).find(([, letter]) => event.code === `Key${letter}`);
  return found ? { act: 'turn', turn: found[0] as Turn } : null;
}
