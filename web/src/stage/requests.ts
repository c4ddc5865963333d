// What a page asks of the server before it is in a room; in it, room/signal.ts speaks.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';

export type Health = components['schemas']['Video'];

/** What lets the reader into the room of an inspection, once. */
export const askTicket = (inspection: string) =>
  answer(http.POST('/api/inspections/{inspection}/ticket', { params: { path: { inspection } } }));

/** How the video server is. */
export const readHealth = (): Promise<Health> => answer(http.GET('/api/video'));
