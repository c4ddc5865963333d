// Rooms of video with the real Janus: the door, moderators, and a Janus that dies.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, until } from './lib/hadir.mjs';
import { Member, OFFER, addAccount, janusOf, ticketFor, video } from './lib/room.mjs';

const figure = async (hadir, name) => Number(new RegExp(`^hadir_${name} (\\d+)$`, 'm').exec((await hadir.fetch('/metrics')).text)[1]);

async function meeting(t, args) {
  const hadir = await Hadir.make(t);
  const [leader, head, other] = [await addAccount(hadir, 'walikota', 'leader'), await addAccount(hadir, 'kepala-a'), await addAccount(hadir, 'kepala-b')];
  await hadir.serve({ args: args ?? (await video(hadir, '21100-21129')) });
  return { hadir, leader, head, other };
}

test('the door of a room', { timeout: 60_000 }, async (t) => {
  const { hadir, head, other } = await meeting(t);
  const fetch = await hadir.signIn(head);
  const knock = async (room, ticket) => (await fetch(`/api/rooms/${room}/members`, { method: 'POST', body: { ticket } })).status;
  const ticket = await ticketFor(hadir, 'rapat', head.account);

  await t.test('opens for a ticket once', async () => {
    assert.equal(await knock('rapat', ticket), 201);
    assert.equal(await knock('rapat', ticket), 403);
  });
  await t.test('opens once for a ticket that is shown eight times at the same instant', async () => {
    const copied = await ticketFor(hadir, 'rapat', head.account);
    const statuses = await Promise.all(Array.from({ length: 8 }, () => knock('rapat', copied)));
    assert.deepEqual(statuses.sort(), [201, ...Array(7).fill(403)]);
  });
  await t.test('stays shut for a ticket of another room, of another account, or a changed one', async () => {
    assert.equal(await knock('rapat', await ticketFor(hadir, 'lain', head.account)), 403);
    assert.equal(await knock('rapat', await ticketFor(hadir, 'rapat', other.account)), 403);
    const good = await ticketFor(hadir, 'rapat', head.account);
    assert.equal(await knock('rapat', `${good.slice(0, 40)}${good[40] === 'A' ? 'B' : 'A'}${good.slice(41)}`), 403);
    assert.equal(await knock('rapat', good), 201);
  });
  await t.test('does not know strangers', async () => {
    const { status } = await hadir.fetch('/api/rooms/rapat/members', { method: 'POST', body: { ticket } });
    assert.equal(status, 401);
  });
  await t.test('lets nobody sit on another one\'s chair', async () => {
    const member = await Member.join(hadir, 'rapat', head);
    const stranger = await hadir.signIn(other);
    for (const path of [`${member.path}/hand`, `${member.path}/publish`, `${member.path}/orders`]) {
      assert.equal((await stranger(path, { method: 'POST', body: {} })).status, 404);
    }
    assert.equal((await stranger(`${member.path}/stream`)).status, 404);
    assert.equal((await stranger(member.path, { method: 'DELETE' })).status, 404);
    assert.equal((await member.fetch(member.path, { method: 'DELETE' })).status, 204);
    assert.equal((await member.post('hand', { raised: true })).status, 404);
  });
});

