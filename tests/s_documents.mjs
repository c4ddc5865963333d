// A sealed document: whose it is, what became of it, and that no byte of it can be changed unseen.
import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, runProgram } from './lib/hadir.mjs';
import { DAY, agency, at, open, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const ADDRESS = 'https://hadir.example.go.id';

async function office(t, name = 'Pemerintah Kota Uji') {
  const hadir = await Hadir.make(t, { name });
  await open(hadir, [agency('D1')], [person(1, 'D1'), person(2, 'D1'), person(3, 'D1')]);
  await hadir.run(['setting', 'put', 'address', ADDRESS]);
  return hadir;
}

/** Issue the recap of the day; gives its code, file and bytes. */
async function issue(hadir, number = '800/1') {
  const file = join(hadir.folder, `${number.replace('/', '-')}.pdf`);
  const args = ['recap', '--date', DAY, '--pdf', file, '--number', number, '--signer', 'Nama Kepala', '--position', 'Kepala BKPSDM'];
  const { stdout } = await hadir.run(args);
  assert.match(stdout, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}\n$/);
  return { code: stdout.trim(), file, bytes: await readFile(file) };
}

async function shown(hadir, bytes) {
  const file = join(hadir.folder, 'shown.pdf');
  await writeFile(file, bytes);
  return file;
}

const text = async (file) => (await runProgram('pdftotext', ['-layout', file, '-'])).stdout;

test('a recap is issued, read from paper, and verified', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  await hadir.serve({ clock: at('20:30') });
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', `${DAY} 07:20:00`), punch('102', `${DAY} 07:45:00`)]);
  await terminal.poll();
  const { code, file, bytes } = await issue(hadir);

  await t.test('the paper has the letterhead, the figures and the code', async () => {
    const paper = await text(file);
    assert.match(paper, /PEMERINTAH KOTA UJI/);
    assert.match(paper, /REKAP KEHADIRAN\s+NOMOR 800\/1/);
    assert.match(paper, /Hadir\s+2\s+66,67 %/);
    assert.match(paper, /Jumlah\s+3\n/);
    assert.match(paper, new RegExp(`${ADDRESS}/verify/${code}`));
    assert.match(paper, /Halaman 1 dari 1/);
  });

  await t.test('the command says whose seal it bears', async () => {
    const { stdout } = await hadir.run(['verify-document', file]);
    for (const told of ['as it was issued', 'Nama Kepala', 'Kepala BKPSDM', '800/1', code]) assert.match(stdout, new RegExp(told));
  });

  await t.test('the code alone shows what was published, and no name', async () => {
    const { status, json, text: body } = await hadir.fetch(`/api/verify/${code.toLowerCase().replaceAll('-', '')}`);
    assert.equal(status, 200);
    assert.equal(json.status, 'valid');
    assert.equal(json.position, 'Kepala BKPSDM');
    assert.equal(json.bytes, bytes.length);
    assert.deepEqual(json.summary.tables[0].rows[0].cells, ['2', '66,67\u00a0%']);
    assert.doesNotMatch(body, /Nama Kepala|Pegawai/);
  });

  await t.test('the file that is shown is the issued one, or it is not', async () => {
    const show = async (body) => (await hadir.fetch('/api/verify', { method: 'POST', body })).json;
    assert.equal((await show(bytes)).finding, 'genuine');
    assert.equal((await show(bytes)).document.code, code);
    const changed = Buffer.from(bytes);
    changed[Math.floor(bytes.length / 3)] ^= 1;
    assert.deepEqual(await show(changed), { finding: 'changed' });
    assert.deepEqual(await show('%PDF-1.4'), { finding: 'not_sealed' });
    assert.deepEqual(await show(''), { finding: 'not_sealed' });
    assert.equal((await hadir.fetch('/api/verify', { method: 'POST', body: Buffer.alloc(3 * 1024 * 1024) })).status, 413);
  });
});

test('one changed byte, anywhere, is seen', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  const { bytes } = await issue(hadir);
  for (const place of [8, 1000, Math.floor(bytes.length / 2), bytes.length - 600, bytes.length - 30, bytes.length - 2]) {
    const changed = Buffer.from(bytes);
    changed[place] ^= 1;
    const { stderr, stdout } = await hadir.run(['verify-document', await shown(hadir, changed)], { exit: 1 });
    assert.match(stderr, /changed after it was signed|bears no seal/, `byte ${place}`);
    assert.doesNotMatch(stdout, /signed by/);
  }
  await hadir.run(['verify-document', await shown(hadir, Buffer.concat([bytes, Buffer.from('\n')]))], { exit: 1 });
  await hadir.run(['verify-document', await shown(hadir, bytes)]);
});

