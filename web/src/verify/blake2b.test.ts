import assert from 'node:assert/strict';
import test from 'node:test';

import { blake2b } from './blake2b';

const text = (s: string) => new TextEncoder().encode(s);

// b2sum -l 256
test('known digests', () => {
  assert.equal(
    blake2b(text('')),
    '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8',
  );
  assert.equal(
    blake2b(text('abc')),
    'bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319',
  );
});

test('digests of bytes that fill a block, pass it, and fill many', () => {
  const of = (n: number) => blake2b(Uint8Array.from({ length: n }, (_, i) => i % 251));
  assert.equal(of(128), 'c3582f71ebb2be66fa5dd750f80baae97554f3b015663c8be377cfcb2488c1d1');
  assert.equal(of(129), 'f7f3c46ba2564ff4c4c162da1f5b605f9f1c4aa6a20652a9f9a337c1a2f5b9c9');
  assert.equal(of(1000), 'b372d0608f720c8c3dd41e9c8eecb10143b41abe520b616607e754bf79c08331');
});

test('every length around the end of a block gives another digest, and the same again', () => {
  const seen = new Set<string>();
  for (let n = 0; n <= 300; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => i % 251);
    const digest = blake2b(bytes);
    assert.equal(digest, blake2b(bytes));
    seen.add(digest);
  }
  assert.equal(seen.size, 301);
});
