// The keys of the room of video, with Alt as those of the roll call (inspection/keys.ts): none is both.

export type StageKey = 'microphone' | 'camera' | 'people' | 'chat';

export const letters: Record<StageKey, string> = {
  microphone: 'M',
  camera: 'K',
  people: 'H',
  chat: 'C',
};

/** What a key press means here, or null. */
export function stageKey(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>,
): StageKey | null {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const keys = Object.keys(letters) as StageKey[];
  return keys.find((key) => event.code === `Key${letters[key]}`) ?? null;
}