test('no part of a document is left out, and no seal fits another document', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  const [{ bytes, code }, other] = [await issue(hadir), await issue(hadir, '800/2')];
  const end = bytes.length;
  const last = bytes.lastIndexOf('%%EOF');
  const seal = bytes.lastIndexOf('/HadirSeal');
  const update = (of) => of.subarray(of.indexOf('%%EOF') + 6);
  const own = (of) => of.subarray(0, of.indexOf('%%EOF') + 6);
  const more = Buffer.from('\n9 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<< /Size 10 /Root 9 0 R >>\nstartxref\n1\n%%EOF\n');
  const swapped = Buffer.from(bytes);
  swapped.write(other.code, swapped.indexOf(code));
  const shownAs = {
    'a line before it': Buffer.concat([Buffer.from('\n'), bytes]),
    'an update after it': Buffer.concat([bytes, more]),
    'an update before its seal': Buffer.concat([own(bytes), more, update(bytes)]),
    'the seal of another document': Buffer.concat([own(bytes), update(other.bytes)]),
    'the document under another seal': Buffer.concat([own(other.bytes), update(bytes)]),
    'two seals': Buffer.concat([bytes, update(bytes)]),
    'another document behind it': Buffer.concat([bytes, other.bytes]),
    'the code of another document': swapped,
    'no seal': own(bytes),
    'half of it': bytes.subarray(0, Math.floor(end / 2)),
    'all but its last byte': bytes.subarray(0, end - 1),
    'its seal cut': bytes.subarray(0, seal + 20),
  };
  for (const [what, shownBytes] of Object.entries(shownAs)) {
    const { stdout, stderr } = await hadir.run(['verify-document', await shown(hadir, shownBytes)], { exit: 1 });
    assert.match(stderr, /changed after it was signed|bears no seal/, what);
    assert.doesNotMatch(stdout, /signed by/, what);
  }

  await hadir.serve({ clock: at('20:30') });
  const spread = Array.from({ length: 250 }, (_, n) => Math.floor((n * end) / 250));
  const dense = ['xref', 'trailer', 'startxref', '/HadirSeal'].flatMap((word) => [bytes.indexOf(word), bytes.lastIndexOf(word)]);
  const places = new Set([0, 1, 4, 5, 6, 7, last, last + 4, end - 1, seal, ...spread, ...dense]);
  for (const place of places) {
    for (const bit of [1, 0x20, 0x80]) {
      const changed = Buffer.from(bytes);
      changed[place] ^= bit;
      const { json } = await hadir.fetch('/api/verify', { method: 'POST', body: changed });
      assert.ok(['changed', 'not_sealed'].includes(json.finding), `byte ${place}, bit ${bit}: ${json.finding}`);
    }
  }
  assert.equal((await hadir.fetch('/api/verify', { method: 'POST', body: bytes })).json.finding, 'genuine');
});

test('what is wrong is said in plain words', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  const other = await office(t, 'Pemerintah Kabupaten Lain');
  const { code, file } = await issue(hadir);
  const stranger = await issue(other);
  const wrong = async (path, told, exit = 1) => assert.match((await hadir.run(['verify-document', path], { exit })).stderr, told);

  await wrong(stranger.file, /not this government's/);
  await wrong(await shown(hadir, '%PDF-1.4 surat lain'), /bears no seal/);
  await wrong(join(hadir.folder, 'tidak-ada.pdf'), /No such file/, 3);
  await wrong(await shown(hadir, Buffer.alloc(13 * 1024 * 1024)), /more than/, 3);
  await hadir.run(['verify-document'], { exit: 2 });
  assert.match((await hadir.run(['recap', '--date', DAY, '--pdf', 'x.pdf', '--number', '800/1'], { exit: 3 })).stderr, /has this number/);

  await hadir.run(['document', 'withdraw', code.toLowerCase(), '--reason', 'angka keliru']);
  await wrong(file, /has been withdrawn/);
  assert.match((await hadir.run(['document', 'list', '--format', 'csv'])).stdout, /withdrawn,,angka keliru/);
  await hadir.serve({ clock: at('20:30') });
  const { json } = await hadir.fetch(`/api/verify/${code}`);
  assert.deepEqual([json.status, json.reason], ['withdrawn', 'angka keliru']);
});

test('the key is the owner\'s alone, and another one leaves old documents valid', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  const first = await issue(hadir);
  assert.equal((await stat(join(hadir.data, 'seal.key'))).mode & 0o777, 0o600);
  const before = (await hadir.run(['document', 'key'])).stdout;
  assert.notEqual((await hadir.run(['document', 'key', '--replace'])).stdout, before);
  const second = await issue(hadir, '800/2');
  await hadir.run(['verify-document', first.file]);
  await hadir.run(['verify-document', second.file]);
  const again = join(hadir.folder, 'lagi.pdf');
  await hadir.run(['document', 'file', first.code, again]);
  assert.deepEqual(await readFile(again), first.bytes);
  await hadir.run(['document', 'file', '0000-0000-0000', again], { exit: 3 });
  await hadir.verify();
});

test('guessing codes is slowed down, and asking for a known one is not', { timeout: 60_000 }, async (t) => {
  const hadir = await office(t);
  const { code } = await issue(hadir);
  await hadir.serve({ clock: at('20:30') });
  const guess = (n) => hadir.fetch(`/api/verify/0000-0000-${String(n).padStart(4, '0')}`);
  assert.equal((await hadir.fetch('/api/verify/bukan-kode')).status, 422);
  const unknown = await guess(1);
  assert.equal(unknown.status, 404);
  assert.match(unknown.json.detail, /tidak ada dokumen dengan kode ini/);
  for (let n = 0; n < 100; n++) assert.equal((await hadir.fetch(`/api/verify/${code}`)).status, 200);
  const statuses = [];
  for (let n = 2; n < 260; n++) statuses.push((await guess(n)).status);
  assert.deepEqual([...new Set(statuses)].sort(), [404, 429]);
  assert.ok(statuses.indexOf(429) > 150, 'an office that mistypes is not slowed');
});
