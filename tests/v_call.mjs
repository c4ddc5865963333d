// The room of video of an inspection goes where its session goes: the lobby, the floor, the end.
// Members come and go without media, so that no Janus is needed: one that ends at once stands for it.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, accountIn, until } from './lib/hadir.mjs';
import { agency, open, person } from './lib/office.mjs';
import { Member } from './lib/room.mjs';

const DAY = '2020-05-26';
const at = (time) => `${DAY}T${time}:00+07:00`;
const AGENCIES = [agency('DINSOS', { name: 'Dinas Sosial' }), agency('PMD', { name: 'Dinas PMD' })];
const PEOPLE = [person(1, 'DINSOS'), person(2, 'DINSOS'), person(3, 'PMD')];
const ACCOUNTS = {
  bkd: ['bkpsdm'],
  sekda: ['leader'],
  'kadis.sos': ['head', '--agency', 'DINSOS'],
  'kadis.pmd': ['head', '--agency', 'PMD'],
  'sekdis.pmd': ['operator', '--agency', 'PMD'],
  'orang-lain': ['sidak_team'],
};
const NO_JANUS = ['--janus', '/bin/false'];

/** A session that is planned for today, its people, and requests of each of them. */
async function planned(t, { names = Object.keys(ACCOUNTS), args = NO_JANUS } = {}) {
  const hadir = await Hadir.make(t);
  await open(hadir, AGENCIES, PEOPLE);
  await hadir.serve({ clock: at('07:00'), args });
  const who = {};
  for (const name of new Set(['bkd', ...names])) {
    const [role, ...options] = ACCOUNTS[name];
    who[name] = accountIn((await hadir.run(['user', 'add', name, '--role', role, ...options])).stdout);
  }
  const ask = async (name, path, body) => {
    const fetch = await hadir.signIn(who[name]);
    return fetch(path, body && { method: 'POST', body });
  };
  const made = await ask('bkd', '/api/inspections', { kind: 'surprise', day: DAY, leader: 'Sekretaris Daerah', authority: 'a.n. Bupati', place: 'Aula', planned: '09:00' });
  assert.equal(made.status, 201, made.text);
  const path = `/api/inspections/${made.json.inspection}`;
  const post = async (name, what, body = {}, status = 201) => {
    const reply = await ask(name, `${path}/${what}`, body);
    assert.equal(reply.status, status, `${name} ${what}: ${reply.text}`);
    return reply.json;
  };
  const enter = async (name) => {
    const { room, ticket } = await post(name, 'ticket');
    return (await Member.enter(hadir, room, who[name], ticket)).listen(hadir, t, who[name]);
  };
  return { hadir, post, enter };
}

const of = (member, watcher = member) => watcher.told.members.find(({ id }) => id === member.id);
const asked = (member) => member.events.heard.filter(({ event }) => event === 'asked').map(({ data }) => data.text);

test('heads wait in the lobby until the session is open, strangers come nowhere', { timeout: 60_000 }, async (t) => {
  const { post, enter } = await planned(t, { names: ['sekda', 'kadis.sos', 'orang-lain'] });
  await post('orang-lain', 'ticket', {}, 403);
  const leader = await enter('sekda');
  const head = await enter('kadis.sos');
  assert.equal(of(leader).waits, false);
  assert.equal(of(head).waits, true);
  assert.equal((await head.post('hand', { raised: true })).status, 403);
  await post('sekda', 'open');
  await head.see(() => !of(head).waits, 'the open door');
  assert.equal((await head.post('hand', { raised: true })).status, 204);
  await post('orang-lain', 'ticket', {}, 403);
});

test('who is called has the floor and is asked for sound and picture, by the call alone', { timeout: 60_000 }, async (t) => {
  const { post, enter } = await planned(t, { names: ['sekda', 'kadis.sos', 'kadis.pmd', 'sekdis.pmd'] });
  await post('sekda', 'open');
  const leader = await enter('sekda');
  const [sos, pmd] = [await enter('kadis.sos'), await enter('kadis.pmd')];
  await leader.see(({ members }) => members.length === 3, 'all to be there');
  assert.deepEqual(of(sos).muted, ['sound']);

  await t.test('the first', async () => {
    await post('sekda', 'calls', { agency: 'DINSOS' });
    for (const member of [leader, sos, pmd]) await member.see(({ floor }) => floor === sos.id, 'the floor');
    await until(() => asked(sos).length === 2, 'the questions');
    assert.deepEqual(asked(sos), ['sound', 'picture']);
    assert.deepEqual(asked(pmd), []);
    await leader.see(() => of(sos, leader).muted.length === 0, 'the voice');
    assert.deepEqual(of(sos, leader).asked, ['sound', 'picture']);
  });
  await t.test('the next, and the first is silent again', async () => {
    await post('sekda', 'calls', { agency: 'PMD' });
    await leader.see(({ floor }) => floor === pmd.id, 'the floor');
    await leader.see(() => of(sos, leader).muted.includes('sound') && of(sos, leader).asked.length === 0, 'the silence');
  });
  await t.test('a colleague who answers is large, both are heard', async () => {
    const deputy = await enter('sekdis.pmd');
    await leader.see(({ members }) => members.length === 4, 'the colleague');
    await post('sekdis.pmd', 'answers', { agency: 'PMD', post: 'deputy' });
    await leader.see(({ floor }) => floor === deputy.id, 'the floor');
    assert.deepEqual(of(pmd, leader).muted, []);
    assert.equal((await deputy.fetch(deputy.path, { method: 'DELETE' })).status, 204);
    await leader.see(({ floor }) => floor === pmd.id, 'the floor');
  });
  await t.test('a turn that ends takes the floor along', async () => {
    await post('sekda', 'turns', { agency: 'PMD', turn: 'answered' });
    await leader.see(({ floor }) => floor === '', 'nobody');
    await leader.see(() => of(pmd, leader).muted.includes('sound'), 'the silence');
  });
  await t.test('the end of the session is the end of the room', async () => {
    await post('sekda', 'close');
    for (const member of [leader, sos, pmd]) await until(() => member.events.heard.some(({ event }) => event === 'closed'), 'the end');
    await post('sekda', 'ticket', {}, 409);
  });
});

test('the floor comes with the called, also after the server was killed', { timeout: 60_000 }, async (t) => {
  const { hadir, post, enter } = await planned(t, { names: ['sekda', 'kadis.pmd'] });
  await post('sekda', 'open');
  await post('sekda', 'calls', { agency: 'PMD' });
  const came = async () => {
    const leader = await enter('sekda');
    assert.equal(leader.told.floor, '');
    const head = await enter('kadis.pmd');
    await leader.see(({ floor }) => floor === head.id, 'the floor');
    assert.deepEqual(of(head).asked, ['sound', 'picture'], 'he comes too late to hear it said');
    assert.deepEqual(of(head).muted, []);
  };
  await came();
  await hadir.kill();
  await hadir.serve({ clock: at('07:10'), args: NO_JANUS });
  await came();
});

test('without video a session goes on all the same', { timeout: 60_000 }, async (t) => {
  const { post } = await planned(t, { names: ['sekda', 'kadis.pmd'], args: ['--janus', 'off'] });
  await post('sekda', 'open');
  const { room, ticket } = await post('kadis.pmd', 'ticket');
  assert.ok(room && ticket);
  assert.equal((await post('sekda', 'calls', { agency: 'PMD' })).called, 'PMD');
  await post('kadis.pmd', 'answers', { agency: 'PMD' });
  await post('sekda', 'turns', { agency: 'PMD', turn: 'answered' });
  assert.equal((await post('sekda', 'close')).head.state, 'closed');
});
