// What nobody may do in an inspection, though each has some right there: speak in another's place, see names when
// his days are over, or make a figure say something else afterwards.
import assert from 'node:assert/strict';
import test from 'node:test';

import { until } from './lib/hadir.mjs';
import { nip } from './lib/office.mjs';
import { AGENCIES, DAY, plan, row, seven } from './lib/session.mjs';

const letter = (agency, from, to, more) => ({ agency, account: 'sekcam', name: 'Sekretaris', title: 'Sekretaris', authority: 'ST/12/2020', from, to, ...more });

async function delegate(ask, who, body) {
  await ask[body.account]('/api/session'); // whoever is named has an account
  return (await ask[who]('/api/delegations', { method: 'POST', body })).status;
}

test('who answers in a head\'s place is named by that head or BKPSDM, and by nobody else', async (t) => {
  const session = await plan(t);
  const { ask, post, get } = session;
  await post('sekda', 'open', {});
  for (const who of ['orang-lain', 'tim', 'sekda', 'kadis.pmd', 'operator.sos', 'sekcam', 'pers']) {
    assert.equal(await delegate(ask, who, letter('DINSOS', DAY, DAY, { account: 'orang-lain' })), 403, who);
  }
  await get('orang-lain', '/agencies/DINSOS', 403);
  assert.equal(await delegate(ask, 'kadis.sos', letter('DINSOS', DAY, DAY)), 204);
  assert.equal((await get('sekcam', '/me')).part, 'deputy');
  await post('sekda', 'close', {});

  await t.test('the letter is listed for who may take it back, and for the deputy', () => isListed(session));
  await t.test('and sees the people of the agency on the days of the letter, not before and not after', () => onItsDays(session));
});

async function onItsDays({ hadir, ask, get }) {
  assert.equal(await delegate(ask, 'bkd', letter('KEC', '2020-05-27', '2020-05-27')), 204);
  await get('sekcam', '/agencies/KEC', 403);
  await hadir.moveTo('2020-05-27T08:00:00+07:00');
  await get('sekcam', '/agencies/KEC');
  await get('sekcam', '/follow-ups');
  await hadir.moveTo('2020-05-28T08:00:00+07:00');
  for (const what of ['/agencies/KEC', '/follow-ups', '/after', '/written-reports']) await get('sekcam', what, 403);
  assert.equal(await delegate(ask, 'bkd', letter('KEC', '2020-05-28', '2020-05-29')), 204);
  await get('sekcam', '/agencies/KEC');
  assert.equal(await delegate(ask, 'bkd', letter('KEC', '2020-05-28', '2020-05-29', { withdrawn: true })), 204);
  await get('sekcam', '/agencies/KEC', 403);
}

test('whose words a statement is stands beside it', async (t) => {
  const { post } = await plan(t);
  await post('sekda', 'open', {});
  await t.test('what the team enters is marked so, and waits for the head', () => byTheTeam(post));
  await t.test('an operator enters figures under his own title, and confirms nothing', () => byAnOperator(post));
  await t.test('a head confirms the figures that he saw, not those that came after', () => confirmed(post));
});

async function byTheTeam(post) {
  for (const who of ['tim', 'sekda', 'bkd']) {
    await post(who, 'statements', { agency: 'PMD', by: 'Kadis', groups: [seven(4, 0)] }, 422);
    await post(who, 'statements', { agency: 'PMD', source: 'form', by: 'Kadis', groups: [seven(4, 0)] }, 422);
    await post(who, 'statements', { agency: 'PMD', source: 'telephone', groups: [seven(4, 0)] }, 422);
  }
  const { statement } = row(await post('tim', 'statements', { agency: 'PMD', source: 'spoken', by: 'Kadis', groups: [seven(4, 0)] }), 'PMD');
  assert.deepEqual([statement.source, statement.confirmed, statement.post], ['spoken', false, '']);
}

async function byAnOperator(post) {
  await post('sekda', 'calls', { agency: 'DINSOS' });
  assert.equal(row(await post('operator.sos', 'answers', { agency: 'DINSOS' }), 'DINSOS').post, 'Operator OPD');
  await post('tim', 'statements', { agency: 'DINSOS', source: 'telephone', by: 'Kadis', groups: [seven(3, 2)] });
  await post('operator.sos', 'confirmations', { agency: 'DINSOS' }, 403);
  assert.equal(row(await post('kadis.sos', 'confirmations', { agency: 'DINSOS' }), 'DINSOS').statement.confirmed, true);
}

