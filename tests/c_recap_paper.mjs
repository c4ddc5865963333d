// The signed recap on paper: photographed, stripped of where it was made, locked with its figures, corrected beside itself; read by the team; late.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Contract } from './lib/contract.mjs';
import { fromCsv } from './lib/csv.mjs';
import { Hadir, accountIn } from './lib/hadir.mjs';
import { agency, open, person } from './lib/office.mjs';
import { PHONE, pdf, photograph, place } from './lib/photograph.mjs';

const DAY = '2021-05-17';
const ACCOUNTS = {
  wawali: ['leader'],
  tim: ['sidak_team'],
  'orang-lain': ['sidak_team'],
  'kadis.pu': ['head', '--agency', 'PU'],
  'kadis.sos': ['head', '--agency', 'SOS'],
  pers: ['listener'],
  pegawai: ['staff'],
};
const STRANGERS = ['kadis.sos', 'orang-lain', 'pers', 'pegawai'];
const seven = (present, missing) => ({ present, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing });

/** Requests of each account, made and signed in when it is first needed, because hashing takes its time. */
function accountsOf(hadir) {
  const signedIn = { nobody: (...request) => hadir.fetch(...request), admin: hadir.signIn() };
  const make = async (name) => {
    const [role, ...options] = ACCOUNTS[name];
    return hadir.signIn(accountIn((await hadir.run(['user', 'add', name, '--role', role, ...options])).stdout));
  };
  return new Proxy({}, { get: (_, name) => async (...request) => (await (signedIn[name] ??= make(name)))(...request) });
}

/** An open session with two agencies. `page` sends one, `see` asks for one. */
async function opened(t) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, [agency('PU', { name: 'Dinas PU' }), agency('SOS', { name: 'Dinas Sosial' })], [1, 2, 3, 4].map((n) => person(n, n < 4 ? 'PU' : 'SOS')));
  await hadir.serve({ clock: `${DAY}T08:30:00+07:00` });
  const ask = accountsOf(hadir);
  const planned = await ask.admin('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota' } });
  const path = `/api/inspections/${planned.json.inspection}`;
  await ask.tim('/api/session'); // whoever is named has an account
  await ask.admin(`${path}/members`, { method: 'POST', body: { name: 'Kabid Disiplin', part: 'recorder', account: 'tim' } });
  await ask.admin(`${path}/open`, { method: 'POST', body: {} });
  const pages = `${path}/agencies/PU/recap-pages`;
  return {
    hadir,
    path,
    ask,
    page: (who, body, where = pages) => ask[who](where, { method: 'POST', body }),
    see: (who, which = '1/1') => ask[who](`${pages}/${which}`),
    sign: (who, more = {}) => ask[who](`${path}/manual-recaps`, { method: 'POST', body: { agency: 'PU', signed_by: 'Kepala Dinas PU', groups: [{ group: 'asn', ...seven(2, 1) }], ...more } }),
    row: async () => (await ask.admin(path)).json.agencies.find(({ code }) => code === 'PU'),
    papers: async () => (await ask.tim(`${path}/agencies/PU`)).json.recaps,
  };
}

/** Every byte that the program keeps. */
async function kept(hadir) {
  const names = await readdir(hadir.data);
  const files = names.filter((name) => name.startsWith('facts.db'));
  return Buffer.concat(await Promise.all(files.map((name) => readFile(join(hadir.data, name)))));
}

test('a photograph is kept without where it was made, for its head, the team and the leader alone', async (t) => {
  const { hadir, page, see, row } = await opened(t);
  const sent = photograph();
  assert.ok(sent.includes(PHONE) && sent.includes(place()), 'the photograph says where it was made');
  const reply = await page('kadis.pu', sent);
  assert.equal(reply.status, 201, reply.text);
  assert.deepEqual((await row()).recap, { papers: 0, pages: 1, at: null, said: null, after_closing: false, unconfirmed: false, corrected_at: null, corrected: null });
  for (const who of ['kadis.pu', 'tim', 'wawali']) {
    const { status, headers, bytes } = await see(who);
    assert.equal(status, 200, who);
    assert.equal(headers['content-type'], 'image/jpeg');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox");
    assert.equal(headers['content-disposition'], 'inline; filename="rekap-1-1.jpg"');
    assert.equal(headers['cache-control'], 'no-store');
    assert.ok(!bytes.includes(PHONE) && !bytes.includes(place()), 'it says nothing of it any more');
    assert.ok(bytes.includes(Buffer.from('\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1')), 'it still stands upright');
  }
  const facts = await kept(hadir);
  assert.ok(!facts.includes(PHONE) && !facts.includes(place()), 'nor does the store');
});

