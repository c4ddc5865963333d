// The public feed of a room of video: who may watch nothing else hears of nobody else, whatever it asks for.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, until } from './lib/hadir.mjs';
import { Member, OFFER, addAccount, video } from './lib/room.mjs';

test('the press', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ args: await video(hadir, '21130-21149') });
  const join = async (account, options) => {
    const who = await addAccount(hadir, account);
    return (await Member.join(hadir, 'rapat', who, options)).listen(hadir, t, who);
  };
  const leader = await join('walikota', { role: 'moderator', name: 'Wali Kota' });
  const [a, b] = [await join('kadis-a', { name: 'Rahasia A' }), await join('kadis-b', { name: 'Rahasia B' })];
  const press = await join('pers', { role: 'press', name: 'Wartawan' });
  const order = async (body) => assert.equal((await leader.post('orders', body)).status, 204);
  const floor = (member) => order({ order: 'floor', member: member.id, on: true });
  const seen = () => press.told.members.map(({ id }) => id).sort();
  const wish = async (...feeds) => (await press.post('watch', { subscribe: feeds.map((feed) => ({ feed })) })).status;
  await leader.see(({ ready }) => ready, 'the room to be ready');

  await t.test('knows the leader and itself, without a name', async () => {
    assert.deepEqual(seen(), [leader.id, press.id].sort());
    assert.deepEqual(press.told.members.map(({ name }) => name).sort(), ['', 'Wali Kota']);
    assert.deepEqual(press.told.members.find(({ id }) => id === press.id).rights, ['watch_public']);
  });
  await t.test('hears nothing of chat, hands, links and questions', async () => {
    assert.equal((await a.post('sayings', { text: 'rahasia' })).status, 204);
    assert.equal((await a.post('hand', { raised: true })).status, 204);
    assert.equal((await leader.post('hand', { raised: true })).status, 204);
    assert.equal((await leader.post('presence', { quality: 3 })).status, 204);
    await order({ order: 'ask', medium: 'sound' });
    await b.see(({ members }) => members.find(({ id }) => id === leader.id).quality === 3, 'the link of the leader');
    await floor(leader);
    await press.see(({ floor }) => floor === leader.id, 'the floor');
    const heard = press.events.heard.flatMap(({ event, data }) => (event === 'snapshot' ? data.members : [data]));
    assert.deepEqual([...new Set(press.events.heard.map(({ event }) => event))].sort(), ['floor', 'member', 'snapshot']);
    for (const { hand, quality, asked } of heard.filter(({ rights }) => rights)) assert.deepEqual([hand, quality, asked], [false, null, []]);
  });
  await t.test('sees who has the floor, while he has it', async () => {
    await floor(a);
    await press.see(({ floor }) => floor === a.id, 'the floor');
    assert.deepEqual(seen(), [a.id, leader.id, press.id].sort());
    await floor(b);
    await press.see(({ members }) => members.every(({ id }) => id !== a.id), 'the former to go');
    assert.deepEqual(seen(), [b.id, leader.id, press.id].sort());
  });
  await t.test('is refused every other feed, alone or among others', async () => {
    const passed = 422; // on to Janus, where nobody sends anything yet
    assert.equal(await wish(a.id), 403);
    assert.equal(await wish(leader.id, a.id), 403);
    assert.equal(await wish('observer'), 403);
    assert.equal(await wish(leader.id, b.id), passed);
    await floor(a);
    assert.equal(await wish(b.id), 403);
    assert.equal(await wish(a.id), passed);
    assert.equal((await press.post('layers', { streams: [{ mid: '0', size: 2 }] })).status, 403);
  });
  await t.test('sends, writes and orders nothing', async () => {
    assert.equal((await press.post('publish', { sdp: OFFER })).status, 403);
    assert.equal((await press.post('sayings', { text: 'Halo' })).status, 403);
    assert.equal((await press.post('hand', { raised: true })).status, 403);
    assert.equal((await press.post('orders', { order: 'floor', member: press.id, on: true })).status, 403);
  });
  await t.test('hears its own end, and nobody\'s name ever', async () => {
    let ended = false;
    press.events.request.on('close', () => (ended = true));
    await order({ order: 'remove', member: press.id });
    await until(() => ended, 'the end of the stream');
    assert.equal(press.events.heard.at(-1).event, 'end');
    assert.doesNotMatch(JSON.stringify(press.events.heard), /Rahasia|rahasia|Wartawan/);
  });
});
