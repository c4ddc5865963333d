import assert from 'node:assert/strict';
import test from 'node:test';

import type { Counts } from '../api/types';
import {
  cityStates,
  add,
  closes,
  compare,
  differs,
  headcount,
  nobody,
  queue,
  since,
  unstated,
} from './figures';
import type { AgencyRow, Headcount } from './types';

const count = (more: Partial<Headcount>): Headcount => ({ ...nobody, ...more });
const machine = count({ strength: 198, present: 183, permit: 4, missing: 11 });
const said = count({ strength: 198, present: 185, permit: 4, missing: 9 });

test('a difference is what was said less what the machine counts, class by class', () => {
  assert.deepEqual(
    compare(machine, said).map(({ name, difference }) => [name, difference]),
    [
      ['present', 2],
      ['permit', 0],
      ['missing', -2],
    ],
  );
  assert.equal(differs(machine, said), true);
  assert.equal(differs(machine, machine), false);
});

test('while nothing was said there is no difference, not one of zero', () => {
  assert.deepEqual(compare(machine, null)[0], {
    name: 'present',
    machine: 183,
    said: null,
    difference: null,
  });
  assert.equal(differs(machine, null), false);
});

test('a class in which only the head counts somebody has its row', () => {
  const names = compare(machine, { ...said, sick: 3, missing: 6 }).map(({ name }) => name);
  assert.deepEqual(names, ['present', 'sick', 'permit', 'missing']);
});

test('the differences of what closes add up to nothing', () => {
  assert.ok(closes(machine) && closes(said));
  const total = compare(machine, said).reduce((all, row) => all + (row.difference ?? 0), 0);
  assert.equal(total, 0);
  assert.equal(closes({ ...said, missing: 8 }), false);
});

test('civil servants and contract staff together are all', () => {
  const asn = count({ strength: 150, present: 140, missing: 10 });
  const contract = count({ strength: 48, present: 43, permit: 4, missing: 1 });
  assert.deepEqual(add(asn, contract), machine);
});

test('the thirteen states of a day fall into the seven classes', () => {
  const counts = {
    strength: 13,
    present: 3,
    leave: 1,
    sick: 1,
    permit: 1,
    duty_travel: 1,
    study: 1,
    off: 1,
    not_due: 1,
    waiting: 1,
    unknown: 1,
    unexplained: 1,
  } as Counts;
  const seven = headcount(counts);
  assert.equal(seven.missing, 4);
  assert.equal(seven.other, 2);
  assert.ok(closes(seven));
});

const row = (code: string, state: AgencyRow['state'], ended_at: string | null = null) =>
  ({ code, state, ended_at, statement: null }) as AgencyRow;

test('the queue tells who is called, who is to be called again, who waits and who is done', () => {
  const rows = [
    row('A', 'answered', '2021-05-17T08:40:00+07:00'),
    row('B', 'silent'),
    row('C', 'answered', '2021-05-17T08:44:00+07:00'),
    row('D', 'answering'),
    row('E', 'waiting'),
    row('F', 'absent'),
    row('G', 'waiting'),
  ];
  const { now, again, next, done } = queue(rows);
  assert.equal(now?.code, 'D');
  assert.deepEqual(
    again.map(({ code }) => code),
    ['B', 'F'],
  );
  assert.deepEqual(
    next.map(({ code }) => code),
    ['E', 'G'],
  );
  assert.deepEqual(
    done.map(({ code }) => code),
    ['C', 'A'],
  );
  assert.equal(again.length + next.length + done.length + 1, rows.length);
  assert.deepEqual(
    unstated(rows).map(({ code }) => code),
    ['A', 'B', 'C', 'D', 'F'],
  );
});

test('who came since the opening is told only where both figures are known', () => {
  const total = (present: number) => ({ present }) as Counts;
  const opening = { at: '', position: 0, total: total(5593), asn: total(0), contract: total(0) };
  assert.equal(since({ opening, live: { at: '', total: total(5594) } }), 1);
  assert.equal(since({ opening, live: null }), null);
  assert.equal(since({ opening: null, live: null }), null);
});

const city = (more: Partial<Counts>): Counts =>
  ({
    ...{ not_due: 0, waiting: 0, on_time: 0, late: 0, missing_in: 0, leave: 0, sick: 0 },
    ...{ permit: 0, duty_travel: 0, study: 0, off: 0, unknown: 0, unexplained: 0 },
    ...more,
  }) as Counts;

test('the line of everybody is that of the drawing, and says that nobody is unknown', () => {
  assert.deepEqual(
    cityStates(city({ on_time: 4793, late: 801, permit: 57, waiting: 138 })).map(
      ({ state, people }) => [state, people],
    ),
    [
      ['on_time', 4793],
      ['late', 801],
      ['permit', 57],
      ['waiting', 138],
      ['unknown', 0],
    ],
  );
});

test('several kinds of letters are one figure, and nobody is left out', () => {
  const states = cityStates(city({ on_time: 5, leave: 1, sick: 2, waiting: 3, off: 4 }));
  assert.deepEqual(
    states.find(({ state }) => state === 'letters'),
    { state: 'letters', people: 3 },
  );
  assert.equal(
    states.reduce((total, { people }) => total + people, 0),
    15,
  );
});
