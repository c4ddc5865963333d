// What a visitor sees: the wall moves, and a figure opens down to the punch.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir } from '../lib/hadir.mjs';
import { DAY, at, nip, openOffice } from '../lib/office.mjs';
import { punch } from '../lib/terminal.mjs';

async function office(t) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await openOffice(hadir, 12);
  await hadir.serve({ clock: at('07:20') });
  await hadir.settle();
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  return { hadir, terminal };
}

test('the wall connects by a code, moves with each punch and recovers by itself', { timeout: 120_000 }, async (t) => {
  const { hadir, terminal } = await office(t);
  const page = await openPage(t, await openBrowser(t), { width: 1920, height: 1080 });
  await page.goto(`${hadir.url}/wall`);
  const code = page.locator('.code');
  await code.filter({ hasText: /\d{3} \d{3}/ }).waitFor();
  await inspect(page, 'wall-connect');
  const fetch = await hadir.signIn();
  const digits = (await code.textContent()).replace(/\D/g, '');
  assert.equal((await fetch('/api/walls', { method: 'POST', body: { code: digits, name: 'Ruang rapat' } })).status, 201);

  const figure = page.locator('.huge').first();
  await figure.waitFor();
  const present = async (count) =>
    page.waitForFunction((n) => new RegExp(`(^|\\D)${n}(\\D|$)`).test(document.querySelector('.huge')?.textContent ?? ''), count);
  await present(0);
  await terminal.punches([punch('101', `${DAY} 07:19:00`), punch('102', `${DAY} 07:19:30`)]);
  await present(2);
  await inspect(page, 'wall');
  assert.doesNotMatch(await page.textContent('body'), /Pegawai \d/, 'no names on a wall');

  await page.reload();
  await present(2);
});

test('a person signs in and opens a figure down to the punch', { timeout: 120_000 }, async (t) => {
  const { hadir, terminal } = await office(t);
  await terminal.punches([punch('101', `${DAY} 07:19:00`)]);
  const page = await openPage(t, await openBrowser(t));
  await enter(page, hadir.url, hadir.administrator);
  await page.goto(`${hadir.url}/daftar-hadir/D1/${DAY}`);
  await page.getByText('Pegawai 12').first().waitFor();
  await inspect(page, 'sheet');
  await page.goto(`${hadir.url}/daftar-hadir/D1/${DAY}?pegawai=${nip(1)}`);
  const why = page.locator('.explain');
  await why.getByText('SN-D1').first().waitFor();
  assert.match(await why.textContent(), /07[.:]19/);
  await inspect(page, 'explain');
});

test('a new terminal appears and is approved on the terminals page', { timeout: 120_000 }, async (t) => {
  const { hadir } = await office(t);
  const page = await openPage(t, await openBrowser(t));
  await enter(page, hadir.url, hadir.administrator);
  await hadir.terminal('SN-BARU').handshake();
  await page.goto(`${hadir.url}/mesin`);
  await page.getByText('SN-BARU').first().waitFor();
  await inspect(page, 'terminals');
});

for (const [name, size] of [['phone', { width: 390, height: 844 }], ['dark', { colorScheme: 'dark' }]]) {
  test(`the door and the sheet are fit for use: ${name}`, { timeout: 120_000 }, async (t) => {
    const { hadir } = await office(t);
    const page = await openPage(t, await openBrowser(t), size);
    await page.goto(`${hadir.url}/masuk`);
    await page.locator('#door-account').waitFor();
    await inspect(page, `door-${name}`);
    await enter(page, hadir.url, hadir.administrator);
    await page.goto(`${hadir.url}/daftar-hadir/D1/${DAY}`);
    await page.getByText('Pegawai 12').first().waitFor();
    await inspect(page, `sheet-${name}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);
  });
}
