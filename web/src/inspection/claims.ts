import type { Claim } from './types';

/** The classes in which a reason is said, in the order in which they are offered. */
export const claims: Claim[] = [
  'claimed_present',
  'sick',
  'permit',
  'duty_travel',
  'away',
  'family',
  'terminal',
  'unreachable',
  'other',
];
