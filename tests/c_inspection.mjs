// An inspection from its plan to its end: Serdang Bedagai's, 26 May 2020, in miniature.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Events } from './lib/events.mjs';
import { until } from './lib/hadir.mjs';
import { nip } from './lib/office.mjs';
import { DAY, at, make, plan, row, seven } from './lib/session.mjs';
import { punch } from './lib/terminal.mjs';

test('the program proposes the first working day after Lebaran', async (t) => {
  const { ask } = await make(t);
  const { json } = await ask.bkd('/api/inspections');
  assert.equal(json.inspections.length, 0);
  assert.equal(json.proposal.day, DAY);
  assert.equal(json.proposal.kind, 'surprise');
  assert.match(json.proposal.because, /libur 23 Mei 2020 sampai 25 Mei 2020/);
  assert.deepEqual([json.proposal.first, json.proposal.last], ['2020-05-23', '2020-05-25']);
});

test('a session is planned, opened with frozen figures, led and closed', async (t) => {
  const { post, get, planned } = await plan(t);
  assert.equal(planned.inspection, '20200526-1');
  assert.equal(planned.state, 'planned');
  assert.equal(planned.planned_at, '09:00');
  await post('sekda', 'calls', { agency: 'DINSOS' }, 409);

  const room = await post('sekda', 'open', {});
  assert.equal(room.head.state, 'open');
  assert.deepEqual(room.agencies.map(({ code }) => code), ['DINSOS', 'KEC', 'PMD'], 'most people missing first');
  assert.equal(room.opening.total.strength, 12);
  assert.equal(room.opening.total.present, 10);
  assert.equal(room.opening.asn.strength, 10);
  assert.equal(room.opening.contract.strength, 2);
  assert.deepEqual(row(room, 'KEC').opening, { strength: 3, ...seven(3, 0), unknown: 0 }, 'with what lies below it');
  await post('sekda', 'open', {}, 409);

  const called = await post('sekda', 'calls', { agency: 'DINSOS' });
  assert.equal(called.called, 'DINSOS');
  assert.equal(row(called, 'DINSOS').state, 'called');
  assert.deepEqual(called.next, ['KEC', 'PMD']);
  const answering = await post('kadis.sos', 'answers', { agency: 'DINSOS', name: 'Kepala Dinas Sosial' });
  assert.equal(row(answering, 'DINSOS').state, 'answering');
  assert.equal(row(answering, 'DINSOS').post, 'head');

  const stated = await post('kadis.sos', 'statements', {
    agency: 'DINSOS',
    groups: [{ group: 'asn', ...seven(3, 0) }, { group: 'contract', ...seven(1, 0, { sick: 1 }) }],
  });
  const { statement } = row(stated, 'DINSOS');
  assert.equal(statement.source, 'form');
  assert.deepEqual(statement.said, { strength: 5, ...seven(4, 0, { sick: 1 }), unknown: 0 });
  assert.deepEqual(statement.machine, { strength: 5, ...seven(3, 2), unknown: 0 });

  const next = await post('sekda', 'calls', { agency: 'PMD' });
  assert.equal(row(next, 'DINSOS').state, 'answered', 'who had answered is done');
  const after = await post('sekda', 'calls', { agency: 'KEC' });
  assert.equal(row(after, 'PMD').state, 'silent', 'who had not is silent');
  await post('sekda', 'turns', { agency: 'KEC', turn: 'absent' });
  const closed = await post('sekda', 'close', { text: 'Laporan tertulis dalam dua hari kerja.' });
  assert.equal(closed.head.state, 'closed');
  assert.equal(closed.progress.done, 1);
  assert.equal(closed.progress.silent, 1);
  assert.equal(closed.progress.absent, 1);
  await post('sekda', 'calls', { agency: 'PMD' }, 409);
  assert.equal((await get('pers')).head.state, 'closed');
});

test('what was frozen stays, whoever comes later', async (t) => {
  const { hadir, post, get } = await plan(t);
  const before = await hadir.recap(DAY);
  const room = await post('sekda', 'open', {});
  for (const [name, count] of Object.entries(room.opening.total)) assert.equal(count, before[name], name);
  await hadir.terminal('SN-DINSOS').punches([punch('103', `${DAY} 06:59:00`)]);
  const later = await until(async () => {
    const seen = await get('sekda');
    return seen.live.total.present > room.opening.total.present && seen;
  }, 'the late arrival');
  assert.deepEqual(later.opening, room.opening);
  assert.equal(row(later, 'DINSOS').live.missing, 1);
  const closed = await post('sekda', 'close', {});
  assert.equal(closed.closing.total.present, room.opening.total.present + 1);
});

