import assert from 'node:assert/strict';
import test from 'node:test';

import { readDay, readTime } from './written';

test('a day is understood as people write it', () => {
  for (const text of [
    '2021-05-17',
    '17/5/2021',
    '17-05-2021',
    '17.5.2021',
    '17 Mei 2021',
    ' 17 mei 2021 ',
    '17 May 2021',
    'Senin, 17 Mei 2021',
  ]) {
    assert.equal(readDay(text), '2021-05-17', text);
  }
  assert.equal(readDay('9 Agt 2021'), '');
  assert.equal(readDay('9 Agu 2021'), '2021-08-09');
});

test('a day that is unfinished or does not exist is none', () => {
  for (const text of [
    '',
    '17',
    '17/5',
    '17/5/21',
    '31/6/2021',
    '17 Foo 2021',
    '5/17/2021',
    '0/5/2021',
  ]) {
    assert.equal(readDay(text), '', text);
  }
});

test('a time of day is understood with a point, a colon or neither', () => {
  for (const text of ['08:30', '8.30', '0830', ' 08.30 '])
    assert.equal(readTime(text), '08:30', text);
  assert.equal(readTime('8'), '08:00');
  for (const text of ['', '24.00', '8.60', '8.3', 'pagi']) assert.equal(readTime(text), '', text);
});
