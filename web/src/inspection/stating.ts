// A statement while it is being written down: what stands in the fields, and what is sent of it.
import { type Class, classes } from './figures';
import type { Acts, Group } from './types';

export type Form = Record<Group, Record<Class, string>>;
type Said = Acts['statements']['groups'][number];

export function empty(): Form {
  const fields = () => Object.fromEntries(classes.map((one) => [one, ''])) as Record<Class, string>;
  return { all: fields(), asn: fields(), contract: fields() };
}

/** All together, or civil servants and contract staff, which together are all. */
export const groupsOf = (apart: boolean): Group[] => (apart ? ['asn', 'contract'] : ['all']);

/** An empty field counts nobody; what is no number does not count either. */
export function count(text: string): number {
  const digits = text.replaceAll(/[.,\s]/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
}

export const total = (form: Form, groups: Group[]): number =>
  groups.reduce(
    (sum, group) => sum + classes.reduce((part, one) => part + count(form[group][one]), 0),
    0,
  );

export const said = (form: Form, groups: Group[]): Said[] =>
  groups.map(
    (group) =>
      ({
        group,
        ...Object.fromEntries(classes.map((one) => [one, count(form[group][one])])),
      }) as Said,
  );
