// The inspection of 17 May 2021 of the drawings, as the server would send it: 60 agencies, 22 done, one
// called, two silent, one not in the room. The figures add up to those of the board and of each other.
import { counts } from './fixtures.mjs';

export const CODE = '20210517-1';
const DAY = '2021-05-17';
export const at = (time) => `${DAY}T${time}+07:00`;

const CALLED = 'Dinas Perhubungan';
const SILENT = ['Dinas Pertanian dan Ketahanan Pangan', 'Kecamatan Pelayangan'];
const ABSENT = 'Kecamatan Danau Teluk';
const done =
  'Dinas Pendidikan|Dinas Kesehatan|BKPSDMD|Sekretariat Daerah|Sekretariat DPRD|Dinas Pekerjaan Umum dan Penataan Ruang|Satpol PP|Dinas Perumahan Rakyat|Dinas Pemadam Kebakaran|Dinas Perindustrian|Dinas Tenaga Kerja|Dinas Koperasi dan UKM|Dinas Pemuda dan Olahraga|Dinas Pariwisata|Dinas Komunikasi dan Informatika|DPMPTSP|DPMPPA|Dinas Perdagangan|Kecamatan Jambi Timur|Kecamatan Pasar Jambi|Kecamatan Kota Baru|Badan Pengelola Pajak'.split(
    '|',
  );
const waiting =
  'Kecamatan Telanaipura|Dinas Sosial|Dinas Perpustakaan dan Arsip|Dinas Lingkungan Hidup|Kecamatan Jelutung|Inspektorat|Dinas Kependudukan dan Pencatatan Sipil|RSUD H. Abdul Manap|Bappeda|BPKAD|BPBD|Kesbangpol|Kecamatan Jambi Selatan|Kecamatan Danau Sipin|Kecamatan Alam Barajo|Kecamatan Paal Merah|Puskesmas Putri Ayu|Puskesmas Simpang Kawat|Puskesmas Pakuan Baru|Puskesmas Talang Bakung|Puskesmas Kenali Besar|Puskesmas Rawasari|Puskesmas Olak Kemang|Puskesmas Tahtul Yaman|Puskesmas Paal Lima|Puskesmas Paal Sepuluh|Puskesmas Kebun Handil|Puskesmas Payo Selincah|Puskesmas Kebun Kopi|Puskesmas Aur Duri|Puskesmas Simpang IV Sipin|RSUD H. Bakri|UPTD Metrologi|Sekretariat KPU'.split(
    '|',
  );

/** The order of calling: the silent stand seventh and nineteenth, the absent one thirty-third. */
function names() {
  const before = [...done];
  before.splice(6, 0, SILENT[0]);
  before.splice(18, 0, SILENT[1]);
  const after = [...waiting];
  after.splice(7, 0, ABSENT);
  return [...before, CALLED, ...after];
}

const codeOf = (name) =>
  name === CALLED
    ? 'DISHUB'
    : name
        .toUpperCase()
        .replace(/KECAMATAN/, 'KEC')
        .replace(/[^A-Z0-9]+/g, '-')
        .slice(0, 24);

const zero = {
  strength: 0,
  present: 0,
  sick: 0,
  permit: 0,
  leave: 0,
  duty_travel: 0,
  other: 0,
  missing: 0,
  unknown: 0,
};
const head = (present, permit, missing) => ({
  ...zero,
  strength: present + permit + missing,
  present,
  permit,
  missing,
});

/** `total` in `n` parts that add up to it. */
const part = (total, n, i) => Math.floor((total * (i + 1)) / n) - Math.floor((total * i) / n);

function state(name) {
  if (name === CALLED) return 'answering';
  if (SILENT.includes(name)) return 'silent';
  if (name === ABSENT) return 'absent';
  return done.includes(name) ? 'answered' : 'waiting';
}

const minute = (n) =>
  `${String(8 + Math.floor((33 + n) / 60)).padStart(2, '0')}:${String((33 + n) % 60).padStart(2, '0')}`;

function statement(said, machine, time) {
  return {
    at: at(time),
    source: 'form',
    confirmed: true,
    by: 'Kepala',
    post: 'head',
    said,
    machine,
  };
}

