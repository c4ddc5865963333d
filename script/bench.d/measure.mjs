// measure.mjs - what the rows of the table share: a server with people, and the line they print.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { Hadir } from '../../tests/lib/hadir.mjs';
import { agency, person } from '../../tests/lib/office.mjs';

const endings = [];
export const t = { after: (end) => endings.push(end) };

/** Run a row and clean up behind it. */
export async function row(measure) {
  try {
    await measure();
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** Print the row: `met` compares with what design wants. */
export function report(name, ours, baseline, ratio, wanted, met) {
  console.log([name, ours, baseline, ratio, wanted, met ? 'yes' : 'no'].join(' | '));
}

/** The middle one of an odd number of measurements: what a neighbour does to one does not count. */
export const median = (all, key) => [...all].sort((a, b) => key(a) - key(b))[(all.length - 1) / 2];

export const round = (value) => Math.round(value).toLocaleString('en').replaceAll(',', ' ');

/** A number as an 18-digit NIP that is valid and unlike its neighbours. */
export function number(n) {
  const month = 1 + (Math.floor(n / 999) % 12);
  const year = 1970 + (Math.floor(n / 11988) % 30);
  const two = (value) => String(value).padStart(2, '0');
  return `${year}${two(month)}01${year + 24}011${String(1 + (n % 999)).padStart(3, '0')}`;
}

/** A government of `people` in `agencies` offices, and approved terminals SN-0 to SN-<terminals - 1>. */
export async function government(people, { agencies = 40, terminals = 40 } = {}) {
  const hadir = await Hadir.make(t);
  await hadir.import('agencies', Array.from({ length: agencies }, (_, n) => agency(`D${n}`)));
  const rows = Array.from({ length: people }, (_, n) =>
    person(1, `D${n % agencies}`, { number: number(n), name: `Pegawai ${n}`, pin: String(100000 + n) }),
  );
  const file = await hadir.fileOf('people', rows);
  const started = performance.now();
  await hadir.run(['import', 'people', file]);
  hadir.importSeconds = (performance.now() - started) / 1000;
  for (let n = 0; n < terminals; n++) await hadir.approve(`SN-${n}`, `D${n % agencies}`);
  return hadir;
}

/** A request as bytes of HTTP. */
export function wire(method, path, { headers = {}, body = '' } = {}) {
  const lines = Object.entries({ Host: 'x', ...headers, 'Content-Length': Buffer.byteLength(body) }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** Send requests ({lane, counts, bytes}, watch.c) and time until all watchers know. */
export async function watch({ hadir, port, cookie, watchers, seconds, stream, word, requests }) {
  const file = join(hadir.folder, 'requests');
  await writeFile(file, requests.map(({ lane = 0, counts = 1, bytes }) => `${lane} ${counts} ${Buffer.byteLength(bytes)}\n${bytes}`).join(''));
  const said = await output('build-bench/watch', port, cookie, watchers, seconds, stream, word, file);
  const [p50, p99, max, answered, sightings] = said.trim().split(' ').map(Number);
  const wanted = requests.filter(({ counts = 1 }) => counts).length;
  if (answered < wanted * 0.98) throw new Error(`only ${answered} of ${wanted} requests were answered`);
  if (sightings < answered * watchers * 0.98) throw new Error(`only ${sightings} of ${answered * watchers} sightings`);
  return { p50, p99, max };
}

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Start a helper of build-bench that says "ready" on a line. */
export async function helper(name, ...args) {
  const child = spawn(`build-bench/${name}`, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise((done) => child.on('close', done));
  endings.push(() => (child.kill('SIGKILL'), gone));
  await new Promise((done) => child.stdout.once('data', done));
}

/** Run a program and give back what it printed. */
export function output(program, ...args) {
  return new Promise((done, fail) => {
    const child = spawn(program, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', fail);
    child.on('close', (status) => (status === 0 ? done(text) : fail(new Error(`${program}: ${status}\n${text}`))));
  });
}
