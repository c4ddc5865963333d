// Which agencies are called. An agency stands for all below it, so nobody is chosen twice: who has a
// chosen agency above is covered by it.
import type { Agency } from '../api/types';

type Place = Pick<Agency, 'code' | 'parent' | 'strength'>;

/** For each agency the chosen one above it, if there is any. */
export function coverage(agencies: Place[], chosen: string[]): Map<string, string> {
  const covered = new Map<string, string>();
  // Parents come first, so a parent's own cover is known when its children are looked at.
  for (const { code, parent } of agencies) {
    const above = chosen.includes(parent) ? parent : covered.get(parent);
    if (above) covered.set(code, above);
  }
  return covered;
}

/** The choice after an agency is taken in or left out; what it covers is chosen by it alone. */
export function toggle(agencies: Place[], chosen: string[], code: string): string[] {
  if (chosen.includes(code)) return chosen.filter((one) => one !== code);
  const covered = coverage(agencies, [code]);
  return [...chosen.filter((one) => !covered.has(one)), code];
}

/** How many people a choice holds; a strength includes everybody below. */
export function people(agencies: Place[], chosen: string[]): number {
  const of = new Map(agencies.map((agency) => [agency.code, agency.strength]));
  return chosen.reduce((sum, code) => sum + (of.get(code) ?? 0), 0);
}
