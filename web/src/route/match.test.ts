import assert from 'node:assert/strict';
import test from 'node:test';

import { match } from './match';

test('optional parts may be left out from the end', () => {
  const pattern = '/daftar-hadir/:agency?/:day?';
  assert.deepEqual(match(pattern, '/daftar-hadir'), {});
  assert.deepEqual(match(pattern, '/daftar-hadir/15.71.04'), { agency: '15.71.04' });
  assert.deepEqual(match(pattern, '/daftar-hadir/KEC%20A/2021-06-10/'), {
    agency: 'KEC A',
    day: '2021-06-10',
  });
});

test('an address longer than the pattern, or another word, is another page', () => {
  assert.equal(match('/mesin', '/mesin/7'), null);
  assert.equal(match('/mesin', '/rekap'), null);
  assert.equal(match('/x/:id', '/x'), null);
});

test('a stray percent sign does no harm', () => {
  assert.deepEqual(match('/x/:id', '/x/50%'), { id: '50%' });
});
