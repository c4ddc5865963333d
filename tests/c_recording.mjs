// The recording of an inspection: on record, made into films when the session is over, shown to those who
// may see it, and removed after its days.  Janus itself is in browser/recording.mjs.
import assert from 'node:assert/strict';
import { readFile, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Contract } from './lib/contract.mjs';
import { Hadir, until } from './lib/hadir.mjs';
import { agency, open, person } from './lib/office.mjs';
import { Tool, leave } from './lib/recording.mjs';
import { Member, addAccount } from './lib/room.mjs';

const DAY = '2020-05-26';
const CODE = '20200526-1';
const PATH = `/api/inspections/${CODE}`;
const LEADER = 'leader-leader-16';
const HEAD = 'head-head-head-1';
const COUNTS = { present: 1, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing: 1 };

/** A session that is open, led by the mayor, with a room without media: no Janus is needed to be on record. */
async function session(t) {
  const hadir = await Hadir.make(t);
  const tool = await Tool.make(hadir);
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D1'), person(3, 'D2')]);
  const who = { leader: await addAccount(hadir, 'walikota', 'leader'), head: await addAccount(hadir, 'kadis'), press: await addAccount(hadir, 'pers', 'listener'), team: await addAccount(hadir, 'tim', 'sidak_team') };
  const args = ['--janus', '/bin/false'];
  const serve = (time) => hadir.serve({ clock: `${DAY}T${time}:00+07:00`, args });
  await serve('09:00');
  const ask = Object.fromEntries(await Promise.all(Object.entries(who).map(async ([name, one]) => [name, await hadir.signIn(one)])));
  const post = async (what, body, status = 201) => {
    const reply = await ask.leader(`${PATH}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, status, `${what}: ${reply.text}`);
    return reply.json;
  };
  const admin = await hadir.signIn();
  const planned = await admin('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wali Kota' } });
  assert.equal(planned.json.inspection, CODE, planned.text);
  await post('open', {});
  const recording = async (status = 200, by = 'leader') => {
    const reply = await ask[by](`${PATH}/recording`);
    assert.equal(reply.status, status, reply.text);
    return reply.json;
  };
  return { hadir, tool, who, ask, post, recording, serve };
}

const folderOf = (hadir) => join(hadir.data, 'recordings', `sidak-${CODE}`);

test('a recording from its order to its end', { timeout: 60_000 }, async (t) => {
  const { hadir, tool, who, ask, post, recording, serve } = await session(t);
  const contract = await Contract.of(hadir);

  await t.test('that it is recorded is a fact, with who ordered it', async () => {
    assert.equal((await recording()).state, 'none');
    const leader = await Member.join(hadir, `sidak-${CODE}`, who.leader, { role: 'moderator' });
    const order = (on) => leader.post('orders', { order: 'record', on });
    assert.equal((await order(true)).status, 204);
    await until(async () => (await recording()).periods.length, 'the act');
    assert.equal((await order(true)).status, 204);
    assert.equal((await order(false)).status, 204);
    await until(async () => (await recording()).periods[0].to, 'the end of it');
    assert.equal((await order(true)).status, 204);
    const told = await until(async () => (await recording()).periods[1] && recording(), 'the second act');
    assert.equal(told.state, 'running');
    assert.deepEqual(told.periods.map(({ by, to }) => [by, to === null]), [['walikota', false], ['walikota', true]]);
  });

  await t.test('it goes on by itself when the server dies, and is on record once', async () => {
    await hadir.kill();
    await serve('09:05');
    assert.equal((await ask.leader(`${PATH}/ticket`, { method: 'POST', body: {} })).status, 201);
    const journal = () => readFile(join(folderOf(hadir), 'journal'), 'utf8');
    await until(async () => (await journal()).match(/"on"/g).length === 3, 'the recording');
    assert.equal((await recording()).periods.length, 2);
  });

  await t.test('the session ends, and the recording with it; films are made of it, also after a kill', async () => {
    await post('calls', { agency: 'D1' });
    await post('statements', { agency: 'D1', source: 'spoken', by: 'Kepala D1', groups: [{ group: 'asn', ...COUNTS }] });
    await post('calls', { agency: 'D2' });
    await tool.hold();
    await leave(hadir, CODE, [
      { member: LEADER, kind: 'audio', index: 0, name: 'Wali Kota', role: 'leader', at: 1000 },
      { member: LEADER, name: 'Wali Kota', role: 'leader', at: 1500 },
      { member: HEAD, name: 'Dinas D1', tag: 'D1', at: 3000, bytes: '0123456789' },
      { member: HEAD, name: 'Dinas D1', tag: 'D1', index: 2, at: 3000, bytes: 'unreadable' },
    ]);
    assert.equal((await recording()).state, 'running');
    await post('close', {});
    const told = await until(async () => {
      const now = await recording();
      return now.state === 'making' && now;
    }, 'the work');
    assert.equal(told.films_waiting, 4);
    assert.notEqual(told.periods[1].to, null);
    const minutes = contract.check('GET', '/api/inspections/{inspection}/minutes', await ask.leader(`${PATH}/minutes`)).json;
    assert.deepEqual(minutes.recording, { recorded: true, periods: told.periods, keep_days: 30, keep_is_usual: true, kept_to: '2020-06-25' });
    await new Promise((done) => setTimeout(done, 2500)); // it has begun the first
    await hadir.kill();
    await serve('10:00');
    assert.equal((await recording()).films.length, 0);
    await tool.release();
    await until(async () => (await recording()).state === 'ready', 'the films', 20_000);
  });

  await t.test('it is told with its films, its members and the calls as chapters', async () => {
    const told = contract.check('GET', '/api/inspections/{inspection}/recording', await ask.leader(`${PATH}/recording`)).json;
    assert.deepEqual(told.films.map(({ member, medium, from, lasts }) => [member, medium, from, lasts]).sort(), [
      [HEAD, 'picture', 2000, 4000],
      [LEADER, 'picture', 500, 4000],
      [LEADER, 'sound', 0, 4000],
    ]);
    assert.equal(told.films_failed, 1);
    assert.equal(told.lasts, 6000);
    assert.deepEqual(told.members.find(({ member }) => member === HEAD), { member: HEAD, name: 'Dinas D1', role: 'head', agency: 'D1' });
    assert.deepEqual(told.chapters.map(({ agency, state, stated_at }) => [agency, state, stated_at !== null]), [['D1', 'answered', true], ['D2', 'silent', false]]);
    assert.equal(told.chapters[0].from, Date.parse(told.chapters[0].called_at) - Date.parse(told.begins_at));
    assert.equal(told.keep_days, 30);
    assert.equal(told.keep_is_usual, true);
    assert.equal(told.kept_to, '2020-06-25');
  });

  await t.test('a player gets the part it asks for', async () => {
    const { films } = await recording();
    const path = `${PATH}/recording/${films.find(({ member }) => member === HEAD).film}`;
    const whole = await ask.leader(path);
    contract.check('GET', '/api/inspections/{inspection}/recording/{film}', whole);
    assert.equal(whole.text, 'MJR00002 0123456789');
    const part = contract.check('GET', '/api/inspections/{inspection}/recording/{film}', await ask.leader(path, { headers: { Range: 'bytes=9-11' } }));
    assert.deepEqual([part.status, part.text, part.headers['content-range']], [206, '012', 'bytes 9-11/19']);
    assert.equal((await ask.leader(path, { headers: { Range: 'bytes=19-' } })).status, 416);
    for (const other of ['journal', 'nothing.webm', '..%2f..%2ffacts.db', encodeURIComponent('../../seal.key')]) {
      assert.equal((await ask.leader(`${PATH}/recording/${other}`)).status, 404, other);
    }
  });

  await t.test('the press, a head, a team of another session and strangers see nothing of it', async () => {
    const [{ film }] = (await recording()).films;
    for (const path of [`${PATH}/recording`, `${PATH}/recording/${film}`]) {
      for (const by of ['press', 'head', 'team']) assert.equal((await ask[by](path)).status, 403, `${by} ${path}`);
      assert.equal((await hadir.fetch(path)).status, 401);
    }
  });

  await t.test('it goes after its days; that it was recorded stays on record', async () => {
    const folder = folderOf(hadir);
    const old = new Date(Date.now() - 3 * 86_400_000);
    for (const name of await readdir(folder)) await utimes(join(folder, name), old, old);
    assert.match((await hadir.run(['setting', 'put', 'recording_days', '0'], { exit: 3 })).stderr, /no value of this setting/);
    await hadir.run(['setting', 'put', 'recording_days', '2']);
    const told = await until(async () => {
      const now = await recording();
      return now.state === 'removed' && now;
    }, 'the removal');
    assert.deepEqual([told.films.length, told.keep_days, told.keep_is_usual, told.periods.length], [0, 2, false, 2]);
    await hadir.verify();
  });
});
