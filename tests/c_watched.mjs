// An inspection costs the server something while it is watched and something of it changes, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Events } from './lib/events.mjs';
import { Hadir, until } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

async function session(t) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 20);
  await hadir.serve({ clock: at('07:30') });
  await hadir.settle();
  const { headers } = await hadir.session();
  const post = async (path, body) => {
    const reply = await hadir.fetch(path, { method: 'POST', body, headers });
    assert.equal(reply.status, 201, reply.text);
    return reply.json;
  };
  const { inspection } = await post('/api/inspections', { kind: 'surprise', day: DAY, leader: 'Sekretaris Daerah' });
  const path = `/api/inspections/${inspection}`;
  const watch = async () => {
    const events = await Events.open(`${hadir.url}${path}/stream`, headers);
    t.after(() => events.close());
    await until(() => events.heard.length > 0, 'the snapshot');
    return events;
  };
  const act = (what, body) => post(`${path}/${what}`, body);
  const figure = async (name) => Number(new RegExp(`^hadir_${name} (\\d+)$`, 'm').exec((await hadir.fetch('/metrics')).text)[1]);
  const watched = (count) => until(async () => (await figure('inspection_watchers')) === count, `${count} watchers`);
  /** How often rooms were folded while `during` ran and the board had taken in what came of it. */
  const foldsIn = async (during) => {
    const before = await figure('inspection_folds_total');
    await during();
    await until(async () => (await figure('board_position')) === (await figure('ledger_position')), 'the board');
    await new Promise((done) => setTimeout(done, 300)); // FEED_FIGURES_MS
    return (await figure('inspection_folds_total')) - before;
  };
  const punches = async (count) => {
    const terminal = hadir.terminal('SN-D1');
    for (let n = 0; n < count; n++) await terminal.punches([punch(String(101 + (n % 20)), `${DAY} 07:00:${10 + n}`)]);
  };
  return { watch, act, watched, foldsIn, punches };
}

test('an inspection that nobody watches any more is not folded, and who comes back sees it as it is', async (t) => {
  const { watch, act, watched, foldsIn } = await session(t);
  const first = await watch();
  await act('open', {});
  await until(() => first.heard.some(({ data }) => data.head?.state === 'open'), 'the opening');
  first.close();
  await watched(0);
  assert.equal(await foldsIn(() => act('calls', { agency: 'D1' })), 0);

  const again = await watch();
  assert.equal(again.heard[0].event, 'snapshot');
  assert.equal(again.heard[0].data.called, 'D1');
  await act('turns', { agency: 'D1', turn: 'answering' });
  await until(() => again.heard.some(({ data }) => data.agencies?.some(({ state }) => state === 'answering')), 'the answer');
});

test('a punch is no act: it is told with the figures, not by a fold of its own', async (t) => {
  const { watch, act, foldsIn, punches } = await session(t);
  const events = await watch();
  const heard = (check, what) => until(() => events.heard.some(({ data }) => check(data)), what);
  await act('open', {});
  await heard(({ head }) => head?.state === 'open', 'the opening');
  const started = Date.now();
  const folds = await foldsIn(() => punches(40));
  const most = Math.ceil((Date.now() - started) / 250) + 1; // FEED_FIGURES_MS
  assert.ok(folds > 0 && folds <= most, `${folds} folds of 40 punches, at most ${most}`);
  await heard(({ live }) => live?.total.present === 20, 'the figures of all');
});
