import assert from 'node:assert/strict';
import test from 'node:test';

import { STALE_AFTER_MS, ageParts, backoff, isStale } from './age';

test('figures are stale only after the threshold has passed', () => {
  assert.equal(isStale(STALE_AFTER_MS), false);
  assert.equal(isStale(STALE_AFTER_MS + 1), true);
});

test('the wait before trying again doubles and stops growing at about fifteen seconds', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 60].map((attempt) => backoff(attempt, 0.5)),
    [500, 1000, 2000, 4000, 8000, 15_000, 15_000],
  );
  assert.equal(backoff(5, 0), 13_500);
  assert.equal(backoff(5, 1), 16_500);
});

test('an age is said in tenths, seconds, minutes and hours', () => {
  assert.deepEqual(ageParts(400), { unit: 'tenths', high: 0.4, low: 0 });
  assert.deepEqual(ageParts(9_960), { unit: 'seconds', high: 10, low: 0 });
  assert.deepEqual(ageParts(101_000), { unit: 'minutes', high: 1, low: 41 });
  assert.deepEqual(ageParts(59_700), { unit: 'minutes', high: 1, low: 0 });
  assert.deepEqual(ageParts(7_500_000), { unit: 'hours', high: 2, low: 5 });
  assert.deepEqual(ageParts(-3), { unit: 'tenths', high: 0, low: 0 });
});
