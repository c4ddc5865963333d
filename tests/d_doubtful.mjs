// A terminal that lost its clock: its punches wait, somebody decides, and may take it back.
import assert from 'node:assert/strict';
import test from 'node:test';

import { fromCsv } from './lib/csv.mjs';
import { Hadir, accountIn, assertClosed } from './lib/hadir.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, person, pollAll } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const LOST = (time) => `1970-01-01 ${time}`;

test('punches of a terminal that lost its clock', { timeout: 90_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ clock: at('06:00') });
  await open(hadir, [agency('A'), agency('B')], [1, 2, 3].map((n) => person(n, 'A')).concat(person(4, 'B')));
  const operator = accountIn((await hadir.run(['user', 'add', 'opd.b', '--role', 'operator', '--agency', 'B'])).stdout);

  /* A backlog of two without a clock, then one live: so the clock is known to be off. */
  await hadir.moveTo(at('07:40'));
  const terminal = hadir.terminal('SN-A');
  await terminal.handshake();
  await terminal.punches([punch('101', LOST('00:10:00')), punch('102', LOST('00:20:00'))]);
  await terminal.punches([punch('103', LOST('00:30:00'))]);
  await hadir.moveTo(at('20:30'));
  await pollAll(hadir.terminal('SN-A'), hadir.terminal('SN-B'));

  const recap = async () => {
    const all = await hadir.recap(DAY);
    assertClosed(all);
    const a = all.agencies.find((one) => one.agency === 'A');
    return [a.on_time, a.late, a.unknown, a.unexplained];
  };
  const list = async (...more) => fromCsv((await hadir.run(['punch', 'list', ...more, '--format', 'csv'])).stdout);

  await t.test('they count nowhere, and accuse nobody', async () => {
    assert.deepEqual(await recap(), [0, 0, 3, 0]);
    assert.match(await hadir.explain(nip(1), DAY), /menunggu tinjauan/);
  });

  await t.test('the list proposes when they were made', async () => {
    const rows = await list('--doubtful');
    assert.deepEqual(rows.map((row) => [row.pin, row.number, row.local_time, row.basis]), [
      ['101', nip(1), LOST('00:10:00'), 'drift'],
      ['102', nip(2), LOST('00:20:00'), 'drift'],
      ['103', nip(3), LOST('00:30:00'), 'live'],
    ]);
    assert.match(rows[0].proposed_time, /^2021-05-17 07:20:0\d$/);
    assert.match(rows[2].proposed_time, /^2021-05-17 07:40:0\d$/);
  });

  await t.test('one is accepted at another time, by the account that signed in', async () => {
    const fetch = await hadir.signIn();
    const { json } = await fetch('/api/doubtful-punches');
    assert.equal(json.waiting, 3);
    const [one] = json.punches;
    const wrong = await fetch('/api/reviews', { method: 'POST', body: { decision: 'accepted', reason: 'x', punches: [{ id: one.id, true_time: `${NEXT_DAY} 09:00:00` }] } });
    assert.equal(wrong.status, 422, 'after its receipt');
    assert.equal(wrong.json.field, 'true_time');
    const { status } = await fetch('/api/reviews', {
      method: 'POST',
      body: { decision: 'accepted', reason: 'Aliran listrik terputus, jam mesin kembali ke 1970', punches: [{ id: one.id, true_time: `${DAY} 07:21:00` }] },
    });
    assert.equal(status, 201);
    assert.deepEqual(await recap(), [1, 0, 2, 0]);
    const told = await hadir.explain(nip(1), DAY);
    assert.match(told, /07\.21\.00 rekaman masuk/);
    assert.match(told, /1 Januari 1970, 00\.10\.00; waktu ditetapkan oleh admin: "Aliran listrik/);
    const again = (await fetch('/api/doubtful-punches?decided=1')).json;
    assert.deepEqual([again.waiting, again.punches[0].decision, again.punches[0].author], [2, 'accepted', 'admin']);
  });

  await t.test('nobody decides for another office', async () => {
    const fetch = await hadir.signIn(operator);
    assert.deepEqual((await fetch('/api/doubtful-punches')).json, { punches: [], waiting: 0 });
    const [row] = await list('--doubtful');
    const { status } = await fetch('/api/reviews', { method: 'POST', body: { decision: 'refused', reason: 'x', punches: [{ id: Number(row.id) }] } });
    assert.equal(status, 403);
  });

  await t.test('the rest of a terminal is accepted at once, as proposed', async () => {
    const { stdout } = await hadir.run(['punch', 'accept', 'all', '--terminal', 'SN-A', '--reason', 'jam mesin hilang']);
    assert.match(stdout, /2 accepted/);
    assert.deepEqual(await recap(), [2, 1, 0, 0]);
    assert.deepEqual(await list('--doubtful'), []);
  });

  await t.test('a later decision takes the place of an earlier one, and can be taken back', async () => {
    const row = (await list()).find((one) => one.pin === '103');
    await hadir.run(['punch', 'refuse', row.id, '--reason', 'menitip absen']);
    assert.deepEqual(await recap(), [2, 0, 0, 1]);
    assert.match(await hadir.explain(nip(3), DAY), /ditolak oleh baris perintah: "menitip absen"/);
    await hadir.run(['punch', 'undo', row.id, '--reason', 'salah orang']);
    assert.deepEqual(await recap(), [2, 0, 1, 0]);
  });

  await t.test('sent again they are not new, and rebuilding changes nothing', async () => {
    await hadir.terminal('SN-A').punches([punch('101', LOST('00:10:00')), punch('103', LOST('00:30:00'))]);
    assert.deepEqual(await recap(), [2, 0, 1, 0]);
    await hadir.stop();
    const before = await hadir.recap(DAY);
    await hadir.run(['rebuild']);
    assert.deepEqual(await hadir.recap(DAY), before);
    await hadir.verify();
  });
});
