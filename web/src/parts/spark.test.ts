import assert from 'node:assert/strict';
import test from 'node:test';

import { sparkPath } from './spark';

test('the highest figure touches the top and nothing lies on the bottom', () => {
  assert.equal(sparkPath([0, 10, 5]), 'M0.0 22.0L53.0 2.0L106.0 12.0');
});

test('a silent morning is a flat line, no figures are no line', () => {
  assert.equal(sparkPath([0, 0]), 'M0.0 22.0L106.0 22.0');
  assert.equal(sparkPath([]), '');
});
