// The fixtures of the desks: the sheet of Kecamatan Telanaipura on 10 June 2021, one explanation, the
// recap of the Jambi day.
import { agencies, counts } from './fixtures.mjs';

const units = agencies.filter(({ parent }) => parent === 'KEC-TLN');
const unitCode = Object.fromEntries(units.map(({ code, name }) => [name, code]));

// name, unit, in, out, state, flags: the rows that the drawing shows
const drawn = `
Abdul Karim, S.E.|Kelurahan Teluk Kenali|||unknown|
Abdurrahman|Kelurahan Telanaipura|07:21:10|16:04:00|on_time|
Ade Irma Suryani|Sekretariat Kecamatan|||waiting|
Afrizal|Kelurahan Simpang IV Sipin|07:33:02|16:08:40|late|
Agus Setiawan, S.Kom.|Sekretariat Kecamatan|||duty_travel|
Ahmad Sanusi|Kelurahan Pematang Sulur|07:18:33|15:20:01|on_time|early_leave
Ahyar|Kelurahan Penyengat Rendah|07:09:12|16:02:55|on_time|offline
Andi Firmansyah|Kelurahan Telanaipura|07:52:41||late|missing_out
Aprilia Susanti|Kelurahan Buluran Kenali|07:12:00|16:00:00|on_time|manual
Arief Budiman, S.H.|Sekretariat Kecamatan|07:26:19|16:15:08|on_time|
Asmawati|Kelurahan Simpang IV Sipin|||leave|
Azhari|Kelurahan Penyengat Rendah||16:02:30|missing_in|under_review
Bambang Irawan|Kelurahan Telanaipura|07:25:45|16:01:12|on_time|
Cik Unah|Kelurahan Buluran Kenali|07:02:03|16:03:09|on_time|
Darmawati, S.Sos.|Sekretariat Kecamatan|||study|
Dedi Kurniawan|Kelurahan Simpang IV Sipin|07:15:27|16:05:51|on_time|
Desi Ratnasari|Kelurahan Pematang Sulur|||sick|
Dewi Kartika, A.Md.|Kelurahan Pematang Sulur|07:44:08|16:03:41|late|saturated,under_review
Dian Puspita|Kelurahan Buluran Kenali|||waiting|
Edi Junaidi|Kelurahan Telanaipura|07:28:56|16:00:44|on_time|
Efrianti, S.Pd.|Sekretariat Kecamatan|07:11:38|16:06:20|on_time|
Erlina Sari|Kelurahan Teluk Kenali|||unknown|`
  .trim()
  .split('\n')
  .map((row) => row.split('|'));

const whole = {
  on_time: 168,
  late: 14,
  missing_in: 2,
  waiting: 4,
  unknown: 3,
  duty_travel: 5,
  leave: 6,
  sick: 3,
  permit: 2,
  study: 1,
  off: 2,
};
const late = (time) => Math.max(0, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) - 450);

function line(i, name, unit, first, last, state, flags) {
  return {
    number:
      i === 17
        ? '198804122011012004'
        : `1980${String(1000 + i)}201101${1 + (i % 2)}${String(i).padStart(3, '0')}`,
    name,
    kind: i % 9 === 4 ? 'PPPK' : 'PNS',
    agency: unitCode[unit],
    position: 'Pengadministrasi Umum',
    state,
    mode: 'WFO',
    first_in: first || null,
    last_out: last || null,
    late_minutes: state === 'late' ? late(first) : 0,
    early_minutes: flags.includes('early_leave') ? 40 : 0,
    flags: flags ? flags.split(',') : [],
  };
}

function lines() {
  const list = drawn.map((row, i) => line(i, ...row));
  const left = { ...whole };
  for (const { state } of list) left[state]--;
  const given =
    'Fitri Gunawan Hasan Indah Joko Kurnia Lestari Marlina Nurhayati Rahman Siti Yusuf'.split(' ');
  const family = 'Amelia Hidayat Maulana Pratama Putri Ramadhan Saputra Wahyuni Zulkarnain'.split(
    ' ',
  );
  let i = list.length;
  for (const [state, people] of Object.entries(left)) {
    for (let n = 0; n < people; n++, i++) {
      const here = ['on_time', 'late'].includes(state);
      const at =
        state === 'late' ? `07:${33 + (i % 20)}:11` : `07:${String(i % 30).padStart(2, '0')}:24`;
      const name = `${given[i % given.length]} ${family[i % family.length]}${i % 7 ? '' : ', S.E.'}`;
      list.push(
        line(
          i,
          name,
          units[i % 7].name,
          here ? at : '',
          here ? '16:02:00' : state === 'missing_in' ? '16:01:00' : '',
          state,
          '',
        ),
      );
    }
  }
  return list;
}

