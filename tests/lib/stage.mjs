// stage.mjs - an inspection with its room of video, as its pages show it.
//
//   const scene = await makeStage(t, (hadir) => video(hadir));
//   const leader = await seeStage(t, browser, scene, scene.leader, DESK);
//   await scene.act('open', {});
//   await moves(leader, large, 'the leader');
import assert from 'node:assert/strict';

import { enter, openPage, smallCamera } from './browser.mjs';
import { Hadir, accountIn, until } from './hadir.mjs';
import { DAY, agency, at, open, person } from './office.mjs';

const CODES = ['DISHUB', 'DINSOS', 'DINKES', 'DISDIK'];
const NAMES = ['Dinas Perhubungan', 'Dinas Sosial', 'Dinas Kesehatan', 'Dinas Pendidikan'];
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1366, height: 1024 };

/** Where who speaks is large: at the leader, and at a head. */
export const large = '.floor > .tile';
export const heard = '.heard .tile:first-child';

/** Agencies, the first with most people missing, their heads, a leader, and an inspection of today. */
export async function makeStage(t, args, { agencies = CODES.length, plan = {} } = {}) {
  const codes = CODES.slice(0, agencies);
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, codes.map((code, i) => agency(code, { name: NAMES[i] })), [...codes, 'DISHUB'].map((code, i) => person(i + 1, code)));
  await hadir.serve({ clock: at('08:30'), args: await args(hadir) });
  await hadir.settle();
  const account = async (name, ...options) => {
    const somebody = accountIn((await hadir.run(['user', 'add', name, '--role', ...options])).stdout);
    await hadir.settle(somebody);
    return somebody;
  };
  const bkd = await hadir.signIn(await account('bkd', 'bkpsdm'));
  const leader = await account('wawako', 'leader');
  const heads = await Promise.all(codes.map((code) => account(`kadis.${code.toLowerCase()}`, 'head', '--agency', code)));
  const made = await bkd('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota', ...plan } });
  assert.equal(made.status, 201, made.text);
  const lead = await hadir.signIn(leader);
  const act = async (what, body) => {
    const reply = await lead(`/api/inspections/${made.json.inspection}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, 201, `${what}: ${reply.text}`);
  };
  return { hadir, leader, heads, act, path: `/sidak/${made.json.inspection}` };
}

/** Somebody's page of it: a head's own, or the leader's. */
export async function seeStage(t, browser, { hadir, path, leader }, who, size = PHONE) {
  const page = await openPage(t, browser, size);
  await smallCamera(page);
  await enter(page, hadir.url, who);
  await page.goto(hadir.url + path + (who === leader ? '' : '/opd'));
  return page;
}

/** The large picture of a page moves: frames are shown, and more of them after a while. */
export async function moves(page, where, what, timeoutMs = 15_000) {
  const picture = page.locator(`${where} video`).first();
  const shown = () => picture.evaluate((node) => node.getVideoPlaybackQuality().totalVideoFrames).catch(() => 0);
  let least = await until(shown, `${what}: a picture`, timeoutMs);
  await until(async () => {
    const now = await shown();
    least = Math.min(least, now); // a new picture counts from its beginning
    return now > least + 2;
  }, `${what}: a picture that moves`, timeoutMs);
}