test('strangers neither see a page nor send one', async (t) => {
  const { ask, path, page, see, row } = await opened(t);
  await page('kadis.pu', photograph());
  for (const who of STRANGERS) {
    assert.equal((await see(who)).status, 403, `${who} sees`);
    assert.equal((await page(who, photograph({ page: 2 }))).status, 403, `${who} sends`);
  }
  assert.equal((await see('nobody')).status, 401);
  assert.equal((await page('nobody', photograph())).status, 401);
  const { json } = await ask['kadis.pu']('/api/session');
  assert.ok(json.csrf);
  assert.equal((await ask['kadis.pu'](`${path}/agencies/PU/recap-pages`, { method: 'POST', body: photograph(), headers: { 'X-Hadir-Csrf': '' } })).status, 403);
  for (const which of ['1/2', '2/1', '0/0', 'a/b', '1/99999999999999999999']) assert.equal((await see('kadis.pu', which)).status, 404, which);
  assert.equal((await page('kadis.pu', photograph(), `${path}/agencies/NONE/recap-pages`)).status, 404);
  assert.equal((await row()).recap.pages, 1);
});

test('what is no whole paper is refused with words that help', async (t) => {
  const { page, row } = await opened(t);
  const whole = photograph();
  const cases = [
    [whole.subarray(0, 500), 422, /terpotong atau rusak/],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 422, /HEIC.*JPEG/],
    [Buffer.from('<html><script>alert(1)</script>'), 422, /hanya PDF, JPEG, dan PNG/],
    [Buffer.alloc(0), 422, /kosong/],
    [pdf('/OpenAction<</S/JavaScript/JS(app.alert)>>'), 422, /memuat program/],
    [pdf('/Encrypt 2 0 R'), 422, /terkunci/],
    [Buffer.concat([whole, Buffer.alloc(2 * 1024 * 1024)]), 413, /./],
  ];
  for (const [bytes, status, words] of cases) {
    const reply = await page('admin', bytes);
    assert.equal(reply.status, status, reply.text);
    assert.match(reply.text, words);
  }
  assert.equal((await row()).recap, null);
});

test('with its figures the recap is locked; what comes after is a correction beside it', async (t) => {
  const { page, see, sign, row, papers } = await opened(t);
  for (const bytes of [photograph(), photograph({ page: 2 }), photograph()]) {
    assert.equal((await page('kadis.pu', bytes)).status, 201);
  }
  assert.equal((await row()).recap.pages, 2, 'a page that is sent again is the same page');
  assert.equal((await sign('kadis.sos')).status, 403);
  assert.equal((await sign('kadis.pu', { paper: 1, signed_on: DAY })).status, 201);
  assert.equal((await sign('kadis.pu', { paper: 1 })).status, 409);
  assert.equal((await sign('kadis.pu')).status, 409, 'it does not say why');
  assert.equal((await page('kadis.pu', pdf())).status, 201);
  const corrected = await sign('kadis.pu', { paper: 2, reason: 'satu orang terlewat', groups: [{ group: 'asn', ...seven(3, 0) }] });
  assert.equal(corrected.status, 201, corrected.text);

  const { recap } = await row();
  assert.equal(recap.said.present, 2);
  assert.equal(recap.corrected.present, 3);
  const [first, second] = await papers();
  assert.deepEqual([first.signed_by, first.signed_on, first.said.present, first.pages.length], ['Kepala Dinas PU', DAY, 2, 2]);
  assert.deepEqual([second.reason, second.said.present, second.pages[0].type], ['satu orang terlewat', 3, 'pdf']);
  assert.deepEqual(first.groups.map(({ group, said }) => [group, said.missing]), [['asn', 1]]);
  assert.equal((await see('tim', '2/1')).headers['content-disposition'], 'attachment; filename="rekap-2-1.pdf"');
});

test('the minutes put machine, statement and signed recap side by side, with its corrections', async (t) => {
  const { hadir, path, ask, sign } = await opened(t);
  const contract = await Contract.of(hadir);
  const minutes = `${path}/minutes`;
  await sign('kadis.pu', { signed_on: DAY });
  await sign('kadis.pu', { paper: 2, reason: 'satu orang terlewat', groups: [{ group: 'asn', ...seven(3, 0) }] });
  await ask.admin(`${path}/calls`, { method: 'POST', body: { agency: 'PU' } });
  await ask['kadis.pu'](`${path}/statements`, { method: 'POST', body: { agency: 'PU', source: 'form', groups: [{ group: 'all', ...seven(1, 2) }] } });
  assert.equal((await ask.tim(`${minutes}?format=csv`)).status, 409, 'the session goes on');
  await ask.admin(`${path}/close`, { method: 'POST', body: { text: 'selesai' } });

  const { comparisons } = contract.check('GET', '/api/inspections/{inspection}/minutes', await ask.tim(minutes)).json;
  assert.deepEqual(comparisons.map(({ agency: code, group }) => [code, group]), [['PU', 'all'], ['PU', 'asn'], ['SOS', 'all']]);
  const [all, asn, other] = comparisons;
  const present = ({ machine, statement, recap, corrections }) => [machine, statement, recap, ...corrections].map((side) => side?.said.present ?? null);
  assert.deepEqual(present(all), [0, 1, 2, 3]);
  assert.deepEqual(present(asn), [0, null, 2, 3]);
  assert.deepEqual(present(other), [0, null, null], 'none is none, never zero');
  assert.deepEqual([all.recap.signed_by, all.recap.signed_on, all.corrections[0].reason], ['Kepala Dinas PU', DAY, 'satu orang terlewat']);
  assert.equal(all.machine.at, all.statement.at, 'of the second of the statement');

  const csv = await ask.tim(`${minutes}?format=csv`);
  assert.match(csv.headers['content-type'], /^text\/csv/);
  assert.equal((await ask.tim(minutes, { headers: { Accept: 'text/csv' } })).text, csv.text);
  const line = (code, whom, what) => fromCsv(csv.text).find((row) => row.agency === code && row.group === whom && row.class === what);
  assert.deepEqual(line('PU', 'all', 'present'), { agency: 'PU', name: 'Dinas PU', group: 'all', class: 'present', machine: '0', statement: '1', recap: '2', correction: '3', corrections: '1' });
  assert.deepEqual(Object.values(line('SOS', 'all', 'missing')).slice(4), ['1', 'tidak ada', 'tidak ada', 'tidak ada', '0']);
  for (const who of STRANGERS) assert.equal((await ask[who](`${minutes}?format=csv`)).status, 403, who);
});

