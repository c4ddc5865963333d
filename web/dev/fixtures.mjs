// The morning and the sheet of the drawings, as the server would send them. The same figures stand in
// every fixture, so that a screen can be held beside its drawing.

const ARRIVALS =
  '0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 2 2 2 2 3 3 3 4 4 5 5 6 6 7 8 14 15 13 13 17 18 15 17 21 21 17 22 26 24 23 29 32 30 32 38 40 38 44 50 52 51 61 67 69 72 81 87 89 95 104 109 110 118 125 128 128 136 140 139 139 144 144 139 139 140 136 127 127 124 117 119 129 135 136 140 43 35 34 29 21 22 21 15 14 17 12 10 14 12 8 2'
    .split(' ')
    .map(Number);

export const states =
  'not_due waiting on_time late missing_in leave sick permit duty_travel study off unknown unexplained'.split(
    ' ',
  );

const share = (part, whole) => (whole > 0 ? ((100 * part) / whole).toFixed(2) : '');

/** COUNTS of the interface from the people in each state. */
export function counts(by, wfh = 0) {
  const c = Object.fromEntries(states.map((state) => [state, by[state] ?? 0]));
  const strength = Object.values(c).reduce((a, b) => a + b, 0);
  const expected = strength - c.off;
  const present = c.on_time + c.late + c.missing_in;
  const most = present + c.waiting + c.unknown + c.not_due;
  return {
    strength,
    expected,
    ...c,
    present,
    wfh,
    present_percent: share(present, expected),
    present_percent_max: share(most, expected),
  };
}

const two = (n) => String(n).padStart(2, '0');

export const agencies = [
  ['SETDA', '', 'Sekretariat Daerah', 'Setda', 'office'],
  ['DIKNAS', '', 'Dinas Pendidikan', 'Disdik', 'office'],
  ['RSUD', '', 'RSUD H. Abdul Manap', 'RSUD', 'hospital'],
  ['PUPR', '', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'Dinas PUPR', 'office'],
  [
    'DPMPPA',
    'JAMBI',
    'Dinas Pemberdayaan Masyarakat, Perempuan, dan Perlindungan Anak',
    'DPMPPA',
    'office',
  ],
  ['DINKES', '', 'Dinas Kesehatan', 'Dinkes', 'office'],
  ['PKM-PA', 'DINKES', 'Puskesmas Putri Ayu', 'Pusk. Putri Ayu', 'clinic'],
  ['PKM-SK', 'DINKES', 'Puskesmas Simpang Kawat', 'Pusk. Simpang Kawat', 'clinic'],
  ['KEC', '', 'Kecamatan', 'Kecamatan', 'group'],
  ['KEC-TLN', 'KEC', 'Kecamatan Telanaipura', 'Kec. Telanaipura', 'district'],
  ['TLN-SEK', 'KEC-TLN', 'Sekretariat Kecamatan', 'Sekretariat', 'office'],
  ['TLN-BUL', 'KEC-TLN', 'Kelurahan Buluran Kenali', 'Kel. Buluran Kenali', 'village'],
  ['TLN-PEM', 'KEC-TLN', 'Kelurahan Pematang Sulur', 'Kel. Pematang Sulur', 'village'],
  ['TLN-PEN', 'KEC-TLN', 'Kelurahan Penyengat Rendah', 'Kel. Penyengat Rendah', 'village'],
  ['TLN-SIM', 'KEC-TLN', 'Kelurahan Simpang IV Sipin', 'Kel. Simpang IV Sipin', 'village'],
  ['TLN-TEL', 'KEC-TLN', 'Kelurahan Telanaipura', 'Kel. Telanaipura', 'village'],
  ['TLN-TEK', 'KEC-TLN', 'Kelurahan Teluk Kenali', 'Kel. Teluk Kenali', 'village'],
  ['KEC-DSI', 'KEC', 'Kecamatan Danau Sipin', 'Kec. Danau Sipin', 'district'],
  ['DSI-LEG', 'KEC-DSI', 'Kelurahan Legok', 'Kel. Legok', 'village'],
].map(([code, parent, name, short, kind]) => ({
  code,
  parent,
  name,
  short,
  kind,
  zone: 'Asia/Jakarta',
  latitude: null,
  longitude: null,
  pattern: 'five-day',
  strength: { SETDA: 120, DIKNAS: 2148, RSUD: 486, PUPR: 197, 'KEC-TLN': 210 }[code] ?? 14,
}));

