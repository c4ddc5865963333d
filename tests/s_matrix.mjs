// Every route, asked by every role: allowed exactly when the tables of the program say so.
//
// Routes, roles and permissions come from the program's own description, requests from its schemas: a new
// route or role is asked by itself.  Everybody has the scope A; B is the other agency, whose people and
// terminals nobody of A may see or touch.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { Hadir, PROGRAM, runProgram } from './lib/hadir.mjs';
import { Actor, requestOf, routesOf } from './lib/matrix.mjs';
import { DAY, NEXT_DAY, agency, at, nip, open, openOffice, person } from './lib/office.mjs';
import { punch } from './lib/terminal.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What everybody may ask; a new one is written here after thinking twice. */
const PUBLIC = [
  'GET /api/government', 'GET /api/openapi.json', 'GET /api/verify/{document}', 'GET /healthz', 'GET /metrics',
  'POST /api/sessions', 'POST /api/verify', 'POST /api/wall-codes', 'POST /api/wall-codes/claim',
];

/** These prove themselves by a token instead of an account. */
const TOKENS = ['wall', 'machine'];

const PASSWORD = 'lampu-merah-di-simpang-kawat';
const AGENCIES = [agency('A'), agency('A1', { parent: 'A' }), agency('B')];
const PEOPLE = [person(1, 'A'), person(2, 'A1'), person(3, 'B', { name: 'Rahasia Tiga' }), person(4, 'B', { name: 'Rahasia Empat' })];
const SECRET = new RegExp(`Rahasia|${nip(3)}|${nip(4)}`);

/** What the fields of these names hold in a request about one's own agency, and about the other. */
const THINGS = { day: DAY, date: DAY, item: '1', paper: 1, page: '1', model: 'K40', code: '1', room: 'rapat', member: 'm1', pin: '900', account: 'uji-deputy', total: 9, old: '' };
const OWN = { ...THINGS, agency: 'A', number: nip(2), serial: 'SN-A', terminal: 'SN-A' };
const OTHER = { ...THINGS, agency: 'B', number: nip(3), serial: 'SN-B', terminal: 'SN-B' };

/** The inspections: one in session, one whose plan is changed, one that is withdrawn. */
const OPEN = '20210517-1';
const PLANNED = '20210517-2';
const IDLE = '20210517-3';

function inspectionFor({ method, path }) {
  if (method === 'GET' || !/\{inspection\}(\/open|\/members)?$/.test(path)) return OPEN;
  return method === 'DELETE' ? IDLE : PLANNED;
}

/** What the door says, in English. */
const DOOR = {
  stranger: 'sign in first',
  page: 'the page that sent this is not one of ours; load it again',
  password: 'choose a password of your own first',
  role: 'your role does not allow this',
};

/** These speak of the caller alone, or of what he may see: naming somebody else brings nothing. */
const ABOUT_ONESELF = ['GET /api/leave', 'POST /api/inspections/{inspection}/own'];

/** These need what is not here; the named test goes through them. */
const REACHED_ELSEWHERE = {
  'GET /api/verify/{document}': 's_documents.mjs',
  'POST /api/verify': 's_verify.mjs',
  'POST /api/sessions': 's_permissions.mjs',
  'PUT /api/session/password': 's_permissions.mjs',
  'POST /api/wall-codes/claim': 's_permissions.mjs',
  'POST /api/walls': 's_permissions.mjs',
  'POST /api/reviews': 'd_doubtful.mjs',
  'POST /api/patterns': 'c_patterns.mjs',
  'GET /api/inspections/{inspection}/recording/{film}': 'c_recording.mjs',
  'POST /api/inspections/{inspection}/amendments': 'c_inspection.mjs, after the closing',
  'POST /api/inspections/{inspection}/follow-ups': 'c_inspection.mjs, after the closing',
  'POST /api/inspections/{inspection}/order': 'c_inspection.mjs',
  'POST /api/inspections/{inspection}/papers': 'c_papers.mjs, after the closing',
  'GET /api/inspections/{inspection}/minutes': 'c_papers.mjs, after the closing',
  'GET /api/inspections/{inspection}/papers/{document}': 'c_papers.mjs',
  'POST /api/inspections/{inspection}/papers/{document}/copy': 'c_papers.mjs',
  'GET /api/inspections/{inspection}/papers/{document}/copy': 'c_papers.mjs',
  'GET /api/inspections/{inspection}/papers/{document}/copies': 'c_papers.mjs',
  'GET /api/inspections/{inspection}/papers/{document}/copies/{copy}': 'c_papers.mjs',
  'GET /api/inspections/{inspection}/papers/{document}/qr': 'c_papers.mjs',
  'GET /api/inspections/{inspection}/agencies/{agency}/recap-pages/{paper}/{page}': 'c_recap_paper.mjs',
  'POST /api/inspections/{inspection}/agencies/{agency}/recap-pages': 'c_recap_paper.mjs, with a picture for a body',
  'POST /api/inspections/{inspection}/manual-recaps/confirmations': 'c_recap_paper.mjs',
  'POST /api/inspections/{inspection}/written-reports/notes': 'c_inspection.mjs, after the closing',
};
const isReachedElsewhere = (name) => name.includes('/api/rooms/') || name in REACHED_ELSEWHERE; // rooms: v_room.mjs

