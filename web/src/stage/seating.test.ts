import assert from 'node:assert/strict';
import test from 'node:test';

import type { Member, Room } from '../room/room';
import { refusalOf } from './devices';
import { stageKey } from './keys';
import { hands, largeOf, lobby, memberFor, microphoneOf, presenceOf, seatsOf } from './seating';

const sound = { mid: '0', medium: 'sound', about: '', simulcast: false };
const picture = { mid: '1', medium: 'picture', about: '', simulcast: true };
const screen = { mid: '2', medium: 'picture', about: 'screen', simulcast: false };
const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: id,
  role: 'head',
  tag: id.toUpperCase(),
  rights: ['watch', 'publish'],
  muted: [],
  asked: [],
  quality: null,
  waits: false,
  hand: false,
  talks: false,
  sound_only: false,
  microphone: true,
  camera: true,
  streams: [sound, picture],
  ...more,
});
const leader = member('leader', { tag: '', rights: ['watch', 'publish', 'moderate'] });
const room = (members: Member[], floor = ''): Room => ({
  room: 'r',
  floor,
  ready: true,
  records: false,
  members,
});
const stream = {} as MediaStream;
const own = { camera: null, screen: null, microphone: false };
const options = { yourself: 'Anda', own, pictures: () => stream, soundOnly: false };

test('large is a screen, else the floor, else the called agency, else who leads', () => {
  const all = [member('a'), member('b'), leader];
  assert.equal(largeOf(room(all, 'b'), 'a', 'B')?.id, 'b');
  assert.equal(largeOf(room(all), 'leader', 'A')?.id, 'a');
  assert.equal(largeOf(room(all), 'a', '')?.id, 'leader');
  const shown = member('c', { streams: [picture, screen] });
  assert.equal(
    largeOf(room([...all, { ...shown, tag: '' }], 'b'), 'a', '')?.id,
    'c',
    'of the team',
  );
  assert.equal(largeOf(room([...all, shown], 'b'), 'a', '')?.id, 'b', 'out of turn');
  assert.equal(largeOf(room([...all, shown], 'b'), 'a', 'C')?.id, 'c', 'in its turn');
  assert.equal(largeOf(room(all), 'leader', ''), null, 'who leads looks at nobody by default');
});

test('nobody is large to himself', () => {
  const all = [member('a'), member('b'), leader];
  assert.equal(largeOf(room(all, 'a'), 'a', 'A')?.id, 'leader');
});

test('an agency that is in the room twice is the one that is seen', () => {
  const all = [member('ghost', { tag: 'A', streams: [] }), member('a'), member('a2', { tag: 'A' })];
  assert.equal(memberFor(room(all), 'A')?.id, 'a');
  assert.equal(memberFor(room(all, 'a2'), 'A')?.id, 'a2');
  assert.equal(memberFor(room(all), ''), null);
});

test('who waits outside has no seat', () => {
  const all = [member('a', { waits: true }), member('b', { hand: true }), leader];
  assert.deepEqual(
    seatsOf(room(all), 'leader', options).map(({ id }) => id),
    ['leader', 'b'],
  );
  assert.deepEqual([lobby(room(all))[0]?.id, hands(room(all))[0]?.id], ['a', 'b']);
  assert.equal(presenceOf(room(all), 'A'), 'away');
});

test('the reader sits first, called by no name, and a listener sits nowhere', () => {
  const all = [member('a'), leader, member('press', { rights: ['watch'], streams: [] })];
  assert.deepEqual(
    seatsOf(room(all), 'a', options).map(({ name, own }) => [name, own]),
    [
      ['Anda', true],
      ['leader', false],
      ['press', false],
    ],
  );
  assert.equal(seatsOf(room(all), 'press', options).length, 2);
});

test('a seat says what is seen of it', () => {
  const shown = (more: Partial<Member>, pictures = (): MediaStream | null => null, only = false) =>
    seatsOf(room([member('a', more)]), 'me', { ...options, pictures, soundOnly: only })[0]?.shown;
  assert.equal(
    shown({}, () => stream),
    'video',
  );
  assert.equal(shown({}), 'connecting');
  assert.equal(shown({ streams: [sound] }), 'voice');
  assert.equal(shown({ streams: [] }), 'none');
  assert.equal(
    shown({}, () => stream, true),
    'none',
    'pictures that are not received',
  );
});

test('a microphone is heard that is sent, switched on and silenced by nobody', () => {
  assert.equal(microphoneOf(member('a')), true);
  assert.equal(microphoneOf(member('a', { microphone: false })), false);
  assert.equal(microphoneOf(member('a', { streams: [] })), false);
  assert.equal(microphoneOf(member('a', { muted: ['sound'] })), false);
});

test('a camera that is switched off is not waited for', () => {
  const seat = (more: Partial<Member>) =>
    seatsOf(room([member('a', { camera: false, ...more })]), 'me', options)[0];
  assert.deepEqual([seat({})?.shown, seat({})?.stream], ['voice', null]);
  assert.equal(seat({ microphone: false })?.shown, 'none');
  assert.equal(seat({ streams: [sound, screen] })?.shown, 'video', 'a screen is no camera');
});

test('keys of the room need Alt alone', () => {
  const key = (code: string, more = {}) =>
    stageKey({ code, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
  assert.equal(key('KeyM'), 'microphone');
  assert.equal(key('KeyP'), null, 'calls the next agency');
  assert.equal(key('KeyM', { ctrlKey: true }), null);
});

test('what a browser refuses has a cause that can be told', () => {
  assert.equal(refusalOf({ name: 'NotAllowedError' }), 'denied');
  assert.equal(refusalOf({ name: 'NotFoundError' }), 'missing');
  assert.equal(refusalOf({ name: 'NotReadableError' }), 'busy');
  assert.equal(refusalOf(undefined), 'failed');
});
