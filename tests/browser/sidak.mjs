// The pages around a roll call: planned in the browser, answered on a phone, shown on the wall, and a line
// that is cut in the middle.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir, accountIn, until } from '../lib/hadir.mjs';
import { DAY, agency, at, open, person } from '../lib/office.mjs';
import { punch } from '../lib/terminal.mjs';

const PHONE = { width: 390, height: 844 };

/** Dinas D1: six civil servants and two of contract, of whom four and one came; and another agency. */
async function make(t) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  const contract = (n) => person(n, 'D1', { number: `K-${n}`, kind: 'kontrak' });
  await open(
    hadir,
    [agency('D1'), agency('D2')],
    [...[1, 2, 3, 4, 5, 6].map((n) => person(n, 'D1')), contract(7), contract(8), person(9, 'D2')],
  );
  await hadir.serve({ clock: at('07:50') });
  await hadir.settle();
  for (const [code, pins] of [['D1', [101, 102, 103, 104, 107]], ['D2', [109]]]) {
    const terminal = hadir.terminal(`SN-${code}`);
    await terminal.handshake();
    await terminal.punches(pins.map((pin) => punch(String(pin), `${DAY} 07:20:00`)));
  }
  const account = async (name, ...options) => {
    const somebody = accountIn((await hadir.run(['user', 'add', name, '--role', ...options])).stdout);
    await hadir.settle(somebody);
    return somebody;
  };
  return { hadir, account };
}

/** Plan in the browser as the personnel agency does; gives the inspection's code. */
async function planned(t, browser, hadir, bkd) {
  const page = await openPage(t, browser);
  await enter(page, hadir.url, bkd);
  await page.goto(`${hadir.url}/sidak`);
  await page.getByRole('link', { name: 'Rencanakan sidak' }).click();
  await page.click('button[type=submit]');
  await page.getByText('Isi siapa yang memimpin.').waitFor();
  await page.fill('#plan-day', DAY);
  await page.fill('#plan-leader', 'Wakil Wali Kota');
  await page.fill('#plan-place', 'Ruang kendali');
  await page.fill('#plan-member', 'Kepala BKPSDMD');
  await page.press('#plan-member', 'Enter');
  await inspect(page, 'sidak-plan');
  await page.click('button[type=submit]');
  await page.locator('.sessions .acts').first().waitFor();
  await inspect(page, 'sidak-list');
  const link = await page.getByRole('link', { name: 'Ubah' }).getAttribute('href');
  return link.split('/').at(-1);
}

async function connectWall(t, browser, hadir) {
  const page = await openPage(t, browser, { width: 1920, height: 1080 });
  await page.goto(`${hadir.url}/wall`);
  await page.locator('.code').filter({ hasText: /\d{3} \d{3}/ }).waitFor();
  const code = (await page.locator('.code').textContent()).replace(/\D/g, '');
  const ask = await hadir.signIn();
  assert.equal((await ask('/api/walls', { method: 'POST', body: { code, name: 'Ruang kendali' } })).status, 201);
  await page.locator('.huge').waitFor();
  return page;
}

/** A statement of civil servants and contract staff together, typed on the phone. */
async function typed(page, present, missing) {
  await page.fill('#l-all-present', String(present));
  await page.fill('#l-all-permit', '0');
  await page.fill('#l-all-missing', String(missing));
}