const nameOf = ({ method, path }) => `${method} ${path}`;
const isWrite = ({ method }) => method !== 'GET';
const isDoor = ({ permission }) => permission !== 'public';

/** Refused by the door, for this reason. */
function assertRefused(reply, status, detail, told) {
  assert.equal(reply.status, status, `${told}: ${reply.text}`);
  assert.match(reply.type, /^application\/problem\+json/, told);
  const said = JSON.parse(reply.text);
  assert.equal(said.status, status, told);
  assert.equal(said.detail, detail, told);
}

/** Let in: whatever else is wrong with the request, it is not who asks. */
function assertLetIn(reply, told) {
  assert.ok(reply.status >= 200 && reply.status < 500 && reply.status !== 405, `${told}: ${reply.status} ${reply.text}`);
  if (reply.status < 400) return;
  assert.match(reply.type, /^application\/problem\+json/, told);
  const said = JSON.parse(reply.text);
  assert.equal(said.status, reply.status, told);
  assert.ok(!Object.values(DOOR).includes(said.detail), `${told}: ${reply.text}`);
}

/** An account or a token with a role over A. */
async function actorOf(hadir, role, may) {
  if (TOKENS.includes(role)) {
    const { stdout } = await hadir.run(['token', 'add', `uji ${role}`, '--role', role, '--agency', 'A']);
    return new Actor(role, hadir.url, { headers: { Authorization: `Bearer ${/^key:\s+(\S+)/m.exec(stdout)[1]}` }, may });
  }
  const account = `uji-${role}`;
  for (const words of [['add', account, '--role', role, '--agency', 'A', '--person', nip(2)], ['passwd', account]]) {
    const done = await runProgram(PROGRAM, ['user', ...words, '--password-stdin', '--data', hadir.data], { input: `${PASSWORD}\n` });
    assert.equal(done.status, 0, done.stderr);
  }
  return signedIn(hadir, role, { account, password: PASSWORD }, { may });
}

async function signedIn(hadir, name, who, more) {
  const { headers, csrf } = await hadir.session(who);
  return new Actor(name, hadir.url, { headers: { Cookie: headers.Cookie }, csrf, ...more });
}

/** One of each role; a few at a time, because each hashes passwords. */
async function actorsOf(hadir, roles) {
  const waiting = Object.entries(roles);
  const actors = [];
  const make = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) actors.push(await actorOf(hadir, next[0], next[1].permissions));
  };
  await Promise.all([make(), make(), make()]);
  return actors;
}

/** A wall that somebody of an agency connected: its id. */
async function wallOf(hadir, code) {
  const { stdout } = await hadir.run(['token', 'add', `layar ${code}`, '--role', 'wall', '--agency', code]);
  return /^id:\s+(\d+)/m.exec(stdout)[1];
}

/** Two agencies with punches and leave, an inspection that is open and one that is planned. */
async function prepare(t) {
  const hadir = await Hadir.make(t);
  await open(hadir, AGENCIES, PEOPLE);
  await hadir.import('leave', [2, 4].map((n) => ({ number: nip(n), kind: 'permit', from: NEXT_DAY, to: NEXT_DAY, reference: 'contoh' })));
  await hadir.serve({ clock: at('07:30') });
  for (const [code, n, things] of [['A', 101, OWN], ['B', 103, OTHER]]) {
    things.id = await wallOf(hadir, code);
    await hadir.terminal(`SN-${code}`).punches([punch(String(n), `${DAY} 07:00:00`), punch(`9${n}`, `${DAY} 07:01:00`)]);
  }
  const ask = await hadir.signIn();
  for (const code of [OPEN, PLANNED, IDLE]) {
    const planned = await ask('/api/inspections', { method: 'POST', body: { kind: 'surprise', day: DAY, leader: 'Sekretaris Daerah' } });
    assert.equal(planned.json.inspection, code, planned.text);
  }
  assert.equal((await ask(`/api/inspections/${OPEN}/open`, { method: 'POST', body: {} })).status, 201);
  return hadir;
}

