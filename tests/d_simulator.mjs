// A fleet of virtual terminals against the real program (docs/simulator.md): on
// bad lines, with bad clocks and broken rows, every acknowledged punch is there once.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, PROGRAM, runProgram } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';

const SCENARIO = `
rate = 200
seconds = 3

[KEC]
count = 4
model = HADIR-IRIS
people = 40
verify = 30
clock error = -95
offline = 1s-2s
reboot = 2.5s
duplicate = 10 %
bad = 5 %
torn = 5 %
`;

const KEC = ['KEC-0001', 'KEC-0002', 'KEC-0003', 'KEC-0004'];

async function office(t, serials) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 3);
  for (const serial of serials) await hadir.approve(serial, 'D1');
  const told = await hadir.run(['token', 'add', 'simulator']);
  hadir.token = /[\w-]{40,}/.exec(told.stdout)[0];
  await hadir.serve({ clock: at('07:00') });
  return hadir;
}

async function simulate(hadir, args, exit = 0) {
  const options = ['simulate', '--target', hadir.url, '--token', hadir.token, '--retry', '1', '--json', ...args];
  const { status, stdout, stderr } = await runProgram(PROGRAM, options);
  assert.equal(status, exit, `${stdout}\n${stderr}`);
  return JSON.parse(stdout);
}

test('a fleet on a bad line loses nothing and doubles nothing', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t, KEC);
  const file = join(hadir.folder, 'scenario');
  await writeFile(file, SCENARIO);
  const summary = await simulate(hadir, ['--scenario', file]);
  assert.ok(summary.made > 500, summary.made);
  assert.equal(summary.kept, summary.made);
  assert.ok(summary.repeated > 0 && summary.bad > 0 && summary.lost > 0, JSON.stringify(summary));
  assert.equal(summary.violations, 0, summary.violation);
  await hadir.stop();
  assert.equal((await hadir.export('punches')).length, summary.made);
  assert.ok((await hadir.export('quarantine')).length > 0);
  await hadir.verify();
});

test('punches of a file come in at their time', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t, []);
  const file = join(hadir.folder, 'day.csv');
  const rows = Array.from({ length: 20 }, (_, index) => `${101 + (index % 3)},SN-D1,${DAY} 06:${10 + index}:00,face,in`);
  rows.push(`101,SN-D1,${DAY} 07:00:02,finger,`);
  await writeFile(file, `pin_or_number,terminal,local_time,method,direction\n${rows.join('\n')}\n`);
  const summary = await simulate(hadir, ['--from', file]);
  assert.equal(summary.kept, 21);
  await hadir.stop();
  const punches = await hadir.export('punches');
  assert.deepEqual([...new Set(punches.map(({ method }) => method))].sort(), ['face', 'finger']);
  assert.equal((await hadir.recap(DAY)).on_time, 3);
});

test('terminals that nobody approved keep their rows, and the simulator says so', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t, []);
  const summary = await simulate(hadir, ['--terminals', '2', '--rate', '10', '--seconds', '1', '--drain', '2'], 1);
  assert.equal(summary.acknowledged, 0);
  assert.ok(summary.waiting > 0 && summary.refused > 0, JSON.stringify(summary));
  const pending = await (await hadir.signIn())('/api/terminals/pending');
  assert.deepEqual(pending.json.pending.map(({ serial }) => serial).sort(), ['SIM-00001', 'SIM-00002']);
});
