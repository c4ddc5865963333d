// The shape of a recap, on which other programs rely.
import assert from 'node:assert/strict';
import test from 'node:test';

import { cellsOf } from './lib/csv.mjs';
import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, agency, at, nip, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const KEYS = [
  'date', 'agency', 'strength', 'expected', 'not_due', 'waiting', 'on_time', 'late', 'missing_in', 'leave', 'sick',
  'permit', 'duty_travel', 'study', 'off', 'unknown', 'unexplained', 'present', 'wfh', 'present_percent',
  'present_percent_max',
];

async function monday(t) {
  const hadir = await Hadir.make(t);
  const people = [1, 2, 3, 4].map((n) => person(n, 'D1')).concat([5, 6].map((n) => person(n, 'D2')));
  await open(hadir, [agency('D1'), agency('D2', { parent: 'D1' })], people);
  await hadir.import('leave', [
    { number: nip(3), kind: 'sick', from: DAY, to: DAY, reference: 'SKD 1' },
    { number: nip(5), kind: 'permit', from: DAY, to: DAY, reference: 'I 7' },
  ]);
  await hadir.serve({ clock: at('20:30') });
  const [one, two] = [hadir.terminal('SN-D1'), hadir.terminal('SN-D2')];
  await one.handshake();
  await two.handshake();
  await one.punches([punch('101', `${DAY} 07:29:59`), punch('102', `${DAY} 07:45:00`)]);
  await two.punches([punch('106', `${DAY} 07:00:00`)]);
  await one.poll();
  await two.poll();
  await hadir.stop();
  return hadir;
}

test('a recap', { timeout: 60_000 }, async (t) => {
  const hadir = await monday(t);

  await t.test('has exactly the promised members, and the balance closes', async () => {
    const recap = await hadir.recap(DAY);
    assert.deepEqual(Object.keys(recap), [...KEYS, 'agencies']);
    assertClosed(recap);
    assert.equal(recap.strength, 6);
    assert.equal(recap.on_time, 2);
    assert.equal(recap.late, 1);
    assert.equal(recap.sick, 1);
    assert.equal(recap.permit, 1);
    assert.equal(recap.unexplained, 1);
    assert.equal(recap.present_percent, '50.00');
  });

  await t.test('gives each agency its own people only', async () => {
    const { agencies } = await hadir.recap(DAY);
    assert.deepEqual(agencies.map((one) => [one.agency, one.strength]).sort(), [['D1', 4], ['D2', 2]]);
    for (const one of agencies) assertClosed(one, one.agency);
  });

  await t.test('of one agency counts what lies below it', async () => {
    assert.equal((await hadir.recap(DAY, ['--agency', 'D2'])).strength, 2);
    assert.equal((await hadir.recap(DAY, ['--agency', 'D1'])).strength, 6);
  });

  await t.test('of a Sunday has nobody expected and an empty percentage', async () => {
    const sunday = await hadir.recap('2021-05-16');
    assertClosed(sunday);
    assert.equal(sunday.off, 6);
    assert.equal(sunday.expected, 0);
    assert.equal(sunday.present_percent, '');
  });

  await t.test('as CSV has a header and one row an agency', async () => {
    const { stdout } = await hadir.run(['recap', '--date', DAY, '--format', 'csv']);
    const [header, ...rows] = cellsOf(stdout);
    for (const key of KEYS) assert.ok(header.includes(key), key);
    for (const row of rows) assert.equal(row.length, header.length);
    assert.ok(rows.length >= 2);
  });

  await t.test('of a month is there', async () => {
    const month = await hadir.recap(DAY, ['--month']);
    assert.equal(typeof month.on_time, 'number');
    assert.ok(month.on_time >= 2);
  });

  await t.test('of an agency that does not exist is refused', async () => {
    await hadir.run(['recap', '--date', DAY, '--agency', 'D9', '--format', 'json'], { exit: 3 });
    await hadir.run(['recap', '--date', '2021-02-30', '--format', 'json'], { exit: 2 });
  });
});