/** The city but Dinas Perhubungan: 5.411 + 53 + 127 = 5.591 people in 59 agencies. */
function row(name, i, others) {
  const called = name === CALLED;
  const opening = called
    ? head(182, 4, 12)
    : head(part(5411, 59, others), part(53, 59, others), part(127, 59, others));
  const live = called ? head(183, 4, 11) : opening;
  const is = state(name);
  const ended = ['answered', 'silent', 'absent'].includes(is);
  return {
    code: codeOf(name),
    name,
    kind: name.split(' ')[0],
    place: i + 1,
    state: is,
    calls: is === 'waiting' ? 0 : 1,
    called_at: called
      ? at('09:12:16')
      : ended
        ? at(`${minute(i * 1.6 - ((i * 1.6) % 1))}:05`)
        : null,
    answered_at: called
      ? at('09:12:31')
      : is === 'answered'
        ? at(`${minute(Math.floor(i * 1.6))}:20`)
        : null,
    ended_at: ended ? at(`${minute(Math.floor(i * 1.6) + 1 + (i % 3))}:40`) : null,
    by: called ? 'Sekretaris Dinas' : is === 'answered' ? 'Kepala' : '',
    post: called ? 'deputy' : is === 'answered' ? 'head' : '',
    opening,
    live,
    statement: called
      ? {
          ...statement(head(185, 4, 9), head(182, 4, 12), '09:13:58'),
          by: 'Sekretaris Dinas',
          post: 'deputy',
        }
      : is === 'answered'
        ? statement(opening, opening, `${minute(Math.floor(i * 1.6))}:50`)
        : null,
    recap: null,
    report_due: null,
    report_received_at: null,
  };
}

export const cityThen = () => counts({ on_time: 4793, late: 800, permit: 57, waiting: 139 });
export const cityNow = () => counts({ on_time: 4793, late: 801, permit: 57, waiting: 138 });
const contract = () => counts({ on_time: 1310, late: 262, permit: 12, waiting: 51 });
const asn = () => counts({ on_time: 3483, late: 538, permit: 45, waiting: 88 });

export const plan = (state = 'open') => ({
  inspection: CODE,
  kind: 'surprise',
  title: 'Sidak virtual hari kerja pertama',
  day: DAY,
  planned_at: '08:30',
  leader: 'Wakil Wali Kota',
  leader_title: 'Wakil Wali Kota Jambi',
  delegate: '',
  delegate_title: '',
  authority: '',
  place: 'Ruang kendali JCOC',
  medium: 'Ruang video Hadir',
  basis: 'hari kerja pertama setelah libur 12–16 Mei 2021',
  scope: '',
  groups: 'all',
  state,
  opened_at: state === 'planned' ? null : at('08:33:00'),
  closed_at: state === 'closed' ? at('10:41:20') : null,
  conclusion: state === 'closed' ? 'Laporan tertulis dalam dua hari kerja.' : '',
});

export const instructions = [
  [1, 'Laporan tertulis kehadiran hari pertama', 'Kepala Dinas', '2021-05-19'],
  [2, 'Daftarkan PIN petugas Terminal Alam Barajo', 'Operator Dinas dan Diskominfo', '2021-05-18'],
].map(([item, text, owner, deadline]) => ({
  item,
  agency: 'DISHUB',
  text,
  owner,
  deadline,
  state: 'open',
  at: at('09:14:10'),
}));
export const programmes = [
  {
    item: 1,
    agency: 'DISHUB',
    title: 'Uji kendaraan angkutan Lebaran',
    unit: 'unit',
    done: 212,
    total: 240,
    remaining: 28,
    target: '2021-05-21',
    blocker: '',
    at: at('09:14:20'),
  },
];

const waits = (row, i) => ({
  ...row,
  place: i + 1,
  state: 'waiting',
  calls: 0,
  called_at: null,
  answered_at: null,
  ended_at: null,
  by: '',
  post: '',
  opening: null,
  statement: null,
});

/** Before the called agency has answered or said anything. */
function unanswered(open) {
  const agencies = open.agencies.map((one) =>
    one.code === 'DISHUB'
      ? {
          ...one,
          ...{ state: 'called', answered_at: null, by: '', post: '' },
          ...{ live: one.opening, statement: null },
        }
      : one,
  );
  const live = { at: at('09:13:20'), total: cityThen() };
  return dressed({ ...open, at: live.at, live, agencies });
}

