import assert from 'node:assert/strict';
import test from 'node:test';

import { kindOf, refusalOf } from './kind';
import { mostBytes } from './shrink';

const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0];
const bytes = (...parts: (string | number[] | number)[]) =>
  new Blob(
    parts.map((part) => {
      if (typeof part === 'string') return part;
      return typeof part === 'number' ? new Uint8Array(part) : new Uint8Array(part);
    }),
  );

test('a file is what its first bytes say', async () => {
  assert.equal(await kindOf(bytes('%PDF-1.7\n')), 'pdf');
  assert.equal(await kindOf(bytes(jpeg)), 'jpeg');
  assert.equal(await kindOf(bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])), 'png');
  assert.equal(await kindOf(bytes('PK\x03\x04 surat.docx')), null);
});

test('what the server would refuse is refused before it is sent', async () => {
  const signed = bytes('%PDF-1.7\n<</Type/Sig/ByteRange[0 1 2 3]>>');
  assert.equal(await refusalOf(bytes(), false), 'empty');
  assert.equal(await refusalOf(bytes('PK\x03\x04'), false), 'kind');
  assert.equal(await refusalOf(bytes(jpeg, mostBytes), false), 'too_large');
  assert.equal(await refusalOf(bytes(jpeg), false), null);
  assert.equal(await refusalOf(bytes(jpeg), true), 'not_certified');
  assert.equal(await refusalOf(bytes('%PDF-1.7\n'), true), 'not_certified');
  assert.equal(await refusalOf(signed, true), null);
  assert.equal(await refusalOf(signed, false), null);
});
