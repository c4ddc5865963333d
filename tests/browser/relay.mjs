// Video through a relay, for those whose network lets nothing else out: the real coturn, and browsers
// that may use nothing but it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';

import { Hadir, until } from '../lib/hadir.mjs';
import { Person, client, openCameras } from '../lib/person.mjs';
import { video } from '../lib/room.mjs';

const PORT = 21150;
const SECRET = 'rahasia-relai-untuk-uji';

/** coturn as docs/operating.md has it, but on the loopback, which it refuses to relay to otherwise. */
async function startRelay(t, hadir) {
  const words = [
    '-n', '--listening-ip', '127.0.0.1', '--listening-port', `${PORT}`, '--relay-ip', '127.0.0.1', '--min-port', '21151', '--max-port', '21179',
    '--use-auth-secret', '--static-auth-secret', SECRET, '--realm', 'uji', '--no-tls', '--no-dtls', '--no-cli', '--no-multicast-peers', '--allow-loopback-peers',
    '--userdb', join(hadir.folder, 'turndb'), '--pidfile', join(hadir.folder, 'turn.pid'), '--log-file', 'stdout', '--verbose',
  ];
  const child = spawn('turnserver', words, { stdio: ['ignore', 'pipe', 'ignore'] });
  const relay = { log: '' };
  child.stdout.on('data', (bytes) => (relay.log += bytes));
  t.after(async () => {
    child.kill();
    await once(child, 'exit');
  });
  await until(() => relay.log.includes(`IPv4. UDP listener opened on: 127.0.0.1:${PORT}`) || relay.log.includes(`127.0.0.1:${PORT}`), 'the relay', 10_000);
  return relay;
}

/** The addresses that a page finds with these servers and nothing but a relay. */
function relayed(page, iceServers) {
  return page.evaluate(async (iceServers) => {
    const pc = new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' });
    const found = [];
    const done = new Promise((resolve) => (pc.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.type) : resolve())));
    pc.addTransceiver('video');
    await pc.setLocalDescription(await pc.createOffer());
    await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 3000))]);
    pc.close();
    return found;
  }, iceServers);
}

test('two who may use a relay only', { timeout: 120_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  const secret = join(hadir.folder, 'relay-secret');
  await writeFile(secret, `${SECRET}\n`, { mode: 0o600 });
  const relay = await startRelay(t, hadir);
  await hadir.serve({ args: [...(await video(hadir, '21100-21129')), '--turn', `turn:127.0.0.1:${PORT}?transport=udp`, '--turn-secret-file', secret] });
  const scene = { t, hadir, browser: await openCameras(t), script: await client() };
  const leader = await Person.enter(scene, 'walikota', { role: 'moderator', account: 'leader', relay: true });
  const head = await Person.enter(scene, 'kadis-a', { relay: true });

  await t.test('see each other, and each way is a relayed one', async () => {
    await leader.sees([head], 30_000);
    await head.sees([leader], 30_000);
    const types = await leader.page.evaluate(async () => {
      const used = [];
      for (const pc of globalThis.connections) {
        const report = await pc.getStats();
        for (const pair of report.values()) {
          if (pair.type === 'candidate-pair' && pair.state === 'succeeded' && pair.nominated) used.push(report.get(pair.localCandidateId).candidateType);
        }
      }
      return used;
    });
    assert.deepEqual([...new Set(types)], ['relay']);
    assert.match(relay.log, /ALLOCATE processed, success/);
  });

  await t.test('with a pass of their own, good for half a day, and with no other', async () => {
    const joined = leader.requests.find((each) => /\/members$/.test(new URL(each.url()).pathname));
    const [server] = (await joined.json()).ice_servers;
    const [until_, seat] = server.username.split(':');
    const hours = (Number(until_) - Date.now() / 1000) / 3600;
    assert.ok(hours > 11 && hours <= 12, `${hours} hours`);
    assert.equal(seat, leader.id);
    assert.deepEqual([...new Set(await relayed(leader.page, [server]))], ['relay']);
    assert.deepEqual(await relayed(leader.page, [{ ...server, username: `${Number(until_) + 9}:${seat}` }]), [], 'a name that was changed');
    assert.deepEqual(await relayed(leader.page, [{ ...server, credential: 'salah' }]), [], 'another password');
  });
});