test('figures that the team reads off a page are marked so, and wait for the word of the head', async (t) => {
  const { ask, path, page, sign, row, papers } = await opened(t);
  const confirm = (who, paper = 1) => ask[who](`${path}/manual-recaps/confirmations`, { method: 'POST', body: { agency: 'PU', paper } });
  await page('tim', pdf());
  assert.equal((await confirm('kadis.pu')).status, 409, 'there is nothing yet');
  assert.equal((await sign('tim', { paper: 1, signed_on: DAY })).status, 201);
  const [read] = await papers();
  assert.deepEqual([read.source, read.confirmed, read.after_closing], ['team', false, false]);
  assert.equal((await row()).recap.unconfirmed, true);
  for (const who of ['tim', 'wawali', ...STRANGERS]) assert.equal((await confirm(who)).status, 403, `${who} confirms`);
  assert.equal((await confirm('nobody')).status, 401);
  assert.equal((await confirm('kadis.pu', 2)).status, 409);
  assert.equal((await confirm('kadis.pu')).status, 201);
  assert.equal((await confirm('kadis.pu')).status, 409, 'once');
  assert.equal((await papers())[0].confirmed, true);
  assert.equal((await row()).recap.unconfirmed, false);
  assert.equal((await sign('kadis.pu', { paper: 2, reason: 'salah baca' })).status, 201);
  const [, own] = await papers();
  assert.deepEqual([own.source, own.confirmed], ['agency', true], 'the head needs nobody to confirm');
});

test('a recap that comes after the closing is a dated addition: new minutes list it, those that are issued stay', async (t) => {
  const { hadir, ask, path, page, sign, row, papers } = await opened(t);
  const close = await ask.wawali(`${path}/close`, { method: 'POST', body: { text: 'Lapor tertulis.' } });
  assert.equal(close.status, 201, close.text);
  const issue = async () => (await ask.tim(`${path}/papers`, { method: 'POST', body: {} })).json;
  const [before] = (await issue()).papers;
  assert.equal((await page('kadis.pu', photograph())).status, 201);
  assert.equal((await ask.tim(`${path}/papers`)).json.standing, 'current', 'a page without figures says nothing yet');
  for (const who of STRANGERS) assert.equal((await sign(who)).status, 403, who);
  assert.equal((await sign('kadis.pu', { paper: 1, signed_on: DAY })).status, 201);
  const [late] = await papers();
  assert.deepEqual([late.source, late.after_closing, late.pages.length], ['agency', true, 1]);
  const { recap } = await row();
  assert.deepEqual([recap.after_closing, recap.unconfirmed, recap.said.present], [true, false, 2]);
  const { comparisons } = (await ask.tim(`${path}/minutes`)).json;
  assert.equal(comparisons.find(({ agency: code, group }) => code === 'PU' && group === 'all').recap.after_closing, true);
  assert.equal((await ask.tim(`${path}/papers`)).json.standing, 'outdated');
  const [after, older] = (await issue()).papers;
  assert.deepEqual([older.code, older.digest, older.status, older.successor], [before.code, before.digest, 'superseded', after.code]);
  assert.equal((await sign('kadis.pu', { paper: 2, reason: 'satu orang terlewat' })).status, 201);
  assert.equal((await ask.tim(`${path}/papers`)).json.standing, 'outdated', 'so does a correction');
  await hadir.stop();
  assert.equal((await hadir.run(['verify'])).status, 0);
});

test('pages outlive a server that dies, and the chain covers them', async (t) => {
  const { hadir, path, page, sign } = await opened(t);
  await page('admin', photograph());
  await sign('admin');
  await hadir.kill();
  await hadir.serve({ clock: `${DAY}T09:00:00+07:00` });
  const { status, bytes } = await (await hadir.signIn())(`${path}/agencies/PU/recap-pages/1/1`);
  assert.equal(status, 200);
  assert.equal(bytes.subarray(0, 2).toString('hex'), 'ffd8');
  await hadir.stop();
  assert.equal((await hadir.run(['verify'])).status, 0);
});
