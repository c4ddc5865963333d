// What comes after the inspection that the mock plays: reports in writing, who is unexplained, amendments.
import { CODE, at, plan } from './fixtures-inspection.mjs';

const report = (agency, name, more) => ({
  agency,
  name,
  state: 'ordered',
  due: '2021-05-19',
  asked_at: at('15:00:00'),
  reminded_at: null,
  reminders: 0,
  by_clock: false,
  received_at: null,
  reference: '',
  ...more,
});

const reports = {
  inspection: CODE,
  today: '2021-05-20',
  working_days: 2,
  reports: [
    report('DISHUB', 'Dinas Perhubungan', {
      state: 'overdue',
      reminded_at: '2021-05-19T08:00:00+07:00',
      reminders: 1,
      by_clock: true,
    }),
    report('DINSOS', 'Dinas Sosial', {
      state: 'received',
      received_at: '2021-05-19T10:12:00+07:00',
      reference: '800/112/DINSOS/2021',
    }),
  ],
};

const person = (number, name, more) => ({
  number,
  name,
  agency: 'DISHUB',
  agency_name: 'Dinas Perhubungan',
  unit: 'Bidang Lalu Lintas',
  kind: 'PNS',
  state: 'unexplained',
  claim: null,
  note: '',
  answer: '',
  answer_hidden: false,
  path: null,
  choices: [],
  ...more,
});

const followUps = {
  inspection: CODE,
  people: [
    person('197804122006041009', 'Agus Salim', {
      claim: 'away',
      note: 'belum kembali',
      answer: 'Saya di kantor, mesin tidak membaca.',
    }),
    person('198205172010012003', 'Dewi Lestari', {
      claim: 'unreachable',
      path: 'guidance',
      choices: [
        {
          at: '2021-05-18T09:00:00+07:00',
          path: 'guidance',
          reason: 'Pertama kali',
          official: 'Kepala BKPSDMD',
          author: 'bkd',
        },
      ],
    }),
  ],
};

const after = {
  inspection: CODE,
  amendments: [
    {
      at: '2021-05-18T10:00:00+07:00',
      about: 'minutes',
      agency: '',
      text: 'Tempat: ruang kendali JCOC.',
      author: 'bkd',
    },
  ],
  instructions: [],
  metrics: { seconds: 5400, seconds_a_agency: 90, covered: 55, without_statement: 5 },
};

/** What was said about a person, with the inspection it was said in. */
export const ownOf = (more) => ({
  inspection: CODE,
  title: plan('closed').title,
  day: '2021-05-17',
  claim: 'unreachable',
  agency: 'DISHUB',
  agency_name: 'Dinas Perhubungan',
  by: 'Sekretaris Dinas',
  note: '',
  at: at('09:14:02'),
  answer: '',
  answered_at: null,
  path: null,
  reason: '',
  official: '',
  proposed_at: null,
  ...more,
});

/** The answer to a GET, or undefined. */
export function get(path) {
  if (path === '/api/written-reports') return { reports: [] };
  const [, , what, code, more] = path.split('/').map(decodeURIComponent);
  if (what !== 'inspections' || code !== CODE) return undefined;
  return { 'written-reports': reports, 'follow-ups': followUps, after }[more];
}
