// The minutes on the result page: issued, downloaded, verified by their code, and outdated by what follows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { held } from '../lib/held.mjs';
import { pdf } from '../lib/photograph.mjs';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

test('minutes are issued, downloaded and issued anew on the page of the result', { timeout: 60_000 }, async (t) => {
  const { hadir, accounts, inspection, post } = await held(t, ['walikota', 'tim', 'bkd', 'kepala']);
  await post('walikota', 'close', { text: 'Lapor tertulis.' });
  const page = await openPage(t, await openBrowser(t), { width: 390, height: 844 });
  await enter(page, hadir.url, accounts.tim);
  await page.goto(`${hadir.url}/sidak/${inspection}/hasil`);
  const part = page.getByRole('region', { name: 'Berita acara', exact: true });
  await part.getByText('Belum diterbitkan').waitFor();
  await part.getByLabel('Nomor surat').fill('800/231/BA/2021');
  await part.scrollIntoViewIfNeeded();
  await inspect(page, 'papers-none');
  await part.getByRole('button', { name: 'Terbitkan berita acara' }).click();
  await part.getByRole('link', { name: 'Halaman verifikasi' }).waitFor();
  assert.equal(await part.getByRole('button', { name: /Terbitkan/ }).count(), 0, 'nothing more to issue');
  const first = CODE.exec(await part.textContent())[0];
  assert.ok((await part.textContent()).includes('800/231/BA/2021'));
  await part.getByRole('img').evaluate((img) => img.decode());
  await part.scrollIntoViewIfNeeded();
  await inspect(page, 'papers-390');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} wide`);

  const [download] = await Promise.all([page.waitForEvent('download'), part.getByRole('link', { name: 'Unduh PDF' }).click()]);
  assert.equal(download.suggestedFilename(), `berita-acara-${inspection}-${first}.pdf`);
  const bytes = await readFile(await download.path());
  assert.equal((await hadir.fetch('/api/verify', { method: 'POST', body: bytes })).json.finding, 'genuine');

  await post('kepala', 'confirmations', { agency: 'D1' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await part.getByText('ada catatan baru').waitFor();
  await part.scrollIntoViewIfNeeded();
  await inspect(page, 'papers-outdated');
  await part.getByRole('button', { name: 'Terbitkan versi baru' }).click();
  await part.getByRole('cell', { name: 'digantikan oleh' }).waitFor();
  await part.scrollIntoViewIfNeeded();
  await inspect(page, 'papers-versions');
  await page.emulateMedia({ colorScheme: 'dark' });
  await part.scrollIntoViewIfNeeded();
  await inspect(page, 'papers-dark');

  await part.getByRole('link', { name: first, exact: true }).click();
  await page.getByRole('heading', { name: 'Dokumen ini sudah digantikan' }).waitFor();
});

test('a copy that was signed in ink is looked at, asked for and filed beside the minutes', { timeout: 60_000 }, async (t) => {
  const { hadir, accounts, inspection, post } = await held(t, ['walikota', 'tim', 'bkd']);
  await post('walikota', 'close', { text: 'Lapor tertulis.' });
  const { papers: [paper] } = await post('tim', 'papers', { number: '800/9/BA' });
  const page = await openPage(t, await openBrowser(t), { width: 390, height: 844 });
  await enter(page, hadir.url, accounts.tim);
  await page.goto(`${hadir.url}/sidak/${inspection}/hasil`);
  const part = page.getByRole('region', { name: 'Berita acara', exact: true });
  await part.getByRole('button', { name: 'Simpan salinan' }).click();
  const choose = (name, buffer) => page.locator('#copy-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await choose('surat.docx', Buffer.from('PK\x03\x04'));
  await part.getByText('bukan PDF, JPEG, atau PNG').waitFor();
  await choose('besar.pdf', Buffer.concat([pdf(), Buffer.alloc(3 * 1024 * 1024)]));
  await part.getByText('Berkas ini 3,0 MB; paling besar 2 MB').waitFor();
  assert.ok(await part.getByRole('button', { name: 'Simpan salinan' }).isDisabled());
  await part.getByRole('button', { name: 'Tersertifikasi (BSrE)' }).click();
  await choose('pindai.pdf', pdf());
  await part.getByText('bukan PDF bertanda tangan elektronik').waitFor();
  await part.getByRole('button', { name: 'Tinta, dipindai' }).click();
  await part.getByText('Lokasi dan data ponsel dibuang').waitFor();
  await inspect(page, 'copy-form-390');
  await part.getByRole('button', { name: 'Simpan salinan' }).click();
  const question = page.getByRole('dialog', { name: `Simpan pindai.pdf di samping dokumen ${paper.code}?` });
  await question.getByText('tidak dapat diganti atau dihapus').waitFor();
  await inspect(page, 'copy-ask-390');
  await question.getByRole('button', { name: 'Simpan salinan' }).click();
  await part.getByText('oleh tim').waitFor();
  const shown = (await hadir.fetch(`/api/verify/${paper.code}`)).json;
  const digest = /b2:([0-9a-f]{64})/.exec(await part.textContent())[1];
  assert.ok(shown.summary.notes[0].text.includes(digest), 'the hash is the one that is published');
  const [download] = await Promise.all([page.waitForEvent('download'), part.getByRole('link', { name: 'Unduh salinan 1' }).click()]);
  assert.equal(download.suggestedFilename(), `salinan-${paper.code}.pdf`);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await inspect(page, 'copy-filed-dark');
});
