// What an administrator tells about terminals, what he tells them to do, and what they say happened to them.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, at, nip, openOffice } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

async function morning(t, people = 2) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, people);
  await hadir.run(['terminal', 'approve', 'SN-D1', '--agency', 'D1', '--model', 'IriShield 3']);
  await hadir.serve({ clock: at('07:00') });
  return hadir;
}

test('a code means what an administrator says it means on a model', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  const fetch = await hadir.signIn();
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', `${DAY} 06:59:00`, { verify: 15 })]);

  const methodOf = async () => (await hadir.export('punches'))[0].method;
  const shown = async () => {
    const { json } = await fetch(`/api/people/${nip(1)}/days/${DAY}`);
    return json.steps.find((step) => step.punch).punch.method;
  };
  const methods = async () => (await fetch('/api/terminals')).json.terminals[0].methods;

  await t.test('before, the vendor\'s table holds', async () => {
    assert.deepEqual([await methodOf(), await shown(), await methods()], ['face', 'face', []]);
    const { json } = await fetch('/api/verify-codes');
    assert.deepEqual(json.models, ['IriShield 3']);
    const shipped = json.codes.find((row) => row.model === 'HADIR-IRIS');
    assert.deepEqual([shipped.code, shipped.method, shipped.unverified], [30, 'iris', true]);
    assert.ok(json.codes.some((row) => row.model === '' && row.code === 0 && row.unverified));
  });

  await t.test('afterwards it shows everywhere, also for punches of the past', async () => {
    const path = `/api/verify-codes/${encodeURIComponent('irishield 3')}/15`;
    const reply = await fetch(path, { method: 'PUT', body: { method: 'iris' } });
    assert.equal(reply.status, 200, reply.text);
    assert.equal(reply.json.changed, true);
    assert.equal((await fetch(path, { method: 'PUT', body: { method: 'iris' } })).json.changed, false);
    assert.deepEqual([await methodOf(), await shown(), await methods()], ['iris', 'iris', ['iris']]);
  });

  await t.test('an export that is read again gives nothing new', async () => {
    const { stdout } = await hadir.run(['export', 'punches']);
    await hadir.import('punches', stdout);
    assert.equal((await hadir.export('punches')).length, 1);
  });

  await t.test('the same from the command line', async () => {
    await hadir.run(['terminal', 'code', 'IriShield 3', '15', 'palm']);
    assert.equal(await methodOf(), 'palm');
    const { stdout } = await hadir.run(['terminal', 'codes', '--model', 'irishield 3', '--format', 'json']);
    const row = JSON.parse(stdout).find(({ code }) => code === 15);
    assert.deepEqual([row.method, row.unverified], ['palm', '']);
    await hadir.run(['terminal', 'code', 'IriShield 3', '15', 'telepathy'], { exit: 3 });
  });

  await t.test('what is no model, code or method is refused by name', async () => {
    const put = (path, body) => fetch(`/api/verify-codes/${path}`, { method: 'PUT', body });
    assert.equal((await put('MB460/fifteen', { method: 'iris' })).json.field, 'code');
    assert.equal((await put('MB460/70000', { method: 'iris' })).json.field, 'code');
    assert.equal((await put('MB460/15', { method: 'smile' })).json.field, 'method');
  });

  await t.test('and it survives', async () => {
    await hadir.moveTo(at('07:10'));
    assert.equal(await methodOf(), 'palm');
    await hadir.stop();
    await hadir.verify();
  });
});

/** The commands of a reply: [[id, words], ...]. */
const commands = (reply) =>
  reply.text.split('\n').filter((line) => line.startsWith('C:')).map((line) => /^C:(\d+):(.*)$/.exec(line).slice(1));

const ordering = (fetch) => async (order, more = {}) => {
  const reply = await fetch('/api/terminals/SN-D1/orders', { method: 'POST', body: { order, ...more } });
  assert.equal(reply.status, 201, reply.text);
  return reply.json.id;
};
const listing = (fetch) => async () => (await fetch('/api/terminals/SN-D1/orders')).json.orders;

