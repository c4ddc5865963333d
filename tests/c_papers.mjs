// The papers of an inspection over HTTP: issued once, superseded when something they show was recorded, and
// given as files to those who work on it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { DAY, nip } from './lib/office.mjs';
import { fromCsv } from './lib/csv.mjs';
import { ADDRESS, held } from './lib/held.mjs';

test('minutes are issued, found again, and superseded by what is recorded later', { timeout: 60_000 }, async (t) => {
  const { hadir, post, get } = await held(t);
  await post('walikota', 'papers', {}, 409);
  assert.deepEqual((await get('tim', 'papers')).json, { standing: 'none', papers: [] });
  await post('walikota', 'close', { text: 'Lapor tertulis.' });

  const first = await post('tim', 'papers', { number: '800/1/BA' });
  const [paper] = first.papers;
  assert.equal(first.standing, 'current');
  assert.equal(paper.account, 'tim');
  assert.equal(paper.number, '800/1/BA');
  assert.equal(paper.address, `${ADDRESS}/verify/${paper.code}`);
  assert.deepEqual(await post('walikota', 'papers', {}, 200), first, 'asked for again, by somebody else');
  const shown = (await hadir.fetch(`/api/verify/${paper.code}`)).json;
  assert.deepEqual([shown.status, shown.position, shown.digest], ['valid', 'Wakil Wali Kota Uji', paper.digest]);

  await post('tim', 'notes', { text: 'hanya catatan' });
  assert.equal((await get('tim', 'papers')).json.standing, 'current', 'a note does not stand on the paper');
  await post('kepala', 'confirmations', { agency: 'D1' });
  assert.equal((await get('tim', 'papers')).json.standing, 'outdated');
  const second = await post('tim', 'papers');
  assert.equal(second.papers.length, 2);
  assert.deepEqual(second.papers.map(({ status }) => status), ['valid', 'superseded']);
  assert.equal(second.papers[1].successor, second.papers[0].code);
  assert.equal(second.papers[0].number, '800/1/BA', 'it keeps its number');
  const third = await post('tim', 'papers', { number: '800/2/BA' });
  assert.equal(third.papers[0].number, '800/2/BA', 'another number is another paper');
  assert.equal(third.papers.length, 3);

  await hadir.run(['document', 'withdraw', third.papers[0].code, '--reason', 'salah nomor']);
  const withdrawn = (await get('tim', 'papers')).json;
  assert.deepEqual([withdrawn.standing, withdrawn.papers[0].reason], ['none', 'salah nomor']);
  await hadir.verify();
});

test('who asks at the same time gets the same minutes', { timeout: 60_000 }, async (t) => {
  const { hadir, ask, path, post, get } = await held(t);
  await post('walikota', 'close');
  const many = Array.from({ length: 12 }, (_, n) => ask[n % 2 ? 'tim' : 'bkd'](`${path}/papers`, { method: 'POST', body: {} }));
  const files = [1, 2].map((n) => hadir.run(['minutes', '--latest', '--out', join(hadir.folder, `${n}.pdf`)]));
  const replies = await Promise.all(many);
  await Promise.all(files);
  assert.ok(replies.filter(({ status }) => status === 201).length <= 1);
  assert.ok(replies.every(({ status }) => [200, 201].includes(status)), replies.map(({ status }) => status).join());
  assert.equal((await get('tim', 'papers')).json.papers.length, 1);
  const queue = Array.from({ length: 40 }, () => ask.bkd(`${path}/papers`, { method: 'POST', body: {} }));
  const statuses = (await Promise.all(queue)).map(({ status }) => status);
  assert.ok(statuses.every((status) => [200, 429].includes(status)), 'the queue is bounded');
});

