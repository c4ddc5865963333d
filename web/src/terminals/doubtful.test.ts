import assert from 'node:assert/strict';
import test from 'node:test';

import type { Doubtful } from '../api/types';
import { complete, grouped, meant } from './doubtful';

const punch = (id: number, more: Partial<Doubtful> = {}): Doubtful => ({
  id,
  terminal: 'SN-1',
  terminal_name: 'Lobi',
  agency: 'A',
  pin: String(id),
  number: '',
  name: '',
  local_time: '1970-01-01 00:10:00',
  received_at: '2021-05-17T07:30:00+07:00',
  proposed_time: '2021-05-17 07:10:00',
  basis: 'drift',
  decision: null,
  true_time: '',
  reason: '',
  author: '',
  decided_at: null,
  ...more,
});

test('punches of one terminal and day are decided together, those that wait first', () => {
  const groups = grouped([
    punch(1, { decision: 'refused' }),
    punch(2),
    punch(3, { received_at: '2021-05-18T07:30:00+07:00' }),
    punch(4),
    punch(5, { terminal: 'SN-2', terminal_name: '' }),
  ]);
  assert.deepEqual(
    groups.map(({ name, decided, punches }) => [name, decided, punches.map(({ id }) => id)]),
    [
      ['Lobi', false, [2, 4]],
      ['Lobi', false, [3]],
      ['SN-2', false, [5]],
      ['Lobi', true, [1]],
    ],
  );
});

test('a time without its seconds is one at the full minute', () => {
  assert.equal(complete('2021-05-17 07:31:04'), '2021-05-17 07:31:04');
  assert.equal(complete(' 2021-05-17 07:31 '), '2021-05-17 07:31:00');
});

test('what was decided goes before what is proposed', () => {
  assert.equal(meant(punch(1)), '2021-05-17 07:10:00');
  assert.equal(meant(punch(1, { true_time: '2021-05-17 07:00:00' })), '2021-05-17 07:00:00');
});
