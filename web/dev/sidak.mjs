// What the pages of inspections need beside the room that inspection.mjs plays: the list and the plans,
// the head's page before anything was said, what was said about a person.
import * as after from './fixtures-after.mjs';
import { ownOf } from './fixtures-after.mjs';
import { CODE, at, evidence as said, plan } from './fixtures-inspection.mjs';
import * as inspection from './inspection.mjs';

const others = [
  {
    ...plan('planned'),
    inspection: '20210531-1',
    kind: 'announced',
    title: 'Sidak kecamatan',
    day: '2021-05-31',
    delegate: 'Sekretaris Daerah',
    delegate_title: 'Sekretaris Daerah Kota Jambi',
    authority: 'a.n. Wali Kota Jambi',
    medium: 'https://zoom.us/j/91234567890',
    scope: 'KEC;DINKES',
  },
  {
    ...plan('planned'),
    inspection: '20210519-1',
    title: 'Sidak susulan',
    day: '2021-05-19',
    state: 'withdrawn',
  },
  {
    ...plan('closed'),
    inspection: '20210104-1',
    title: 'Sidak awal tahun',
    day: '2021-01-04',
    opened_at: '2021-01-04T08:00:00+07:00',
    closed_at: '2021-01-04T10:12:00+07:00',
  },
];
const proposal = {
  day: '2021-07-21',
  kind: 'surprise',
  first: '2021-07-17',
  last: '2021-07-20',
  decree: 'SKB 281/2021',
  because: 'hari kerja pertama setelah libur 17 Juli 2021 sampai 20 Juli 2021 (SKB 281/2021)',
};

/** What was written in a test, and what it changed beside the room. */
export const written = { bodies: [], reasons: {}, recaps: [], answers: [] };
export const reset = () =>
  Object.assign(written, { bodies: [], reasons: {}, recaps: [], answers: [] });

/** Names behind the counts; the reasons are those that were sent, and none before. */
function evidence(stage) {
  const row = inspection.now(stage).agencies.find(({ code }) => code === 'DISHUB');
  const found = said(row);
  const late = {
    ...{ ...found.missing[0], number: '198001012005011001', name: 'Rahmat Hidayat' },
    unit: 'Bidang Lalu Lintas',
  };
  const waits = row.live.present === 182;
  const groups = found.groups.map((one) => ({
    ...one,
    machine:
      waits && one.group === 'asn' ? { ...one.machine, present: 130, missing: 7 } : one.machine,
    said: row.statement ? one.said : null,
  }));
  const missing = [...(waits ? [late] : []), ...found.missing].map((one) => ({
    ...one,
    ...{ claim: null, note: '', by: '', at: null },
    ...written.reasons[one.number],
  }));
  const arrivals = waits ? [] : found.arrivals;
  return { ...found, groups, missing, arrivals, recaps: written.recaps };
}

const own = () => {
  const last = written.answers.at(-1);
  return ownOf({ answer: last?.text ?? '', answered_at: last?.at ?? null });
};

/** Who answers in a head's place. */
const delegations = [
  {
    agency: 'DISHUB',
    account: 'sekdis.hub',
    from: '2021-06-10',
    to: '2021-06-11',
    name: 'Sri Wahyuni',
    title: 'Sekretaris Dinas',
    authority: 'ST/800/12/VI/2021',
    author: 'kadis.hub',
  },
];

/** The answer to a GET, or undefined. */
export function get(path, stage) {
  if (path === '/api/delegations')
    return { delegations: stage.sessions === false ? [] : delegations };
  if (path === '/api/own/inspections') return { inspections: [own()] };
  const found = after.get(path);
  if (found) return found;
  const [, , what, code, more] = path.split('/').map(decodeURIComponent);
  if (what !== 'inspections') return undefined;
  if (!code && stage.sessions === false) return { inspections: [], proposal: null };
  if (!code) {
    const open = inspection.now(stage).head;
    const seen = stage.openWall || stage.permissions.includes('inspection.read');
    return { inspections: [others[0], others[1], ...(seen ? [open] : []), others[2]], proposal };
  }
  if (more === 'own') return own();
  if (more === 'agencies' && stage.session === 'called') return evidence(stage);
  const other = others.find((one) => one.inspection === code);
  return other && !more ? { ...inspection.now(stage), head: other } : undefined;
}

const acts = {
  reasons: ({ reasons }) => {
    for (const { number, claim, note = '' } of reasons)
      written.reasons[number] = { claim, note, at: at('09:15:00'), by: 'Sekretaris Dinas' };
  },
  'manual-recaps': ({ groups, signed_by, signed_on = null, reason = '' }) => {
    const { group, ...counts } = groups[0];
    const strength = Object.values(counts).reduce((all, one) => all + one, 0);
    const paper = written.recaps.length + 1;
    const said = { ...counts, strength, unknown: 0 };
    const how = { source: 'agency', confirmed: true, after_closing: false };
    const more = { ...how, signed_by, signed_on, reason, groups: [{ group, said }], pages: [] };
    written.recaps = [...written.recaps, { paper, at: at('09:16:00'), said, ...more }];
  },
  own: ({ text }) => (written.answers = [...written.answers, { text, at: at('10:00:00') }]),
};

/** What a write answers, [status, body], or undefined when the room itself plays it. */
export function write(path, method, body) {
  const [, , what, code, more] = path.split('/').map(decodeURIComponent);
  if (what === 'delegations') return [204];
  if (what !== 'inspections') return undefined;
  written.bodies.push({ act: more ?? method, body });
  if (!code) return [201, { ...plan('planned'), ...body, inspection: '20210721-1' }];
  if (!more) return [200, { ...others[0], ...body }];
  acts[more]?.(body);
  return more === 'own' ? [201, own()] : undefined;
}

export { CODE };