test('an order waits for the poll, is given once, and its answer is recorded once', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  const fetch = await hadir.signIn();
  const [order, orders] = [ordering(fetch), listing(fetch)];
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  assert.equal((await terminal.poll()).text.trim(), 'OK');

  await t.test('given at the poll in order, a restart last', async () => {
    await order('reboot');
    await order('info');
    await order('punches', { from: '2021-05-14', to: DAY });
    assert.deepEqual((await orders()).map(({ state }) => state), ['waiting', 'waiting', 'waiting']);
    assert.deepEqual(commands(await terminal.poll('1.2,3,3,2,10.0.0.9,10,7,15,3,111')), [
      ['2', 'INFO'],
      ['3', 'DATA QUERY ATTLOG StartTime=2021-05-14 00:00:00\tEndTime=2021-05-17 23:59:59'],
      ['1', 'REBOOT'],
    ]);
    assert.equal((await terminal.poll()).text.trim(), 'OK', 'only once');
    assert.deepEqual((await orders()).map(({ state, sent }) => [state, sent]), [['sent', 1], ['sent', 1], ['sent', 1]]);
  });

  await t.test('what the terminal answers is shown, without its secrets', async () => {
    const more = '~DeviceName=Iris 7\nFWVersion=8.0.9\nUserCount=3\nComPwd=1234\n';
    assert.equal((await terminal.result(2, 0, 'INFO', more)).text.trim(), 'OK');
    assert.equal((await terminal.result(3, -1004, 'DATA')).text.trim(), 'OK');
    const [third, second] = await orders();
    assert.deepEqual([second.state, second.result, second.details], ['done', 'done', '~DeviceName=Iris 7\nFWVersion=8.0.9\nUserCount=3']);
    assert.deepEqual([third.state, third.code, third.result], ['failed', -1004, 'configuration']);
    const { json } = await fetch('/api/terminals');
    assert.equal(json.terminals[0].firmware, '8.0.9');
  });

  await t.test('a second answer, or one to nothing, is accepted and changes nothing', async () => {
    assert.equal((await terminal.result(2, -1)).status, 200);
    assert.equal((await terminal.result(4711, 0)).text.trim(), 'OK');
    assert.equal((await terminal.request('POST', 'devicecmd', {}, 'nonsense')).text.trim(), 'OK');
    assert.equal((await orders())[1].state, 'done');
  });

  await t.test('the sum of its punches stands beside what is here', async () => {
    await terminal.punches([punch('101', `${DAY} 06:50:00`), punch('102', `${DAY} 06:51:00`)]);
    const id = await order('sum', { from: DAY, to: DAY });
    const [[given, words]] = commands(await terminal.poll());
    assert.deepEqual([Number(given), words.startsWith('VERIFY SUM ATTLOG StartTime=2021-05-17 00:00:00')], [id, true]);
    await terminal.result(id, 0, 'VERIFY SUM', 'AttlogSum=3\n');
    const [latest] = await orders();
    assert.deepEqual([latest.sum, latest.here], [3, 2]);
  });

  await t.test('what makes no sense is refused by name', async () => {
    const post = (body, serial = 'SN-D1') => fetch(`/api/terminals/${serial}/orders`, { method: 'POST', body });
    assert.equal((await post({ order: 'shell' })).json.field, 'order');
    assert.equal((await post({ order: 'sum' })).json.field, 'from');
    assert.equal((await post({ order: 'sum', from: DAY, to: '2021-05-16' })).json.field, 'to');
    assert.equal((await post({ order: 'info' }, 'SN-NONE')).status, 404);
  });

  await t.test('and all of it is in the chain', async () => {
    await hadir.stop();
    await hadir.verify();
  });
});

