// The moments that are looked at: a path, what the mock server plays, a size, and what is done first.
const wall = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };

export const scenes = {
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
};
