import assert from 'node:assert/strict';
import test from 'node:test';

import type { Counts } from '../api/types';
import { order } from '../board/balance';
import type { Room } from '../inspection/types';
import { columns, figures, instructionOf } from './roll';

const none = Object.fromEntries(order.map((state) => [state, 0])) as unknown as Counts;
const states = (counts: Counts) => figures(counts).map(({ state }) => state);
const sum = (counts: Counts) => figures(counts).reduce((all, { people }) => all + people, 0);

test('the roll call of Jambi has the five figures of the drawing and closes', () => {
  const counts = { ...none, on_time: 4793, late: 800, permit: 57, waiting: 139, expected: 5789 };
  assert.deepEqual(states(counts), ['on_time', 'late', 'permit', 'waiting', 'unknown']);
  assert.deepEqual(
    figures(counts).map((figure) => figure.share),
    ['82.79', '13.82', '0.98', '2.40', '0.00'],
  );
  assert.equal(sum(counts), 5789);
});

test('with every state in use the letters are one figure and nobody is lost', () => {
  const counts = { ...none, expected: 12 };
  for (const state of order) counts[state] = 1;
  assert.equal(sum(counts), order.length);
  assert.ok(states(counts).includes('letters'));
});

test('sixty cells stand in a row, more in rows of one length', () => {
  assert.deepEqual([0, 1, 60, 61, 237].map(columns), [1, 1, 60, 31, 60]);
});

test('the instruction of who is called comes first', () => {
  const one = (item: number, agency: string, state = 'open') => ({ item, agency, state });
  const room = { called: 'A', instructions: [one(1, 'A'), one(2, 'B'), one(3, 'A', 'done')] };
  assert.equal(instructionOf(room as unknown as Room)?.item, 1);
  assert.equal(instructionOf({ ...room, called: '' } as unknown as Room)?.item, 2);
});
