// A day is the place's day: three zones in one government.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, agency, at, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const ZONES = { WIB: ['7', '420'], WITA: ['8', '480'], WIT: ['9', '540'] };

test('three zones in one government', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t, { zone: 'WITA' });
  const codes = Object.keys(ZONES);
  const people = codes.flatMap((code, index) => [1, 2].map((n) => person(index * 2 + n, code)));
  await open(hadir, codes.map((code) => agency(code, { zone: code })), people);

  await t.test('each terminal is told the zone of its place', async () => {
    await hadir.serve({ clock: at('06:30', '+09:00') });
    for (const [code, accepted] of Object.entries(ZONES)) {
      const { options } = await hadir.terminal(`SN-${code}`).handshake();
      assert.ok(accepted.includes(options.TimeZone), `${code}: ${options.TimeZone}`);
    }
  });

  await t.test('half past seven is half past seven everywhere', async () => {
    await hadir.moveTo(at('20:30', '+07:00'));
    for (const [index, code] of codes.entries()) {
      const terminal = hadir.terminal(`SN-${code}`);
      const [early, late] = [101 + index * 2, 102 + index * 2].map(String);
      await terminal.punches([punch(early, `${DAY} 07:29:30`), punch(late, `${DAY} 07:31:30`)]);
      await terminal.poll();
    }
    const recap = await hadir.recap(DAY);
    assertClosed(recap);
    for (const one of recap.agencies) assert.deepEqual([one.on_time, one.late], [1, 1], one.agency);
  });
});
