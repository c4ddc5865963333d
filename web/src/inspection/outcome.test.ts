import assert from 'node:assert/strict';
import test from 'node:test';

import { nobody } from './figures';
import { outcome, outcomeCsv, report, totals } from './outcome';
import type { AgencyRow, Room } from './types';

const at = (time: string) => `2021-05-17T${time}:00+07:00`;
const count = (present: number, missing: number) => ({
  ...nobody,
  strength: present + missing,
  present,
  missing,
});
const row = (code: string, more: Partial<AgencyRow>) =>
  ({
    code,
    name: code,
    state: 'waiting',
    called_at: null,
    ended_at: null,
    opening: count(8, 2),
    statement: null,
    report_due: null,
    report_received_at: null,
    ...more,
  }) as AgencyRow;
const statement = (said: ReturnType<typeof count>, confirmed = true) =>
  ({
    source: confirmed ? 'form' : 'telephone',
    confirmed,
    said,
    machine: count(8, 2),
  }) as NonNullable<AgencyRow['statement']>;

const rows = [
  row('A', {
    state: 'answered',
    called_at: at('08:40'),
    ended_at: at('08:43'),
    statement: statement(count(9, 1)),
    report_due: '2021-05-19',
    report_received_at: at('15:00'),
  }),
  row('B', {
    state: 'answered',
    called_at: at('08:43'),
    ended_at: at('08:48'),
    statement: statement(count(8, 2), false),
    report_due: '2021-05-19',
  }),
  row('C', { state: 'silent', called_at: at('08:48'), ended_at: at('08:49') }),
];
const room = {
  head: { opened_at: at('08:33'), closed_at: at('10:41') },
  progress: { done: 2, stated: 2 },
  agencies: rows,
} as Room;

test('how an inspection went is told of the calls that were answered', () => {
  const { lasted, each, answered, unconfirmed, reports } = outcome(room);
  assert.equal(lasted, 128 * 60_000);
  assert.equal(each, 4 * 60_000);
  assert.equal(answered, 2);
  assert.equal(unconfirmed, 1);
  assert.deepEqual(reports, { asked: 2, received: 1 });
});

test('what was said is compared with the machine of those who said it, not of all', () => {
  const { opening, machine, said } = totals(rows);
  assert.equal(opening.strength, 30);
  assert.equal(machine.strength, 20);
  assert.equal(said.present - machine.present, 1);
});

test('a report is late only after its day', () => {
  const [a, b, c] = rows as [AgencyRow, AgencyRow, AgencyRow];
  assert.equal(report(a, '2021-05-30'), 'received');
  assert.equal(report(b, '2021-05-19'), 'due');
  assert.equal(report(b, '2021-05-20'), 'late');
  assert.equal(report(c, '2021-05-20'), 'none');
});

test('the file has a row an agency, and leaves empty what was not said', () => {
  const lines = outcomeCsv(room).trim().split('\r\n');
  assert.equal(lines.length, 4);
  assert.match(lines[3] ?? '', /^C,C,silent,.*,,,,$/);
});
