import assert from 'node:assert/strict';
import test from 'node:test';

import type { Agency } from '../api/types';
import { matching, withDepth } from './tree';

const agency = (code: string, parent: string | null, name = code): Agency =>
  ({ code, parent, name, short: '' }) as Agency;

test('depth follows the parents, and a parent that the reader may not see counts as none', () => {
  const nodes = withDepth([
    agency('kota', null),
    agency('kec', 'kota'),
    agency('kel', 'kec'),
    agency('x', 'gone'),
  ]);
  assert.deepEqual(
    nodes.map((node) => node.depth),
    [0, 1, 2, 0],
  );
});

test('an agency is found by words of its name in any order', () => {
  const nodes = withDepth([
    agency('A1', null, 'Kelurahan Teluk Kenali'),
    agency('A2', null, 'RSUD'),
  ]);
  assert.deepEqual(
    matching(nodes, 'kenali TELUK').map((node) => node.agency.code),
    ['A1'],
  );
  assert.equal(matching(nodes, ' ').length, 2);
});