test('a plan is opened, its head answers on a phone, and the wall shows it', { timeout: 180_000 }, async (t) => {
  const { hadir, account } = await make(t);
  const browser = await openBrowser(t);
  const bkd = await account('bkd', 'bkpsdm');
  const head = await account('kadis', 'head', '--agency', 'D1');
  const lead = await hadir.signIn(await account('wawako', 'leader'));
  const inspection = await planned(t, browser, hadir, bkd);
  const act = async (what, body) => {
    const reply = await lead(`/api/inspections/${inspection}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, 201, `${what}: ${reply.text}`);
    return reply.json;
  };

  const wall = await connectWall(t, browser, hadir);
  const phone = await openPage(t, browser, PHONE);
  await enter(phone, hadir.url, head);
  await phone.goto(`${hadir.url}/sidak/${inspection}/opd`);
  await phone.getByRole('heading', { name: 'Sidak belum dimulai' }).waitFor();

  await act('open', { order: 'missing' });
  await wall.locator('.line-up').waitFor({ timeout: 15_000 });
  await phone.getByRole('heading', { name: 'Berikutnya giliran Anda' }).waitFor();
  await act('calls', { agency: 'D1' });
  await phone.getByRole('heading', { name: 'Anda dipanggil' }).waitFor();
  await phone.fill('#head-name', 'Sekretaris Dinas');
  await phone.getByText('Mewakili kepala').click();
  await inspect(phone, 'head-called');
  await phone.getByRole('button', { name: 'Saya hadir' }).click();
  await phone.getByRole('heading', { name: 'Anda sedang menjawab' }).waitFor();

  await typed(phone, 6, 1);
  await phone.getByText('Jumlah laporan 7, pegawai 8: kurang 1.').waitFor();
  await typed(phone, 6, 2);
  await phone.getByText('1 orang yang Anda laporkan hadir belum terekam.').waitFor();
  await inspect(phone, 'head-typed');
  await phone.getByRole('button', { name: 'Kirim laporan' }).click();
  await phone.getByText(/Laporan diterima pukul/).waitFor();

  const reason = phone.getByLabel('Alasan Pegawai 5');
  await reason.selectOption('claimed_present');
  await phone.getByRole('button', { name: 'Kirim 1 alasan' }).click();
  await phone.getByText('1 dari 3 sudah diberi alasan.').waitFor();
  await inspect(phone, 'head-stated');
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);

  const shown = wall.locator('.compare tbody tr').first();
  await until(async () => /5.*6.*\+1/s.test(await shown.textContent()), 'the statement on the wall');
  await inspect(wall, 'wall-roll');
  assert.doesNotMatch(await wall.textContent('body'), /Pegawai \d|Sekretaris/, 'no names on a wall');

  await act('close', { text: 'Selesai' });
  await wall.locator('.huge').waitFor({ timeout: 15_000 });
  await phone.getByRole('heading', { name: 'Sidak selesai' }).waitFor();
});

test('what is typed and sent survives a cut line, and is said once', { timeout: 180_000 }, async (t) => {
  const { hadir, account } = await make(t);
  const browser = await openBrowser(t);
  const bkd = await hadir.signIn(await account('bkd', 'bkpsdm'));
  const head = await account('kadis', 'head', '--agency', 'D1');
  const lead = await hadir.signIn(await account('wawako', 'leader'));
  const plan = await bkd('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota' } });
  assert.equal(plan.status, 201, plan.text);
  const path = `/api/inspections/${plan.json.inspection}`;
  await lead(`${path}/open`, { method: 'POST', body: {} });
  await lead(`${path}/calls`, { method: 'POST', body: { agency: 'D1' } });

  const phone = await openPage(t, browser, PHONE);
  await enter(phone, hadir.url, head);
  await phone.goto(`${hadir.url}/sidak/${plan.json.inspection}/opd`);
  await typed(phone, 6, 2);
  await phone.reload();
  await phone.locator('#l-all-present').waitFor();
  assert.equal(await phone.inputValue('#l-all-present'), '6', 'typed before the reload');

  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: 'Kirim laporan' }).click();
  await phone.getByText('Belum terkirim.').waitFor();
  await inspect(phone, 'head-cut');
  const stated = async () => (await lead(path)).json.agencies.find(({ code }) => code === 'D1').statement;
  assert.equal(await stated(), null);
  await phone.context().setOffline(false);
  await phone.getByText(/Laporan diterima pukul/).waitFor({ timeout: 20_000 });
  assert.equal((await stated()).said.present, 6);
  const evidence = (await lead(`${path}/agencies/D1`)).json;
  assert.equal(evidence.trail.filter(({ act }) => act === 'stated').length, 1);
  assert.equal(await phone.getByText('Belum terkirim.').count(), 0);
});
