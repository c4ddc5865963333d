// The reader's language, and every text in it. Screens call these and never a formatter directly.
import { context } from '../api/client';
import { type Age, ageParts } from '../board/age';
import * as number from '../format/number';
import * as time from '../format/time';
import { remember, remembered } from '../session/memory';
import { type Args, type Key, type Piece, isKey, pieces, say } from './say';

class Words {
  #language = $state<number.Language>(remembered('language') === 'en' ? 'en' : 'id');

  get language(): number.Language {
    return this.#language;
  }

  set language(language: number.Language) {
    this.#language = language;
    remember('language', language);
    this.apply();
  }

  /** Tells the document and the server which language is spoken. */
  apply(): void {
    document.documentElement.lang = this.#language;
    context.language = this.#language;
  }
}

export const words = new Words();

export const t = (key: Key, args?: Args): string => say(key, words.language, args);
export const parts = (key: Key, args?: Args): Piece[] => pieces(key, words.language, args);
export const integer = (n: number): string => number.integer(n, words.language);
export const signed = (n: number): string => number.signed(n, words.language);
export const percent = (share: string): string => number.percent(share, words.language);
export const drift = (ms: number): string => number.drift(ms, words.language);
export const day = (text: string, weekday = false): string =>
  time.day(text, words.language, weekday);
export const month = (text: string): string => time.month(text, words.language);
export const hour = (text: string, short = true): string => time.time(text, words.language, short);
export const lasting = (ms: number): string => time.lasting(ms, words.language);
export const clock = (at: time.Moment, short = false): string =>
  time.clock(at, words.language, short);

/** A word that the server names by a code; an unknown code is shown as it came. */
export function coded(prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return isKey(key) ? t(key) : code.replaceAll('_', ' ');
}

/** "0,4 detik", "1 menit 41 detik" */
export function age(ms: number): string {
  const parts: Age = ageParts(ms);
  const n = parts.unit === 'tenths' ? number.decimal(parts.high, 1, words.language) : parts.high;
  if (parts.unit === 'minutes' && parts.low === 0) return t('age.whole_minutes', { n });
  return t(`age.${parts.unit}`, { n, low: parts.low });
}

/** "4 detik lalu", "33 menit lalu": one unit is enough for something that happened. */
export function ago(ms: number): string {
  const units = [
    ['days', 86_400_000],
    ['hours', 3_600_000],
    ['minutes', 60_000],
  ] as const;
  const [unit, length] = units.find(([, size]) => ms >= size) ?? (['seconds', 1000] as const);
  return t(`ago.${unit}`, { n: Math.floor(ms / length) });
}
