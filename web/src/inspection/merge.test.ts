import assert from 'node:assert/strict';
import test from 'node:test';

import { mergeRoom, newer } from './merge';
import type { AgencyRow, Room } from './types';

const row = (code: string, place: number, more: Partial<AgencyRow> = {}) =>
  ({ code, place, name: code, state: 'waiting', ...more }) as AgencyRow;

const room = {
  inspection: '20210517-1',
  number: 7,
  at: '2021-05-17T09:14:26+07:00',
  called: '',
  next: ['A', 'B', 'C'],
  progress: { agencies: 3, waiting: 3, done: 0 },
  agencies: [row('A', 1), row('B', 2), row('C', 3)],
  instructions: [],
} as unknown as Room;

test('a change replaces the members it names and leaves the others', () => {
  const after = mergeRoom(room, {
    inspection: room.inspection,
    number: 8,
    at: '2021-05-17T09:14:27+07:00',
    called: 'A',
    next: ['B', 'C'],
  });
  assert.equal(after.called, 'A');
  assert.equal(after.number, 8);
  assert.deepEqual(after.next, ['B', 'C']);
  assert.equal(after.progress, room.progress);
  assert.equal(after.agencies, room.agencies);
  assert.equal(room.called, '');
});

test('rows of agencies come by code, each whole', () => {
  const after = mergeRoom(room, {
    inspection: room.inspection,
    number: 8,
    at: room.at,
    agencies: [row('B', 2, { state: 'called', calls: 1 })],
  });
  assert.deepEqual(
    after.agencies.map(({ code, state }) => [code, state]),
    [
      ['A', 'waiting'],
      ['B', 'called'],
      ['C', 'waiting'],
    ],
  );
  assert.equal(after.agencies[0], room.agencies[0]);
});

test('a new order of calling moves the rows', () => {
  const after = mergeRoom(room, {
    inspection: room.inspection,
    number: 8,
    at: room.at,
    agencies: [row('C', 1), row('A', 2), row('B', 3)],
  });
  assert.deepEqual(
    after.agencies.map(({ code }) => code),
    ['C', 'A', 'B'],
  );
});

test('an answer that the stream has overtaken changes nothing', () => {
  const late = { ...room, number: 6 };
  assert.equal(newer(room, late), room);
  assert.equal(newer(room, { ...room, number: 8 }).number, 8);
  assert.equal(newer(null, late), late);
  const other = { ...late, inspection: '20210601-1' };
  assert.equal(newer(room, other), other);
});
