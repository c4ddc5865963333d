import assert from 'node:assert/strict';
import test from 'node:test';

import type { AgencyRow, Room } from '../inspection/types';
import { before, turnOf } from './turn';

const row = (code: string, place: number, state: AgencyRow['state']) =>
  ({ code, place, state }) as AgencyRow;
const rows = [
  row('A', 1, 'silent'),
  row('B', 2, 'called'),
  row('C', 3, 'waiting'),
  row('D', 4, 'waiting'),
];
const room = (state: Room['head']['state']) => ({ head: { state }, agencies: rows }) as Room;
const [silent, called, third, fourth] = rows as [AgencyRow, AgencyRow, AgencyRow, AgencyRow];

test('who waits counts only those who are still to be called before', () => {
  assert.equal(before(room('open'), fourth), 1);
  assert.equal(turnOf(room('open'), third), 'next');
  assert.equal(turnOf(room('open'), fourth), 'waiting');
});

test('before and after the session the place in the queue says nothing', () => {
  assert.equal(turnOf(room('planned'), fourth), 'planned');
  assert.equal(turnOf(room('closed'), called), 'closed');
});

test('an agency that is not of the roll call is told so', () => {
  assert.equal(turnOf(room('open'), null), 'uncalled');
  assert.equal(turnOf(room('open'), silent), 'silent');
});
