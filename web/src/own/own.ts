// What was said about the reader in inspections.
import { answer, http } from '../api/client';
import type { components } from '../api/schema';

export type Own = components['schemas']['InspectionOwn'];

export const readMine = async (): Promise<Own[]> =>
  (await answer(http.GET('/api/own/inspections'))).inspections;

/** Something is said that the reader has not answered yet. */
export const unanswered = (own: Own): boolean =>
  (own.claim !== null || own.path !== null) && own.answered_at === null;
