// The server that the client's own tests play against says what the program's interface says.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import http from 'node:http';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { serve } from '../web/dev/mock.mjs';
import { Contract } from './lib/contract.mjs';
import { Events } from './lib/events.mjs';
import { PROGRAM, runProgram, until } from './lib/hadir.mjs';

const SAMPLES = {
  agency: 'KEC-TLN', day: '2021-06-10', number: '198804122011012004', serial: 'CJX7204800011', model: 'X', code: '1', id: '1',
  inspection: '20210517-1', document: 'MMT5-Z8AW-CGK7',
};
const QUERIES = { '/api/recaps': '?date=2021-05-17' };

/** Everything that the client's sources say, but for their types. */
async function sources(folder) {
  const parts = await Promise.all(
    (await readdir(folder, { withFileTypes: true })).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.(ts|svelte)$/.test(path) && !path.endsWith('.d.ts') ? readFile(path, 'utf8') : '';
    }),
  );
  return parts.join('');
}

const get = (address) =>
  new Promise((resolve, reject) => {
    http.get(address, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    }).on('error', reject);
  });

test('every reply of the mock is what the document says', { timeout: 60_000 }, async (t) => {
  const { stdout } = await runProgram(PROGRAM, ['openapi']);
  const contract = new Contract(JSON.parse(stdout));
  const server = await serve(0);
  t.after(() => (server.close(), server.closeAllConnections?.()));
  const url = `http://127.0.0.1:${server.address().port}`;

  const client = await sources(fileURLToPath(new URL('../web/src', import.meta.url)));
  for (const [method, path, { responses }] of contract.operations()) {
    if (method !== 'GET' || !client.includes(`'${path}'`) || responses[200].content['text/event-stream']) continue;
    await t.test(path, async () => {
      const reply = await get(url + path.replace(/\{(\w+)\}/g, (_, name) => SAMPLES[name]) + (QUERIES[path] ?? ''));
      assert.equal(reply.status, 200, reply.text);
      contract.check(method, path, reply);
    });
  }
  await t.test('the stream', async () => {
    const events = await Events.open(`${url}/api/board/stream`);
    t.after(() => events.close());
    await until(() => events.heard.some(({ event }) => event === 'change'), 'a change');
    contract.checkEvents('/api/board/stream', events.heard);
  });
});
