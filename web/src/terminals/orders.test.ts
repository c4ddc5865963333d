import assert from 'node:assert/strict';
import test from 'node:test';

import type { Order } from '../api/types';
import { ORDERS, dayOf, hasPeriod, isOpen, sumMessage } from './orders';

const order = (more: Partial<Order> = {}): Order => ({
  id: 1,
  order: 'sum',
  from: '2021-05-17 00:00:00',
  to: '2021-05-17 23:59:59',
  author: '',
  state: 'done',
  given_at: '2021-05-17T07:00:00+07:00',
  sent: 1,
  sent_at: null,
  answered_at: null,
  code: 0,
  ...more,
});

test('records that the terminal has and we have not are said to be missing', () => {
  assert.equal(sumMessage(order()), null);
  assert.equal(sumMessage(order({ sum: 3 }))?.key, 'orders.sum');
  assert.equal(sumMessage(order({ sum: 3, here: 3 }))?.key, 'orders.sum_here');
  assert.deepEqual(sumMessage(order({ sum: 3, here: 1 })), {
    key: 'orders.sum_missing',
    args: { sum: 3, here: 1, missing: 2 },
  });
});

test('only records are asked for by period, and a restart stands last', () => {
  assert.deepEqual(ORDERS.filter(hasPeriod), ['punches', 'sum']);
  assert.equal(ORDERS.at(-1), 'reboot');
});

test('an order is open until it is answered or given up', () => {
  const states = ['waiting', 'sent', 'done', 'failed', 'unanswered', 'expired'] as const;
  assert.deepEqual(
    states.filter((state) => isOpen(order({ state }))),
    ['waiting', 'sent'],
  );
  assert.equal(dayOf('2021-05-17 00:00:00'), '2021-05-17');
});
