// Every reply is as the OpenAPI document describes it, on the demo government with its morning.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Contract } from './lib/contract.mjs';
import { Events } from './lib/events.mjs';
import { Hadir, accountIn, until } from './lib/hadir.mjs';
import { photograph } from './lib/photograph.mjs';
import { keepFilm } from './lib/recording.mjs';
import { Member, OFFER, video } from './lib/room.mjs';
import { punch } from './lib/terminal.mjs';

const DAY = '2021-05-17';

/** The demo government at 07.46 with everything that can be shown: see each step. */
async function demo(t) {
  const hadir = await Hadir.make(t, { init: false });
  const { stdout, stderr } = await hadir.run(['demo', 'jambi']);
  hadir.administrator = accountIn(stdout + stderr);
  await hadir.serve({ clock: `${DAY}T07:46:12+07:00`, args: await video(hadir, '21150-21159') });
  return hadir;
}

/** A terminal with an order answered, a row in quarantine, a PIN of nobody, and a broken sensor. */
async function trouble(hadir, serial) {
  const terminal = hadir.terminal(serial);
  await terminal.handshake();
  await terminal.punches([punch('999999', '1970-01-01 00:03:00')]);
  await terminal.punches([punch('999999', `${DAY} 07:40:00`), `1\t${DAY} 24:10:00\t0\t15\t0\t0\t0`]);
  await terminal.upload('OPERLOG', `OPLOG 21\t7\t${DAY} 06:41:00\t0\t0\t0\t0\t`);
  await terminal.upload('ERRORLOG', 'ErrCode=D01E0001\tErrMsg=sensor\tDataOrigin=dev\tCmdId=\tAdditional=\n');
  for (const line of (await terminal.poll()).text.split('\n').filter((one) => one.startsWith('C:'))) {
    const [, id, words] = /^C:(\d+):(\S+)/.exec(line);
    await terminal.result(id, 0, words, words === 'VERIFY' ? 'AttlogSum=2\n' : '');
  }
  await hadir.terminal('SN-STRANGER').handshake();
  return terminal;
}

const namesOf = (path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

/** Who signs in may ask everything; each call is checked. */
function caller(fetch, contract) {
  return async (method, path, { values = {}, query = '', ...options } = {}) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name) => {
      assert.ok(name in values, `${path}: no sample for {${name}}`);
      return encodeURIComponent(values[name]);
    });
    const body = method === 'POST' || method === 'PUT' || method === 'PATCH' ? (options.body ?? {}) : undefined;
    const reply = contract.check(method, path, await fetch(address + query, { method, ...options, body }));
    assert.ok(reply.status < 300, `${method} ${address}${query}: ${reply.status} ${reply.text}`);
    return reply;
  };
}

async function writes(hadir, call, serial) {
  await call('POST', '/api/terminals/{serial}/orders', { values: { serial }, body: { order: 'sum', from: DAY, to: DAY } });
  await call('POST', '/api/terminals/{serial}/orders', { values: { serial }, body: { order: 'info' } });
  await trouble(hadir, serial);
  await call('PATCH', '/api/terminals/{serial}', { values: { serial }, body: { model: 'IriShield 3' } });
  await call('PUT', '/api/verify-codes/{model}/{code}', { values: { model: 'IriShield 3', code: 15 }, body: { method: 'iris' } });
  const asked = await call('POST', '/api/wall-codes');
  await call('POST', '/api/wall-codes/claim', { body: { secret: asked.json.secret } });
  const wall = await call('POST', '/api/walls', { body: { code: asked.json.code, name: 'Ruang rapat' } });
  await call('POST', '/api/wall-codes/claim', { body: { secret: asked.json.secret } });
  const doubtful = await call('GET', '/api/doubtful-punches');
  const punches = doubtful.json.punches.slice(0, 1).map(({ id }) => ({ id }));
  await call('POST', '/api/reviews', { body: { decision: 'refused', reason: 'uji coba', punches } });
  return wall.json.id;
}

/** One sample of every value that a path can have. */
async function samples(call, serial, agency) {
  const sheet = await call('GET', '/api/sheets/{agency}/{day}', { values: { agency, day: DAY } });
  const late = sheet.json.lines.find(({ state }) => state === 'late') ?? sheet.json.lines[0];
  return { agency, day: DAY, serial, number: late.number };
}

