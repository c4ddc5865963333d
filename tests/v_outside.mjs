// An inspection in the room of another service: only a plain https link may be planned, and whoever does not take part is told its host alone.
import assert from 'node:assert/strict';
import test from 'node:test';

import { Events } from './lib/events.mjs';
import { until } from './lib/hadir.mjs';
import { DAY, make } from './lib/session.mjs';

const LINK = 'https://us02web.zoom.us/j/84120?pwd=RahasiaSidak';
const PLAN = { kind: 'surprise', day: DAY, leader: 'Sekretaris Daerah', planned: '09:00' };

test('a room elsewhere', { timeout: 60_000 }, async (t) => {
  const { hadir, ask } = await make(t);
  const plan = (medium) => ask.bkd('/api/inspections', { method: 'POST', body: { ...PLAN, medium } });

  await t.test('what is no plain https link is refused', async () => {
    const links = ['http://zoom.us/j/1', 'javascript:alert(1)', 'data:text/html,x', 'https://zoom.us@evil.example/', 'https://zoom', 'https://zoom.us/"x', `https://zoom.us/${'a'.repeat(200)}`];
    for (const link of links) {
      const refused = await plan(link);
      assert.equal(refused.status, 422, `${link}: ${refused.text}`);
      assert.equal(refused.json.field, 'medium');
    }
    assert.match((await plan('http://zoom.us')).json.detail, /^tautan layanan lain seperti https:/);
  });
  const planned = await plan(LINK);
  assert.equal(planned.status, 201, planned.text);
  const path = `/api/inspections/${planned.json.inspection}`;
  const get = async (who, what = '') => (await ask[who](path + what)).json;

  await t.test('who takes part has the link', async () => {
    for (const who of ['bkd', 'sekda', 'kadis.sos']) assert.equal((await get(who, '/me')).link, LINK, who);
  });
  await t.test('everybody else knows the host, and nothing says more', async () => {
    assert.equal(planned.json.medium, 'us02web.zoom.us');
    for (const who of ['pers', 'pegawai']) {
      const me = await get(who, '/me');
      assert.equal(me.link ?? '', '', who);
      assert.doesNotMatch(JSON.stringify([me, await get(who), (await ask[who]('/api/inspections')).json]), /Rahasia/, who);
    }
    assert.equal((await get('pers')).head.medium, 'us02web.zoom.us');
    assert.equal((await hadir.fetch(`${path}/me`)).status, 401);
  });
  await t.test('nor does the stream, which is the same for all', async () => {
    await hadir.settle();
    const { headers } = await hadir.session();
    const events = await Events.open(`${hadir.url}${path}/stream`, headers);
    t.after(() => events.close());
    await until(() => events.heard.length > 0, 'the session');
    assert.match(JSON.stringify(events.heard), /us02web\.zoom\.us/);
    assert.doesNotMatch(JSON.stringify(events.heard), /Rahasia/);
  });
});
