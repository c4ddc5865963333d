import assert from 'node:assert/strict';
import test from 'node:test';

import { home } from './home';
import { roleMay } from './permissions';

const first = (role: string) => home((permission) => roleMay(role, permission));

test('every role begins at the first desk that is open to it', () => {
  assert.equal(first('operator'), '/daftar-hadir');
  assert.equal(first('kominfo'), '/mesin');
  assert.equal(first('machine'), '/rekap');
  assert.equal(first('wall'), '/wall');
  assert.equal(first('staff'), '/sandi');
  assert.equal(first('admin'), '/daftar-hadir');
});
