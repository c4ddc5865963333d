import assert from 'node:assert/strict';
import test from 'node:test';

import { mostBytes, shrink, sides } from './shrink';

test('a photograph of a phone becomes as large as a paper needs, and keeps its shape', () => {
  assert.deepEqual(sides(4000, 3000), [2400, 1800]);
  assert.deepEqual(sides(3024, 4032), [1800, 2400]);
  assert.deepEqual(sides(800, 600), [800, 600]);
});

test('what is small enough, no picture, or cannot be drawn here goes as it is', async () => {
  const small = new Blob(['x'], { type: 'image/jpeg' });
  const pdf = new Blob([new Uint8Array(mostBytes)], { type: 'application/pdf' });
  const heic = new Blob([new Uint8Array(mostBytes)], { type: 'image/heic' });
  for (const file of [small, pdf, heic]) assert.equal(await shrink(file), file);
});
