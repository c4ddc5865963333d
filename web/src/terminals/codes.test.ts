import assert from 'node:assert/strict';
import test from 'node:test';

import type { VerifyCode } from '../api/types';
import { isKey } from '../words/say';
import { METHODS, blank, heaps } from './codes';

const row = (code: number, source: VerifyCode['source']): VerifyCode => ({
  model: source === 'vendor' ? '' : 'IriShield',
  code,
  method: 'iris',
  source,
  unverified: source !== 'own',
  text: '',
});

test('the rows of models stand apart from the vendor’s', () => {
  const { ofModels, ofVendor } = heaps([row(1, 'own'), row(30, 'shipped'), row(15, 'vendor')]);
  assert.deepEqual(
    ofModels.map(({ code }) => code),
    [1, 30],
  );
  assert.deepEqual(
    ofVendor.map(({ code }) => code),
    [15],
  );
});

test('every method has a name, and a new row begins with a model of ours', () => {
  assert.ok(METHODS.every((method) => isKey(`method.${method}`)));
  assert.deepEqual(blank(['MB460', 'X']), { model: 'MB460', code: null, method: 'iris' });
  assert.equal(blank([]).model, '');
});
