// The protocol of terminals, to the letter (docs/devices/adms.md).
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir, until } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';
import { acknowledged, punch } from './lib/terminal.mjs';

async function morning(t, people = 3) {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, people);
  await hadir.serve({ clock: at('07:00') });
  return hadir;
}

test('a handshake gives the zone, our clock, and asks a new terminal for everything', async (t) => {
  const hadir = await morning(t);
  const reply = await hadir.terminal('SN-D1').handshake();
  assert.equal(reply.status, 200);
  assert.equal(reply.first, 'GET OPTION FROM: SN-D1');
  assert.ok(['7', '420'].includes(reply.options.TimeZone), reply.options.TimeZone);
  assert.equal(reply.options.ATTLOGStamp, '0');
  assert.equal(reply.options.Realtime, '1');
  assert.equal(reply.headers['content-encoding'], undefined);
  assert.match(reply.headers.date, /^Mon, 17 May 2021 00:00:\d\d GMT$/);
  assert.ok(reply.headers['content-length']);
});

test('after an upload its stamp is given back', async (t) => {
  const hadir = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.upload('ATTLOG', `${punch('101', `${DAY} 06:59:00`)}\n`, '4711');
  assert.equal((await terminal.handshake()).options.ATTLOGStamp, '4711');
});

test('acknowledgements count rows where a count is wanted, and only there', async (t) => {
  const terminal = (await morning(t)).terminal('SN-D1');
  await terminal.handshake();
  const rows = [punch('101', `${DAY} 06:59:00`), punch('102', `${DAY} 06:59:01`)];
  assert.equal(acknowledged(await terminal.punches(rows)), 2);
  assert.equal(acknowledged(await terminal.punches(rows)), 2, 'duplicates count');
  assert.equal(acknowledged(await terminal.upload('OPERLOG', '')), 1, 'an empty OPERLOG is acknowledged with 1');
  assert.equal(acknowledged(await terminal.upload('OPERLOG', `OPLOG 4\t0\t${DAY} 06:50:00\t0\t0\t0\t0\n`)), 1);
  assert.equal(acknowledged(await terminal.upload('BIODATA', 'BIODATA Pin=101\tNo=0\tIndex=0\tValid=1\tDuress=0\tType=4\tMajorVer=1\tMinorVer=0\tFormat=0\tTmp=AAAA\n')), 1);
  for (const [table, body] of [
    ['options', '~DeviceName=Iris 7,~OEMVendor=ZKTECO CO., LTD.,FWVersion=1.2'],
    ['ERRORLOG', 'ErrCode=D01E0001\tErrMsg=\tDataOrigin=dev\tCmdId=\tAdditional=\n'],
    ['ATTPHOTO', 'PIN=20210517065900-101.jpg\nSN=SN-D1\nsize=4\nCMD=uploadphoto\0\xff\xd8\xff\xd9'],
  ]) {
    const reply = await terminal.upload(table, body);
    assert.equal(reply.status, 200, table);
    assert.equal(reply.text.trim(), 'OK', table);
  }
  assert.equal((await terminal.request('GET', 'ping')).text.trim(), 'OK');
  assert.equal((await terminal.poll('1.2,3,3,2,10.0.0.9,10,7,15,3,111')).text.trim(), 'OK');
});

test('a bad row in the middle is quarantined with its bytes and fails nothing', async (t) => {
  const hadir = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  const bad = '102\t2021-05-17 24:10:00\t0\t15\t0\t0\t0';
  const rows = [punch('101', `${DAY} 06:58:00`), bad, '\u00ff\u00fe\t', punch('103', `${DAY} 06:59:00`)];
  assert.equal(acknowledged(await terminal.punches(rows)), 4);
  assert.deepEqual((await hadir.export('punches')).map((row) => row.pin_or_number), ['101', '103']);
  const quarantine = await hadir.export('quarantine');
  assert.equal(quarantine.length, 2);
  assert.deepEqual(Object.keys(quarantine[0]), ['terminal', 'received_at', 'reason', 'bytes']);
  assert.equal(Buffer.from(quarantine[0].bytes, 'base64').toString().trimEnd(), bad);
  assert.equal(quarantine[0].terminal, 'SN-D1');
});

