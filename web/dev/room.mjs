// Plays the room of video for the mock: members that sit there, and answers that camera.js understands
// instead of a video server. The stage says which video there is.
import { CODE } from './fixtures-inspection.mjs';
import { now } from './inspection.mjs';

const ROOM = `sidak-${CODE}`;
const ME = 'saya';
const watchers = new Set();
let held = null;

export const reset = () => (held = null);

const sound = { mid: '0', medium: 'sound', about: '', simulcast: false };
const picture = { mid: '1', medium: 'picture', about: '', simulcast: true };

const member = (id, name, more = {}) => ({
  id,
  name,
  role: 'head',
  tag: '',
  rights: ['watch', 'publish'],
  muted: ['sound'],
  asked: [],
  quality: 4,
  waits: false,
  hand: false,
  talks: false,
  sound_only: false,
  microphone: true,
  camera: true,
  streams: [sound, picture],
  ...more,
});

const leader = { role: 'leader', rights: ['watch', 'publish', 'moderate'], muted: [] };
const parts = {
  leader: ['Wakil Wali Kota', leader],
  team: ['Kepala BKPSDMD', { role: 'team', muted: [] }],
  head: ['Dinas Perhubungan', { tag: 'DISHUB', quality: 3 }],
  deputy: ['Dinas Perhubungan', { role: 'deputy', tag: 'DISHUB', quality: 3 }],
  wall: ['Layar', { role: 'wall', rights: ['watch'] }],
  listener: ['Pers', { role: 'listener', rights: ['watch'] }],
};

/** Sixty agencies: most with a picture, some with a voice, a few not here. */
function agencies(stage) {
  return now(stage)
    .agencies.filter((_, i) => i % 11 !== 7)
    .map(({ code, name }, i) => {
      const streams = i % 9 === 5 ? [sound] : i % 13 === 6 ? [] : [sound, picture];
      const called = code === 'DISHUB' && { talks: true, muted: [], streams: [sound, picture] };
      return member(`m${i}`, name, { tag: code, streams, quality: 2 + (i % 3), ...called });
    });
}

function begin(stage, part) {
  const [name, more] = parts[part] ?? parts.listener;
  const mine = member(ME, name, { ...more, streams: [], waits: stage.video === 'lobby' });
  const others = [
    ...(part === 'leader' ? [] : [member('leader', ...parts.leader)]),
    ...(part === 'team' ? [] : [member('team', ...parts.team)]),
    ...agencies(stage).filter(({ tag }) => !tag || tag !== mine.tag),
  ].map((one) => (one.name === 'Dinas Sosial' ? { ...one, hand: true } : one));
  return {
    received: [],
    room: {
      room: ROOM,
      floor: others.find(({ tag }) => tag === 'DISHUB')?.id ?? '',
      ready: stage.video !== 'dark',
      records: stage.video === 'recorded',
      members: [mine, ...others],
    },
  };
}
function room(stage) {
  const part = stage.openWall ? 'wall' : stage.part;
  const key = `${part} ${stage.video} ${stage.session}`;
  if (held?.key !== key) held = { key, ...begin(stage, part) };
  return held.room;
}

let number = 1;
const tell = (name, data) => {
  for (const say of watchers) say(name, data);
};
const news = (id, text, on) => ({ member: id, text, on });

/** Change a member as told, and let everybody know. */
function change(stage, id, by) {
  const found = room(stage).members.find((one) => one.id === id);
  if (!found) return;
  Object.assign(found, by);
  tell('member', found);
}

export function stream(stage, request, response, policy) {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Content-Security-Policy': policy,
  });
  const say = (name, data) =>
    response.write(`id: ${(number += 2)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  watchers.add(say);
  say('snapshot', room(stage));
  request.on('close', () => watchers.delete(say));
}

/** How the video server is. */
export const health = (stage) => ({
  state: stage.video === 'missing' ? 'missing' : 'ready',
  starts: 1,
  rooms: 1,
  members: room(stage).members.length,
  senders: room(stage).members.filter(({ streams }) => streams.length > 0).length,
  outside: false,
});

/** What is received from now on; camera.js makes the tracks of it. */
function watch(stage, { subscribe = [], unsubscribe = [] }) {
  const is = (wish) => (one) => one.feed === wish.feed && one.feed_mid === wish.mid;
  for (const wish of unsubscribe)
    for (const one of held.received.filter(is(wish))) one.active = false;
  for (const { feed, mid } of subscribe) {
    const sender = room(stage).members.find(({ id }) => id === feed);
    const { medium } = sender?.streams.find((one) => one.mid === mid) ?? sound;
    held.received.push({
      mid: String(held.received.length),
      medium,
      feed,
      feed_mid: mid,
      active: true,
    });
  }
  const name = (feed) => room(stage).members.find(({ id }) => id === feed)?.name ?? '';
  const sdp = JSON.stringify(
    held.received.map(({ mid, medium, feed }) => ({ mid, medium, name: name(feed) })),
  );
  return [200, { sdp, streams: held.received }];
}

const orders = {
  mute: (stage, { member: id, on }) => {
    const those = id ? [id] : room(stage).members.map((one) => one.id);
    for (const one of those)
      if (one !== ME) change(stage, one, { muted: on ? ['sound'] : [], talks: false });
  },
  floor: (stage, { member: id = '', on }) => {
    room(stage).floor = on ? id : '';
    tell('floor', news(on ? id : '', '', on));
  },
  record: (stage, { on }) => {
    room(stage).records = on;
    tell('recording', news('', '', on));
  },
  remove: (stage, { member: id }) => {
    room(stage).members = room(stage).members.filter((one) => one.id !== id);
    tell('gone', news(id, 'removed', false));
  },
};

const answers = {
  publish: (stage) => {
    setTimeout(() => change(stage, ME, { streams: [sound, picture] }), 50);
    return [200, { sdp: '[]' }];
  },
  watch,
  hand: (stage, { raised }) => change(stage, ME, { hand: raised }),
  sayings: (stage, { text }) => tell('said', news(ME, text, false)),
  orders: (stage, body) => orders[body.order]?.(stage, body),
};

/** What a write answers, [status, body], or undefined when it is none of a room. */
export function write(path, method, body, stage) {
  if (/^\/api\/inspections\/[^/]+\/ticket$/.test(path)) {
    if (stage.video === 'missing')
      return [
        503,
        { type: 'about:blank', title: '', status: 503, detail: '', code: 'unavailable' },
      ];
    return [201, { room: ROOM, ticket: 't', expires_at: '2021-05-17T09:15:00+07:00' }];
  }
  const [, , what, , , , last] = path.split('/');
  if (what !== 'rooms') return undefined;
  if (!last && method === 'POST') return [201, { member: ME, ice_servers: [] }];
  return (method === 'POST' && answers[last]?.(stage, body)) || [204];
}

/** The leader asks for the reader's microphone, as a call does. */
export const ask = (medium = 'sound') => tell('asked', news(ME, medium, true));
