// What a person does and what must then happen, against the mock server. Run with `npm run behaviour`
// after `npm run build`; needs a Chromium.
import assert from 'node:assert/strict';
import test, { after, before, beforeEach } from 'node:test';

import { chromium } from 'playwright-core';

import { serve, stage } from './mock.mjs';

const PORT = Number(process.env.MOCK_PORT ?? 7111);
const SHEET = '/daftar-hadir/KEC-TLN/2021-06-10';
const first = structuredClone(stage);
let server, browser;

before(async () => {
  server = await serve(PORT);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
after(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});
beforeEach(() => Object.assign(stage, structuredClone(first)));

async function open(t, path, set = {}, options = {}) {
  Object.assign(stage, set);
  const context = await browser.newContext({ locale: 'id-ID', acceptDownloads: true, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(`http://127.0.0.1:${PORT}${path}`);
  return page;
}
const path = (page) => new URL(page.url()).pathname + new URL(page.url()).search;
const names = (page) => page.locator('.sheet .who').allTextContents();

test('the wall moves, turns stale when the feed is cut, and recovers by itself', async (t) => {
  const page = await open(t, '/wall', { ticking: true });
  const present = async () => (await page.textContent('.huge')).replace(/\D/g, '');
  await page.waitForFunction(() => document.querySelector('.huge')?.textContent === '5.085');
  assert.equal(await page.locator('.old-band').count(), 0);
  stage.feed = false;
  await page.waitForSelector('.old-band', { timeout: 9000 });
  assert.match(await page.textContent('.old-band'), /Angka berhenti pada pukul 07\.46\.\d\d/);
  const stopped = await present();
  stage.feed = true;
  await page.waitForSelector('.old-band', { state: 'detached', timeout: 20_000 });
  assert.ok(Number(await present()) > 0 && stopped);
});

test('a screen without a token shows a code and becomes a wall once it is accepted', async (t) => {
  const page = await open(t, '/wall', { wall: false });
  await page.waitForFunction(() =>
    document.querySelector('.code')?.textContent.includes('483 920'),
  );
  stage.wall = stage.accepted = true;
  await page.waitForSelector('.huge', { timeout: 8000 });
});

test('who is not signed in comes to the door and from there to where they wanted', async (t) => {
  const page = await open(t, `${SHEET}?status=late`, { signedIn: false });
  await page.fill('#door-account', '19880412 201101 2 004');
  await page.fill('#door-password', 'salah');
  await page.press('#door-password', 'Enter');
  await page.waitForSelector('.problem');
  assert.match(await page.textContent('.problem'), /akun tidak dikunci/);
  await page.fill('#door-password', 'benar');
  await page.press('#door-password', 'Enter');
  await page.waitForSelector('.sheet .who');
  assert.equal(path(page), `${SHEET}?status=late`);
  assert.equal((await names(page)).length, 14);
});

test('a one-time password must be changed before anything else', async (t) => {
  const page = await open(t, '/mesin', { must: true });
  await page.waitForSelector('#password-old');
  await page.fill('#password-old', 'lama');
  await page.fill('#password-new', 'pendek');
  await page.fill('#password-again', 'pendek');
  await page.click('button[type=submit]');
  assert.match(await page.textContent('.problem'), /Sedikitnya 12/);
  await page.fill('#password-new', 'kuda makan rumput');
  await page.fill('#password-again', 'kuda makan rumput');
  await page.click('button[type=submit]');
  await page.waitForURL((url) => url.pathname.startsWith('/daftar-hadir'));
});

test('the list is walked and opened by keys, and Escape leads back to the row', async (t) => {
  const page = await open(t, SHEET);
  await page.focus('.sheet .who');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.explain .chain');
  assert.equal(await page.textContent('.explain h2'), 'Abdurrahman');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.explain', { state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Abdurrahman');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() =>
    document.querySelector('.pages span').textContent.startsWith('23'),
  );
});

test('tabs, filters and search narrow the list and can be cleared', async (t) => {
  const page = await open(t, SHEET);
  await page.click('.tabs button:has-text("Belum jelas")');
  assert.equal((await names(page)).length, 7);
  await page.fill('input[type=search]', 'tidak ada orang ini');
  await page.click('.empty .button');
  assert.equal((await names(page)).length, 22);
  await page.click('th >> text=Masuk');
  assert.match(await page.textContent('.sheet tbody tr td:nth-child(3)'), /07\.0/);
});

test('the sheet is saved as CSV with all people, not only those on the page', async (t) => {
  const page = await open(t, SHEET);
  const waiting = page.waitForEvent('download');
  await page.click('.buttons .button >> nth=0');
  const saved = await waiting;
  assert.equal(saved.suggestedFilename(), 'daftar-hadir-KEC-TLN-2021-06-10.csv');
  const chunks = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk);
  assert.equal(Buffer.concat(chunks).toString().trim().split('\r\n').length, 211);
});

