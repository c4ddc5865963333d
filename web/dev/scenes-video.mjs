// The moments of the room of video that are looked at, as in scenes.mjs.
import { ask } from './room.mjs';

const phone = { width: 390, height: 844 };
const tablet = { width: 1366, height: 1024 };
const ROOM = '/sidak/20210517-1';
const opd = `${ROOM}/opd`;
const read = ['inspection.read', 'inspection.answer'];
const team = [...read, 'inspection.work', 'inspection.lead', 'inspection.plan'];
const heads = { role: 'head', permissions: read, part: 'head', agency: 'DISHUB' };

export const video = {
  'room-people': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    act: (page) => page.click('.controls .calls'),
  },
  'room-chat': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team, video: 'recorded' },
    act: async (page) => {
      await page.click('.controls [aria-label="Hidupkan kamera"]');
      await page.click('.controls [aria-label="Percakapan"]');
      await page.fill('#stage-saying', 'Mohon data Terminal Alam Barajo');
      await page.keyboard.press('Enter');
    },
    wait: 900,
  },
  'room-settings': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    act: (page) => page.click('.controls [aria-label="Perangkat dan sambungan"]'),
  },
  'room-without': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team, video: 'missing' },
    wait: 900,
  },
  'room-dark-video': {
    path: ROOM,
    size: tablet,
    theme: 'dark',
    stage: { permissions: team, video: 'dark' },
    wait: 900,
  },
  'head-asked': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: phone,
    act: async (page) => {
      await page.click('.heard ~ .button');
      await page.waitForSelector('.heard video');
      ask();
    },
  },
  'head-chat': {
    path: opd,
    stage: { ...heads, session: 'called', video: 'recorded' },
    size: phone,
    theme: 'dark',
    act: async (page) => {
      await page.click('.bar button:nth-child(4)');
      await page.fill('#stage-saying', 'Kami sedang memeriksa');
      await page.keyboard.press('Enter');
    },
  },
  'head-lobby': { path: opd, stage: { ...heads, video: 'lobby' }, size: phone },
  'head-without': { path: opd, stage: { ...heads, video: 'missing' }, size: phone },
};