/** An inspection with an act of every kind; gives its code. */
async function inspect(call, agency, number) {
  const plan = { kind: 'surprise', day: DAY, leader: 'Wakil Wali Kota' };
  const at = { values: { inspection: (await call('POST', '/api/inspections', { body: plan })).json.inspection } };
  const room = '/api/inspections/{inspection}';
  const post = (what, body) => call('POST', `${room}/${what}`, { ...at, body });
  const counts = { present: 1, sick: 0, permit: 0, leave: 0, duty_travel: 0, other: 0, missing: 0 };
  await call('PUT', room, { ...at, body: { ...plan, planned: '08:30', place: 'JCOC' } });
  await post('members', { name: 'Kepala BKPSDMD', part: 'official' });
  await post('open', { order: 'kind' });
  await post('ticket', {});
  await post('order', { agency, place: 1 });
  await post('calls', { agency });
  await post('answers', { agency });
  await post('statements', { agency, source: 'spoken', by: 'Kepala Dinas', groups: [{ group: 'asn', ...counts }] });
  await post('reasons', { agency, reasons: [{ number, claim: 'away' }] });
  await call('POST', `${room}/agencies/{agency}/recap-pages`, { values: { ...at.values, agency }, body: photograph() });
  await call('GET', `${room}/agencies/{agency}/recap-pages/{paper}/{page}`, { values: { ...at.values, agency, paper: 1, page: 1 } });
  await post('manual-recaps', { agency, groups: [{ group: 'asn', ...counts }], signed_by: 'Kepala Dinas' });
  await post('notes', { text: 'catatan' });
  await post('instructions', { agency, text: 'lapor', owner: 'Kepala Dinas', working_days: 2 });
  await call('POST', `${room}/instructions/{item}`, { values: { ...at.values, item: 1 }, body: { state: 'done' } });
  await post('programmes', { agency, title: 'BLT', unit: 'desa', done: 202, total: 237 });
  await post('turns', { agency, turn: 'answered' });
  return at.values.inspection;
}

/** What else a route can be asked. */
const QUERIES = {
  '/api/recaps': [`?date=${DAY}`, `?date=${DAY}&to=2021-05-18`, `?date=${DAY}&month=1`, `?date=${DAY}&format=csv`],
  '/api/punches': ['?limit=20', '?after=1', '?limit=20000'],
  '/api/doubtful-punches': ['', '?decided=1'],
  '/api/quarantine': ['', '?before=100000'],
  '/api/inspections/{inspection}/acts': ['', '?format=csv'],
  '/api/terminals/reports': ['', '?audit=1'],
};

