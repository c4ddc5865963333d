import assert from 'node:assert/strict';
import test from 'node:test';

import type { Agency, Counts, RecapLine } from '../api/types';
import { order } from '../board/balance';
import { columns, rows, sorted } from './rows';

const none = Object.fromEntries(order.map((state) => [state, 0])) as unknown as Counts;
const line = (agency: string, strength: number, percent: string): RecapLine => ({
  ...none,
  agency,
  name: '',
  strength,
  late: strength - 1,
  present: strength,
  present_percent: percent,
});
const agencies = ['root', 'b', 'a'].map((code) => ({ code, name: `Unit ${code}` }) as Agency);
const lines = [line('a', 3, '9.50'), line('b', 2, '100.00'), line('root', 0, ''), line('x', 1, '')];
const codes = (list: { line: RecapLine }[]) => list.map((row) => row.line.agency);

test('agencies stand in the order of the tree, without those that have no people of their own', () => {
  const list = rows(lines, agencies);
  assert.deepEqual(codes(list), ['x', 'b', 'a']);
  assert.deepEqual(
    list.map((row) => row.name),
    ['x', 'Unit b', 'Unit a'],
  );
});

test('shares are compared as numbers, and an empty share is the least', () => {
  const list = rows(lines, agencies);
  assert.deepEqual(codes(sorted(list, { column: 'percent', down: true })), ['b', 'a', 'x']);
  assert.deepEqual(codes(sorted(list, { column: 'late', down: true })), ['a', 'b', 'x']);
});

test('only states that occur have a column', () => {
  assert.deepEqual(columns({ ...none, permit: 57, on_time: 1 }), ['on_time', 'permit']);
});
