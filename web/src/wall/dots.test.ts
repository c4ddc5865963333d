import assert from 'node:assert/strict';
import test from 'node:test';

import { dots } from './dots';

const squares = (path: string) => path.split('M').length - 1;

test('every terminal has its square, whatever its state', () => {
  const drawn = dots(413, 410, 1);
  assert.deepEqual([drawn.here, drawn.silent, drawn.never].map(squares), [410, 1, 2]);
  assert.equal(drawn.width, 59 * 4);
});

test('no terminal at all draws nothing', () => {
  assert.equal(dots(0, 0, 0).here, '');
});
