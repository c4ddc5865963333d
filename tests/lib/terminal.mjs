// terminal.mjs - an attendance terminal as the network sees it.
//
// Written from the published protocol and captures, not from the program's own
// code, so that both can be wrong only independently.  A terminal is an HTTP
// client with a serial number; it never reads a body as anything but bytes.
import http from 'node:http';

/** One row of ATTLOG.  `at` is the terminal's own wall clock, "YYYY-MM-DD HH:MM:SS". */
export function punch(pin, at, { status = 0, verify = 15, workcode = 0 } = {}) {
  return [pin, at, status, verify, workcode, 0, 0].join('\t');
}

export class Terminal {
  /** `path` is what stands before /cdata; some terminals have a prefix. */
  constructor(url, serial, { path = '/iclock', suffix = '', pushver = '2.4.1' } = {}) {
    const { hostname, port } = new URL(url);
    this.where = { hostname, port, agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) };
    this.serial = serial;
    this.path = path;
    this.suffix = suffix;
    this.pushver = pushver;
  }

  /** A bare request; resolves to {status, headers, text}. */
  request(method, page, query = {}, body = undefined, headers = {}) {
    const values = { SN: this.serial, ...query };
    const search = Object.entries(values).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const options = {
      ...this.where,
      method,
      path: `${this.path}/${page}${this.suffix}?${search}`,
      headers: { 'User-Agent': 'iClock Proxy/1.09', ...(bytes && { 'Content-Length': bytes.length }), ...headers },
    };
    return new Promise((resolve, reject) => {
      const request = http.request(options, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() });
        });
      });
      request.on('error', reject);
      request.end(bytes);
    });
  }

  /** The first word of a terminal after it is switched on: resolves to its options by name. */
  async handshake() {
    const reply = await this.request('GET', 'cdata', { options: 'all', pushver: this.pushver, language: '73' });
    const lines = reply.text.split(/\r?\n/);
    const options = Object.fromEntries(
      lines.slice(1).filter((line) => line.includes('=')).map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
    );
    return { ...reply, first: lines[0], options };
  }

  /** Upload a table as it is. */
  upload(table, body, stamp = '9999') {
    return this.request('POST', 'cdata', { table, Stamp: stamp }, body, { 'Content-Type': 'text/plain' });
  }

  /** Upload rows of ATTLOG, one line each. */
  punches(rows) {
    return this.upload('ATTLOG', rows.map((row) => `${row}\n`).join(''));
  }

  /** Ask for commands; also how a terminal says that it is alive. */
  poll(info) {
    return this.request('GET', 'getrequest', info ? { INFO: info } : {});
  }

  /** Answer a command; `more` are further lines. */
  result(id, code, command = 'DATA', more = '') {
    return this.request('POST', 'devicecmd', {}, `ID=${id}&Return=${code}&CMD=${command}\n${more}`);
  }

  /** Pull the plug. */
  close() {
    this.where.agent.destroy();
  }
}

/** The number that an acknowledgement carries, or null for a bare OK. */
export function acknowledged(reply) {
  const match = /^OK: ?(\d+)\s*$/.exec(reply.text);
  return match ? Number(match[1]) : null;
}
