import assert from 'node:assert/strict';
import test from 'node:test';

import type { Counts, Line } from '../api/types';
import { order } from '../board/balance';
import { changed, filtered, groups, noFilter, sorted } from './lines';

const line = (number: string, name: string, more: Partial<Line> = {}): Line => ({
  number,
  name,
  kind: 'PNS',
  agency: 'a',
  position: '',
  state: 'on_time',
  mode: 'WFO',
  first_in: '07:21:00',
  last_out: null,
  late_minutes: 0,
  early_minutes: 0,
  flags: [],
  ...more,
});
const lines = [
  line('198804122011012004', 'Dewi Kartika, A.Md.', {
    state: 'late',
    first_in: '07:44:08',
    flags: ['saturated'],
  }),
  line('197001011990011001', 'Abdul Karim, S.E.', {
    state: 'unknown',
    first_in: null,
    agency: 'b',
  }),
  line('K-12', 'abdurrahman', { first_in: '07:09:00' }),
];
const rank = (state: Line['state']) => order.indexOf(state);
const names = (list: Line[]) => list.map((each) => each.name.split(/[ ,]/)[0]);
const unit = (code: string) => (code === 'a' ? 'Zeta' : 'Alfa');

test('the tabs add up to the strength and rare ones stand there only when needed', () => {
  const counts = Object.fromEntries(order.map((state) => [state, 1])) as unknown as Counts;
  const all = groups({ ...counts, strength: 13 });
  assert.equal(all[0]?.people, 13);
  assert.equal(
    all.slice(1).reduce((sum, { people }) => sum + people, 0),
    13,
  );
  assert.deepEqual(
    groups({ ...counts, not_due: 0, unexplained: 0, off: 0, strength: 10 }).map((tab) => tab.group),
    ['all', 'open', 'present', 'excused', 'off'],
  );
});

test('a person is found by parts of the name in any order, or by digits of the number', () => {
  const find = (text: string) => names(filtered(lines, { ...noFilter, text }));
  assert.deepEqual(find('kartika dewi'), ['Dewi']);
  assert.deepEqual(find('ABD'), ['Abdul', 'abdurrahman']);
  assert.deepEqual(find('19880412 2011'), ['Dewi']);
  assert.deepEqual(find('nobody'), []);
});

test('filters hold together', () => {
  assert.deepEqual(names(filtered(lines, { ...noFilter, group: 'open' })), ['Abdul']);
  assert.deepEqual(names(filtered(lines, { ...noFilter, flag: 'saturated', unit: 'a' })), ['Dewi']);
  assert.deepEqual(names(filtered(lines, { ...noFilter, state: 'late', unit: 'b' })), []);
});

test('people without a time come last in both directions', () => {
  const by = (down: boolean) => names(sorted(lines, { column: 'in', down }, unit, rank));
  assert.deepEqual(by(false), ['abdurrahman', 'Dewi', 'Abdul']);
  assert.deepEqual(by(true), ['Dewi', 'abdurrahman', 'Abdul']);
});

test('names are sorted without regard to capitals, and equal lines by name', () => {
  assert.deepEqual(names(sorted(lines, { column: 'name', down: false }, unit, rank)), [
    'Abdul',
    'abdurrahman',
    'Dewi',
  ]);
  assert.deepEqual(names(sorted(lines, { column: 'unit', down: true }, unit, rank)), [
    'abdurrahman',
    'Dewi',
    'Abdul',
  ]);
});

test('only people who were there before and differ now count as changed', () => {
  const after = [line('K-12', 'abdurrahman', { last_out: '16:00:00' }), line('K-13', 'New')];
  assert.deepEqual(changed(lines, after), ['K-12']);
});
