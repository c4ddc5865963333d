import assert from 'node:assert/strict';
import test from 'node:test';

import { moment } from '../format/time';
import { hasVideo } from './hours';

const head = { state: 'open', day: '2021-05-17', medium: 'Ruang video Hadir' } as const;
const now = (text: string) => moment(text);

test('the room is there while the session is open, and on its day before', () => {
  const before = { ...head, state: 'planned' } as const;
  assert.equal(hasVideo(head, null), true);
  assert.equal(hasVideo(before, now('2021-05-17T07:00:00+07:00')), true);
  assert.equal(hasVideo(before, now('2021-05-16T23:59:00+07:00')), false);
  assert.equal(hasVideo({ ...head, state: 'closed' }, now('2021-05-17T07:00:00+07:00')), false);
});

test('an outside link, or no video at all, has no room of ours', () => {
  assert.equal(hasVideo({ ...head, medium: 'https://zoom.us/j/9' }, null), false);
  assert.equal(hasVideo({ ...head, medium: 'Tanpa video' }, null), false);
  assert.equal(hasVideo(undefined, null), false);
});
