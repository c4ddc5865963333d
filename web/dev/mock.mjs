// A server for the client's own tests: fixtures instead of facts, the same addresses and the same
// strict content policy as the program. node dev/mock.mjs [port]
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { agencies, board, closedBoard, earlyBoard } from './fixtures.mjs';
import * as desk from './fixtures-desk.mjs';
import * as devices from './fixtures-terminals.mjs';
import { CODE, document } from './fixtures-verify.mjs';
import * as inspection from './inspection.mjs';
import * as room from './room.mjs';
import * as sidak from './sidak.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', 'dist');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** What a test may set: who is signed in, which moment the board shows, whether the feed is cut. */
export const stage = {
  signedIn: true,
  must: false,
  role: 'admin',
  agency: '',
  /** Beside those of a desk. */
  permissions: [],
  wall: true,
  moment: 'morning',
  session: 'open',
  /** Whether there are any inspections. */
  sessions: true,
  /** Whether a wall finds one that is open. */
  openWall: false,
  part: 'leader',
  /** The room of video: `room`; `recorded`, `lobby`, `dark` in it; `missing` without a server for it. */
  video: 'room',
  ticking: false,
  day: '2021-05-17',
  feed: true,
  /** Whether a write comes through. */
  line: true,
  government: 'Kota Jambi',
  walls: [
    {
      id: '1',
      name: 'Ruang kerja Wali Kota',
      created_at: '2021-05-03T09:12:00+07:00',
      last_seen_at: '2021-05-17T07:46:12+07:00',
    },
    {
      id: '2',
      name: 'Lobi Balai Kota',
      created_at: '2021-05-10T14:40:00+07:00',
      last_seen_at: '2021-05-16T17:02:10+07:00',
    },
  ],
  accepted: false,
};
const boards = { morning: board, closed: closedBoard, early: earlyBoard };

function send(response, status, body, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type, 'Content-Security-Policy': policy });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
const problem = (response, status, code, detail, field) =>
  send(
    response,
    status,
    { type: 'about:blank', title: code, status, detail, code, field },
    'application/problem+json',
  );

/** As the program tells a change: the members that are not as before. */
const differing = (before, now) =>
  Object.fromEntries(Object.entries(now).filter(([member, value]) => before[member] !== value));

