// The moments that are looked at: a path, what the mock server plays, a size, and what is done first.
import { after } from './scenes-after.mjs';
import { video } from './scenes-video.mjs';

const wall = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };
const read = ['inspection.read', 'inspection.answer'];
const plans = { permissions: [...read, 'inspection.work', 'inspection.plan'], part: 'team' };
const heads = { role: 'head', permissions: read, part: 'head', agency: 'DISHUB' };
const opd = '/sidak/20210517-1/opd';
const type = async (page) => {
  await page.fill('#l-all-present', '185');
  await page.fill('#l-all-permit', '4');
  await page.fill('#l-all-missing', '9');
};

const tablet = { width: 1366, height: 1024 };
const ROOM = '/sidak/20210517-1';
const team = [
  'inspection.read',
  'inspection.answer',
  'inspection.work',
  'inspection.lead',
  'inspection.plan',
];

export const scenes = {
  ...after,
  ...video,
  room: { path: ROOM, size: tablet, stage: { permissions: team }, wait: 900 },
  'room-dark': { path: ROOM, size: tablet, theme: 'dark', stage: { permissions: team }, wait: 900 },
  'room-small': {
    path: ROOM,
    size: { width: 1280, height: 800 },
    stage: { permissions: team },
    wait: 900,
  },
  'room-english': {
    path: ROOM,
    size: tablet,
    language: 'en',
    stage: { permissions: team },
    wait: 900,
  },
  'room-lobby': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team, session: 'planned' },
    wait: 900,
  },
  'room-open': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team, session: 'planned' },
    act: (page) => page.click('.masthead .button.main'),
  },
  'room-close': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    act: (page) => page.click('.masthead .button.grave'),
  },
  'room-closed': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team, session: 'closed' },
    wait: 900,
  },
  'room-telephone': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    act: (page) => page.click('.caller .again:has-text("Telepon")'),
  },
  'room-chosen': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    act: (page) => page.click('.pick:has-text("Dinas Sosial")'),
  },
  result: {
    path: `${ROOM}/hasil`,
    size: { width: 1440, height: 900 },
    whole: true,
    stage: { permissions: team, session: 'closed' },
    wait: 900,
  },
  'result-dark': {
    path: `${ROOM}/hasil`,
    theme: 'dark',
    language: 'en',
    stage: { permissions: team, session: 'closed' },
    wait: 900,
  },
  'result-phone': {
    path: `${ROOM}/hasil`,
    size: phone,
    stage: { permissions: team, session: 'closed' },
    wait: 900,
  },
  'room-stale': {
    path: ROOM,
    size: tablet,
    stage: { permissions: team },
    wait: 6500,
    act: async (page, stage) => {
      await page.waitForSelector('.evidence .compare');
      stage.feed = false;
    },
  },
  'room-phone': { path: ROOM, size: phone, whole: true, stage: { permissions: team }, wait: 900 },
  'wall-morning': { path: '/wall', size: wall, wait: 900 },
  'wall-stale': {
    path: '/wall',
    size: wall,
    wait: 6500,
    act: async (page, stage) => {
      await page.waitForSelector('.huge');
      stage.feed = false;
    },
  },
  'wall-early': { path: '/wall', size: wall, stage: { moment: 'early' } },
  'wall-closed': { path: '/wall', size: wall, stage: { moment: 'closed' } },
  'wall-english': { path: '/wall', size: wall, language: 'en' },
  'wall-4k': { path: '/wall', size: { width: 3840, height: 2160 } },
  'wall-connect': { path: '/wall', size: wall, stage: { wall: false } },
  door: { path: '/masuk', size: { width: 1280, height: 800 }, stage: { signedIn: false } },
  'door-wrong': {
    path: '/masuk',
    size: { width: 1280, height: 800 },
    stage: { signedIn: false },
    act: async (page) => {
      await page.fill('#door-account', '198804122011012004');
      await page.fill('#door-password', 'katasandi');
      await page.click('button[type=submit]');
      await page.waitForSelector('.problem');
    },
  },
  'door-dark': {
    path: '/masuk',
    size: { width: 1280, height: 800 },
    theme: 'dark',
    stage: { signedIn: false },
  },
  'door-phone': { path: '/masuk', size: phone, stage: { signedIn: false } },
  'door-must': { path: '/masuk', size: { width: 1280, height: 900 }, stage: { must: true } },
  missing: { path: '/tidak-ada' },
  sheet: {
    path: '/daftar-hadir/KEC-TLN/2021-06-10?pegawai=198804122011012004',
    size: { width: 1440, height: 1275 },
    whole: true,
    wait: 800,
  },
  'sheet-dark': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10?pegawai=198804122011012004',
    size: { width: 1440, height: 1275 },
    theme: 'dark',
    wait: 800,
  },
  'sheet-alone': { path: '/daftar-hadir/KEC-TLN/2021-06-10', print: true },
  'sheet-live': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    stage: { day: '2021-06-10' },
    wait: 900,
  },
  'sheet-stale': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    stage: { day: '2021-06-10' },
    wait: 6500,
    act: async (page, stage) => {
      await page.waitForTimeout(600);
      stage.feed = false;
    },
  },
  'sheet-print': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    size: { width: 1000, height: 700 },
    whole: true,
    act: async (page) => {
      await page.waitForSelector('.sheet .who');
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    },
  },
  'sheet-own': { path: '/daftar-hadir' },
  'sheet-phone': { path: '/daftar-hadir/KEC-TLN/2021-06-10', size: phone, whole: true },
  'sheet-phone-why': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10?pegawai=198804122011012004',
    size: phone,
    act: (page) => page.click('.raw-punch summary'),
  },
  'sheet-english': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    language: 'en',
    act: (page) => page.click('.help-mark'),
  },
  'sheet-picker': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    act: (page) => page.click('.title-row nav .button'),
  },
  'sheet-none': { path: '/daftar-hadir/RSUD/2021-06-10' },
  'sheet-missing': { path: '/daftar-hadir/XX/2021-06-10' },
  'sheet-no-match': {
    path: '/daftar-hadir/KEC-TLN/2021-06-10',
    act: (page) => page.fill('input[type=search]', 'zzz'),
  },
  menu: { path: '/daftar-hadir/KEC-TLN/2021-06-10', act: (page) => page.click('.account') },
  terminals: { path: '/mesin', size: { width: 1440, height: 1032 }, whole: true, wait: 900 },
  'terminals-dark': {
    path: '/mesin',
    size: { width: 1440, height: 1032 },
    theme: 'dark',
    wait: 900,
  },
  'terminals-phone': { path: '/mesin', size: phone, whole: true, wait: 900 },
  'terminals-pin': {
    path: '/mesin',
    act: (page) => page.click('.pair .button >> nth=1'),
  },
  'terminals-edit': { path: '/mesin', act: (page) => page.click('.link-who') },
  'terminals-review': {
    path: '/mesin',
    act: (page) => page.click('tr:has-text("Bakung Jaya"):has-text("1970") .button'),
  },
  'terminals-review-dark': {
    path: '/mesin',
    theme: 'dark',
    act: (page) => page.click('tr:has-text("Bakung Jaya"):has-text("1970") .button'),
  },
  'terminals-review-phone': {
    path: '/mesin',
    size: phone,
    act: (page) => page.click('tr:has-text("Bakung Jaya"):has-text("1970") .button'),
  },
  'terminals-move': {
    path: '/mesin',
    act: async (page) => {
      await page.click('.link-who');
      await page.selectOption('#terminal-agency', { index: 3 });
    },
  },
  'terminals-orders': {
    path: '/mesin',
    act: async (page) => {
      await page.click('.link-who');
      await page.waitForSelector('.orders li');
      await page.locator('.orders').scrollIntoViewIfNeeded();
    },
  },
  'terminals-code': {
    path: '/mesin',
    act: (page) => page.click('tr:has-text("HADIR-IRIS") .button'),
  },
  'terminals-refuse': {
    path: '/mesin',
    act: async (page) => {
      await page.click('.button.grave');
      await page.click('dialog .button.grave');
    },
  },
  recap: { path: '/rekap?dari=2021-05-17', whole: true },
  'recap-month': { path: '/rekap?bulan=2021-05', theme: 'dark' },
  'recap-phone': { path: '/rekap?dari=2021-05-17', size: phone, whole: true },
  'recap-wrong': { path: '/rekap?dari=2021-05-17&sampai=2021-05-10' },
  walls: { path: '/dinding' },
  'walls-wrong': {
    path: '/dinding',
    theme: 'dark',
    act: async (page) => {
      await page.fill('#wall-code', '111 222');
      await page.fill('#wall-name', 'Lobi');
      await page.click('.stack button');
      await page.waitForSelector('.problem');
    },
  },
  'walls-phone': { path: '/dinding', size: phone, whole: true },
  sidak: { path: '/sidak', stage: plans },
  'sidak-dark': { path: '/sidak', stage: plans, theme: 'dark' },
  'sidak-phone': { path: '/sidak', stage: plans, size: phone, whole: true },
  'sidak-empty': { path: '/sidak', stage: { ...plans, sessions: false } },
  'sidak-head': { path: '/sidak', stage: heads, size: phone },
  'sidak-withdraw': {
    path: '/sidak',
    stage: plans,
    act: (page) => page.click('.acts .grave'),
  },
  'sidak-deputy': {
    path: '/sidak',
    stage: plans,
    act: async (page) => {
      await page.click('.title-row .button >> nth=0');
      await page.click('dialog .main');
    },
  },
  'sidak-plan': { path: '/sidak/rencana', stage: plans, whole: true },
  'sidak-plan-wrong': {
    path: '/sidak/rencana?hari=2021-07-21&dasar=hari+kerja+pertama',
    stage: plans,
    theme: 'dark',
    whole: true,
    act: async (page) => {
      await page.fill('#plan-delegate', 'Sekretaris Daerah');
      await page.click('[value=link]');
      await page.click('[value=some]');
      await page.click('button[type=submit]');
    },
  },
  'sidak-change': { path: '/sidak/rencana/20210531-1', stage: plans, whole: true },
  'sidak-change-phone': {
    path: '/sidak/rencana/20210531-1',
    stage: plans,
    size: phone,
    whole: true,
  },
  'head-called': { path: opd, stage: { ...heads, session: 'called' }, size: phone },
  'head-typed': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: phone,
    whole: true,
    act: type,
  },
  'head-typed-dark': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: { width: 360, height: 740 },
    theme: 'dark',
    act: type,
  },
  'head-apart': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: phone,
    whole: true,
    act: async (page) => {
      await page.click('.segments button >> nth=1');
      await page.fill('#l-asn-present', '131');
      await page.click('.statement [type=submit]');
    },
  },
  'head-stated': { path: opd, stage: heads, size: phone, whole: true },
  'head-planned': { path: opd, stage: { ...heads, session: 'planned' }, size: phone },
  'head-closed': { path: opd, stage: { ...heads, session: 'closed' }, size: phone, whole: true },
  'head-cut': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: phone,
    wait: 800,
    act: async (page, stage) => {
      await type(page);
      stage.line = false;
      await page.click('.statement [type=submit]');
      await page.waitForSelector('.banner.cut');
    },
  },
  'head-desk': {
    path: opd,
    stage: { ...heads, session: 'called' },
    act: type,
  },
  'head-english': {
    path: opd,
    stage: { ...heads, session: 'called' },
    size: phone,
    language: 'en',
  },
  'wall-roll': { path: '/wall', size: wall, stage: { openWall: true }, wait: 1200 },
  'wall-roll-called': {
    path: '/wall',
    size: { width: 1280, height: 720 },
    stage: { openWall: true, session: 'called' },
    wait: 1200,
  },
  'wall-roll-english': {
    path: '/wall',
    size: { width: 3840, height: 2160 },
    stage: { openWall: true },
    language: 'en',
    wait: 1200,
  },
  'wall-roll-stale': {
    path: '/wall',
    size: wall,
    stage: { openWall: true },
    wait: 6500,
    act: async (page, stage) => {
      await page.waitForSelector('.line-up');
      stage.feed = false;
    },
  },
  own: { path: '/sidak/20210517-1/saya', size: phone },
  'own-dark': { path: '/sidak/20210517-1/saya', theme: 'dark', act: (page) => page.click('.main') },
  password: { path: '/sandi' },
  ui: { path: '/ui', whole: true, wait: 600 },
  'ui-phone': { path: '/ui', size: phone, whole: true, wait: 600 },
  forced: { path: '/daftar-hadir/KEC-TLN/2021-06-10', forced: true },
};
