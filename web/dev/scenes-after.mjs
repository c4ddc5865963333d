// The moments after and beside an inspection that are looked at, as in scenes.mjs: the papers with their
// signed copies, a recap that the team reads, the recording. What the real server would keep as files is
// drawn here.
import { at } from './fixtures-inspection.mjs';

const ROOM = '/sidak/20210517-1';
const desk = { width: 1366, height: 900 };
const phone = { width: 390, height: 844 };
const team = ['inspection.read', 'inspection.answer', 'inspection.work', 'inspection.lead'];
const closed = { permissions: team, session: 'closed' };

const paper = (more) => ({
  code: '7K4M-92QX-C1TD',
  kind: 'minutes',
  title: 'Berita acara',
  about: 'Sidak virtual hari kerja pertama',
  number: '800/231/BKPSDMD/2021',
  signer: 'Wakil Wali Kota',
  position: 'Wakil Wali Kota Jambi',
  account: 'bkd',
  issued_at: '2021-05-17T15:40:00+07:00',
  signature: 'own',
  status: 'valid',
  digest: 'a'.repeat(64),
  bytes: 148_211,
  address: 'https://hadir.jambikota.go.id/verify/7K4M-92QX-C1TD',
  ...more,
});
const old = { status: 'superseded', successor: '7K4M-92QX-C1TD', code: '2F8P-TT31-0WQA' };
const papers = {
  standing: 'current',
  papers: [paper({ signature: 'certified' }), paper({ ...old, signature: 'wet_ink' })],
};
const copy = (number, kind, author, time, bytes) => ({
  ...{ number, kind, author, bytes, at: `2021-05-18T${time}+07:00` },
  digest: `${number}c41e0f7`.repeat(8),
});
const copies = [
  copy(1, 'scan', 'bkd', '08:12:00', 412_900),
  copy(2, 'certified', 'bkd', '10:31:00', 161_044),
];
const recaps = [
  {
    ...{ paper: 1, at: null, signed_by: '', signed_on: null, reason: '', said: null, groups: [] },
    ...{ source: 'agency', confirmed: false, after_closing: false },
    pages: [{ page: 1, type: 'jpeg', bytes: 212_000, at: at('15:10:00') }],
  },
];

