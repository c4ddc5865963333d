// What scripts and administrators rely on: exit codes, help, and no questions.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, PROGRAM, runProgram } from './lib/hadir.mjs';

const COMMANDS = [
  'serve', 'init', 'demo', 'import', 'export', 'recap', 'explain', 'terminal', 'simulate', 'rebuild', 'verify', 'backup',
  'restore', 'user', 'openapi',
];

test('every command explains itself', async () => {
  const { status, stdout } = await runProgram(PROGRAM, ['--help']);
  assert.equal(status, 0);
  for (const command of COMMANDS) {
    assert.match(stdout, new RegExp(`\\b${command}\\b`));
    const help = await runProgram(PROGRAM, [command, '--help']);
    assert.equal(help.status, 0, command);
    assert.match(help.stdout, new RegExp(`hadir ${command}`), command);
  }
});

test('wrong usage is 2, and says what was wrong', async () => {
  for (const args of [[], ['fly'], ['recap'], ['recap', '--data'], ['serve', '--colour', 'red'], ['import', 'cats', 'x']]) {
    const { status, stderr } = await runProgram(PROGRAM, args);
    assert.equal(status, 2, `hadir ${args.join(' ')}: ${stderr}`);
    assert.notEqual(stderr, '');
  }
});

test('a folder that holds no government is 4, and nothing is made in it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'hadir-'));
  t.after(() => rm(folder, { recursive: true }));
  const { status, stderr } = await runProgram(PROGRAM, ['recap', '--date', '2021-05-17', '--data', join(folder, 'none')]);
  assert.equal(status, 4, stderr);
});

test('the first administrator gets a one-time password that must be changed', async (t) => {
  const hadir = await Hadir.make(t);
  assert.ok(hadir.administrator.account, 'init names the account');
  assert.ok(hadir.administrator.password.length >= 12, 'init prints a password');
  await hadir.serve();
  const reply = await hadir.fetch('/api/sessions', { method: 'POST', body: hadir.administrator });
  assert.equal(reply.status, 201);
  assert.equal(reply.json.account.must_change_password, true);
});

test('a folder is initialised once', async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.run(['init', '--name', 'Kota Lain', '--zone', 'WIT'], { exit: 3 });
  await hadir.verify();
});

test('a second server on the same folder is refused', async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve();
  const { status } = await runProgram(PROGRAM, ['serve', '--data', hadir.data, '--listen', '127.0.0.1:0']);
  assert.equal(status, 4);
  await hadir.stop();
});

test('writing commands work while a server runs', async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve();
  await hadir.import('agencies', [{ code: 'D1', name: 'Dinas Satu', kind: 'dinas' }]);
  assert.deepEqual((await hadir.export('agencies')).map((row) => row.code), ['D1']);
  await hadir.stop();
  assert.deepEqual((await hadir.export('agencies')).map((row) => row.code), ['D1']);
});

test('a backup restores to the same figures', async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.import('agencies', [{ code: 'D1', name: 'Dinas Satu', kind: 'dinas' }]);
  const file = join(hadir.folder, 'backup');
  await hadir.run(['backup', file]);
  const other = await Hadir.make(t, { init: false });
  await other.run(['restore', file]);
  await other.verify();
  assert.deepEqual(await other.export('agencies'), await hadir.export('agencies'));
});

test('health, metrics and the description of the interface are public', async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve();
  assert.equal((await hadir.fetch('/healthz')).status, 200);
  assert.match((await hadir.fetch('/metrics')).text, /^# (HELP|TYPE) hadir_/m);
  const { json } = await hadir.fetch('/api/openapi.json');
  assert.match(json.openapi, /^3\.1/);
  assert.deepEqual(JSON.parse((await runProgram(PROGRAM, ['openapi'])).stdout), json);
});
