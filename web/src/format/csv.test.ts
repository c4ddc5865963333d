import assert from 'node:assert/strict';
import test from 'node:test';

import { csv } from './csv';

test('cells with commas, quotes and line ends are quoted', () => {
  assert.equal(
    csv([['Abdul Karim, S.E.', 'kata "dia"', 'a\nb', null, 7]]),
    '\ufeff"Abdul Karim, S.E.","kata ""dia""","a\nb",,7\r\n',
  );
});

test('a cell that looks like a formula stays text, a negative number stays a number', () => {
  assert.equal(csv([['=1+1', '@x', -3]]), "\ufeff'=1+1,'@x,-3\r\n");
});
