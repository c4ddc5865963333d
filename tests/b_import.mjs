// Registers come from spreadsheets: an import says what is wrong, where and why.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { agency, nip, person } from './lib/office.mjs';

const COUNT = async (hadir) => (await hadir.export('people')).length;

async function office(t) {
  const hadir = await Hadir.make(t);
  await hadir.import('agencies', [agency('D1')]);
  return hadir;
}

const GOOD_AND_BAD = [person(1, 'D1'), person(2, 'D9'), person(3, 'D1', { kind: 'Presiden' })];

test('a dry run reports and writes nothing', async (t) => {
  const hadir = await office(t);
  await hadir.import('people', [person(1, 'D1')], { options: ['--dry-run'] });
  assert.equal(await COUNT(hadir), 0);
  await hadir.import('people', [person(1, 'D1')]);
  assert.equal(await COUNT(hadir), 1);
});

test('one bad row refuses the file, and the report names row, column and reason', async (t) => {
  const hadir = await office(t);
  const { stdout, stderr } = await hadir.import('people', GOOD_AND_BAD, { exit: 3 });
  assert.match(stdout + stderr, /\b3\b[^\n]*\bagency\b[^\n]*\bD9\b/, 'line 3 of the file: agency D9');
  assert.match(stdout + stderr, /\b4\b[^\n]*\bkind\b[^\n]*(words allowed|Presiden)/, 'line 4 of the file: kind');
  assert.equal(await COUNT(hadir), 0);
});

test('with --skip-bad the good rows are taken', async (t) => {
  const hadir = await office(t);
  const { stdout, stderr } = await hadir.import('people', GOOD_AND_BAD, { options: ['--skip-bad'] });
  assert.match(stdout + stderr, /\bagency\b/);
  assert.deepEqual((await hadir.export('people')).map((row) => row.number), [nip(1)]);
});

test('a file with a wrong header is refused as a whole', async (t) => {
  const hadir = await office(t);
  const { stdout, stderr } = await hadir.import('people', 'nomor,nama\n1,A\n', { exit: 3 });
  assert.match(stdout + stderr, /column .* is missing/);
});

test('importing a file again changes nothing', async (t) => {
  const hadir = await office(t);
  const people = [person(1, 'D1'), person(2, 'D1', { name: 'Budi, S.H., "M.Si"' })];
  await hadir.import('people', people);
  const before = await hadir.export('people');
  await hadir.import('people', people);
  assert.deepEqual(await hadir.export('people'), before);
  assert.equal(before[1].name, 'Budi, S.H., "M.Si"');
});

test('what is exported can be imported into an empty government', async (t) => {
  const [one, two] = [await office(t), await Hadir.make(t)];
  await one.import('people', [person(1, 'D1'), person(2, 'D1', { kind: 'kontrak', number: 'K-7' })]);
  for (const kind of ['agencies', 'people']) {
    await two.import(kind, (await one.run(['export', kind, '--format', 'csv'])).stdout);
    assert.deepEqual(await two.export(kind), await one.export(kind));
  }
});

test('old registers bring spaces, a byte order mark and CRLF', async (t) => {
  const hadir = await office(t);
  const header = 'number,name,kind,agency,position,echelon,roles,pin,active_from,active_to';
  await hadir.import('people', `\uFEFF${header}\r\n${nip(1)},Ani,PNS,D1,Staf,,bendahara,101,2010-01-01,\r\n`);
  assert.deepEqual((await hadir.export('people')).map((row) => [row.number, row.roles]), [[nip(1), 'bendahara']]);
});

test('a NIP with an impossible date of birth is refused, an odd one is only doubted', async (t) => {
  const hadir = await office(t);
  await hadir.import('people', [person(1, 'D1', { number: '198513412010011001' })], { exit: 3 });
  assert.equal(await COUNT(hadir), 0);
});
