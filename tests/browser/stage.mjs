// The pages of an inspection with their room of video: a leader, four heads and the wall in real browsers
// with fake cameras and a real Janus; and the same pages without any video server.
import assert from 'node:assert/strict';
import test from 'node:test';

import { CAMERAS, inspect, openBrowser, openPage } from '../lib/browser.mjs';
import { until } from '../lib/hadir.mjs';
import { janusOf, video } from '../lib/room.mjs';
import { DESK, heard, large, makeStage, moves, seeStage } from '../lib/stage.mjs';

async function connectWall(t, browser, hadir) {
  const page = await openPage(t, browser, { width: 1920, height: 1080 });
  await page.goto(`${hadir.url}/wall`);
  await page.locator('.code').filter({ hasText: /\d{3} \d{3}/ }).waitFor();
  const code = (await page.locator('.code').textContent()).replace(/\D/g, '');
  const ask = await hadir.signIn();
  assert.equal((await ask('/api/walls', { method: 'POST', body: { code, name: 'Ruang kendali' } })).status, 201);
  await page.locator('.line-up').waitFor({ timeout: 40_000 });
  return page;
}

test('a leader calls four heads on their phones, and the wall watches', { timeout: 600_000 }, async (t) => {
  const scene = await makeStage(t, (hadir) => video(hadir, '21000-21049'));
  const browser = await openBrowser(t, CAMERAS);
  const leader = await seeStage(t, browser, scene, scene.leader, DESK);
  const phones = [];
  for (const who of scene.heads) phones.push(await seeStage(t, browser, scene, who));
  await phones[0].getByText('Menunggu dibawa masuk.').waitFor();
  await leader.getByRole('button', { name: 'Hidupkan kamera' }).click();
  await leader.locator('.lobby video').waitFor();
  await inspect(leader, 'stage-lobby');
  await scene.act('open', {});
  for (const phone of phones) {
    await phone.getByRole('button', { name: 'Siapkan kamera dan mikrofon' }).click();
  }
  const [hub, sos, , dik] = phones;
  const wall = await connectWall(t, browser, scene.hadir);

  await t.test('who is called is large at the leader, at another head and on the wall', async () => {
    await leader.locator('.caller .presence.picture').nth(3).waitFor({ timeout: 20_000 });
    await leader.getByRole('button', { name: 'Panggil Dinas Perhubungan' }).last().click();
    await hub.getByRole('heading', { name: 'Anda dipanggil' }).waitFor();
    await leader.locator(large).getByText('Dinas Perhubungan').waitFor();
    await moves(leader, large, 'the leader');
    await sos.locator(heard).getByText('Dinas Perhubungan').waitFor();
    await moves(sos, heard, 'another head');
    await moves(wall, '.call .tile', 'the wall');
    await moves(hub, heard, 'the leader at the called head');
    await inspect(leader, 'stage-leader');
    await inspect(hub, 'stage-head');
    await inspect(wall, 'stage-wall');
    assert.doesNotMatch(await wall.textContent('body'), /kadis|Pegawai/, 'no names on a wall');
  });

  await t.test('one tap gives the microphone, and a moderator can close it', async () => {
    await hub.getByText('Pimpinan meminta mikrofon Anda').waitFor();
    await inspect(hub, 'stage-asked');
    await hub.getByRole('button', { name: 'Hidupkan mikrofon' }).click();
    assert.equal(await hub.getByRole('button', { name: 'Bicara' }).getAttribute('aria-pressed'), 'true');
    await leader.locator(large).getByText('mikrofon hidup').waitFor();
    await leader.keyboard.press('Alt+H');
    const listed = leader.locator('.people li', { hasText: 'Dinas Perhubungan' });
    await listed.getByText('mikrofon mati').waitFor({ state: 'detached' });
    await hub.getByRole('button', { name: 'Bicara' }).click(); // his own hand closes it
    for (const where of [leader.locator(large), sos.locator(heard), listed]) await where.getByText('mikrofon mati').waitFor();
    await hub.getByRole('button', { name: 'Kamera', exact: true }).click();
    for (const where of [leader.locator(large), sos.locator(heard), listed]) await where.getByText('kamera mati').waitFor();
    await inspect(leader, 'stage-off');
    await inspect(sos, 'stage-head-off');
    await hub.getByRole('button', { name: 'Kamera', exact: true }).click();
    await hub.getByRole('button', { name: 'Bicara' }).click();
    for (const where of [leader.locator(large), sos.locator(heard)]) await where.getByText('mikrofon hidup').waitFor();
    await moves(leader, large, 'the leader');
    await leader.locator('.people').getByRole('button', { name: 'Tutup mikrofon Dinas Perhubungan' }).click();
    await hub.getByText('Mikrofon Anda ditutup sampai giliran Anda.').waitFor();
    await leader.locator(large).getByText('mikrofon mati').waitFor();
  });

  await t.test('a raised hand and what is written reach everybody', async () => {
    await sos.getByRole('button', { name: 'Tangan' }).click();
    await leader.locator('.people .raised', { hasText: 'Dinas Sosial' }).waitFor();
    await inspect(leader, 'stage-people');
    await leader.keyboard.press('Alt+C');
    await leader.fill('#stage-saying', 'Mohon data Terminal Alam Barajo');
    await leader.keyboard.press('Enter');
    await hub.getByRole('button', { name: 'Pesan' }).click();
    await hub.getByText('Mohon data Terminal Alam Barajo').waitFor();
    await inspect(hub, 'stage-chat');
    await hub.getByRole('button', { name: 'Pesan' }).click();
  });

  await t.test('everybody is told of a recording', async () => {
    await leader.getByRole('button', { name: 'Rekam', exact: true }).click();
    await hub.getByText('Ruang video ini direkam.').waitFor();
    await leader.locator('.masthead .recording').waitFor();
    await wall.locator('.recording').waitFor();
    await leader.getByRole('button', { name: 'Hentikan rekaman' }).click();
    await hub.getByText('Ruang video ini direkam.').waitFor({ state: 'detached' });
  });

  await t.test('who is sent out reads it, reports all the same, and may come back', async () => {
    await leader.keyboard.press('Alt+H');
    await leader.getByRole('button', { name: 'Keluarkan Dinas Pendidikan' }).click();
    await leader.getByRole('button', { name: 'Keluarkan', exact: true }).click();
    await dik.getByText('Moderator mengeluarkan Anda dari ruang video.').waitFor();
    await leader.locator('.people li', { hasText: 'Dinas Pendidikan' }).waitFor({ state: 'detached' });
    await dik.locator('.statement input').first().waitFor();
    await inspect(dik, 'stage-out');
    await dik.getByRole('button', { name: 'Masuk lagi' }).click();
    await leader.locator('.people li', { hasText: 'Dinas Pendidikan' }).waitFor();
  });

  await t.test('a cut line is bridged by itself', async () => {
    const pid = await janusOf(scene.hadir);
    process.kill(pid, 'SIGSTOP'); // nothing comes and nothing goes
    await hub.getByText('Menyambung lagi…').waitFor({ timeout: 20_000 });
    process.kill(pid, 'SIGCONT');
    await hub.getByText('Menyambung lagi…').waitFor({ state: 'detached', timeout: 30_000 });
    await moves(leader, large, 'the leader', 90_000); // whoever gave up pictures for the line takes them again later
    await moves(sos, heard, 'another head', 90_000);
  });

  await t.test('a killed video server comes back with all pictures', async () => {
    process.kill(await janusOf(scene.hadir), 'SIGKILL');
    await until(async () => (await (await scene.hadir.fetch('/metrics')).text).match(/video_starts_total 2/), 'the second start');
    await moves(leader, large, 'the leader', 90_000);
    await moves(wall, '.call .tile', 'the wall', 90_000);
  });

  await t.test('the room of video ends with the inspection', async () => {
    await scene.act('close', { text: 'Selesai' });
    await hub.getByRole('heading', { name: 'Sidak selesai' }).waitFor();
    await hub.locator('.heard').waitFor({ state: 'detached' });
    await leader.getByText('Sidak sudah ditutup').waitFor();
    assert.equal(await leader.locator('video').count(), 0);
  });
});

