// A wrongly imported list of leave can be taken back, and nobody is left to guess who did it.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, person } from './lib/office.mjs';

const leave = (n, from, to, reference) => ({ number: nip(n), kind: 'cuti', from, to, reference });
const WITHDRAWN = /Cuti dicabut|cuti dicabut/;

async function office(t) {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D1'), person(3, 'D2')]);
  await hadir.import('leave', [leave(1, DAY, DAY, 'S/1')]);
  return hadir;
}

async function listed(hadir, options = []) {
  return JSON.parse((await hadir.run(['leave', 'list', '--format', 'json', ...options])).stdout);
}

test('a file that was imported by mistake is taken back as a whole', async (t) => {
  const hadir = await office(t);
  const { stdout } = await hadir.import('leave', [leave(1, DAY, NEXT_DAY, 'S/2'), leave(2, DAY, NEXT_DAY, 'S/2')]);
  const recorded = /hadir leave withdraw --recorded (\S+)/.exec(stdout)?.[1];
  assert.ok(recorded, stdout);
  assert.equal((await hadir.recap(NEXT_DAY)).leave, 2);

  const dry = await hadir.run(['leave', 'withdraw', '--recorded', recorded, '--dry-run']);
  assert.match(dry.stdout, /Nothing was recorded/);
  assert.equal((await listed(hadir)).length, 2);

  const done = await hadir.run(['leave', 'withdraw', '--recorded', recorded]);
  assert.match(done.stdout, new RegExp(`${nip(1)} leave ${DAY} to ${NEXT_DAY}: again to ${DAY}`));
  assert.match(done.stdout, new RegExp(`${nip(2)} leave ${DAY} to ${NEXT_DAY}: withdrawn`));
  const left = await listed(hadir);
  assert.deepEqual(left.map(({ number, to, reference }) => [number, to, reference]), [[nip(1), DAY, 'S/1']]);
  assert.deepEqual((await listed(hadir, ['--withdrawn'])).map(({ number }) => number), [nip(2)]);

  assert.match(await hadir.explain(nip(2), DAY), WITHDRAWN);
  assert.match(await hadir.explain(nip(1), NEXT_DAY), /semula sampai 18 Mei 2021[\s\S]*S\/2/);
  assert.doesNotMatch(await hadir.explain(nip(1), DAY), WITHDRAWN);
  await hadir.verify();
});

test('leave is withdrawn by letter or person, and never by nothing', async (t) => {
  const hadir = await office(t);
  const nothing = await hadir.run(['leave', 'withdraw'], { exit: 3 });
  assert.match(nothing.stderr, /--person, --reference or --recorded/);
  await hadir.run(['leave', 'withdraw', '--reference', 'S/9'], { exit: 3 });
  await hadir.run(['leave', 'withdraw', '--reference', 'S/1']);
  assert.deepEqual(await listed(hadir), []);
});

test('the desk takes leave back, and the day is judged again at once', async (t) => {
  const hadir = await office(t);
  await hadir.serve({ clock: at('08:00') });
  const fetch = await hadir.signIn();
  const state = async () => (await fetch(`/api/people/${nip(1)}/days/${DAY}`)).json.state;
  assert.equal(await state(), 'leave');
  const { json } = await fetch('/api/leave?number=' + nip(1));
  assert.deepEqual(json.leave.map(({ kind, from, to, withdrawn }) => [kind, from, to, withdrawn]), [['leave', DAY, DAY, false]]);

  assert.equal((await fetch('/api/leave/withdrawals', { method: 'POST', body: {} })).status, 422);
  assert.equal((await fetch('/api/leave/withdrawals', { method: 'POST', body: { reference: 'S/9' } })).status, 404);
  const reply = await fetch('/api/leave/withdrawals', { method: 'POST', body: { reference: 'S/1' } });
  assert.equal(reply.status, 200, reply.text);
  assert.equal(reply.json.leave[0].withdrawn, true);
  assert.notEqual(await state(), 'leave');
  const told = (await fetch(`/api/people/${nip(1)}/days/${DAY}`)).json.steps;
  assert.match(JSON.stringify(told), new RegExp(`dicabut tanggal 17 Mei 2021 pukul 08\\.\\d\\d oleh ${hadir.administrator.account}`, 'i'));
});

test('who may not change the people of an agency does not take their leave back', async (t) => {
  const hadir = await office(t);
  await hadir.import('leave', [leave(3, DAY, DAY, 'S/1')]);
  const made = await hadir.run(['user', 'add', 'bkd-d1', '--role', 'bkpsdm', '--agency', 'D1']);
  const head = await hadir.run(['user', 'add', 'kepala-d1', '--role', 'head', '--agency', 'D1']);
  await hadir.serve({ clock: at('08:00') });
  const enter = async ({ stdout }, account) => {
    const password = /password[^:\n]*:\s*(\S+)/i.exec(stdout)[1];
    hadir.administrator = { account, password };
    return hadir.signIn();
  };
  const asBkd = await enter(made, 'bkd-d1');
  assert.equal((await asBkd('/api/leave')).json.leave.length, 1, 'of the own agency alone');
  const refused = await asBkd('/api/leave/withdrawals', { method: 'POST', body: { reference: 'S/1' } });
  assert.equal(refused.status, 403, 'half of the letter is outside');
  assert.equal((await asBkd('/api/leave/withdrawals', { method: 'POST', body: { number: nip(1) } })).status, 200);
  const asHead = await enter(head, 'kepala-d1');
  assert.equal((await asHead('/api/leave/withdrawals', { method: 'POST', body: { number: nip(1) } })).status, 403);
});
