// The finished inspection of the demo, and its minutes as a sealed PDF.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, accountIn } from './lib/hadir.mjs';

const DAY = '2021-05-17';
const CODE = '20210517-1';

test('hadir demo jambi has the inspection of its day, with true figures', { timeout: 120_000 }, async (t) => {
  const hadir = await Hadir.make(t, { init: false });
  const { stdout, stderr } = await hadir.run(['demo', 'jambi']);
  hadir.administrator = accountIn(stdout + stderr);

  await t.test('it is listed', async () => {
    const [row] = JSON.parse((await hadir.run(['inspection', 'list', '--format', 'json'])).stdout);
    assert.equal(row.inspection, CODE);
    assert.equal(row.state, 'closed');
    assert.equal(Number(row.strength), 5789);
    assert.equal(Number(row.present), 5593);
  });

  await t.test('its minutes bear the seal of the leader, and one changed byte breaks it', async () => {
    const file = join(hadir.folder, 'minutes.pdf');
    await hadir.run(['minutes', '--latest', '--out', file]);
    const bytes = await readFile(file);
    assert.match(bytes.subarray(0, 5).toString(), /^%PDF-/);
    const verdict = await hadir.run(['verify-document', file]);
    assert.match(verdict.stdout, /signed by\s+Wakil Wali Kota Jambi/);
    await hadir.run(['minutes', '--inspection', CODE, '--out', file]);
    assert.deepEqual(await readFile(file), bytes, 'issued once, the same comes back');
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(file, bytes);
    await hadir.run(['verify-document', file], { exit: 1 });
    await hadir.run(['minutes', '--inspection', '20990101-1', '--out', file], { exit: 3 });
  });

  await hadir.serve({ clock: `${DAY}T21:00:00+07:00` });
  const fetch = await hadir.signIn();
  const get = async (path = '') => {
    const reply = await fetch(`/api/inspections/${CODE}${path}`);
    assert.equal(reply.status, 200, reply.text);
    return reply.json;
  };

  await t.test('the figures of the opening are the recap as of that instant', async () => {
    const { opening, closing, progress, agencies } = await get();
    const then = await hadir.recap(DAY, ['--as-of', opening.at]);
    for (const name of ['strength', 'present', 'on_time', 'late', 'permit', 'waiting', 'unknown', 'unexplained', 'present_percent']) {
      assert.equal(opening.total[name], then[name], name);
    }
    assert.deepEqual([opening.total.on_time, opening.total.late, opening.total.permit, opening.total.waiting], [4793, 800, 57, 139]);
    assert.equal(closing.total.present, 5593);
    assert.equal(progress.agencies, 60);
    assert.equal(agencies.reduce((sum, { opening: { strength } }) => sum + strength, 0), 5789);
    const hub = agencies.find(({ code }) => code === 'DISHUB');
    assert.equal(hub.place, 26);
    assert.equal(hub.called_at, `${DAY}T09:12:16+07:00`);
    const { said, machine } = hub.statement;
    assert.deepEqual([said.present, said.permit, said.missing], [185, 4, 9]);
    assert.deepEqual([machine.present, machine.permit, machine.missing], [182, 4, 12]);
    assert.ok(agencies.every(({ report_due }) => report_due === '2021-05-19'), 'written reports of all, in two working days');
  });

  await t.test('the 139 are there by name, each with what was said of them', async () => {
    let missing = [];
    for (const { code } of (await get()).agencies) missing = missing.concat((await get(`/agencies/${code}`)).missing);
    assert.equal(missing.length, 139);
    assert.equal(missing.filter(({ claim }) => claim).length, 138, 'all but those of the OPD that was not there');
    assert.ok(missing.every(({ state }) => state === 'unexplained'), 'after the closing of the day');
    assert.equal(missing.find(({ name }) => name.startsWith('Ahmad Yani') )?.claim, 'sick');
  });

  await hadir.verify();
});
