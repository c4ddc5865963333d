import assert from 'node:assert/strict';
import test from 'node:test';

import { sizesFor } from '../room/peer';
import { cameraFor, isNarrow } from './devices';

test('a narrow line, and one that is to be spared, is asked for half a picture', () => {
  assert.equal(isNarrow({ saveData: true, effectiveType: '4g', downlink: 10 }), true);
  assert.equal(isNarrow({ effectiveType: '3g', downlink: 5 }), true);
  assert.equal(isNarrow({ effectiveType: '4g', downlink: 1.2 }), true);
  assert.equal(isNarrow({ saveData: false, effectiveType: '4g', downlink: 10 }), false);
  assert.equal(isNarrow({}), false, 'a browser that does not say');
  assert.deepEqual(cameraFor({ saveData: true }).width, { ideal: 480 });
  assert.deepEqual(cameraFor({}).width, { ideal: 960 });
});

test('a small camera is sent in two sizes, for a third of the line', () => {
  const sum = (size: { width?: number; height?: number }) =>
    sizesFor(size).reduce((bits, { maxBitrate }) => bits + (maxBitrate ?? 0), 0);
  assert.equal(sum({ width: 960, height: 540 }), 1_040_000);
  assert.equal(sum({ width: 270, height: 480 }), 340_000, 'held upright');
  assert.equal(sum({}), 1_040_000, 'not known');
});
