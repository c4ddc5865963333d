import assert from 'node:assert/strict';
import test from 'node:test';

import type { Sheet } from '../api/types';
import { placePath } from './place';

const sheet = {
  agency: {
    path: [
      { code: 'kec', name: 'Kecamatan' },
      { code: 'kel', name: 'Kelurahan' },
    ],
  },
} as Sheet;

test('the way begins at the government, which an account without an agency may open', () => {
  assert.deepEqual(
    placePath(sheet, 'Kota', null).map((place) => [place.code, place.open]),
    [
      ['-', true],
      ['kec', true],
      ['kel', true],
    ],
  );
});

test('what is above one’s own agency is named and not opened', () => {
  assert.deepEqual(
    placePath(sheet, 'Kota', 'kec').map((place) => place.open),
    [false, true, true],
  );
  assert.deepEqual(
    placePath(sheet, 'Kota', 'elsewhere').map((place) => place.open),
    [false, false, false],
  );
});
