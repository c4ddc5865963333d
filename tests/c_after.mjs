// What comes after an inspection: reports in writing, reminders by the clock, follow-ups, amendments.
import assert from 'node:assert/strict';
import test from 'node:test';

import { until } from './lib/hadir.mjs';
import { plan } from './lib/session.mjs';

const on = (day, time) => `${day}T${time}+07:00`;
const STRANGERS = ['pers', 'orang-lain', 'sekcam', 'pegawai'];

/** Opened and closed on Tuesday 26 May 2020. */
async function closed(t) {
  const session = await plan(t);
  await session.post('sekda', 'open', {});
  await session.post('sekda', 'close', {});
  return session;
}

const states = ({ reports }) => Object.fromEntries(reports.map(({ agency, state }) => [agency, state]));

test('reports in writing are ordered, received and listed for whom they concern', async (t) => {
  const { ask, post, get } = await closed(t);
  const asked = await post('sekda', 'written-reports', { agencies: ['DINSOS', 'PMD'] });
  assert.equal(asked.working_days, 2, 'as it is set');
  assert.deepEqual(asked.reports.map(({ agency, due, state }) => [agency, due, state]), [['DINSOS', '2020-05-28', 'ordered'], ['PMD', '2020-05-28', 'ordered']]);
  const all = await post('sekda', 'written-reports', { deadline: '2020-06-03' });
  assert.deepEqual(all.reports.map(({ agency, due }) => [agency, due]), [['DINSOS', '2020-05-28'], ['KEC', '2020-06-03'], ['PMD', '2020-05-28']], 'those of whom none was asked');
  await post('sekda', 'written-reports', {}, 409);
  await post('sekda', 'written-reports', { deadline: '2020-05-25', agencies: ['KEC'] }, 422);
  await post('sekda', 'written-reports', { agencies: ['NOWHERE'] }, 404);
  assert.equal((await get('sekda')).agencies.find(({ code }) => code === 'KEC').report_due, '2020-06-03');

  const note = (agencies, state, more) => ({ agencies, state, ...more });
  await post('bkd', 'written-reports/notes', note(['PMD', 'KEC'], 'reminded'));
  const came = await post('tim', 'written-reports/notes', note(['PMD'], 'received', { reference: '800/12/PMD/2020' }));
  assert.deepEqual(states(came), { DINSOS: 'ordered', KEC: 'reminded', PMD: 'received' });
  assert.equal(came.reports.at(-1).reference, '800/12/PMD/2020');
  assert.equal(came.reports.at(-1).by_clock, false);
  await post('tim', 'written-reports/notes', note(['PMD'], 'reminded'), 409);
  await post('tim', 'written-reports/notes', note([], 'reminded'), 422);

  assert.deepEqual(states(await get('kadis.sos', '/written-reports')), { DINSOS: 'ordered' }, 'its own alone');
  for (const who of STRANGERS) {
    await get(who, '/written-reports', 403);
    await post(who, 'written-reports', {}, 403);
    await post(who, 'written-reports/notes', note(['DINSOS'], 'received'), 403);
  }
  await post('kadis.sos', 'written-reports/notes', note(['DINSOS'], 'received'), 403);

  const owed = async (who) => (await ask[who]('/api/written-reports')).json.reports;
  assert.deepEqual((await owed('kadis.sos')).map(({ inspection, due, state }) => [inspection, due, state]), [['20200526-1', '2020-05-28', 'ordered']]);
  assert.deepEqual(await owed('kadis.pmd'), [], 'it was received');
  assert.deepEqual(await owed('sekda'), [], 'a leader owes none');
  assert.equal((await ask.pers('/api/written-reports')).status, 403);
});

test('the program reminds of a report once before and once after its deadline', async (t) => {
  const { hadir, ask, post, get } = await closed(t);
  await post('sekda', 'written-reports', { agencies: ['DINSOS', 'PMD'] });
  await post('tim', 'written-reports/notes', { agencies: ['PMD'], state: 'received' });
  const look = async () => (await get('bkd', '/written-reports')).reports.find(({ agency }) => agency === 'DINSOS');

  await hadir.moveTo(on('2020-05-28', '07:59:58'));
  assert.equal((await look()).state, 'ordered');
  const first = await until(async () => (await look()).state === 'reminded' && look(), 'the reminder of the morning');
  assert.equal(first.by_clock, true);
  assert.match(first.reminded_at, /^2020-05-28T08:00/);
  assert.equal((await ask['kadis.sos']('/api/written-reports')).json.reports[0].reminded_at, first.reminded_at, 'the head sees it');

  await hadir.kill();
  await hadir.serve({ clock: on('2020-05-28', '23:59:58') });
  const late = await until(async () => (await look()).state === 'overdue' && look(), 'the end of the day');
  assert.equal(late.reminders, 1, 'not again after a restart');

  await hadir.moveTo(on('2020-06-02', '10:00:00'));
  const second = await until(async () => (await look()).reminders === 2 && look(), 'the reminder after the deadline');
  assert.match(second.reminded_at, /^2020-06-02T10:00/, 'also by a server that was away at the hour');
  await hadir.moveTo(on('2020-06-02', '10:00:10'));
  await new Promise((done) => setTimeout(done, 2500));
  assert.equal((await look()).reminders, 2);
  const came = await post('tim', 'written-reports/notes', { agencies: ['DINSOS'], state: 'received' });
  assert.deepEqual(states(came), { DINSOS: 'received_late', PMD: 'received' });
  await hadir.verify();
});

test('the hours and the working days are settings of the government', async (t) => {
  const { hadir, post, get } = await closed(t);
  for (const [key, value] of [['report_working_days', '3'], ['report_remind_before_hours', '48'], ['report_remind_after_hours', '0']]) {
    await hadir.run(['setting', 'put', key, value]);
  }
  for (const value of ['0', '251', 'dua']) await hadir.run(['setting', 'put', 'report_working_days', value], { exit: 3 });
  const { reports } = await until(async () => {
    const { working_days } = await get('sekda', '/written-reports');
    return working_days === 3 && post('sekda', 'written-reports', { agencies: ['PMD'] });
  }, 'the setting');
  assert.equal(reports[0].due, '2020-05-29');
  await hadir.moveTo(on('2020-05-28', '00:00:00'));
  await until(async () => (await get('bkd', '/written-reports')).reports[0].by_clock, 'the reminder two days before');
});
