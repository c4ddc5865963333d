// browser.mjs - Debian's Chromium, its complaints, and what axe says of a page.
import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const SHOTS = join(dirname(fileURLToPath(import.meta.url)), '../browser/shots');
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Cameras and microphones that draw and hum by themselves, a few pictures a second, on a machine that may have the loopback alone. */
export const CAMERAS = [
  '--use-fake-device-for-media-stream=fps=5', '--use-fake-ui-for-media-stream', '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Open a browser that is closed when the test ends. */
export async function openBrowser(t, more = []) {
  await mkdir(SHOTS, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...more,
    ],
  });
  t.after(() => browser.close());
  return browser;
}

/** A page on its own profile; what the browser complains about fails the test. */
export async function openPage(t, browser, { width = 1440, height = 900, colorScheme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'id-ID', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/status of (4\d\d|503)|net::ERR/.test(text)) complaints.push(text);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(complaints, []);
  });
  return page;
}

/** Seven browsers that encode and decode large pictures are more than a small machine can do: cameras here are small. */
export const smallCamera = (page) => page.addInitScript(() => {
  const devices = navigator.mediaDevices;
  const open = devices?.getUserMedia.bind(devices);
  if (!open) return;
  devices.getUserMedia = ({ video, ...rest }) =>
    open({ ...rest, ...(video && { video: { ...video, width: { ideal: 320 }, height: { ideal: 240 } } }) });
});

/** Keep a picture to be looked at, and let axe find nothing serious. */
export async function inspect(page, name) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
  assert.deepEqual(serious.map(({ id, nodes }) => [id, ...nodes.map((node) => node.target.join(' '))]), [], name);
}

/** Sign in at the door as a person would. */
export async function enter(page, url, { account, password }) {
  await page.goto(`${url}/masuk`);
  await page.fill('#door-account', account);
  await page.fill('#door-password', password);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => address.pathname !== '/masuk');
}
