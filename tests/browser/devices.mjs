// What a head sends, changed during a call, in real browsers with fake devices: a shared screen instead of
// the camera, and another camera without a new negotiation.
import assert from 'node:assert/strict';
import test from 'node:test';

import { CAMERAS, inspect, openBrowser } from '../lib/browser.mjs';
import { until } from '../lib/hadir.mjs';
import { video } from '../lib/room.mjs';
import { DESK, large, makeStage, moves, seeStage } from '../lib/stage.mjs';

/** Four cameras, of which the first and the last give colours (the others depths, and packed pictures), and a drawn screen. */
const DEVICES = CAMERAS.map((flag) => flag.replace('fps=5', 'device-count=4,fps=5'));
const SLOW = { timeout: 60_000 };

test('a screen is shared and ended, and the camera is changed, during a call', { timeout: 240_000 }, async (t) => {
  const scene = await makeStage(t, (hadir) => video(hadir, '22000-22049'), { agencies: 1 });
  const browser = await openBrowser(t, DEVICES);
  const leader = await seeStage(t, browser, scene, scene.leader, DESK);
  const head = await seeStage(t, browser, scene, scene.heads[0], DESK);
  const published = [];
  head.on('request', (request) => request.url().endsWith('/publish') && request.method() === 'POST' && published.push(request));
  await scene.act('open', {});
  await head.getByRole('button', { name: 'Siapkan kamera dan mikrofon' }).click(SLOW);
  await leader.locator('.caller .presence.picture').first().waitFor(SLOW);
  await leader.getByRole('button', { name: 'Panggil Dinas Perhubungan' }).last().click();
  await moves(leader, large, 'the leader', 60_000);
  const picture = leader.locator(`${large} video`);
  const own = () => head.locator('video.own').evaluate((node) => node.srcObject.getVideoTracks()[0].getSettings().deviceId);

  await t.test('another camera takes the place of the first, and nothing is negotiated', async () => {
    const [before, count, stream] = [await own(), published.length, await picture.evaluate((node) => node.srcObject.id)];
    await head.getByRole('button', { name: 'Pilih perangkat' }).click();
    const choice = head.getByLabel('Kamera', { exact: true });
    await until(async () => (await choice.locator('option').count()) > 4, 'the cameras to choose from');
    const other = await choice.locator('option').last().getAttribute('value');
    assert.notEqual(other, before);
    await choice.selectOption(other);
    await until(async () => (await own().catch(() => '')) === other, 'the other camera', 30_000);
    await inspect(head, 'devices-choice');
    await head.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();
    await moves(leader, large, 'the leader, of the other camera', 60_000);
    assert.equal(published.length, count, 'no new call');
    assert.equal(await picture.evaluate((node) => node.srcObject.id), stream, 'the same stream at the leader');
  });

  await t.test('a screen is large, whole, and moves', async () => {
    await head.getByRole('button', { name: 'Bagikan layar' }).click();
    await leader.locator(`${large} video.screen`).waitFor(SLOW);
    await leader.locator(large).getByText('Dinas Perhubungan').waitFor();
    await moves(leader, large, 'the screen at the leader', 60_000);
    assert.equal(await picture.evaluate((node) => getComputedStyle(node).objectFit), 'contain');
    await inspect(leader, 'devices-screen');
    await inspect(head, 'devices-screen-own');
  });

  await t.test('at its end the camera is seen again', async () => {
    await head.getByRole('button', { name: 'Berhenti berbagi layar' }).click();
    await leader.locator(`${large} video:not(.screen)`).waitFor(SLOW);
    await moves(leader, large, 'the camera at the leader', 60_000);
  });

  await t.test('a screen ends with the turn', async () => {
    await head.getByRole('button', { name: 'Bagikan layar' }).click();
    await leader.locator(`${large} video.screen`).waitFor(SLOW);
    await scene.act('turns', { agency: 'DISHUB', turn: 'answered' });
    await head.getByRole('button', { name: 'Berhenti berbagi layar' }).waitFor({ state: 'detached', ...SLOW });
    await head.getByRole('button', { name: 'Bagikan layar' }).waitFor({ state: 'detached' });
    await leader.locator('video.screen').waitFor({ state: 'detached', ...SLOW });
  });
});
