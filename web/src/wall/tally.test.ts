import assert from 'node:assert/strict';
import test from 'node:test';

import type { Counts } from '../api/types';
import { bar, bounds, order } from '../board/balance';
import { MOST_ROWS, tally } from './tally';

const none = Object.fromEntries(order.map((state) => [state, 0])) as unknown as Counts;
const morning: Counts = {
  ...none,
  strength: 5789,
  expected: 5789,
  on_time: 4774,
  late: 309,
  waiting: 618,
  unknown: 31,
  permit: 57,
  present: 5083,
};
const sum = (rows: { people: number }[]) => rows.reduce((all, row) => all + row.people, 0);

test('the morning of Jambi has the five rows of the drawing and closes', () => {
  const rows = tally(morning);
  assert.deepEqual(
    rows.map((row) => [row.state, row.people, row.share]),
    [
      ['on_time', 4774, '82.47'],
      ['late', 309, '5.34'],
      ['waiting', 618, '10.68'],
      ['unknown', 31, '0.54'],
      ['permit', 57, '0.98'],
    ],
  );
  assert.equal(sum(rows), 5789);
  assert.equal(sum(bar(morning)), 5789);
});

test('an empty morning still says on time, late and waiting', () => {
  const rows = tally({ ...none, strength: 3, expected: 3, not_due: 3 });
  assert.deepEqual(
    rows.map((row) => row.state),
    ['on_time', 'late', 'waiting', 'not_due'],
  );
});

test('after closing nobody is waiting, and the unexplained take that place', () => {
  const rows = tally({ ...none, strength: 9, expected: 9, on_time: 8, unexplained: 1 });
  assert.deepEqual(
    rows.map((row) => row.state),
    ['on_time', 'late', 'unexplained'],
  );
});

test('with every state in use the letters share a row and the balance still closes', () => {
  const all = { ...none, strength: 0, expected: 12 };
  for (const state of order) all[state] = 1;
  all.not_due = all.unexplained = 0;
  all.strength = 11;
  const rows = tally(all);
  assert.ok(rows.length <= MOST_ROWS, String(rows.length));
  assert.equal(sum(rows), 11);
  assert.deepEqual(
    rows.slice(-2).map((row) => [row.state, row.people]),
    [
      ['letters', 5],
      ['off', 1],
    ],
  );
});

test('the bracket stands between those who are certain and those who may still come', () => {
  const { low, high, open } = bounds(morning);
  assert.equal(low.toFixed(4), '87.8045');
  assert.equal(high.toFixed(4), '99.0154');
  assert.equal(open, true);
  assert.deepEqual(bounds(none), { low: 0, high: 0, open: false });
});