/** BOARD of 17 May 2021, 07.46.12, `later` seconds after. One person a second arrives. */
export function board(later = 0) {
  const minutes = ARRIVALS.map((people, i) => {
    const time = `${two(6 + Math.floor(i / 60))}:${two(i % 60)}`;
    return i <= 90 ? [time, people, 0] : [time, 0, people];
  }).filter(([, a, b]) => a + b > 0);
  const at = new Date(Date.UTC(2021, 4, 17, 7, 46, 12) + later * 1000).toISOString();
  for (let s = 1; s <= later; s++) {
    const time = new Date(Date.UTC(2021, 4, 17, 7, 46, 12) + s * 1000).toISOString().slice(11, 16);
    const last = minutes.at(-1);
    if (last[0] === time) last[2]++;
    else minutes.push([time, 0, 1]);
  }
  return {
    event: 7000 + later,
    at: at.replace('.000Z', '+07:00'),
    day: '2021-05-17',
    zone: 'Asia/Jakarta',
    limit: '07:30',
    closing: '20:00',
    counts: counts({
      on_time: 4774,
      late: 309 + later,
      waiting: 618 - later,
      unknown: 31,
      permit: 57,
    }),
    wfo: 5789,
    wfh: 0,
    kinds: { PNS: 5612, CPNS: 0, PPPK: 177, 'PPPK paruh waktu': 0, kontrak: 0 },
    arrivals: { from: '06:00', minutes },
    terminals: { total: 413, connected: 412, silent: 1, held: 0 },
    attention: [
      {
        agency: 'PKM-PA',
        name: 'Puskesmas Putri Ayu',
        cause: 'terminal_silent',
        since: '07:12',
        people: 28,
        of: 61,
      },
      {
        agency: 'DSI-LEG',
        name: 'Kelurahan Legok',
        cause: 'pin_unmapped',
        pins: 2,
        people: 3,
        of: 14,
      },
      { agency: 'DIKNAS', name: 'Dinas Pendidikan', cause: 'waiting', people: 171, of: 2148 },
      { agency: 'RSUD', name: 'RSUD H. Abdul Manap', cause: 'waiting', people: 74, of: 486 },
      { agency: 'KEC-TLN', name: 'Kecamatan Telanaipura', cause: 'waiting', people: 40, of: 210 },
      {
        agency: 'PUPR',
        name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
        cause: 'waiting',
        people: 38,
        of: 197,
      },
    ],
    attention_rest: { people: 295 - later, agencies: 47 },
    agencies: agencies.map(({ code, name, short, strength }) => ({
      code,
      name,
      short,
      counts: counts({ on_time: strength }),
    })),
  };
}

/** The same day after closing: the figures of the report, every kind of state in use. */
export function closedBoard() {
  const open = board();
  return {
    ...open,
    at: '2021-05-17T20:05:00+07:00',
    counts: counts({
      on_time: 4790,
      late: 798,
      missing_in: 5,
      permit: 40,
      sick: 9,
      leave: 6,
      duty_travel: 2,
      off: 12,
      unknown: 3,
      unexplained: 124,
    }),
    attention: [
      { agency: 'DIKNAS', name: 'Dinas Pendidikan', cause: 'unexplained', people: 61, of: 2148 },
    ],
    attention_rest: { people: 63, agencies: 31 },
  };
}

/** Before anybody came. */
export function earlyBoard() {
  return {
    ...board(),
    at: '2021-05-17T06:03:20+07:00',
    counts: counts({ on_time: 2, waiting: 5730, permit: 57 }),
    arrivals: {
      from: '06:00',
      minutes: [
        ['06:01', 1, 0],
        ['06:03', 1, 0],
      ],
    },
    attention: [],
    attention_rest: { people: 0, agencies: 0 },
  };
}
