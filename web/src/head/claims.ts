import type { Claim } from '../inspection/types';

/** The classes of reasons, in the order in which they are offered. */
export const claims: Claim[] = [
  'claimed_present',
  'terminal',
  'duty_travel',
  'permit',
  'sick',
  'away',
  'family',
  'unreachable',
  'other',
];