test('what a moderator says holds', { timeout: 60_000 }, async (t) => {
  const { hadir, leader, head, other } = await meeting(t);
  const a = await Member.join(hadir, 'rapat', leader, { role: 'moderator', name: 'Wali Kota' });
  const b = await Member.join(hadir, 'rapat', head, { name: 'Dinas A' });
  const c = await Member.join(hadir, 'rapat', other, { role: 'listener', lobby: true });
  for (const [member, who] of [[a, leader], [b, head], [c, other]]) await member.listen(hadir, t, who);
  await a.see(({ ready }) => ready, 'the room to be ready');

  await t.test('sound off for all others, on for one', async () => {
    const mutedOf = (member) => a.told.members.find(({ id }) => id === member.id).muted;
    assert.equal((await a.post('orders', { order: 'mute', on: true })).status, 204);
    await a.see(() => mutedOf(b).includes('sound'), 'the silence');
    assert.deepEqual(mutedOf(a), []);
    assert.equal((await a.post('orders', { order: 'mute', member: b.id, on: false })).status, 204);
    await a.see(() => !mutedOf(b).includes('sound'), 'the sound');
  });
  await t.test('the floor is seen by all, a request by one', async () => {
    assert.equal((await a.post('orders', { order: 'floor', member: b.id, on: true })).status, 204);
    for (const member of [a, b, c]) await member.see(({ floor }) => floor === b.id, 'the floor');
    assert.equal((await a.post('orders', { order: 'ask', member: b.id, medium: 'sound' })).status, 204);
    await until(() => b.events.heard.some(({ event, data }) => event === 'asked' && data.text === 'sound'), 'the request');
    assert.ok(!c.events.heard.some(({ event }) => event === 'asked'));
  });
  await t.test('who waits in the lobby does nothing until he is let in', async () => {
    assert.equal((await c.post('sayings', { text: 'Halo' })).status, 403);
    assert.equal((await c.post('presence', { quality: 4, camera: true })).status, 403);
    assert.equal((await c.post('presence', { quality: 4 })).status, 204);
    assert.equal((await a.post('orders', { order: 'admit', member: c.id })).status, 204);
    assert.equal((await c.post('sayings', { text: 'Halo' })).status, 204);
    await until(() => b.events.heard.some(({ event, data }) => event === 'said' && data.text === 'Halo' && data.member === c.id), 'the saying');
  });
  await t.test('nobody else gives orders, and a listener sends nothing', async () => {
    assert.equal((await b.post('orders', { order: 'remove', member: a.id })).status, 403);
    assert.equal((await c.post('publish', { sdp: OFFER })).status, 403);
  });
  await t.test('who is sent out hears it, and no more', async () => {
    let ended = false;
    c.events.request.on('close', () => (ended = true));
    assert.equal((await a.post('orders', { order: 'remove', member: c.id })).status, 204);
    await until(() => ended, 'the end of the stream');
    assert.ok(c.events.heard.some(({ event, data }) => event === 'gone' && data.member === c.id && data.text === 'removed'));
    assert.equal((await c.post('hand', { raised: true })).status, 404);
    await b.see(({ members }) => members.length === 2, 'the empty chair');
  });
  await t.test('a closed room is over for all', async () => {
    assert.equal((await a.post('orders', { order: 'close' })).status, 204);
    await until(() => b.events.heard.some(({ event }) => event === 'closed'), 'the end');
    assert.equal((await a.post('hand', { raised: true })).status, 404);
  });
});

test('what is switched off is seen by all, and by whoever comes later', { timeout: 60_000 }, async (t) => {
  const { hadir, leader, head, other } = await meeting(t, ['--janus', '/bin/false']);
  const a = await (await Member.join(hadir, 'rapat', leader, { role: 'moderator' })).listen(hadir, t, leader);
  const b = await (await Member.join(hadir, 'rapat', head)).listen(hadir, t, head);
  const c = await (await Member.join(hadir, 'rapat', other, { role: 'listener' })).listen(hadir, t, other);
  const of = (watcher, { id }) => watcher.told.members.find((each) => each.id === id);
  const says = async (member, on, status = 204) => assert.equal((await member.post('presence', { quality: 4, ...on })).status, status);
  const seen = (watcher, member, microphone, camera) =>
    until(() => of(watcher, member).microphone === microphone && of(watcher, member).camera === camera, `microphone ${microphone}, camera ${camera}`);

  await t.test('nothing is on before somebody says so', () => seen(a, b, false, false));
  await t.test('on, and off again, one by one', async () => {
    await says(b, { microphone: true, camera: true });
    for (const watcher of [a, b, c]) await seen(watcher, b, true, true);
    await says(b, { camera: true });
    for (const watcher of [a, c]) await seen(watcher, b, false, true);
    await says(b, { microphone: true });
    await seen(a, b, true, false);
  });
  await t.test('what is said twice is told once', async () => {
    const count = () => a.events.heard.filter(({ event, data }) => event === 'member' && data.id === b.id).length;
    const before = count();
    for (let i = 0; i < 3; i++) await says(b, { microphone: true });
    await says(b, { microphone: true, camera: true });
    await seen(a, b, true, true);
    assert.equal(count(), before + 1);
  });
  await t.test('it holds for who looks at the room only now', async () => {
    const later = await (await Member.join(hadir, 'rapat', leader, { role: 'moderator' })).listen(hadir, t, leader);
    await seen(later, b, true, true);
  });
  await t.test('who may send nothing has nothing on, and nobody speaks for another', async () => {
    await says(c, { microphone: true }, 403);
    await says(c, { camera: true }, 403);
    await says(c, {});
    const stranger = await hadir.signIn(other);
    assert.equal((await stranger(`${b.path}/presence`, { method: 'POST', body: { quality: 4 } })).status, 404);
    assert.equal((await b.post('presence', { quality: 4, microphone: 'yes' })).status, 422);
    await seen(a, b, true, true);
    await seen(a, c, false, false);
  });
});

