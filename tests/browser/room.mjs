// A room of video in real browsers with fake cameras: pictures move, moderators are obeyed, and what
// breaks comes back by itself.
import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Contract } from '../lib/contract.mjs';
import { Hadir, runProgram, until } from '../lib/hadir.mjs';
import { Person, client, openCameras } from '../lib/person.mjs';
import { janusOf, ticketFor, video } from '../lib/room.mjs';

test('a leader and four heads', { timeout: 180_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ args: await video(hadir, '21100-21149') });
  const scene = { t, hadir, browser: await openCameras(t), script: await client() };
  const leader = await Person.enter(scene, 'walikota', { role: 'moderator', account: 'leader' });
  const heads = [];
  for (const account of ['kadis-a', 'kadis-b', 'kadis-c', 'kadis-d']) heads.push(await Person.enter(scene, account));
  const [a, b, c, d] = heads;

  await t.test('every picture moves at the leader, and the leader at a head', async () => {
    await leader.sees(heads);
    await a.sees([leader, b]);
  });

  await t.test('the replies are as the document says', async () => {
    const contract = await Contract.of(hadir);
    for (const what of ['answer', 'layers']) {
      const response = await until(() => leader.requests.find((each) => each.url().endsWith(`/${what}`)), what);
      assert.equal(response.status(), 204, what);
      contract.check('POST', `/api/rooms/{room}/members/{member}/${what}`, { status: 204, headers: response.headers(), text: '' });
    }
  });

  await t.test('the floor is large everywhere, with the largest size', async () => {
    await leader.order({ order: 'floor', member: b.id, on: true });
    await until(async () => (await d.told('room')).floor === b.id, 'the floor at another head');
    const width = () => a.page.evaluate(async (feed) => {
      const { track } = globalThis.me.arrivals.find((each) => each.feed === feed && each.track.kind === 'video');
      const screen = (globalThis.screen_ ??= Object.assign(document.createElement('video'), { muted: true, autoplay: true }));
      if (!screen.srcObject) screen.srcObject = new MediaStream([track]);
      return screen.videoWidth;
    }, b.id);
    await until(async () => (await width()) >= 480, 'a large picture', 30_000);
  });

  await t.test('the press sees the leader and who has the floor, and what it lost it does not get', async () => {
    const press = await Person.enter(scene, 'pers', { role: 'press' });
    const arrivals = (member) => press.page.evaluate((feed) => globalThis.me.arrivals.filter((each) => each.feed === feed).length, member.id);
    await press.sees([leader, b]);
    for (const member of [a, c, d]) assert.equal(await arrivals(member), 0);
    await press.page.evaluate(() => {
      const { signals } = globalThis.me.meeting;
      globalThis.me.watch = signals.watch;
      signals.watch = signals.layers = () => new Promise(() => undefined); // it does not do what is right
    });
    await leader.order({ order: 'floor', member: c.id, on: true });
    await until(async () => (await press.told('room')).floor === c.id, 'the floor at the press');
    await new Promise((done) => setTimeout(done, 500));
    const before = await press.pictures();
    await new Promise((done) => setTimeout(done, 1500));
    const after = await press.pictures();
    assert.equal(after[b.id], before[b.id], 'pictures of who has the floor no longer');
    assert.ok(after[leader.id] > before[leader.id], 'pictures of the leader');
    const refused = await press.page.evaluate((feed) => globalThis.me.watch({ subscribe: [{ feed }] }).then(() => 'given', () => 'refused'), a.id);
    assert.equal(refused, 'refused');
    await leader.order({ order: 'floor', member: b.id, on: true });
    await until(async () => (await press.pictures())[b.id] > after[b.id], 'the pictures again, with the floor');
    await press.page.close();
  });

  await t.test('a silenced head is silent, with everybody told', async () => {
    const energy = () => leader.page.evaluate(async (feed) => {
      const { mid } = globalThis.me.arrivals.find((each) => each.feed === feed && each.track.kind === 'audio');
      const report = await globalThis.me.meeting.hearing();
      return report[mid] ?? 0;
    }, a.id);
    await until(async () => (await energy()) > 0, 'the sound of a head');
    await leader.order({ order: 'mute', member: a.id, on: true });
    await until(async () => (await b.told('room')).members.find(({ id }) => id === a.id).muted.includes('sound'), 'the order at another head');
    await new Promise((done) => setTimeout(done, 500));
    const before = await energy();
    await new Promise((done) => setTimeout(done, 1000));
    assert.equal(await energy(), before, 'packets of a silenced head');
    await leader.order({ order: 'mute', member: a.id, on: false });
    await until(async () => (await energy()) > before, 'the sound again');
  });

  await t.test('who is asked hears it, and who is sent out is out', async () => {
    await leader.order({ order: 'ask', member: a.id, medium: 'sound' });
    await until(async () => (await a.told('news')).some(([name, text]) => name === 'asked' && text === 'sound'), 'the request');
    await leader.order({ order: 'remove', member: d.id });
    await until(async () => (await d.told('over')) === 'removed', 'the end');
    await until(async () => !(d.id in (await leader.pictures())), 'the empty place');
    await leader.sees([a, b, c]);
  });

  await t.test('a network cut for six seconds is bridged within five', async () => {
    const pid = await janusOf(hadir);
    process.kill(pid, 'SIGSTOP'); // nothing comes and nothing goes, as on a cut line
    await new Promise((done) => setTimeout(done, 6000));
    process.kill(pid, 'SIGCONT');
    await leader.sees([a, b, c], 5000);
  });

  await t.test('a killed Janus comes back, and all pictures with it', async () => {
    process.kill(await janusOf(hadir), 'SIGKILL');
    await until(async () => (await (await hadir.fetch('/metrics')).text).match(/video_starts_total 2/), 'the second start');
    await until(async () => !(a.id in (await leader.pictures())), 'the dark', 5000).catch(() => undefined);
    await leader.sees([a, b, c], 20_000);
    await a.sees([leader, b], 20_000);
  });

  await t.test('a recording is told to all, and can be made a film', async () => {
    const folder = join(hadir.data, 'recordings/rapat');
    const film = join(hadir.folder, 'film.webm');
    const record = async () => {
      await leader.order({ order: 'record', on: true });
      await until(async () => (await b.told('room')).records, 'the word of it');
      await new Promise((done) => setTimeout(done, 3000));
      await leader.order({ order: 'record', on: false });
      await until(async () => !(await b.told('room')).records, 'the end of it');
      const films = (await readdir(folder)).filter((name) => name.includes(a.id) && /-video-\d+\.mjr$/.test(name)).sort();
      assert.ok(films.length > 0, 'a recording of the head');
      const made = await runProgram('janus-pp-rec', [join(folder, films.at(-1)), film]);
      return made.status === 0 && (await stat(film).catch(() => ({ size: 0 }))).size > 10_000;
    };
    await until(record, 'a film that begins with a whole picture; one comes every ten seconds', 30_000);
  });

  await t.test('who wants sound only gets no pictures, and says so', async () => {
    await b.page.evaluate(() => globalThis.me.meeting.listenOnly(true));
    await until(async () => (await leader.told('room')).members.find(({ id }) => id === b.id).sound_only, 'the word of it', 15_000);
    const before = await until(async () => b.pictures(), 'figures');
    await new Promise((done) => setTimeout(done, 1500));
    const after = await b.pictures();
    for (const feed of Object.keys(after)) assert.ok(after[feed] - (before[feed] ?? 0) < 4, 'pictures in spite of it');
  });

  await t.test('a stranger and a used ticket stay outside', async () => {
    const status = (ticket) => a.page.evaluate(async (ticket) => {
      const headers = { 'Content-Type': 'application/json', 'X-Hadir-Csrf': globalThis.context.csrf };
      return (await fetch('/api/rooms/rapat/members', { method: 'POST', headers, body: JSON.stringify({ ticket }) })).status;
    }, ticket);
    const ticket = await ticketFor(hadir, 'rapat', 'kadis-a', { role: 'listener' });
    assert.equal(await status(ticket), 201);
    assert.equal(await status(ticket), 403);
    assert.equal(await status(await ticketFor(hadir, 'lain', 'kadis-a')), 403);
    assert.equal((await hadir.fetch(`/api/rooms/rapat/members/${a.id}/stream`)).status, 401);
  });
});