test('without a video server the session goes on', { timeout: 90_000 }, async (t) => {
  const scene = await makeStage(t, async () => ['--janus', 'off']);
  await scene.act('open', {});
  const browser = await openBrowser(t, CAMERAS);
  const leader = await seeStage(t, browser, scene, scene.leader, DESK);
  const phone = await seeStage(t, browser, scene, scene.heads[0]);
  await leader.getByText('Video dimatikan pada server ini.').waitFor();
  await phone.getByText('Video dimatikan pada server ini.').waitFor();
  await leader.getByRole('button', { name: 'Panggil Dinas Perhubungan' }).last().click();
  await phone.getByRole('heading', { name: 'Anda dipanggil' }).waitFor();
  await phone.fill('#head-name', 'Sekretaris Dinas');
  await phone.getByRole('button', { name: 'Saya hadir' }).click();
  await phone.getByRole('heading', { name: 'Anda sedang menjawab' }).waitFor();
  await leader.locator('.caller .now').getByText('Dinas Perhubungan').waitFor();
  await inspect(leader, 'stage-without');
  await inspect(phone, 'stage-head-without');
});

test('a room elsewhere is named before it is opened', { timeout: 120_000 }, async (t) => {
  const link = 'https://us02web.zoom.us/j/84120?pwd=Sidak';
  const scene = await makeStage(t, async () => ['--janus', 'off'], { agencies: 1, plan: { medium: link } });
  const browser = await openBrowser(t);
  const leader = await seeStage(t, browser, scene, scene.leader, DESK);
  const phone = await seeStage(t, browser, scene, scene.heads[0]);
  const way = (page) => page.getByRole('link', { name: 'Buka ruang di us02web.zoom.us' });
  await way(leader).waitFor();
  await inspect(leader, 'stage-outside-lobby');
  await scene.act('open', {});
  for (const page of [leader, phone]) {
    await way(page).waitFor();
    assert.deepEqual(await way(page).evaluate((node) => [node.href, node.target, node.rel]), [link, '_blank', 'noopener noreferrer']);
    assert.equal(await page.locator('video').count(), 0);
  }
  await leader.locator('.floor').getByText('Video lewat us02web.zoom.us').waitFor();
  await inspect(leader, 'stage-outside');
  await inspect(phone, 'stage-outside-head');
});
