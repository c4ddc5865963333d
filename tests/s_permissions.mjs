// The door: sessions, walls, pages and bodies.  Who may ask which route is tests/s_matrix.mjs.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';

async function office(t) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 2);
  await hadir.serve({ clock: at('07:30') });
  return hadir;
}

test('a wrong password and an unknown account look the same', async (t) => {
  const hadir = await office(t);
  const replies = [];
  for (const account of [hadir.administrator.account, 'nobody']) {
    const reply = await hadir.fetch('/api/sessions', { method: 'POST', body: { account, password: 'not the password' } });
    replies.push([reply.status, reply.text]);
  }
  assert.equal(replies[0][0], 401);
  assert.deepEqual(replies[0], replies[1]);
});

test('a server that is stopped while people sign in ends well, and answers them all', async (t) => {
  const hadir = await office(t);
  const answers = Array.from({ length: 9 }, (_, n) => hadir.fetch('/api/sessions', { method: 'POST', body: { account: `orang-${n}`, password: 'not the password' } }));
  await Promise.race(answers);
  await hadir.stop();
  for (const { status } of await Promise.all(answers)) assert.ok([401, 503].includes(status), `${status}`);
});

test('a wall sees counts and never names', async (t) => {
  const hadir = await office(t);
  const fetch = await hadir.signIn();
  const asked = await hadir.fetch('/api/wall-codes', { method: 'POST', body: {} });
  assert.match(asked.json.code, /^\d{6}$/);
  const claim = () => hadir.fetch('/api/wall-codes/claim', { method: 'POST', body: { secret: asked.json.secret } });
  assert.equal((await claim()).status, 202);
  assert.equal((await fetch('/api/walls', { method: 'POST', body: { code: asked.json.code, name: 'Ruang rapat' } })).status, 201);
  const claimed = await claim();
  assert.equal(claimed.status, 200);
  const headers = { Cookie: claimed.headers['set-cookie'][0].split(';')[0] };
  assert.equal((await hadir.fetch('/api/board', { headers })).status, 200);
  for (const path of [`/api/sheets/D1/${DAY}`, '/api/terminals', `/api/recaps?date=${DAY}`]) {
    assert.equal((await hadir.fetch(path, { headers })).status, 403, path);
  }
  assert.doesNotMatch((await hadir.fetch('/api/board', { headers })).text, /Pegawai \d/);
});

test('cookies are out of reach of scripts and of other sites', async (t) => {
  const hadir = await office(t);
  const reply = await hadir.fetch('/api/sessions', { method: 'POST', body: hadir.administrator });
  assert.match(reply.headers['set-cookie'][0], /HttpOnly/i);
  assert.match(reply.headers['set-cookie'][0], /SameSite=Strict/i);
});

test('pages come with a strict policy', async (t) => {
  const hadir = await office(t);
  const reply = await hadir.fetch('/');
  assert.equal(reply.status, 200);
  const policy = reply.headers['content-security-policy'];
  assert.match(policy, /default-src 'self'|default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/);
  assert.equal(reply.headers['x-content-type-options'], 'nosniff');
});

test('bodies that are no JSON, too deep, too large or of unknown shape are refused by name', async (t) => {
  const hadir = await office(t);
  const post = (body) => hadir.fetch('/api/sessions', { method: 'POST', body });
  assert.equal((await post('{"account":')).status, 422);
  assert.ok([413, 422].includes((await post('['.repeat(100) + ']'.repeat(100))).status));
  const unknown = await post({ account: 'a', password: 'b', colour: 'red' });
  assert.equal(unknown.status, 422);
  assert.equal(unknown.json.field, 'colour');
  const missing = await post({ account: 'a' });
  assert.equal(missing.json.field, 'password');
  assert.equal((await post({ account: 'a'.repeat(3 * 1024 * 1024), password: 'b' })).status, 413);
});

test('a refusal is told in the reader\'s language, Indonesian unless English is asked for', async (t) => {
  const hadir = await office(t);
  const fetch = await hadir.signIn();
  const detail = async (headers) => {
    const { json } = await fetch('/api/leave/withdrawals', { method: 'POST', body: { reference: 'S/9' }, headers });
    return [json.title, json.detail, json.code];
  };
  assert.deepEqual(await detail({}), ['Tidak ditemukan', 'cuti itu tidak ada', 'not_found']);
  assert.deepEqual(await detail({ 'Accept-Language': 'en' }), ['Not found', 'there is no such leave', 'not_found']);
});
