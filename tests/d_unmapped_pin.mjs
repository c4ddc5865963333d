// A PIN that means nobody is somebody's arrival: it is kept until its owner is found.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, agency, at, nip, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

test('a PIN mapped after the fact', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1')], [person(1, 'D1'), person(2, 'D1', { pin: '' }), person(3, 'D1')]);
  await hadir.serve({ clock: at('20:30') });
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', `${DAY} 07:00:00`), punch('777', `${DAY} 07:10:00`)]);
  await terminal.poll();

  await t.test('is kept, and nobody there is called unexplained meanwhile', async () => {
    const stray = (await hadir.export('punches')).find((row) => row.pin_or_number === '777');
    assert.equal(stray.number, '');
    const recap = await hadir.recap(DAY);
    assert.equal(recap.on_time, 1);
    assert.equal(recap.unexplained, 0);
    assert.equal(recap.unknown, 2);
  });

  await t.test('is shown with its likely owner', async () => {
    const fetch = await hadir.signIn();
    const { json } = await fetch('/api/unmapped-pins');
    assert.equal(json.pins.length, 1);
    assert.equal(json.pins[0].pin, '777');
    assert.equal(json.pins[0].punches, 1);
    assert.equal(json.pins[0].owners[0].number, nip(2), 'the only one without a PIN');
  });

  await t.test('finds its owner, and the day is judged again', async () => {
    const fetch = await hadir.signIn();
    const reply = await fetch('/api/enrolments', { method: 'POST', body: { pin: '777', number: nip(2) } });
    assert.equal(reply.status, 201, reply.text);
    const recap = await hadir.recap(DAY);
    assert.deepEqual([recap.on_time, recap.unknown, recap.unexplained], [2, 0, 1]);
    assert.equal((await hadir.export('punches')).find((row) => row.pin_or_number === '777').number, nip(2));
    assert.deepEqual((await fetch('/api/unmapped-pins')).json.pins, []);
  });

  await t.test('and all of it is in the chain', async () => {
    await hadir.stop();
    await hadir.verify();
  });
});
