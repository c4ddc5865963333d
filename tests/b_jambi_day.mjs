// The case of document 001: 5,789 people of Kota Jambi on 17 May 2021.
import assert from 'node:assert/strict';
import test from 'node:test';

import { fromCsv } from './lib/csv.mjs';
import { Hadir, STATES, assertClosed } from './lib/hadir.mjs';
import { DAY } from './lib/office.mjs';

const EXPECTED = {
  strength: 5789, expected: 5789, on_time: 4793, late: 800, permit: 57, unexplained: 139, missing_in: 0,
  unknown: 0, waiting: 0, off: 0, present: 5593, present_percent: '96.61',
};

test('the Jambi day', { timeout: 300_000 }, async (t) => {
  const hadir = await Hadir.make(t, { init: false });
  await hadir.run(['demo', 'jambi']);

  await t.test('its recap has the integers of the source', async () => {
    const recap = await hadir.recap(DAY);
    assertClosed(recap);
    assert.equal(recap.date, DAY);
    for (const [name, value] of Object.entries(EXPECTED)) assert.equal(recap[name], value, name);
  });

  await t.test('agencies are flat and add up to the total', async () => {
    const recap = await hadir.recap(DAY);
    assert.ok(recap.agencies.length > 10);
    for (const one of recap.agencies) assertClosed(one, one.agency);
    for (const name of ['strength', 'expected', 'present', 'wfh', ...STATES]) {
      assert.equal(recap.agencies.reduce((sum, one) => sum + one[name], 0), recap[name], name);
    }
  });

  await t.test('a table for people says it in Indonesian figures', async () => {
    const { stdout } = await hadir.run(['recap', '--date', DAY]);
    for (const words of ['5.789', '4.793', '82,79', '800', '13,82', '57', '0,98', '139', '2,40', '5.593', '96,61']) {
      assert.ok(stdout.includes(words), `${words} in\n${stdout.slice(-2000)}`);
    }
  });

  await t.test('CSV says the same', async () => {
    const rows = fromCsv((await hadir.run(['recap', '--date', DAY, '--format', 'csv'])).stdout);
    const total = rows.find((row) => row.agency === '');
    assert.ok(total, 'a row for the whole government, with an empty agency');
    assert.equal(total.on_time, '4793');
    assert.equal(total.late, '800');
  });

  await t.test('the day of one person can be explained down to the punch', async () => {
    const late = (await hadir.export('sheets')).find((row) => row.state === 'late' && row.day === DAY);
    assert.ok(late, 'somebody was late');
    const told = await hadir.explain(late.number, DAY);
    assert.match(told, /terlambat|late/);
    assert.match(told, /Keppres|Perpres|Perwali|SKB/);
  });

  await t.test('rebuilding changes nothing, and the chain holds', async () => {
    const before = await hadir.recap(DAY);
    await hadir.run(['rebuild']);
    assert.deepEqual(await hadir.recap(DAY), before);
    await hadir.verify();
  });
});