test('offers pass through our door, and Janus may die', { timeout: 60_000 }, async (t) => {
  const { hadir, leader, head } = await meeting(t);
  const a = await Member.join(hadir, 'rapat', leader, { role: 'moderator' });
  const b = await Member.join(hadir, 'rapat', head);
  await a.listen(hadir, t, leader);
  await a.see(({ ready }) => ready, 'the room to be ready');
  const publish = async () => {
    const { status, json } = await b.post('publish', { sdp: OFFER });
    assert.equal(status, 200);
    assert.match(json.sdp, /^a=candidate:.* 127\.0\.0\.1 211[0-2]\d typ host/m);
    assert.match(json.sdp, /^m=video/m);
  };

  await t.test('an offer is answered, and a way to the browser taken', async () => {
    await publish();
    const candidate = 'candidate:1 1 udp 2122260223 127.0.0.1 9 typ host';
    assert.equal((await b.post('candidates', { connection: 'publish', candidate, mid: '0', line: 0 })).status, 204);
    assert.equal((await b.post('candidates', { connection: 'watch', candidate, mid: '0', line: 0 })).status, 409);
    assert.equal((await a.post('watch', { subscribe: [{ feed: 'nobody' }] })).status, 422);
    const refused = await b.post('publish', { sdp: 'no offer', fresh: true });
    assert.equal(refused.status, 422);
    assert.match(refused.json.detail, /^server video menolak/);
  });

  await t.test('a killed Janus comes back, the room with it, and everybody is told', async () => {
    process.kill(await janusOf(hadir), 'SIGKILL');
    await until(() => a.events.heard.some(({ event }) => event === 'reset'), 'the reset');
    assert.equal(a.told.ready, true);
    assert.equal(a.told.members.length, 2);
    assert.equal(await figure(hadir, 'video_starts_total'), 2);
    await publish();
  });

  await t.test('and it ends with us, also when nobody says good-bye', async () => {
    const pid = await janusOf(hadir);
    await hadir.kill();
    await until(() => readFile(`/proc/${pid}/stat`, 'utf8').then((text) => /\) Z /.test(text), () => true), 'the end of Janus');
  });
});

test('without Janus everything else works, and a room says why', { timeout: 60_000 }, async (t) => {
  for (const args of [['--janus', 'off'], ['--janus', '/bin/false']]) {
    const { hadir, head } = await meeting(t, args);
    const fetch = await hadir.signIn(head);
    const ticket = await ticketFor(hadir, 'rapat', head.account);
    const reply = await fetch('/api/rooms/rapat/members', { method: 'POST', body: { ticket } });
    const health = await hadir.fetch('/healthz');
    assert.deepEqual([health.status, health.json.status, health.json.video.outside], [200, 'ok', false]);
    if (args[1] === 'off') {
      assert.equal(reply.status, 503, reply.text);
      assert.match(reply.json.detail, /tidak ada video: program Janus dimatikan/);
      assert.equal((await fetch('/api/video')).json.state, 'off');
      assert.equal(health.json.video.state, 'off');
    } else {
      assert.equal(reply.status, 201);
      await until(async () => (await fetch('/api/video')).json.starts > 1, 'a second start');
      const sent = await fetch(`/api/rooms/rapat/members/${reply.json.member}/publish`, { method: 'POST', body: { sdp: OFFER } });
      assert.equal(sent.status, 503);
      const soon = await figure(hadir, 'video_starts_total');
      assert.ok(soon < 8, `a storm of ${soon} starts`);
    }
  }
});

test('a Janus that somebody else runs is found, missed and found again', { timeout: 60_000 }, async (t) => {
  const other = await meeting(t);
  const wake = async () => (await Member.join(other.hadir, 'lain', other.leader)).listen(other.hadir, t, other.leader).then((each) => each.see(({ ready }) => ready, 'their room'));
  await wake();
  const { hadir, leader, head } = await meeting(t, ['--janus-socket', join(other.hadir.data, 'run/janus/api.sock')]);
  const health = async () => (await (await hadir.signIn(head))('/api/video')).json;
  const is = (state) => until(async () => (await health()).state === state, `the video server to be ${state}`);
  await is('ready');
  assert.equal((await health()).outside, true);
  const a = await (await Member.join(hadir, 'rapat', leader, { role: 'moderator' })).listen(hadir, t, leader);
  const publish = () => a.post('publish', { sdp: OFFER, fresh: true });
  await a.see(({ ready }) => ready, 'the room to be ready');
  assert.equal((await publish()).status, 200);

  await other.hadir.kill();
  await is('waiting');
  const refused = await publish();
  assert.equal(refused.status, 503);
  assert.match(refused.json.detail, /server video sedang tidak menjawab/);
  await other.hadir.serve({ args: await video(other.hadir, '21100-21129') });
  await wake();
  await is('ready');
  await a.see(({ ready }) => ready, 'the room to be ready again');
  assert.equal((await publish()).status, 200);
});

test('what cannot stand in the configuration of Janus is refused', { timeout: 30_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  const serve = (words) => hadir.run(['serve', '--listen', '127.0.0.1:0', ...words], { exit: 4 });
  assert.match((await serve(['--media-interfaces', 'lo"\n}'])).stderr, /interfaces of the video server/);
  assert.match((await serve(['--media-ports', '99-100'])).stderr, /no range of media ports/);
  assert.match((await serve(['--janus', '/nowhere/janus'])).stderr, /there is no program/);
});
