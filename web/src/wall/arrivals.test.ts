import assert from 'node:assert/strict';
import test from 'node:test';

import { HEIGHT, WIDTH, chart, gridSteps } from './arrivals';

const minutes = (list: [string, number, number][]) => ({ from: '06:00', minutes: list });

test('the lines are round and the last one is not below the highest bar', () => {
  assert.deepEqual(gridSteps(144), [50, 100, 150]);
  assert.deepEqual(gridSteps(96), [50, 100]);
  assert.deepEqual(gridSteps(0), [5, 10]);
  assert.deepEqual(gridSteps(3), [5, 10]);
  for (const most of [1, 7, 11, 39, 40, 41, 399, 5789, 60_000]) {
    assert.ok((gridSteps(most).at(-1) ?? 0) >= most, String(most));
  }
});

test('at 07.46 the chart has 107 minutes, each an equal part of the width', () => {
  const drawn = chart(minutes([['07:16', 144, 0]]), '07:30', '07:46');
  assert.equal(drawn.to, '07:46');
  assert.equal(drawn.bars[0]?.x.toFixed(1), ((76 * WIDTH) / 107 + (WIDTH / 107) * 0.1).toFixed(1));
  assert.equal(drawn.bars[0]?.onTime.toFixed(1), ((144 / 150) * HEIGHT).toFixed(1));
  assert.deepEqual(drawn.peak, { time: '07:16', people: 144 });
  assert.deepEqual(
    drawn.labels.map((label) => label.time),
    ['06:00', '06:30', '07:00', '07:30', '07:46'],
  );
});

test('early in the morning there is already room for the limit', () => {
  const drawn = chart(minutes([]), '07:30', '06:02');
  assert.equal(drawn.to, '07:40');
  assert.ok(drawn.limit !== null && drawn.limit < WIDTH);
  assert.equal(drawn.peak, null);
});

test('a whole day is drawn in steps of five minutes and nobody is lost', () => {
  const list: [string, number, number][] = [
    ['07:28', 10, 0],
    ['07:29', 5, 0],
    ['15:59', 0, 2],
  ];
  const drawn = chart(minutes(list), '07:30', '16:30');
  assert.equal(drawn.step, 5);
  assert.equal(drawn.bars.length, 2);
  assert.deepEqual(drawn.peak, { time: '07:25', people: 15 });
});

test('minutes after the end or before the first are not drawn outside the frame', () => {
  const drawn = chart(
    minutes([
      ['05:50', 4, 0],
      ['09:00', 1, 0],
    ]),
    '07:30',
    '07:46',
  );
  assert.equal(drawn.bars.length, 0);
});
