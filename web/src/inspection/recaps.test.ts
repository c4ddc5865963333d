import assert from 'node:assert/strict';
import test from 'node:test';

import { nobody } from './figures';
import { correctionOf, gaps, saidOf } from './recaps';
import type { Evidence } from './types';

const head = (present: number, missing: number) => ({
  ...nobody,
  ...{ strength: present + missing, present, missing },
});
const recap = (paper: number, said: ReturnType<typeof head> | null) =>
  ({
    paper,
    said,
    groups: said ? [{ group: 'asn', said }] : [],
    pages: [],
  }) as unknown as Evidence['recaps'][0];

test('a class differs when the recap says otherwise than the machine or than the head', () => {
  assert.deepEqual(gaps(head(182, 12), head(185, 9), head(185, 9)), [
    { name: 'present', recap: 185, machine: 182, said: 185 },
    { name: 'missing', recap: 9, machine: 12, said: 9 },
  ]);
  assert.deepEqual(
    gaps(head(182, 12), head(185, 9), head(182, 12)).map(({ name }) => name),
    ['present', 'missing'],
  );
  assert.deepEqual(gaps(head(182, 12), null, head(182, 12)), []);
});

test('a correction counts once it is signed, and of a group only when it says so', () => {
  const first = recap(1, head(5, 1));
  assert.equal(correctionOf([first]), null);
  assert.equal(correctionOf([first, recap(2, null)]), null);
  assert.equal(correctionOf([first, recap(2, head(6, 0)), recap(3, null)]), 2);
  assert.equal(saidOf([first], 1, 'all')?.present, 5);
  assert.equal(saidOf([first], 1, 'contract'), null);
  assert.equal(saidOf([first], 2, 'all'), null);
});