test('going back closes the explanation, and a link to a person opens the right page', async (t) => {
  const page = await open(t, SHEET);
  await page.click('.sheet .who >> nth=2');
  await page.waitForSelector('.explain .chain');
  await page.goBack();
  await page.waitForSelector('.explain', { state: 'detached' });
});

test('a refusal can be taken back until its notice is over', async (t) => {
  const page = await open(t, '/mesin');
  const sent = [];
  page.on('request', (request) => request.url().endsWith('/refuse') && sent.push(request.url()));
  await page.click('.pending .button.grave');
  await page.click('dialog .button.grave');
  await page.waitForFunction(() => document.querySelectorAll('.pending').length === 1);
  await page.click('.toast button');
  await page.waitForFunction(() => document.querySelectorAll('.pending').length === 2);
  assert.deepEqual(sent, []);
});

test('a PIN with several likely owners asks which one', async (t) => {
  const page = await open(t, '/mesin');
  const body = new Promise((resolve) =>
    page.on('request', (request) => request.url().endsWith('/enrolments') && resolve(request)),
  );
  await page.click('.pair .button >> nth=1');
  await page.click('dialog button[type=submit]');
  assert.match(await page.textContent('dialog .problem'), /Pilih pemiliknya/);
  await page.check('dialog input[value="197512122005011007"]');
  await page.click('dialog button[type=submit]');
  const request = await body;
  assert.deepEqual(request.postDataJSON(), { pin: '198804', number: '197512122005011007' });
  assert.equal(request.headers()['x-hadir-csrf'], 'c');
});

test('a terminal is told to send a period again, and what came of earlier orders is seen', async (t) => {
  const page = await open(t, '/mesin');
  const body = new Promise((resolve) =>
    page.on('request', (request) => request.method() === 'POST' && resolve(request.postDataJSON())),
  );
  await page.click('.link-who');
  await page.waitForSelector('.orders li');
  assert.match(await page.textContent('.orders li >> nth=1'), /3 belum diterima/);
  assert.match(await page.textContent('.orders li >> nth=2'), /gagal.*tidak ada pada model ini/s);
  const give = page.locator('.orders .button');
  assert.ok(await give.isDisabled(), 'a period needs both of its ends');
  await page.locator('.orders').getByLabel('Dari', { exact: true }).fill('2021-05-14');
  await page.locator('.orders').getByLabel('Sampai', { exact: true }).fill('2021-05-17');
  await give.click();
  assert.deepEqual(await body, { order: 'punches', from: '2021-05-14', to: '2021-05-17' });
});

test('doubtful punches are decided together, each at its time, and never without a reason', async (t) => {
  const page = await open(t, '/mesin');
  const sent = new Promise((resolve) =>
    page.on('request', (request) => request.method() === 'POST' && resolve(request)),
  );
  await page.click('tr:has-text("Bakung Jaya"):has-text("1970") .button');
  await page.uncheck('.review li >> nth=2 >> input[type=checkbox]');
  await page.fill('.review li >> nth=0 >> .input', '2021-05-17 07:13');
  await page.click('dialog button[type=submit]');
  assert.match(await page.textContent('#review-reason-problem'), /Isi alasannya/);
  await page.fill('#review-reason', 'Aliran listrik terputus');
  await page.click('dialog button[type=submit]');
  const request = await sent;
  assert.match(request.url(), /reviews$/);
  assert.deepEqual(request.postDataJSON(), {
    decision: 'accepted',
    reason: 'Aliran listrik terputus',
    punches: [
      { id: 41, true_time: '2021-05-17 07:13:00' },
      { id: 42, true_time: '2021-05-17 07:19:23' },
    ],
  });
});

