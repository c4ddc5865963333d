// held.mjs - a small inspection that has been held, with an account for everybody who has a part in it.
//
//   const { hadir, ask, post, get } = await held(t);
//   await post('walikota', 'close');                 {json} of POST /api/inspections/…/close
//   await get('kepala', 'papers', 403);              the whole reply
import assert from 'node:assert/strict';

import { Hadir, accountIn } from './hadir.mjs';
import { DAY, agency, at, open, person } from './office.mjs';
import { punch } from './terminal.mjs';

export const ADDRESS = 'https://hadir.example.go.id';
const ACCOUNTS = {
  walikota: ['leader'],
  tim: ['sidak_team'],
  'tim.lain': ['sidak_team'],
  bkd: ['bkpsdm'],
  kepala: ['head', '--agency', 'D1'],
  pers: ['listener'],
};

/** Of two agencies, open: D1 has stated by telephone; `people` are the accounts to be made. */
export async function held(t, people = Object.keys(ACCOUNTS)) {
  const hadir = await Hadir.make(t, { name: 'Pemerintah Kota Uji' });
  await open(hadir, [agency('D1'), agency('D2')], [person(1, 'D1'), person(2, 'D1'), person(3, 'D2')]);
  await hadir.run(['setting', 'put', 'address', ADDRESS]);
  await hadir.serve({ clock: at('07:00') });
  for (const [code, pin] of [['D1', '101'], ['D2', '103']]) {
    const terminal = hadir.terminal(`SN-${code}`);
    await terminal.handshake();
    await terminal.punches([punch(pin, `${DAY} 06:55:00`)]);
  }
  const ask = {};
  const accounts = {};
  for (const name of people) {
    const [role, ...more] = ACCOUNTS[name];
    accounts[name] = accountIn((await hadir.run(['user', 'add', name, '--role', role, ...more])).stdout);
    ask[name] = await hadir.signIn(accounts[name]);
  }
  const plan = { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota', leader_title: 'Wakil Wali Kota Uji', title: 'Sidak virtual', place: 'Balai kota' };
  const { json } = await ask.bkd('/api/inspections', { method: 'POST', body: plan });
  const path = `/api/inspections/${json.inspection}`;
  const post = async (who, what, body = {}, status = 201) => {
    const reply = await ask[who](`${path}/${what}`, { method: 'POST', body });
    assert.equal(reply.status, status, `${who} ${what}: ${reply.text}`);
    return reply.json;
  };
  const get = async (who, what, status = 200) => {
    const reply = await ask[who](`${path}/${what}`);
    assert.equal(reply.status, status, `${who} ${what}: ${reply.text}`);
    return reply;
  };
  await post('bkd', 'members', { name: 'Kabid Disiplin', part: 'recorder', account: 'tim' });
  await post('walikota', 'open');
  await post('walikota', 'calls', { agency: 'D1' });
  await post('tim', 'statements', { agency: 'D1', source: 'telephone', by: 'Kepala Dinas D1', groups: [{ group: 'all', present: 2, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing: 0 }] });
  return { hadir, ask, accounts, path, post, get, inspection: json.inspection };
}