export function sheet(agency, day) {
  const found =
    agency === '-'
      ? { code: '', name: 'Kota Jambi', short: 'Jambi' }
      : agencies.find(({ code }) => code === agency);
  if (!found) return null;
  const path = [];
  for (
    let at = found.code ? found : null;
    at;
    at = agencies.find(({ code }) => code === at.parent)
  ) {
    path.unshift({ code: at.code, name: at.name });
  }
  const full = ['-', 'KEC-TLN'].includes(agency);
  const own = full
    ? lines()
    : agency.startsWith('TLN')
      ? lines().filter((l) => l.agency === agency)
      : [];
  const by = {};
  for (const { state } of own) by[state] = (by[state] ?? 0) + 1;
  return {
    agency: { code: found.code, name: found.name, short: found.short, path },
    day,
    at: '2021-06-10T16:24:00+07:00',
    closed: false,
    closing: '20:00',
    counts: counts(by),
    notices: full
      ? [
          {
            kind: 'terminal_silent',
            agency: 'TLN-TEK',
            terminal_name: 'Kantor Lurah Teluk Kenali',
            since: '07:04',
            people: 3,
          },
        ]
      : [],
    units: full
      ? units.map(({ code, name }) => ({ code, name }))
      : [{ code: found.code, name: found.name }],
    lines: own,
  };
}

const punch = (position, received_at, raw, direction) => ({
  position,
  terminal: 'Kantor Lurah Pematang Sulur',
  pin: raw.split('\t')[0],
  local_time: raw.split('\t')[1],
  received_at,
  raw,
  method: 'iris',
  direction,
  flags: [],
});

export function explain(number, day) {
  const found = lines().find((each) => each.number === number);
  if (!found) return null;
  const dewi = number === '198804122011012004';
  const steps = [
    {
      kind: 'calendar',
      title: 'Hari kerja',
      detail: '',
      source: 'SKB 3 Menteri Nomor 281/2021 dan perubahannya, kalender versi 22 Februari 2021',
    },
    {
      kind: 'pattern',
      title: 'Jam kerja 07.30–16.00, tanpa toleransi',
      detail: '',
      source: 'Pola lima hari, berlaku sejak 4 Januari 2021. Terlambat dihitung sesudah 07.30.59.',
    },
    {
      kind: 'mode',
      title: 'Bekerja dari kantor (WFO)',
      detail: '',
      source: 'Jadwal giliran pekan 7–11 Juni, ditetapkan Lurah pada 4 Juni 2021',
    },
    { kind: 'leave', title: 'Tidak ada cuti, izin, atau tugas luar', detail: '' },
  ];
  if (found.first_in) {
    steps.push({
      kind: 'punch',
      title: `${found.first_in.replaceAll(':', '.')} rekaman masuk, iris mata`,
      detail: 'Mesin Kantor Lurah Pematang Sulur, diterima 07.44.09.',
      at: found.first_in,
      punch: punch(
        182044,
        '2021-06-10T07:44:09+07:00',
        '1187\t2021-06-10 07:44:08\t0\t7\t0\t0',
        'in',
      ),
    });
  }
  if (found.last_out) {
    steps.push({
      kind: 'punch',
      title: `${found.last_out.replaceAll(':', '.')} rekaman pulang, iris mata`,
      detail: 'Mesin yang sama, diterima 16.03.42.',
      at: found.last_out,
      punch: punch(
        187310,
        '2021-06-10T16:03:42+07:00',
        '1187\t2021-06-10 16:03:41\t1\t7\t0\t0',
        'out',
      ),
    });
  }
  steps.push({
    kind: 'verdict',
    title: found.state === 'late' ? `Terlambat ${found.late_minutes} menit` : 'Tepat waktu',
    detail: found.state === 'late' ? '07.44.08 dikurangi 07.30.00, dibulatkan ke bawah' : '',
  });
  return {
    person: {
      number,
      name: found.name,
      kind: found.kind,
      position: found.position,
      agency: { code: found.agency, name: units.find(({ code }) => code === found.agency).name },
    },
    day,
    state: found.state,
    mode: 'WFO',
    flags: found.flags,
    late_minutes: found.late_minutes,
    early_minutes: found.early_minutes,
    first_in: found.first_in,
    last_out: found.last_out,
    window: { from: '06:00', to: '20:00', start: '07:30', end: '16:00' },
    steps: steps.map((step) => ({ decides: step.kind === 'punch', ...step })),
    notes: dewi
      ? [
          {
            kind: 'saturated',
            text: 'Mesin ini antre pukul 07.36–07.46: 41 rekaman dengan jarak rata-rata 15 detik. Keterlambatan sedang ditinjau Lurah dan belum dihitung.',
          },
        ]
      : [],
  };
}

/** The Jambi day of the report. Each agency has its own people; the city's offices hold the rest. */
export function recap(date) {
  const whole = { on_time: 4793, late: 800, permit: 57, unexplained: 139 };
  const below = agencies.filter(
    ({ code }) => !['SETDA', 'KEC', 'KEC-TLN', 'KEC-DSI'].includes(code),
  );
  const own = below.map(({ code, strength }, i) => {
    const late = Math.round(strength * 0.14) + (i % 2);
    const permit = i % 3 === 0 ? 1 : 0;
    const unexplained = i % 4 === 0 ? Math.ceil(strength * 0.024) : 0;
    return [code, { on_time: strength - late - permit - unexplained, late, permit, unexplained }];
  });
  const rest = Object.fromEntries(
    Object.keys(whole).map((state) => [
      state,
      own.reduce((left, [, by]) => left - by[state], whole[state]),
    ]),
  );
  return {
    date,
    agency: '',
    ...counts(whole),
    agencies: [['SETDA', rest], ...own].map(([agency, by]) => ({
      agency,
      name: agencies.find(({ code }) => code === agency)?.name ?? agency,
      ...counts(by),
    })),
  };
}
