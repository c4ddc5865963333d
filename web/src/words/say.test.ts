import assert from 'node:assert/strict';
import test from 'node:test';

import { messages } from './messages';
import { pieces, say } from './say';

test('places are filled in the language of the reader', () => {
  assert.equal(
    say('wall.cause.terminal_silent', 'id', { since: '07.12' }),
    'mesin luring sejak 07.12',
  );
});

test('English chooses between one and many', () => {
  assert.equal(say('wall.cause.pin_unmapped', 'en', { n: 1 }), '1 unmapped PIN');
  assert.equal(say('wall.cause.pin_unmapped', 'en', { n: 2 }), '2 unmapped PINs');
});

test('figures stand out where the message says so', () => {
  assert.deepEqual(pieces('wall.modes', 'id', { wfo: '5.789', wfh: 0 }), [
    { text: 'WFO ', strong: false },
    { text: '5.789', strong: true },
    { text: ', WFH ', strong: false },
    { text: '0', strong: true },
  ]);
});

test('both languages of every message ask for the same places', () => {
  const places = (text: string) =>
    [...new Set(text.match(/\{\*?\w+\}/g) ?? [])]
      .map((place) => place.replace(/[{*}]/g, ''))
      .sort();
  for (const [key, [id, en]] of Object.entries(messages)) {
    assert.deepEqual(places(en), places(id), key);
    assert.notEqual(id, '', key);
  }
});

test('no message accuses before the day is closed', () => {
  for (const [key, [id]] of Object.entries(messages)) {
    assert.doesNotMatch(id, /mangkir|bolos|tidak hadir/i, key);
  }
});
