// The live board: one snapshot, then only what changed; nothing is missed.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Events } from './lib/events.mjs';
import { Hadir, assertClosed, until } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

async function morning(t) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 10);
  await hadir.serve({ clock: at('07:20') });
  const fetch = await hadir.signIn();
  const { headers } = await hadir.session();
  const listen = async (more = {}) => {
    const events = await Events.open(`${hadir.url}/api/board/stream`, { Cookie: headers.Cookie, ...more });
    t.after(() => events.close());
    return events;
  };
  return { hadir, fetch, listen };
}

const last = (events, name) => Object.assign({}, ...events.heard.map((one) => one.data.counts))[name];

test('before closing a person without a punch is waiting, and a punch moves the board', async (t) => {
  const { hadir, fetch, listen } = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  const events = await listen();
  await until(() => events.heard.length, 'the snapshot');
  assert.equal(events.heard[0].event, 'snapshot');
  assert.match(events.headers['content-type'], /^text\/event-stream/);
  assertClosed(events.heard[0].data.counts);
  const { counts } = events.heard[0].data;
  assert.equal(counts.waiting + counts.not_due + counts.unknown, 10, 'unknown until its terminal is heard');
  assert.equal(events.heard[0].data.counts.unexplained, 0);

  const sent = Date.now();
  await terminal.punches([punch('101', `${DAY} 07:19:58`)]);
  await until(() => last(events, 'on_time') === 1, 'the event of the punch');
  assert.ok(events.heard.at(-1).at - sent < 2000, 'at once, not at the next poll');
  assert.equal(events.heard.at(-1).event, 'change');
  const board = await until(async () => {
    const { json } = await fetch('/api/board');
    return json.counts.waiting === 9 && json;
  }, 'the others to be waited for');
  assertClosed(board.counts);
});

test('after a broken line the missed changes come, in order', async (t) => {
  const { hadir, listen } = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  const first = await listen();
  await until(() => first.heard.length, 'the snapshot');
  first.close();
  for (const n of [1, 2, 3]) await terminal.punches([punch(String(100 + n), `${DAY} 07:1${n}:00`)]);
  const second = await listen({ 'Last-Event-ID': first.heard[0].id });
  await until(() => last(second, 'on_time') === 3, 'the missed changes');
  assert.ok(second.heard.every((one) => one.event === 'change'), 'no new snapshot was needed');
});

test('the missed changes lead to the figures of a new snapshot, and name nobody twice', async (t) => {
  const { hadir, listen } = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  const first = await listen();
  await until(() => first.heard.length, 'the snapshot');
  first.close();
  for (const n of [1, 2, 3]) await terminal.punches([punch(String(100 + n), `${DAY} 07:1${n}:00`)]);
  const second = await listen({ 'Last-Event-ID': first.heard[0].id });
  await until(() => last(second, 'on_time') === 3, 'the missed changes');
  const third = await listen();
  await until(() => third.heard.length, 'another snapshot');
  await until(() => second.heard.at(-1).data.event >= third.heard[0].data.event, 'the same moment');

  const [merged, { agencies, counts, event }] = [structuredClone(first.heard[0].data), third.heard[0].data];
  for (const { data } of second.heard.filter((one) => one.data.event <= event)) {
    Object.assign(merged.counts, data.counts);
    for (const { code, counts: changed } of data.agencies ?? []) {
      Object.assign(merged.agencies.find((agency) => agency.code === code).counts, changed);
    }
  }
  assert.deepEqual(merged.counts, counts);
  assert.deepEqual(merged.agencies, agencies);
  assert.ok(second.heard.every(({ data }) => !JSON.stringify(data).includes(agencies[0].name)), 'names only in the snapshot');
});

test('an event number that nobody remembers gets a new snapshot', async (t) => {
  const { listen } = await morning(t);
  const events = await listen({ 'Last-Event-ID': '999999999' });
  await until(() => events.heard.length, 'a snapshot');
  assert.equal(events.heard[0].event, 'snapshot');
});

test('the sheet of an office opens down to the punch', async (t) => {
  const { hadir, fetch } = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', `${DAY} 07:19:00`)]);
  const sheet = await until(async () => {
    const { json } = await fetch(`/api/sheets/D1/${DAY}`);
    return json.counts.on_time === 1 && json;
  }, 'the sheet');
  assert.equal(sheet.lines.length, 10);
  assertClosed(sheet.counts);
  const line = sheet.lines.find((one) => one.state === 'on_time');
  assert.equal(line.first_in, '07:19:00');
  const { json: told } = await fetch(`/api/people/${line.number}/days/${DAY}`);
  assert.ok(told.steps.some((step) => step.kind === 'punch' && step.punch.terminal === 'SN-D1'));
  assert.equal(told.steps.at(-1).kind, 'verdict');
});
