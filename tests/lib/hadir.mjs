// hadir.mjs - the real program on a data folder of its own.
//
//   const hadir = await Hadir.make(t);          a folder, and an empty government in it
//   await hadir.import('people', people);       rows, or the text of a file
//   await hadir.serve({ clock: '2021-05-17T06:00:00+07:00' });
//   ...
//   (await hadir.recap('2021-05-17')).on_time
//
// Everything is ended and removed when the test ends, also when it fails.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { fromCsv, toCsv } from './csv.mjs';
import { Terminal } from './terminal.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
export const PROGRAM = resolve(ROOT, process.env.HADIR_PROGRAM ?? 'build/hadir');
const START_MS = 30_000;
const LARGE_BYTES = 1024 * 1024;

/** The columns of the files that `hadir import` reads. */
export const COLUMNS = {
  agencies: ['code', 'parent', 'name', 'kind', 'zone', 'latitude', 'longitude', 'pattern', 'short'],
  people: ['number', 'name', 'kind', 'agency', 'position', 'echelon', 'roles', 'pin', 'active_from', 'active_to', 'nik'],
  leave: ['number', 'kind', 'from', 'to', 'reference'],
  calendar: ['date', 'kind', 'decree', 'decided_on'],
  roster: ['number', 'date', 'shift'],
  punches: ['pin_or_number', 'terminal', 'local_time', 'method', 'direction'],
};

/** Run a program to its end: {status, signal, stdout, stderr}. */
export function runProgram(program, args, { input = '', env = {} } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
    }
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, ...output }));
    child.stdin.on('error', () => {}).end(input);
  });
}

