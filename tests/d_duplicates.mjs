// Terminals send again what they sent before, months later too.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';
import { acknowledged, punch } from './lib/terminal.mjs';

test('the same batch three times, and again months later, changes nothing', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 5);
  const rows = [1, 2, 3, 4].map((n) => punch(String(100 + n), `${DAY} 07:2${n}:00`));
  const send = async () => {
    const terminal = hadir.terminal('SN-D1');
    await terminal.handshake();
    assert.equal(acknowledged(await terminal.punches(rows)), rows.length);
    await terminal.poll();
  };

  await hadir.serve({ clock: at('07:30') });
  await send();
  await send();
  await hadir.moveTo(at('20:30'));
  await send();
  const [punches, recap] = [await hadir.export('punches'), await hadir.recap(DAY)];
  assert.equal(punches.length, rows.length);
  assert.equal(recap.on_time, 4);

  await hadir.moveTo('2021-11-02T08:00:00+07:00');
  await send();
  assert.deepEqual(await hadir.export('punches'), punches);
  assert.deepEqual(await hadir.recap(DAY), recap);
  await hadir.stop();
  await hadir.verify();
});

test('the same second on two terminals, and by two methods, are different punches', async (t) => {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 1);
  await hadir.approve('SN-B', 'D1');
  await hadir.serve({ clock: at('07:30') });
  const time = `${DAY} 07:20:00`;
  const [one, two] = [hadir.terminal('SN-D1'), hadir.terminal('SN-B')];
  await one.punches([punch('101', time, { verify: 1 }), punch('101', time, { verify: 15 }), punch('101', time, { verify: 15 })]);
  await two.punches([punch('101', time, { verify: 15 })]);
  assert.equal((await hadir.export('punches')).length, 3);
});
