// kill -9 at random moments under load: what was acknowledged is there, once.
// HADIR_KILLS says how often (10).
import assert from 'node:assert/strict';
import test from 'node:test';

import { Hadir } from './lib/hadir.mjs';
import { DAY, at, openOffice } from './lib/office.mjs';
import { acknowledged, punch } from './lib/terminal.mjs';

const KILLS = Number(process.env.HADIR_KILLS ?? 10);
const TERMINALS = 8;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const keyOf = (terminal, pin, time) => `${terminal} ${pin} ${time}`;

/** A terminal that invents rows and repeats each batch until it is acknowledged. */
class Sender {
  constructor(serial) {
    this.serial = serial;
    this.sent = 0;
    this.acknowledged = new Set();
    this.offered = new Set();
    this.batch = [];
  }

  next() {
    return Array.from({ length: 1 + (this.sent % 5) }, () => {
      const second = this.sent % 60;
      const minute = Math.floor(this.sent / 60) % 60;
      const hour = 6 + (Math.floor(this.sent / 3600) % 12);
      const two = (value) => String(value).padStart(2, '0');
      const time = `${DAY} ${two(hour)}:${two(minute)}:${two(second)}`;
      const pin = String(100 + (this.sent % 40));
      this.sent++;
      return { pin, time };
    });
  }

  async run(hadir, stopped) {
    const terminal = hadir.terminal(this.serial);
    while (!stopped()) {
      if (!this.batch.length) this.batch = this.next();
      for (const { pin, time } of this.batch) this.offered.add(keyOf(this.serial, pin, time));
      const reply = await terminal.punches(this.batch.map(({ pin, time }) => punch(pin, time))).catch(() => null);
      if (!reply) break;
      if (acknowledged(reply) === this.batch.length) {
        for (const { pin, time } of this.batch) this.acknowledged.add(keyOf(this.serial, pin, time));
        this.batch = [];
      } else {
        assert.equal(reply.status, 503, reply.text);
        await pause(10);
      }
    }
    terminal.close();
  }
}

test(`${KILLS} kills lose no acknowledged punch and count none twice`, { timeout: 60_000 + KILLS * 15_000 }, async (t) => {
  const hadir = await Hadir.make(t);
  await openOffice(hadir, 40);
  const senders = [];
  for (let index = 0; index < TERMINALS; index++) {
    senders.push(new Sender(`SN-${index}`));
    await hadir.approve(`SN-${index}`, 'D1');
  }

  for (let kill = 0; kill < KILLS; kill++) {
    await hadir.serve({ clock: at('18:30') });
    let stopped = false;
    const running = senders.map((sender) => sender.run(hadir, () => stopped));
    await pause(50 + Math.random() * 600);
    await hadir.kill();
    stopped = true;
    await Promise.all(running);
  }

  await hadir.verify();
  const stored = (await hadir.export('punches')).map((row) => keyOf(row.terminal, row.pin_or_number, row.local_time.replace('T', ' ')));
  const unique = new Set(stored);
  assert.equal(unique.size, stored.length, 'no punch is stored twice');
  const [acknowledgedKeys, offeredKeys] = ['acknowledged', 'offered'].map((name) => senders.flatMap((sender) => [...sender[name]]));
  assert.ok(acknowledgedKeys.length > KILLS, `something was acknowledged: ${acknowledgedKeys.length}`);
  assert.deepEqual(acknowledgedKeys.filter((key) => !unique.has(key)), [], 'every acknowledged punch is there');
  const offered = new Set(offeredKeys);
  assert.deepEqual(stored.filter((key) => !offered.has(key)), [], 'nothing is there that was not sent');
  t.diagnostic(`${acknowledgedKeys.length} acknowledged, ${stored.length} stored, ${KILLS} kills`);

  const before = await hadir.recap(DAY);
  await hadir.run(['rebuild']);
  assert.deepEqual(await hadir.recap(DAY), before);
});
