// The terminals of the drawing: 413 of them, one silent, two with a wrong clock; what waits for approval,
// what maps to nobody, what cannot be read.
import { agencies } from './fixtures.mjs';

const activity = [0, 0.1, 0.3, 0.6, 1.5, 3, 5, 9, 14, 18, 6].map((n) => n * 1);

function terminal(serial, name, agency, over = {}) {
  return {
    serial,
    name,
    agency,
    agency_name: agencies.find(({ code }) => code === agency)?.name ?? agency,
    model: 'iris',
    firmware: serial.startsWith('AEYU') ? '6.60' : '8.0.4',
    since: serial === 'AEYU193360042' ? '2021-05-03' : null,
    methods: serial.startsWith('AEYU') ? ['finger'] : ['iris'],
    state: 'connected',
    last_contact_at: '2021-05-17T07:46:09+07:00',
    since: null,
    silent_since: null,
    drift_ms: -200,
    held: 0,
    punches_today: 19,
    activity: activity.map((n, i) =>
      Math.round(n + ((i * 7 + serial.length + Number(serial.slice(-2))) % 5)),
    ),
    address: '10.20.14.30',
    protocol: '2.4.1',
    ...over,
  };
}

export const at = '2021-05-17T07:46:12+07:00';
export const terminals = [
  terminal('CJX7204800118', 'Puskesmas Putri Ayu', 'PKM-PA', {
    state: 'silent',
    last_contact_at: '2021-05-17T07:12:40+07:00',
    silent_since: '2021-05-17T07:12:40+07:00',
    drift_ms: null,
    held: null,
    punches_today: 33,
    activity: [0, 0, 1, 2, 9, 14, 7, 0, 0, 0, 0],
  }),
  terminal('CJX7204800207', 'Kantor Lurah Legok', 'DSI-LEG', { punches_today: 14, drift_ms: -400 }),
  terminal('AEYU193360042', 'Kantor Camat Jelutung, lobi', 'KEC', {
    drift_ms: 94000,
    punches_today: 58,
    last_contact_at: '2021-05-17T07:45:58+07:00',
  }),
  terminal('CJX7204800031', 'Dinas Pendidikan, gerbang B', 'DIKNAS', {
    drift_ms: -38000,
    punches_today: 214,
  }),
  terminal('AEYU193360077', 'Kantor Lurah Bakung Jaya', 'KEC', {
    drift_ms: -1200,
    punches_today: 17,
  }),
  terminal('CJX7204800164', 'Kantor Lurah Buluran Kenali', 'TLN-BUL', {}),
  terminal('CJX7204800009', 'RSUD H. Abdul Manap, IGD', 'RSUD', {
    drift_ms: 300,
    punches_today: 141,
  }),
  terminal('CJX7204800010', 'RSUD H. Abdul Manap, poli', 'RSUD', {
    drift_ms: -100,
    punches_today: 167,
  }),
  terminal('CJX7204800001', 'Sekretariat Daerah, lantai 1', 'SETDA', {
    drift_ms: 0,
    punches_today: 188,
    methods: ['iris', 'face'],
    firmware: '8.0.7',
    last_contact_at: at,
  }),
];
for (let i = terminals.length; i < 413; i++) {
  terminals.push(
    terminal(`CJX72049${String(10000 + i)}`, `Kantor ${i + 1}`, 'KEC', {
      punches_today: 5 + (i % 14),
    }),
  );
}

export const pending = [
  {
    serial: 'CJX7204800419',
    first_seen_at: '2021-05-17T06:58:21+07:00',
    last_seen_at: '2021-05-17T07:46:01+07:00',
    address: '10.20.14.37',
    model: 'iris',
    firmware: '8.0.7',
    protocol: '2.4.1',
    suggested_agency: 'PKM-SK',
  },
  {
    serial: '0361442100087',
    first_seen_at: '2021-05-15T10:03:12+07:00',
    last_seen_at: '2021-05-17T07:40:44+07:00',
    address: '36.68.221.9',
    model: '',
    firmware: '',
    protocol: '',
    suggested_agency: '',
  },
];

export const unmapped = {
  people_unknown: 3,
  pins: [
    {
      pin: '20417',
      terminal: 'CJX7204800207',
      terminal_name: 'Kantor Lurah Legok',
      agency: 'DSI-LEG',
      first_at: '2021-05-17T07:21:55+07:00',
      last_at: '2021-05-17T07:21:55+07:00',
      punches: 1,
      owners: [
        { number: '199001012015011001', name: 'Hendra Gunawan', because: 'only_without_pin' },
      ],
    },
    {
      pin: '198804',
      terminal: 'CJX7204800207',
      terminal_name: 'Kantor Lurah Legok',
      agency: 'DSI-LEG',
      first_at: '2021-05-17T07:28:03+07:00',
      last_at: '2021-05-17T07:28:41+07:00',
      punches: 2,
      owners: [
        { number: '198804022010012003', name: 'Rts. Nurhasanah', because: 'number_starts_with' },
        { number: '197512122005011007', name: 'Suryadi', because: 'digits_swapped' },
      ],
    },
  ],
};

