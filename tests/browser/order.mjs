// The leader puts an agency elsewhere in the queue by hand: by keys and by dragging, and goes back to a rule.
import assert from 'node:assert/strict';
import test from 'node:test';

import { enter, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { Hadir, until } from '../lib/hadir.mjs';
import { DAY, agency, at, open, person } from '../lib/office.mjs';

const CODES = ['A', 'B', 'C', 'D'];

test('an agency is moved by hand, by keys and by dragging, and a rule puts all back', { timeout: 90_000 }, async (t) => {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, CODES.map((code) => agency(code)), CODES.map((code, i) => person(i + 1, code)));
  await hadir.serve({ clock: at('07:50') });
  await hadir.settle();
  const ask = await hadir.signIn();
  const { inspection } = (await ask('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota' } })).json;
  assert.equal((await ask(`/api/inspections/${inspection}/open`, { method: 'POST', body: { order: 'tree' } })).status, 201);
  const room = async () => (await ask(`/api/inspections/${inspection}`)).json;
  const order = async () => (await room()).agencies.map(({ code }) => code).join('');

  const browser = await openBrowser(t);
  const page = await openPage(t, browser);
  await enter(page, hadir.url, hadir.administrator);
  await page.goto(`${hadir.url}/sidak/${inspection}`);
  const pick = (code) => page.locator(`.caller [data-code="${code}"]`);
  const item = (code) => page.locator('.caller .scroll li', { has: page.locator(`[data-code="${code}"]`) });
  await pick('C').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await until(async () => (await order()) === 'ACBD', 'C one up');
  await page.getByText('Diubah dengan tangan').waitFor();
  await page.getByText('Dinas C kini urutan ke-2').waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.code), 'C', 'the focus goes with it');
  await page.keyboard.press('Alt+Home');
  await until(async () => (await order()) === 'CABD', 'C first');
  await until(async () => (await page.locator('.caller .pick').first().textContent()).startsWith('Dinas C'), 'C first on the screen');
  await item('D').dragTo(item('A'));
  await until(async () => (await order()) === 'CDAB', 'D dropped on A');
  await inspect(page, 'room-order');
  await page.locator('.caller .order select').selectOption('tree');
  await until(async () => (await order()) === 'ABCD', 'as in the tree');
  assert.equal((await room()).by_hand, 0);
});
