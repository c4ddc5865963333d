import assert from 'node:assert/strict';
import test from 'node:test';

import type { Permission } from '../api/types';
import { home } from './home';

const first = (...permissions: Permission[]) =>
  home((permission) => permissions.includes(permission));

test('every account begins at the first desk that is open to it', () => {
  assert.equal(first('board.read', 'terminal.read', 'sheet.read'), '/daftar-hadir');
  assert.equal(first('board.read', 'wall.connect', 'terminal.read'), '/mesin');
  assert.equal(first('board.read', 'recap.read'), '/rekap');
  assert.equal(first('board.read', 'inspection.read', 'inspection.answer'), '/sidak');
  assert.equal(first('board.read'), '/wall');
  assert.equal(first('self.read'), '/saya');
  assert.equal(first(), '/sandi');
});
