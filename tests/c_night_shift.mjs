// A shift over midnight belongs to the day on which it began.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

test('a night shift over midnight', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('RS', { kind: 'rumah sakit', pattern: 'shift' })], [1, 2, 3, 4].map((n) => person(n, 'RS')));
  await hadir.import('roster', [
    { number: nip(1), date: DAY, shift: 'malam' },
    { number: nip(2), date: DAY, shift: 'malam' },
    { number: nip(4), date: DAY, shift: 'pagi' },
    ...[1, 2, 4].map((n) => ({ number: nip(n), date: NEXT_DAY, shift: '' })),
  ]);

  await hadir.serve({ clock: at('12:30', '+07:00', NEXT_DAY) });
  const terminal = hadir.terminal('SN-RS');
  await terminal.handshake();
  await terminal.punches([
    punch('101', `${DAY} 20:50:00`),
    punch('101', `${NEXT_DAY} 07:05:00`, { status: 1 }),
    punch('102', `${DAY} 21:20:00`),
    punch('102', `${NEXT_DAY} 06:10:00`, { status: 1 }),
    punch('104', `${DAY} 06:45:00`, { status: 255 }),
    punch('104', `${DAY} 14:02:00`, { status: 255 }),
  ]);
  await terminal.poll();
  await hadir.stop();

  await t.test('is judged as one, on the day it began', async () => {
    const recap = await hadir.recap(DAY);
    assertClosed(recap);
    assert.deepEqual([recap.on_time, recap.late, recap.unexplained], [2, 1, 0]);
  });

  await t.test('leaves the next day free', async () => {
    const recap = await hadir.recap(NEXT_DAY);
    assertClosed(recap);
    assert.deepEqual([recap.off, recap.late, recap.missing_in], [3, 0, 0]);
  });

  await t.test('without a published shift a person is unknown, not late', async () => {
    assert.equal((await hadir.recap(DAY)).unknown, 1);
    assert.equal((await hadir.recap(NEXT_DAY)).unknown, 1);
  });

  await t.test('explains the morning punch as the end of the night', async () => {
    const told = await hadir.explain(nip(1), DAY);
    assert.match(told, /07[:.]05/);
  });
});
