// Fills the places of a message. `{name}` is replaced; `{*name}` is replaced and stands out, which
// only Say.svelte shows. An English message of two forms, "one|many", is chosen by `n`.
import type { Language } from '../format/number';
import { messages } from './messages';

export type Key = keyof typeof messages;
export type Args = Record<string, string | number>;
export type Piece = { text: string; strong: boolean };

function form(message: string, args: Args): string {
  const [one = '', many] = message.split('|');
  return many === undefined || args['n'] === 1 || args['n'] === '1' ? one : many;
}

/** The message in pieces, so that its figures can stand out. */
export function pieces(key: Key, language: Language, args: Args = {}): Piece[] {
  const message = form(messages[key][language === 'id' ? 0 : 1], args);
  return message
    .split(/(\{\*?\w+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const place = /^\{(\*?)(\w+)\}$/.exec(text);
      if (!place) return { text, strong: false };
      return { text: String(args[place[2] ?? ''] ?? ''), strong: place[1] === '*' };
    });
}

/** The message as plain text. */
export function say(key: Key, language: Language, args: Args = {}): string {
  return pieces(key, language, args)
    .map((piece) => piece.text)
    .join('');
}

/** True for a key of the message file; for words that come as codes from the server. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(messages, key);
}
