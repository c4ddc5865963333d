import assert from 'node:assert/strict';
import test from 'node:test';

import { emptyDraft, readDraft, withoutFigures, withoutReasons } from './draft';

const draft = {
  ...emptyDraft(),
  name: 'Sekretaris Dinas',
  post: 'deputy' as const,
  reasons: {
    '1': { claim: 'away' as const, note: '' },
    '2': { claim: 'other' as const, note: 'rapat' },
  },
};
draft.entries.all.present = '185';

test('what was typed comes back as it was typed', () => {
  assert.deepEqual(readDraft(JSON.stringify(draft)), draft);
});

test('a stored text that is broken or of another kind is an empty draft', () => {
  for (const stored of [null, '', '{"name":', '[]', '7', '{"entries":3,"reasons":{"1":null}}'])
    assert.deepEqual(readDraft(stored), emptyDraft());
});

test('what was sent is forgotten, what was changed meanwhile is kept', () => {
  assert.equal(withoutFigures(draft).entries.all.present, '');
  assert.equal(withoutFigures(draft).name, 'Sekretaris Dinas');
  const sent = {
    '1': { claim: 'away' as const, note: '' },
    '2': { claim: 'other' as const, note: '' },
  };
  assert.deepEqual(Object.keys(withoutReasons(draft, sent).reasons), ['2']);
});