test('what was not answered is sent again, a restart never', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  const terminal = () => hadir.terminal('SN-D1');
  await hadir.run(['terminal', 'order', 'SN-D1', 'check']);
  await hadir.run(['terminal', 'order', 'SN-D1', 'reboot']);
  await terminal().handshake();
  assert.deepEqual(commands(await terminal().poll()).map(([, words]) => words), ['CHECK', 'REBOOT']);
  await hadir.kill();
  await hadir.serve({ clock: at('07:03') });
  assert.deepEqual(commands(await terminal().poll()), [], 'the server remembers what it sent, though it was killed');
  await hadir.moveTo(at('07:06'));
  assert.deepEqual(commands(await terminal().poll()).map(([, words]) => words), ['CHECK']);
  await hadir.moveTo(at('07:12'));
  assert.deepEqual(commands(await terminal().poll()).map(([, words]) => words), ['CHECK']);
  await hadir.moveTo(at('07:20'));
  assert.deepEqual(commands(await terminal().poll()), [], 'three times is enough');
  const { stdout } = await hadir.run(['terminal', 'orders', 'SN-D1', '--format', 'json']);
  assert.deepEqual(JSON.parse(stdout).map(({ order, state }) => [order, state]), [['reboot', 'unanswered'], ['check', 'unanswered']]);
  await terminal().result(1, 0, 'CHECK');
  const later = await hadir.run(['terminal', 'orders', 'SN-D1', '--format', 'json']);
  assert.equal(JSON.parse(later.stdout)[1].state, 'done', 'a late answer is an answer');
});

test('an order that nobody fetched in time is not given any more', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  await hadir.run(['terminal', 'order', 'SN-D1', 'reboot']);
  await hadir.run(['terminal', 'order', 'SN-D1', 'log']);
  await hadir.moveTo(at('08:30'));
  assert.deepEqual(commands(await hadir.terminal('SN-D1').poll()).map(([, words]) => words), ['LOG']);
  await hadir.run(['terminal', 'order', 'SN-NONE', 'info'], { exit: 3 });
});

test('what touches the evidence at a terminal is shown', { timeout: 60_000 }, async (t) => {
  const hadir = await morning(t);
  const fetch = await hadir.signIn();
  const terminal = hadir.terminal('SN-D1');
  const reports = async (query = '', options = {}) => (await fetch(`/api/terminals/reports${query}`, options)).json.reports;
  await terminal.handshake();
  assert.deepEqual(await reports(), []);

  const rows = [
    `OPLOG 4\t0\t${DAY} 06:40:00\t0\t0\t0\t0`,
    `OPLOG 21\t7\t${DAY} 06:41:00\t0\t0\t0\t0\t`,
    `OPLOG 23\t7\t${DAY} 06:42:00\t0\t0\t0\t0`,
    'USER PIN=101\tName=Ani\tPri=0\tPasswd=1234\tCard=\tGrp=1',
  ];
  await terminal.upload('OPERLOG', rows.join('\n'));
  await terminal.upload('ERRORLOG', 'ErrCode=D01E0001\tErrMsg=sensor\tDataOrigin=dev\tCmdId=\tAdditional=\n');

  await t.test('the clock, deleted records and errors, not every touch of a menu', async () => {
    await hadir.recap(DAY); // the board has caught up
    const all = await reports();
    assert.deepEqual(all.map(({ kind, code, text }) => [kind, code, text]), [
      ['ERRORLOG', undefined, 'sensor'],
      ['OPLOG', 23, 'rekaman dihapus'],
      ['OPLOG', 21, 'jam diubah'],
    ]);
    assert.deepEqual([all[2].operator, all[2].local_time, all[2].terminal], ['7', `${DAY} 06:41:00`, 'SN-D1']);
    const audit = await reports('?audit=1', { headers: { 'Accept-Language': 'en' } });
    assert.deepEqual(audit.map(({ text }) => text), ['records deleted', 'clock set']);
  });

  await t.test('once, however often the terminal tells it, and after a rebuild as well', async () => {
    await terminal.upload('OPERLOG', rows.join('\n'));
    await hadir.recap(DAY);
    assert.equal((await reports()).length, 3);
    await hadir.stop();
    await hadir.run(['rebuild']);
    await hadir.serve({ clock: at('07:30') });
    const again = await hadir.signIn();
    assert.equal((await again('/api/terminals/reports')).json.reports.length, 3);
  });
});
