// What somebody sees who holds a paper and a telephone: the answer, the figures, and a check of the file.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir } from '../lib/hadir.mjs';

const DAY = '2021-05-17';

async function issued(t) {
  const hadir = await Hadir.make(t, { init: false });
  await hadir.run(['demo', 'jambi']);
  const file = join(hadir.folder, 'rekap.pdf');
  const { stdout } = await hadir.run(['recap', '--date', DAY, '--pdf', file, '--number', '800/231/BKPSDMD/2021', '--position', 'Kepala BKPSDMD Kota Jambi']);
  await hadir.serve({ clock: `${DAY}T11:48:20+07:00` });
  return { hadir, file, code: stdout.trim() };
}

test('a paper is verified by its code, without signing in', { timeout: 120_000 }, async (t) => {
  const { hadir, file, code } = await issued(t);
  const browser = await openBrowser(t);
  const page = await openPage(t, browser, { width: 390, height: 844 });
  await page.goto(`${hadir.url}/verify/${code}`);
  await page.getByRole('heading', { name: 'Dokumen ini asli dan masih berlaku' }).waitFor();
  const body = await page.textContent('body');
  for (const told of ['Pemerintah Kota Jambi', '800/231/BKPSDMD/2021', 'Senin, 17 Mei 2021', '5.593', '96,61\u00a0%', '5.789', 'Kepala BKPSDMD Kota Jambi', code]) {
    assert.ok(body.includes(told), told);
  }
  await inspect(page, 'verify-390');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 390, `${wide} wide`);

  await page.setInputFiles('#verify-file', file);
  await page.getByText('persis seperti yang diterbitkan').waitFor();
  const changed = join(hadir.folder, 'diubah.pdf');
  const bytes = await readFile(file);
  bytes[100] ^= 1;
  await writeFile(changed, bytes);
  await page.setInputFiles('#verify-file', changed);
  await page.getByText('bukan berkas yang diterbitkan').waitFor();
  await inspect(page, 'verify-file');

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'This document is genuine and in force' }).waitFor();
  assert.match(await page.textContent('body'), /5,593[^]*96\.61%/);
  await inspect(page, 'verify-english');

  const dark = await openPage(t, browser, { width: 390, height: 844, colorScheme: 'dark' });
  await dark.goto(`${hadir.url}/verify/${code}`);
  await dark.getByText('Sidik berkas').waitFor();
  await inspect(dark, 'verify-dark');

  const desk = await openPage(t, browser);
  await hadir.run(['document', 'withdraw', code, '--reason', 'angka keliru']);
  await desk.goto(`${hadir.url}/verify/${code}`);
  await desk.getByText('Alasannya: angka keliru').waitFor();
  await inspect(desk, 'verify-withdrawn');
});

test('a code that is not known is compared with the paper and typed again', { timeout: 120_000 }, async (t) => {
  const { hadir, code } = await issued(t);
  const page = await openPage(t, await openBrowser(t), { width: 390, height: 844 });
  await page.goto(`${hadir.url}/verify`);
  await page.getByLabel('Kode dokumen').fill('7k4m-92');
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.getByText('Baru 6 huruf dan angka').waitFor();
  await inspect(page, 'verify-short');
  await page.getByLabel('Kode dokumen').fill('0000 0000 0000');
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.getByRole('heading', { name: 'Kode ini tidak dikenal' }).waitFor();
  await inspect(page, 'verify-unknown');
  await page.getByLabel('Kode dokumen').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Periksa' }).click();
  await page.getByRole('heading', { name: 'Dokumen ini asli dan masih berlaku' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `/verify/${code}`);
});
