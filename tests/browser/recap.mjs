// The signed recap on a phone: photographed, sent over a line that is cut, locked with its figures, and
// compared on the leader's screen and on the result page.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir, accountIn } from '../lib/hadir.mjs';
import { DAY, agency, at, open, person } from '../lib/office.mjs';
import { PHONE as MADE_BY, photograph, place } from '../lib/photograph.mjs';
import { punch } from '../lib/terminal.mjs';

const PHONE = { width: 390, height: 844 };
const file = (page, more = {}) => ({ name: `rekap-${page}.jpg`, mimeType: 'image/jpeg', buffer: photograph({ page }), ...more });

/** An agency of three civil servants and one of contract, of whom three came; it is called. */
async function make(t) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, [agency('D1')], [...[1, 2, 3].map((n) => person(n, 'D1')), person(4, 'D1', { number: 'K-4', kind: 'kontrak' })]);
  await hadir.serve({ clock: at('07:50') });
  await hadir.settle();
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([101, 102, 104].map((pin) => punch(String(pin), `${DAY} 07:20:00`)));
  const head = accountIn((await hadir.run(['user', 'add', 'kadis', '--role', 'head', '--agency', 'D1'])).stdout);
  await hadir.settle(head);
  const ask = await hadir.signIn();
  const planned = await ask('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota' } });
  const { inspection } = planned.json;
  const path = `/api/inspections/${inspection}`;
  for (const [what, body] of [['open', {}], ['calls', { agency: 'D1' }]]) assert.equal((await ask(`${path}/${what}`, { method: 'POST', body })).status, 201);
  return { hadir, head, ask, inspection, path };
}

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a signed recap is photographed, sent over a cut line, locked and compared', { timeout: 120_000 }, async (t) => {
  const { hadir, head, ask, inspection, path } = await make(t);
  const recap = async () => (await ask(path)).json.agencies[0].recap;
  const browser = await openBrowser(t);
  const phone = await openPage(t, browser, PHONE);
  await enter(phone, hadir.url, head);
  await phone.goto(`${hadir.url}/sidak/${inspection}/opd`);

  await phone.getByRole('button', { name: 'Masukkan rekap' }).click();
  await phone.setInputFiles('#recap-photo', file(1));
  await phone.setInputFiles('#recap-files', [file(2), file(3, { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') })]);
  await phone.getByText(/Halaman 3,/).waitFor();
  await phone.getByRole('button', { name: 'Kirim dan kunci' }).click();
  await phone.getByText('Sebutkan siapa yang menandatangani.').waitFor();
  await phone.locator('.recap-form').getByRole('button', { name: 'ASN dan kontrak terpisah' }).click();
  await phone.fill('#recap-asn-present', '3');
  await phone.fill('#recap-contract-present', '1');
  await phone.fill('#recap-signed-by', 'Kepala Dinas D1');
  await phone.fill('#recap-signed-on', '17/5/2021');
  await inspect(phone, 'head-recap');
  await phone.screenshot({ path: new URL('shots/head-recap-whole.png', import.meta.url).pathname, fullPage: true });
  assert.ok((await wide(phone)) <= 0, 'the page is too wide');

  await phone.getByRole('button', { name: 'Kirim dan kunci' }).click();
  await phone.getByText(/HEIC tidak diterima/).waitFor();
  assert.deepEqual([(await recap()).papers, (await recap()).pages], [0, 2], 'two pages are there, nothing is locked');
  await phone.getByRole('button', { name: 'Hapus halaman 1' }).click();

  await phone.context().setOffline(true);
  await phone.setInputFiles('#recap-files', file(4));
  await phone.getByRole('button', { name: 'Kirim dan kunci' }).click();
  await phone.getByText('1 halaman menunggu').waitFor();
  await inspect(phone, 'head-recap-cut');
  assert.equal((await recap()).pages, 2);
  await phone.context().setOffline(false);
  await phone.getByText('Rekap bertanda tangan Kepala Dinas D1 sudah diterima').waitFor({ timeout: 20_000 });
  await phone.getByRole('img', { name: 'Halaman 3' }).waitFor();
  const drawn = await phone.getByRole('img', { name: 'Halaman 1' }).evaluate((image) => image.decode().then(() => [image.naturalWidth, image.naturalHeight]));
  assert.deepEqual(drawn, [160, 120], 'it was held sideways and stands upright');
  const kept = (await ask(`${path}/agencies/D1/recap-pages/1/1`)).bytes;
  assert.ok(!kept.includes(MADE_BY) && !kept.includes(place()));
  await inspect(phone, 'head-recap-locked');

  await phone.getByRole('button', { name: 'Kirim koreksi' }).click();
  await phone.fill('#recap-present', '3');
  await phone.fill('#recap-missing', '1');
  await phone.fill('#recap-signed-by', 'Kepala Dinas D1');
  await phone.fill('#recap-reason', 'satu orang salah hitung');
  await phone.getByRole('button', { name: 'Kirim dan kunci' }).click();
  await phone.getByText(/Koreksi ditandatangani .* satu orang salah hitung/).waitFor();
  assert.deepEqual([(await recap()).said.present, (await recap()).corrected.present], [4, 3]);

  const desk = await openPage(t, browser, { colorScheme: 'dark' });
  await enter(desk, hadir.url, hadir.administrator);
  await desk.goto(`${hadir.url}/sidak/${inspection}`);
  const panel = desk.locator('.evidence');
  await panel.locator('.recap-compare').waitFor();
  assert.match(await panel.locator('.recap-compare tbody tr').first().textContent(), /3.*–.*4.*3/s);
  await panel.getByText('Koreksi tidak berbeda').waitFor();
  await panel.locator('.recap-paper').scrollIntoViewIfNeeded();
  await inspect(desk, 'room-recap');
  await ask(`${path}/close`, { method: 'POST', body: {} });
  await desk.goto(`${hadir.url}/sidak/${inspection}/hasil`);
  await desk.getByRole('button', { name: 'Bandingkan Dinas D1' }).click();
  await desk.getByRole('img', { name: 'Halaman 2' }).waitFor();
  await desk.locator('#result-recaps').scrollIntoViewIfNeeded();
  await inspect(desk, 'result-recaps');
  await desk.setViewportSize(PHONE);
  assert.ok((await wide(desk)) <= 0, 'the result page is too wide');
  await inspect(desk, 'result-recaps-phone');
});

test('the team reads a late recap beside its page, and the head confirms it', { timeout: 120_000 }, async (t) => {
  const { hadir, head, ask, inspection, path } = await make(t);
  const recaps = async () => (await ask(`${path}/agencies/D1`)).json.recaps;
  await ask(`${path}/close`, { method: 'POST', body: {} });
  await ask(`${path}/agencies/D1/recap-pages`, { method: 'POST', body: photograph() });
  const browser = await openBrowser(t);
  const desk = await openPage(t, browser, { width: 1366, height: 900 });
  await enter(desk, hadir.url, hadir.administrator);
  await desk.goto(`${hadir.url}/sidak/${inspection}/hasil`);
  const part = desk.getByRole('region', { name: 'Rekap manual bertanda tangan' });
  await part.getByText('1 halaman tanpa angka').waitFor();
  await part.scrollIntoViewIfNeeded();
  await inspect(desk, 'result-recaps-waiting');
  await part.getByRole('link', { name: 'Salin angkanya' }).click();
  await desk.getByText('menjadi tambahan bertanggal').waitFor();
  await desk.setInputFiles('#recap-files', file(2));
  await desk.getByRole('button', { name: 'Halaman 2', exact: true }).click();
  await desk.getByRole('button', { name: 'Perbesar' }).click();
  await desk.fill('#recap-present', '3');
  await desk.fill('#recap-missing', '1');
  await desk.fill('#recap-signed-by', 'Kepala Dinas D1');
  await inspect(desk, 'read-recap');
  await desk.setViewportSize(PHONE);
  assert.ok((await wide(desk)) <= 0, 'the page is too wide');
  await inspect(desk, 'read-recap-390');
  await desk.setViewportSize({ width: 1366, height: 900 });
  await desk.getByRole('button', { name: 'Kirim dan kunci' }).click();
  await desk.getByText('Kepala OPD diminta membenarkannya').waitFor();
  await desk.getByText('Dimasukkan tim, menunggu pembenaran kepala').waitFor();
  await inspect(desk, 'read-recap-done');
  const [read] = await recaps();
  assert.deepEqual([read.source, read.confirmed, read.after_closing, read.said.present, read.pages.length], ['team', false, true, 3, 2]);

  const phone = await openPage(t, browser, { ...PHONE, colorScheme: 'dark' });
  await enter(phone, hadir.url, head);
  await phone.goto(`${hadir.url}/sidak/${inspection}/opd`);
  const confirm = phone.getByRole('button', { name: 'Angka ini benar' });
  await confirm.scrollIntoViewIfNeeded();
  await inspect(phone, 'head-recap-confirm');
  assert.ok((await wide(phone)) <= 0, 'the page is too wide');
  await confirm.click();
  await phone.getByText('Dimasukkan tim, dibenarkan kepala').waitFor();
  await phone.getByText('Diterima setelah sidak ditutup').waitFor();
  assert.equal((await recaps())[0].confirmed, true);
  await phone.getByRole('button', { name: 'Kirim koreksi' }).click();
  await phone.getByText('Sidak sudah ditutup').waitFor();
});
