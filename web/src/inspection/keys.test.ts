import assert from 'node:assert/strict';
import test from 'node:test';

import { roomKey } from './keys';

const press = (code: string, more = {}) =>
  roomKey({ code, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

test('a letter alone calls nobody, a letter with Alt does', () => {
  assert.equal(press('KeyP', { altKey: false }), null);
  assert.deepEqual(press('KeyP'), { act: 'next' });
  assert.deepEqual(press('KeyS'), { act: 'turn', turn: 'silent' });
  assert.deepEqual(press('KeyL'), { act: 'turn', turn: 'skipped' });
  assert.equal(press('KeyQ'), null);
});

test('with another modifier the key is the browser’s', () => {
  assert.equal(press('KeyP', { ctrlKey: true }), null);
  assert.equal(press('KeyT', { shiftKey: true }), null);
});
