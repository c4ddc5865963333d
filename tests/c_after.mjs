// What comes after an inspection: reports in writing, reminders by the clock, follow-ups, amendments.
import assert from 'node:assert/strict';
import test from 'node:test';

import { until } from './lib/hadir.mjs';
import { nip } from './lib/office.mjs';
import { AGENCIES, plan } from './lib/session.mjs';

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

/** The day after, with every terminal heard: persons 3 and K-5 of Dinsos are unexplained. */
async function theDayAfter(session) {
  const { hadir, get } = session;
  await hadir.moveTo(on('2020-05-27', '07:00:00'));
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  return until(async () => {
    const { people } = await get('bkd', '/follow-ups');
    return people.length === 2 && people;
  }, 'who is unexplained');
}

test('an official chooses a path for people who are unexplained, many at once, and takes it back', async (t) => {
  const session = await plan(t);
  const { post, get, hadir } = session;
  const [pns, contract] = [nip(3), 'K-5'];
  const choose = (numbers, path, more) => ({ numbers, path, reason: 'hari pertama sesudah libur', official: 'Kepala BKPSDM', ...more });
  await post('sekda', 'open', {});
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: pns, claim: 'away', note: 'belum kembali' }, { number: contract, claim: 'sick' }] });
  assert.equal((await session.ask.pegawai(`${session.path}/own`, { method: 'POST', body: { text: 'Saya di kantor.' } })).status, 201);
  await post('bkd', 'follow-ups', choose([pns], 'guidance'), 409);
  await post('sekda', 'close', {});
  assert.deepEqual((await get('bkd', '/follow-ups')).people, [], 'nobody is accused before the day has ended');
  await post('bkd', 'follow-ups', choose([pns], 'guidance'), 409);

  const people = await theDayAfter(session);
  assert.deepEqual(people.map(({ number, agency, claim, note, answer, path }) => [number, agency, claim, note, answer, path]), [
    [pns, 'DINSOS', 'away', 'belum kembali', 'Saya di kantor.', null],
    [contract, 'DINSOS', 'sick', '', '', null],
  ]);
  await post('bkd', 'follow-ups', choose([pns, nip(6)], 'guidance'), 409);
  assert.deepEqual((await get('bkd', '/follow-ups')).people.map(({ choices }) => choices.length), [0, 0], 'all or none');
  await post('bkd', 'follow-ups', { numbers: [pns], path: 'guidance', reason: 'x' }, 422);
  await post('bkd', 'follow-ups', choose([pns], 'withdrawn'), 409);
  const chosen = await post('bkd', 'follow-ups', choose([pns, contract], 'guidance'));
  assert.deepEqual(chosen.people.map(({ path }) => path), ['guidance', 'guidance']);
  const back = await post('tim', 'follow-ups', choose([contract], 'withdrawn', { reason: 'surat sakit datang' }));
  assert.equal(back.people[1].path, null);
  assert.deepEqual(back.people[1].choices.map(({ path, official, author }) => [path, official, author]), [['guidance', 'Kepala BKPSDM', 'bkd'], ['withdrawn', 'Kepala BKPSDM', 'tim']], 'nothing is forgotten');

  assert.deepEqual((await get('kadis.sos', '/follow-ups')).people.map(({ number }) => number), [pns, contract]);
  assert.deepEqual((await get('kadis.pmd', '/follow-ups')).people, [], 'no names of another agency');
  await post('kadis.sos', 'follow-ups', choose([pns], 'none'), 403);
  for (const who of STRANGERS) {
    await get(who, '/follow-ups', 403);
    await post(who, 'follow-ups', choose([pns], 'none'), 403);
  }
  const own = (await session.ask.pegawai('/api/own/inspections')).json.inspections;
  assert.deepEqual(own.map(({ inspection, agency_name, claim, note, answer, path, official }) => [inspection, agency_name, claim, note, answer, path, official]), [
    ['20200526-1', 'Dinas Sosial', 'away', 'belum kembali', 'Saya di kantor.', 'guidance', 'Kepala BKPSDM'],
  ], 'the person is told, before any letter');
  assert.equal((await session.ask['kadis.sos']('/api/own/inspections')).status, 403);
  await hadir.verify();
});

test('what a sick person answers is for the person, the own head and the team', async (t) => {
  const { ask, path, post, get } = await plan(t);
  await post('sekda', 'open', {});
  const claim = (one) => post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: one }] });
  await claim('sick');
  assert.equal((await ask.pegawai(`${path}/own`, { method: 'POST', body: { text: 'Rawat inap, demam berdarah.' } })).status, 201);
  const answer = async (who) => (await get(who, '/agencies/DINSOS')).missing.find(({ number }) => number === nip(3));
  for (const who of ['kadis.sos', 'bkd', 'tim']) assert.match((await answer(who)).answer, /demam/, who);
  const seen = await answer('sekda');
  assert.deepEqual([seen.claim, seen.answer, seen.answer_hidden], ['sick', '', true], 'the leader sees the class alone');
  await claim('other');
  assert.equal((await answer('sekda')).answer, '', 'also when the class is changed later');
});

test('amendments stand beside what they correct, and instructions are followed to their end', async (t) => {
  const { hadir, post, get } = await plan(t);
  await post('sekda', 'open', {});
  await post('sekda', 'instructions', { agency: 'PMD', text: 'Surat laporan', owner: 'Kepala Dinas PMD', deadline: '2020-05-27' });
  await post('sekda', 'instructions', { text: 'Tidak berkunjung', owner: 'Semua kepala OPD' });
  await post('tim', 'amendments', { text: 'belum' }, 409);
  await post('sekda', 'close', {});
  const { amendments } = await post('bkd', 'amendments', { agency: 'PMD', about: 'statement', text: 'Kepala menyebut 4, tertulis 3.' });
  assert.deepEqual(amendments.map(({ about, agency, author }) => [about, agency, author]), [['statement', 'PMD', 'bkd']]);
  const after = await post('tim', 'amendments', { text: 'Tempat: Aula Sultan Serdang.' });
  assert.deepEqual(after.amendments.map(({ about }) => about), ['statement', 'minutes']);
  assert.equal(after.metrics.covered, 0);
  assert.equal(after.metrics.without_statement, 3);

  await hadir.moveTo(on('2020-05-28', '07:00:00'));
  assert.deepEqual((await get('sekda', '/after')).instructions.map(({ overdue }) => overdue), [true, false]);
  await post('kadis.pmd', 'instructions/1', { state: 'done', note: '800/3/PMD' });
  const own = await get('kadis.pmd', '/after');
  assert.deepEqual(own.instructions.map(({ item, state, note, overdue }) => [item, state, note, overdue]), [[1, 'done', '800/3/PMD', false]]);
  assert.deepEqual(own.amendments.map(({ agency }) => agency), ['PMD']);
  assert.deepEqual((await get('kadis.sos', '/after')).amendments, []);
  await post('kadis.pmd', 'amendments', { text: 'angka saya' }, 403);
  for (const who of STRANGERS) {
    await get(who, '/after', 403);
    await post(who, 'amendments', { text: 'x' }, 403);
  }
});