/** Everything that the tests below share. */
async function matrixOf(t) {
  const hadir = await prepare(t);
  const openapi = (await hadir.fetch('/api/openapi.json')).json;
  const actors = await actorsOf(hadir, openapi['x-roles']);
  const administrator = await signedIn(hadir, 'administrator', hadir.administrator, { may: Object.keys(openapi['x-permissions']), scoped: false });
  const routes = routesOf(openapi);
  const requestFor = (route, things) => requestOf(openapi, route, { ...things, inspection: inspectionFor(route) });
  /** Ask everybody the routes that `wanted` says, each his own in turn. */
  const everybody = (those, wanted, check) =>
    Promise.all(those.map(async (actor) => {
      for (const route of routes.filter(wanted)) await check(actor, route, requestFor(route, OWN), `${actor.name} ${nameOf(route)}`);
    }));
  return { hadir, openapi, actors, administrator, routes, requestFor, everybody };
}

/** One actor through the whole table; gives the routes that answered well. */
async function walk({ routes, requestFor }, actor) {
  const well = [];
  for (const route of routes) {
    for (const [what, things] of [['B', OTHER], ['A', OWN]]) {
      const request = requestFor(route, things);
      if (what === 'B' && !(request.names.length && actor.scoped)) continue;
      const told = `${actor.name} ${nameOf(route)} ${what}`;
      const reply = await actor.ask(route, request);
      if (!actor.mayAsk(route)) assertRefused(reply, 403, DOOR.role, told);
      else assertLetIn(reply, told);
      if (actor.scoped) assert.doesNotMatch(reply.text, SECRET, told);
      if (what === 'B' && !ABOUT_ONESELF.includes(nameOf(route))) assert.ok([403, 404].includes(reply.status), `${told}: ${reply.status} ${reply.text}`);
      if (reply.status < 300) well.push(nameOf(route));
    }
  }
  return well;
}

test('who may what', async (t) => {
  const matrix = await matrixOf(t);
  const { hadir, openapi, actors, administrator, routes, everybody } = matrix;
  const accounts = actors.filter(({ csrf }) => csrf);

  await t.test('the routes for everybody are those we thought about', () => {
    assert.deepEqual(routes.filter((route) => !isDoor(route)).map(nameOf).sort(), PUBLIC);
    const known = new Set(['public', 'session', ...Object.keys(openapi['x-permissions'])]);
    for (const route of routes) assert.ok(known.has(route.permission), `${nameOf(route)}: ${route.permission}`);
  });

  await t.test('docs/permissions.md says what the program says', async () => {
    const checked = await runProgram(join(ROOT, 'script/permissions'), ['--check'], { env: { HADIR_PROGRAM: PROGRAM } });
    assert.equal(checked.status, 0, checked.stderr);
  });

  await t.test('a stranger, and who shows a key that is none, is nobody', async () => {
    const forged = 'f'.repeat(43);
    const strangers = [{}, { Cookie: `hadir_session=${forged}` }, { Cookie: `hadir_wall=${forged}` }, { Authorization: `Bearer ${forged}` }];
    const those = strangers.map((headers) => new Actor(JSON.stringify(headers), hadir.url, { headers, csrf: forged }));
    await everybody(those, isDoor, async (actor, route, request, told) => assertRefused(await actor.ask(route, request), 401, DOOR.stranger, told));
  });

  await t.test('a write without the token of its session is refused', async () => {
    const foreign = administrator.csrf;
    await everybody(accounts, (route) => isDoor(route) && isWrite(route), async (actor, route, request, told) => {
      assertRefused(await actor.ask(route, request, ''), 403, DOOR.page, told);
    });
    await everybody(accounts.slice(0, 1), (route) => isDoor(route) && isWrite(route), async (actor, route, request, told) => {
      assertRefused(await actor.ask(route, request, foreign), 403, DOOR.page, told);
    });
  });

  await t.test('a route answers a role exactly when the tables say so, within its scope only', async () => {
    const well = new Set((await Promise.all(actors.map((actor) => walk(matrix, actor)))).flat());
    for (const name of await walk(matrix, administrator)) well.add(name);
    const missed = routes.map(nameOf).filter((name) => !well.has(name) && !isReachedElsewhere(name));
    for (const name of Object.keys(REACHED_ELSEWHERE)) assert.ok(routes.some((route) => nameOf(route) === name), `${name} is no route`);
    assert.deepEqual(missed, [], 'these answered nobody well: say in OWN what their fields hold');
  });

  await t.test('a session that has ended is nobody', async () => {
    await hadir.moveTo(at('19:31'));
    for (const actor of accounts) actor.url = hadir.url;
    await everybody(accounts, isDoor, async (actor, route, request, told) => assertRefused(await actor.ask(route, request), 401, DOOR.stranger, told));
  });
});

test('whoever has the password of another may only choose his own', async (t) => {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 1);
  await hadir.serve({ clock: at('07:30') });
  const newcomer = await signedIn(hadir, 'newcomer', hadir.administrator, {});
  const openapi = (await hadir.fetch('/api/openapi.json')).json;
  for (const route of routesOf(openapi).filter(({ permission }) => !['public', 'session'].includes(permission))) {
    assertRefused(await newcomer.ask(route, requestOf(openapi, route, OWN)), 403, DOOR.password, nameOf(route));
  }
});