test('a terminal is moved from a day on, and renamed without one', async (t) => {
  const page = await open(t, '/mesin');
  const sent = new Promise((resolve) =>
    page.on('request', (request) => request.method() === 'PATCH' && resolve(request)),
  );
  await page.click('.link-who');
  assert.equal(await page.locator('#terminal-from').count(), 0);
  await page.selectOption('#terminal-agency', { index: 3 });
  await page.fill('#terminal-from', '2021-05-03');
  await page.click('dialog button[type=submit]');
  assert.equal((await sent).postDataJSON().from, '2021-05-03');
});

test('a day is typed as people write it, and stands there in words', async (t) => {
  const page = await open(t, '/mesin');
  await page.click('.link-who');
  await page.selectOption('#terminal-agency', { index: 3 });
  const day = page.locator('#terminal-from');
  await day.fill('31/6/2021');
  await day.blur();
  assert.match(await page.locator('dialog .problem').innerText(), /17 Mei 2021/);
  await day.fill('3/5/2021');
  await day.blur();
  assert.equal(await day.inputValue(), '3 Mei 2021');
  assert.equal(await page.locator('dialog .problem').count(), 0);
  await day.press('ArrowUp');
  assert.equal(await day.inputValue(), '4 Mei 2021');
});

test('a code that needs verification is confirmed, and incidents are shown', async (t) => {
  const page = await open(t, '/mesin');
  const sent = new Promise((resolve) =>
    page.on('request', (request) => request.method() === 'PUT' && resolve(request)),
  );
  await page.click('tr:has-text("HADIR-IRIS"):has-text("perlu verifikasi") .button');
  await page.click('dialog button[type=submit]');
  const request = await sent;
  assert.match(request.url(), /verify-codes\/HADIR-IRIS\/30$/);
  assert.deepEqual(request.postDataJSON(), { method: 'iris' });
  const incidents = page.locator('section:has(h2:text("Kejadian pada mesin")) tbody tr');
  assert.equal(await incidents.count(), 3);
  assert.match(await incidents.first().textContent(), /jam diubah.*oleh PIN 7/s);
});

test('a cleared day of a recap comes back as it was when the field is left', async (t) => {
  const page = await open(t, '/rekap?dari=2021-06-10');
  const field = page.locator('#recap-from');
  await field.fill('');
  await field.blur();
  assert.equal(await field.inputValue(), '10 Juni 2021');
  assert.equal(path(page), '/rekap?dari=2021-06-10');
  await field.fill('9/6/2021');
  await page.waitForURL('**/rekap?dari=2021-06-09');
});

test('a figure of the recap opens the sheet with the people it counts', async (t) => {
  const page = await open(t, '/rekap?dari=2021-06-10');
  await page.click('.count-link >> nth=0');
  await page.waitForSelector('.summary');
  assert.match(path(page), /^\/daftar-hadir\/SETDA\/2021-06-10\?status=on_time$/);
});

test('the language is remembered and every figure follows it', async (t) => {
  const page = await open(t, SHEET);
  await page.click('.account');
  await page.click('.menu .segments button:has-text("English")');
  await page.reload();
  await page.waitForSelector('.summary');
  assert.equal(await page.textContent('h1'), 'Attendance sheet');
  assert.match(await page.textContent('.lead-figure'), /88\.46% to 91\.83%/);
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
});

test('signing out leads to the door', async (t) => {
  const page = await open(t, SHEET);
  await page.click('.account');
  await page.click('.menu button:has-text("Keluar")');
  await page.waitForSelector('#door-account');
  assert.equal(path(page), '/masuk');
});

for (const where of [SHEET, '/mesin', '/rekap?dari=2021-05-17', '/dinding', '/masuk']) {
  test(`enlarged four times (320 points wide) nothing runs out of the page: ${where}`, async (t) => {
    const page = await open(
      t,
      where,
      { signedIn: where !== '/masuk' },
      { viewport: { width: 320, height: 640 } },
    );
    await page.waitForSelector('h1');
    await page.waitForTimeout(500);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(over <= 0, `${over} pixels too wide`);
  });
}
