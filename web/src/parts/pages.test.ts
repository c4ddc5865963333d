import assert from 'node:assert/strict';
import test from 'node:test';

import { pageNumbers } from './pages';

test('the pages of the drawing', () => {
  assert.deepEqual(pageNumbers(1, 10), [1, 2, 3, 0, 10]);
});

test('a gap never stands for a single page', () => {
  assert.deepEqual(pageNumbers(4, 10), [1, 2, 3, 4, 5, 0, 10]);
  assert.deepEqual(pageNumbers(10, 10), [1, 0, 9, 10]);
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(3, 4), [1, 2, 3, 4]);
});
