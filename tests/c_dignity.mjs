// Who can learn a name, a reason, a health detail?  An inspection with all of that in it is held to its end, and
// everybody who has no part in an agency looks everywhere.
import assert from 'node:assert/strict';
import test from 'node:test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Events } from './lib/events.mjs';
import { fromCsv } from './lib/csv.mjs';
import { runProgram, until } from './lib/hadir.mjs';
import { requestOf, routesOf } from './lib/matrix.mjs';
import { nip } from './lib/office.mjs';
import { AGENCIES, DAY, plan, seven } from './lib/session.mjs';

const SECRET = /Pegawai \d|rahasia|demam|K-5|1985010120100110(0[1-9]|1\d)/i;
const FORMULAS = ['=HYPERLINK("http://example.com")', '+1+1', '-1+1', '@SUM(A1)', '=cmd|calc;x'];
const MARKUP = '<img src=x onerror=alert(1)> & "tutup" </script>';

/** Reasons, notes, an answer and a path: everything that is nobody else's business. */
async function hold({ hadir, ask, path, post, get }) {
  await post('sekda', 'open', {});
  await post('sekda', 'calls', { agency: 'DINSOS' });
  await post('kadis.sos', 'reasons', { agency: 'DINSOS', reasons: [{ number: nip(3), claim: 'away', note: 'rahasia keluarga' }, { number: 'K-5', claim: 'sick' }] });
  await post('kadis.sos', 'statements', { agency: 'DINSOS', groups: [seven(3, 2)] });
  assert.equal((await ask.pegawai(`${path}/own`, { method: 'POST', body: { text: 'rahasia: saya demam' } })).status, 201);
  for (const text of [...FORMULAS, MARKUP, 'rahasia tim']) await post('tim', 'notes', { agency: 'DINSOS', text });
  for (const turned of ['hadir \u202e321', '\u2066321', 'baris\u2028lain']) await post('tim', 'notes', { text: turned }, 422);
  await post('tim', 'notes', { text: 'x'.repeat(2001) }, 422);
  await post('tim', 'notes', { text: 'nol \u0000' }, 422);
  await post('tim', 'notes', { text: 'شكرا rahasia 👍🏽' });
  await post('sekda', 'instructions', { agency: 'DINSOS', text: MARKUP, owner: '=1+1' });
  await post('sekda', 'close', { text: 'Selesai.' });
  await hadir.moveTo('2020-05-27T07:00:00+07:00');
  for (const { code } of AGENCIES) await hadir.terminal(`SN-${code}`).handshake();
  await until(async () => (await get('bkd', '/follow-ups')).people.length === 2, 'who is unexplained');
  await post('bkd', 'follow-ups', { numbers: [nip(3)], path: 'guidance', reason: 'rahasia pejabat', official: 'Kepala BKPSDM' });
  await post('tim', 'amendments', { agency: 'DINSOS', text: MARKUP });
  return post('tim', 'papers', {});
}

/** Those who see counts, by session or by key. */
async function outsiders(hadir, ask) {
  const { stdout } = await hadir.run(['token', 'add', 'layar', '--role', 'wall']);
  const wall = { Authorization: `Bearer ${/^key:\s+(\S+)/m.exec(stdout)[1]}` };
  return {
    layar: (path, options = {}) => hadir.fetch(path, { ...options, headers: wall }),
    nobody: (path, options) => hadir.fetch(path, options),
    ...Object.fromEntries(['pers', 'kadis.pmd', 'orang-lain', 'sekcam'].map((name) => [name, (...request) => ask[name](...request)])),
  };
}

test('an inspection with everything in it, seen by those whom nothing of it concerns', { timeout: 240_000 }, async (t) => {
  const session = await plan(t);
  const { hadir, ask, path, get } = session;
  await ask.pers(path);
  const { headers } = await hadir.session({ account: 'pers', password: 'lampu-merah-di-simpang-kawat' });
  const events = await Events.open(`${hadir.url}${path}/stream`, { Cookie: headers.Cookie });
  t.after(() => events.close());
  const log = [];
  hadir.server.child.stderr.on('data', (text) => log.push(text));
  const { papers: [paper] } = await hold(session);

  await t.test('no route, no event, no published page and no line of the log holds a name or a reason', async () => {
    assert.ok(events.heard.length >= 2);
    assert.doesNotMatch(JSON.stringify(events.heard), SECRET);
    const openapi = (await hadir.fetch('/api/openapi.json')).json;
    const things = { inspection: path.split('/').pop(), agency: 'DINSOS', day: DAY, date: DAY, number: nip(3), document: paper.code, item: '1', paper: '1', page: '1', serial: 'SN-DINSOS', room: 'x', member: 'x', film: 'x', model: 'x', code: 'x', copy: '1' };
    const routes = routesOf(openapi).filter(({ method, path: of }) => method === 'GET' && !/stream/.test(of));
    const everybody = await outsiders(hadir, ask);
    let asked = 0;
    for (const [name, seen] of Object.entries(everybody)) {
      for (const route of routes) {
        const request = requestOf(openapi, route, things);
        const reply = await seen(request.path);
        assert.doesNotMatch(reply.text.replaceAll(request.path, ''), SECRET, `${name} ${request.path}`);
        asked++;
      }
    }
    assert.ok(asked > 150, `${asked} asked`);
    assert.doesNotMatch(log.join('') + hadir.server.stderr + hadir.server.stdout, SECRET);
  });

  await t.test('nor do the minutes on paper, the summary behind their code, or the text for the press', async () => {
    const file = join(hadir.folder, 'berita-acara.pdf');
    await writeFile(file, (await ask.tim(`${path}/papers/${paper.code}`)).bytes);
    const { stdout } = await runProgram('pdftotext', ['-layout', file, '-']);
    assert.match(stdout, /BERITA ACARA/);
    assert.doesNotMatch(stdout, SECRET);
    assert.match(stdout, /<img src=x/, 'markup is text on paper');
    for (const what of [`/api/verify/${paper.code}`, `/verify/${paper.code}`]) assert.doesNotMatch((await hadir.fetch(what)).text, SECRET);
    assert.doesNotMatch((await get('tim', '/press')).text, SECRET);
    assert.doesNotMatch(JSON.stringify(await get('tim', '/minutes')), SECRET);
  });

  await t.test('what a spreadsheet opens is no formula', async () => {
    for (const what of ['acts?format=csv', 'minutes?format=csv']) {
      const { text, headers: told } = await ask.tim(`${path}/${what}`);
      assert.match(told['content-type'], /^text\/csv/, what);
      for (const row of fromCsv(text)) {
        for (const [name, cell] of Object.entries(row)) assert.ok(!/^[=+\-@\t\r]/.test(cell) || /^-?\d+([.,]\d+)?$/.test(cell), `${what} ${name}: ${cell}`);
      }
    }
  });
});