/** The room in one of its moments: planned, called, open (the called agency has answered), closed. */
export function room(state = 'open') {
  if (state === 'called') return unanswered(room('open'));
  let others = 0;
  let agencies = names().map((name, i) => row(name, i, name === CALLED ? 0 : others++));
  if (state === 'planned') agencies = agencies.map(waits);
  if (state === 'closed')
    agencies = agencies.map((one) =>
      one.state === 'answered' || one.state === 'answering'
        ? {
            ...one,
            state: 'answered',
            ended_at: one.ended_at ?? at('09:16:02'),
            report_due: '2021-05-19',
            report_received_at: one.place % 3 === 0 ? at('15:10:00') : null,
          }
        : one.state === 'waiting'
          ? {
              ...one,
              state: 'answered',
              calls: 1,
              called_at: at('10:10:00'),
              answered_at: at('10:10:15'),
              ended_at: at('10:12:05'),
              by: 'Kepala',
              post: 'head',
              statement: statement(one.opening, one.opening, '10:10:40'),
              report_due: '2021-05-19',
            }
          : one,
    );
  const frozen = (time) => ({
    at: at(time),
    position: 6021,
    total: cityThen(),
    asn: asn(),
    contract: contract(),
  });
  return dressed({
    inspection: CODE,
    number: 412,
    at: at('09:14:52'),
    head: plan(state),
    members: [
      { name: 'Kepala BKPSDMD', title: 'Kepala BKPSDMD Kota Jambi', part: 'moderator' },
      { name: 'Kepala Bidang Disiplin', title: '', part: 'recorder' },
      { name: 'Sekretaris Daerah', title: '', part: 'official' },
    ],
    order: 'missing',
    by_hand: 0,
    called: state === 'open' ? 'DISHUB' : '',
    opening: state === 'planned' ? null : frozen('08:33:00'),
    closing: state === 'closed' ? frozen('10:41:20') : null,
    live: { at: at('09:14:52'), total: cityNow() },
    agencies,
    instructions: state === 'planned' ? [] : instructions,
    programmes: state === 'planned' ? [] : programmes,
  });
}

/** With the members that follow from the rows. */
export function dressed(room) {
  const of = (...states) => room.agencies.filter(({ state }) => states.includes(state));
  return {
    ...room,
    progress: {
      agencies: room.agencies.length,
      done: of('answered').length,
      called: of('called', 'answering').length,
      waiting: of('waiting').length,
      silent: of('silent').length,
      absent: of('absent').length,
      skipped: of('skipped').length,
      stated: room.agencies.filter(({ statement }) => statement).length,
    },
    next: of('waiting')
      .map(({ code }) => code)
      .slice(0, 5),
  };
}

const people = [
  ['Agus Salim', 'Bidang Lalu Lintas', 'claimed_present'],
  ['Fitri Handayani, A.Md.', 'UPTD Pengujian Kendaraan', 'claimed_present'],
  ['Ahmad Yani', 'Bidang Angkutan', 'sick'],
  ['Deswita, S.E.', 'Sekretariat', 'sick'],
  ['Junaidi', 'UPTD Parkir', 'sick'],
  ['Kms. M. Yusuf', 'Bidang Lalu Lintas', 'away'],
  ['Nurlela', 'Sekretariat', 'away'],
  ['Rts. Aminah', 'Bidang Sarana', 'family'],
  ['Edi Susanto', 'UPTD Parkir', 'unreachable'],
  ['M. Ilham', 'Bidang Angkutan', 'unreachable'],
  ['Sukarman', 'UPTD Terminal', 'unreachable'],
];

/** What stands behind the counts of Dinas Perhubungan; any other agency has nobody missing by name. */
export function evidence(agency) {
  const mine = agency.code === 'DISHUB';
  const live = agency.live ?? zero;
  const said = agency.statement?.said ?? null;
  const then = agency.statement?.machine ?? null;
  return {
    inspection: CODE,
    at: at('09:14:52'),
    agency: [agency],
    groups: mine
      ? [
          {
            group: 'asn',
            machine: head(131, 3, 6),
            said: said && head(132, 3, 5),
            stated_machine: then && head(130, 3, 7),
          },
          {
            group: 'contract',
            machine: head(52, 1, 5),
            said: said && head(53, 1, 4),
            stated_machine: then && head(52, 1, 5),
          },
        ]
      : [{ group: 'asn', machine: live, said, stated_machine: then }],
    missing: mine
      ? people.map(([name, unit, claim], i) => ({
          number: `1985010${i}2010011${String(i).padStart(3, '0')}`,
          name,
          unit,
          position: '',
          kind: i > 7 ? 'kontrak' : 'PNS',
          state: 'waiting',
          claim,
          note: '',
          by: 'Sekretaris',
          at: at('09:14:02'),
          answer: '',
          answer_hidden: false,
        }))
      : [],
    arrivals: mine
      ? [{ number: '198001012005011001', name: 'Rahmat Hidayat', first_in: '09:14:49' }]
      : [],
    trail: mine
      ? [
          { at: at('09:12:16'), act: 'called', text: 'Dipanggil' },
          { at: at('09:12:31'), act: 'answering', text: 'Dijawab Sekretaris, mewakili kepala' },
          { at: at('09:13:58'), act: 'stated', text: 'Laporan 185, 4, 9 diterima' },
          { at: at('09:14:49'), act: 'claimed', text: 'Alasan 11 orang disampaikan' },
        ]
      : [],
    recaps: [],
    notes: mine
      ? [
          {
            at: at('09:14:30'),
            agency: 'DISHUB',
            author: 'pimpinan',
            text: 'Dua petugas terminal belum tercatat karena mesin di Terminal Alam Barajo baru dipasang. Sekretaris memeriksa hari ini.',
          },
        ]
      : [],
  };
}
