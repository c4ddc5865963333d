// Terminals are moved and retired; a past day is judged with those that stood there then.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, assertClosed } from './lib/hadir.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, person, pollAll } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const byAgency = (recap) => Object.fromEntries(recap.agencies.map((one) => [one.agency, one]));

test('a terminal that is moved, dated back and retired', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ clock: at('06:00') });
  await open(hadir, [agency('A'), agency('B')], [person(1, 'A'), person(2, 'A'), person(3, 'B'), person(4, 'B')]);

  /* On Monday both places work; SN-A falls silent before the closing. */
  await hadir.moveTo(at('07:10'));
  const [a, b] = [hadir.terminal('SN-A'), hadir.terminal('SN-B')];
  await a.handshake();
  await b.handshake();
  await a.punches([punch('101', `${DAY} 07:05:00`)]);
  await b.punches([punch('103', `${DAY} 07:09:00`)]);
  await hadir.moveTo(at('20:30'));
  await pollAll(hadir.terminal('SN-B'));

  const states = async () => {
    const recap = byAgency(await hadir.recap(DAY));
    assertClosed(recap.A);
    assertClosed(recap.B);
    return [recap.A.unknown, recap.A.unexplained, recap.B.unknown, recap.B.unexplained];
  };

  await t.test('a place with a silent terminal accuses nobody', async () => {
    assert.deepEqual(await states(), [1, 0, 0, 1]);
  });

  await t.test('a move from tomorrow on leaves the day as it is', async () => {
    const { stdout } = await hadir.run(['terminal', 'approve', 'SN-A', '--agency', 'B', '--from', NEXT_DAY]);
    assert.match(stdout, /SN-A approved at B from 2021-05-18/);
    assert.deepEqual(await states(), [1, 0, 0, 1]);
    assert.match(await hadir.explain(nip(2), DAY), /SN-A/);
  });

  await t.test('a move dated back judges the days again that it touches', async () => {
    await hadir.run(['terminal', 'approve', 'SN-A', '--agency', 'B', '--from', DAY]);
    assert.deepEqual(await states(), [0, 1, 1, 0]);
    assert.match(await hadir.explain(nip(4), DAY), /SN-A[^\n]*17 Mei 2021/);
  });

  await t.test('what was believed before can still be asked', async () => {
    await hadir.moveTo(at('21:00'));
    const { stdout } = await hadir.run(['terminal', 'retire', 'SN-A', '--from', DAY]);
    assert.match(stdout, /SN-A retired at B from 2021-05-17 to 2021-05-17/, 'the move of tomorrow still stands');
    await hadir.run(['terminal', 'retire', 'SN-A', '--from', NEXT_DAY]);
    assert.deepEqual(await states(), [0, 1, 0, 1]);
    const then = byAgency(await hadir.recap(DAY, ['--as-of', at('20:59')]));
    assert.deepEqual([then.A.unknown, then.B.unknown], [0, 1]);
  });

  await t.test('a retired terminal is turned away from its day on, and not before', async () => {
    await hadir.run(['terminal', 'retire', 'SN-B', '--from', NEXT_DAY]);
    assert.equal((await hadir.terminal('SN-B').poll()).status, 200);
    await hadir.moveTo(at('06:00', '+07:00', NEXT_DAY));
    assert.notEqual((await hadir.terminal('SN-B').poll()).status, 200);
  });

  await t.test('the list says since when each stands where', async () => {
    const { stdout } = await hadir.run(['terminal', 'list', '--format', 'csv']);
    assert.match(stdout, /SN-A,retired,B,2021-05-18/);
    assert.match(stdout, /SN-B,retired,B,2021-05-18/);
  });

  await t.test('rebuilding changes nothing', async () => {
    await hadir.stop();
    const before = await hadir.recap(DAY);
    await hadir.run(['rebuild']);
    assert.deepEqual(await hadir.recap(DAY), before);
    await hadir.verify();
  });
});