/** Wait until `check` gives something true, and give it back. */
export async function until(check, what, timeoutMs = 10_000) {
  const end = Date.now() + timeoutMs;
  for (let pauseMs = 2; ; pauseMs = Math.min(2 * pauseMs, 50)) {
    const value = await check();
    if (value) return value;
    assert.ok(Date.now() < end, `in vain waited for ${what}`);
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}

export class Hadir {
  headers = new Map(); // of sessions, by account

  /** A data folder with an empty government, or (init: false) an empty folder. */
  static async make(t, { name = 'Pemerintah Kota Uji', zone = 'WIB', init = true } = {}) {
    const hadir = new Hadir();
    hadir.folder = await mkdtemp(join(tmpdir(), 'hadir-'));
    hadir.data = join(hadir.folder, 'data');
    t.after(async () => {
      await hadir.end();
      await rm(hadir.folder, { recursive: true, force: true });
    });
    if (init) {
      const { stdout, stderr } = await hadir.run(['init', '--name', name, '--zone', zone]);
      hadir.administrator = accountIn(stdout + stderr);
    }
    return hadir;
  }

  /** Run `hadir ARGS --data FOLDER`; the exit code must be the expected one. */
  async run(args, { exit = 0 } = {}) {
    const result = await runProgram(PROGRAM, [...args, '--data', this.data]);
    const told = `hadir ${args.join(' ')}: exit ${result.status} ${result.signal ?? ''}\n${result.stdout}\n${result.stderr}`;
    assert.doesNotMatch(result.stderr, /(Address|Leak|Thread)Sanitizer|runtime error:/, told);
    assert.equal(result.status, exit, told);
    return result;
  }

  /** Write a file to import: rows (objects), or its text. */
  async fileOf(kind, rows) {
    const file = join(this.folder, `${kind}.csv`);
    await writeFile(file, typeof rows === 'string' ? rows : toCsv(COLUMNS[kind], rows));
    return file;
  }

  /** Import rows (objects) or the text of a file. */
  async import(kind, rows, { exit = 0, options = [] } = {}) {
    return this.run(['import', kind, await this.fileOf(kind, rows), ...options], { exit });
  }

  /** What `hadir export` gives, as rows. */
  async export(kind) {
    return fromCsv((await this.run(['export', kind, '--format', 'csv'])).stdout);
  }

  async recap(date, options = []) {
    return JSON.parse((await this.run(['recap', '--date', date, '--format', 'json', ...options])).stdout);
  }

  async explain(person, date) {
    return (await this.run(['explain', '--person', person, '--date', date])).stdout;
  }

  verify() {
    return this.run(['verify']);
  }

  approve(serial, agency) {
    return this.run(['terminal', 'approve', serial, '--agency', agency]);
  }

  /** Start the server and wait until it is ready. */
  async serve({ clock, speed, args = [] } = {}) {
    assert.ok(!this.server, 'the server is running already');
    const options = ['serve', '--data', this.data, '--listen', '127.0.0.1:0', ...args];
    if (clock) options.push('--clock', clock);
    if (speed) options.push('--speed', String(speed));
    const child = spawn(PROGRAM, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    const server = { child, stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (server[name] += text));
    }
    server.ended = new Promise((done) => child.on('close', (status, signal) => done({ status, signal })));
    server.ended.then((how) => (server.how = how));
    this.server = server;
    this.url = await until(() => {
      assert.ok(!server.how, `hadir serve ended: ${JSON.stringify(server.how)}\n${server.stdout}\n${server.stderr}`);
      return /^listening on (http:\/\/\S+?)\/?$/m.exec(server.stdout)?.[1];
    }, `the address in the first line of hadir serve: ${server.stdout}`, START_MS);
    await until(async () => (await this.fetch('/healthz').catch(() => ({}))).status === 200, '/healthz', START_MS);
    return this;
  }

  /** Ask the server to stop, as systemd would. */
  async stop() {
    const server = this.server;
    this.server = undefined;
    server.child.kill('SIGTERM');
    const how = await server.ended;
    const told = `hadir serve: ${JSON.stringify(how)}\n${server.stdout}\n${server.stderr}`;
    assert.doesNotMatch(server.stderr, /(Address|Leak|Thread)Sanitizer|runtime error:/, told);
    assert.deepEqual(how, { status: 0, signal: null }, told);
  }

  /** kill -9. */
  async kill() {
    const server = this.server;
    this.server = undefined;
    server.child.kill('SIGKILL');
    await server.ended;
    assert.doesNotMatch(server.stderr, /(Address|Leak|Thread)Sanitizer|runtime error:/, server.stderr);
  }

  /** Stop and start again at another moment. */
  async moveTo(clock) {
    await this.stop();
    return this.serve({ clock });
  }

  /** End what still runs; for t.after. */
  async end() {
    if (!this.server) return;
    this.server.child.kill('SIGKILL');
    await this.server.ended;
    this.server = undefined;
  }

  terminal(serial, options) {
    return new Terminal(this.url, serial, options);
  }

  /** A bare request: {status, headers, bytes, text, json}. */
  fetch(path, { method = 'GET', headers = {}, body } = {}) {
    const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const sent = {
      ...(bytes && { 'Content-Type': 'application/json', 'Content-Length': bytes.length }),
      ...(bytes?.length > LARGE_BYTES && { Expect: '100-continue' }),
      ...headers,
    };
    return new Promise((resolve, reject) => {
      const request = http.request(this.url + path, { method, headers: sent, agent: false }, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const text = bytes.toString();
          const isJson = /json/.test(response.headers['content-type'] ?? '') && text;
          resolve({ status: response.statusCode, headers: response.headers, bytes, text, json: isJson ? JSON.parse(text) : undefined });
        });
      });
      request.on('error', reject);
      // What is large asks first: a refusal at once would cut the line under the bytes.
      if (!sent.Expect) return request.end(bytes);
      request.on('continue', () => request.end(bytes));
      request.flushHeaders();
    });
  }

  /** A session: its cookie, and the headers that its writes need. */
  async session({ account, password } = this.administrator) {
    const reply = await this.fetch('/api/sessions', { method: 'POST', body: { account, password } });
    assert.equal(reply.status, 201, reply.text);
    const cookie = reply.headers['set-cookie'][0].split(';')[0];
    const session = await this.fetch('/api/session', { headers: { Cookie: cookie } });
    assert.equal(session.status, 200, session.text);
    return { ...session.json, headers: { Cookie: cookie, 'X-Hadir-Csrf': session.json.csrf } };
  }

  /** Somebody chooses a password of their own, as the first sign-in demands; the session goes on. */
  async settle(somebody = this.administrator) {
    const chosen = 'lampu-merah-di-simpang-kawat';
    if (somebody.password === chosen) return;
    const { headers } = await this.session(somebody);
    this.headers.set(somebody.account, headers);
    const body = { old: somebody.password, new: chosen };
    const reply = await this.fetch('/api/session/password', { method: 'PUT', body, headers });
    assert.equal(reply.status, 204, reply.text);
    somebody.password = chosen;
  }

  /** The headers of a session that somebody has already and that holds, because signing in takes its time. */
  async held(account) {
    const headers = this.headers.get(account);
    return headers && (await this.fetch('/api/session', { headers })).status === 200 ? headers : undefined;
  }

  /** Sign in; gives a function like fetch that carries the session. */
  async signIn(somebody = this.administrator) {
    await this.settle(somebody);
    const headers = (await this.held(somebody.account)) ?? (await this.session(somebody)).headers;
    this.headers.set(somebody.account, headers);
    return (path, options = {}) => this.fetch(path, { ...options, headers: { ...headers, ...options.headers } });
  }
}

/** The account and its one-time password that `hadir init` and `hadir demo` print. */
export function accountIn(output) {
  const account = /^\s*(?:account|akun)[^:\n]*:\s*(\S+)\s*$/im.exec(output)?.[1];
  const password = /^\s*(?:[^:\n]*password|kata sandi)[^:\n]*:\s*(\S+)\s*$/im.exec(output)?.[1];
  return { account, password };
}

/** The thirteen states of a day, exactly one of which each person is in. */
export const STATES = [
  'not_due', 'waiting', 'on_time', 'late', 'missing_in', 'leave', 'sick', 'permit', 'duty_travel', 'study', 'off',
  'unknown', 'unexplained',
];

/** The balance closes: the states of a count add up to its strength. */
export function assertClosed(counts, what = 'the balance closes') {
  const sum = STATES.reduce((total, state) => total + counts[state], 0);
  assert.equal(sum, counts.strength, `${what}: ${JSON.stringify(counts)}`);
  assert.equal(counts.expected, counts.strength - counts.off, what);
  assert.equal(counts.present, counts.on_time + counts.late + counts.missing_in, what);
}