test('programmes and instructions are kept with owner, deadline and what remains', async (t) => {
  const { post } = await plan(t);
  await post('sekda', 'open', {});
  const blt = { agency: 'PMD', title: 'Penyaluran BLT dana desa', unit: 'desa', done: 190, total: 237, target: '2020-05-29', blocker: 'ketersediaan dana' };
  await post('tim', 'programmes', blt);
  const { programmes } = await post('tim', 'programmes', { ...blt, item: 1, done: 202 });
  assert.equal(programmes.length, 1);
  assert.equal(programmes[0].done, 202);
  assert.equal(programmes[0].remaining, 35);
  await post('tim', 'programmes', { ...blt, item: 1, done: 238 }, 422);
  const { instructions } = await post('sekda', 'instructions', { agency: 'PMD', text: 'Tuntaskan 35 desa', owner: 'Kepala Dinas PMD', working_days: 3 });
  assert.equal(instructions[0].deadline, '2020-05-29');
  await post('kadis.sos', 'instructions/1', { state: 'done' }, 403);
  const done = await post('kadis.pmd', 'instructions/1', { state: 'done', note: 'selesai' });
  assert.equal(done.instructions[0].state, 'done');
});

test('who leads, works and answers is narrowed to the session', async (t) => {
  const { ask, post, get } = await plan(t);
  const parts = {};
  for (const name of ['sekda', 'bkd', 'tim', 'orang-lain', 'kadis.sos', 'sekcam', 'pers']) parts[name] = (await get(name, '/me')).part;
  assert.deepEqual(parts, { sekda: 'leader', bkd: 'team', tim: 'team', 'orang-lain': 'none', 'kadis.sos': 'head', sekcam: 'none', pers: 'listener' });
  await post('orang-lain', 'open', {}, 403);
  await post('tim', 'open', {}, 403);
  await post('pers', 'notes', { text: 'a' }, 403);
  await post('sekda', 'open', {});
  await post('sekda', 'calls', { agency: 'KEC' });
  await post('kadis.sos', 'answers', { agency: 'KEC' }, 403);
  await post('kadis.sos', 'statements', { agency: 'PMD', groups: [seven(1, 1)] }, 403);
  await post('kadis.sos', 'statements', { agency: 'DINSOS', source: 'telephone', groups: [seven(1, 1)] }, 403);
  await post('sekcam', 'answers', { agency: 'KEC' }, 403);

  const letter = { agency: 'KEC', account: 'sekcam', name: 'Sekretaris Camat', title: 'Sekcam', authority: 'ST/12/2020', from: DAY, to: DAY };
  assert.equal((await ask['kadis.sos']('/api/delegations', { method: 'POST', body: letter })).status, 403);
  for (const account of ['sekacm', 'pers']) {
    const refused = await ask.bkd('/api/delegations', { method: 'POST', body: { ...letter, account } });
    assert.deepEqual([refused.status, refused.json.field], [422, 'account'], 'who could not answer is not named');
  }
  assert.equal((await ask.bkd('/api/delegations', { method: 'POST', body: letter })).status, 204);
  const room = await post('sekcam', 'answers', { agency: 'KEC' });
  assert.equal(row(room, 'KEC').post, 'deputy');
});

test('a statement by telephone is entered by the team and confirmed by the head', async (t) => {
  const { post } = await plan(t);
  await post('sekda', 'open', {});
  const stated = await post('tim', 'statements', { agency: 'PMD', source: 'telephone', by: 'Kepala Dinas PMD', groups: [seven(4, 0)] });
  assert.equal(row(stated, 'PMD').state, 'waiting');
  assert.equal(row(stated, 'PMD').statement.confirmed, false);
  await post('tim', 'confirmations', { agency: 'PMD' }, 403);
  const confirmed = await post('kadis.pmd', 'confirmations', { agency: 'PMD' });
  assert.equal(row(confirmed, 'PMD').statement.confirmed, true);
});

test('names and reasons are for the own head, the team and the leader', async (t) => {
  const { hadir, ask, path, post, get } = await plan(t);
  await post('sekda', 'open', {});
  await post('sekda', 'calls', { agency: 'DINSOS' });
  const people = async (who) => (await get(who, '/agencies/DINSOS')).missing;
  assert.deepEqual((await people('sekda')).map(({ name, kind, claim }) => [name, kind, claim]), [['Pegawai 3', 'PNS', null], ['Pegawai 5', 'kontrak', null]]);
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: 'K-5', claim: 'sick', note: 'demam' }] }, 422);
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(6), claim: 'away' }] }, 404);
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: 'away', note: 'belum kembali' }, { number: 'K-5', claim: 'sick' }] });
  assert.deepEqual((await people('tim')).map(({ claim }) => claim), ['away', 'sick']);
  assert.deepEqual((await get('kadis.sos', '/agencies/DINSOS')).notes, []);
  for (const who of ['kadis.pmd', 'pers', 'orang-lain', 'sekcam', 'pegawai']) await get(who, '/agencies/DINSOS', 403);

  const own = (body) => ask.pegawai(`${path}/own`, body && { method: 'POST', body });
  assert.equal((await own()).json.claim, 'away');
  assert.equal((await own({ text: 'Saya di kantor, mesin tidak membaca.' })).status, 201);
  assert.match((await people('sekda'))[0].answer, /Saya di kantor/);

  await hadir.terminal('SN-DINSOS').punches([punch('103', `${DAY} 07:00:20`)]);
  const { arrivals, groups, trail } = await until(async () => {
    const seen = await get('sekda', '/agencies/DINSOS');
    return seen.arrivals.length && seen;
  }, 'the late arrival');
  assert.deepEqual(arrivals, [{ number: nip(3), name: 'Pegawai 3', first_in: '07:00:20' }]);
  assert.deepEqual(groups.map(({ group, machine }) => [group, machine.present, machine.missing]), [['asn', 3, 0], ['contract', 1, 1]]);
  assert.deepEqual(trail.map(({ act }) => act), ['called', 'claimed', 'claimed']);
  for (const who of ['sekda', 'pers']) assert.doesNotMatch(JSON.stringify(await get(who)), /Pegawai \d|belum kembali|demam/);
});

