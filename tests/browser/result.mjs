// What comes after an inspection, in the browser: reports in writing, a path for people who are unexplained,
// amendments; what the head sees, and the person.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { until } from '../lib/hadir.mjs';
import { nip } from '../lib/office.mjs';
import { AGENCIES, plan } from '../lib/session.mjs';

const PHONE = { width: 390, height: 844 };
const PASSWORD = 'lampu-merah-di-simpang-kawat';
const someone = (account) => ({ account, password: PASSWORD });

/** Closed on Tuesday; it is Wednesday morning and two people of Dinsos are unexplained. */
async function theDayAfter(t) {
  const session = await plan(t);
  const { hadir, ask, path, post, get } = session;
  await post('sekda', 'open', {});
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: 'away', note: 'belum kembali' }] });
  await post('sekda', 'instructions', { agency: 'PMD', text: 'Surat laporan', owner: 'Kepala Dinas PMD', deadline: '2020-05-26' });
  await post('sekda', 'close', { text: 'Laporan tertulis dalam dua hari kerja.' });
  await ask.pegawai(`${path}/own`);
  await hadir.moveTo('2020-05-27T07:00:00+07:00');
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  await until(async () => (await get('sekda', '/follow-ups')).people.length === 2, 'who is unexplained');
  return session;
}

async function assertFits(page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);
}

test('what comes after an inspection is done on its page', { timeout: 120_000 }, async (t) => {
  const { hadir } = await theDayAfter(t);
  const browser = await openBrowser(t);
  const result = `${hadir.url}/sidak/20200526-1/hasil`;
  const page = await openPage(t, browser);
  await enter(page, hadir.url, someone('sekda'));
  await page.goto(result);

  const reports = page.getByRole('region', { name: 'Laporan tertulis' }).first();
  await page.getByRole('button', { name: 'Minta laporan tertulis' }).click();
  await inspect(page, 'result-ask');
  await page.getByRole('button', { name: 'Minta', exact: true }).click();
  await reports.getByRole('row', { name: /Dinas Sosial/ }).getByText('29 Mei 2020').waitFor();
  await page.getByRole('button', { name: 'Ingatkan Dinas Sosial' }).click();
  await reports.getByText(/diingatkan 1 kali/).waitFor();
  await page.getByRole('button', { name: 'Catat diterima: Dinas PMD' }).click();
  await page.fill('#receive-reference', '800/12/PMD/2020');
  await page.getByRole('dialog').getByRole('button', { name: 'Catat diterima' }).click();
  await reports.getByText('800/12/PMD/2020').waitFor();
  await page.getByLabel('Belum diterima saja (2)').check();
  assert.equal(await reports.getByText('800/12/PMD/2020').count(), 0);

  await page.getByLabel('Pilih semua (2)').check();
  await page.getByRole('button', { name: 'Tentukan jalur, 2 pegawai' }).click();
  const choosing = page.getByRole('dialog');
  assert.equal(await choosing.getByRole('radio', { checked: true }).count(), 0, 'no path is chosen beforehand');
  await choosing.getByLabel('Pembinaan, tanpa hukuman').check();
  await page.fill('#choose-reason', 'hari pertama sesudah libur');
  await page.fill('#choose-official', 'Kepala BKPSDM');
  await inspect(page, 'result-path');
  await choosing.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('hari pertama sesudah libur (Kepala BKPSDM, 27 Mei 2020)').first().waitFor();
  await page.getByLabel(/Pegawai 5/).check();
  await page.getByRole('button', { name: 'Tentukan jalur, 1 pegawai' }).click();
  await choosing.getByLabel('Cabut usulan').check();
  await page.fill('#choose-reason', 'surat datang');
  await page.fill('#choose-official', 'Kepala BKPSDM');
  await choosing.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('sebelumnya').waitFor();

  await page.locator('#amend-about').selectOption('statement');
  await page.locator('#amend-agency').selectOption('PMD');
  await page.fill('#amend-text', 'Kepala menyebut 4, tertulis 3.');
  await page.getByRole('button', { name: 'Tambahkan ralat' }).click();
  await page.getByText(/Ralat 27 Mei 2020, sekda:/).first().waitFor();
  assert.equal(await page.getByText('Dinas PMD: Kepala menyebut 4').count(), 2, 'beside the statements, and in the list');
  await page.getByRole('button', { name: 'Ubah status: Surat laporan' }).click();
  await page.getByRole('dialog').getByLabel('selesai', { exact: true }).check();
  await page.fill('#instruction-note', 'surat 800/3 diterima');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByText(/surat 800\/3 diterima/).waitFor();
  await page.locator('#result-reports').scrollIntoViewIfNeeded();
  await inspect(page, 'result-after');
  await page.setViewportSize(PHONE);
  await page.locator('#result-follow-ups').evaluate((one) => one.scrollIntoView());
  await assertFits(page);
  await inspect(page, 'result-phone');
});

test('the head sees what is due, and the person what was said', { timeout: 120_000 }, async (t) => {
  const { hadir, post } = await theDayAfter(t);
  await post('sekda', 'written-reports', { agencies: ['DINSOS'] });
  await post('sekda', 'follow-ups', { numbers: [nip(3)], path: 'guidance', reason: 'pertama kali', official: 'Sekda' });
  const browser = await openBrowser(t);
  const head = await openPage(t, browser, PHONE);
  await enter(head, hadir.url, someone('kadis.sos'));
  await head.goto(`${hadir.url}/sidak`);
  await head.getByText(/paling lambat Jumat, 29 Mei 2020/).waitFor();
  await assertFits(head);
  await inspect(head, 'result-owed');
  await head.goto(`${hadir.url}/sidak/20200526-1/hasil`);
  await head.getByText('pertama kali (Sekda, 27 Mei 2020)').waitFor();
  assert.equal(await head.getByRole('button', { name: /Tentukan jalur|Minta laporan|Ingatkan/ }).count(), 0);

  const own = await openPage(t, browser, { ...PHONE, colorScheme: 'dark' });
  await enter(own, hadir.url, someone('pegawai'));
  await own.getByRole('heading', { name: 'Tentang saya' }).waitFor(); // who has nothing else to do begins there
  await own.getByText('belum Anda jawab').waitFor();
  await own.getByRole('link', { name: 'Baca dan jawab' }).click();
  await own.getByText('Masih di luar daerah').waitFor();
  await own.getByText(/Usulan tindak lanjut: Pembinaan, tanpa hukuman/).waitFor();
  await assertFits(own);
  await inspect(own, 'result-own');
  await own.fill('#own-text', 'Saya di kantor.');
  await own.getByRole('button', { name: 'Kirim jawaban' }).click();
  await own.getByText('Jawaban Anda: Saya di kantor.').waitFor();
  await own.getByRole('button', { name: /Akun/ }).click();
  await own.getByRole('link', { name: 'Tentang saya' }).click();
  await own.getByText('sudah Anda jawab').waitFor();
  await inspect(own, 'result-mine');
});