function stream(request, response) {
  if (!stage.wall) return problem(response, 401, 'unauthenticated', '');
  if (!stage.feed) return request.socket.destroy();
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Content-Security-Policy': policy,
  });
  const say = (name, data) =>
    response.write(`id: ${data.event}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  let later = 0;
  let told = boards[stage.moment]();
  say('snapshot', { ...told, day: stage.day });
  const timer = setInterval(() => {
    if (!stage.feed) return request.socket.destroy();
    if (stage.ticking) later++;
    const now = stage.ticking ? board(later) : boards[stage.moment]();
    const { event, at, counts, attention_rest } = now;
    const { from, minutes } = now.arrivals;
    say('change', {
      event,
      at,
      day: stage.day,
      counts: differing(told.counts, counts),
      attention_rest,
      arrivals: { from, minutes: minutes.slice(-2) },
    });
    told = now;
  }, 500);
  request.on('close', () => clearInterval(timer));
}

const account = () => ({
  name: 'Operator Kecamatan Telanaipura',
  role: stage.role,
  agency: stage.agency,
  person: '',
  must_change_password: stage.must,
  permissions: [
    'board.read',
    'sheet.read',
    'recap.read',
    'terminal.read',
    'terminal.write',
    'enrolment.read',
    'enrolment.write',
    'punch.read',
    'punch.review',
    'wall.connect',
    ...stage.permissions,
  ],
});
const read = {
  '/api/government': () => ({
    name: stage.government,
    short: '',
    zone: 'Asia/Jakarta',
    now: '2021-06-10T16:24:02+07:00',
    version: '0.1.0',
    speed: 1,
  }),
  '/api/board': () => boards[stage.moment](),
  '/api/agencies': () => agencies,
  '/api/terminals': () => ({ terminals: devices.terminals, at: devices.at }),
  '/api/terminals/pending': () => ({ pending: devices.pending }),
  '/api/terminals/reports': () => ({ reports: devices.reports }),
  '/api/verify-codes': () => devices.codes,
  '/api/unmapped-pins': () => devices.unmapped,
  '/api/doubtful-punches': () => devices.doubtful,
  '/api/quarantine': () => devices.quarantine,
  '/api/walls': () => ({ walls: stage.walls }),
  '/api/video': () => room.health(stage),
  [`/api/verify/${CODE}`]: () => document,
};

function get(path, url, request, response) {
  if (path === '/api/session') {
    return stage.signedIn
      ? send(response, 200, { ...account(), csrf: 'c' })
      : problem(response, 401, 'unauthenticated', '');
  }
  if (path === '/api/board/stream') return stream(request, response);
  if (/^\/api\/inspections\/[^/]+\/stream$/.test(path)) {
    if (!stage.feed) return request.socket.destroy();
    return inspection.stream(stage, request, response, policy);
  }
  if (/^\/api\/rooms\/[^/]+\/members\/[^/]+\/stream$/.test(path))
    return room.stream(stage, request, response, policy);
  const [, , kind, first, second, day] = path.split('/').map(decodeURIComponent);
  const found =
    read[path]?.() ||
    sidak.get(path, stage) ||
    inspection.get(path, stage) ||
    (path.endsWith('/orders') && { orders: devices.orders }) ||
    (kind === 'sheets' && desk.sheet(first, second)) ||
    (kind === 'people' && desk.explain(first, day)) ||
    (kind === 'recaps' && desk.recap(url.searchParams.get('date')));
  if (found) return send(response, 200, found);
  return problem(response, 404, 'not_found', '');
}

function write(path, method, body, response) {
  if (path === '/api/sessions') {
    if (body.password !== 'benar') return problem(response, 401, 'unauthenticated', 'wrong');
    stage.signedIn = true;
    return send(response, 201, { account: account(), expires_at: devices.at });
  }
  if (path === '/api/session' && method === 'DELETE') stage.signedIn = false;
  if (path === '/api/session/password') stage.must = false;
  if (path === '/api/wall-codes')
    return send(response, 201, {
      code: '483920',
      secret: 's',
      expires_at: '2021-06-10T16:34:02+07:00',
    });
  if (path === '/api/wall-codes/claim') return send(response, stage.accepted ? 200 : 202);
  if (path === '/api/walls') {
    if (body.code !== '483920')
      return problem(response, 404, 'not_found', 'Kode tidak dikenal.', 'code');
    stage.accepted = true;
    return send(response, 201, {
      id: '3',
      name: body.name,
      created_at: devices.at,
      last_seen_at: null,
    });
  }
  if (!stage.line) return response.destroy();
  const told = room.write(path, method, body, stage) ?? sidak.write(path, method, body);
  if (told) return send(response, ...told);
  const moved = inspection.act(path, body, stage);
  if (moved) return send(response, 201, moved);
  if (path.endsWith('/orders')) return send(response, 201, devices.orders[0]);
  if (path.startsWith('/api/verify-codes/')) return send(response, 200, { ...body, changed: true });
  if (path.endsWith('/approve')) return send(response, 200, devices.terminals[1]);
  if (path === '/api/reviews') return send(response, 201, { decided: body.punches.length });
  if (path === '/api/enrolments') return send(response, 201, body);
  return send(response, 204);
}

const CAMERA = '/dev/camera.js';

/** The page, with cameras and connections that are drawn. */
function page(response) {
  const script = `<script src="${CAMERA}"></script>`;
  response.writeHead(200, { 'Content-Type': types['.html'], 'Content-Security-Policy': policy });
  response.end(readFileSync(join(dist, 'index.html'), 'utf8').replace('<head>', `<head>${script}`));
}

function file(path, response) {
  if (path === CAMERA) {
    response.writeHead(200, { 'Content-Type': types['.js'], 'Content-Security-Policy': policy });
    return createReadStream(join(here, 'camera.js')).pipe(response);
  }
  const wanted = join(dist, normalize(path));
  const found =
    wanted.startsWith(dist) && extname(wanted) && existsSync(wanted)
      ? wanted
      : join(dist, 'index.html');
  if (found.endsWith('index.html')) return page(response);
  response.writeHead(200, {
    'Content-Type': types[extname(found)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
  });
  createReadStream(found).pipe(response);
}

export function serve(port) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://mock');
    const path = url.pathname;
    if (!path.startsWith('/api/')) return file(path, response);
    if (request.method === 'GET') return get(path, url, request, response);
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => write(path, request.method, text ? JSON.parse(text) : {}, response));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 7101);
  await serve(port);
  console.log(`http://127.0.0.1:${port}`);
}
