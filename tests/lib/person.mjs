// person.mjs - somebody in a room of video, in a real browser with a fake camera.
//
//   const scene = { t, hadir, browser: await openCameras(t), script: await client() };
//   const leader = await Person.enter(scene, 'walikota', { role: 'moderator', account: 'leader' });
//   await leader.sees([head]);
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { until } from './hadir.mjs';
import { addAccount, ticketFor } from './room.mjs';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '../../web');
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
  '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection', '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** The client's own modules, for a page without any of our screens. */
export async function client() {
  const { build } = createRequire(join(WEB, 'package.json'))('esbuild');
  const contents = `
    import { Meeting } from './meeting';
    import { context } from '../api/client';
    Object.assign(globalThis, { Meeting, context });`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(WEB, 'src/room'), loader: 'ts' }, bundle: true, write: false, format: 'iife', target: 'chrome100',
  });
  return outputFiles[0].text;
}

/** A browser with fake cameras; closed when the test ends. */
export async function openCameras(t) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
  t.after(() => browser.close());
  return browser;
}

/** For a page that may send and receive through a relay alone. */
function relayOnly() {
  const Plain = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Plain {
    constructor(given) {
      super({ ...given, iceTransportPolicy: 'relay' });
      (globalThis.connections ??= []).push(this);
    }
  };
}

/** A browser page in a room, with a camera if it sends one. */
export class Person {
  static async enter({ t, hadir, browser, script, room = 'rapat' }, account, options = {}) {
    const person = new Person();
    person.who = options.who ?? (await addAccount(hadir, account, options.account ?? 'head'));
    await hadir.settle(person.who);
    const context = await browser.newContext({ bypassCSP: true });
    t.after(() => context.close());
    if (options.relay) await context.addInitScript(relayOnly);
    person.page = await context.newPage();
    person.requests = [];
    person.page.on('response', (response) => person.requests.push(response));
    await person.page.goto(`${hadir.url}/masuk`);
    await person.page.addScriptTag({ content: script });
    const ticket = options.ticket ?? (await ticketFor(hadir, room, account, options));
    person.id = await person.page.evaluate(async ([who, ticket, camera, room]) => {
      const headers = { 'Content-Type': 'application/json' };
      await fetch('/api/sessions', { method: 'POST', headers, body: JSON.stringify(who) });
      globalThis.context.csrf = (await (await fetch('/api/session')).json()).csrf;
      const me = (globalThis.me = { arrivals: [], news: [], over: '', quality: [] });
      me.meeting = await globalThis.Meeting.enter(room, ticket, {
        room: (room) => (me.room = room),
        arrivals: (arrivals) => (me.arrivals = arrivals),
        news: (name, news) => me.news.push([name, news.text]),
        quality: (quality, soundOnly) => me.quality.push([quality, soundOnly]),
        over: (why) => (me.over = why),
      });
      if (!camera) return me.meeting.member;
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      while (!me.room?.ready) await wait(50);
      const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 640, height: 360 } });
      await me.meeting.send(media.getTracks().map((track) => ({ track })));
      return me.meeting.member;
    }, [person.who, ticket, !['listener', 'press'].includes(options.role), room]);
    return person;
  }

  pictures() {
    return this.page.evaluate(() => globalThis.me.meeting.pictures());
  }

  /** The pictures of these come, and go on coming. */
  async sees(others, timeoutMs = 20_000) {
    const first = await until(async () => {
      const now = await this.pictures();
      return others.every(({ id }) => now[id] > 0) && now;
    }, `the pictures of ${others.length}`, timeoutMs);
    await until(async () => {
      const now = await this.pictures();
      return others.every(({ id }) => now[id] > first[id]);
    }, 'pictures that move', timeoutMs);
  }

  order(order) {
    return this.page.evaluate((body) => globalThis.me.meeting.signals.order(body), order);
  }

  told(what) {
    return this.page.evaluate((name) => globalThis.me[name], what);
  }
}
