// The leader's room against the real program: an agency is called, its head states figures, the
// difference stands there by name, somebody arrives while the head speaks, and the session is closed.
import assert from 'node:assert/strict';
import net from 'node:net';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir, accountIn, until } from '../lib/hadir.mjs';
import { DAY, agency, at, open, person } from '../lib/office.mjs';
import { punch } from '../lib/terminal.mjs';

const AGENCIES = [agency('DISHUB', { name: 'Dinas Perhubungan' }), agency('DINSOS', { name: 'Dinas Sosial' }), agency('KEC', { name: 'Kecamatan Telanaipura' })];
const PEOPLE = [
  ...[1, 2, 3, 4].map((n) => person(n, 'DISHUB')),
  person(5, 'DISHUB', { number: 'K-5', kind: 'kontrak' }),
  ...[6, 7].map((n) => person(n, 'DINSOS')),
  person(8, 'KEC'),
];
const group = (name, present, missing) => ({ group: name, present, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing });

/** Three agencies on a Monday at 08.30, an inspection planned, a leader at the browser. */
async function room(t, size, through = async (url) => ({ url })) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, AGENCIES, PEOPLE);
  await hadir.serve({ clock: at('08:30') });
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  const send = (code, pins, time = '07:15:00') => hadir.terminal(`SN-${code}`).punches(pins.map((pin) => punch(String(pin), `${DAY} ${time}`)));
  await send('DISHUB', [101, 102, 105]);
  await send('DINSOS', [106, 107]);
  await send('KEC', [108]);

  const account = async (name, ...options) => accountIn((await hadir.run(['user', 'add', name, '--role', ...options])).stdout);
  const bkd = await hadir.signIn(await account('bkd', 'bkpsdm'));
  const head = await hadir.signIn(await account('kadis.hub', 'head', '--agency', 'DISHUB'));
  const leader = await account('wawako', 'leader');
  await hadir.settle(leader);
  const planned = await bkd('/api/inspections', {
    method: 'POST',
    body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota', planned: '08:30', title: 'Sidak hari kerja pertama' },
  });
  assert.equal(planned.status, 201, planned.text);
  const path = `/api/inspections/${planned.json.inspection}`;
  const say = async (what, body) => {
    const reply = await head(`${path}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, 201, `${what}: ${reply.text}`);
  };

  const page = await openPage(t, await openBrowser(t), size);
  const { url, turn } = await through(hadir.url);
  await enter(page, url, leader);
  await page.goto(`${url}/sidak/${planned.json.inspection}`);
  return { page, say, send, turn };
}

/** A line to the program that can be cut; gives its address, and a switch. */
async function line(t, url) {
  const open = new Set();
  let up = true;
  const server = net.createServer((from) => {
    const to = net.connect(new URL(url).port, '127.0.0.1');
    for (const [one, other] of [[from, to], [to, from]]) {
      open.add(one);
      one.on('error', () => undefined).on('close', () => (open.delete(one), other.destroy()));
    }
    if (!up) return from.destroy();
    from.pipe(to).pipe(from);
  });
  const turn = (on) => {
    up = on;
    if (!on) for (const socket of open) socket.destroy();
  };
  t.after(() => (turn(false), server.close()));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, turn };
}

const figures = (page) => page.locator('.evidence .compare tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
const rowOf = async (page, name) => (await figures(page)).find(([title]) => title === name);

test('a leader opens, calls, compares and closes', { timeout: 180_000 }, async (t) => {
  const { page, say, send } = await room(t, { width: 1366, height: 1024 });

  await page.getByRole('button', { name: 'Buka sidak' }).click();
  await inspect(page, 'room-open');
  await page.getByRole('button', { name: 'Buka sekarang' }).click();
  await page.getByRole('button', { name: 'Panggil Dinas Perhubungan' }).last().waitFor();
  assert.match(await page.textContent('.city'), /6 hadir dari 8/);

  await page.keyboard.press('Alt+P');
  await page.locator('.caller .now').getByText('Dinas Perhubungan').waitFor();
  await page.getByText('Belum ada rekaman, 2').waitFor();
  assert.deepEqual(await rowOf(page, 'Hadir'), ['Hadir', '3', '–belum', '–']);

  await say('answers', { agency: 'DISHUB', name: 'Kepala Dinas Perhubungan' });
  await say('statements', { agency: 'DISHUB', source: 'form', groups: [group('asn', 3, 1), group('contract', 1, 0)] });
  await page.locator('.compare .differs').first().waitFor();
  assert.deepEqual(await rowOf(page, 'Hadir'), ['Hadir', '3', '4', '+1']);
  assert.deepEqual(await rowOf(page, 'Belum hadir'), ['Belum hadir', '2', '1', '−1']);
  await page.getByRole('button', { name: 'Tenaga kontrak' }).click();
  await until(async () => (await rowOf(page, 'Hadir')).join() === 'Hadir,1,1,0', 'the contract staff apart');
  await page.getByRole('button', { name: 'Semua', exact: true }).click();

  await page.getByLabel('Alasan Pegawai 4').selectOption('claimed_present');
  await page.locator('.names .claimed b').getByText('Pegawai 4').waitFor();

  await send('DISHUB', [103], '08:31:30');
  await page.locator('.evidence .live').getByText('Pegawai 3').waitFor();
  await page.getByText('Belum ada rekaman, 1').waitFor();
  await until(async () => (await rowOf(page, 'Hadir')).join() === 'Hadir,4,4,0', 'the difference is gone');
  assert.match(await page.textContent('.city'), /7 hadir dari 8.*sejak itu \+1/s);

  await page.getByLabel('Instruksi baru').fill('Laporan tertulis');
  await page.getByRole('button', { name: 'Tambah' }).click();
  await page.locator('.tasks').getByText('Kepala Dinas Perhubungan').waitFor();
  await page.getByLabel('Catatan pimpinan').fill('Diperiksa hari ini.');
  await page.getByRole('button', { name: 'Catat', exact: true }).click();
  await page.locator('.kept').getByText('Diperiksa hari ini.').waitFor();
  await inspect(page, 'room');
  const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);
  assert.equal(scrolls, false, 'the lists scroll, the page does not');

  await page.keyboard.press('Alt+P');
  await until(async () => /Dinas Sosial|Kecamatan/.test(await page.textContent('.evidence h2')), 'the next agency');
  await page.keyboard.press('Alt+T');
  await page.getByRole('button', { name: /lewat telepon/ }).click();
  await page.getByLabel('Oleh siapa').fill('Sekretaris Dinas');
  await page.getByLabel('Hadir, Semua', { exact: true }).fill('2');
  await page.getByRole('button', { name: 'Catat laporan' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  assert.match(await page.textContent('.caller h2'), /1 dari 3 selesai/);

  await page.getByRole('button', { name: 'Tutup sidak' }).click();
  await page.getByLabel('Kesimpulan untuk berita acara').fill('Laporan tertulis dalam dua hari kerja.');
  await page.locator('dialog').getByRole('button', { name: 'Tutup sidak' }).click();
  await page.getByText('Sidak sudah ditutup').waitFor();

  await page.getByRole('link', { name: 'Lihat hasil sidak' }).click();
  await page.getByText('Laporan tertulis dalam dua hari kerja.', { exact: true }).waitFor();
  const table = page.locator('section:has(#result-agencies) table');
  assert.match(await table.locator('tbody tr').first().textContent(), /Dinas Perhubungan.*selesai/s);
  const sums = await table.locator('tfoot td').allTextContents();
  assert.deepEqual(sums.slice(0, 4), ['8', '6', '0', '2'], 'the sums of the table are the frozen figures');
  await inspect(page, 'room-result');
});

test('the room says when its figures stopped, and goes on by itself', { timeout: 120_000 }, async (t) => {
  const { page, say, turn } = await room(t, { width: 1280, height: 800, colorScheme: 'dark' }, (url) => line(t, url));
  await page.getByRole('button', { name: 'Buka sidak' }).click();
  await page.getByRole('button', { name: 'Buka sekarang' }).click();
  await page.getByRole('button', { name: 'Panggil Dinas Perhubungan' }).last().waitFor();
  await page.keyboard.press('Alt+P');
  await page.locator('.caller .now').waitFor();
  turn(false);
  await page.locator('.banner.cut').waitFor({ timeout: 10_000 });
  assert.match(await page.textContent('.banner.cut'), /Angka berhenti pukul 08[.]\d\d[.]\d\d/);
  await inspect(page, 'room-stopped');
  await say('statements', { agency: 'DISHUB', source: 'form', groups: [group('all', 4, 1)] });
  turn(true);
  await page.locator('.banner.cut').waitFor({ state: 'detached', timeout: 30_000 });
  assert.deepEqual(await rowOf(page, 'Hadir'), ['Hadir', '3', '4', '+1'], 'what was missed came afterwards');
});
