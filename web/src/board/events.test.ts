import assert from 'node:assert/strict';
import test from 'node:test';

import { EventReader } from './events';

test('an event cut in the middle of a line arrives whole', () => {
  const reader = new EventReader();
  assert.deepEqual(reader.push('id: 7\nevent: cha'), []);
  assert.deepEqual(reader.push('nge\ndata: {"a":1}\n\n'), [
    { id: '7', name: 'change', data: '{"a":1}' },
  ]);
});

test('a comment is no event', () => {
  assert.deepEqual(new EventReader().push(': still here\n\n'), []);
});

test('several lines of data are one text', () => {
  assert.equal(new EventReader().push('data: a\ndata: b\n\n')[0]?.data, 'a\nb');
});

test('lines may end with carriage return and line feed, also when cut between them', () => {
  const reader = new EventReader();
  assert.deepEqual(reader.push('id: 1\r'), []);
  assert.deepEqual(reader.push('\ndata: x\r\n\r\n'), [{ id: '1', name: 'message', data: 'x' }]);
});

test('the id of an event stays for the next one', () => {
  const reader = new EventReader();
  reader.push('id: 4\ndata: a\n\n');
  assert.equal(reader.push('data: b\n\n')[0]?.id, '4');
});
