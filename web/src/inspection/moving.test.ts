import assert from 'node:assert/strict';
import test from 'node:test';

import { placeByDrop, placeByKey } from './moving';

const waiting = [
  { code: 'A', place: 3 },
  { code: 'B', place: 5 },
  { code: 'C', place: 6 },
];

test('a key takes an agency one up or down, to the beginning or to the end of those that wait', () => {
  const to = (key: string) => placeByKey(waiting, 'B', key);
  assert.deepEqual(['ArrowUp', 'ArrowDown', 'Home', 'End', 'x'].map(to), [3, 6, 3, 6, null]);
});

test('who stands first goes no further up, and who does not wait is not moved', () => {
  assert.equal(placeByKey(waiting, 'A', 'ArrowUp'), null);
  assert.equal(placeByKey(waiting, 'A', 'Home'), null);
  assert.equal(placeByKey(waiting, 'C', 'ArrowDown'), null);
  assert.equal(placeByKey(waiting, 'X', 'ArrowDown'), null);
});

test('what is dropped on another takes its place', () => {
  assert.equal(placeByDrop(waiting, 'C', 'A'), 3);
  assert.equal(placeByDrop(waiting, 'A', 'C'), 6);
  assert.equal(placeByDrop(waiting, 'A', 'A'), null);
  assert.equal(placeByDrop(waiting, 'X', 'A'), null);
});
