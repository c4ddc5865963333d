// A statement while it is being typed: which tables the head fills in, whether their sums close, and in
// plain figures what lies between them and the machine.
import { type Class, add, classes, nobody, sum } from '../inspection/figures';
import type { Group, Headcount } from '../inspection/types';

/** What was typed, class by class; '' where nothing was. */
export type Entry = Record<Class, string>;
export type Table = { group: Group; machine: Headcount };
export type Said = { group: Group } & Record<Class, number>;

/** Asked for in every table; the others only where the machine counts somebody, or on request. */
const always: Class[] = ['present', 'permit', 'missing'];

export const blank = (): Entry => ({
  ...{ present: '', sick: '', permit: '', leave: '', duty_travel: '', other: '', missing: '' },
});

/** The tables to fill in: all together, or civil servants and contract staff apart. */
export function tablesOf(groups: Table[], whole: Headcount | null, apart: boolean): Table[] {
  const filled = groups.filter(({ machine }) => machine.strength > 0);
  if (filled.length === 0) return whole ? [{ group: 'all', machine: whole }] : [];
  if (apart || filled.length === 1) return filled;
  return [{ group: 'all', machine: filled.map(({ machine }) => machine).reduce(add, nobody) }];
}

/** The classes that a table shows. */
export function shownOf(machine: Headcount, entry: Entry, all: boolean): Class[] {
  return classes.filter(
    (name) => all || always.includes(name) || machine[name] > 0 || entry[name] !== '',
  );
}

/** A whole number of people, or null for anything else. */
export const numberOf = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null;

/** What was typed as figures; null while a class that is asked for has none. */
export function countOf(machine: Headcount, entry: Entry): Headcount | null {
  const count = { ...nobody };
  const asked = shownOf(machine, entry, false);
  for (const name of classes) {
    const typed = entry[name] === '' && !asked.includes(name) ? 0 : numberOf(entry[name]);
    if (typed === null) return null;
    count[name] = typed;
  }
  return { ...count, strength: sum(count) };
}

/** The machine's figures as what was typed, to be corrected where they are wrong. */
export function entryOf(count: Headcount): Entry {
  const entry = blank();
  for (const name of classes) entry[name] = String(count[name]);
  return entry;
}

/** How a statement stands: how many too many or too few there are, and how many more are said to be
 *  present than were recorded. Null while it is not complete. */
export type Standing = { over: number; more: number } | null;
export function standing(tables: Table[], entryFor: (group: Group) => Entry): Standing {
  let over = 0;
  let more = 0;
  for (const { group, machine } of tables) {
    const said = countOf(machine, entryFor(group));
    if (!said) return null;
    over += said.strength - machine.strength;
    more += said.present - machine.present;
  }
  return { over, more };
}

/** What is sent. */
export function saidOf(tables: Table[], entryFor: (group: Group) => Entry): Said[] {
  return tables.map(({ group, machine }) => {
    const count = countOf(machine, entryFor(group)) ?? nobody;
    const of = Object.fromEntries(classes.map((name) => [name, count[name]]));
    return { group, ...(of as Record<Class, number>) };
  });
}

/** True if the figures that were sent are those that the server holds. */
export function holds(groups: Said[], held: Headcount): boolean {
  return classes.every((name) => groups.reduce((all, one) => all + one[name], 0) === held[name]);
}

/** What is entered of a signed recap on paper. */
export type RecapDraft = {
  apart: boolean;
  entries: Record<Group, Entry>;
  signed_by: string;
  signed_on: string;
  reason: string;
};

export const emptyRecap = (): RecapDraft => ({
  apart: false,
  entries: { all: blank(), asn: blank(), contract: blank() },
  ...{ signed_by: '', signed_on: '', reason: '' },
});
