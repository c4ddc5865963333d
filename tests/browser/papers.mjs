// The minutes on the result page: issued, downloaded, verified by their code, and outdated by what follows.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { held } from '../lib/held.mjs';

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
  assert.equal(await part.getByRole('button').count(), 0, 'nothing more to issue');
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
