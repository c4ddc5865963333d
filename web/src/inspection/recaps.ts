// The signed recap beside the machine and the statement: what lies between them, class by class.
import { type Class, classes } from './figures';
import type { Evidence, Group, Headcount } from './types';

type Recaps = Evidence['recaps'];

/** A class in which the recap differs from the machine or from what the head said. */
export type Gap = { name: Class; recap: number; machine: number; said: number | null };

export function gaps(machine: Headcount, said: Headcount | null, recap: Headcount): Gap[] {
  return classes
    .map((name) => ({
      name,
      recap: recap[name],
      machine: machine[name],
      said: said?.[name] ?? null,
    }))
    .filter((gap) => gap.recap !== gap.machine || (gap.said !== null && gap.said !== gap.recap));
}

/** What a paper says of a group; null when it does not say. */
export function saidOf(recaps: Recaps, paper: number, group: Group): Headcount | null {
  const found = recaps.find((one) => one.paper === paper);
  if (group === 'all') return found?.said ?? null;
  return found?.groups.find((one) => one.group === group)?.said ?? null;
}

/** The number of the last correction that is signed; null without one. */
export function correctionOf(recaps: Recaps): number | null {
  const last = recaps.filter(({ said }) => said !== null).at(-1);
  return last && last.paper > 1 ? last.paper : null;
}

/** Where a page of a recap is shown. */
export const pageAddress = (inspection: string, agency: string, paper: number, page: number) =>
  `/api/inspections/${encodeURIComponent(inspection)}/agencies/${encodeURIComponent(agency)}/recap-pages/${paper}/${page}`;
