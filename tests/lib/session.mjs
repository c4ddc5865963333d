// session.mjs - an inspection to test with: Serdang Bedagai's, 26 May 2020, in miniature.
//
//   const { hadir, post, get } = await plan(t);
//   await post('sekda', 'open', {});            an act of an account; 201 unless told otherwise
//   await get('pers', '/me');                   what it sees of the inspection
import assert from 'node:assert/strict';

import { Hadir, accountIn } from './hadir.mjs';
import { agency, nip, open, person } from './office.mjs';
import { punch } from './terminal.mjs';

export const DAY = '2020-05-26';
export const at = (time) => `${DAY}T${time}:00+07:00`;

export const AGENCIES = [
  agency('DINSOS', { name: 'Dinas Sosial', kind: 'Dinas' }),
  agency('PMD', { name: 'Dinas PMD', kind: 'Dinas' }),
  agency('KEC', { name: 'Kecamatan Sei Rampah', kind: 'Kecamatan' }),
  agency('KEL', { name: 'Kelurahan Simpang', kind: 'Kelurahan', parent: 'KEC' }),
];

/** Civil servants beside contract staff: 5 in Dinsos, 4 in PMD, 2 + 1 in the kecamatan. */
const PEOPLE = [
  ...[1, 2, 3].map((n) => person(n, 'DINSOS')),
  person(4, 'DINSOS', { number: 'K-4', kind: 'kontrak' }),
  person(5, 'DINSOS', { number: 'K-5', kind: 'kontrak' }),
  ...[6, 7, 8, 9].map((n) => person(n, 'PMD')),
  ...[10, 11].map((n) => person(n, 'KEC')),
  person(12, 'KEL'),
];

const ACCOUNTS = {
  sekda: ['leader'],
  bkd: ['bkpsdm'],
  tim: ['sidak_team'],
  'orang-lain': ['sidak_team'],
  'kadis.sos': ['head', '--agency', 'DINSOS'],
  'kadis.pmd': ['head', '--agency', 'PMD'],
  'operator.sos': ['operator', '--agency', 'DINSOS'],
  sekcam: ['deputy'],
  pers: ['listener'],
  pegawai: ['staff', '--person', nip(3)],
};

/** Requests of each account, made when it is first needed, because hashing takes its time; signed in again when
 *  its session has ended. */
function accountsOf(hadir) {
  const made = {};
  const signedIn = {};
  const make = async (name) => {
    const [role, ...options] = ACCOUNTS[name];
    return accountIn((await hadir.run(['user', 'add', name, '--role', role, ...options])).stdout);
  };
  const signIn = async (name) => hadir.signIn(await (made[name] ??= make(name)));
  const ask = async (name, ...request) => {
    const reply = await (await (signedIn[name] ??= signIn(name)))(...request);
    if (reply.status !== 401) return reply;
    signedIn[name] = signIn(name);
    return (await signedIn[name])(...request);
  };
  return new Proxy({}, { get: (_, name) => (...request) => ask(name, ...request) });
}

export async function make(t) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kabupaten Uji' });
  await open(hadir, AGENCIES, PEOPLE);
  await hadir.serve({ clock: at('07:00') });
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  const send = (code, ...pins) => hadir.terminal(`SN-${code}`).punches(pins.map((pin) => punch(String(pin), `${DAY} 06:55:00`)));
  await send('DINSOS', 101, 102, 104);
  await send('PMD', 106, 107, 108, 109);
  await send('KEC', 110, 111);
  await send('KEL', 112);
  return { hadir, ask: accountsOf(hadir) };
}

/** Planned, with the team named, and ready to be opened. */
export async function plan(t) {
  const { hadir, ask } = await make(t);
  const planned = await ask.bkd('/api/inspections', {
    method: 'POST',
    body: { kind: 'surprise', day: DAY, leader: 'Sekretaris Daerah', delegate: 'Sekretaris Daerah', authority: 'a.n. Bupati', place: 'Aula Sultan Serdang', planned: '09:00' },
  });
  assert.equal(planned.status, 201, planned.text);
  const path = `/api/inspections/${planned.json.inspection}`;
  await ask.tim('/api/session'); // whoever is named has an account
  const member = await ask.bkd(`${path}/members`, { method: 'POST', body: { name: 'Kabid Disiplin', part: 'recorder', account: 'tim' } });
  assert.equal(member.status, 201, member.text);
  const post = async (who, what, body, status = 201) => {
    const reply = await ask[who](`${path}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, status, `${who} ${what}: ${reply.text}`);
    return reply.json;
  };
  const get = async (who, what = '', status = 200) => {
    const reply = await ask[who](path + what);
    assert.equal(reply.status, status, `${who} ${what}: ${reply.text}`);
    return reply.json;
  };
  return { hadir, ask, path, post, get, planned: planned.json };
}

export const row = (room, code) => room.agencies.find((one) => one.code === code);
export const seven = (present, missing, more = {}) => ({ present, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing, ...more });