test('watchers are told what changed, and nothing about people', async (t) => {
  const { hadir, ask, path, post } = await plan(t);
  await ask.pers(path);
  const { headers } = await hadir.session({ account: 'pers', password: 'lampu-merah-di-simpang-kawat' });
  const events = await Events.open(`${hadir.url}${path}/stream`, { Cookie: headers.Cookie });
  t.after(() => events.close());
  const heard = async (check, what) => until(() => events.heard.find(({ data }) => check(data)), what);
  await heard(() => true, 'the snapshot');
  assert.equal(events.heard[0].event, 'snapshot');
  assert.equal(events.heard[0].data.agencies.length, 3);

  await post('sekda', 'open', {});
  await heard(({ head }) => head?.state === 'open', 'the opening');
  const sent = Date.now();
  await post('sekda', 'calls', { agency: 'DINSOS' });
  const { data, at: told } = await heard(({ called }) => called === 'DINSOS', 'the call');
  assert.ok(told - sent < 1000, 'at once');
  assert.deepEqual(data.agencies.map(({ code, state }) => [code, state]), [['DINSOS', 'called']]);
  assert.equal(data.head, undefined);
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: 'away', note: 'belum kembali' }] });
  await hadir.terminal('SN-DINSOS').punches([punch('103', `${DAY} 06:59:00`)]);
  await heard(({ live, agencies }) => live && agencies, 'the live figures');
  assert.doesNotMatch(JSON.stringify(events.heard), /Pegawai \d|belum kembali/);

  const again = await Events.open(`${hadir.url}${path}/stream`, { Cookie: headers.Cookie, 'Last-Event-ID': events.heard[1].id });
  t.after(() => again.close());
  await until(() => again.heard.length >= events.heard.length - 2, 'the missed events');
  assert.deepEqual(again.heard[0].data, events.heard[2].data);
});

test('a session goes on where it stood when the server is killed', async (t) => {
  const { hadir, ask, path, post } = await plan(t);
  await post('sekda', 'open', {});
  await post('sekda', 'calls', { agency: 'PMD' });
  const before = await post('kadis.pmd', 'answers', { agency: 'PMD', name: 'Kadis' });
  await hadir.kill();
  await hadir.serve({ clock: at('07:01') });
  const { json } = await ask.sekda(path);
  assert.equal(json.called, 'PMD');
  assert.deepEqual(row(json, 'PMD').answered_at, row(before, 'PMD').answered_at);
  await hadir.verify();
});

test('the ticket into the room of video says what a part may do there', async (t) => {
  const { post, planned } = await plan(t);
  await post('orang-lain', 'ticket', {}, 403);
  await post('sekda', 'open', {});
  const pass = async (who) => {
    const { room, ticket } = await post(who, 'ticket', {});
    assert.equal(room, `sidak-${planned.inspection}`);
    const { name, role, tag, rights, muted } = JSON.parse(Buffer.from(ticket.split('.')[0], 'base64'));
    return { name, role, tag, may: ['watch', 'publish', 'moderate', 'watch_public', 'public'].filter((_, bit) => rights & (1 << bit)), muted };
  };
  assert.deepEqual(await pass('sekda'), { name: 'Sekretaris Daerah', role: 'leader', tag: '', may: ['watch', 'publish', 'moderate', 'public'], muted: 0 });
  const head = await pass('kadis.sos');
  assert.deepEqual({ ...head, name: '' }, { name: '', role: 'head', tag: 'DINSOS', may: ['watch', 'publish'], muted: 1 });
  const team = await pass('tim');
  assert.deepEqual(team, { name: 'Kabid Disiplin', role: 'team', tag: '', may: ['watch', 'publish'], muted: 0 });
  assert.deepEqual(await pass('pers'), { name: 'pers', role: 'listener', tag: '', may: ['watch_public'], muted: 0 });
});