const lost = (id, pin, name, shown, proposed, more = {}) => ({
  id,
  terminal: 'AEYU193360077',
  terminal_name: 'Kantor Lurah Bakung Jaya',
  agency: 'KEC',
  pin,
  number: name ? '198501012010011001' : '',
  name,
  local_time: `1970-01-01 ${shown}`,
  received_at: '2021-05-17T07:31:04+07:00',
  proposed_time: `2021-05-17 ${proposed}`,
  basis: 'drift',
  decision: null,
  true_time: '',
  reason: '',
  author: '',
  decided_at: null,
  ...more,
});
export const doubtful = {
  waiting: 3,
  punches: [
    lost(41, '1107', 'Zulkifli Hasan', '00:03:12', '07:12:40'),
    lost(42, '1108', 'Rts. Nurhasanah', '00:09:55', '07:19:23'),
    lost(43, '20993', '', '00:21:36', '07:31:04', { basis: 'live' }),
  ],
};

const row = (id, name, received_at, reason, text, marked) => ({
  id,
  terminal: 'AEYU193360042',
  terminal_name: name,
  received_at,
  reason,
  bytes: Buffer.from(text).toString('base64'),
  text,
  mark_from: text.indexOf(marked),
  mark_to: text.indexOf(marked) + marked.length,
});
export const quarantine = {
  total: 3,
  rows: [
    row(
      1,
      'Camat Jelutung, lobi',
      '2021-05-17T06:41:17+07:00',
      'time',
      '1187\t2021-05-17 24:10:05\t0\t1',
      '24:10:05',
    ),
    row(
      2,
      'Lurah Bakung Jaya',
      '2021-05-17T07:02:44+07:00',
      'time',
      '2090\t2021-02-31 07:02:40\t0\t1',
      '2021-02-31',
    ),
    row(
      3,
      'Camat Jelutung, lobi',
      '2021-05-17T07:30:02+07:00',
      'columns',
      '1203\t2021-05-17 07:2',
      '07:2',
    ),
  ],
};

const order = (id, kind, state, over = {}) => ({
  id,
  order: kind,
  from: '',
  to: '',
  author: 'kominfo',
  state,
  given_at: '2021-05-17T07:30:00+07:00',
  sent: state === 'waiting' ? 0 : 1,
  sent_at: state === 'waiting' ? null : '2021-05-17T07:30:08+07:00',
  answered_at: null,
  code: null,
  ...over,
});
const period = { from: '2021-05-14 00:00:00', to: '2021-05-17 23:59:59' };
const answered = { answered_at: '2021-05-17T07:30:12+07:00', code: 0, result: 'done', details: '' };
export const orders = [
  order(4, 'punches', 'waiting', period),
  order(3, 'sum', 'done', { ...period, ...answered, sum: 812, here: 809 }),
  order(2, 'info', 'failed', {
    ...answered,
    code: -1004,
    result: 'configuration',
    result_text: 'tidak ada pada model ini',
  }),
  order(1, 'reboot', 'unanswered'),
];

const code = (model, number, method, source, unverified, text = '') => ({
  model,
  code: number,
  method,
  source,
  unverified,
  text,
});
export const codes = {
  models: ['iris', 'MB460'],
  codes: [
    code('MB460', 3, 'pin', 'own', false),
    code('HADIR-IRIS', 30, 'iris', 'shipped', true),
    code('', 0, 'other', 'vendor', true, 'automatic, any'),
    code('', 1, 'finger', 'vendor', false, 'fingerprint'),
    code('', 15, 'face', 'vendor', false, 'face'),
  ],
};

const report = (id, kind, terminal_name, over) => ({
  id,
  terminal: 'AEYU193360042',
  terminal_name,
  kind,
  audit: kind === 'OPLOG',
  received_at: '2021-05-17T07:41:12+07:00',
  row: '',
  ...over,
});
export const reports = [
  report(3, 'OPLOG', 'Kantor Camat Jelutung, lobi', {
    code: 21,
    text: 'jam diubah',
    operator: '7',
    local_time: '2021-05-17 07:39:40',
  }),
  report(2, 'ERRORLOG', 'Kantor Lurah Legok', { text: 'D01E0001' }),
  report(1, 'OPLOG', 'Kantor Camat Jelutung, lobi', {
    code: 23,
    text: 'rekaman dihapus',
    operator: '0',
    received_at: '2021-05-16T16:10:02+07:00',
    local_time: '2021-05-16 16:10:00',
  }),
];
