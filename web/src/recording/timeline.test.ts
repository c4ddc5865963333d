import assert from 'node:assert/strict';
import test from 'node:test';

import { chapterAt, chapterFrom, nextThere, playKey, sceneAt, startOf } from './timeline';
import type { Chapter, Film, Recording } from './timeline';

const film = (member: string, medium: string, from: number, lasts: number): Film => ({
  film: `${member}-${medium}-${from}`,
  member,
  medium,
  from,
  lasts,
  bytes: 1,
  rotation: 0,
});
const chapter = (agency: string, from: number, lasts: number): Chapter => ({
  agency,
  from,
  called_at: new Date(1_000_000 + from).toISOString(),
  answered_at: null,
  stated_at: null,
  ended_at: new Date(1_000_000 + from + lasts).toISOString(),
  state: 'answered',
  by: '',
  post: '',
});
const recording: Recording = {
  inspection: '20210517-1',
  state: 'ready',
  begins_at: new Date(1_000_000).toISOString(),
  lasts: 100_000,
  films_waiting: 0,
  films_failed: 0,
  can_make: true,
  keep_days: 30,
  keep_is_usual: true,
  kept_to: null,
  periods: [],
  members: [
    { member: 'lead', name: 'Wali Kota', role: 'leader', agency: '' },
    { member: 'a', name: 'Dinas A', role: 'head', agency: 'A' },
    { member: 'b', name: 'Dinas B', role: 'head', agency: 'B' },
  ],
  films: [
    film('lead', 'sound', 0, 60_000),
    film('lead', 'picture', 1000, 59_000),
    film('a', 'sound', 10_000, 20_000),
    film('a', 'picture', 10_000, 20_000),
    film('a', 'screen', 15_000, 5000),
    film('b', 'sound', 12_000, 40_000),
    film('b', 'picture', 80_000, 20_000),
  ],
  floor: [
    { member: 'a', from: 9000 },
    { member: 'b', from: 40_000 },
    { member: '', from: 50_000 },
  ],
  chapters: [chapter('Z', -9000, 4000), chapter('A', -1000, 31_000), chapter('B', 40_000, 9000)],
};

test('whoever has the floor is seen, and heard with the leader', () => {
  const told = (at: number) => {
    const { member, picture, sounds } = sceneAt(recording, at);
    return [member, picture?.medium ?? null, sounds.map((sound) => sound.member)];
  };
  assert.deepEqual(told(500), ['', null, ['lead']]);
  assert.deepEqual(told(2000), ['lead', 'picture', ['lead']]);
  assert.deepEqual(told(9500), ['lead', 'picture', ['lead']], 'before the first picture of a');
  assert.deepEqual(told(11_000), ['a', 'picture', ['lead', 'a']]);
  assert.deepEqual(told(16_000), ['a', 'screen', ['lead', 'a']]);
  assert.deepEqual(told(45_000), ['b', null, ['lead', 'b']], 'sound alone');
  assert.deepEqual(told(55_000), ['lead', 'picture', ['lead']]);
  assert.deepEqual(told(70_000), ['', null, []]);
  assert.deepEqual(told(85_000), ['b', 'picture', []]);
});

test('where nothing was recorded it goes on with what comes next', () => {
  assert.equal(nextThere(recording, 5000), 5000);
  assert.equal(nextThere(recording, 70_000), 80_000);
  assert.equal(nextThere(recording, 100_000), 100_000);
});

test('chapters are gone to where they were recorded', () => {
  assert.deepEqual(
    recording.chapters.map((one) => startOf(recording, one)),
    [null, 0, 40_000],
  );
  assert.deepEqual(
    [0, 39_999, 40_000, 99_999].map((at) => chapterAt(recording, at)),
    [1, 1, 2, 2],
  );
  assert.equal(chapterFrom(recording, 5000, 1), 40_000);
  assert.equal(chapterFrom(recording, 45_000, 1), null);
  assert.equal(chapterFrom(recording, 45_000, -1), 40_000);
  assert.equal(chapterFrom(recording, 40_500, -1), 0);
});

test('keys play, seek and step', () => {
  const key = (name: string, more = {}) =>
    playKey({ altKey: false, ctrlKey: false, metaKey: false, key: name, ...more });
  assert.deepEqual(
    [' ', 'ArrowLeft', 'ArrowRight', 'n', 'p', 'x'].map((name) => key(name)),
    ['play', 'back', 'on', 'next', 'previous', null],
  );
  assert.equal(key('ArrowLeft', { altKey: true }), null);
});
