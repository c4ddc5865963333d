// What a head has typed and not sent yet, kept in this browser: a line that is cut, or a phone that
// falls asleep, loses nothing. Forgotten when it was sent, and when the account signs out.
import type { Claim, Group } from '../inspection/types';
import { type Entry, blank } from './statement';

export type Reason = { claim: Claim; note: string };
export type Draft = {
  name: string;
  post: 'head' | 'deputy';
  apart: boolean;
  entries: Record<Group, Entry>;
  reasons: Record<string, Reason>;
};

export const emptyDraft = (): Draft => ({
  name: '',
  post: 'head',
  apart: false,
  entries: { all: blank(), asn: blank(), contract: blank() },
  reasons: {},
});

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The draft in a stored text; whatever is not as it should be is left out. */
export function readDraft(stored: string | null): Draft {
  const draft = emptyDraft();
  let held: Record<string, unknown> = {};
  try {
    held = object(JSON.parse(stored ?? '{}'));
  } catch {
    return draft; // another version's, or half a text
  }
  draft.name = text(held['name']);
  draft.post = held['post'] === 'deputy' ? 'deputy' : 'head';
  draft.apart = held['apart'] === true;
  for (const group of ['all', 'asn', 'contract'] as const) {
    const entry = object(object(held['entries'])[group]);
    for (const name of Object.keys(draft.entries[group]) as (keyof Entry)[])
      draft.entries[group][name] = text(entry[name]);
  }
  for (const [number, reason] of Object.entries(object(held['reasons']))) {
    const { claim, note } = object(reason);
    if (text(claim)) draft.reasons[number] = { claim: text(claim) as Claim, note: text(note) };
  }
  return draft;
}

/** Without the figures, once they were sent. */
export const withoutFigures = (draft: Draft): Draft => ({
  ...draft,
  entries: emptyDraft().entries,
});

/** Without the reasons that were sent, unless they were changed since. */
export function withoutReasons(draft: Draft, sent: Record<string, Reason>): Draft {
  const left = Object.entries(draft.reasons).filter(([number, { claim, note }]) => {
    const was = sent[number];
    return !was || was.claim !== claim || was.note !== note;
  });
  return { ...draft, reasons: Object.fromEntries(left) };
}
