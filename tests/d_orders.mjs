// What an administrator tells about terminals, what he tells them to do, and what they say happened to them.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, at, nip, openOffice } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

async function morning(t, people = 2) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, people);
  await hadir.run(['terminal', 'approve', 'SN-D1', '--agency', 'D1', '--model', 'IriShield 3']);
  await hadir.serve({ clock: at('07:00') });
  return hadir;
}

test('a code means what an administrator says it means on a model', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  const fetch = await hadir.signIn();
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', `${DAY} 06:59:00`, { verify: 15 })]);

  const methodOf = async () => (await hadir.export('punches'))[0].method;
  const shown = async () => {
    const { json } = await fetch(`/api/people/${nip(1)}/days/${DAY}`);
    return json.steps.find((step) => step.punch).punch.method;
  };
  const methods = async () => (await fetch('/api/terminals')).json.terminals[0].methods;

  await t.test('before, the vendor\'s table holds', async () => {
    assert.deepEqual([await methodOf(), await shown(), await methods()], ['face', 'face', []]);
    const { json } = await fetch('/api/verify-codes');
    assert.deepEqual(json.models, ['IriShield 3']);
    const shipped = json.codes.find((row) => row.model === 'HADIR-IRIS');
    assert.deepEqual([shipped.code, shipped.method, shipped.unverified], [30, 'iris', true]);
    assert.ok(json.codes.some((row) => row.model === '' && row.code === 0 && row.unverified));
  });

  await t.test('afterwards it shows everywhere, also for punches of the past', async () => {
    const path = `/api/verify-codes/${encodeURIComponent('irishield 3')}/15`;
    const reply = await fetch(path, { method: 'PUT', body: { method: 'iris' } });
    assert.equal(reply.status, 200, reply.text);
    assert.equal(reply.json.changed, true);
    assert.equal((await fetch(path, { method: 'PUT', body: { method: 'iris' } })).json.changed, false);
    assert.deepEqual([await methodOf(), await shown(), await methods()], ['iris', 'iris', ['iris']]);
  });

  await t.test('an export that is read again gives nothing new', async () => {
    const { stdout } = await hadir.run(['export', 'punches']);
    await hadir.import('punches', stdout);
    assert.equal((await hadir.export('punches')).length, 1);
  });

  await t.test('the same from the command line', async () => {
    await hadir.run(['terminal', 'code', 'IriShield 3', '15', 'palm']);
    assert.equal(await methodOf(), 'palm');
    const { stdout } = await hadir.run(['terminal', 'codes', '--model', 'irishield 3', '--format', 'json']);
    const row = JSON.parse(stdout).find(({ code }) => code === 15);
    assert.deepEqual([row.method, row.unverified], ['palm', '']);
    await hadir.run(['terminal', 'code', 'IriShield 3', '15', 'telepathy'], { exit: 3 });
  });

  await t.test('what is no model, code or method is refused by name', async () => {
    const put = (path, body) => fetch(`/api/verify-codes/${path}`, { method: 'PUT', body });
    assert.equal((await put('MB460/fifteen', { method: 'iris' })).json.field, 'code');
    assert.equal((await put('MB460/70000', { method: 'iris' })).json.field, 'code');
    assert.equal((await put('MB460/15', { method: 'smile' })).json.field, 'method');
  });

  await t.test('and it survives', async () => {
    await hadir.moveTo(at('07:10'));
    assert.equal(await methodOf(), 'palm');
    await hadir.stop();
    await hadir.verify();
  });
});
