import assert from 'node:assert/strict';
import test from 'node:test';

import type { Board } from '../api/types';
import { mergeBoard } from './merge';

const board = {
  event: 1,
  at: '2021-05-17T07:46:12+07:00',
  wfo: 5789,
  counts: { strength: 8, waiting: 8, on_time: 0, present_percent: '0.00' },
  attention: [],
  arrivals: {
    from: '06:00',
    minutes: [
      ['07:29', 136, 0],
      ['07:30', 140, 0],
    ],
  },
  agencies: [
    { code: 'a', name: 'Dinas A', short: 'A', counts: { strength: 3, waiting: 3, on_time: 0 } },
    {
      code: 'b',
      name: 'Dinas B',
      short: 'B',
      counts: { strength: 5, waiting: 5, on_time: 0 },
      own_counts: { strength: 2, waiting: 2, on_time: 0 },
    },
  ],
} as unknown as Board;

const head = { event: 2, at: board.at, day: '2021-05-17' };

test('a member that changed replaces the earlier one and the others stay', () => {
  const after = mergeBoard(board, { ...head, event: 2, wfo: 5788 });
  assert.equal(after.event, 2);
  assert.equal(after.wfo, 5788);
  assert.equal(after.at, board.at);
  assert.equal(board.wfo, 5789);
});

test('of counts only what changed is told, and the rest stays', () => {
  const after = mergeBoard(board, {
    ...head,
    counts: { waiting: 7, on_time: 1, present_percent: '12.50' },
  });
  assert.deepEqual(after.counts, {
    strength: 8,
    waiting: 7,
    on_time: 1,
    present_percent: '12.50',
  });
  assert.equal(board.counts.waiting, 8);
});

test('agencies are merged by code, and keep their order, their names and what did not change', () => {
  const after = mergeBoard(board, {
    ...head,
    agencies: [{ code: 'b', counts: { waiting: 4, on_time: 1 }, own_counts: { waiting: 1 } }],
  });
  assert.equal(after.agencies[0], board.agencies[0]);
  assert.deepEqual(after.agencies[1], {
    code: 'b',
    name: 'Dinas B',
    short: 'B',
    counts: { strength: 5, waiting: 4, on_time: 1 },
    own_counts: { strength: 2, waiting: 1, on_time: 0 },
  });
});

test('a change further down leaves the own people of an agency as they were', () => {
  const after = mergeBoard(board, { ...head, agencies: [{ code: 'b', counts: { waiting: 4 } }] });
  assert.equal(after.agencies[1]?.own_counts?.waiting, 2);
});

test('rows that need attention get their names from the snapshot', () => {
  const row = { agency: 'b', cause: 'waiting' as const, people: 4, of: 5 };
  const after = mergeBoard(board, { ...head, attention: [row] });
  assert.deepEqual(after.attention, [{ ...row, name: 'B' }]);
  assert.deepEqual(mergeBoard(after, { ...head, attention: [] }).attention, []);
});

test('minutes are merged by their time and stay in order', () => {
  const after = mergeBoard(board, {
    ...head,
    arrivals: {
      from: '06:00',
      minutes: [
        ['07:31', 0, 43],
        ['07:30', 141, 0],
        ['06:58', 12, 0],
      ],
    },
  });
  assert.deepEqual(after.arrivals.minutes, [
    ['06:58', 12, 0],
    ['07:29', 136, 0],
    ['07:30', 141, 0],
    ['07:31', 0, 43],
  ]);
  assert.equal(after.arrivals.from, '06:00');
});
