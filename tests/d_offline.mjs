// A terminal that lost its line accuses nobody.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, person, pollAll } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const byAgency = (recap) => Object.fromEntries(recap.agencies.map((one) => [one.agency, one]));

test('a terminal offline through the day and back', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ clock: at('06:00') }); /* the register is recorded by the clock of that day */
  await open(hadir, [agency('A'), agency('B')], [...[1, 2, 3].map((n) => person(n, 'A')), person(4, 'B'), person(5, 'B')]);

  await hadir.moveTo(at('07:10'));
  let [a, b] = [hadir.terminal('SN-A'), hadir.terminal('SN-B')];
  await a.handshake();
  await b.handshake();
  await a.punches([punch('101', `${DAY} 07:05:00`)]);
  await b.punches([punch('104', `${DAY} 07:09:00`)]);

  await t.test('its people are unknown after closing, those of a healthy place unexplained', async () => {
    await hadir.moveTo(at('20:30'));
    await pollAll(hadir.terminal('SN-B'));
    const recap = byAgency(await hadir.recap(DAY));
    assertClosed(recap.A);
    assert.deepEqual([recap.A.on_time, recap.A.unknown, recap.A.unexplained], [1, 2, 0]);
    assert.deepEqual([recap.B.on_time, recap.B.unknown, recap.B.unexplained], [1, 0, 1]);
    assert.match(await hadir.explain(nip(2), DAY), /Mesin di tempat kerja tidak terhubung/);
  });

  await t.test('when it comes back, the late rows correct the past', async () => {
    await hadir.moveTo(at('08:00', '+07:00', NEXT_DAY));
    [a, b] = [hadir.terminal('SN-A'), hadir.terminal('SN-B')];
    await a.handshake();
    await a.punches([punch('102', `${DAY} 07:20:00`), punch('102', `${DAY} 16:01:00`, { status: 1 })]);
    await pollAll(a, b);
    const recap = byAgency(await hadir.recap(DAY));
    assert.deepEqual([recap.A.on_time, recap.A.unknown, recap.A.unexplained], [2, 0, 1]);
  });

  await t.test('and what was believed then can still be asked', async () => {
    const then = byAgency(await hadir.recap(DAY, ['--as-of', at('21:00')]));
    assert.deepEqual([then.A.on_time, then.A.unknown, then.A.unexplained], [1, 2, 0]);
  });

  await t.test('rebuilding turns nobody from unknown to unexplained', async () => {
    await hadir.stop();
    const before = await hadir.recap(DAY);
    await hadir.run(['rebuild']);
    assert.deepEqual(await hadir.recap(DAY), before);
    await hadir.verify();
  });
});
