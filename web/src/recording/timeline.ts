// What a recording shows and sounds at an instant: who had the floor, the films that were running, and
// the chapter. Instants are milliseconds from its beginning.
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Recording = Schemas['InspectionRecording'];
export type Film = Schemas['Film'];
export type Chapter = Schemas['RecordingChapter'];

export type Scene = {
  /** Whose turn it is; empty: nobody is to be seen. */
  member: string;
  picture: Film | null;
  sounds: Film[];
};

const runs = (film: Film, at: number): boolean => film.from <= at && at < film.from + film.lasts;

const leads = (recording: Recording, member: string): boolean =>
  recording.members.some((one) => one.member === member && one.role === 'leader');

/** Who had the floor; without anybody the leader, and without him whoever was to be seen. */
function onStage(recording: Recording, running: Film[], at: number): string {
  const floor = recording.floor.filter(({ from }) => from <= at).at(-1)?.member;
  if (floor && running.some(({ member }) => member === floor)) return floor;
  const seen = running.filter(({ medium }) => medium !== 'sound');
  return (seen.find(({ member }) => leads(recording, member)) ?? seen[0])?.member ?? '';
}

/** The picture of whoever had the floor, a shared screen first, with his sound and the leader's. */
export function sceneAt(recording: Recording, at: number): Scene {
  const running = recording.films.filter((film) => runs(film, at));
  const member = onStage(recording, running, at);
  const own = running.filter((film) => film.member === member);
  const picture = own.find(({ medium }) => medium === 'screen');
  return {
    member,
    picture: picture ?? own.find(({ medium }) => medium === 'picture') ?? null,
    sounds: running.filter(
      (film) =>
        film.medium === 'sound' && (film.member === member || leads(recording, film.member)),
    ),
  };
}

/** Where to go on when nothing was recorded at an instant: the next film, or the end. */
export function nextThere(recording: Recording, at: number): number {
  if (recording.films.some((film) => runs(film, at))) return at;
  const later = recording.films.map(({ from }) => from).filter((from) => from > at);
  return later.length > 0 ? Math.min(...later) : recording.lasts;
}

/** Chapters of which something was recorded can be gone to: where, or null. */
export function startOf(recording: Recording, chapter: Chapter): number | null {
  const began = chapter.from;
  const length = chapter.ended_at
    ? Date.parse(chapter.ended_at) - Date.parse(chapter.called_at)
    : recording.lasts;
  if (began >= recording.lasts || began + length <= 0) return null;
  return Math.max(0, began);
}

/** The chapter that was going on: the last that began, or -1 before the first. */
export function chapterAt(recording: Recording, at: number): number {
  return recording.chapters.filter(({ from }) => from <= at).length - 1;
}

/** The beginning of the chapter before or after; before: of this one, when it has run for a while. */
export function chapterFrom(recording: Recording, at: number, step: 1 | -1): number | null {
  const starts = recording.chapters
    .map((chapter) => startOf(recording, chapter))
    .filter((start) => start !== null);
  if (step === 1) return starts.find((start) => start > at) ?? null;
  return starts.filter((start) => start < at - 2000).at(-1) ?? 0;
}

export type PlayKey = 'play' | 'back' | 'on' | 'next' | 'previous';

/** What a key press means while nothing else has it, or null. */
export function playKey(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'key'>,
): PlayKey | null {
  const keys: Record<string, PlayKey> = {
    ' ': 'play',
    ArrowLeft: 'back',
    ArrowRight: 'on',
    n: 'next',
    p: 'previous',
  };
  return event.altKey || event.ctrlKey || event.metaKey ? null : (keys[event.key] ?? null);
}