test('every reply is what the document says', { timeout: 240_000 }, async (t) => {
  const hadir = await demo(t);
  const contract = await Contract.of(hadir);
  const look = await hadir.signIn();
  const call = caller(look, contract);
  const terminals = await call('GET', '/api/terminals');
  const { serial, agency } = terminals.json.terminals.find(({ state }) => state === 'connected');
  let wall, inspection, office;

  await t.test('of writes', async () => {
    wall = await writes(hadir, call, serial);
  });

  await t.test('of every route that reads, in both languages', async () => {
    await hadir.recap(DAY); // the board has caught up
    office = (await call('GET', '/api/agencies')).json.find(({ parent }) => !parent).code;
    const values = await samples(call, serial, agency);
    const pdf = join(hadir.folder, 'rekap.pdf');
    values.document = (await hadir.run(['recap', '--date', DAY, '--agency', agency, '--pdf', pdf])).stdout.trim();
    const shown = await call('POST', '/api/verify', { body: await readFile(pdf) });
    assert.equal(shown.json.finding, 'genuine');
    const { lines } = (await call('GET', '/api/sheets/{agency}/{day}', { values: { ...values, agency: office } })).json;
    values.inspection = inspection = await inspect(call, office, lines[0].number);
    await keepFilm(hadir, inspection, (values.film = 'm-1-video-1.webm'));
    await call('GET', '/api/inspections/{inspection}/agencies/{agency}', { values: { inspection, agency: office } });
    for (const [method, path, operation] of contract.operations().filter(([name]) => name === 'GET')) {
      if (operation.responses[200].content['text/event-stream']) continue; // below
      if (path === '/api/inspections/{inspection}/agencies/{agency}') continue; // above, with another agency
      if (!namesOf(path).every((name) => name in values)) continue; // elsewhere; the last test says if not
      if (path.includes('/papers/') || path.endsWith('/minutes')) continue; // below, after the closing
      for (const query of QUERIES[path] ?? ['']) {
        for (const language of ['id', 'en']) {
          await call(method, path, { values, query, headers: { 'Accept-Language': language } });
        }
      }
    }
    for (const line of (await call('GET', '/api/sheets/{agency}/{day}', { values: { ...values, agency: '-' } })).json.lines.slice(0, 200)) {
      await call('GET', '/api/people/{number}/days/{day}', { values: { ...values, number: line.number } });
    }
    for (const day of ['2021-05-16', '2021-06-01']) {
      await call('GET', '/api/people/{number}/days/{day}', { values: { ...values, day } });
      await call('GET', '/api/sheets/{agency}/{day}', { values: { ...values, day } });
    }
  });

  await t.test('something was there to be looked at', async () => {
    const json = async (path) => (await call('GET', path, { values: { serial } })).json;
    assert.ok((await json('/api/unmapped-pins')).pins.length > 0);
    assert.ok((await json('/api/quarantine')).rows.length > 0);
    assert.ok((await json('/api/terminals/reports')).reports.length > 1);
    assert.ok((await json('/api/terminals/pending')).pending.length > 0);
    assert.ok((await json('/api/terminals/{serial}/orders')).orders.some(({ here }) => here !== undefined));
    assert.ok((await json('/api/walls')).walls.length > 0);
    assert.ok((await json('/api/board')).attention.length > 0);
  });

  await t.test('of the event stream: what is, and what changes', async () => {
    const { headers } = await hadir.session();
    const events = await Events.open(`${hadir.url}/api/board/stream`, { Cookie: headers.Cookie });
    t.after(() => events.close());
    await until(() => events.heard.length, 'the snapshot');
    const pin = (await hadir.export('people')).find((person) => person.agency === agency).pin;
    await hadir.terminal(serial).punches([punch(pin, `${DAY} 07:46:00`)]);
    await until(() => events.heard.some(({ event }) => event === 'change'), 'a change', 20_000);
    const room = '/api/inspections/{inspection}/stream';
    const session = await Events.open(`${hadir.url}${room.replace('{inspection}', inspection)}`, { Cookie: headers.Cookie });
    t.after(() => session.close());
    await until(() => session.heard.length, 'the room');
    await call('POST', '/api/inspections/{inspection}/calls', { values: { inspection }, body: { agency: office } });
    await until(() => session.heard.some(({ data }) => data.called === office && data.progress), 'the call');
    contract.checkEvents(room, session.heard);
    contract.checkEvents('/api/board/stream', events.heard);
    assert.equal(contract.check('GET', '/api/board/stream', { status: 200, headers: events.headers, text: '' }).status, 200);
  });

  await t.test('of a room of video, as far as it goes without a browser', async () => {
    const member = await Member.join(hadir, 'rapat', hadir.administrator, { role: 'moderator' });
    const events = (await member.listen(hadir, t, hadir.administrator)).events;
    await member.see(({ ready }) => ready, 'the room to be ready');
    const place = (method, what, body) => call(method, `/api/rooms/{room}/members/{member}${what}`, { values: { room: 'rapat', member: member.id }, body });
    contract.check('POST', '/api/rooms/{room}/members', member.joined);
    await place('POST', '/publish', { sdp: OFFER });
    await place('POST', '/candidates', { connection: 'publish', candidate: '' });
    await place('POST', '/watch', {});
    await place('POST', '/hand', { raised: true });
    await place('POST', '/sayings', { text: 'Selamat pagi' });
    await place('POST', '/presence', { quality: 3 });
    await place('POST', '/orders', { order: 'floor', member: member.id, on: true });
    await place('POST', '/orders', { order: 'ask', member: member.id });
    await place('DELETE', '/publish');
    await place('DELETE', '');
    await until(() => events.heard.some(({ event }) => event === 'gone'), 'the farewell');
    contract.checkEvents('/api/rooms/{room}/members/{member}/stream', events.heard);
  });

  await t.test('of the writes that take something away', async () => {
    const { json } = await call('GET', '/api/unmapped-pins');
    const { lines } = (await call('GET', '/api/sheets/{agency}/{day}', { values: { agency, day: DAY } })).json;
    await call('POST', '/api/enrolments', { body: { pin: json.pins[0].pin, number: lines[0].number } });
    await call('POST', '/api/terminals/{serial}/approve', { values: { serial: 'SN-STRANGER' }, body: { agency } });
    await until(async () => (await look('/api/terminals/SN-STRANGER/orders')).status === 200, 'the terminal to be known');
    await call('POST', '/api/terminals/{serial}/retire', { values: { serial: 'SN-STRANGER' } });
    await call('POST', '/api/terminals/{serial}/refuse', { values: { serial: 'SN-OTHER' } });
    const pattern = { code: 'camat', valid_from: '2026-07-01', name: 'Kecamatan', decree: 'Perwal 1/2026' };
    await call('POST', '/api/patterns', { body: { ...pattern, hours: [{ slot: 'mon', start: '08:00', end: '16:00' }] } });
    const { leave } = (await call('GET', '/api/leave')).json;
    await call('POST', '/api/leave/withdrawals', { body: { number: leave[0].number } });
    await call('DELETE', '/api/walls/{id}', { values: { id: wall } });
    const plan = { kind: 'meeting', day: '2021-05-18', leader: 'Sekretaris Daerah' };
    const planned = await call('POST', '/api/inspections', { body: plan });
    await call('DELETE', '/api/inspections/{inspection}', { values: planned.json });
    const letter = { agency, account: 'wakil', name: 'Sekretaris', authority: 'ST/1', from: DAY, to: DAY };
    await hadir.run(['user', 'add', 'wakil', '--role', 'deputy']);
    await call('POST', '/api/delegations', { body: letter });
    await call('GET', '/api/delegations');
    const head = accountIn((await hadir.run(['user', 'add', 'kepala', '--role', 'head', '--agency', office])).stdout);
    const asHead = caller(await hadir.signIn(head), contract);
    const own = accountIn((await hadir.run(['user', 'add', 'pegawai', '--role', 'staff', '--person', lines[0].number])).stdout);
    const asOwn = caller(await hadir.signIn(own), contract);
    await asOwn('POST', '/api/inspections/{inspection}/own', { values: { inspection }, body: { text: 'saya hadir' } });
    await asHead('POST', '/api/inspections/{inspection}/confirmations', { values: { inspection }, body: { agency: office } });
    await asHead('POST', '/api/inspections/{inspection}/manual-recaps/confirmations', { values: { inspection }, body: { agency: office, paper: 1 } });
    await call('POST', '/api/inspections/{inspection}/close', { values: { inspection } });
    const after = (what, body) => call('POST', `/api/inspections/{inspection}/${what}`, { values: { inspection }, body });
    await after('written-reports', { working_days: 2 });
    await after('written-reports/notes', { agencies: [office], state: 'received', reference: '800/1' });
    await call('GET', '/api/inspections/{inspection}/written-reports', { values: { inspection } });
    await asHead('GET', '/api/written-reports');
    await asOwn('GET', '/api/own/inspections');
    await call('GET', '/api/inspections/{inspection}/follow-ups', { values: { inspection } });
    await after('follow-ups', { numbers: [], path: 'guidance', reason: 'baru sekali', official: 'Sekda' });
    await call('GET', '/api/inspections/{inspection}/after', { values: { inspection } });
    await after('amendments', { text: 'ralat' });
    const { papers } = (await after('papers', { number: '800/17' })).json;
    assert.equal((await after('papers', {})).status, 200);
    const paper = { values: { inspection, document: papers[0].code } };
    await call('GET', '/api/inspections/{inspection}/minutes', paper);
    await call('GET', '/api/inspections/{inspection}/papers/{document}', paper);
    await call('GET', '/api/inspections/{inspection}/papers/{document}/qr', paper);
    const page = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    await call('POST', '/api/inspections/{inspection}/papers/{document}/copy', { ...paper, query: '?kind=scan', body: page });
    await call('GET', '/api/inspections/{inspection}/papers/{document}/copy', paper);
    await call('GET', '/api/inspections/{inspection}/papers/{document}/copies', paper);
    await call('GET', '/api/inspections/{inspection}/papers/{document}/copies/{copy}', { values: { ...paper.values, copy: '1' } });
  });

  await t.test('of the door', async () => {
    const { account, password } = hadir.administrator;
    await call('POST', '/api/sessions', { body: { account, password } });
    await call('PUT', '/api/session/password', { body: { old: password, new: 'kereta-malam-ke-muara-bungo' } });
    await call('DELETE', '/api/session');
  });

  await t.test('of refusals', async () => {
    const refused = async (status, ...request) => {
      const [method, path, options] = request;
      const reply = contract.check(method, path, await hadir.fetch(options?.address ?? path, { method, ...options }));
      assert.equal(reply.status, status, reply.text);
    };
    await refused(401, 'GET', '/api/terminals');
    await refused(422, 'POST', '/api/sessions', { body: { account: 'a' } });
    await refused(401, 'POST', '/api/sessions', { body: { account: 'a', password: 'b' } });
  });

  await t.test('and no operation was passed over', () => {
    const needsMedia = ['answer', 'layers'].map((what) => `POST /api/rooms/{room}/members/{member}/${what}`); // browser/room.mjs
    assert.deepEqual(contract.untouched(), needsMedia);
  });
});

test('a reply that is not as described is noticed', { timeout: 60_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await hadir.serve({ clock: `${DAY}T07:46:12+07:00` });
  const contract = await Contract.of(hadir);
  const good = await hadir.fetch('/api/government');
  contract.check('GET', '/api/government', good);
  const said = (change) => ({ ...good, text: JSON.stringify({ ...good.json, ...change }) });
  for (const [change, what] of [[{ colour: 'red' }, /additional/], [{ zone: 7 }, /string/], [{ now: 'today' }, /date-time/], [{ name: undefined }, /required/]]) {
    assert.throws(() => contract.check('GET', '/api/government', said(change)), what);
  }
  assert.throws(() => contract.check('GET', '/api/government', { ...good, headers: { 'content-type': 'text/html' } }), /not described/);
});
