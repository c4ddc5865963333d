import assert from 'node:assert/strict';
import test from 'node:test';

import { nobody } from '../inspection/figures';
import type { Headcount } from '../inspection/types';
import {
  type Entry,
  blank,
  countOf,
  entryOf,
  holds,
  numberOf,
  saidOf,
  shownOf,
  standing,
  tablesOf,
} from './statement';

const head = (more: Partial<Headcount>): Headcount => ({ ...nobody, ...more });
const asn = head({ strength: 140, present: 130, permit: 3, missing: 7 });
const contract = head({ strength: 58, present: 52, permit: 1, missing: 5 });
const groups = [
  { group: 'asn' as const, machine: asn },
  { group: 'contract' as const, machine: contract },
];
const typed = (present: string, permit: string, missing: string): Entry => ({
  ...blank(),
  ...{ present, permit, missing },
});

test('the head fills in one table, or civil servants and contract staff apart', () => {
  const [one, ...more] = tablesOf(groups, null, false);
  assert.equal(one?.machine.strength, 198);
  assert.equal(more.length, 0);
  assert.deepEqual(tablesOf(groups, null, true), groups);
});

test('a group without anybody is not asked for', () => {
  const alone = [groups[0] as (typeof groups)[0], { group: 'contract' as const, machine: nobody }];
  assert.deepEqual(
    tablesOf(alone, null, true).map(({ group }) => group),
    ['asn'],
  );
  assert.deepEqual(tablesOf([], asn, true), [{ group: 'all', machine: asn }]);
});

test('classes with nobody are not asked for until somebody is typed into them', () => {
  assert.deepEqual(shownOf(asn, blank(), false), ['present', 'permit', 'missing']);
  assert.ok(shownOf(asn, { ...blank(), sick: '2' }, false).includes('sick'));
  assert.equal(shownOf(asn, blank(), true).length, 7);
});

test('only whole numbers of people count, and nothing typed is no figure', () => {
  assert.deepEqual(['12', ' 7 ', '', '1,5', '-3', '1234567'].map(numberOf), [
    12,
    7,
    ...[null, null, null, null],
  ]);
  assert.equal(countOf(asn, typed('130', '', '7')), null);
  assert.equal(countOf(asn, typed('130', '3', '7'))?.strength, 140);
});

test('the statement of the drawing closes, with three more present than were recorded', () => {
  const tables = tablesOf(groups, null, false);
  assert.deepEqual(
    standing(tables, () => typed('185', '4', '9')),
    { over: 0, more: 3 },
  );
});

test('a sum that does not close says by how many', () => {
  const tables = tablesOf(groups, null, true);
  const said = { asn: typed('130', '3', '7'), contract: typed('52', '1', '4'), all: blank() };
  assert.deepEqual(
    standing(tables, (group) => said[group]),
    { over: -1, more: 0 },
  );
});

test('the machine’s figures can be taken over, and what was sent is recognised', () => {
  const tables = tablesOf(groups, null, false);
  const machine = (tables[0] as (typeof tables)[0]).machine;
  const said = saidOf(tables, () => entryOf(machine));
  assert.equal(holds(said, machine), true);
  assert.equal(holds(said, { ...machine, present: 181 }), false);
});