async function confirmed(post) {
  const tell = (present) => post('tim', 'statements', { agency: 'PMD', source: 'telephone', by: 'Kadis', groups: [seven(present, 4 - present)] });
  const seen = row(await tell(4), 'PMD').statement.at;
  const now = row(await tell(2), 'PMD').statement.at;
  assert.notEqual(seen, now);
  await post('kadis.pmd', 'confirmations', { agency: 'PMD', statement: seen }, 409);
  assert.equal(row(await post('kadis.pmd', 'confirmations', { agency: 'PMD', statement: now }), 'PMD').statement.confirmed, true);
}

test('two who lead and call at the same instant call one agency, and nobody is silent for it', async (t) => {
  const { ask, path, post, get } = await plan(t);
  await ask['orang-lain']('/api/session');
  assert.equal((await ask.bkd(`${path}/members`, { method: 'POST', body: { name: 'Moderator', part: 'moderator', account: 'orang-lain' } })).status, 201);
  await post('sekda', 'open', {});
  const call = async (who, agency) => (await ask[who](`${path}/calls`, { method: 'POST', body: { agency, called: '' } })).status;
  const statuses = await Promise.all([call('sekda', 'DINSOS'), call('orang-lain', 'PMD')]);
  assert.deepEqual(statuses.sort(), [201, 409]);
  const first = (await get('sekda')).called;

  const again = await Promise.all(['sekda', 'orang-lain', 'sekda'].map((who) => post(who, 'calls', { agency: first })));
  assert.deepEqual(again.map(({ called }) => called), [first, first, first]);
  const room = await get('sekda');
  assert.equal(row(room, first).calls, 1, 'pressed again is not called again');
  assert.deepEqual([room.progress.called, room.progress.silent], [1, 0]);
  assert.equal((await get('tim', '/acts')).acts.filter(({ act }) => act === 'called').length, 1);
  await t.test('what one person or one agency says again and again is bounded', () => again50({ ask, path, post, get }));
});

test('after the closing a figure is corrected by a dated amendment, in no other way', async (t) => {
  const session = await plan(t);
  const { ask, path, post, get } = session;
  await post('sekda', 'open', {});
  const blt = { agency: 'PMD', title: 'Penyaluran BLT', unit: 'desa', done: 202, total: 237 };
  await post('tim', 'programmes', blt);
  await post('kadis.pmd', 'statements', { agency: 'PMD', groups: [seven(4, 0)] });
  await post('sekda', 'close', {});
  const figures = async () => {
    const { opening, closing, programmes, agencies } = await get('sekda');
    return { opening, closing, programmes, statements: agencies.map(({ statement, opening: then }) => [statement, then]), press: (await get('tim', '/press')).text };
  };
  const before = await figures();
  const everyone = ['sekda', 'bkd', 'tim', 'orang-lain', 'kadis.sos', 'kadis.pmd', 'operator.sos', 'sekcam', 'pers', 'pegawai'];
  const tries = {
    open: {}, close: {}, calls: { agency: 'PMD' }, turns: { agency: 'PMD', turn: 'absent' }, order: { rule: 'tree' },
    answers: { agency: 'PMD' }, statements: { agency: 'PMD', source: 'telephone', by: 'x', groups: [seven(1, 3)] },
    reasons: { agency: 'PMD', reasons: [{ number: nip(6), claim: 'away' }] }, programmes: { ...blt, item: 1, done: 237 },
  };
  for (const [what, body] of Object.entries(tries)) {
    const statuses = await Promise.all(everyone.map(async (who) => (await ask[who](`${path}/${what}`, { method: 'POST', body })).status));
    for (const [index, status] of statuses.entries()) assert.ok([403, 409].includes(status), `${everyone[index]} ${what}: ${status}`);
    assert.ok(statuses.includes(409), `${what} is refused because the session is over`);
  }
  assert.equal((await ask.bkd(path, { method: 'PUT', body: { kind: 'surprise', day: DAY, leader: 'Lain' } })).status, 409);
  assert.equal((await ask.bkd(path, { method: 'DELETE' })).status, 409);
  assert.deepEqual(await figures(), before);
  await post('tim', 'amendments', { about: 'programme', agency: 'PMD', text: '237 dari 237.' });
  await post('kadis.pmd', 'manual-recaps', { agency: 'PMD', signed_by: 'x', signed_on: DAY, groups: [seven(1, 3)] });
  assert.deepEqual(await figures(), before, 'the amendment and the recap that came late stand beside');
  await t.test('a report in writing came when it came, whoever notes it again', () => cameOnce(session));
});

async function isListed({ ask }) {
  const listed = async (who) => (await ask[who]('/api/delegations')).json.delegations.map(({ agency, account, author }) => [agency, account, author]);
  const mine = [['DINSOS', 'sekcam', 'kadis.sos']];
  for (const who of ['kadis.sos', 'bkd', 'sekcam']) assert.deepEqual(await listed(who), mine, who);
  for (const who of ['kadis.pmd', 'orang-lain', 'tim', 'operator.sos']) assert.deepEqual(await listed(who), [], who);
  for (const who of ['pers', 'pegawai']) assert.equal((await ask[who]('/api/delegations')).status, 403, who);
}

