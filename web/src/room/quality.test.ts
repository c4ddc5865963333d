import assert from 'node:assert/strict';
import test from 'node:test';

import { generous, qualityOf, thriftAfter, type Quality, type Thrift } from './quality';

test('loss and delay are said in one figure', () => {
  const good = { received: 1000, lost: 0, roundTripMs: 50, connected: true };
  assert.equal(qualityOf(good), 4);
  assert.equal(qualityOf({ ...good, lost: 20 }), 3);
  assert.equal(qualityOf({ ...good, lost: 60 }), 2);
  assert.equal(qualityOf({ ...good, lost: 300 }), 1);
  assert.equal(qualityOf({ ...good, roundTripMs: 900 }), 1);
  assert.equal(qualityOf({ ...good, connected: false }), 0);
  assert.equal(qualityOf({ received: 0, lost: 0, connected: true }), 4);
});

const after = (start: Thrift, qualities: Quality[]) => qualities.reduce(thriftAfter, start);
const times = (count: number, quality: Quality): Quality[] =>
  Array.from({ length: count }, () => quality);

test('pictures are given up after three poor samples, not after a bad moment', () => {
  assert.equal(after(generous, [1, 1, 4, 1, 1]).soundOnly, false);
  assert.equal(after(generous, [1, 1, 1]).soundOnly, true);
});

test('a cut line is no poor one: its pictures come back with it', () => {
  assert.equal(after(generous, times(20, 0)).soundOnly, false);
  assert.equal(after(generous, [1, 0, 1]).soundOnly, false);
  assert.equal(after(generous, [1, 1, 0, 1]).soundOnly, true);
});

test('they come back after some good ones, and later after each failure', () => {
  const poor = after(generous, [1, 1, 1]);
  assert.equal(after(poor, times(4, 4)).soundOnly, true);
  const again = after(poor, times(5, 4));
  assert.equal(again.soundOnly, false);
  const twice = after(again, [1, 1, 1]);
  assert.equal(after(twice, times(9, 4)).soundOnly, true);
  assert.equal(after(twice, times(10, 4)).soundOnly, false);
});

test('a minute of good pictures forgets the earlier trouble', () => {
  const troubled = after(after(generous, [1, 1, 1]), times(5, 4));
  assert.equal(troubled.needed, 10);
  assert.equal(after(troubled, times(30, 4)).needed, 5);
});
