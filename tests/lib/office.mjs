// office.mjs - small governments to test with.  Monday 17 May 2021 was a working day.

export const DAY = '2021-05-17';
export const NEXT_DAY = '2021-05-18';

/** An instant of that Monday in a zone: at('07:30') or at('07:30', '+09:00'). */
export const at = (time, offset = '+07:00', day = DAY) => `${day}T${time.length === 5 ? `${time}:00` : time}${offset}`;

/** A valid NIP: born 1 January 1985, appointed January 2010, the n-th of that day. */
export const nip = (n) => `198501012010011${String(n).padStart(3, '0')}`;

export const agency = (code, more = {}) => ({ code, parent: '', name: `Dinas ${code}`, kind: 'dinas', zone: '', ...more });

/** The n-th person: PIN 100 + n unless told otherwise. */
export const person = (n, agencyCode, more = {}) => ({
  number: nip(n),
  name: `Pegawai ${n}`,
  kind: 'PNS',
  agency: agencyCode,
  position: 'Staf',
  pin: String(100 + n),
  active_from: '2010-01-01',
  ...more,
});

/** Agencies, people and an approved terminal in each agency. */
export async function open(hadir, agencies, people) {
  await hadir.import('agencies', agencies);
  await hadir.import('people', people);
  for (const { code } of agencies) await hadir.approve(`SN-${code}`, code);
}

/** One agency D1 with `count` people and the terminal SN-D1. */
export function openOffice(hadir, count) {
  return open(hadir, [agency('D1')], Array.from({ length: count }, (_, index) => person(index + 1, 'D1')));
}

/** All terminals say that they are alive and have nothing more to tell. */
export async function pollAll(...terminals) {
  for (const terminal of terminals) await terminal.poll();
}
