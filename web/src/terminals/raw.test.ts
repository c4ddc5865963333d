import assert from 'node:assert/strict';
import test from 'node:test';

import { rawPieces } from './raw';

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');

test('the part that could not be read is marked and tabs are seen', () => {
  assert.deepEqual(rawPieces(base64('1187\t2021-05-17 24:10:05\t0'), 16, 24), [
    { text: '1187 ⇥ 2021-05-17 ', marked: false },
    { text: '24:10:05', marked: true },
    { text: ' ⇥ 0', marked: false },
  ]);
});

test('bytes that are no text are shown as such and positions stay those of bytes', () => {
  const bytes = Buffer.from([0xff, 0x00, 0x41, 0xc3, 0xa9]);
  assert.deepEqual(rawPieces(base64(bytes), 0, 2), [
    { text: '�·', marked: true },
    { text: 'Aé', marked: false },
  ]);
});

test('an empty row has no pieces', () => {
  assert.deepEqual(rawPieces('', 0, 0), []);
});
