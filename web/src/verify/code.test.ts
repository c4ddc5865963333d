import assert from 'node:assert/strict';
import test from 'node:test';

import { code, groups, letters } from './code';

test('a code is read as people type it', () => {
  assert.equal(code('7K4M-92QX-C1TD'), '7K4M-92QX-C1TD');
  assert.equal(code(' 7k4m 92qx citd '), '7K4M-92QX-C1TD');
  assert.equal(code('OOOO-llll-iiii'), '0000-1111-1111');
  assert.equal(code('7K4M-92QX-C1T'), '');
  assert.equal(code('7K4M-92QX-C1TU'), '');
  assert.equal(letters('7k4m-9').length, 5);
});

test('a digest is grouped for the eye', () => {
  assert.equal(groups('9f4107ce5a'), '9f41 07ce 5a');
});
