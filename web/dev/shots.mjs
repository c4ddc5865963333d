// Takes a picture of every screen in the moments that matter and asks axe whether anything serious is
// wrong. node dev/shots.mjs [folder] [name]; needs `npm run build` and a Chromium.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { reset as resetRoom } from './inspection.mjs';
import { serve, stage } from './mock.mjs';
import { reset as resetVideo } from './room.mjs';
import { scenes } from './scenes.mjs';
import { reset as resetWritten } from './sidak.mjs';

const PORT = Number(process.env.MOCK_PORT ?? 7110);
const folder = process.argv[2] ?? 'node_modules/.cache/shots';
const only = process.argv[3] ?? '';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What a scene sets and the stage has not is taken away again.
const first = { ...stage, papers: null, copies: null, recaps: null, recording: null };

mkdirSync(folder, { recursive: true });
const server = await serve(PORT);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  ),
});
let wrong = 0;

/** What axe finds serious or critical, and what the browser itself complained about. */
async function check(page, name, said) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations'] }),
  );
  for (const { id, impact, nodes } of violations) {
    if (!['serious', 'critical'].includes(impact)) continue;
    wrong++;
    console.log(
      `  ${name}: ${impact} ${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
    );
  }
  for (const text of said) {
    wrong++;
    console.log(`  ${name}: ${text}`);
  }
}

for (const [name, scene] of Object.entries(scenes)) {
  if (only && !name.startsWith(only)) continue;
  Object.assign(stage, first, scene.stage ?? {});
  resetRoom();
  resetVideo();
  resetWritten();
  const context = await browser.newContext({
    viewport: scene.size ?? { width: 1440, height: 900 },
    deviceScaleFactor: scene.scale ?? 1,
    colorScheme: scene.theme ?? 'light',
    bypassCSP: false,
    locale: 'id-ID',
    reducedMotion: 'reduce',
    forcedColors: scene.forced ? 'active' : 'none',
  });
  const page = await context.newPage();
  const said = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/status of (4\d\d|503)|net::ERR/.test(text)) said.push(text);
  });
  if (scene.language)
    await context.addInitScript((l) => localStorage.setItem('hadir.language', l), scene.language);
  await page.goto(`http://127.0.0.1:${PORT}${scene.path}`);
  await page.evaluate(() => document.fonts.ready);
  await scene.act?.(page, stage);
  await page.waitForTimeout(scene.wait ?? 400);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: scene.whole ?? false });
  if (scene.print)
    await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', landscape: true });
  await check(page, name, said);
  console.log(name);
  await context.close();
}
await browser.close();
server.close();
server.closeAllConnections?.();
process.exit(wrong ? 1 : 0);