test('the file is given to those who work on the inspection, and to nobody else', { timeout: 60_000 }, async (t) => {
  const { hadir, post, get } = await held(t);
  await post('walikota', 'close');
  const { papers: [paper] } = await post('tim', 'papers');
  const reply = await get('tim', `papers/${paper.code.toLowerCase()}`);
  assert.equal(reply.headers['content-type'], 'application/pdf');
  assert.match(reply.headers['content-disposition'], new RegExp(`^attachment; filename="berita-acara-20210517-1-${paper.code}.pdf"$`));
  assert.equal(Number(reply.headers['content-length']), paper.bytes);
  assert.equal(reply.headers['cache-control'], 'no-store');
  assert.equal((await hadir.fetch('/api/verify', { method: 'POST', body: reply.bytes })).json.finding, 'genuine');
  const qr = await get('bkd', `papers/${paper.code}/qr`);
  assert.equal(qr.headers['content-type'], 'image/svg+xml');
  assert.match(qr.text, /^<svg [^>]+viewBox="0 0 \d+ \d+"/);
  await get('tim', 'papers/0000-0000-0000', 404);
  await get('tim', 'papers/bukan-kode', 404);
  const other = join(hadir.folder, 'rekap.pdf');
  const recap = (await hadir.run(['recap', '--date', DAY, '--pdf', other])).stdout.trim();
  await get('tim', `papers/${recap}`, 404);
  for (const who of ['kepala', 'pers']) {
    for (const what of ['papers', `papers/${paper.code}`, `papers/${paper.code}/qr`]) await get(who, what, 403);
    await post(who, 'papers', {}, 403);
  }
  await get('tim.lain', 'papers', 403);
  await post('tim', 'papers', { number: 'a'.repeat(201) }, 422);
});

test('everything can be taken out: the tables of the minutes, and the whole log', { timeout: 60_000 }, async (t) => {
  const { hadir, ask, path, post, get, inspection } = await held(t);
  const said = '=HYPERLINK("http://example.com")';
  await post('tim', 'notes', { text: said, agency: 'D1' });
  await get('tim', 'minutes', 409);
  await hadir.import('leave', [{ number: nip(2), kind: 'permit', from: DAY, to: DAY, reference: 'S/1' }]);
  await post('walikota', 'close', { text: 'Lapor tertulis.' });
  await post('tim', 'amendments', { text: 'Ralat tempat.' });
  await post('tim', 'papers');

  const { json: minutes } = await get('tim', 'minutes');
  assert.equal(minutes.standing, 'current');
  assert.equal(minutes.document, (await get('tim', 'papers')).json.papers[0].code);
  assert.deepEqual(minutes.session.opening.total.strength, 3);
  assert.deepEqual(minutes.recording, { recorded: false, periods: [], keep_days: 30, keep_is_usual: true, kept_to: null });
  assert.deepEqual(minutes.amendments.map(({ said: words, author }) => [words, author]), [['Ralat tempat.', 'tim']]);
  const [permit] = minutes.changes.filter(({ kind }) => kind === 'leave');
  assert.deepEqual([permit.rows, permit.backdated, permit.what, permit.from], [1, 1, 'permit', DAY]);
  assert.ok(['agency', 'person', 'terminal_placement'].every((wanted) => minutes.changes.some(({ kind }) => kind === wanted)));
  assert.equal(minutes.session.agencies.find(({ code }) => code === 'D1').statement.source, 'telephone');

  const { acts } = (await get('tim', 'acts')).json;
  assert.deepEqual(acts.map(({ act }) => act), ['opened', 'called', 'stated', 'noted', 'closed', 'amended']);
  assert.equal(acts[3].said, said);
  assert.ok(acts.every(({ author, position }) => author && position));
  const csv = await get('tim', 'acts?format=csv');
  assert.match(csv.headers['content-type'], /^text\/csv/);
  assert.deepEqual(fromCsv(csv.text).map(({ act, said: words }) => [act, words]).slice(3, 4), [['noted', `'${said}`]]);
  assert.equal((await ask.tim(`${path}/acts`, { headers: { Accept: 'text/csv' } })).text, csv.text);
  assert.equal((await hadir.run(['inspection', 'acts', inspection])).stdout, csv.text);
  assert.deepEqual(JSON.parse((await hadir.run(['inspection', 'acts', inspection, '--format', 'json'])).stdout), acts);
  await hadir.run(['inspection', 'acts', '20990101-1'], { exit: 3 });
  for (const what of ['minutes', 'acts']) {
    for (const who of ['kepala', 'pers', 'tim.lain']) await get(who, what, 403);
  }
});