test('rows of every width that was ever seen are read', async (t) => {
  const hadir = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  const rows = [4, 5, 7, 8, 9, 10, 11, 16].map((width, index) =>
    ['0101', `${DAY} 06:5${index}:00`, '255', '25', ...Array(width - 4).fill('')].join('\t'),
  );
  assert.equal(acknowledged(await terminal.upload('ATTLOG', rows.join('\r\n'))), rows.length);
  const punches = await hadir.export('punches');
  assert.equal(punches.length, rows.length);
  assert.ok(punches.every((row) => row.pin_or_number === '0101' && row.number === ''), 'a PIN is text: 0101 is not 101');
});

test('a serial that nobody approved is kept waiting, and nothing of it is stored', async (t) => {
  const hadir = await morning(t);
  const stranger = hadir.terminal('SN-STRANGER');
  const row = [punch('101', `${DAY} 06:59:00`)];
  await stranger.handshake();
  const reply = await stranger.punches(row);
  assert.equal(reply.status, 503, 'the terminal keeps its rows and tries again');
  assert.deepEqual(await hadir.export('punches'), []);
  const fetch = await hadir.signIn();
  const { json } = await fetch('/api/terminals/pending');
  assert.deepEqual(json.pending.map((one) => one.serial), ['SN-STRANGER']);

  await hadir.approve('SN-STRANGER', 'D1');
  await until(async () => (await stranger.poll()).status === 200, 'the terminal to be let in', 2000);
  assert.equal((await stranger.handshake()).options.ATTLOGStamp, '0');
  assert.equal(acknowledged(await stranger.punches(row)), 1);
  assert.equal((await hadir.export('punches')).length, 1);
});

test('a retired terminal is not heard any more', async (t) => {
  const hadir = await morning(t);
  await hadir.run(['terminal', 'retire', 'SN-D1']);
  const terminal = hadir.terminal('SN-D1');
  await until(async () => (await terminal.poll()).status === 503, 'the terminal to be turned away', 2000);
  assert.equal((await terminal.punches([punch('101', `${DAY} 06:59:00`)])).status, 503);
  assert.deepEqual(await hadir.export('punches'), []);
});

test('every path that terminals are known to use leads to the same place', async (t) => {
  const hadir = await morning(t);
  const variants = [{}, { suffix: '.aspx' }, { path: '/iclock/iclock' }, { path: '/kantor/rahasia/iclock' }];
  for (const [index, variant] of variants.entries()) {
    const terminal = hadir.terminal('SN-D1', variant);
    assert.equal((await terminal.handshake()).first, 'GET OPTION FROM: SN-D1', JSON.stringify(variant));
    assert.equal(acknowledged(await terminal.punches([punch('101', `${DAY} 06:0${index}:00`)])), 1);
  }
  assert.equal((await hadir.export('punches')).length, variants.length);
});

test('years that cannot be are kept, flagged and not judged', async (t) => {
  const hadir = await morning(t);
  const terminal = hadir.terminal('SN-D1');
  await terminal.handshake();
  await terminal.punches([punch('101', '2000-01-01 00:00:09'), punch('102', '2021-05-19 07:00:00'), punch('103', `${DAY} 06:59:00`)]);
  const flags = Object.fromEntries((await hadir.export('punches')).map((row) => [row.pin_or_number, row.flags.split(';')]));
  assert.ok(flags['101'].includes('time'), 'before 2015');
  assert.ok(flags['102'].includes('time'), 'more than 24 hours ahead');
  assert.ok(!flags['103'].includes('time'));
});
