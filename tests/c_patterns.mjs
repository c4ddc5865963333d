// Hours that a regent decides: recorded with their decree, named by agencies, judged by from their first day.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, agency, at, nip, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'].map((slot) => (
  { slot, start: '08:00', end: '16:30', rest_from: '12:00', rest_to: '13:00' }
));
const PATTERN = { code: 'kecamatan', valid_from: '2021-05-01', name: 'Lima hari kerja kecamatan', decree: 'Perbup 12/2021', hours: WEEK };

async function onFile(hadir, pattern) {
  const file = join(hadir.folder, 'pattern.json');
  await writeFile(file, typeof pattern === 'string' ? pattern : JSON.stringify(pattern));
  return file;
}

async function pattern(hadir, verb, body, { exit = 0 } = {}) {
  return hadir.run(['pattern', verb, await onFile(hadir, body)], { exit });
}

/** D1 and D2 with a person each, who came at ten to eight. */
async function office(t) {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D2')]);
  await hadir.import('punches', [1, 2].map((n) => ({ pin_or_number: nip(n), terminal: `SN-D${n}`, local_time: `${DAY} 07:50:00` })));
  return hadir;
}

const late = async (hadir) => (await hadir.recap(DAY)).late;

test('a recorded pattern changes whom it is for, from its first day, and the explanation names its decree', async (t) => {
  const hadir = await office(t);
  assert.equal(await late(hadir), 2, 'by 07.30 both are late');
  await hadir.import('agencies', [agency('D1', { pattern: 'kecamatan' })], { exit: 3 });

  assert.match((await pattern(hadir, 'check', PATTERN)).stdout, /37 h 30 a week[\s\S]*nothing was recorded/);
  assert.doesNotMatch((await hadir.run(['pattern', 'list'])).stdout, /kecamatan/);
  await pattern(hadir, 'add', PATTERN);
  assert.match((await hadir.run(['pattern', 'list'])).stdout, /kecamatan.*37:30.*Perbup 12\/2021.*government/);
  assert.match((await hadir.run(['pattern', 'show', 'kecamatan'])).stdout, /mon {2}08:00-16:30, rest 12:00-13:00/);

  await hadir.import('agencies', [agency('D1', { pattern: 'kecamatan' })]);
  assert.equal(await late(hadir), 1, 'D1 begins at eight');
  const told = await hadir.explain(nip(1), DAY);
  assert.match(told, /Jam kerja 08\.00–16\.30[\s\S]*\[Perbup 12\/2021\]/);
  assert.match(told, /tepat waktu/);

  await t.test('corrected, the day is judged again', async () => {
    await pattern(hadir, 'add', { ...PATTERN, hours: WEEK.map((slot) => ({ ...slot, start: '07:40' })) });
    assert.equal(await late(hadir), 2);
    await pattern(hadir, 'add', { ...PATTERN, tolerance_minutes: 15, hours: WEEK.map((slot) => ({ ...slot, start: '07:40' })) });
    assert.equal(await late(hadir), 1);
  });

  await t.test('withdrawn, nobody knows what D1 owes', async () => {
    await hadir.run(['pattern', 'withdraw', 'kecamatan', '2021-05-01']);
    assert.equal((await hadir.recap(DAY)).unknown, 1);
    await hadir.run(['pattern', 'withdraw', 'kecamatan', '2021-05-01'], { exit: 3 });
  });
  await hadir.verify();
  await hadir.run(['rebuild']);
});

test('what the program brings is superseded from a day, never overwritten', async (t) => {
  const hadir = await office(t);
  const own = { ...PATTERN, code: '5-hari', decree: 'Perbup 1/2021' };
  const refused = await pattern(hadir, 'add', { ...own, valid_from: '1996-01-01' }, { exit: 3 });
  assert.match(refused.stderr, /valid_from: .*not overwritten.*another first day/);
  await pattern(hadir, 'add', { ...own, valid_from: '2021-05-18' });
  assert.equal(await late(hadir), 2, 'not yet');
  await pattern(hadir, 'add', { ...own, valid_from: '2021-05-17', valid_to: '2021-05-17' });
  assert.equal(await late(hadir), 0);
});

test('what cannot be is refused by its field and with a way out', async (t) => {
  const hadir = await office(t);
  const refuse = async (change, told) =>
    assert.match((await pattern(hadir, 'check', { ...PATTERN, ...change }, { exit: 3 })).stderr, told);
  await refuse({ hours: [{ slot: 'mon', start: '08.00', end: '16:00' }] }, /hours\[0\]: start must be a time such as 07:30/);
  await refuse({ valid_to: '2021-04-30' }, /valid_to: .*ends before it begins/);
  await refuse({ week_minutes: 2400 }, /week_minutes: .*2250 minutes, not 2400/);
  await refuse({ decree: undefined }, /decree/);
  await pattern(hadir, 'add', { ...PATTERN, valid_to: '2021-12-31' });
  await refuse({ valid_from: '2021-07-01' }, /valid_from: .*lasts until 2021-12-31: begin after it/);
  await hadir.run(['pattern', 'check', await onFile(hadir, '{"code":')], { exit: 3 });
});

test('the desk records a pattern, and today is judged by it at once', async (t) => {
  const hadir = await office(t);
  await hadir.import('agencies', [agency('D1', { pattern: '6-hari' })]);
  const made = await hadir.run(['user', 'add', 'bkd-d1', '--role', 'bkpsdm', '--agency', 'D1']);
  await hadir.serve({ clock: at('08:30') });
  const fetch = await hadir.signIn();
  const post = (body, as = fetch) => as('/api/patterns', { method: 'POST', body });
  await hadir.terminal('SN-D2').punches([punch('102', `${DAY} 07:50:00`)]);
  const state = async () => (await fetch(`/api/people/${nip(2)}/days/${DAY}`)).json.state;
  assert.equal(await state(), 'late');
  const reply = await post({ ...PATTERN, code: '5-hari', valid_from: DAY });
  assert.equal(reply.status, 201, reply.text);
  assert.ok(reply.json.patterns.some(({ code, own, decree }) => code === '5-hari' && own && decree === PATTERN.decree));
  assert.equal(await state(), 'on_time');
  const wrong = await post({ ...PATTERN, duty: 'sometimes' });
  assert.equal(wrong.status, 422);
  assert.equal(wrong.json.field, 'duty');
  hadir.administrator = { account: 'bkd-d1', password: /password[^:\n]*:\s*(\S+)/i.exec(made.stdout)[1] };
  assert.equal((await post(PATTERN, await hadir.signIn())).status, 403, 'a pattern is for the whole government');
});