test('what was signed in ink or by a certified provider is kept beside the seal', { timeout: 60_000 }, async (t) => {
  const { hadir, ask, path, post, get } = await held(t);
  await post('walikota', 'close');
  const { papers: [paper] } = await post('tim', 'papers');
  const page = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n';
  const end = 'trailer<</Root 1 0 R>>\n%%EOF\n';
  const certified = Buffer.from(`${page}<</Type/Sig/ByteRange[0 1 2 3]>>${end}`);
  const file = (who, kind, body) => ask[who](`${path}/papers/${paper.code}/copy?kind=${kind}`, { method: 'POST', body });
  await get('tim', `papers/${paper.code}/copy`, 404);
  assert.equal((await file('tim', 'scan', Buffer.from('MZ'))).status, 422);
  assert.equal((await file('tim', 'certified', Buffer.from(page + end))).status, 422);
  assert.equal((await file('tim', 'scan', Buffer.alloc(3 * 1024 * 1024))).status, 413);
  assert.equal((await file('kepala', 'scan', certified)).status, 403);
  const filed = await file('tim', 'certified', certified);
  assert.equal(filed.status, 201, filed.text);
  assert.equal(filed.json.papers[0].signature, 'certified');
  assert.deepEqual((await get('tim', `papers/${paper.code}/copy`)).bytes, certified);
  assert.equal((await file('tim', 'certified', certified)).status, 409, 'the same file is filed once');
  for (const what of ['copy', 'copies', 'copies/1']) {
    for (const who of ['pers', 'kepala', 'tim.lain']) await get(who, `papers/${paper.code}/${what}`, 403);
  }
  const shown = (await hadir.fetch(`/api/verify/${paper.code}`)).json;
  assert.equal(shown.signature, 'certified');
  assert.equal(shown.digest, paper.digest, 'our own seal stays what verifies it');
  assert.match(shown.summary.notes[0].text, /tidak diperiksa oleh Hadir.*sidik b2:[0-9a-f]{64}/);

  const scan = join(hadir.folder, 'pindai.pdf');
  await writeFile(scan, page + end);
  await hadir.run(['document', 'attach', paper.code, scan, '--as', 'scan']);
  assert.match((await hadir.fetch(`/api/verify/${paper.code}`)).json.summary.notes[1].text, /tinta/);
  const { copies } = (await get('tim', `papers/${paper.code}/copies`)).json;
  assert.deepEqual(copies.map(({ number, kind, author }) => [number, kind, author]), [[1, 'certified', 'tim'], [2, 'scan', '']]);
  assert.ok(shown.summary.notes[0].text.includes(copies[0].digest), 'the hash is the one that is published');
  assert.equal(copies[0].bytes, certified.length);
  assert.deepEqual((await get('tim', `papers/${paper.code}/copies/1`)).bytes, certified);
  assert.deepEqual((await get('tim', `papers/${paper.code}/copies/2`)).bytes, (await get('tim', `papers/${paper.code}/copy`)).bytes);
  for (const which of ['0', '3', '9', 'x']) await get('tim', `papers/${paper.code}/copies/${which}`, 404);
  const [, key] = /^id\s+(\S+)/m.exec((await hadir.run(['document', 'key'])).stdout);
  await hadir.run(['document', 'key', '--distrust', key]);
  await hadir.run(['document', 'key', '--distrust', '0000000000000000'], { exit: 3 });
  const { bytes } = await get('tim', `papers/${paper.code}`);
  assert.equal((await hadir.fetch('/api/verify', { method: 'POST', body: bytes })).json.finding, 'genuine');
  await hadir.verify();
});
