// What a terminal is told to do, and how what came of it is said.
import type { Order } from '../api/types';
import type { Args, Key } from '../words/say';

/** In the order of the choice: what helps most often comes first, what disturbs people last. */
export const ORDERS: readonly Order['order'][] = [
  'punches',
  'sum',
  'log',
  'check',
  'info',
  'reboot',
];

export const hasPeriod = (order: Order['order']): boolean => order === 'punches' || order === 'sum';

/** True while something may still happen to it without anybody asking for it. */
export const isOpen = ({ state }: Order): boolean => state === 'waiting' || state === 'sent';

/** Whether everything the terminal counted is here, as a message; null when it counted nothing. */
export function sumMessage({ sum, here }: Order): { key: Key; args: Args } | null {
  if (sum === undefined) return null;
  if (here === undefined) return { key: 'orders.sum', args: { sum, n: sum } };
  if (here >= sum) return { key: 'orders.sum_here', args: { sum, here } };
  return { key: 'orders.sum_missing', args: { sum, here, missing: sum - here } };
}

/** "2021-05-17 00:00:00" begins with its day. */
export const dayOf = (wallClock: string): string => wallClock.slice(0, 10);