const sheet = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" font-family="serif" font-size="7"><rect width="210" height="297" fill="#f6f4ee"/><text x="105" y="26" text-anchor="middle" font-size="9">REKAP KEHADIRAN PEGAWAI</text><text x="105" y="38" text-anchor="middle">Dinas Perhubungan, 17 Mei 2021</text>${[
  ['Hadir', 184],
  ['Sakit', 2],
  ['Izin', 3],
  ['Belum hadir', 9],
]
  .map(
    ([name, n], i) =>
      `<path d="M24 ${74 + i * 12}h162" stroke="#999"/><text x="26" y="${70 + i * 12}">${name}</text><text x="184" y="${70 + i * 12}" text-anchor="end">${n}</text>`,
  )
  .join(
    '',
  )}<path d="M128 178c8-18 16 14 24-6s10 12 26-4" fill="none" stroke="#235" stroke-width="1.5"/><text x="128" y="196">Kepala Dinas</text></svg>`;

/** Pages of papers are drawn; everything else goes to the mock. */
const drawPages = async (page) => {
  await page.route('**/recap-pages/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: sheet }),
  );
  await page.reload();
  await page.waitForSelector('.read-sheet img');
};

const person = (member, name, role, agency = '') => ({ member, name, role, agency });
const film = (member, medium, from, lasts) => ({
  film: `${member}-${medium}.webm`,
  ...{ member, medium, from, lasts, bytes: Math.round(lasts * 60), rotation: 0 },
});
const chapter = (agency, minute, lasts, by, state = 'answered') => {
  const from = minute * 60_000;
  const time = (ms) =>
    `${new Date(Date.parse(at('09:00:00')) + ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
  return {
    ...{ agency, from, by, state, post: by ? 'head' : '', called_at: time(from) },
    answered_at: by ? time(from + 15_000) : null,
    stated_at: by ? time(from + 40_000) : null,
    ended_at: time(from + lasts * 1000),
  };
};
const recording = {
  inspection: '20210517-1',
  state: 'ready',
  begins_at: at('09:00:00'),
  lasts: 1_500_000,
  films_waiting: 0,
  films_failed: 0,
  can_make: true,
  keep_days: 30,
  keep_is_usual: true,
  kept_to: '2021-06-16',
  periods: [{ from: at('09:00:00'), to: at('09:25:00'), by: 'wawali' }],
  members: [
    person('m1', 'Wakil Wali Kota', 'leader'),
    person('m2', 'Kepala Dinas Perhubungan', 'head', 'DISHUB'),
    person('m3', 'Kepala Dinas Sosial', 'head', 'DINAS-SOSIAL'),
  ],
  films: [
    film('m1', 'picture', 0, 1_500_000),
    film('m1', 'sound', 0, 1_500_000),
    film('m2', 'picture', 300_000, 300_000),
    film('m2', 'sound', 300_000, 300_000),
    film('m3', 'sound', 720_000, 200_000),
  ],
  floor: [
    { member: 'm1', from: 0 },
    { member: 'm2', from: 300_000 },
    { member: 'm3', from: 720_000 },
  ],
  chapters: [
    chapter('DISHUB', 5, 244, 'Kepala Dinas Perhubungan'),
    chapter('DINAS-SOSIAL', 12, 131, 'Kepala Dinas Sosial'),
    chapter('KEC-PELAYANGAN', 15, 60, '', 'silent'),
  ],
};

/** A second of a picture that moves, as a browser records it. */
const record = () =>
  new Promise((resolve) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const pen = canvas.getContext('2d');
    const parts = [];
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' });
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = async () => {
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      resolve(btoa(String.fromCharCode(...bytes)));
    };
    recorder.start();
    let step = 0;
    const timer = setInterval(() => {
      pen.fillStyle = '#24344d';
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = '#c9d4e6';
      pen.beginPath();
      pen.arc(320, 150 + (step % 5), 70, 0, 7);
      pen.fill();
      pen.fillRect(210, 250, 220, 110);
      if (++step < 12) return;
      clearInterval(timer);
      recorder.stop();
    }, 90);
  });

const play = async (page) => {
  const body = Buffer.from(await page.evaluate(record), 'base64');
  await page.route('**/recording/*.webm', (route) =>
    route.fulfill({ contentType: 'video/webm', body }),
  );
  await page.reload();
  await page.click('.playback-chapters button');
};

const copying = async (page) => {
  await page.click('.paper-copies > .button');
  await page.setInputFiles('#copy-file', {
    name: 'berita-acara-dipindai.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK'),
  });
  await page.waitForSelector('.copy-refused');
  await page.locator('.paper-force').scrollIntoViewIfNeeded();
};

/** The same moment at the desk, in the dark in English, and on a phone. */
const everywhere = (name, scene) => ({
  [name]: { size: desk, whole: true, wait: 900, ...scene },
  [`${name}-dark`]: { size: desk, theme: 'dark', language: 'en', whole: true, wait: 900, ...scene },
  [`${name}-phone`]: { size: phone, whole: true, wait: 900, ...scene },
});

export const after = {
  ...everywhere('papers', {
    path: `${ROOM}/hasil`,
    stage: { ...closed, papers, copies },
    act: copying,
  }),
  ...everywhere('read', {
    path: `${ROOM}/rekap/DISHUB`,
    stage: { ...closed, recaps },
    act: drawPages,
  }),
  ...everywhere('recording', {
    path: `${ROOM}/rekaman`,
    stage: { ...closed, recording },
    act: play,
  }),
  'recording-none': { path: `${ROOM}/rekaman`, size: desk, stage: closed },
};
