import assert from 'node:assert/strict';
import test from 'node:test';

import { count, empty, groupsOf, said, total } from './stating';

test('a statement is of all, or of both groups that together are all', () => {
  const form = empty();
  form.asn.present = '131';
  form.contract.present = '52';
  form.contract.missing = '15';
  assert.equal(total(form, groupsOf(true)), 198);
  assert.deepEqual(
    said(form, groupsOf(true)).map(({ group, present, missing }) => [group, present, missing]),
    [
      ['asn', 131, 0],
      ['contract', 52, 15],
    ],
  );
  assert.equal(total(form, groupsOf(false)), 0);
});

test('a figure may be written with its thousands mark, and a word is nobody', () => {
  assert.deepEqual(['1.204', '', ' 12 ', 'banyak', '-3'].map(count), [1204, 0, 12, 0, 0]);
});
