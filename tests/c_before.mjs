// Nobody is accused for days on which nothing was recording yet.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, agency, at, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const MONDAY_BEFORE = '2021-05-10';

test('days before the first terminal was heard', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D1'), person(3, 'D2')]);
  await hadir.serve({ clock: at('20:30') });
  const [one, two] = [hadir.terminal('SN-D1'), hadir.terminal('SN-D2')];
  for (const terminal of [one, two]) await terminal.handshake();
  await one.punches([punch('101', `${DAY} 07:00:00`)]);
  for (const terminal of [one, two]) await terminal.poll();

  await t.test('are unknown, while the day itself is judged', async () => {
    const before = await hadir.recap(MONDAY_BEFORE);
    assertClosed(before);
    assert.deepEqual([before.unknown, before.unexplained], [3, 0]);
    const day = await hadir.recap(DAY);
    assert.deepEqual([day.on_time, day.unexplained], [1, 2]);
  });

  await t.test('become known where a terminal delivers older punches', async () => {
    await one.punches([punch('101', `${MONDAY_BEFORE} 07:00:00`), punch('101', `${MONDAY_BEFORE} 16:05:00`)]);
    const before = await hadir.recap(MONDAY_BEFORE);
    assertClosed(before);
    assert.deepEqual([before.on_time, before.unexplained, before.unknown], [1, 1, 1]);
  });

  await t.test('and a store made anew says the same', async () => {
    await hadir.stop();
    const before = await hadir.recap(MONDAY_BEFORE);
    await hadir.run(['rebuild']);
    assert.deepEqual(await hadir.recap(MONDAY_BEFORE), before);
  });
});
