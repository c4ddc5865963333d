// Every text of the client: [Indonesian, English]; here what all pages share, beside it a file an area.
// The Indonesian one is written first and is the one that counts. `{name}` is filled in, `{*name}` stands
// out, "one|many" is chosen by {n}. Words are those of the glossary; a state is never called otherwise
// than here.

import { after } from './after';
import { door } from './door';
import { inspection } from './inspection';
import { own } from './own';
import { papers } from './papers';
import { playback } from './playback';
import { recap } from './recap';
import { roll } from './roll';
import { scan } from './scan';
import { sheet } from './sheet';
import { sidak } from './sidak';
import { stage } from './stage';
import { terminals } from './terminals';
import { verify } from './verify';
import { wall } from './wall';

export const messages = {
  ...after,
  ...door,
  ...inspection,
  ...own,
  ...papers,
  ...playback,
  ...recap,
  ...roll,
  ...scan,
  ...sheet,
  ...sidak,
  ...stage,
  ...terminals,
  ...verify,
  ...wall,
  // States, as the name of a row and inside a sentence
  'state.not_due': ['Belum waktunya', 'Not due yet'],
  'state.waiting': ['Belum hadir', 'Not in yet'],
  'state.on_time': ['Tepat waktu', 'On time'],
  'state.late': ['Terlambat', 'Late'],
  'state.missing_in': ['Tanpa rekaman masuk', 'No arrival record'],
  'state.leave': ['Cuti', 'On leave'],
  'state.sick': ['Sakit', 'Sick'],
  'state.permit': ['Izin', 'Permit'],
  'state.duty_travel': ['Dinas luar', 'Duty travel'],
  'state.study': ['Tugas belajar', 'Study'],
  'state.off': ['Libur / lepas', 'Day off'],
  'state.unknown': ['Belum tahu', 'Not known yet'],
  'state.unexplained': ['Tanpa keterangan', 'Unexplained'],
  'state.letters': ['Ada keterangan', 'With a letter'],
  'states.not_due': ['belum waktunya', 'not due yet'],
  'states.waiting': ['belum hadir', 'not in yet'],
  'states.on_time': ['tepat waktu', 'on time'],
  'states.late': ['terlambat', 'late'],
  'states.missing_in': ['tanpa rekaman masuk', 'no arrival record'],
  'states.leave': ['cuti', 'on leave'],
  'states.sick': ['sakit', 'sick'],
  'states.permit': ['izin', 'permit'],
  'states.duty_travel': ['dinas luar', 'duty travel'],
  'states.study': ['tugas belajar', 'study'],
  'states.off': ['libur / lepas', 'day off'],
  'states.unknown': ['belum tahu', 'not known yet'],
  'states.unexplained': ['tanpa keterangan', 'unexplained'],
  'states.letters': ['ada keterangan', 'with a letter'],

  // Ages
  'age.tenths': ['{n} detik', '{n} seconds'],
  'age.seconds': ['{n} detik', '{n} seconds'],
  'age.minutes': ['{n} menit {low} detik', '{n} min {low} s'],
  'ago.seconds': ['{n} detik lalu', '{n} second ago|{n} seconds ago'],
  'ago.minutes': ['{n} menit lalu', '{n} minute ago|{n} minutes ago'],
  'ago.hours': ['{n} jam lalu', '{n} hour ago|{n} hours ago'],
  'ago.days': ['{n} hari lalu', '{n} day ago|{n} days ago'],
  'age.whole_minutes': ['{n} menit', '{n} minute|{n} minutes'],
  'age.hours': ['{n} jam {low} menit', '{n} h {low} min'],

  // Common
  'app.name': ['Hadir', 'Hadir'],
  'app.loading': ['Memuat…', 'Loading…'],
  'app.skip': ['Langsung ke isi', 'Skip to the content'],
  'app.retry': ['Coba lagi', 'Try again'],
  'app.cancel': ['Batal', 'Cancel'],
  'app.close': ['Tutup', 'Close'],
  'app.undo': ['Urungkan', 'Undo'],
  'app.save': ['Simpan', 'Save'],
  'app.none': ['tidak ada', 'none'],
  'app.unknown': ['belum tahu', 'not known yet'],
  'app.help': ['Penjelasan', 'What is this?'],
  'app.language': ['Bahasa', 'Language'],
  'app.other_language': ['English', 'Bahasa Indonesia'],
  'theme.name': ['Tampilan', 'Appearance'],
  'theme.system': ['Sistem', 'System'],
  'theme.light': ['Terang', 'Light'],
  'theme.dark': ['Gelap', 'Dark'],

  // Failures
  'error.title': ['Halaman ini tidak dapat ditampilkan', 'This page cannot be shown'],
  'error.offline': [
    'Tidak tersambung ke pusat data. Periksa jaringan, lalu coba lagi.',
    'Not connected to the data centre. Check the network and try again.',
  ],
  'error.forbidden': [
    'Akun Anda tidak berhak membuka bagian ini. Operator kepegawaian dapat memberi haknya.',
    'Your account may not open this part. Your personnel operator can grant the right.',
  ],
  'error.not_found': ['Yang Anda cari tidak ada.', 'What you are looking for is not there.'],
  'error.other': [
    'Pusat data menjawab dengan galat ({status}). Coba lagi sebentar lagi.',
    'The data centre answered with an error ({status}). Try again in a moment.',
  ],
  'missing.title': ['Halaman tidak ditemukan', 'Page not found'],
  'missing.text': [
    'Alamat ini tidak ada di Hadir. Mungkin salah ketik, atau halamannya sudah pindah.',
    'There is no such address in Hadir. It may be mistyped, or the page has moved.',
  ],
  'missing.home': ['Ke halaman awal', 'To the first page'],

  // Desk
  'nav.main': ['Utama', 'Main'],
  'nav.sheet': ['Daftar hadir', 'Sheets'],
  'nav.recap': ['Rekap', 'Recap'],
  'nav.terminals': ['Mesin absen', 'Terminals'],
  'nav.walls': ['Layar dinding', 'Wall screens'],
  'nav.components': ['Komponen', 'Components'],
  'nav.wall': ['Papan langsung', 'Live board'],
  'menu.account': ['Akun dan tampilan', 'Account and appearance'],
  'menu.password': ['Ganti kata sandi', 'Change your password'],
  'menu.sign_out': ['Keluar', 'Sign out'],
  'role.admin': ['Administrator', 'Administrator'],
  'role.operator': ['Operator OPD', 'Agency operator'],
  'role.head': ['Kepala OPD', 'Head of agency'],
  'role.leader': ['Pimpinan', 'Leader'],
  'role.bkpsdm': ['BKPSDM', 'Personnel agency'],
  'role.kominfo': ['Kominfo', 'Technicians'],
  'role.staff': ['Pegawai', 'Staff'],

  // Components
  'ui.title': ['Komponen', 'Components'],
} as const satisfies Record<string, readonly [string, string]>;
