// Which terminals stand above: those that leave people unknown, then those whose clock is wrong.
import type { Terminal } from '../api/types';
import type { Moment } from '../format/time';
import { moment } from '../format/time';

/** A clock further off than this is pointed out. */
export const DRIFT_MS = 30_000;

export type Column = 'name' | 'contact' | 'drift' | 'punches';
export type Order = { column: Column; down: boolean };

export const drifts = (terminal: Terminal): boolean => Math.abs(terminal.drift_ms ?? 0) > DRIFT_MS;

/** 0 is the most urgent. `pins`: terminals that hold punches of nobody. */
export function urgency(terminal: Terminal, pins: string[]): number {
  if (terminal.state === 'retired') return 5;
  if (terminal.state === 'silent') return 0;
  if (pins.includes(terminal.serial)) return 1;
  if (drifts(terminal)) return 2;
  return terminal.state === 'never' ? 3 : 4;
}

const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

/** A new list in the order asked for. By contact the urgent stand above; unknown figures come last. */
export function sorted(terminals: Terminal[], { column, down }: Order, pins: string[]): Terminal[] {
  const sign = down ? -1 : 1;
  const figure = (get: (terminal: Terminal) => number | null) => (a: Terminal, b: Terminal) => {
    const [x, y] = [get(a), get(b)];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    return sign * (x - y);
  };
  const compare: Record<Column, (a: Terminal, b: Terminal) => number> = {
    name: (a, b) => sign * collator.compare(a.name, b.name),
    contact: (a, b) => -sign * (urgency(a, pins) - urgency(b, pins)),
    drift: figure((terminal) => (terminal.drift_ms === null ? null : Math.abs(terminal.drift_ms))),
    punches: figure((terminal) => terminal.punches_today),
  };
  return [...terminals].sort((a, b) => compare[column](a, b) || collator.compare(a.name, b.name));
}

export function found(terminals: Terminal[], text: string): Terminal[] {
  const words = text.toLocaleLowerCase('id').split(/\s+/).filter(Boolean);
  return terminals.filter(({ name, serial, agency_name, address }) => {
    const all = `${name} ${serial} ${agency_name} ${address}`.toLocaleLowerCase('id');
    return words.every((word) => all.includes(word));
  });
}

export type Facts = {
  registered: number;
  connected: number;
  silent: number;
  drifting: number;
  punches: number;
};

export function facts(terminals: Terminal[]): Facts {
  const kept = terminals.filter((terminal) => terminal.state !== 'retired');
  const count = (test: (terminal: Terminal) => boolean) => kept.filter(test).length;
  return {
    registered: kept.length,
    connected: count((terminal) => terminal.state === 'connected'),
    silent: count((terminal) => terminal.state === 'silent'),
    drifting: count(drifts),
    punches: terminals.reduce((sum, terminal) => sum + terminal.punches_today, 0),
  };
}

/** Milliseconds between two moments, for "3 seconds ago"; never negative. */
export function since(iso: string, now: Moment): number {
  return Math.max(0, now.ms - moment(iso).ms);
}