async function cameOnce({ hadir, post }) {
  await post('sekda', 'written-reports', { agencies: ['PMD'], deadline: DAY });
  const note = (reference) => post('tim', 'written-reports/notes', { agencies: ['PMD'], state: 'received', reference });
  const [first] = (await note('800/1')).reports;
  await hadir.moveTo('2020-05-28T08:00:00+07:00');
  const [second] = (await note('800/1/PMD')).reports;
  assert.deepEqual([second.state, second.received_at, second.reference], ['received', first.received_at, '800/1/PMD']);
}

async function again50({ ask, path, post, get }) {
  const own = async (text) => (await ask.pegawai(`${path}/own`, { method: 'POST', body: { text } })).status;
  const statuses = [];
  for (let n = 0; n < 60; n++) statuses.push(await own(`jawaban ${n}`));
  assert.deepEqual([...new Set(statuses)], [201, 409]);
  assert.equal(statuses.indexOf(409), 50);
  const claim = (status) => post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: 'away' }] }, status);
  for (let n = 0; n < 50; n++) await claim(201);
  await claim(409);
  assert.match((await get('sekda', '/agencies/DINSOS')).missing.find(({ number }) => number === nip(3)).answer, /jawaban 49/);
  await post('sekda', 'close', {});
}

test('a surprise is told to nobody who is to be surprised before its day', async (t) => {
  const { hadir, ask } = await plan(t);
  const later = await ask.bkd('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: '2020-05-28', leader: 'Sekretaris Daerah' } });
  const announced = await ask.bkd('/api/inspections', { method: 'POST', body: { kind: 'announced', day: '2020-05-29', leader: 'Sekretaris Daerah' } });
  const listed = async (who) => (await ask[who]('/api/inspections')).json.inspections.map(({ inspection }) => inspection);
  const all = [announced.json.inspection, later.json.inspection, '20200526-1'];
  assert.deepEqual(await listed('bkd'), all);
  assert.deepEqual(await listed('sekda'), all);
  const secret = `/api/inspections/${later.json.inspection}`;
  for (const who of ['kadis.sos', 'operator.sos', 'pers', 'sekcam', 'orang-lain']) {
    assert.deepEqual(await listed(who), [announced.json.inspection, '20200526-1'], who);
    for (const what of ['', '/me', '/stream']) assert.equal((await ask[who](secret + what)).status, 404, `${who} ${what}`);
    assert.equal((await ask[who](`${secret}/ticket`, { method: 'POST', body: {} })).status, 404, who);
  }
  assert.equal((await ask.pegawai(`${secret}/own`)).status, 404);
  await hadir.moveTo('2020-05-28T05:00:00+07:00');
  assert.deepEqual(await listed('kadis.sos'), all, 'on its day its heads can come');
});

test('that somebody read names is on record before he gets them', async (t) => {
  const session = await plan(t);
  const { hadir, post, get } = session;
  await post('sekda', 'open', {});
  const readings = async () => (await get('bkd', '/readings')).readings.map(({ account, kind, agency: of }) => [account, kind, of].join(' ')).reverse();
  await get('kadis.pmd', '/agencies/DINSOS', 403);
  await get('pers');
  assert.deepEqual(await readings(), [], 'who sees counts, or nothing, read no name');
  await Promise.all(['sekda', 'sekda', 'sekda'].map((who) => get(who, '/agencies/DINSOS')));
  await get('kadis.sos', '/agencies/DINSOS');
  await get('tim', '/acts');
  await get('tim', '/acts?format=csv');
  await get('tim', '/follow-ups');
  const all = ['sekda people DINSOS', 'kadis.sos people DINSOS', 'tim acts ', 'tim follow_ups '];
  assert.deepEqual(await readings(), all, 'once a day');
  for (const who of ['sekda', 'tim', 'kadis.sos', 'pers', 'orang-lain']) await get(who, '/readings', 403);
  await post('sekda', 'close', {});
  await theDayAfter(session);
  await post('bkd', 'follow-ups', { numbers: [nip(3)], path: 'none', reason: 'x', official: 'Kepala BKPSDM' });
  assert.deepEqual(await readings(), [...all, 'bkd follow_ups '], 'the next day is another reading');
  await hadir.verify();
});

async function theDayAfter({ hadir, get }) {
  await hadir.moveTo('2020-05-27T07:00:00+07:00');
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  await until(async () => (await get('bkd', '/follow-ups')).people.length === 2, 'who is unexplained');
}
