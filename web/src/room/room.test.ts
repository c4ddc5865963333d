import assert from 'node:assert/strict';
import test from 'node:test';

import { apply, difference, plan, type Member, type Room } from './room';

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  name: id,
  role: 'head',
  tag: '',
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
  streams: [
    { mid: '0', medium: 'sound', about: '', simulcast: false },
    { mid: '1', medium: 'picture', about: '', simulcast: true },
  ],
  ...more,
});
const room = (members: Member[], floor = ''): Room => ({
  room: 'r',
  floor,
  ready: true,
  records: false,
  members,
});

test('a room follows its events', () => {
  let now = apply(undefined, 'snapshot', room([member('a')]));
  now = apply(now, 'member', member('b', { hand: true }));
  now = apply(now, 'floor', { member: 'b', text: '', on: true });
  assert.deepEqual([now.floor, now.members.map(({ id }) => id)], ['b', ['a', 'b']]);
  now = apply(now, 'member', member('b', { hand: false }));
  assert.equal(now.members[1]?.hand, false);
  now = apply(now, 'ready', { member: '', text: '', on: false });
  assert.equal(now.ready, false);
  assert.deepEqual(
    apply(now, 'reset', { member: '', text: '', on: false }).members[0]?.streams,
    [],
  );
  now = apply(now, 'recording', { member: '', text: '', on: true });
  assert.equal(now.records, true);
  now = apply(now, 'gone', { member: 'b', text: 'left', on: false });
  assert.deepEqual([now.floor, now.members.length], ['', 1]);
  assert.equal(apply(now, 'said', { member: 'a', text: 'Halo', on: false }), now);
});

test('everybody is heard, and as many are seen as fit', () => {
  const sixty = Array.from({ length: 60 }, (_, index) => member(`m${index}`));
  const leader = member('leader', { rights: ['watch', 'publish', 'moderate'] });
  const { wishes, size } = plan(room([...sixty, leader], 'm7'), 'm0', {
    small: 6,
    soundOnly: false,
  });
  assert.equal(wishes.filter(({ mid }) => mid === '0').length, 60);
  assert.equal(wishes.filter(({ mid }) => mid === '1').length, 7);
  assert.deepEqual([size('m7'), size('leader'), size('m1'), size('m50')], [2, 1, 0, -1]);
});

test('sound only is sound only, and oneself is never received', () => {
  const { wishes, size } = plan(room([member('a'), member('b')]), 'a', {
    small: 6,
    soundOnly: true,
  });
  assert.deepEqual([...new Set(wishes.map(({ feed }) => feed))], ['b']);
  assert.equal(size('b'), -1);
});

test('only what differs is asked for', () => {
  const received = [
    { mid: '0', medium: 'sound', feed: 'a', feed_mid: '0', active: true },
    { mid: '1', medium: 'picture', feed: 'a', feed_mid: '1', active: true },
    { mid: '2', medium: 'sound', feed: '', feed_mid: '', active: false },
  ];
  const wanted = [
    { feed: 'a', mid: '0' },
    { feed: 'b', mid: '0' },
  ];
  assert.deepEqual(difference(wanted, received), {
    begin: [{ feed: 'b', mid: '0' }],
    end: [{ feed: 'a', mid: '1' }],
  });
});
