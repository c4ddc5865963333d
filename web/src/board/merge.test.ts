import assert from 'node:assert/strict';
import test from 'node:test';

import type { Board } from '../api/types';
import { mergeBoard } from './merge';

const board = {
  event: 1,
  at: '2021-05-17T07:46:12+07:00',
  wfo: 5789,
  arrivals: {
    from: '06:00',
    minutes: [
      ['07:29', 136, 0],
      ['07:30', 140, 0],
    ],
  },
  agencies: [
    { code: 'a', name: 'A', short: '', counts: { waiting: 3 } },
    { code: 'b', name: 'B', short: '', counts: { waiting: 5 } },
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

test('agencies are merged by code, keep their order, and new ones follow', () => {
  const changed = [
    { code: 'c', name: 'C' },
    { code: 'b', counts: { waiting: 4 } },
  ] as unknown as Board['agencies'];
  const after = mergeBoard(board, { ...head, agencies: changed });
  assert.deepEqual(
    after.agencies.map((agency) => [agency.code, agency.counts?.waiting]),
    [
      ['a', 3],
      ['b', 4],
      ['c', undefined],
    ],
  );
  assert.equal(after.agencies[1]?.name, 'B');
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
