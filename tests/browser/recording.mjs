// A recording with the real Janus: two members with fake cameras are recorded in a session, films are made
// of it, and the page plays them with the roll call as chapters.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir, accountIn, until } from '../lib/hadir.mjs';
import { agency, open, person } from '../lib/office.mjs';
import { Person, client, openCameras } from '../lib/person.mjs';
import { addAccount, video } from '../lib/room.mjs';

const DAY = '2020-05-26';
const CODE = '20200526-1';
const PATH = `/api/inspections/${CODE}`;
const ROOM = `sidak-${CODE}`;
const COUNTS = { sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0 };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** A session that was recorded for some fifteen seconds: first D1 has the floor, then D2, who sends nothing. */
async function recorded(t) {
  const hadir = await Hadir.make(t);
  await open(hadir, [agency('D1', { name: 'Dinas Sosial' }), agency('D2', { name: 'Dinas Perhubungan' })], [1, 2, 3, 4].map((n) => person(n, n < 4 ? 'D1' : 'D2')));
  await hadir.serve({ clock: `${DAY}T09:00:00+07:00`, args: await video(hadir, '21200-21249') });
  const admin = await hadir.signIn();
  const browser = await openCameras(t);
  const scene = { t, hadir, browser, script: await client(), room: ROOM };
  const post = async (what, body) => {
    const reply = await admin(`${PATH}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, 201, `${what}: ${reply.text}`);
  };
  await admin('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wali Kota' } });
  await post('open', { order: 'tree' });
  const enters = async (account, words) => {
    const who = accountIn((await hadir.run(['user', 'add', account, ...words])).stdout);
    const ticket = (await (await hadir.signIn(who))(`${PATH}/ticket`, { method: 'POST', body: {} })).json.ticket;
    return Person.enter(scene, account, { who, ticket });
  };
  const leader = await enters('walikota', ['--role', 'leader']);
  const head = await enters('kadis', ['--role', 'head', '--agency', 'D1']);
  await leader.sees([head]);
  await leader.order({ order: 'record', on: true });
  await until(async () => (await head.told('room')).records, 'the word of it');
  await wait(11_000); // at the latest then a whole picture has come, with which Janus begins
  await post('calls', { agency: 'D1' });
  await post('statements', { agency: 'D1', source: 'spoken', by: 'Kepala D1', groups: [{ group: 'asn', present: 2, missing: 1, ...COUNTS }] });
  await wait(3000);
  await post('calls', { agency: 'D2' });
  await wait(3000);
  await post('close', { text: 'Selesai.' });
  await browser.close();
  return { hadir, admin, ids: { leader: leader.id, head: head.id }, who: leader.who };
}

test('a recording is played with the roll call as chapters', { timeout: 120_000 }, async (t) => {
  const { hadir, admin, ids, who } = await recorded(t);
  const browser = await openBrowser(t);
  const page = await openPage(t, browser);
  await enter(page, hadir.url, who);
  await page.goto(`${hadir.url}/sidak/${CODE}/rekaman`);
  const stage = page.locator('.playback-stage');
  const at = async () => Number(await page.locator('.playback-bar').inputValue());
  const frames = () => page.locator('.playback-stage video').evaluate((element) => element.getVideoPlaybackQuality().totalVideoFrames);

  await t.test('films are made of it, while the page waits', async () => {
    await stage.waitFor({ timeout: 30_000 });
    const { films, members } = (await admin(`${PATH}/recording`)).json;
    for (const member of [ids.leader, ids.head]) {
      assert.deepEqual(films.filter((film) => film.member === member).map(({ medium }) => medium).sort(), ['picture', 'sound']);
    }
    for (const film of films) assert.ok(film.lasts > 2000, JSON.stringify(film));
    assert.ok(members.some(({ name, role }) => name === 'Dinas Sosial' && role === 'head'));
    await inspect(page, 'rekaman');
  });

  await t.test('it plays: time goes on, pictures are decoded, sound comes', async () => {
    await page.getByRole('button', { name: 'Putar', exact: true }).click();
    await until(async () => (await at()) > 1500, 'the time to go on', 15_000);
    await until(async () => (await frames()) > 10, 'pictures', 15_000);
    const sounds = await page.locator('.playback-stage audio').evaluateAll((all) => all.map(({ currentTime, error }) => [currentTime > 0, error]));
    assert.ok(sounds.length >= 1);
    for (const sound of sounds) assert.deepEqual(sound, [true, null]);
    await page.keyboard.press('Tab');
    await page.locator('h1').click();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Putar', exact: true }).waitFor();
  });

  await t.test('a click on a chapter goes there, and whoever had the floor is seen', async () => {
    await page.getByRole('button', { name: /Dinas Sosial/ }).click();
    const { chapters, floor } = (await admin(`${PATH}/recording`)).json;
    assert.deepEqual(chapters.map(({ agency, state }) => [agency, state]), [['D1', 'answered'], ['D2', 'silent']]);
    assert.ok(Math.abs((await at()) - chapters[0].from) < 1100, `${await at()} instead of ${chapters[0].from}`);
    assert.ok(floor.some(({ member }) => member === ids.head));
    await page.getByRole('button', { name: 'Putar', exact: true }).click();
    await page.locator('.playback-name', { hasText: 'Dinas Sosial' }).waitFor();
    const before = await until(frames, 'his picture', 15_000);
    await until(async () => (await frames()) > before, 'pictures that move', 15_000);
    assert.match(await page.locator('.playback-chapter[aria-current]').innerText(), /Dinas Sosial[^]*Hadir menurut laporan 2, menurut mesin 0/);
    await inspect(page, 'rekaman-diputar');
  });

  await t.test('keys step through it, and its end is its end', async () => {
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.locator('.playback-chapter[aria-current]', { hasText: 'Dinas Perhubungan' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    const { chapters } = (await admin(`${PATH}/recording`)).json;
    await until(async () => (await at()) < chapters[1].from - 8000, 'ten seconds back');
    await page.getByLabel('Kecepatan').selectOption('2');
    await page.getByRole('button', { name: /Dinas Perhubungan/ }).click();
    await page.getByRole('button', { name: 'Putar', exact: true }).waitFor({ timeout: 20_000 });
    assert.equal(await at() >= Number(await page.locator('.playback-bar').getAttribute('max')) - 1000, true);
  });

  await t.test('on a phone, in English and by night', async () => {
    const phone = await openPage(t, browser, { width: 390, height: 844, colorScheme: 'dark' });
    await enter(phone, hadir.url, who);
    await phone.evaluate(() => localStorage.setItem('hadir.language', 'en'));
    await phone.goto(`${hadir.url}/sidak/${CODE}/rekaman`);
    await phone.locator('.playback-stage').waitFor();
    assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await inspect(phone, 'rekaman-telepon');
  });

  await t.test('a stranger and the press see nothing of it', async () => {
    const [{ film }] = (await admin(`${PATH}/recording`)).json.films;
    const press = await hadir.signIn(await addAccount(hadir, 'pers', 'listener'));
    assert.equal((await hadir.fetch(`${PATH}/recording/${film}`)).status, 401);
    assert.equal((await press(`${PATH}/recording/${film}`)).status, 403);
  });
});
